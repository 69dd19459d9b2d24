//! Tables of meetings and documents.

use super::column::{Column, Kind, column, optional};
use super::table::{Columns, Table, TableId, columns, each};
use super::value::Value;
use crate::model::{Annex, Document, DocumentIx, Meeting, MeetingIx, Origin, Person};
use crate::open_data::site::ExportSite;
use crate::plan::route::{Route, page_of};

const TASKS: Column =
    column("tasks", Kind::Count, "32").vi("Số nhiệm vụ", "Số nhiệm vụ nêu ở đây.").en("Tasks", "Tasks stated here.");
const NOTE: Column = optional("note", Kind::Text, "Ngày ký lấy từ bản tin.")
    .vi("Ghi chú", "Ghi chú cho người đọc.")
    .en("Note", "A note for readers.");

pub(super) static MEETINGS: Table = Table {
    id: TableId::Meetings,
    name: "phien-hop",
    title: ["Phiên họp", "Meetings"],
    meaning: ["Mỗi dòng là một phiên họp hoặc hội nghị.", "One row is one meeting or conference."],
    key: &["id"],
    columns: || columns(MEETING_COLUMNS),
    rows: |s, sink| each(MEETING_COLUMNS, s, s.report.data.meeting_list(), sink),
    of_agency: None,
    count: |report| report.data.meeting_list().count(),
};

type MeetingRow<'s> = (MeetingIx, &'s Meeting);

const MEETING_COLUMNS: Columns<for<'s> fn(&'s ExportSite, MeetingRow<'s>) -> Value<'s>> = &[
    column("id", Kind::Id, "2018-09-11-hoi-nghi-tthc")
        .vi("Mã", "Mã của phiên họp.")
        .en("Id", "Id of the meeting.")
        .value(|_, (_, m)| m.id.as_str().into()),
    column("title", Kind::Text, "Hội nghị trực tuyến về cải cách thủ tục hành chính")
        .vi("Tên", "Tên phiên họp.")
        .en("Title", "Its title.")
        .value(|_, (_, m)| (&m.title).into()),
    optional("title_en", Kind::Text, "Online conference on administrative procedure reform")
        .vi("Tên (tiếng Anh)", "Tên tiếng Anh.")
        .en("Title (English)", "Its title in English.")
        .value(|_, (_, m)| m.title_en.as_deref().into()),
    column("address", Kind::Address, "phien-hop/2018-09-11-hoi-nghi-tthc/")
        .vi("Địa chỉ trang", "Trang của phiên họp trên trang này.")
        .en("Address", "Page of the meeting on this site.")
        .value(|s, (ix, _)| s.address(Route::Meeting(ix)).into()),
    optional("body", Kind::Id, "to-cong-tac-cai-cach-tthc")
        .of("co-quan")
        .vi("Mã nơi họp", "Ban, tổ, hội đồng đã họp; hội nghị thì trống.")
        .en("Body", "The body that met; a conference has none.")
        .value(|s, (_, m)| m.body.map(|ix| s.data()[ix].id.as_str()).into()),
    optional("ordinal", Kind::Count, "2")
        .vi("Phiên thứ", "Phiên họp thứ mấy của nơi đó.")
        .en("Ordinal", "Number of the session of that body.")
        .value(|_, (_, m)| m.ordinal.map(i64::from).into()),
    optional("held", Kind::Day, "2018-09-11")
        .vi("Ngày họp", "Ngày họp.")
        .en("Held on", "Day of the meeting.")
        .value(|_, (_, m)| m.held.into()),
    optional("place", Kind::Text, "Hà Nội")
        .vi("Nơi họp", "Nơi họp, bằng lời.")
        .en("Place", "Place, in words.")
        .value(|_, (_, m)| m.place.as_deref().into()),
    optional("format", Kind::Text, "trực tuyến")
        .vi("Hình thức", "Hình thức họp, bằng lời.")
        .en("Form", "Form of the meeting, in words.")
        .value(|_, (_, m)| m.format.as_deref().into()),
    optional("localities", Kind::Count, "63")
        .vi("Số điểm cầu", "Số địa phương kết nối.")
        .en("Localities", "Number of localities connected.")
        .value(|_, (_, m)| m.localities.map(i64::from).into()),
    optional("chair", Kind::Text, "Nguyễn Văn A")
        .vi("Chủ trì họp", "Người chủ trì.")
        .en("Chair", "Who chaired.")
        .value(|_, (_, m)| name(m.chair.as_ref())),
    optional("chair_role", Kind::Text, "Phó Thủ tướng")
        .vi("Chức vụ chủ trì", "Chức vụ nêu trong văn bản.")
        .en("Role of the chair", "Role, as the document names it.")
        .value(|_, (_, m)| role(m.chair.as_ref())),
    column("documents", Kind::Ids, "2018-09-11-hoi-nghi-tthc")
        .vi("Mã văn bản", "Văn bản ban hành sau phiên họp.")
        .en("Documents", "Documents that it ended in.")
        .value(|s, (_, m)| Value::list(m.documents.iter().map(|ix| s.document_id(*ix)))),
    TASKS.value(|s, (ix, _)| {
        Value::count(s.report.tally_of_tasks(s.report.tasks_of_meeting(ix).iter().copied()).total())
    }),
    optional("restored", Kind::Text, "Bản quét mờ.")
        .vi("Văn bản phục dựng", "Vì sao văn bản phải phục dựng, chỗ nào còn ngờ.")
        .en("Restored text", "Why the text is a restoration, and what is doubtful.")
        .value(|_, (_, m)| m.restored.as_deref().into()),
    NOTE.value(|_, (_, m)| m.note.as_deref().into()),
];

