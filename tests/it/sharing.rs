//! What search engines and messengers read of a page.

use crate::laws::small_files;
use crate::open::open;
use crate::sample;
use serde_json::Value;

const BASE: &str = "https://vidu.example/tien-do/";

/// The page's data block; none where it has none.
fn linked(html: &str) -> Option<Value> {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">")?;
    let (text, after) = rest.split_once("</script>").expect("an end");
    assert!(!after.contains("<script type=\"application/ld+json\">"), "one block a page");
    Some(serde_json::from_str(text).expect("JSON"))
}

const AGENCIES: &str = "agencies:\n  - {id: so-a, name: Sở A, short: SA, kind: body, url: \"https://so-a.example/\", until: 2024-03-31}\n  \
                        - {id: cty, name: Công ty B, kind: enterprise}";
const TASKS: &str = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], due: 2024-03-31}";

#[test]
fn agencies_are_organizations() {
    let plan = open(small_files("", AGENCIES, TASKS), "2024-05-01", Some(BASE));
    let found = linked(&plan.text("co-quan/so-a/index.html")).expect("a block");
    let expected = serde_json::json!({
        "@context": "https://schema.org", "@type": "GovernmentOrganization", "name": "Sở A", "alternateName": "SA",
        "url": "https://so-a.example/", "dissolutionDate": "2024-03-31",
        "mainEntityOfPage": "https://vidu.example/tien-do/co-quan/so-a/",
    });
    assert_eq!(found, expected);
    assert_eq!(linked(&plan.text("co-quan/cty/index.html")).expect("a block")["@type"], "Organization");
    assert!(linked(&plan.text("nhiem-vu/viec/index.html")).is_none());
}

#[test]
fn meetings_are_events_and_no_title_ends_the_block() {
    let files = [
        ("content/site.yaml", "title: Thử"),
        ("content/agencies/a.yaml", AGENCIES),
        (
            "content/meetings/hop.md",
            "---\ntitle: Họp </script><img src=x> & \"một\"\nheld: 2024-01-10\nplace: Hà Nội\nbody: so-a\n---\n\n1. Một.\n",
        ),
    ];
    let data = files.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    let html = open(data, "2024-05-01", None).text("phien-hop/hop/index.html");
    let expected = serde_json::json!({
        "@context": "https://schema.org", "@type": "Event", "name": "Họp </script><img src=x> & \"một\"",
        "startDate": "2024-01-10", "endDate": "2024-01-10", "inLanguage": "vi",
        "location": {"@type": "Place", "name": "Hà Nội"},
        "organizer": {"@type": "GovernmentOrganization", "name": "Sở A"},
    });
    assert_eq!(linked(&html).expect("a block"), expected);
    assert!(!html.contains("<img src=x>"));
}

#[test]
fn open_data_is_a_dataset_with_absolute_files_only_where_the_address_is_known() {
    let data = || small_files("", AGENCIES, TASKS);
    let with = linked(&open(data(), "2024-05-01", Some(BASE)).text("du-lieu/index.html")).expect("a block");
    assert_eq!((&with["@type"], &with["dateModified"]), (&Value::from("Dataset"), &Value::from("2024-05-01")));
    let files = with["distribution"].as_array().expect("files");
    assert!(files.len() > 20);
    assert!(files.iter().all(|f| f["contentUrl"].as_str().is_some_and(|url| url.starts_with(BASE))));
    let without = linked(&open(data(), "2024-05-01", None).text("du-lieu/index.html")).expect("a block");
    assert!(without.get("distribution").is_none());
}

/// Open Graph: the same title and sentence; an address only where the site knows its own.
#[test]
fn every_page_can_be_shared() {
    for (base, known) in [("https://a.vn/tien-do/", true), ("", false)] {
        let built = sample::build(sample::folder(), &["--base-url", base]);
        // A box is shown in somebody else's page, never shared by itself.
        let is_box = |path: &str| {
            let path = path.trim_start_matches("en/");
            path.starts_with("nhung/") && path != "nhung/index.html"
        };
        for path in sample::files(&built.output).iter().filter(|f| f.ends_with(".html") && !is_box(f)) {
            let html = sample::read(&built, path);
            assert_eq!(html.matches("<meta property=\"og:title\" content=\"").count(), 1, "{path}");
            let address = html.contains("<meta property=\"og:url\" content=\"https://a.vn/tien-do/");
            assert_eq!(address, known && path != "404.html", "{path}");
            let described =
                html.split_once("<meta name=\"description\" property=\"og:description\" content=\"").is_some();
            assert!(described || path == "404.html", "{path} has no description");
        }
    }
}

#[test]
fn a_meeting_leads_to_those_of_its_body_before_and_after() {
    let meeting = |id: &str, held: &str, body: &str| {
        let text =
            format!("---\ntitle: Họp {id}\nheld: {held}\n{body}documents: [{{kind: Thông báo}}]\n---\n\n1. Một.\n");
        (format!("content/meetings/{id}.md"), text)
    };
    let agencies = "agencies:\n  - {id: so-a, name: Sở A, kind: body}\n  - {id: so-b, name: Sở B, kind: body}\n";
    let data = vec![
        ("content/site.yaml".to_owned(), "title: Thử\n".to_owned()),
        ("content/agencies/a.yaml".to_owned(), agencies.to_owned()),
        meeting("a-mot", "2024-01-01", "body: so-a\n"),
        meeting("b-mot", "2024-02-01", "body: so-b\n"),
        meeting("khong", "2024-03-01", ""),
        meeting("a-hai", "2024-04-01", "body: so-a\n"),
        meeting("a-ba", "2024-05-01", "body: so-a\n"),
        meeting("b-hai", "2024-06-01", "body: so-b\n"),
    ];
    let plan = open(data, "2024-07-01", None);
    let beside = |id: &str| {
        let html = plan.text(&format!("phien-hop/{id}/index.html"));
        let link = |rel: &str| {
            let rest = html.split_once(&format!("<a rel=\"{rel}\" href=\"../../phien-hop/"))?.1;
            rest.split_once("/index.html").map(|(id, _)| id.to_owned())
        };
        format!("{id}: {} {}", link("prev").unwrap_or_default(), link("next").unwrap_or_default())
    };
    let shown: Vec<String> = ["a-mot", "a-hai", "a-ba", "b-mot", "b-hai", "khong"].map(beside).into();
    assert_eq!(
        shown,
        ["a-mot:  a-hai", "a-hai: a-mot a-ba", "a-ba: a-hai ", "b-mot:  b-hai", "b-hai: b-mot ", "khong:  "]
    );
}
