//! Dates, statuses and tallies as a reader of one language expects them.

use super::parts::common::{DateView, FamilyName, FamilyTally, Lang, RateView, StatusView, TallyBox, TallyView};
use crate::derive::{Family, IN_NEWS, Label, Rate, Status, Tally, Timeliness};
pub use crate::i18n::Arg;
use crate::i18n::{self, Language, iso};
use crate::model::PartialDate;
use crate::theme::Theme;
use chrono::NaiveDate;
use std::ops::Deref;

/// The words of one language, with what pages make of them.
pub struct PageWords {
    words: i18n::Words,
    /// What each language of the interface calls itself.
    names: Vec<(Language, String)>,
}

impl Deref for PageWords {
    type Target = i18n::Words;

    fn deref(&self) -> &Self::Target {
        &self.words
    }
}

impl PageWords {
    /// The words of `language` in a theme, on a site that speaks `all` of these languages.
    pub fn new(theme: &Theme, language: Language, all: &[Language]) -> Self {
        let names = all.iter().map(|other| (*other, theme.words(*other).say("language-name"))).collect();
        Self { words: theme.words(language), names }
    }

    /// What a language of the interface calls itself.
    pub fn name_of(&self, language: Language) -> String {
        self.names.iter().find(|(known, _)| *known == language).map_or_else(String::new, |(_, name)| name.clone())
    }

