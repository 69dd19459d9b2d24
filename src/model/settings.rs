//! What `site.yaml` decides.

use super::contact::{Contact, Feedback};
use super::holidays::Holidays;
use super::ids::TopicId;
use chrono::FixedOffset;
use std::collections::BTreeSet;

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
    /// How to reach who runs it.
    pub contact: Option<Contact>,
    /// Where readers send difficulties and recommendations, and how many were dealt with.
    pub feedback: Option<Feedback>,
    /// Language of the content and of the first interface.
    pub language: Language,
    /// Languages of the interface; the first is `language`, at the root of the site, each other under its code.
    pub languages: Vec<Language>,
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
    /// Days off, for deadlines in working days.
    pub holidays: Holidays,
    /// Whether a completion counts only once it is accepted.
    pub acceptance: AcceptancePolicy,
    /// Fields of reform, in the order of the file.
    pub topics: Vec<Topic>,
    /// Terms of reuse.
    pub licence: Option<Licence>,
    /// The operator's notice, on every page.
    pub notice: Option<String>,
    /// The same in English.
    pub notice_en: Option<String>,
    /// Whether the data is published beside the pages: downloads, feeds, calendars.
    pub open_data: bool,
    /// Kinds of pages that the site does without.
    pub leave_out: BTreeSet<PageGroup>,
}

impl Settings {
    /// Whether the site has the pages of that kind.
    pub fn has(&self, extra: PageGroup) -> bool {
        !self.leave_out.contains(&extra)
    }
}

/// A kind of page that a site may leave out (`site.yaml`, `leave_out`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageGroup {
    /// The search with its index, and the filter of the table of tasks with its columns.
    Search,
    /// Ready-made lists of tasks.
    Lists,
    /// What changed, by month, and the latest changes on the overview.
    Changes,
    /// Deadlines by month, and the coming ones on the overview.
    Calendar,
    /// Duties of groups and recurring duties as tables.
    Matrices,
}

impl PageGroup {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Search, Self::Lists, Self::Changes, Self::Calendar, Self::Matrices];

    /// Its word in `site.yaml`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Lists => "lists",
            Self::Changes => "changes",
            Self::Calendar => "calendar",
            Self::Matrices => "matrices",
        }
    }
}

/// A language of the content or of the interface, by its two letters (ISO 639-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(&'static str);

/// All codes of ISO 639-1, so that a further language of the interface needs no more than its messages.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el \
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv \
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne \
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st \
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

impl Language {
    /// Tiếng Việt
    pub const VI: Self = Self("vi");
    /// English
    pub const EN: Self = Self("en");

    /// The language of a two-letter code.
    pub fn parse(code: &str) -> Option<Self> {
        CODES.split_whitespace().find(|known| *known == code).map(Self)
    }

    /// BCP 47 tag.
    pub fn code(self) -> &'static str {
        self.0
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

/// Whether the standing office's acceptance is a condition of "done".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcceptancePolicy {
    /// An agency's report of completion counts.
    NotUsed,
    /// A completion counts once it is accepted.
    Required,
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
