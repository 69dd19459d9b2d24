//! Rows of tasks, obligations, updates and what belongs to them.

use super::{Row, Sink, Value};
use crate::derive::{Given, Label, Obligation, Status};
use crate::model::{ClauseLabel, CompletedOn, Due, Operator, Party, Period, Progress, Scope, TaskIx, Update};
use crate::open_data::site::ExportSite;
use crate::open_data::tables::TableId;
use crate::plan::route::Route;

pub(super) fn tasks<'s>(site: &'s ExportSite, list: impl Iterator<Item = TaskIx>, sink: Sink<'_, 's>) {
    for ix in list {
        task(site, ix, sink);
    }
}

fn task<'s>(site: &'s ExportSite, ix: TaskIx, sink: Sink<'_, 's>) {
    let (report, data) = (&*site.report, &*site.report.data);
    let (task, view) = (&data[ix], report.task(ix));
    let in_force = |ix: &TaskIx| report.task(*ix).label.is_some();
    let mut row = Row::of(TableId::Tasks);
    row.text("id", task.id.as_str()).text("title", &task.title).maybe("title_en", task.title_en.as_deref());
    row.text("address", site.address(Route::Task(ix)));
    row.text("document", site.document_id(task.document()));
    row.maybe("clause", task.sources[0].clause.as_ref().map(ClauseLabel::as_str));
    let source = |s: &crate::model::SourceRef| match &s.clause {
        Some(clause) => format!("{}#{clause}", site.document_id(s.document)).into(),
        None => site.document_id(s.document).to_owned().into(),
    };
    row.set("sources", Value::List(task.sources.iter().map(source).collect()));
    let ids = |list: &'s [Party]| list.iter().map(|p| site.party_id(*p));
    row.list("lead", ids(&task.lead)).list("lead_names", task.lead.iter().map(|p| site.party_name(*p)));
    row.list("coordinators", ids(&task.coordinators)).list("report_to", ids(&task.report_to));
    row.list("topics", task.topics.iter().map(|t| data[*t].id.as_str()));
    let (form, value) = form(&task.deadline.due);
    row.text("due_form", form).maybe("due_value", value).maybe("wording", task.deadline.wording.as_deref());
    row.day("starts", task.deadline.from).day("first_due", task.deadline.due.last_day());
    row.day("due", task.deadline.in_force(report.as_of)).whole("extensions", report.extensions_of(ix).count());
    let label = view.label.unwrap_or(Label::NoInformation);
    row.text("status", label.code()).text("status_text", site.words.label(label));
    row.maybe("timeliness", view.status.map(|s| s.timeliness.code()));
    row.maybe_whole("days", view.status.and_then(|s| s.timeliness.days()));
    row.maybe_whole("percent", view.status.and_then(|s| s.percent));
    row.date("reported", view.status.and_then(|s| s.reported));
    row.date("completed_on", view.status.and_then(|s| s.state.completed_on()));
    row.whole("obligations", view.tally.total());
    row.whole("obligations_completed", view.tally.completed());
    row.whole("obligations_overdue", view.tally.of(Label::Overdue));
    row.maybe("urgency", task.urgency.as_deref()).maybe("condition", task.condition.as_deref());
    row.list("products", task.products.iter().map(String::as_str));
    row.maybe("parent", task.parent.filter(in_force).map(|p| data[p].id.as_str()));
    row.list("related", task.related.iter().filter(|r| in_force(r)).map(|r| data[*r].id.as_str()));
    indicator(&mut row, task);
    row.maybe("note", task.note.as_deref());
    row.end(sink);
}

fn indicator<'s>(row: &mut Row<'s>, task: &'s crate::model::Task) {
    let indicator = task.indicator.as_ref();
    let step = indicator.and_then(|i| i.step.as_ref());
    row.maybe("indicator_label", indicator.map(|i| i.label.as_str()));
    row.maybe("indicator_unit", indicator.and_then(|i| i.unit.as_deref()));
    // A direction without a target says nothing.
    let operator = indicator.filter(|i| i.target.is_some()).map(|i| i.operator);
    row.maybe("indicator_operator", operator.map(Operator::code));
    row.number("indicator_baseline", indicator.and_then(|i| i.baseline));
    row.number("indicator_target", indicator.and_then(|i| i.target));
    row.maybe("indicator_by", indicator.and_then(|i| i.by).map(Period::code));
    row.maybe("indicator_step_operator", step.map(|s| s.operator.code()));
    row.number("indicator_step", step.map(|s| s.value));
    row.maybe("indicator_step_unit", step.and_then(|s| s.unit.as_deref()));
}

