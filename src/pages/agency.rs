//! One agency.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::{APART_ROWS, FOLDED_ROWS, parts_by, rows_by};
use super::parts::agencies::ahead;
use super::parts::chart::ChartView;
use super::parts::commendations::CommendationView;
use super::parts::common::{DateView, Link, TallyView, TaskRow};
use super::parts::obligations::{ObligationList, ObligationRow, rows_of_agency};
use super::parts::pager::Pager;
use crate::derive::{Given, Obligation};
use crate::model::AgencyIx;
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;

/// One agency (`agency.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AgencyPage {
    /// Its id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Short name; empty if there is none.
    pub short: String,
    /// Its electronic identification code; empty if unknown.
    pub code: String,
    /// Name of its kind.
    pub kind: String,
    /// Its own site; none if unknown.
    pub url: Option<String>,
    /// For readers; empty if there is none.
    pub note: String,
    /// First day of its life, if stated.
    pub from: Option<DateView>,
    /// Last day of its life, if it ended by the as-of date.
    pub ended: Option<DateView>,
    /// Who took over from it.
    pub successors: Vec<SuccessionRow>,
    /// From whom it took over.
    pub predecessors: Vec<SuccessionRow>,
    /// Groups that it belongs to at the as-of date.
    pub groups: Vec<Link>,
    /// Of the obligations it holds.
    pub tally: TallyView,
    /// Of those given to it by name.
    pub tally_by_name: TallyView,
    /// How the obligations that it holds stood over time; none for a single point, on further parts of the page, and where
    /// it is no more.
    pub history: Option<ChartView>,
    /// Obligations with a deadline ahead, soonest first; at most five.
    pub upcoming: Vec<ObligationRow>,
    /// Obligations given to it by name, in this part of the page.
    pub by_name: ObligationList,
    /// Obligations given to a whole group, in this part of the page.
    pub by_group: ObligationList,
    /// Links between the parts.
    pub pager: Pager,
    /// Tasks it coordinates.
    pub coordinates: Vec<Fragment<TaskRow>>,
    /// Tasks that the press says it leads and no document does; in no count.
    pub in_news: Vec<Fragment<TaskRow>>,
    /// Its obligations by the year in which they fall due, oldest first, those without a deadline last; on the first part
    /// of the page, empty where nothing has a deadline.
    pub years: Vec<YearRow>,
    /// Tasks whose reports it receives.
    pub receives: Vec<Fragment<TaskRow>>,
    /// Obligations given to it that another agency holds now, by succession or transfer: how many.
    pub passed_on: usize,
    /// The same as rows, on the first part of the page; at most 200.
    pub handed_over: Vec<ObligationRow>,
    /// The one successor that holds all of them; then the rows do not name it. None where they went to several, or by
    /// transfer.
    pub handed_over_to: Option<Link>,
    /// Where a document praises it by name, the latest first; on the first part of the page.
    pub commendations: Vec<CommendationView>,
}

/// The obligations of one year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct YearRow {
    /// `2024`; empty for those without a deadline.
    pub year: String,
    /// Of that year.
    pub tally: TallyView,
}

/// One step of succession.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SuccessionRow {
    /// The other agency.
    pub link: Link,
    /// First day.
    pub from: DateView,
    /// For readers; empty if there is none.
    pub note: String,
}

/// Deadlines in the short list of those ahead.
const MOST_AHEAD: usize = 5;

/// A part of the page of an agency.
pub(super) struct Agency(AgencyIx, usize);

