//! The search page and its A-Z index.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::order::vietnamese_ranks;
use super::parts::common::{FamilyView, LabelView, Link};
use crate::derive::{Family, Label};
use crate::model::{PageGroup, PageIx, TopicIx};
use unicode_normalization::UnicodeNormalization;

/// The search page (`search.html`): the words that its script needs, and the index that works without one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SearchView {
    /// All labels of a status, and what stands in place of one where a task is known from news alone.
    pub labels: Vec<LabelView>,
    /// The A-Z index of agencies, groups, topics, meetings and free pages.
    pub letters: Vec<LetterView>,
}

/// Entries of the A-Z index under one letter.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LetterView {
    /// The letter; `0-9` for digits.
    pub letter: String,
    /// Anchor of the letter in the page.
    pub anchor: String,
    /// In Vietnamese order.
    pub entries: Vec<LetterEntry>,
}

/// One entry.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LetterEntry {
    /// Address and name.
    pub link: Link,
    /// `agency`, `group`, `topic`, `meeting` or `page`.
    pub kind: &'static str,
    /// What stands beside the name: a short name, a number; empty if there is none.
    pub beside: String,
}

pub(super) struct Search;

impl Kind for Search {
    const TEMPLATE: &'static str = "search.html";
    const GROUP: Option<PageGroup> = Some(PageGroup::Search);
    type View<'p> = SearchView;

    fn all(_: &Report, _: &Index) -> Vec<Self> {
        vec![Self]
    }

    fn route(&self) -> Route {
        Route::Search
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::new(page.words.say("nav-search")).lead(page.words.say("search-lead"))
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let entries = page.entries();
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
        let in_news = page.words.in_news();
        let in_news = LabelView { code: in_news.code, tone: in_news.tone, text: in_news.text };
        SearchView { labels: page.labels().into_iter().chain([in_news]).collect(), letters }
    }
}

impl Page<'_> {
    /// All labels with their words, for scripts.
    pub(crate) fn labels(&self) -> Vec<LabelView> {
        Label::ALL.map(|label| self.label(label)).into()
    }

    /// The same by family.
    pub(crate) fn families(&self) -> Vec<FamilyView> {
        let labels = |family| Label::ALL.into_iter().filter(move |label| label.family() == family);
        let family = |family: Family| FamilyView {
            code: family.code(),
            text: self.words.say(&format!("family-{}", family.code())),
            labels: labels(family).map(|label| self.label(label)).collect(),
        };
        Family::ALL.map(family).into()
    }

    fn label(&self, label: Label) -> LabelView {
        LabelView { code: label.code(), tone: label.family().code(), text: self.words.label(label).to_owned() }
    }

    fn entries(&self) -> Vec<LetterEntry> {
        let data = self.data();
        let entry = |link, kind, beside: Option<&String>| LetterEntry {
            link,
            kind,
            beside: beside.cloned().unwrap_or_default(),
        };
        let agencies = data.agency_list().map(|(ix, a)| entry(self.agency_link(ix), "agency", a.short.as_ref()));
        let groups = data.group_list().map(|(ix, g)| entry(self.group_link(ix), "group", g.short.as_ref()));
        let mut entries: Vec<LetterEntry> = agencies.chain(groups).collect();
        let topics = (0..data.settings.topics.len()).map(TopicIx::new);
        entries.extend(topics.map(|ix| entry(self.link(Route::Topic(ix, 1), self.topic_name(ix)), "topic", None)));
        entries.extend(data.meeting_list().map(|(ix, meeting)| {
            let number = meeting.documents.iter().find_map(|d| data[*d].number.as_ref());
            entry(self.link(Route::Meeting(ix), self.meeting_title(ix)), "meeting", number)
        }));
        entries.extend(data.own_documents().map(|(ix, document)| {
            entry(self.link(Route::Document(ix), self.document_title(ix)), "document", document.number.as_ref())
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
