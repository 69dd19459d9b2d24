//! Shapes that many pages show: plain values, already worded in the page's language, links already relative.
//!
//! Field names are a contract with theme authors (`docs/theming.md`). Dates come twice: for people (`text`) and for machines
//! (`iso`).

use schemars::JsonSchema;
use serde::Serialize;

/// A link with its words; the address is relative to the page, or absolute when it leaves the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Link {
    /// Address.
    pub href: String,
    /// Words.
    pub text: String,
    /// Language of the words where it is not the page's, BCP 47.
    pub lang: Lang,
}

/// Language of a text where it is not the page's, BCP 47; none where the text speaks the language of its page.
pub type Lang = Option<&'static str>;

/// A text of the data on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Localized {
    /// Words.
    pub text: String,
    /// Language of the words where it is not the page's, BCP 47.
    pub lang: Lang,
}

impl From<String> for Localized {
    fn from(text: String) -> Self {
        Self { text, lang: None }
    }
}

impl From<&str> for Localized {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// One step of the way to a page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Crumb {
    /// Address; none for the page itself.
    pub href: Option<String>,
    /// Words.
    pub text: String,
    /// Language of the words where it is not the page's.
    pub lang: Lang,
}

/// One entry of a menu.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MenuItem {
    /// Address.
    pub href: String,
    /// Words.
    pub text: String,
    /// Language of the words where it is not the page's.
    pub lang: Lang,
    /// Whether the page belongs to this entry.
    pub current: bool,
}

/// A page in one language of the interface.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LanguageLink {
    /// BCP 47 tag.
    pub code: &'static str,
    /// What the language calls itself.
    pub text: String,
    /// Address, relative to the page.
    pub href: String,
    /// Absolute address; none without `base_url`.
    pub canonical: Option<String>,
    /// Whether it is the page itself.
    pub current: bool,
}

/// A date for people and for machines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DateView {
    /// `09/12/2019`, `tháng 3/2020`, `2020`.
    pub text: String,
    /// `2019-12-09`, `2020-03`, `2020`.
    pub iso: String,
}

/// A status: word, shape and colour follow from `code`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StatusView {
    /// Code of the label, e.g. `completed-late`; the words are the message `label-<code>`.
    pub code: &'static str,
    /// Group of colours: the code of the label's family (`done`, `doing`, `overdue`, `unclear`, `undated`, `dropped`).
    pub tone: &'static str,
    /// Words of the label.
    pub text: String,
    /// The family of the label; none of a task known from news alone.
    pub family: Option<FamilyName>,
    /// Days that go with it in words ("quá hạn 39 ngày", "còn 12 ngày"); empty where none do.
    pub detail: String,
    /// The last in-time day in force.
    pub due: Option<DateView>,
    /// Percentage reported last, 0 to 100.
    pub percent: Option<u8>,
}

/// What labels have in common at a glance.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FamilyName {
    /// `done`, `doing`, `overdue`, `unclear`, `undated`, `dropped`.
    pub code: &'static str,
    /// Words: the message `family-<code>`.
    pub text: String,
}

/// Counts of labels of one unit (tasks or obligations), their sums and rates.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TallyView {
    /// All; the sum of `boxes`.
    pub total: u32,
    /// `total` with thousands separators.
    pub total_text: String,
    /// One for each label that occurs, in the fixed order of labels.
    pub boxes: Vec<TallyBox>,
    /// The boxes of each family of labels that occurs, in the same order.
    pub families: Vec<FamilyTally>,
    /// Completed, with or without a deadline.
    pub completed: u32,
    /// Completed, of those with a deadline.
    pub completed_dated: u32,
    /// Completed on time.
    pub on_time: u32,
    /// Completed late.
    pub late: u32,
    /// Completed, on one side of the deadline or the other.
    pub unclear: u32,
    /// Open with a deadline that has not passed.
    pub open_in_time: u32,
    /// Open, overdue.
    pub overdue: u32,
    /// Open, past the deadline, without information.
    pub past_due_unreported: u32,
    /// Reported as completed, not accepted yet.
    pub awaiting: u32,
    /// Open, without a deadline (under way, silent, standing).
    pub open_undated: u32,
    /// Not applicable or suspended.
    pub aside: u32,
    /// Fallen due: completed with a deadline, overdue, or past it without information.
    pub fell_due: u32,
    /// Neither fallen due nor open in time: the rest of `total`.
    pub apart_from_deadlines: u32,
    /// Completed ÷ (completed + overdue), with a deadline; say it only where `site.separate_unreported` does not hold.
    pub completion: RateView,
}

/// The labels of one family.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FamilyTally {
    /// Code and words.
    pub family: FamilyName,
    /// How many.
    pub count: u32,
    /// `count` with thousands separators.
    pub count_text: String,
    /// Share of the total in hundredths of a percent: that of its boxes together.
    pub share: u32,
    /// Where it starts when the families are laid side by side, in hundredths of a percent.
    pub offset: u32,
    /// Place of its first box among the tally's.
    pub first: usize,
    /// Place after its last one: `tally.boxes[f.first:f.end]`.
    pub end: usize,
}

/// One box.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TallyBox {
    /// Label's code.
    pub code: &'static str,
    /// Group of colours, as in [`StatusView`].
    pub tone: &'static str,
    /// Words of the label.
    pub text: String,
    /// How many.
    pub count: u32,
    /// `count` with thousands separators.
    pub count_text: String,
    /// Share of the total in hundredths of a percent; the shares of a tally add up to 10 000.
    pub share: u32,
    /// Where this box starts when the boxes are laid side by side, in hundredths of a percent.
    pub offset: u32,
}

/// A proportion with its parts.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RateView {
    /// Those that count.
    pub numerator: String,
    /// Out of those.
    pub denominator: String,
    /// `98,63 %`; none of nothing.
    pub percent: Option<String>,
}

/// One file.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DataLink {
    /// Address, and what is in it.
    pub link: Link,
    /// Format in capitals: `CSV`, `JSON`, `JSON Schema`, `XLSX`, `ZIP`, `Data Package`, `DCAT`, `Atom`, `iCalendar`.
    pub format: &'static str,
    /// Media type.
    pub media_type: &'static str,
}

/// A label of a status, for scripts.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LabelView {
    /// Label's code.
    pub code: &'static str,
    /// Group of colours, as in [`StatusView`].
    pub tone: &'static str,
    /// Words.
    pub text: String,
}

/// Labels that have something in common at a glance, for a filter.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FamilyView {
    /// Family's code.
    pub code: &'static str,
    /// Words.
    pub text: String,
    /// Its labels, in the fixed order.
    pub labels: Vec<LabelView>,
}

/// One row of a table of tasks.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TaskRow {
    /// The task's address and title.
    pub link: Link,
    /// Lead parties, at most two; more are counted in `more_leads`.
    pub leads: Vec<Link>,
    /// Lead parties beyond those shown.
    pub more_leads: usize,
    /// Number of obligations, where it is not one.
    pub obligations: Option<u32>,
    /// One label for the task.
    pub status: StatusView,
    /// The deadline as the source words it; empty if it does not.
    pub wording: String,
    /// What else is to be said of it, as on the task's page; empty where that is nothing.
    pub terms: String,
    /// Urgency as the source words it; empty if it does not.
    pub urgency: String,
    /// The document, by number or kind and date, linked to the clause.
    pub source: Link,
    /// The clause in words: `điểm a khoản 2 mục III`; empty if unknown.
    pub clause: String,
}
