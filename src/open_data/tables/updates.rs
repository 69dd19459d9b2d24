//! Tables of reports, what they prove and measure, and of extensions.

use super::column::{Column, Kind, column, optional};
use super::shared::TASK;
use super::table::{Columns, Table, TableId, columns, each};
use super::value::Value;
use crate::derive::Report;
use crate::model::{AgencyIx, CompletedOn, Evidence, Extension, Period, Progress, Reading, Scope, TaskIx, Update};
use crate::open_data::feeds::changes::reports_for;
use crate::open_data::site::ExportSite;

const SCOPES: &[&str] = &["agency", "collective", "all-members"];
const PROGRESS: &[&str] = &["not-started", "in-progress", "completed", "not-applicable", "suspended"];
const UPDATE: Column = column("update", Kind::Count, "1")
    .vi("Số thứ tự cập nhật", "Số thứ tự của cập nhật trong nhiệm vụ, từ 1.")
    .en("Update", "Number of the update within the task, from 1.");

pub(super) static UPDATES: Table = Table {
    id: TableId::Updates,
    name: "cap-nhat",
    title: ["Cập nhật", "Updates"],
    meaning: ["Mỗi dòng là một lần báo cáo, cập nhật về một nhiệm vụ.", "One row is one report on one task."],
    key: &["task", "update"],
    columns: || columns(UPDATE_COLUMNS),
    rows: |s, sink| each(UPDATE_COLUMNS, s, s.report.updates(), sink),
    of_agency: Some(|s, ix, sink| each(UPDATE_COLUMNS, s, reports_for(s, ix), sink)),
    count: |report| report.updates().count(),
};

type UpdateRow<'s> = (TaskIx, usize, &'s Update);

const UPDATE_COLUMNS: Columns<for<'s> fn(&'s ExportSite, UpdateRow<'s>) -> Value<'s>> = &[
    TASK.value(|s, (ix, _, _)| s.data()[ix].id.as_str().into()),
    UPDATE.value(|_, (_, n, _)| Value::count(n)),
    column("date", Kind::Partial, "2019-12-09")
        .vi("Ngày", "Ngày báo cáo, đúng tới mức nguồn cho biết.")
        .en("Date", "Date of the report, as exactly as the source knows.")
        .value(|_, (_, _, u)| u.date.into()),
    column("scope", Kind::Code(SCOPES), "agency")
        .vi("Phạm vi", "Cho một cơ quan, cho cả nhóm nói chung, hay cho từng thành viên.")
        .en("Scope", "For one agency, for the group as a whole, or for every member.")
        .value(|_, (_, _, u)| match u.scope {
            Scope::Agency(_) => "agency".into(),
            Scope::Collective => "collective".into(),
            Scope::AllMembers => "all-members".into(),
        }),
    optional("agency", Kind::Id, "van-phong-chinh-phu")
        .of("co-quan")
        .vi("Mã cơ quan", "Cơ quan mà cập nhật nói đến.")
        .en("Agency", "The agency that the update speaks for.")
        .value(|s, (_, _, u)| agency(u).map(|ix| s.data()[ix].id.as_str()).into()),
    optional("agency_name", Kind::Text, "Văn phòng Chính phủ")
        .vi("Cơ quan", "Tên cơ quan.")
        .en("Name of the agency", "Its name.")
        .value(|s, (_, _, u)| agency(u).map(|ix| s.agency_name(ix)).into()),
    optional("progress", Kind::Code(PROGRESS), "completed")
        .vi("Mức thực hiện", "Mức thực hiện được báo cáo; trống nếu chỉ ghi chú.")
        .en("Progress", "State reported; empty for a note only.")
        .value(|_, (_, _, u)| u.progress.map(Progress::code).into()),
    optional("percent", Kind::Count, "100")
        .vi("Tỷ lệ (%)", "Tỷ lệ hoàn thành, từ 0 đến 100.")
        .en("Per cent", "Percentage, 0 to 100.")
        .value(|_, (_, _, u)| u.percent.map(i64::from).into()),
    optional("completed_on", Kind::Partial, "2019-12-09")
        .vi("Ngày hoàn thành", "Ngày của sản phẩm, nếu báo cáo nêu.")
        .en("Completed on", "Date of the product, where the report states it.")
        .value(|_, (_, _, u)| match u.completed_on {
            Some(CompletedOn::Date(on)) => on.into(),
            Some(CompletedOn::Unknown) | None => Value::Nothing,
        }),
    column("completed_unknown", Kind::Flag, "false")
        .vi("Không rõ ngày hoàn thành", "Đã hoàn thành nhưng ngày hoàn thành không công khai.")
        .en("Date of completion unknown", "Completed, but the date is not public.")
        .value(|_, (_, _, u)| (u.completed_on == Some(CompletedOn::Unknown)).into()),
    optional("period", Kind::Period, "2024-Q2")
        .vi("Kỳ", "Kỳ mà báo cáo trả lời.")
        .en("Period", "The period that it answers for.")
        .value(|_, (_, _, u)| u.period.map(Period::code).into()),
    column("adhoc", Kind::Flag, "false")
        .vi("Đột xuất", "Báo cáo đột xuất, không thuộc kỳ nào.")
        .en("Ad hoc", "An ad hoc report; it belongs to no period.")
        .value(|_, (_, _, u)| u.adhoc.into()),
    column("overdue", Kind::Flag, "false")
        .vi("Nhận là quá hạn", "Chính báo cáo nêu là đã quá hạn.")
        .en("Says overdue", "The report itself says that the deadline was missed.")
        .value(|_, (_, _, u)| u.overdue.into()),
    optional("note", Kind::Text, "Cổng chính thức khai trương.")
        .vi("Nội dung", "Nội dung báo cáo.")
        .en("Note", "What it says.")
        .value(|_, (_, _, u)| u.note.as_deref().into()),
    optional("note_en", Kind::Text, "The portal was launched.")
        .vi("Nội dung (tiếng Anh)", "Nội dung bằng tiếng Anh.")
        .en("Note (English)", "What it says, in English.")
        .value(|_, (_, _, u)| u.note_en.as_deref().into()),
    optional("accepted_on", Kind::Day, "2019-12-15")
        .vi("Ngày xác nhận", "Ngày cơ quan thường trực xác nhận hoàn thành.")
        .en("Accepted on", "The day on which the standing office accepted the completion.")
        .value(|s, (_, _, u)| u.accepted.as_ref().map(|a| a.on).filter(|on| *on <= s.report.as_of).into()),
    optional("accepted_by", Kind::Text, "Văn phòng Chính phủ")
        .vi("Nơi xác nhận", "Ai xác nhận, bằng lời.")
        .en("Accepted by", "By whom, in words.")
        .value(|s, (_, _, u)| {
            u.accepted.as_ref().filter(|a| a.on <= s.report.as_of).and_then(|a| a.by.as_deref()).into()
        }),
    optional("reason", Kind::Text, "Chờ luật được thông qua.")
        .vi("Lý do chậm", "Vì sao chậm hoặc chưa làm.")
        .en("Reason", "Why it is late or stands still.")
        .value(|_, (_, _, u)| u.reason.as_deref().into()),
    optional("proposal", Kind::Text, "Đề nghị lùi thời hạn đến quý I.")
        .vi("Kiến nghị", "Cơ quan kiến nghị điều gì.")
        .en("Proposal", "What the agency asks for.")
        .value(|_, (_, _, u)| u.proposal.as_deref().into()),
    optional("corrected_on", Kind::Day, "2024-03-01")
        .vi("Ngày đính chính", "Ngày mục này được đính chính sau khi đăng.")
        .en("Corrected on", "The day on which this entry was put right after it had been published.")
        .value(|s, (_, _, u)| u.corrected.as_ref().map(|c| c.on).filter(|on| *on <= s.report.as_of).into()),
    optional("corrected_note", Kind::Text, "Sửa ngày hoàn thành.")
        .vi("Đính chính điều gì", "Điều đã sửa.")
        .en("What was corrected", "What was wrong.")
        .value(|s, (_, _, u)| {
            u.corrected.as_ref().filter(|c| c.on <= s.report.as_of).and_then(|c| c.note.as_deref()).into()
        }),
];

