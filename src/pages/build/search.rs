//! The search page and its A-Z index.

use super::{Builder, vietnamese_ranks};
use crate::derive::Label;
use crate::model::{AgencyIx, GroupIx, MeetingIx, PageIx, TopicIx};
use crate::pages::view::{LabelView, LetterEntry, LetterView, SearchView};
use crate::pages::words::tone;
use crate::plan::route::Route;
use unicode_normalization::UnicodeNormalization;

impl Builder<'_> {
    /// The search page.
    pub fn search(&self) -> SearchView {
        let entries = self.entries();
        let ranks = vietnamese_ranks(entries.iter().map(|e| e.link.text.as_str()));
        let mut order: Vec<(u32, LetterEntry)> = ranks.into_iter().zip(entries).collect();
        order.sort_by_key(|(rank, _)| *rank);
        let mut letters: Vec<LetterView> = Vec::new();
        for (_, entry) in order {
            let letter = letter_of(&entry.link.text);
            if letters.last().is_none_or(|last| last.letter != letter) {
                let anchor = format!("az-{}", letters.len() + 1);
                letters.push(LetterView { letter, anchor, entries: Vec::new() });
            }
            letters.last_mut().expect("one was just there").entries.push(entry);
        }
        SearchView { labels: self.labels(), letters }
    }

    /// All labels with their words, for scripts.
    pub(super) fn labels(&self) -> Vec<LabelView> {
        let label = |label: Label| LabelView {
            code: label.code(),
            tone: tone(label),
            text: self.words.label(label).to_owned(),
        };
        Label::ALL.map(label).into()
    }

    fn entries(&self) -> Vec<LetterEntry> {
        let data = self.data();
        let entry = |link, kind, beside: Option<&String>| LetterEntry {
            link,
            kind,
            beside: beside.cloned().unwrap_or_default(),
        };
        let agencies = (0..data.agencies.len()).map(AgencyIx::new);
        let mut entries: Vec<LetterEntry> =
            agencies.map(|ix| entry(self.agency_link(ix), "agency", data[ix].short.as_ref())).collect();
        let groups = (0..data.groups.len()).map(GroupIx::new);
        entries.extend(groups.map(|ix| entry(self.group_link(ix), "group", data[ix].short.as_ref())));
        let topics = (0..data.settings.topics.len()).map(TopicIx::new);
        entries.extend(topics.map(|ix| {
            let name = self.pick(&data[ix].name, data[ix].name_en.as_ref());
            entry(self.link(Route::Topic(ix, 1), name), "topic", None)
        }));
        let meetings = (0..data.meetings.len()).map(MeetingIx::new);
        entries.extend(meetings.map(|ix| {
            let number = data[ix].documents.iter().find_map(|d| data[*d].number.as_ref());
            entry(self.link(Route::Meeting(ix), self.meeting_title(ix)), "meeting", number)
        }));
        let pages = (0..data.pages.len()).map(PageIx::new);
        entries.extend(pages.map(|ix| {
            let name = self.pick(&data[ix].title, data[ix].title_en.as_ref());
            entry(self.link(Route::Page(ix), name), "page", None)
        }));
        entries
    }
}

/// The letter of the alphabet that a name begins with: `Ấn Độ` → `Â`, `Đà Nẵng` → `Đ`, `Ủy ban` → `U`.
fn letter_of(name: &str) -> String {
    let Some(first) = name.chars().find(|c| c.is_alphanumeric()) else { return "#".to_owned() };
    if first.is_numeric() {
        return "0-9".to_owned();
    }
    // Tones are no letters of their own; circumflex, breve and horn are.
    let letter = std::iter::once(first)
        .nfd()
        .filter(|c| !matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
    letter.nfc().collect::<String>().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::letter_of;

    #[test]
    fn letters() {
        for (name, letter) in [
            ("Ấn Độ", "Â"),
            ("Đà Nẵng", "Đ"),
            ("Ủy ban", "U"),
            ("ăng-ten", "Ă"),
            ("“Ước mơ”", "Ư"),
            ("372/TB", "0-9"),
            ("–", "#"),
        ] {
            assert_eq!(letter_of(name), letter, "{name}");
        }
    }
}