impl Kind for Agency {
    const TEMPLATE: &'static str = "agency.html";
    const MENU: Option<Route> = Some(Route::Agencies);
    type View<'p> = AgencyPage;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        let agencies = report.data.agency_list().map(|(ix, _)| ix);
        agencies
            .flat_map(|ix| {
                (1..=parts_by(FOLDED_ROWS, rows_of_agency(report.held_by(ix)).len())).map(move |n| Self(ix, n))
            })
            .collect()
    }

    fn route(&self) -> Route {
        Route::Agency(self.0, self.1)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let &Self(ix, part) = self;
        let name = page.agency_name(ix);
        let lead = page.described(&name.text, "described-obligations", &page.report.agency(ix).tally);
        let linked = if part == 1 { page.organization(ix) } else { serde_json::Map::default() };
        let head = Head::new(name).lead(lead).below([page.crumb(Route::Agencies, "nav-agencies")]);
        Head { linked, ..head.files(page.files_of_agency(ix)) }
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let &Self(ix, number) = self;
        let (agency, view) = (&page.data()[ix], page.report.agency(ix));
        let rows = rows_of_agency(page.report.held_by(ix));
        let split = rows.iter().position(|r| r[0].given != Given::ByName).unwrap_or(rows.len());
        let shown = rows_by(FOLDED_ROWS, number, rows.len());
        let part = |range: std::ops::Range<usize>| {
            let (start, end) = (range.start.max(shown.start), range.end.min(shown.end));
            page.obligation_list(rows.get(start..end).unwrap_or_default(), ix)
        };
        let first = number == 1;
        let (handed_over, handed_over_to) = if first { page.rows_handed_over(ix) } else { (Vec::new(), None) };
        let ended = agency.until.filter(|d| *d < page.report.as_of).map(|d| page.words.day(d));
        let history = if first && ended.is_none() { page.history(page.report.held_by(ix)) } else { None };
        AgencyPage {
            id: agency.id.to_string(),
            name: page.agency_link(ix).text,
            short: agency.short.clone().unwrap_or_default(),
            code: agency.code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default(),
            kind: page.words.count(&format!("kind-{}", agency.kind.code()), 1),
            url: agency.url.clone(),
            note: agency.note.clone().unwrap_or_default(),
            from: agency.from.map(|d| page.words.day(d)),
            ended,
            successors: agency
                .succeeded_by
                .iter()
                .filter(|s| s.from <= page.report.as_of)
                .map(|s| page.succession(s.agency, s.from, s.note.as_ref()))
                .collect(),
            predecessors: page.predecessors(ix),
            groups: page.index.groups_of[ix.at()].iter().map(|g| page.group_link(*g)).collect(),
            tally: page.words.tally(&view.tally),
            tally_by_name: page.words.tally(&view.tally_by_name),
            history,
            upcoming: if first { page.upcoming(&rows, ix) } else { Vec::new() },
            by_name: part(0..split),
            by_group: part(split..rows.len()),
            pager: page.pager_by(FOLDED_ROWS, number, rows.len(), |n| Route::Agency(ix, n)),
            coordinates: if first { page.task_rows(&view.coordinates) } else { Vec::new() },
            in_news: if first { page.task_rows(&view.in_news) } else { Vec::new() },
            years: if first { page.years(ix) } else { Vec::new() },
            receives: if first { page.task_rows(&view.receives) } else { Vec::new() },
            passed_on: page.report.passed_on_by(ix).count(),
            handed_over,
            handed_over_to,
            commendations: if first { page.commendations_of(ix) } else { Vec::new() },
        }
    }
}

impl Page<'_> {
    fn rows_handed_over(&self, ix: AgencyIx) -> (Vec<ObligationRow>, Option<Link>) {
        let rows = rows_of_agency(self.report.passed_on_by(ix));
        let mut rows: Vec<ObligationRow> = rows.iter().take(APART_ROWS).map(|r| self.obligation_row(r, ix)).collect();
        let to =
            |row: &ObligationRow| row.now.as_ref().filter(|now| now.transferred.is_none()).map(|now| now.link.clone());
        let one = rows.first().and_then(to).filter(|one| rows.iter().all(|row| to(row).as_ref() == Some(one)));
        if one.is_some() {
            for row in &mut rows {
                row.now = None;
            }
        }
        (rows, one)
    }

    fn years(&self, ix: AgencyIx) -> Vec<YearRow> {
        let mut years = self.report.tally_by_year(ix);
        let undated = years.remove(&None);
        if years.is_empty() {
            return Vec::new();
        }
        let dated = years.into_iter().filter_map(|(year, tally)| Some((year?.to_string(), tally)));
        let rows = dated.chain(undated.map(|tally| (String::new(), tally)));
        rows.map(|(year, tally)| YearRow { year, tally: self.words.tally(&tally) }).collect()
    }

    fn predecessors(&self, ix: AgencyIx) -> Vec<SuccessionRow> {
        let from = self.index.predecessors[ix.at()].iter().map(|&(old, n)| {
            let step = &self.data()[old].succeeded_by[n];
            self.succession(old, step.from, step.note.as_ref())
        });
        from.collect()
    }

    fn succession(&self, other: AgencyIx, from: chrono::NaiveDate, note: Option<&String>) -> SuccessionRow {
        SuccessionRow {
            link: self.agency_link(other),
            from: self.words.day(from),
            note: note.cloned().unwrap_or_default(),
        }
    }

    fn upcoming(&self, rows: &[Vec<&Obligation>], ix: AgencyIx) -> Vec<ObligationRow> {
        let mut ahead: Vec<&Obligation> = ahead(rows.iter().flatten().copied()).collect();
        ahead.sort_by_key(|o| o.status.due);
        ahead.into_iter().take(MOST_AHEAD).map(|o| self.obligation_row(&[o], ix)).collect()
    }

    fn files_of_agency(&self, ix: AgencyIx) -> Vec<(DataFile, &'static str)> {
        let view = self.report.agency(ix);
        let mut found = Vec::new();
        if view.tally.total() > 0 || !view.coordinates.is_empty() {
            found.extend([
                (DataFile::AgencyFeed(ix), "file-feed"),
                (DataFile::AgencyCalendar(ix), "file-deadlines"),
                (DataFile::AgencyWorkbook(ix), "file-obligations"),
                (DataFile::AgencyCsv(ix), "file-obligations"),
                (DataFile::Csv(TableId::Tallies), "file-tallies"),
            ]);
        }
        found.push((DataFile::BodyFeed(ix), "file-body-feed"));
        found
    }
}