fn agency(update: &Update) -> Option<AgencyIx> {
    match update.scope {
        Scope::Agency(ix) => Some(ix),
        Scope::Collective | Scope::AllMembers => None,
    }
}

pub(super) static EVIDENCE: Table = Table {
    id: TableId::Evidence,
    name: "minh-chung",
    title: ["Minh chứng", "Evidence"],
    meaning: [
        "Mỗi dòng là một sản phẩm hoặc minh chứng của một cập nhật.",
        "One row is one product or proof of an update.",
    ],
    key: &[],
    columns: || columns(EVIDENCE_COLUMNS),
    rows: |s, sink| each(EVIDENCE_COLUMNS, s, evidence(&s.report), sink),
    of_agency: None,
    count: |report| evidence(report).count(),
};

type EvidenceRow<'s> = (TaskIx, usize, &'s Evidence);

const EVIDENCE_COLUMNS: Columns<for<'s> fn(&'s ExportSite, EvidenceRow<'s>) -> Value<'s>> = &[
    TASK.value(|s, (ix, _, _)| s.data()[ix].id.as_str().into()),
    UPDATE.value(|_, (_, n, _)| Value::count(n)),
    column("title", Kind::Text, "Tin khai trương Cổng")
        .vi("Tên", "Tên của minh chứng.")
        .en("Title", "Its title.")
        .value(|_, (_, _, e)| (&e.title).into()),
    optional("number", Kind::Text, "34/CT-TTg")
        .vi("Số, ký hiệu", "Số, ký hiệu văn bản.")
        .en("Number", "Number and symbol.")
        .value(|_, (_, _, e)| e.number.as_deref().into()),
    optional("url", Kind::Text, "https://vidu.example/tin")
        .vi("Địa chỉ", "Địa chỉ trên mạng.")
        .en("Address", "Address on the web.")
        .value(|_, (_, _, e)| e.url.as_deref().into()),
    optional("date", Kind::Partial, "2019-12-09")
        .vi("Ngày", "Ngày của minh chứng.")
        .en("Date", "Its own date.")
        .value(|_, (_, _, e)| e.date.into()),
    optional("retrieved", Kind::Day, "2026-11-21")
        .vi("Ngày truy cập", "Ngày đọc địa chỉ đó.")
        .en("Retrieved", "The day on which the address was read.")
        .value(|_, (_, _, e)| e.retrieved.into()),
];

