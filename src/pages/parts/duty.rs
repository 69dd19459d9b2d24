//! The words of a duty, and the places that state it.

use super::common::Link;
use crate::model::{Origin, SourceRef, TaskIx};
use crate::pages::page::{Page, or_empty};
use crate::plan::route::Route;
use schemars::JsonSchema;
use serde::Serialize;

/// One place that states a duty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceView<'d> {
    /// The document, linked to the clause.
    pub document: Link,
    /// The meeting; none of a document without one.
    pub meeting: Option<Link>,
    /// The clause in words: `điểm a khoản 2 mục III`; empty if unknown.
    pub clause: String,
    /// The words of the clause, condensed; empty if unknown, and of the main source, which `duty` and `of_clause` have.
    pub excerpt: String,
    /// Whether the source is a news item.
    pub news: bool,
    /// For readers; empty if there is none.
    pub note: &'d str,
}

/// Characters of a title that are read as a heading: what is longer stands among the words of the duty as well.
const A_HEADING: usize = 240;

impl<'p> Page<'p> {
    /// The words of the duty, and those of its clause where they are others.
    pub(crate) fn duty(&self, ix: TaskIx) -> (String, String) {
        let task = &self.data()[ix];
        let of_clause = self.words_of(&task.sources[0]);
        let long = || (task.title.chars().count() > A_HEADING).then(|| self.unmarked(&task.title));
        match task.text.clone().or_else(long) {
            Some(own) if same_words(&own, &of_clause) => (own, String::new()),
            Some(own) => (own, of_clause),
            None => (of_clause, String::new()),
        }
    }

    /// A place that states a duty, with its words if they are `quoted`.
    pub(crate) fn source(&self, source: &'p SourceRef, quoted: bool) -> SourceView<'p> {
        let data = self.data();
        SourceView {
            document: self.source_link(source),
            meeting: data
                .meeting_of(source.document)
                .map(|meeting| self.link(Route::Meeting(meeting), self.meeting_title(meeting))),
            clause: self.words.clause(&data.citation(source)),
            excerpt: if quoted { self.words_of(source) } else { String::new() },
            news: matches!(data[source.document].origin, Origin::News(_)),
            note: or_empty(source.note.as_ref()),
        }
    }

    /// What the text of a document says at a clause; empty where it does not have it.
    fn words_of(&self, source: &SourceRef) -> String {
        self.data().block_of(source).map_or_else(String::new, |block| capital(&block.text))
    }
}

/// Whether two texts are the same but for spaces, letter case and the mark at the end.
fn same_words(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ").trim_end_matches(['.', ';', ',', ':']).to_owned()
    };
    plain(one) == plain(other)
}

/// A quote begins with a capital, also where its label ("Thứ nhất,") is cut off.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn quotes_begin_with_a_capital() {
        assert_eq!(super::capital("đưa vào vận hành"), "Đưa vào vận hành");
        assert_eq!((super::capital("Ban hành"), super::capital("")), ("Ban hành".into(), String::new()));
    }

    #[test]
    fn spaces_and_the_last_mark_make_no_other_words() {
        assert!(super::same_words("Sửa cầu;", "sửa  cầu\n"));
        assert!(!super::same_words("Sửa cầu", "Sửa cầu và đường"));
    }
}
