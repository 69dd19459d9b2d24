//! The index of agencies, one agency, one group.

use super::Builder;
use super::rows::{rows_of, urgency_key};
use crate::derive::{Given, Obligation, Tally, Timeliness};
use crate::model::{AgencyIx, AgencyKind, GroupIx, Party, TaskIx};
use crate::pages::view::{
    AgenciesView, AgencyCard, AgencyKindView, AgencyPage, ObligationRow, PartyRef, SuccessionRow,
};
use crate::plan::route::Route;

/// All obligations of one holder for one task: a row of its table.
struct Row<'r> {
    obligations: Vec<&'r Obligation>,
}

impl Builder<'_> {
    /// The index.
    pub fn agencies(&self) -> AgenciesView {
        let kinds = AgencyKind::ALL.into_iter().filter_map(|kind| {
            let of_kind = self.data().agency_list().filter(|(_, a)| a.kind == kind);
            let mut found: Vec<AgencyIx> = of_kind.map(|(ix, _)| ix).collect();
            found.sort_by_key(|ix| self.index.agency_rank[ix.at()]);
            (!found.is_empty()).then(|| AgencyKindView {
                code: kind.code(),
                text: self.words.say(&format!("kind-{}", kind.code())),
                agencies: found.into_iter().map(|ix| self.agency_card(ix)).collect(),
            })
        });
        let mut groups: Vec<GroupIx> = self.data().group_list().map(|(ix, _)| ix).collect();
        groups.sort_by_key(|ix| self.index.group_rank[ix.at()]);
        let group = |ix: GroupIx| PartyRef {
            link: self.group_link(ix),
            open: self.data()[ix].open,
            members: self.data().expand(Party::Group(ix), Some(self.report.as_of)).len(),
            tasks: self.index.tasks_of_group[ix.at()].len(),
        };
        AgenciesView { kinds: kinds.collect(), groups: groups.into_iter().map(group).collect() }
    }

    pub(super) fn agency_card(&self, ix: AgencyIx) -> AgencyCard {
        let (agency, view) = (&self.data()[ix], self.report.agency(ix));
        let successor = agency.succeeded_by.iter().find(|s| s.from <= self.report.as_of);
        AgencyCard {
            link: self.agency_link(ix),
            short: agency.short.clone().unwrap_or_default(),
            tally: self.words.tally(&view.tally),
            by_name: view.tally_by_name.total(),
            coordinates: view.coordinates.len(),
            ended: agency.until.filter(|d| *d < self.report.as_of).map(|d| self.words.day(d)),
            successor: successor.map(|s| self.agency_link(s.agency)),
        }
    }

    /// Part `page` of an agency.
    pub fn agency(&self, ix: AgencyIx, page: usize) -> AgencyPage {
        let (agency, view) = (&self.data()[ix], self.report.agency(ix));
        let rows = rows_of_agency(self.report.held_by(ix));
        let split = rows.iter().position(|r| r.obligations[0].given != Given::ByName).unwrap_or(rows.len());
        let shown = rows_of(page, rows.len());
        let part = |range: std::ops::Range<usize>| {
            let (start, end) = (range.start.max(shown.start), range.end.min(shown.end));
            rows.get(start..end).unwrap_or_default().iter().map(|r| self.obligation_row(r, ix)).collect()
        };
        let first = page == 1;
        AgencyPage {
            id: agency.id.to_string(),
            name: self.agency_link(ix).text,
            short: agency.short.clone().unwrap_or_default(),
            kind: self.words.say(&format!("kind-{}", agency.kind.code())),
            open: false,
            url: agency.url.clone(),
            note: agency.note.clone().unwrap_or_default(),
            from: agency.from.map(|d| self.words.day(d)),
            ended: agency.until.filter(|d| *d < self.report.as_of).map(|d| self.words.day(d)),
            successors: agency
                .succeeded_by
                .iter()
                .filter(|s| s.from <= self.report.as_of)
                .map(|s| self.succession(s.agency, s.from, s.note.as_ref()))
                .collect(),
            predecessors: self.predecessors(ix),
            groups: self.index.groups_of[ix.at()].iter().map(|g| self.group_link(*g)).collect(),
            members: Vec::new(),
            tally: self.words.tally(&view.tally),
            tally_by_name: self.words.tally(&view.tally_by_name),
            history: if first { self.history(self.report.held_by(ix)) } else { None },
            upcoming: if first { self.upcoming(&rows, ix) } else { Vec::new() },
            by_name: part(0..split),
            by_group: part(split..rows.len()),
            pager: self.pager(page, rows.len(), |n| Route::Agency(ix, n)),
            coordinates: if first { self.task_rows(&view.coordinates) } else { Vec::new() },
            receives: if first { self.task_rows(&view.receives) } else { Vec::new() },
            passed_on: self.report.passed_on_by(ix).count(),
            handed_over: if first { self.rows_handed_over(ix) } else { Vec::new() },
            tasks: Vec::new(),
            matrix: None,
        }
    }

    /// Part `page` of a group.
    pub fn group(&self, ix: GroupIx, page: usize) -> AgencyPage {
        let group = &self.data()[ix];
        let mut members: Vec<AgencyIx> =
            self.data().expand(Party::Group(ix), Some(self.report.as_of)).into_iter().collect();
        members.sort_by_key(|a| self.index.agency_rank[a.at()]);
        let tasks = &self.index.tasks_of_group[ix.at()];
        let tally: Tally = self.report.tally_of_tasks(tasks.iter().copied());
        let kind = if group.open { "kind-open-group" } else { "kind-group" };
        AgencyPage {
            id: group.id.to_string(),
            name: self.group_link(ix).text,
            short: group.short.clone().unwrap_or_default(),
            kind: self.words.say(kind),
            open: group.open,
            url: None,
            note: group.note.clone().unwrap_or_default(),
            from: None,
            ended: None,
            successors: Vec::new(),
            predecessors: Vec::new(),
            groups: Vec::new(),
            members: members.into_iter().map(|a| self.agency_link(a)).collect(),
            tally: self.words.tally(&tally),
            tally_by_name: self.words.tally(&tally),
            history: None,
            upcoming: Vec::new(),
            by_name: Vec::new(),
            by_group: Vec::new(),
            pager: self.pager(page, tasks.len(), |n| Route::Group(ix, n)),
            coordinates: Vec::new(),
            receives: Vec::new(),
            passed_on: 0,
            handed_over: Vec::new(),
            tasks: self.task_rows(&tasks[rows_of(page, tasks.len())]),
            matrix: self.matrix_of_group(ix),
        }
    }

    fn rows_handed_over(&self, ix: AgencyIx) -> Vec<ObligationRow> {
        let rows = rows_of_agency(self.report.passed_on_by(ix));
        rows.iter().take(super::PAGE_ROWS).map(|r| self.obligation_row(r, ix)).collect()
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

    fn upcoming(&self, rows: &[Row<'_>], ix: AgencyIx) -> Vec<ObligationRow> {
        let mut ahead: Vec<(chrono::NaiveDate, usize, &Obligation)> = Vec::new();
        for (n, row) in rows.iter().enumerate() {
            for o in &row.obligations {
                let open = matches!(o.status.timeliness, Timeliness::Ahead(_) | Timeliness::DueSoon(_));
                if let (true, Some(due)) = (open, o.status.due) {
                    ahead.push((due, n, o));
                }
            }
        }
        ahead.sort_by_key(|(due, n, _)| (*due, *n));
        let single = |o| self.obligation_row(&Row { obligations: vec![o] }, ix);
        ahead.into_iter().take(10).map(|(_, _, o)| single(o)).collect()
    }

    fn obligation_row(&self, row: &Row<'_>, of: AgencyIx) -> ObligationRow {
        let first = row.obligations[0];
        let task = &self.data()[first.task];
        let shown = row.representative();
        let tally: Tally = row.obligations.iter().map(|o| o.status.label).collect();
        let inherited = match first.assigned {
            Party::Agency(a) if a != of => Some(self.agency_link(a)),
            Party::Agency(_) | Party::Group(_) => None,
        };
        ObligationRow {
            link: self.task_in_short(first.task),
            period: shown.period.map(|p| self.words.period(p)).unwrap_or_default(),
            count: tally.total(),
            tally: (tally.total() > 1).then(|| self.words.tally(&tally)),
            status: self.words.status(&shown.status),
            wording: task.deadline.wording.clone().unwrap_or_default(),
            via: match first.given {
                Given::ByName => None,
                Given::AsMemberOf(group) => Some(self.party_short(Party::Group(group))),
            },
            inherited_from: inherited,
            source: self.source_link(&task.sources[0]),
            clause: task.sources[0].clause.as_ref().map(ToString::to_string).unwrap_or_default(),
        }
    }
}

impl<'r> Row<'r> {
    /// The last period fallen due, else the most pressing one.
    fn representative(&self) -> &'r Obligation {
        let fallen =
            |o: &&&Obligation| o.status.state.is_closed() || matches!(o.status.timeliness, Timeliness::Overdue(_));
        let last = self.obligations.iter().filter(fallen).max_by_key(|o| o.period);
        last.or_else(|| self.obligations.iter().min_by_key(|o| urgency_key(o))).expect("a row stands for obligations")
    }
}

/// How many rows the table of an agency has.
pub(crate) fn row_count<'r>(held: impl Iterator<Item = &'r Obligation>) -> usize {
    rows_of_agency(held).len()
}

/// Consecutive obligations of one task from one source are one row: a recurring duty is not listed period by period.
fn rows_of_agency<'r>(held: impl Iterator<Item = &'r Obligation>) -> Vec<Row<'r>> {
    let key = |o: &Obligation| (o.given != Given::ByName, o.task, o.assigned);
    let mut all: Vec<&Obligation> = held.collect();
    all.sort_by_key(|o| (key(o), o.period));
    let mut rows: Vec<Row<'r>> = Vec::new();
    let mut last: Option<(bool, TaskIx, Party)> = None;
    for o in all {
        match rows.last_mut() {
            Some(row) if last == Some(key(o)) => row.obligations.push(o),
            _ => rows.push(Row { obligations: vec![o] }),
        }
        last = Some(key(o));
    }
    rows
}
