//! The site as a whole, which templates get on every page as `site`.

use super::common::{DateView, Lang, Link};
use crate::derive::Report;
use crate::model::Unreported;
use crate::pages::words::PageWords;
use schemars::JsonSchema;
use serde::Serialize;

/// The site as a whole; on every page as `site`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SiteView {
    /// Language of the interface, BCP 47.
    pub lang: &'static str,
    /// Title.
    pub title: String,
    /// Language of the title where it is not the page's.
    pub title_lang: Lang,
    /// One sentence; empty if there is none.
    pub description: String,
    /// Language of that sentence where it is not the page's.
    pub description_lang: Lang,
    /// Who runs it; empty if not said.
    pub operator: String,
    /// Language of that name where it is not the page's.
    pub operator_lang: Lang,
    /// The operator's notice; empty if there is none.
    pub notice: String,
    /// Language of the notice where it is not the page's.
    pub notice_lang: Lang,
    /// "Số liệu tính đến ngày".
    pub as_of: DateView,
    /// Day of the last report; none if there was none.
    pub last_update: Option<DateView>,
    /// Days between the last report and the as-of date, if that is more than `stale_after_days`.
    pub stale_days: Option<i64>,
    /// Terms of reuse.
    pub licence: Option<Link>,
    /// How to name the source; empty if not said.
    pub attribution: String,
    /// Language of names, titles and texts in the data, BCP 47.
    pub content_lang: &'static str,
    /// Whether silence after the deadline has a box of its own.
    pub separate_unreported: bool,
    /// "Sắp đến hạn" within this many days.
    pub due_soon_days: u32,
    /// Version of the program.
    pub version: &'static str,
}

impl SiteView {
    pub(in crate::pages) fn new(report: &Report, words: &PageWords) -> Self {
        let s = &report.data.settings;
        let pick = |text: Option<&String>, translation: Option<&String>| {
            let (text, lang) = words.pick(s.language, text.map_or("", String::as_str), translation);
            (text.to_owned(), lang)
        };
        let (title, title_lang) = pick(Some(&s.title), s.title_en.as_ref());
        let (description, description_lang) = pick(s.description.as_ref(), s.description_en.as_ref());
        let (notice, notice_lang) = pick(s.notice.as_ref(), s.notice_en.as_ref());
        let (operator, operator_lang) = pick(s.operator.as_ref(), s.operator_en.as_ref());
        let stale_days = report.last_update().zip(s.thresholds.stale_after_days).and_then(|(day, most)| {
            let days = (report.as_of - day).num_days();
            (days > i64::from(most)).then_some(days)
        });
        Self {
            lang: words.lang.code(),
            title,
            title_lang,
            description,
            description_lang,
            operator,
            operator_lang,
            notice,
            notice_lang,
            as_of: words.day(report.as_of),
            last_update: report.last_update().map(|d| words.day(d)),
            stale_days,
            licence: s.licence.as_ref().map(|l| Link {
                href: l.url.clone().unwrap_or_default(),
                text: l.name.clone(),
                lang: None,
            }),
            attribution: s.licence.as_ref().and_then(|l| l.attribution.clone()).unwrap_or_default(),
            content_lang: s.language.code(),
            separate_unreported: s.unreported == Unreported::Separate,
            due_soon_days: s.thresholds.due_soon_days,
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}
