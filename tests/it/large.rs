//! An invented site with many tasks: no list has more than two hundred rows on a page, no page more than 300 KB.

use crate::crawl;
use crate::laws::{THREE, invented, small_files};
use crate::open::{Opened, open, open_within};
use crate::sample::Built;
use std::fmt::Write as _;
use tiendo::bundle::Source;
use tiendo::open_data::Bounds;

/// A meeting of 900 tasks with long titles, all due within one year.
fn site() -> Vec<(String, String)> {
    let title = "Rà soát, cắt giảm, đơn giản hóa thủ tục hành chính ".repeat(40);
    let mut tasks = "document: hop\ntasks:\n".to_owned();
    for n in 0..900 {
        let (month, day) = (n % 3 + 1, n % 28 + 1);
        let _ = writeln!(tasks, "  - {{id: nv-{n}, title: \"{title}\", lead: [cq], due: 2024-{month:02}-{day:02}}}");
    }
    let head = "---\ntitle: Họp\nheld: 2023-12-01\ndocuments: [{kind: Thông báo, issued: 2023-12-05}]\n---\n\nMột.\n";
    [
        ("site.yaml", "title: Trang giả lập\nunreported: overdue\n".to_owned()),
        ("agencies/a.yaml", "agencies:\n  - {id: cq, name: Cơ quan giả lập, kind: other}\n".to_owned()),
        ("meetings/hop.md", head.to_owned()),
        ("tasks/t.yaml", tasks),
    ]
    .map(|(path, text)| (format!("content/{path}"), text))
    .into()
}

#[test]
fn no_page_grows_with_the_site() {
    let site = open(site(), "2024-02-10", None);
    let paths = site.paths();
    for expected in ["nhiem-vu/danh-sach/qua-han/trang/2/index.html", "lich/2024/03/trang/2/index.html"] {
        assert!(paths.contains(&expected), "{expected}");
    }
    // What was assigned on one day stands on one page, and so do the tasks of one meeting. The dictionary of the data has
    // a row for each column, whatever the site.
    let lists = paths.iter().filter(|path| path.ends_with(".html"));
    for path in lists.filter(|path| !path.starts_with("phien-hop/") && !path.starts_with("du-lieu/")) {
        let page = site.text(path);
        // Beside the list a page may show a picture with its numbers as a short table.
        let rows = page.matches("<tr>").count();
        assert!(page.len() < 300_000 && rows <= 120, "{path}: {} bytes, {rows} rows", page.len());
    }
}

/// The second part of a group's page is reached from the first.
#[test]
fn every_task_of_a_large_group_is_reached() {
    let task = |n| format!("  - {{id: nv-{n}, title: Việc, clause: \"1\", lead: [cac-so]}}\n");
    let tasks = (0..101).map(task).collect::<Vec<_>>().concat();
    let site = open(small_files("", THREE, &tasks), "2024-02-10", None);
    let (first, second) = (site.text("co-quan/cac-so/index.html"), site.text("co-quan/cac-so/trang/2/index.html"));
    assert!(first.contains("href=\"../../co-quan/cac-so/trang/2/index.html\""), "{first}");
    // Twenty are shown, the rest of the part is folded.
    let (shown, folded) = first.split_once("<details class=\"rest\">").expect("a fold");
    assert_eq!(shown.matches("<th scope=\"row\">").count(), 20);
    assert_eq!(folded.matches("<th scope=\"row\">").count(), 80);
    assert!(second.contains("nhiem-vu/nv-100/index.html") && second.contains("(Trang 2)"), "{second}");
}

/// A site that outgrows the bounds of single files: none of its pages and lists leads to what was left out.
#[test]
fn nothing_leads_to_what_is_left_out() {
    let site = |bounds| open_within(bounds, invented(3, "separate"), "2024-11-01", Some("https://a.vn/"));
    let all = site(Bounds::default());
    let small = site(Bounds { workbook_rows: 0, sitemap_addresses: 7 });
    let missing: Vec<String> =
        all.paths().into_iter().filter(|path| !small.paths().contains(path)).map(str::to_owned).collect();
    assert!(missing.len() > 3 && missing.iter().all(|path| path.ends_with(".xlsx")), "{missing:?}");
    // The page for missing addresses links from the root of the host.
    let faults: Vec<String> = crawl::faults(&Built::of(&small))
        .into_iter()
        .filter(|fault| !fault.starts_with("404.html: absolute"))
        .collect();
    assert_eq!(faults, [""; 0]);
    for path in small.paths().into_iter().filter(|path| path.ends_with(".html") || path.contains("json")) {
        let text = small.text(path);
        let names = missing.iter().find(|file| text.contains(file.as_str()));
        assert_eq!(names, None, "{path}");
    }
    // The list of pages is in parts, which are all there and hold every page once.
    let index = small.text("sitemap.xml");
    let parts: Vec<&str> =
        index.split("<loc>https://a.vn/").skip(1).filter_map(|part| part.split('<').next()).collect();
    let addresses = |of: &Opened, path: &str| of.text(path).matches("<loc>").count();
    let listed: usize = parts.iter().map(|path| addresses(&small, path)).sum();
    assert!(parts.len() > 2 && listed == addresses(&all, "sitemap.xml"), "{parts:?}");
}
