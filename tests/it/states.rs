//! What the site says of every state: nothing that must stay inside, nothing twice with two numbers, nothing that the
//! press alone tells among what is counted.

use crate::exports::unpacked;
use crate::golden::{STATES_AS_OF, states};
use crate::laws::invented;
use crate::open::{Opened, open, open_snapshot};
use crate::sample;
use std::collections::{BTreeMap, BTreeSet};
use tiendo::bundle::Source as _;
use tiendo::derive::Label;
use tiendo::load::disk;
use tiendo::open_data::Bounds;

fn sample() -> Opened {
    let snapshot = disk::read(sample::folder()).expect("the sample is readable");
    open_snapshot(Bounds::default(), &snapshot, sample::AS_OF, None)
}

/// The officer of a task is for the office alone: with or without one, every byte of the site is the same.
#[test]
fn officers_are_in_no_byte_of_the_site() {
    let line = "    officer: {name: Vũ Không Công Bố, role: Chuyên viên}\n";
    let with = open(states(), STATES_AS_OF, Some("https://vidu.example/"));
    let mut files = states();
    let tasks = files.iter_mut().find(|(_, text)| text.contains(line)).expect("a task with an officer");
    tasks.1 = tasks.1.replace(line, "");
    let without = open(files, STATES_AS_OF, Some("https://vidu.example/"));
    assert_eq!(with.paths(), without.paths());
    let mut supervised = false;
    for path in with.paths() {
        assert!(with.file(path) == without.file(path), "{path} knows the officer");
        for part in unpacked(path, with.file(path)) {
            let text = String::from_utf8_lossy(&part);
            assert!(!text.contains("Không Công Bố") && !text.contains("khong cong bo"), "{path} names the officer");
            supervised |= text.contains("Lê Giả Định");
        }
    }
    assert!(supervised, "the supervisor is published");
}

/// What stands between `before` and `after`, each time.
fn all_between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0)).collect()
}

