//! The calendar begins with the as-of date; what has gone by stands on the pages of its years; each day stands once.

use crate::laws::{THREE, small_files};
use crate::open::open;
use std::fmt::Write as _;

/// Headings of a page, in order.
fn headings(html: &str) -> Vec<String> {
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("a main part");
    let heading = |part: &str| {
        let text = part.split_once('>')?.1.split("</h").next()?;
        let plain = text.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, rest)| rest));
        Some(plain.collect::<String>())
    };
    let parts = main.split("<h").skip(1).filter(|part| part.starts_with(['2', '3']) && !part.starts_with("2 class"));
    parts.filter_map(heading).take_while(|text| text != "Theo dõi, tải về").collect()
}

#[test]
fn today_comes_first_and_the_past_is_folded() {
    let tasks = "  - {id: a, title: A, clause: \"1\", lead: [so-a], due: 2024-02-10}\n\
                 \x20 - {id: b, title: B, clause: \"1\", lead: [so-a], due: 2024-04-20}\n\
                 \x20 - {id: c, title: C, clause: \"1\", lead: [so-a, so-c], due: 2024-04-30}\n\
                 \x20 - {id: d, title: D, clause: \"1\", lead: [so-c], due: 2024-04-30}\n\
                 \x20 - {id: e, title: E, clause: \"1\", lead: [so-c], due: 2025-01-31}";
    let plan = open(small_files("", THREE, tasks), "2024-04-20", None);
    let page = plan.text("lich/index.html");
    let expected = [
        "Hôm nay, 20/4/2024",
        "tháng 4/2024",
        "30/4/2024 còn 10 ngày",
        "tháng 01/2025",
        "31/01/2025 còn 286 ngày",
        "Số thời hạn theo năm",
    ];
    assert_eq!(headings(&page), expected);
    // A day once, and a task once below it, whatever the number of its agencies.
    assert_eq!(page.matches("href=\"../nhiem-vu/c/index.html\"").count(), 1);
    assert!(page.contains("nhiem-vu/b/") && !page.contains("nhiem-vu/a/"), "{page}");
    assert!(page.contains("href=\"../lich/2024/index.html\">2024 <small>4</small></a>"), "{page}");
    let of_year = plan.text("lich/2024/index.html");
    assert_eq!(
        headings(&of_year),
        ["tháng 02/2024", "10/02/2024", "tháng 4/2024", "20/4/2024 hôm nay là hạn cuối", "30/4/2024 còn 10 ngày"]
    );
    assert!(of_year.contains("aria-current=\"page\">2024 <small>"), "{of_year}");
    let later = open(small_files("", THREE, tasks), "2026-01-01", None).text("lich/index.html");
    assert_eq!(headings(&later), ["Hôm nay, 01/01/2026", "Số thời hạn theo năm"]);
    assert!(later.contains("Không có thời hạn nào từ hôm nay trở đi."));
}

/// Two hundred deadlines of one month: the first fifty from today on, then the pages of the year and of the month.
#[test]
fn many_deadlines_come_in_pieces() {
    let tasks = (0..200).fold(String::new(), |mut all, n| {
        let _ = writeln!(
            all,
            "  - {{id: viec-{n}, title: Việc {n}, clause: \"1\", lead: [so-a], due: 2024-05-{:02}}}",
            n / 10 + 1
        );
        all
    });
    let plan = open(small_files("", THREE, &tasks), "2024-04-20", None);
    let page = plan.text("lich/index.html");
    assert_eq!(page.matches("nhiem-vu/viec-").count(), 50);
    assert!(page.contains("Còn 150 thời hạn nữa, xem theo năm."), "{page}");
    let of_year = plan.text("lich/2024/index.html");
    assert_eq!(of_year.matches("nhiem-vu/viec-").count(), 3);
    assert!(of_year.contains("Xem cả 200 thời hạn tháng 5/2024"), "{of_year}");
    let parts = (1..=4).map(|n| {
        if n == 1 { "lich/2024/05/index.html".to_owned() } else { format!("lich/2024/05/trang/{n}/index.html") }
    });
    assert_eq!(parts.map(|path| plan.text(&path).matches("nhiem-vu/viec-").count()).collect::<Vec<_>>(), [50; 4]);
}

/// A day on which very much falls due is cut like the rest.
#[test]
fn today_is_no_longer_than_the_page() {
    let tasks = (0..60).fold(String::new(), |mut all, n| {
        let _ = writeln!(all, "  - {{id: viec-{n}, title: Việc {n}, clause: \"1\", lead: [so-a], due: 2024-05-02}}");
        all
    });
    let page = open(small_files("", THREE, &tasks), "2024-05-02", None).text("lich/index.html");
    assert_eq!(page.matches("nhiem-vu/viec-").count(), 50);
    assert!(page.contains("Còn 10 thời hạn nữa, xem theo năm."), "{page}");
}
