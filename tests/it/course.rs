//! What the pages of tasks and conclusions say first, and in which order.

use crate::golden::{STATES_AS_OF, states};
use crate::laws::{THREE, small_files};
use crate::open::{Opened, open, open_snapshot};
use crate::sample;
use tiendo::load::disk;
use tiendo::open_data::Bounds;

fn sample() -> Opened {
    let snapshot = disk::read(sample::folder()).expect("the sample is readable");
    open_snapshot(Bounds::default(), &snapshot, sample::AS_OF, None)
}

/// The page of a task of one holder, which `fields` describe; of its notice of 15 January 2024.
fn page(fields: &str, as_of: &str) -> String {
    let tasks = format!("  - {{id: viec, title: Làm việc, clause: \"1\", lead: [so-a], {fields}}}");
    open(small_files("", THREE, &tasks), as_of, None).text("nhiem-vu/viec/index.html")
}

fn between<'t>(html: &'t str, before: &str, after: &str) -> &'t str {
    let rest = html.split_once(before).unwrap_or_else(|| panic!("no {before}")).1;
    rest.split_once(after).expect("an end").0
}

/// The text of a piece of a page, words parted by single spaces.
fn text(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The steps of a task's course as a reader sees them.
fn course(html: &str) -> Vec<String> {
    let list = between(html, "<ol class=\"course", "</ol>");
    list.split("<li").skip(1).map(|step| text(step.split_once('>').expect("an entry").1)).collect()
}

#[test]
fn the_course_of_a_task_by_its_deadline_and_its_end() {
    let done = "updates: [{date: 2024-05-09, progress: completed}]";
    for (fields, as_of, steps) in [
        (
            format!("due: 2024-03-31, {done}"),
            "2024-06-01",
            &["Giao 15/01/2024", "Hạn 31/3/2024", "Xong 09/5/2024 +39 ngày"][..],
        ),
        (format!("due: 2024-05-31, {done}"), "2024-06-01", &["Giao 15/01/2024", "Xong 09/5/2024", "Hạn 31/5/2024"]),
        (done.to_owned(), "2024-06-01", &["Giao 15/01/2024", "Xong 09/5/2024"]),
        (
            "due: 2024-03-31, updates: [{date: 2024-05-09, progress: completed, completed_on: unknown}]".to_owned(),
            "2024-06-01",
            &["Giao 15/01/2024", "Hạn 31/3/2024", "Xong chưa rõ"],
        ),
        ("due: 2024-03-31".to_owned(), "2024-02-01", &["Giao 15/01/2024", "Tính đến 01/02/2024", "Hạn 31/3/2024"]),
        (
            "due: 2024-03-31".to_owned(),
            "2024-04-10",
            &["Giao 15/01/2024", "Hạn 31/3/2024", "Tính đến 10/4/2024 +10 ngày"],
        ),
        ("urgency: sớm".to_owned(), "2024-04-10", &["Giao 15/01/2024", "Tính đến 10/4/2024"]),
        ("due: continuous".to_owned(), "2024-04-10", &["Giao 15/01/2024", "Tính đến 10/4/2024"]),
        (
            "due: 2024-03-31, extended: [{to: 2024-06-30, on: 2024-03-20}]".to_owned(),
            "2024-05-01",
            &["Giao 15/01/2024", "Hạn ban đầu 31/3/2024", "Tính đến 01/5/2024", "Hạn 30/6/2024"],
        ),
        (
            "due: {every: quarter, from: 2024-01-01}".to_owned(),
            "2024-05-01",
            &[
                "Giao 15/01/2024",
                "Kỳ vừa qua 31/3/2024 quý I/2024",
                "Tính đến 01/5/2024",
                "Kỳ tới 30/6/2024 quý II/2024",
            ],
        ),
        (
            "due: 2024-06-30, cancelled: {on: 2024-04-01}".to_owned(),
            "2024-05-01",
            &["Giao 15/01/2024", "Thôi thực hiện 01/4/2024", "Hạn 30/6/2024"],
        ),
    ] {
        assert_eq!(course(&page(&fields, as_of)), steps, "{fields} at {as_of}");
    }
}

#[test]
fn the_days_of_every_task_are_in_the_order_of_time() {
    for site in [sample(), open(states(), STATES_AS_OF, None)] {
        let mut dated = 0;
        for ix in site.report.shown_tasks() {
            let html = site.text(&format!("nhiem-vu/{}/index.html", site.report.data[ix].id.as_str()));
            let list = between(&html, "<ol class=\"course", "</ol>");
            // A month or a year stands where it ends.
            let ends = |iso: &str| format!("{iso}{}", &"-99-99"[iso.len().min(10) - 4..]);
            let days: Vec<String> =
                list.split("datetime=\"").skip(1).map(|rest| ends(&rest[..rest.find('"').expect("an end")])).collect();
            assert!(days.is_sorted(), "{}: {days:?}", site.report.data[ix].id.as_str());
            dated += usize::from(days.len() > 1);
        }
        assert!(dated > 10);
    }
}

#[test]
fn status_then_the_words_of_the_duty_then_who_then_reports() {
    for site in [sample(), open(states(), STATES_AS_OF, None)] {
        for ix in site.report.shown_tasks() {
            let id = site.report.data[ix].id.as_str();
            let html = site.text(&format!("nhiem-vu/{id}/index.html"));
            let parts =
                ["<h1", "class=\"answer\"", "class=\"course", "id=\"h-duty\"", "id=\"h-doers\"", "id=\"h-updates\""];
            let places: Vec<Option<usize>> = parts.iter().map(|part| html.find(part)).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{id}: {places:?}");
            for part in parts {
                assert!(html.matches(part).count() <= 2, "{id} has {part} again and again");
            }
        }
    }
}

/// The words of the duty are its own, else those of its clause, else a title too long for a heading.
#[test]
fn the_words_of_a_duty_are_the_fullest_that_there_are() {
    let quoted = |fields: &str| {
        let html = page(fields, "2024-02-01");
        text(between(&html, "<blockquote class=\"words\">", "</blockquote>"))
    };
    assert_eq!(quoted("due: 2024-03-31"), "Một.");
    assert_eq!(quoted("text: Làm việc cho xong."), "Làm việc cho xong.");
    let long = "Rà soát và sửa ".repeat(20);
    let tasks = format!("  - {{id: viec, title: \"{long}đường\", lead: [so-a]}}");
    let html = open(small_files("", THREE, &tasks), "2024-02-01", None).text("nhiem-vu/viec/index.html");
    assert!(html.contains("<h1 class=\"long\">") && between(&html, "class=\"words\">", "</").ends_with("đường"));
}

/// `Hoàn thành quá hạn` is not followed by `quá hạn 39 ngày`.
#[test]
fn no_label_is_followed_by_its_own_words() {
    let mut with_days = 0;
    for site in [sample(), open(states(), STATES_AS_OF, None)] {
        for path in site.pages().filter(|path| !path.starts_with("en/")) {
            let html = site.text(path);
            let answers = html.split("<p class=\"answer\">").skip(1).filter_map(|rest| rest.split_once("</p>"));
            let badges = html.split("<span class=\"s s-").skip(1).filter_map(|rest| rest.split_once("</li>"));
            for (told, _) in answers.chain(badges.filter(|(told, _)| told.contains("<small>"))) {
                let (label, days) = match told.split_once("</span> <small>").or_else(|| told.split_once("</b> <span>"))
                {
                    Some((label, rest)) => (text(label), text(rest.split_once("</").expect("an end").0)),
                    None => continue,
                };
                with_days += 1;
                let pairs: Vec<&str> = days.split(' ').collect();
                let twice = pairs.windows(2).any(|two| label.to_lowercase().contains(&two.join(" ")));
                assert!(!twice, "{path}: {label} {days}");
            }
        }
    }
    assert!(with_days > 10);
}

/// Silence is nobody's fault: neither red nor "quá hạn", unless the site counts it so; then nothing takes that back.
#[test]
fn silence_is_not_called_overdue() {
    let html = page("due: 2024-03-31", "2024-06-01");
    let main = between(&html, "<main", "id=\"h-doers\"");
    assert!(
        main.contains("class=\"state s-unclear\"") && !main.contains("s-overdue") && !main.contains("uá hạn"),
        "{main}"
    );
    let fault = "Điều này không có nghĩa là cơ quan chưa làm.";
    assert!(html.contains(fault));
    let tasks = "  - {id: viec, title: Làm việc, clause: \"1\", lead: [so-a], due: 2024-03-31}";
    let strict = open(small_files("unreported: overdue", THREE, tasks), "2024-06-01", None);
    let html = strict.text("nhiem-vu/viec/index.html");
    assert!(html.contains("class=\"state s-overdue\"") && !html.contains(fault));
}

#[test]
fn without_a_deadline_one_sentence_says_so() {
    let html = page("topics: []", "2024-06-01");
    assert_eq!(between(&html, "<main", "</main>").matches("Văn bản không nêu thời hạn.").count(), 1);
    for empty in ["<p></p>", "<dd></dd>", "<p class=\"terms\"></p>", "<q></q>", "<br></"] {
        assert!(!html.contains(empty), "{empty}");
    }
}

/// Tasks stand in the block of their clause, behind its words.
#[test]
fn tasks_stand_below_their_clause() {
    for site in [sample(), open(states(), STATES_AS_OF, None)] {
        let mut found = 0;
        for path in site.pages().filter(|path| path.starts_with("phien-hop/") || path.starts_with("van-ban/")) {
            let html = site.text(path);
            for block in html.split("<div class=\"cl ").skip(1).filter(|block| block.contains("<aside")) {
                let (words, tasks) = block.split_once("<aside").expect("tasks");
                assert!(words.contains("class=\"x\">") && !tasks.contains("class=\"x\">"), "{path}: {words}");
                assert!(tasks.contains("/nhiem-vu/") && tasks.contains("class=\"tasks\""), "{path}");
                found += 1;
            }
        }
        assert!(found > 1);
    }
}

/// Where a whole text is in Vietnamese alone, the English page says so once, at the text.
#[test]
fn english_pages_say_once_that_a_text_is_in_vietnamese() {
    let site = sample();
    let said = "The text below is in Vietnamese only.";
    let mut pages = 0;
    for path in site.pages().filter(|path| path.starts_with("en/nhiem-vu/") || path.starts_with("en/phien-hop/2")) {
        let html = site.text(path);
        if html.contains("class=\"words\"") || html.contains("id=\"h-text\"") {
            assert_eq!(html.matches(said).count(), 1, "{path}");
            pages += 1;
        }
    }
    assert!(pages > 50);
}

/// A task that is to be done by the next meeting stands on that meeting's page too.
#[test]
fn a_meeting_lists_what_is_due_by_it() {
    let tasks = "  - {id: viec, title: Làm việc, clause: \"1\", lead: [so-a], due: {at: {meeting: hop-2}}}";
    let mut files = small_files("", THREE, tasks);
    files.push(("content/meetings/hop-2.md".to_owned(), "---\ntitle: Họp lại\nheld: 2024-05-02\n---\n".to_owned()));
    let site = open(files, "2024-06-01", None);
    let due = site.text("phien-hop/hop-2/index.html");
    assert!(between(&due, "id=\"h-due\"", "</section>").contains("nhiem-vu/viec/"), "{due}");
    assert!(!site.text("phien-hop/hop/index.html").contains("id=\"h-due\""));
}
