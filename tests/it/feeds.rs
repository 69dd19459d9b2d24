//! Calendars and feeds: ids of this site alone, stamps that never go back.

use crate::laws::{THREE, small_files};
use crate::open::open;
use std::collections::BTreeSet;
use tiendo::bundle::Source;

const TASK: &str = "  - {id: viec, title: Sửa cầu, clause: \"1\", lead: [so-a], due: 2024-06-30, updates: [REPORT]}\n";
const DONE: &str = "{date: 2024-05-02, progress: completed}";

fn files(settings: &str, report: &str) -> Vec<(String, String)> {
    small_files(settings, THREE, &TASK.replace("REPORT", report))
}

fn values(text: &str, name: &str) -> Vec<String> {
    // Lines are folded (RFC 5545, 3.1).
    let text = text.replace("\r\n ", "");
    text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::to_owned).collect()
}

/// The UIDs of the calendar, and the ids of the feed and its entries.
fn ids(settings: &str, base: Option<&str>) -> (Vec<String>, Vec<String>) {
    let site = open(files(settings, DONE), "2024-07-15", base);
    let feed = site.text("du-lieu/atom.xml");
    let ids = feed.split("<id>").skip(1).filter_map(|rest| Some(rest.split_once("</id>")?.0.to_owned())).collect();
    (values(&site.text("du-lieu/lich.ics"), "UID"), ids)
}

#[test]
fn ids_of_two_sites_differ() {
    let sites = [
        ("", Some("https://cong.example/")),
        ("", Some("https://cong.example/tinh-a/")),
        ("", Some("https://cong.example/tinh-b/")),
        ("", Some("https://cong.example:8443/tinh-b/")),
        ("", Some("https://[2001:db8::1]/")),
        ("", Some("https://[2001:db8::1]:8443/")),
        ("", None),
        ("operator: Sở Thí dụ", None),
        ("operator: Sở Ví dụ", None),
    ];
    let (mut seen, mut count) = (BTreeSet::new(), 0);
    for (settings, base) in sites {
        let (uids, ids) = ids(settings, base);
        assert_eq!((uids.len(), ids.len()), (2, 3), "{ids:?}");
        count += uids.len() + ids.len();
        for id in ids.iter().filter(|id| id.starts_with("tag:")) {
            assert!(!id.contains('['), "{id}: no host of RFC 4151");
        }
        seen.extend(uids.into_iter().chain(ids));
    }
    assert_eq!(seen.len(), count, "an id stands in two sites: {seen:#?}");
}

#[test]
fn ids_stay() {
    let (uids, ids) = ids("", Some("https://cong.example/tinh-a/"));
    assert_eq!(uids, ["tinh-a/nhiem-vu.viec@cong.example", "tinh-a/phien-hop.hop@cong.example"]);
    assert_eq!(ids[0], "https://cong.example/tinh-a/du-lieu/atom.xml");
    assert!(
        ids.contains(&"tag:cong.example,2024-05-02:tinh-a/nhiem-vu/viec/bao-cao/2024-05-02/so-a".to_owned()),
        "{ids:?}"
    );
    assert_eq!(self::ids("", Some("https://cong.example/")).0[0], "nhiem-vu.viec@cong.example");
    assert_eq!(self::ids("", Some("https://[2001:db8::1]:8443/")).0[0], ":8443/nhiem-vu.viec@[2001:db8::1]");
}

/// A report was wrong and is put right, or taken out: the events of the day before are older all the same.
#[test]
fn stamps_never_go_back() {
    let records = [DONE, "{date: 2024-05-02, progress: in-progress}", "{date: 2024-03-01, progress: in-progress}", ""];
    let mut last = String::new();
    for (n, report) in records.into_iter().enumerate() {
        let site = open(files("", report), &format!("2024-07-{}", 10 + n), None);
        // What is done has no calendar of its own any more, and its page leads to none.
        let own = (report != DONE).then_some("du-lieu/nhiem-vu/viec.ics");
        assert_eq!(site.paths().contains(&"du-lieu/nhiem-vu/viec.ics"), own.is_some());
        assert_eq!(site.text("nhiem-vu/viec/index.html").contains("nhiem-vu/viec.ics"), own.is_some());
        for calendar in own.into_iter().chain(["du-lieu/lich.ics", "du-lieu/co-quan/so-a.ics"]) {
            let text = site.text(calendar);
            assert!(!text.contains("SEQUENCE"), "{text}");
            for stamp in values(&text, "DTSTAMP") {
                assert!(stamp >= last, "{calendar}: {stamp} after {last}");
                last = stamp;
            }
        }
        assert_eq!(last, format!("202407{}T000000Z", 10 + n));
    }
}

#[test]
fn a_zone_without_a_name_is_not_named() {
    for (zone, named) in [("Asia/Bangkok", vec!["Asia/Bangkok"]), ("\"+07:00\"", vec![])] {
        let text = open(files(&format!("timezone: {zone}"), DONE), "2024-07-15", None).text("du-lieu/lich.ics");
        assert_eq!(values(&text, "X-WR-TIMEZONE"), named);
    }
}
