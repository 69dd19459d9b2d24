//! The table of praise by name.

use super::column::{Kind, column, optional};
use super::shared::CLAUSE_TEXT;
use super::table::{Columns, Table, TableId, columns, each};
use super::value::Value;
use crate::model::{ClauseLabel, Commendation, Dataset, DocumentIx, SourceRef};
use crate::open_data::site::ExportSite;

/// Agencies that documents praise by name.
pub(super) static COMMENDATIONS: Table = Table {
    id: TableId::Commendations,
    name: "bieu-duong",
    title: ["Biểu dương", "Commendations"],
    meaning: [
        "Mỗi dòng là một cơ quan được một văn bản biểu dương đích danh.",
        "One row is one agency that a document praises by name.",
    ],
    key: &["document", "n"],
    columns: || columns(COLUMNS),
    rows: |s, sink| each(COLUMNS, s, rows(&s.report.data), sink),
    of_agency: None,
    count: |report| rows(&report.data).count(),
};

#[derive(Clone, Copy)]
struct Row<'s> {
    document: DocumentIx,
    n: usize,
    praise: &'s Commendation,
}

fn rows(data: &Dataset) -> impl Iterator<Item = Row<'_>> {
    data.document_list()
        .flat_map(|(document, d)| d.commendations.iter().zip(1..).map(move |(praise, n)| Row { document, n, praise }))
}

const COLUMNS: Columns<for<'s> fn(&'s ExportSite, Row<'s>) -> Value<'s>> = &[
    column("document", Kind::Id, "2018-09-11-hoi-nghi-tthc")
        .of("van-ban")
        .vi("Mã văn bản", "Văn bản có lời biểu dương.")
        .en("Document", "The document that says so.")
        .value(|s, r| s.document_id(r.document).into()),
    column("n", Kind::Count, "1")
        .vi("Số thứ tự", "Số thứ tự trong văn bản.")
        .en("Number", "Number within the document.")
        .value(|_, r| Value::count(r.n)),
    column("agency", Kind::Id, "van-phong-chinh-phu")
        .of("co-quan")
        .vi("Mã cơ quan", "Cơ quan được biểu dương.")
        .en("Agency", "Who is praised.")
        .value(|s, r| s.data()[r.praise.agency].id.as_str().into()),
    column("agency_name", Kind::Text, "Văn phòng Chính phủ")
        .vi("Cơ quan", "Tên cơ quan được biểu dương.")
        .en("Name of the agency", "Name of who is praised.")
        .value(|s, r| s.agency_name(r.praise.agency).into()),
    optional("clause", Kind::Text, "I.2")
        .vi("Khoản", "Khoản, điểm của văn bản.")
        .en("Clause", "Clause of the document.")
        .value(|_, r| r.praise.clause.as_ref().map(ClauseLabel::as_str).into()),
    CLAUSE_TEXT.value(|s, r| {
        let Commendation { clause, block, .. } = r.praise;
        let source = SourceRef { document: r.document, clause: clause.clone(), block: *block, note: None };
        s.clause(&source).into()
    }),
    column("words", Kind::Text, "Hoàn thành sớm việc rà soát.")
        .vi("Nội dung", "Được biểu dương về việc gì.")
        .en("For what", "What it is praised for.")
        .value(|_, r| (&r.praise.words).into()),
];
