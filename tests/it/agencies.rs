//! Agencies beside each other, and the page of one: what is folded, what is one row, what is said once.

use crate::open::{Opened, open};

/// So A and So B became So C on 1 March 2024; So D has nothing to do. `tasks` are given to both sisters.
fn opened(tasks: usize) -> Opened {
    let agencies = "agencies:\n\
        - {id: so-a, name: Sở A, kind: other, until: 2024-02-29, succeeded_by: [{agency: so-c, from: 2024-03-01}]}\n\
        - {id: so-b, name: Sở B, kind: other, until: 2024-02-29, succeeded_by: [{agency: so-c, from: 2024-03-01}]}\n\
        - {id: so-c, name: Sở C, kind: other, from: 2024-03-01}\n\
        - {id: so-d, name: Sở D, kind: other}\n\
        - {id: so-e, name: Sở E, kind: other}\n\
        groups:\n- {id: cac-so, name: Các sở, members: [{agency: so-a}, {agency: so-b}]}";
    let task = |n| {
        format!(
            "  - {{id: viec-{n}, title: Việc {n}, clause: \"1\", lead: [cac-so], due: 2024-06-{:02}}}\n",
            n % 28 + 1
        )
    };
    let others = "  - {id: bao-cao, title: Báo cáo, clause: \"1\", lead: [cac-so], due: {every: month}}\n\
                  \x20 - {id: rieng, title: Việc riêng, clause: \"1\", lead: [so-e], due: 2024-12-31}\n";
    let tasks: String = (0..tasks).map(task).collect();
    let files = [
        ("site.yaml", "title: Thử\nunreported: separate".to_owned()),
        ("agencies/a.yaml", agencies.to_owned()),
        (
            "meetings/hop.md",
            "---\ntitle: Họp\nheld: 2024-01-10\ndocuments: [{kind: Thông báo, issued: 2024-01-12}]\n---\n\n1. Một.\n"
                .to_owned(),
        ),
        ("tasks/hop.yaml", format!("document: hop\ntasks:\n{tasks}{others}")),
    ];
    open(files.map(|(path, text)| (format!("content/{path}"), text)).into(), "2024-07-15", None)
}

/// The part of a page from `start` to the next `end`.
fn part<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let from = page.find(start).unwrap_or_else(|| panic!("no {start} in {page}"));
    let to = page[from..].find(end).unwrap_or_else(|| panic!("no {end} after {start}"));
    &page[from..from + to]
}

#[test]
fn the_index_compares_who_holds_something_and_folds_the_rest() {
    let site = opened(3);
    let page = site.text("co-quan/index.html");
    let table = part(&page, "<table class=\"cards agencies\"", "</table>");
    let rows: Vec<&str> = table.split("<th scope=\"row\"").skip(1).collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[0].contains("Sở C") && rows[1].contains("Sở E"), "most to attend to first");
    assert!(
        rows[0].contains("width=\"100%\" height=\"100%\"") && !rows[1].contains("width=\"100%\" height=\"100%\"><rect"),
        "one scale"
    );
    let ended = part(&page, "<details id=\"ended\"", "</details>");
    assert!(
        ended.contains("Sở A") && ended.contains("Sở B") && ended.matches("so-c/index.html").count() == 2,
        "{ended}"
    );
    assert!(part(&page, "1 cơ quan chưa có đầu việc", "</details>").contains("Sở D"));
}

/// A task that came from two bodies is one row, and so are the periods of a recurring one; where all rows came from the
/// same bodies, that is said once.
#[test]
fn what_was_taken_over_is_one_row_a_task() {
    let page = opened(3).text("co-quan/so-c/index.html");
    let list = part(&page, "aria-labelledby=\"h-by-group\"", "</section>");
    assert_eq!(list.matches("<th scope=\"row\">").count(), 4, "{list}");
    for task in ["viec-0", "viec-1", "viec-2", "bao-cao"] {
        assert_eq!(list.matches(&format!("{task}/index.html")).count(), 1, "{task}");
    }
    assert_eq!(list.matches("so-a/index.html").count(), 1, "{list}");
    let before = part(list, "<h2", "<table");
    assert!(
        before.contains("đều có phần tiếp nhận từ") && before.contains("Sở A") && before.contains("Sở B"),
        "{before}"
    );
    assert!(list.contains("đầu việc</span> <span>"), "periods are counted: {list}");
}

#[test]
fn a_long_list_shows_twenty_the_most_pressing_first() {
    let page = opened(25).text("co-quan/so-c/index.html");
    let list = part(&page, "aria-labelledby=\"h-by-group\"", "</section>");
    let (shown, folded) = list.split_once("<details class=\"rest\">").expect("a fold");
    assert_eq!((shown.matches("<th scope=\"row\">").count(), folded.matches("<th scope=\"row\">").count()), (20, 6));
    assert!(folded.contains("Xem thêm 6"), "{folded}");
    let first = shown.split("<th scope=\"row\">").nth(1).expect("a row");
    assert!(first.contains("viec-0/"), "the longest past its day: {first}");
}

#[test]
fn a_body_that_is_no_more_has_one_sentence() {
    let site = opened(3);
    let page = site.text("co-quan/so-a/index.html");
    let answer = part(&page, "<p class=\"answer\">", "</p>");
    assert!(answer.contains("29/02/2024") && answer.contains("Sở C"), "{answer}");
    let handed = part(&page, "aria-labelledby=\"h-handed-over\"", "</section>");
    let table = handed.find("<table").expect("what it passed on");
    assert!(handed.find("<details>").is_some_and(|fold| fold < table), "{handed}");
    assert!(!page.contains("id=\"h-history\"") && !page.contains("class=\"empty\""));
}