fn evidence(report: &Report) -> impl Iterator<Item = (TaskIx, usize, &Evidence)> {
    report.updates().flat_map(|(ix, n, u)| u.evidence.iter().map(move |evidence| (ix, n, evidence)))
}

pub(super) static READINGS: Table = Table {
    id: TableId::Readings,
    name: "ket-qua-chi-tieu",
    title: ["Kết quả chỉ tiêu", "Indicator readings"],
    meaning: [
        "Mỗi dòng là một giá trị của chỉ tiêu trong một cập nhật.",
        "One row is one value of an indicator in an update.",
    ],
    key: &[],
    columns: || columns(READING_COLUMNS),
    rows: |s, sink| each(READING_COLUMNS, s, readings(&s.report), sink),
    of_agency: None,
    count: |report| readings(report).count(),
};

type ReadingRow<'s> = (TaskIx, usize, &'s Reading);

const READING_COLUMNS: Columns<for<'s> fn(&'s ExportSite, ReadingRow<'s>) -> Value<'s>> = &[
    TASK.value(|s, (ix, _, _)| s.data()[ix].id.as_str().into()),
    UPDATE.value(|_, (_, n, _)| Value::count(n)),
    column("value", Kind::Number, "43.5")
        .vi("Giá trị", "Giá trị đạt được.")
        .en("Value", "The value reached.")
        .value(|_, (_, _, reading)| reading.value.into()),
    optional("note", Kind::Text, "cấp tỉnh")
        .vi("Ghi chú", "Giá trị này là của điều gì.")
        .en("Note", "What the value is of.")
        .value(|_, (_, _, reading)| reading.note.as_deref().into()),
];

fn readings(report: &Report) -> impl Iterator<Item = (TaskIx, usize, &Reading)> {
    report.updates().flat_map(|(ix, n, u)| u.readings.iter().map(move |reading| (ix, n, reading)))
}

pub(super) static EXTENSIONS: Table = Table {
    id: TableId::Extensions,
    name: "gia-han",
    title: ["Gia hạn, rút ngắn thời hạn", "Extensions"],
    meaning: [
        "Mỗi dòng là một lần gia hạn hoặc rút ngắn thời hạn.",
        "One row is one change of a deadline: extended or brought forward.",
    ],
    key: &[],
    columns: || columns(EXTENSION_COLUMNS),
    rows: |s, sink| each(EXTENSION_COLUMNS, s, extensions(&s.report), sink),
    of_agency: None,
    count: |report| extensions(report).count(),
};

type ExtensionRow<'s> = (TaskIx, usize, &'s Extension);

const EXTENSION_COLUMNS: Columns<for<'s> fn(&'s ExportSite, ExtensionRow<'s>) -> Value<'s>> = &[
    TASK.value(|s, (ix, _, _)| s.data()[ix].id.as_str().into()),
    column("to", Kind::Day, "2024-06-30")
        .vi("Đến ngày", "Ngày cuối mới còn trong hạn.")
        .en("Until", "The new last day in time.")
        .value(|_, (_, _, e)| e.to.into()),
    optional("to_period", Kind::Period, "2024-Q2")
        .vi("Đến kỳ", "Kỳ được gia hạn đến, nếu không phải một ngày; ngày cuối kỳ là ngày cuối còn trong hạn.")
        .en(
            "Until the end of",
            "The period that it was granted for, where it was one; its last day is the last in time.",
        )
        .value(|_, (_, _, e)| e.period.map(Period::code).into()),
    column("brought_forward", Kind::Flag, "false")
        .vi("Rút ngắn", "Hạn mới sớm hơn hạn đang có hiệu lực.")
        .en("Brought forward", "Earlier than the deadline that was in force.")
        .value(|s, (ix, n, _)| s.data()[ix].deadline.is_brought_forward(n).into()),
    column("on", Kind::Day, "2024-03-15")
        .vi("Quyết định ngày", "Ngày quyết định hạn mới.")
        .en("Granted on", "The day on which it was granted.")
        .value(|_, (_, _, e)| e.on.into()),
    optional("by", Kind::Text, "Thủ tướng Chính phủ")
        .vi("Người quyết định", "Ai quyết định, bằng lời.")
        .en("Granted by", "Who granted it, in words.")
        .value(|_, (_, _, e)| e.by.as_deref().into()),
];

fn extensions(report: &Report) -> impl Iterator<Item = (TaskIx, usize, &Extension)> {
    // Those granted by the date come first, so they keep their places.
    let tasks = report.shown_tasks().into_iter();
    tasks.flat_map(|ix| report.extensions_of(ix).enumerate().map(move |(n, extension)| (ix, n, extension)))
}