    /// A text in `content`, or its English translation where these words are in another language.
    pub fn pick<'t>(&self, content: Language, text: &'t str, translation: Option<&'t String>) -> (&'t str, Lang) {
        match translation {
            _ if self.lang == content => (text, None),
            Some(text) => (text, (self.lang != Language::EN).then_some("en")),
            None => (text, Some(content.code())),
        }
    }

    pub fn label(&self, label: Label) -> &str {
        self.words.label(label.code())
    }

    pub fn day(&self, day: NaiveDate) -> DateView {
        DateView { text: self.words.day(day), iso: iso(day) }
    }

    pub fn date(&self, date: PartialDate) -> DateView {
        match date {
            PartialDate::Day(day) => self.day(day),
            PartialDate::Month(_) | PartialDate::Year(_) => DateView { text: self.words.date(date), iso: date.code() },
        }
    }

    /// A status with its words; `detail` says how many days late or left.
    pub fn status(&self, status: &Status) -> StatusView {
        StatusView {
            detail: self.detail(status),
            due: status.due.map(|d| self.day(d)),
            percent: status.percent,
            ..self.bare(status.label)
        }
    }

    /// A label without days.
    pub fn bare(&self, label: Label) -> StatusView {
        StatusView {
            code: label.code(),
            tone: label.family().code(),
            text: self.label(label).to_owned(),
            family: Some(self.family(label.family())),
            detail: String::new(),
            due: None,
            percent: None,
        }
    }

    /// Of a task known from news alone: no status, only that.
    pub fn in_news(&self) -> StatusView {
        let text = self.words.label(IN_NEWS).to_owned();
        StatusView {
            code: IN_NEWS,
            tone: Family::Dropped.code(),
            text,
            family: None,
            detail: String::new(),
            due: None,
            percent: None,
        }
    }

    fn family(&self, family: Family) -> FamilyName {
        FamilyName { code: family.code(), text: self.say(&format!("family-{}", family.code())) }
    }

    fn detail(&self, status: &Status) -> String {
        let days = |key: &str, n: i64| self.count(key, n.unsigned_abs() as usize);
        match (status.label, status.timeliness) {
            (Label::CompletedLate, Timeliness::Missed(n)) | (Label::Overdue, Timeliness::Overdue(n)) => {
                days("detail-late", n)
            }
            (Label::InTime, Timeliness::Ahead(n)) => days("detail-left", n),
            (Label::DueSoon, Timeliness::DueSoon(0)) => self.say("detail-today"),
            (Label::DueSoon, Timeliness::DueSoon(n)) => days("detail-left", n),
            _ => String::new(),
        }
    }

    pub fn tally(&self, tally: &Tally) -> TallyView {
        let total = tally.total();
        let (mut boxes, mut offset, mut seen) = (Vec::new(), 0, 0_u64);
        let mut families: Vec<FamilyTally> = Vec::new();
        for label in Label::ALL {
            let count = tally.of(label);
            if count == 0 {
                continue;
            }
            // Cumulative rounding: the shares add up to the whole.
            seen += u64::from(count);
            let end = (seen * 10_000 / u64::from(total)) as u32;
            boxes.push(TallyBox {
                code: label.code(),
                tone: label.family().code(),
                text: self.label(label).to_owned(),
                count,
                count_text: self.number(u64::from(count)),
                share: end - offset,
                offset,
            });
            let family = label.family();
            // Labels of a family stand side by side.
            if families.last().is_none_or(|f| f.family.code != family.code()) {
                let (first, all) = (boxes.len() - 1, tally.of_family(family));
                families.push(FamilyTally {
                    family: self.family(family),
                    count: all,
                    count_text: self.number(u64::from(all)),
                    share: 0,
                    offset,
                    first,
                    end: first,
                });
            }
            if let Some(last) = families.last_mut() {
                last.share += end - offset;
                last.end = boxes.len();
            }
            offset = end;
        }
        TallyView {
            total,
            total_text: self.number(u64::from(total)),
            boxes,
            families,
            completed: tally.completed(),
            completed_dated: tally.completed_dated(),
            on_time: tally.of(Label::CompletedOnTime),
            late: tally.of(Label::CompletedLate),
            unclear: tally.of(Label::CompletedUnclear),
            open_in_time: tally.open_in_time(),
            overdue: tally.of(Label::Overdue),
            past_due_unreported: tally.of(Label::PastDueUnreported),
            awaiting: tally.awaiting(),
            open_undated: tally.open_undated(),
            aside: tally.aside(),
            fell_due: tally.fell_due(),
            apart_from_deadlines: tally.apart_from_deadlines(),
            completion: self.rate(tally.completion_rate()),
        }
    }

    fn rate(&self, rate: Rate) -> RateView {
        RateView {
            numerator: self.number(u64::from(rate.numerator)),
            denominator: self.number(u64::from(rate.denominator)),
            percent: rate.basis_points().map(|bp| self.percent(bp)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Messages;
    use std::sync::Arc;

    #[test]
    fn shares_add_up() {
        let messages = Arc::new(Messages::carried(Language::VI, ""));
        let vi = PageWords { words: i18n::Words::new(messages, Language::VI), names: Vec::new() };
        let tally: Tally = [Label::Completed, Label::Overdue, Label::InTime].into_iter().collect();
        let view = vi.tally(&tally);
        assert_eq!(view.boxes.iter().map(|b| b.share).sum::<u32>(), 10_000);
        assert_eq!(view.boxes.iter().map(|b| b.count).sum::<u32>(), view.total);
    }

    #[test]
    fn families_are_made_of_their_boxes() {
        let messages = Arc::new(Messages::carried(Language::VI, ""));
        let vi = PageWords { words: i18n::Words::new(messages, Language::VI), names: Vec::new() };
        let view = vi.tally(&Label::ALL.into_iter().chain([Label::Overdue]).collect());
        let boxes = |f: &FamilyTally| view.boxes[f.first..f.end].iter().map(|b| b.count).sum::<u32>();
        assert!(view.families.iter().all(|f| f.count == boxes(f)));
        assert_eq!(view.families.iter().map(|f| f.count).sum::<u32>(), view.total);
        assert_eq!(view.families.iter().map(|f| f.share).sum::<u32>(), 10_000);
        let codes: Vec<&str> = view.families.iter().map(|f| f.family.code).collect();
        assert_eq!(codes, Family::ALL.map(Family::code));
    }
}