fn number(text: &str) -> u32 {
    text.replace('.', "").parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

/// Every name with a number that a page shows: labels and families of a bar's legend by their unit, and lists of tasks.
fn named_numbers(html: &str) -> BTreeSet<(String, String, u32)> {
    let mut found = BTreeSet::new();
    for standing in html.split("<div class=\"standing\" data-unit=\"").skip(1) {
        let unit = if standing.starts_with("tasks") { "nhiệm vụ" } else { "đầu việc" };
        let standing = standing.split("</div>").next().unwrap_or(standing);
        for key in all_between(standing, "<ul class=\"key\">", "</ul>") {
            for entry in all_between(key, "<b>", "</li>") {
                let (count, words) = entry.split_once("</b> ").expect("a number and words");
                let family = words.split(" <small>").next().unwrap_or(words);
                found.insert((unit.to_owned(), family.to_owned(), number(count)));
            }
        }
    }
    for lists in all_between(html, "<nav class=\"jump lists\"", "</nav>") {
        for link in all_between(lists, "<li><a ", "</small>") {
            let (words, count) =
                link.split_once('>').and_then(|(_, shown)| shown.split_once(" <small>")).expect("a chip");
            found.insert(("nhiệm vụ".to_owned(), words.to_owned(), number(count)));
        }
    }
    let caption = all_between(html, "<caption>Nhiệm vụ ", "</caption>").first().copied();
    let total = caption.and_then(|caption| Some(caption.rsplit_once(" trong ")?.1));
    if let (Some(title), Some(total)) = (all_between(html, "<h1>", "</h1>").first(), total) {
        found.insert(("nhiệm vụ".to_owned(), (*title).to_owned(), number(total)));
    }
    found
}

#[test]
fn one_name_has_one_number() {
    let mut sites = vec![sample(), open(states(), STATES_AS_OF, None)];
    for (seed, policy) in [(1, "separate"), (2, "overdue"), (3, "separate"), (4, "overdue")] {
        sites.push(open(invented(seed, policy), "2024-09-15", None));
    }
    for site in sites {
        let pages = site.pages().filter(|path| {
            *path == "index.html" || *path == "nhiem-vu/index.html" || path.starts_with("nhiem-vu/danh-sach/")
        });
        let mut numbers: BTreeMap<(String, String), BTreeSet<u32>> = BTreeMap::new();
        for (unit, words, n) in pages.flat_map(|path| named_numbers(&site.text(path))) {
            numbers.entry((unit, words)).or_default().insert(n);
        }
        let several: Vec<_> = numbers.iter().filter(|(_, n)| n.len() > 1).collect();
        assert!(several.is_empty(), "{several:?}");
        assert!(numbers.len() > 6, "{numbers:?}");
    }
}

#[test]
fn what_the_press_alone_tells_is_shown_and_not_counted() {
    for site in [sample(), open(states(), STATES_AS_OF, None)] {
        let report = &site.report;
        let (counted, told) = (report.task_list().len(), report.tasks_in_news().len());
        assert!(told > 0);
        assert_eq!((report.task_tally().total() as usize, report.shown_tasks().len()), (counted, counted + told));
        // The overview says once how many, and leads to where each of them stands.
        let home = site.text("index.html");
        let said = format!("Ngoài ra có {told} nhiệm vụ chỉ nêu trên báo chí, chưa thấy trong văn bản");
        assert_eq!(home.matches(&said).count(), 1);
        let note = home.split_once(&said).expect("the note").1.split_once("</p>").expect("its end").0;
        let listed: u32 = all_between(note, "(", ")").into_iter().map(number).sum();
        assert_eq!(listed as usize, told);
        let rows_of = |path: &str| {
            let page = site.text(path);
            let part = page.split_once("id=\"h-from-news\"").expect("a list of them").1;
            part.split_once("</section>").expect("its end").0.matches("<th scope=\"row\">").count()
        };
        let places = all_between(note, "href=\"", "#h-from-news\"");
        assert_eq!(places.into_iter().map(rows_of).sum::<usize>(), told);
        // The table of all tasks has the others, and says so.
        let parts = site.pages().filter(|path| *path == "nhiem-vu/index.html" || path.starts_with("nhiem-vu/trang/"));
        let table: String = parts.map(|path| site.text(path)).collect();
        assert_eq!(table.matches("<th scope=\"row\">").count(), counted);
        assert!(table.contains(&said));
        for ix in report.tasks_in_news() {
            let page = site.text(&format!("nhiem-vu/{}/index.html", report.data[*ix].id.as_str()));
            assert!(page.contains("Nêu trên báo chí, chưa thấy trong văn bản"));
            assert!(page.contains("Không tính vào số liệu.") && page.contains(">Nêu tại <a"));
            assert!(!page.contains(">Giao tại"));
        }
        // Agencies, groups and topics count what is in force.
        for page in site.pages().filter(|path| path.starts_with("co-quan/") && *path != "co-quan/index.html") {
            let page = site.text(page);
            let counted = page.split("id=\"h-in-news\"").next().expect("what comes before");
            assert!(!counted.contains("#s-in-news"), "only in a list of their own");
        }
    }
}

/// The table of all tasks has each task once, by label and then by day, in its parts as in one.
#[test]
fn the_table_begins_with_what_presses() {
    for site in [sample(), open(states(), STATES_AS_OF, None), open(invented(5, "separate"), "2024-09-15", None)] {
        let mut table = String::new();
        for part in 1..=site.report.task_list().len().div_ceil(50) {
            let path = if part == 1 { String::new() } else { format!("trang/{part}/") };
            table += &site.text(&format!("nhiem-vu/{path}index.html"));
        }
        let of = |row: &str| {
            let code = all_between(row, "href=\"#s-", "\"")[0].to_owned();
            let label = Label::PRESSING_FIRST.iter().position(|label| label.code() == code).expect("a label");
            let due = all_between(row, "datetime=\"", "\"").first().map(|day| (*day).to_owned());
            (label, due.is_none(), due)
        };
        let rows: Vec<_> = all_between(&table, "<tr><th scope=\"row\">", "</tr>").into_iter().map(of).collect();
        assert_eq!(rows.len(), site.report.task_list().len());
        assert!(rows.is_sorted(), "{rows:?}");
    }
}
