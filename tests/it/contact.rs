//! Who answers for a site and what became of what readers sent: on pages, in the catalogue, in the tables.

use crate::open::{Opened, open};
use tiendo::bundle::Source as _;

const SITE: &str = "title: Trang thử
operator: Văn phòng tỉnh Thí Dụ
languages: [vi, en]
contact: {office: Phòng Thí Dụ, address: Số 1 đường Thí Dụ, phone: \"080 1234 5678\", email: lienhe@vidu.example}
feedback:
  email: phananh@vidu.example
  note: Trả lời trong 15 ngày làm việc.
  periods:
    - {period: 2025-Q1, received: 1200, handled: 1000}
    - {period: 2024-Q4, received: 4, handled: 4}
";
const AGENCIES: &str = "agencies:
  - {id: so-vi-du, name: Sở Ví Dụ, kind: other, code: H99.02}
";

fn site(settings: &str) -> Opened {
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    open(vec![file("content/site.yaml", settings), file("content/agencies/a.yaml", AGENCIES)], "2025-05-01", None)
}

#[test]
fn a_contact_stands_in_every_foot_and_in_the_catalogue() {
    let site = site(SITE);
    for page in ["index.html", "co-quan/so-vi-du/index.html", "404.html", "en/index.html"] {
        let page = site.text(page);
        let (_, foot) = page.split_once("<footer").expect("a foot");
        assert!(foot.contains("Phòng Thí Dụ</span>") && foot.contains("href=\"tel:08012345678\""), "{foot}");
        assert!(foot.contains("href=\"mailto:lienhe@vidu.example\"") && !foot.contains("Số 1 đường Thí Dụ"), "{foot}");
    }
    assert!(site.text("tro-nang/index.html").contains("Số 1 đường Thí Dụ"));
    let catalogue: serde_json::Value = serde_json::from_str(&site.text("du-lieu/dcat.jsonld")).expect("JSON");
    let point = &catalogue["dcat:dataset"][0]["dcat:contactPoint"];
    assert_eq!(point["vcard:fn"], "Phòng Thí Dụ");
    assert_eq!(point["vcard:hasEmail"]["@id"], "mailto:lienhe@vidu.example");
    let table: serde_json::Value = serde_json::from_str(&site.text("du-lieu/co-quan.json")).expect("JSON");
    assert_eq!(table["contact"]["email"], "lienhe@vidu.example");
}

#[test]
fn feedback_is_told_with_its_totals() {
    let site = site(SITE);
    let home = site.text("index.html");
    let (_, told) = home.split_once("id=\"h-feedback\"").expect("the section");
    let (told, _) = told.split_once("</section>").expect("its end");
    let cells: Vec<&str> = told.split(['<', '>']).filter(|t| t.chars().next().is_some_and(char::is_numeric)).collect();
    // Newest first, then the totals.
    assert_eq!(cells, ["1.200", "1.000", "4", "4", "1.204", "1.004"]);
    assert!(told.contains("href=\"mailto:phananh@vidu.example\"") && told.contains("15 ngày làm việc"), "{told}");
    let csv = site.text("du-lieu/phan-anh-kien-nghi.csv");
    assert_eq!(
        csv.trim_start_matches('\u{feff}').replace(['"', '\r'], ""),
        "period,received,handled\n2024-Q4,4,4\n2025-Q1,1200,1000\n"
    );
}

#[test]
fn a_site_that_says_neither_says_nothing_of_them() {
    let site = site("title: Trang thử\n");
    let home = site.text("index.html");
    assert!(!home.contains("h-feedback") && !home.contains("Đầu mối liên hệ"), "{home}");
    assert!(!site.text("du-lieu/dcat.jsonld").contains("contactPoint"));
}

#[test]
fn a_code_stands_on_the_page_of_its_agency_and_in_the_tables() {
    let site = site(SITE);
    assert!(site.text("co-quan/so-vi-du/index.html").contains("<dd>H99.02</dd>"));
    assert!(site.text("du-lieu/co-quan.csv").contains("\"H99.02\""));
    let mut words = site.paths().into_iter().filter(|path| path.starts_with("tim-kiem/tu/"));
    assert!(words.any(|path| site.text(path).contains("h9902")), "found by its code");
}
