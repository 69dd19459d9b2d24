//! Rows of the tables that the dictionary defines: made once, and written as CSV, JSON and sheets.

mod bodies;
mod papers;
mod tallies;
mod tasks;

use super::site::ExportSite;
use crate::model::{AgencyIx, PartialDate};
use crate::open_data::tables::{Table, TableId};
use chrono::NaiveDate;
use std::borrow::Cow;

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'s> {
    Nothing,
    Text(Cow<'s, str>),
    List(Vec<Cow<'s, str>>),
    Day(NaiveDate),
    Whole(i64),
    Number(f64),
    Flag(bool),
}

/// One row of a table; its cells are set by name, in the order of the columns.
#[derive(Debug)]
pub(super) struct Row<'s> {
    pub(super) table: &'static Table,
    pub(super) cells: Vec<Value<'s>>,
}

/// Takes the rows of a table, one by one.
pub(super) type Sink<'k, 's> = &'k mut dyn FnMut(Row<'s>);

/// Which rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    /// All of them.
    All(TableId),
    /// Those of one agency: of obligations, the ones it holds; of tasks, the ones it coordinates; of updates, those of
    /// both; its tallies.
    Of(AgencyIx, TableId),
}

impl Rows {
    pub(super) fn table(self) -> &'static Table {
        match self {
            Self::All(table) | Self::Of(_, table) => table.table(),
        }
    }

    /// Hands every row to `sink`.
    pub(super) fn each<'s>(self, site: &'s ExportSite, sink: Sink<'_, 's>) {
        match self {
            Self::All(TableId::Tasks) => tasks::tasks(site, site.report.task_list(), sink),
            Self::All(TableId::Obligations) => tasks::obligations(site, site.report.obligations().iter(), sink),
            Self::All(TableId::Updates) => tasks::updates(site, site.report.updates(), sink),
            Self::All(TableId::Evidence) => tasks::evidence(site, sink),
            Self::All(TableId::Readings) => tasks::readings(site, sink),
            Self::All(TableId::Extensions) => tasks::extensions(site, sink),
            Self::All(TableId::Agencies) => bodies::agencies(site, sink),
            Self::All(TableId::Groups) => bodies::groups(site, sink),
            Self::All(TableId::Members) => bodies::members(site, sink),
            Self::All(TableId::Successions) => bodies::successions(site, sink),
            Self::All(TableId::Topics) => bodies::topics(site, sink),
            Self::All(TableId::Meetings) => papers::meetings(site, sink),
            Self::All(TableId::Documents) => papers::documents(site, sink),
            Self::All(TableId::Tallies) => tallies::all(site, sink),
            Self::Of(ix, TableId::Obligations) => tasks::obligations(site, site.report.held_by(ix), sink),
            Self::Of(ix, TableId::Tasks) => {
                tasks::tasks(site, site.report.agency(ix).coordinates.iter().copied(), sink);
            }
            Self::Of(ix, TableId::Updates) => tasks::updates(site, super::changes::reports_for(site, ix), sink),
            Self::Of(ix, TableId::Tallies) => tallies::of_agency(site, ix, sink),
            Self::Of(_, other) => unreachable!("{other:?} has no rows of one agency"),
        }
    }
}

impl<'s> Row<'s> {
    fn of(table: TableId) -> Self {
        let table = table.table();
        Self { table, cells: Vec::with_capacity(table.columns.len()) }
    }

    /// Sets the next cell, which must be the column `name`.
    fn set(&mut self, name: &'static str, value: Value<'s>) -> &mut Self {
        debug_assert_eq!(self.table.columns.get(self.cells.len()).map(|c| c.name), Some(name), "{}", self.table.name);
        self.cells.push(value);
        self
    }

    fn text(&mut self, name: &'static str, text: impl Into<Cow<'s, str>>) -> &mut Self {
        self.set(name, Value::Text(text.into()))
    }

    fn maybe(&mut self, name: &'static str, text: Option<impl Into<Cow<'s, str>>>) -> &mut Self {
        self.set(name, text.map_or(Value::Nothing, |t| Value::Text(t.into())))
    }

    fn list(&mut self, name: &'static str, items: impl IntoIterator<Item = &'s str>) -> &mut Self {
        self.set(name, Value::List(items.into_iter().map(Cow::Borrowed).collect()))
    }

    fn day(&mut self, name: &'static str, day: Option<NaiveDate>) -> &mut Self {
        self.set(name, day.map_or(Value::Nothing, Value::Day))
    }

    /// A date that may be known to the month only: a day where it is one.
    fn date(&mut self, name: &'static str, date: Option<PartialDate>) -> &mut Self {
        let value = match date {
            None => Value::Nothing,
            Some(PartialDate::Day(day)) => Value::Day(day),
            Some(date @ (PartialDate::Month(_) | PartialDate::Year(_))) => Value::Text(date.code().into()),
        };
        self.set(name, value)
    }

    fn whole(&mut self, name: &'static str, n: impl TryInto<i64>) -> &mut Self {
        self.set(name, Value::Whole(n.try_into().unwrap_or(i64::MAX)))
    }

    fn maybe_whole(&mut self, name: &'static str, n: Option<impl Into<i64>>) -> &mut Self {
        self.set(name, n.map_or(Value::Nothing, |n| Value::Whole(n.into())))
    }

    fn number(&mut self, name: &'static str, n: Option<f64>) -> &mut Self {
        self.set(name, n.map_or(Value::Nothing, Value::Number))
    }

    fn flag(&mut self, name: &'static str, flag: bool) -> &mut Self {
        self.set(name, Value::Flag(flag))
    }

    fn end(self, sink: Sink<'_, 's>) {
        debug_assert_eq!(self.cells.len(), self.table.columns.len(), "{}", self.table.name);
        sink(self);
    }
}
