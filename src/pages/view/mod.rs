//! What a template sees: plain values, already worded in the page's language, links already relative.
//!
//! The field names are a public contract with theme authors (`docs/theming.md`); dates come twice, for people
//! (`text`) and for machines (`iso`). Deals with shape only; `build` fills the shapes from a report.

mod agency;
mod calendar;
mod changes;
mod common;
mod data;
mod embed;
mod home;
mod matrix;
mod meeting;
mod moved;
mod picture;
mod search;
mod task;

pub use agency::{AgenciesView, AgencyCard, AgencyKindView, AgencyPage, ObligationRow, PartyRef, SuccessionRow};
pub use calendar::{CalendarEntry, CalendarMonth, CalendarMonthView, CalendarView, CalendarYearLink};
pub use changes::{ChangeKindCount, ChangeRow, ChangesCount, ChangesDay, ChangesMonthView, ChangesView, ChangesYear};
pub use common::{
    Base, Crumb, DateView, Frame, LanguageLink, Link, MenuItem, Pager, PagerLink, RateView, Said, SiteView, StatusView,
    TallyBox, TallyView, Tongue,
};
pub use data::{AgencyData, DataColumn, DataLink, DataTable, DataView};
pub use embed::{EmbedAgency, EmbedCode, EmbedView, EmbedsView};
pub use home::HomeView;
pub use matrix::{MatricesView, MatrixCard, MatrixCell, MatrixColumn, MatrixRow, MatrixView, RecurringRow};
pub use meeting::{
    BlockView, BodyLink, ContentsEntry, Coverage, DocumentView, MeetingCard, MeetingPage, MeetingYear, MeetingsView,
    NewsPage, PersonView, TextPage,
};
pub use moved::MovedView;
pub use picture::{BarPart, BarView, ChartView, SeriesView};
pub use search::{LabelView, LetterEntry, LetterView, SearchView};
pub use task::{
    EvidenceView, ExtensionView, IndicatorView, PartyStatus, PeriodRow, ReadingView, SourceView, TaskListView,
    TaskPage, TaskRow, TopicCard, TopicPage, TopicsView, UpdateView, WorklistLink, WorklistView,
};
