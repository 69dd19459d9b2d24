//! Rows of meetings and documents.

use super::{Row, Sink};
use crate::model::{Origin, Person};
use crate::open_data::site::ExportSite;
use crate::open_data::tables::TableId;
use crate::plan::route::Route;

pub(super) fn meetings<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    let data = &*site.report.data;
    for (ix, m) in data.meeting_list() {
        let mut row = Row::of(TableId::Meetings);
        row.text("id", m.id.as_str()).text("title", &m.title).maybe("title_en", m.title_en.as_deref());
        row.text("address", site.address(Route::Meeting(ix)));
        row.maybe("body", m.body.map(|b| data[b].id.as_str())).maybe_whole("ordinal", m.ordinal);
        row.day("held", m.held).maybe("place", m.place.as_deref()).maybe("format", m.format.as_deref());
        row.maybe_whole("localities", m.localities);
        person(&mut row, "chair", "chair_role", m.chair.as_ref());
        row.list("documents", m.documents.iter().map(|d| site.document_id(*d)));
        row.whole("tasks", site.report.tasks_of_meeting(ix).len());
        row.maybe("restored", m.restored.as_deref()).maybe("note", m.note.as_deref());
        row.end(sink);
    }
}

pub(super) fn documents<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    let data = &*site.report.data;
    for (ix, d) in data.document_list() {
        let origin = match d.origin {
            Origin::Meeting(_) => "meeting",
            Origin::News(_) => "news",
        };
        let mut row = Row::of(TableId::Documents);
        row.text("id", d.id.as_str()).text("origin", origin);
        row.text("meeting", data[data.meeting_of(ix)].id.as_str());
        row.maybe("kind", d.kind.as_deref()).maybe("number", d.number.as_deref()).day("issued", d.issued);
        row.maybe("issuer", d.issuer.map(|a| data[a].id.as_str()));
        person(&mut row, "signer", "signer_role", d.signer.as_ref());
        row.list("recipients", d.recipients.iter().map(String::as_str));
        person(&mut row, "conclusion_of", "conclusion_of_role", d.conclusion_of.as_ref());
        row.maybe("conclusion_of_body", d.conclusion_of_body.map(|a| data[a].id.as_str()));
        row.maybe("url", d.url.as_deref()).whole("tasks", site.report.tasks_of_document(ix).len());
        row.maybe("note", d.note.as_deref());
        row.end(sink);
    }
}

fn person<'s>(row: &mut Row<'s>, name: &'static str, role: &'static str, person: Option<&'s Person>) {
    row.maybe(name, person.map(|p| p.name.as_str()));
    row.maybe(role, person.and_then(|p| p.role.as_deref()));
}
