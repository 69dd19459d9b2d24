//! What `site.yaml` decides.

use super::TopicId;
use chrono::FixedOffset;

/// The settings of a site, defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Title of the site.
    pub title: String,
    /// The same in English.
    pub title_en: Option<String>,
    /// One sentence.
    pub description: Option<String>,
    /// The same in English.
    pub description_en: Option<String>,
    /// Who runs it.
    pub operator: Option<String>,
    /// The same in English.
    pub operator_en: Option<String>,
    /// Language of the content and of the first interface.
    pub language: Language,
    /// IANA name of the time zone.
    pub timezone: String,
    /// Offset of that zone, the one use of which is to turn "now" into today.
    pub offset: FixedOffset,
    /// Public address, ends in `/`; its path is where `serve` mounts the site.
    pub base_url: Option<String>,
    /// Name of the folder under `themes/`.
    pub theme: String,
    /// Numbers that words depend on.
    pub thresholds: Thresholds,
    /// What silence after the deadline means.
    pub unreported: Unreported,
    /// Fields of reform, in the order of the file.
    pub topics: Vec<Topic>,
    /// Terms of reuse.
    pub licence: Option<Licence>,
    /// The operator's notice, on every page.
    pub notice: Option<String>,
}

/// Languages of the interface that the binary carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

impl Language {
    /// BCP 47 tag.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

/// Numbers that words depend on (`site.yaml`, `thresholds`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// "Sắp đến hạn" within this many days.
    pub due_soon_days: u32,
    /// A ranking ranks nobody with fewer obligations fallen due.
    pub ranking_minimum: u32,
    /// The data is called stale this many days after the last update.
    pub stale_after_days: Option<u32>,
    /// Day of a period's last month on which a recurring report is due; none: the last day.
    pub period_day: Option<u32>,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { due_soon_days: 15, ranking_minimum: 5, stale_after_days: None, period_day: None }
    }
}

/// What silence after the deadline means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreported {
    /// A box of its own, in no rate: a site fed by public evidence alone.
    Separate,
    /// Overdue: an operator that holds the record.
    Overdue,
}

/// A field of reform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Address and reference.
    pub id: TopicId,
    /// Name.
    pub name: String,
    /// The same in English.
    pub name_en: Option<String>,
    /// One sentence.
    pub description: Option<String>,
}

/// Terms of reuse of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// Name.
    pub name: String,
    /// Address of the text.
    pub url: Option<String>,
    /// How to name the source.
    pub attribution: Option<String>,
}