/// Documents that give tasks.
pub(super) static DOCUMENTS: Table = Table {
    id: TableId::Documents,
    name: "van-ban",
    title: ["Văn bản", "Documents"],
    meaning: [
        "Mỗi dòng là một văn bản giao nhiệm vụ, hoặc một bản tin được dùng làm nguồn.",
        "One row is a document that gives tasks, or a news item marked as a source.",
    ],
    key: &["id"],
    columns: || columns(DOCUMENT_COLUMNS),
    rows: |s, sink| each(DOCUMENT_COLUMNS, s, s.report.data.document_list(), sink),
    of_agency: None,
    count: |report| report.data.document_list().count(),
};

type DocumentRow<'s> = (DocumentIx, &'s Document);

const DOCUMENT_COLUMNS: Columns<for<'s> fn(&'s ExportSite, DocumentRow<'s>) -> Value<'s>> = &[
    column("id", Kind::Id, "2018-09-11-hoi-nghi-tthc")
        .vi("Mã", "Mã của văn bản.")
        .en("Id", "Id of the document.")
        .value(|_, (_, d)| d.id.as_str().into()),
    column("origin", Kind::Code(&["meeting", "document", "news"]), "meeting")
        .vi("Nguồn", "Văn bản của phiên họp, văn bản không qua họp, hay bản tin.")
        .en("Origin", "A document of a meeting, a document without one, or a news item.")
        .value(|_, (_, d)| match d.origin {
            Origin::Meeting(_) => "meeting".into(),
            Origin::Own => "document".into(),
            Origin::News(_) => "news".into(),
        }),
    optional("meeting", Kind::Id, "2018-09-11-hoi-nghi-tthc")
        .of("phien-hop")
        .vi("Mã phiên họp", "Phiên họp có văn bản này; văn bản không qua họp thì trống.")
        .en("Meeting", "The meeting that it belongs to; a document without one has none.")
        .value(|s, (ix, _)| s.data().meeting_of(ix).map(|ix| s.data()[ix].id.as_str()).into()),
    optional("title", Kind::Text, "Nghị quyết về cắt giảm thủ tục hành chính")
        .vi("Tên", "Tên của văn bản không qua họp; văn bản của phiên họp mang tên phiên họp.")
        .en("Title", "Title of a document without a meeting; others go by their meeting.")
        .value(|_, (_, d)| d.title.as_deref().into()),
    optional("title_en", Kind::Text, "Resolution on cutting administrative procedures")
        .vi("Tên (tiếng Anh)", "Tên tiếng Anh.")
        .en("Title (English)", "Its title in English.")
        .value(|_, (_, d)| d.title_en.as_deref().into()),
    column("address", Kind::Address, "phien-hop/2018-09-11-hoi-nghi-tthc/")
        .vi("Địa chỉ trang", "Trang có văn bản này.")
        .en("Address", "Page on this site that shows it.")
        .value(|s, (ix, _)| s.address(page_of(s.data(), ix)).into()),
    optional("kind", Kind::Text, "Thông báo kết luận")
        .vi("Loại văn bản", "Loại văn bản, bằng lời.")
        .en("Kind", "Kind of document, in words.")
        .value(|_, (_, d)| d.kind.as_deref().into()),
    optional("number", Kind::Text, "372/TB-VPCP")
        .vi("Số, ký hiệu", "Số, ký hiệu.")
        .en("Number", "Number and symbol.")
        .value(|_, (_, d)| d.number.as_deref().into()),
    optional("issued", Kind::Day, "2018-09-24")
        .vi("Ngày ban hành", "Ngày ban hành.")
        .en("Issued on", "Day of issue.")
        .value(|_, (_, d)| d.issued.into()),
    optional("issuer", Kind::Id, "van-phong-chinh-phu")
        .of("co-quan")
        .vi("Mã nơi ban hành", "Cơ quan ban hành.")
        .en("Issuer", "Issuing agency.")
        .value(|s, (_, d)| d.issuer.map(|ix| s.data()[ix].id.as_str()).into()),
    optional("signer", Kind::Text, "Nguyễn Văn B")
        .vi("Người ký", "Người ký.")
        .en("Signer", "Who signed.")
        .value(|_, (_, d)| name(d.signer.as_ref())),
    optional("signer_role", Kind::Text, "Phó Chủ nhiệm")
        .vi("Chức vụ người ký", "Chức vụ nêu trong văn bản.")
        .en("Role of the signer", "Role, as the document names it.")
        .value(|_, (_, d)| role(d.signer.as_ref())),
    column("recipients", Kind::Texts, "Thủ tướng, các Phó Thủ tướng")
        .vi("Nơi nhận", "Nơi nhận của văn bản; chữ viết tắt có thể đã viết đủ.")
        .en("Recipients", "Recipients of the document; abbreviations may be spelt out.")
        .value(|_, (_, d)| Value::list(d.recipients.iter().map(String::as_str))),
    optional("conclusion_of", Kind::Text, "Nguyễn Văn A")
        .vi("Kết luận của", "Người có kết luận.")
        .en("Conclusion of", "Whose conclusion it is.")
        .value(|_, (_, d)| name(d.conclusion_of.as_ref())),
    optional("conclusion_of_role", Kind::Text, "Thủ tướng Chính phủ")
        .vi("Chức vụ người kết luận", "Chức vụ nêu trong văn bản.")
        .en("Role of that person", "Role, as the document names it.")
        .value(|_, (_, d)| role(d.conclusion_of.as_ref())),
    optional("conclusion_of_body", Kind::Id, "to-cong-tac-cai-cach-tthc")
        .of("co-quan")
        .vi("Kết luận của cơ quan", "Cơ quan có kết luận.")
        .en("Conclusion of a body", "The body whose conclusion it is.")
        .value(|s, (_, d)| d.conclusion_of_body.map(|ix| s.data()[ix].id.as_str()).into()),
    optional("url", Kind::Text, "https://vidu.example/van-ban.pdf")
        .vi("Văn bản gốc", "Địa chỉ văn bản gốc.")
        .en("Authentic text", "Address of the authentic text.")
        .value(|_, (_, d)| d.url.as_deref().into()),
    column("annexes", Kind::Texts, "PL2 Danh mục nhiệm vụ giao các bộ")
        .vi("Phụ lục", "Các phụ lục: số như trong khoản dẫn chiếu, rồi tên.")
        .en("Annexes", "Annexes: the number as in labels of clauses, then the title.")
        .value(|_, (_, d)| {
            let text = |annex: &Annex| format!("{} {}", annex.label(), annex.title);
            Value::list(d.annexes.iter().map(text))
        }),
    optional("restored", Kind::Text, "Bản quét mờ.")
        .vi("Văn bản phục dựng", "Vì sao văn bản không qua họp phải phục dựng, chỗ nào còn ngờ.")
        .en("Restored text", "Why the text of a document without a meeting is a restoration, and what is doubtful.")
        .value(|_, (_, d)| d.restored.as_deref().into()),
    TASKS.value(|s, (ix, _)| {
        Value::count(s.report.tally_of_tasks(s.report.tasks_of_document(ix).iter().copied()).total())
    }),
    NOTE.value(|_, (_, d)| d.note.as_deref().into()),
];

fn name(person: Option<&Person>) -> Value<'_> {
    person.map(|p| p.name.as_str()).into()
}

fn role(person: Option<&Person>) -> Value<'_> {
    person.and_then(|p| p.role.as_deref()).into()
}
