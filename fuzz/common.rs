//! What the targets share: a small site around the text that is being tried.

pub mod page;

use chrono::NaiveDate;
use std::sync::Arc;
use tiendo::derive::Report;
use tiendo::diag::draw;
use tiendo::i18n::Language;
use tiendo::load::{Snapshot, load};

/// A whole small site; `path` and its text come from the fuzzer and stand in place of the site's own file.
pub fn site_with(path: &str, text: &str) -> Snapshot {
    let own = [
        ("content/site.yaml", "title: Trang\ntopics:\n  - {id: the-che, name: Thể chế}\n"),
        (
            "content/agencies/a.yaml",
            "agencies:\n  - {id: bo-a, name: Bộ A, kind: ministry}\n  - {id: bo-b, name: Bộ B, kind: ministry}\n",
        ),
        (
            "content/meetings/2024-01-10-hop.md",
            "---\ntitle: Phiên họp\nheld: 2024-01-10\ndocuments:\n  - {kind: Thông báo, number: 5/TB, issued: 2024-01-15}\n---\n1. Một\n\na) hai\n",
        ),
        (
            "content/tasks/a.yaml",
            "document: 2024-01-10-hop\ntasks:\n  - {id: viec, title: Việc, clause: \"1\", lead: bo-a, due: {every: month}}\n",
        ),
    ];
    let kept =
        own.iter().filter(|(name, _)| *name != path).map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    Snapshot::of_texts(kept.chain([(path.to_owned(), text.to_owned())]))
}

/// Everything that happens to a site before a page is made; diagnostics are drawn in every form, for their places are what
/// goes wrong first.
pub fn use_site(snapshot: &Snapshot, as_of: NaiveDate) {
    let loaded = load(snapshot, |_| as_of);
    let sources = loaded.sources;
    let faults = loaded.diagnostics.into_sorted(&sources);
    draw::human(&faults, &sources, Language::VI, false, 5);
    draw::json(&faults, &sources, Language::EN);
    draw::github(&faults, &sources, "cchc/", Language::EN);
    if let Some(dataset) = loaded.dataset {
        Report::new(Arc::new(dataset), as_of);
    }
}

/// A day to look from.
pub fn day(year: i32, ordinal: u32) -> NaiveDate {
    NaiveDate::from_yo_opt(year, ordinal).unwrap_or_else(|| NaiveDate::from_ymd_opt(2024, 2, 29).expect("a leap day"))
}
