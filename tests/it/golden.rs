//! What one page of each kind shows: its `<main>` beside the one in `tests/golden/`. `TIENDO_BLESS=1` writes them anew.

use crate::open::{Opened, open, open_drafts};
use std::collections::BTreeSet;
use std::path::Path;
use tiendo::bundle::Source as _;

/// Files under `--- path` headers.
fn files(text: &str) -> Vec<(String, String)> {
    let parts = text.split("--- content/").skip(1).map(|part| part.split_once('\n').expect("a path and a text"));
    parts.map(|(path, text)| (format!("content/{path}"), text.to_owned())).collect()
}

/// The small site, one with so many deadlines that a month has pages of its own, and one with drafts, shown.
fn sites() -> [Opened; 3] {
    themed(&[])
}

/// The same sites with the files of a theme, by their paths in its folder.
pub fn themed(theme: &[(&str, &str)]) -> [Opened; 3] {
    let own = |text: &str| {
        let mut files = files(text);
        if !theme.is_empty() {
            files[0].1.push_str("theme: rieng\n");
        }
        files.extend(theme.iter().map(|(path, text)| (format!("themes/rieng/{path}"), (*text).to_owned())));
        files
    };
    let small = own(include_str!("../golden/site.txt"));
    let mut large = small.clone();
    let task = |n| format!("  - {{id: nv-{n}, title: Việc {n}, lead: [so-c], due: 2024-03-29}}\n");
    let tasks = (0..203).map(task).collect::<Vec<_>>().concat();
    large.push(("content/tasks/nhieu.yaml".to_owned(), format!("document: hop-1\ntasks:\n{tasks}")));
    let base_url = Some("https://vidu.example/tien-do/");
    let [small, large] = [small, large].map(|files| open(files, "2024-10-05", base_url));
    [small, large, open_drafts(own(include_str!("../golden/drafts.txt")), "2025-07-01", base_url)]
}

/// A site with every label, and with what offices decide of tasks: acceptance, transfer, correction, the press.
pub fn states() -> Vec<(String, String)> {
    files(include_str!("../golden/states.txt"))
}

/// The day from which it is looked at.
pub const STATES_AS_OF: &str = "2024-10-05";

/// Pages of the site of all states; their golden files begin with `states-`.
const STATES: &[&str] = &[
    "index.html",
    "nhiem-vu/index.html",
    "nhiem-vu/trong-cay/index.html",
    "nhiem-vu/tuoi-cay/index.html",
    "nhiem-vu/lap-be/index.html",
    "nhiem-vu/mo-hoi-hoa/index.html",
    "co-quan/ban-cong-vien/index.html",
    "co-quan/ban-nuoc/index.html",
    "co-quan/ban-vuon/index.html",
    "co-quan/ban-duong/index.html",
    "phien-hop/hop-cay/index.html",
    "thay-doi/index.html",
    "nhung/tong-hop/index.html",
    "en/index.html",
    "en/nhiem-vu/trong-cay/index.html",
];

/// Pages of the site with drafts; their golden files begin with `drafts-`.
const DRAFTS: &[&str] = &[
    "nhap/index.html",
    "nhiem-vu/kho-du-lieu/index.html",
    "phien-hop/hop-nhap/index.html",
    "van-ban/vb-nhap/index.html",
    "nhiem-vu/index.html",
    "en/nhap/index.html",
];

/// Pages of the small site, then of the large one.
const PAGES: [&[&str]; 2] = [
    &[
        "index.html",
        "nhiem-vu/index.html",
        "nhiem-vu/danh-sach/qua-han/index.html",
        "nhiem-vu/danh-sach/da-hoan-thanh/index.html",
        "nhiem-vu/ra-soat/index.html",
        "nhiem-vu/ty-le/index.html",
        "nhiem-vu/ra-soat-cu/index.html",
        "co-quan/index.html",
        "co-quan/so-a/index.html",
        "co-quan/cac-so/index.html",
        "phien-hop/index.html",
        "phien-hop/hop-1/index.html",
        "van-ban/nghi-quyet-1/index.html",
        "tin/tin-1/index.html",
        "linh-vuc/index.html",
        "linh-vuc/thu-tuc/index.html",
        "lich/index.html",
        "lich/2024/index.html",
        "thay-doi/index.html",
        "thay-doi/2024-09/index.html",
        "bao-cao/index.html",
        "bao-cao/dinh-ky/bao-cao/index.html",
        "bao-cao/nhom/cac-so/index.html",
        "du-lieu/index.html",
        "cach-lam/index.html",
        "tim-kiem/index.html",
        "tro-nang/index.html",
        "nhung/index.html",
        "nhung/co-quan/so-a/index.html",
        "404.html",
        "en/index.html",
        "en/nhiem-vu/ra-soat/index.html",
    ],
    &["lich/2024/03/trang/2/index.html"],
];

#[test]
fn one_page_of_each_kind() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let bless = std::env::var_os("TIENDO_BLESS").is_some();
    let mut templates = BTreeSet::new();
    let mut differing = Vec::new();
    let states = open(states(), STATES_AS_OF, None);
    let sites = sites();
    let all = [
        (&sites[0], PAGES[0], ""),
        (&sites[1], PAGES[1], ""),
        (&states, STATES, "states-"),
        (&sites[2], DRAFTS, "drafts-"),
    ];
    for (site, pages, prefix) in all {
        for path in pages {
            templates.extend(site.template(path));
            let html = site.text(path);
            let (_, rest) = html.split_once("<main").unwrap_or_else(|| panic!("{path} has no <main>"));
            let main = format!("<main{}</main>\n", rest.split_once("</main>").expect("an end").0);
            let name = path.trim_end_matches("/index.html").replace(['/', '.'], "-");
            let golden = folder.join(format!("{prefix}{name}.html"));
            if bless {
                std::fs::write(&golden, &main).expect("a file of the tests");
            } else if std::fs::read_to_string(&golden).ok().as_deref() != Some(&main) {
                differing.push(format!("{path} is not {}, but:\n{main}", golden.display()));
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    let all: BTreeSet<&str> =
        sites.iter().flat_map(|s| s.pages().filter_map(|p| s.template(p)).collect::<Vec<_>>()).collect();
    assert_eq!(templates, all, "a kind of page without its golden one");
}
