//! The site as a whole, which templates get on every page as `site`.

use super::common::{DateView, Lang, Link};
use crate::derive::Report;
use crate::model::{Contact, Unreported};
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
    /// How to reach who runs it; none if not said.
    pub contact: Option<ContactView>,
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

/// How to reach an office; what is not known is empty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ContactView {
    /// The office or unit.
    pub office: String,
    /// Where it sits.
    pub address: String,
    /// Telephone number as people read it.
    pub phone: String,
    /// The same as a link; empty where it is no plain number.
    pub phone_href: String,
    /// Mailbox.
    pub email: String,
    /// Page of the office.
    pub url: String,
}

impl From<&Contact> for ContactView {
    fn from(contact: &Contact) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let phone = text(&contact.phone);
        let dialled: String = phone.chars().filter(|c| !" .-()".contains(*c)).collect();
        let number = dialled.strip_prefix('+').unwrap_or(&dialled);
        let plain = (3..=15).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        Self {
            office: text(&contact.office),
            address: text(&contact.address),
            phone_href: if plain { format!("tel:{dialled}") } else { String::new() },
            phone,
            email: text(&contact.email),
            url: text(&contact.url),
        }
    }
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
            contact: s.contact.as_ref().map(ContactView::from),
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