/// The form of a time limit and what the document states.
fn form(due: &Due) -> (&'static str, Option<String>) {
    match due {
        Due::None => ("none", None),
        Due::On(day) => ("day", Some(day.to_string())),
        Due::BeforeDay(day) => ("before", Some(day.to_string())),
        Due::BeforeMonth(month) => ("before", Some(Period::Month(*month).code())),
        Due::By(period) => ("period", Some(period.code())),
        Due::Every(every) => ("every", Some(every.unit.code().to_owned())),
        Due::Continuous(until) => ("continuous", until.map(|day| day.to_string())),
    }
}

pub(super) fn obligations<'s>(site: &'s ExportSite, list: impl Iterator<Item = &'s Obligation>, sink: Sink<'_, 's>) {
    let data = &*site.report.data;
    for o in list {
        let mut row = Row::of(TableId::Obligations);
        row.text("task", data[o.task].id.as_str()).text("title", site.task_title(o.task));
        row.text("address", site.address(Route::Task(o.task)));
        row.text("holder", site.party_id(o.holder)).text("holder_name", site.party_name(o.holder));
        row.text("holder_kind", o.holder.code()).text("assigned_to", site.party_id(o.assigned));
        row.maybe(
            "via_group",
            match o.given {
                Given::ByName => None,
                Given::AsMemberOf(group) => Some(data[group].id.as_str()),
            },
        );
        row.maybe("period", o.period.map(Period::code)).day("due", o.status.due);
        row.text("state", o.status.state.code());
        row.text("timeliness", o.status.timeliness.code()).maybe_whole("days", o.status.timeliness.days());
        status(&mut row, &o.status, site);
        row.end(sink);
    }
}

fn status<'s>(row: &mut Row<'s>, status: &Status, site: &'s ExportSite) {
    row.text("status", status.label.code()).text("status_text", site.words.label(status.label));
    row.maybe_whole("percent", status.percent).date("reported", status.reported);
    row.date("completed_on", status.state.completed_on());
}

pub(super) fn updates<'s>(
    site: &'s ExportSite,
    list: impl Iterator<Item = (TaskIx, usize, &'s Update)>,
    sink: Sink<'_, 's>,
) {
    let data = &*site.report.data;
    for (ix, n, u) in list {
        let (scope, agency) = match u.scope {
            Scope::Agency(agency) => ("agency", Some(agency)),
            Scope::Collective => ("collective", None),
            Scope::AllMembers => ("all-members", None),
        };
        let completed_on = match u.completed_on {
            Some(CompletedOn::Date(on)) => Some(on),
            Some(CompletedOn::Unknown) | None => None,
        };
        let mut row = Row::of(TableId::Updates);
        row.text("task", data[ix].id.as_str()).whole("update", n).date("date", Some(u.date)).text("scope", scope);
        row.maybe("agency", agency.map(|a| data[a].id.as_str()));
        row.maybe("agency_name", agency.map(|a| site.agency_name(a)));
        row.maybe("progress", u.progress.map(Progress::code)).maybe_whole("percent", u.percent);
        row.date("completed_on", completed_on);
        row.flag("completed_unknown", u.completed_on == Some(CompletedOn::Unknown));
        row.maybe("period", u.period.map(Period::code)).flag("adhoc", u.adhoc).flag("overdue", u.overdue);
        row.maybe("note", u.note.as_deref()).maybe("note_en", u.note_en.as_deref());
        row.end(sink);
    }
}

pub(super) fn evidence<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    for (ix, n, u) in site.report.updates() {
        for e in &u.evidence {
            let mut row = Row::of(TableId::Evidence);
            row.text("task", site.report.data[ix].id.as_str()).whole("update", n).text("title", &e.title);
            row.maybe("number", e.number.as_deref()).maybe("url", e.url.as_deref()).date("date", e.date);
            row.day("retrieved", e.retrieved);
            row.end(sink);
        }
    }
}

pub(super) fn readings<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    for (ix, n, u) in site.report.updates() {
        for reading in &u.readings {
            let mut row = Row::of(TableId::Readings);
            row.text("task", site.report.data[ix].id.as_str()).whole("update", n);
            row.number("value", Some(reading.value)).maybe("note", reading.note.as_deref());
            row.end(sink);
        }
    }
}

pub(super) fn extensions<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    for ix in site.report.task_list() {
        for e in site.report.extensions_of(ix) {
            let mut row = Row::of(TableId::Extensions);
            row.text("task", site.report.data[ix].id.as_str()).day("to", Some(e.to)).day("on", Some(e.on));
            row.maybe("by", e.by.as_deref());
            row.end(sink);
        }
    }
}
