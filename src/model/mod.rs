//! The things that a site speaks of, as values: agencies, meetings, documents, tasks, updates, dates, settings.
//!
//! Refuses: reading files, knowing today's date, deciding a status. A [`Dataset`] proves that checking is over: every
//! reference in it is an index that resolves.

mod agency;
mod characters;
mod citation;
mod clause;
mod contact;
mod dataset;
mod date;
mod deadline;
mod document;
mod drafts;
mod guess;
mod holidays;
mod ids;
mod meeting;
mod settings;
mod task;

pub(crate) use agency::expand;
pub use agency::{Agency, AgencyCode, AgencyKind, Group, Member, Party, Succession};
pub(crate) use characters::{Fate, fate, numbers};
pub use citation::{Cited, ClauseKind};
pub(crate) use citation::{roman, roman_number};
pub use clause::{Block, ClauseLabel, Conclusion, Link};
pub use contact::{Contact, Feedback, FeedbackPeriod};
pub use dataset::{Alias, AliasOf, Dataset, TimelineItem};
pub(crate) use date::parse_day;
pub use date::{Half, Month, PartialDate, Period, Quarter, Unit, WEEKDAYS, Week, last_day_of_month};
pub use deadline::{
    CountedFrom, Counting, Deadline, Due, Extension, MeetingEnd, MeetingLimit, MeetingName, Recurrence, Uncomputed,
    Within,
};
pub use document::{Annex, Commendation, Document, Origin};
pub use guess::{Guess, Why};
pub use holidays::Holidays;
pub use ids::{
    AgencyId, AgencyIx, DocumentId, DocumentIx, GroupId, GroupIx, MeetingId, MeetingIx, NewsId, NewsIx, PageId, PageIx,
    SlugError, TaskId, TaskIx, TopicId, TopicIx, check_slug, is_reserved,
};
pub use meeting::{Meeting, News, Page, Person};
pub use settings::{AcceptancePolicy, Language, Licence, PageGroup, Settings, Thresholds, Topic, Unreported};
pub(crate) use task::host;
pub use task::{
    Acceptance, Cancellation, CompletedOn, Correction, Evidence, Indicator, Operator, Progress, Reading, Scope,
    SourceRef, Step, Target, Task, Transfer, Update,
};
