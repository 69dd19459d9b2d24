//! Columns that several tables have: their words stand here, their values with each table.

use super::column::{Column, Kind, column, optional};

/// Codes of labels, in the order of legends.
pub(super) const LABELS: &[&str] = &[
    "completed-on-time",
    "completed-late",
    "completed-unclear",
    "completed",
    "awaiting-acceptance",
    "in-time",
    "due-soon",
    "overdue",
    "past-due-unreported",
    "in-progress",
    "no-information",
    "continuous",
    "ended",
    "not-applicable",
    "suspended",
    "cancelled",
    "in-news",
];
pub(super) const STATES: &[&str] =
    &["not-reported", "not-started", "in-progress", "completed", "not-applicable", "suspended", "cancelled"];
/// What a holder or a member is.
pub(super) const HOLDERS: &[&str] = &["agency", "group"];

pub(super) const TASK: Column = column("task", Kind::Id, "cong-dich-vu-cong-quoc-gia")
    .of("nhiem-vu")
    .vi("Mã nhiệm vụ", "Mã của nhiệm vụ.")
    .en("Task", "Id of the task.");
pub(super) const CLAUSE_TEXT: Column = optional("clause_text", Kind::Text, "điểm a khoản 2 mục III")
    .vi("Khoản, điểm bằng chữ", "Khoản, điểm của văn bản, dẫn như trong văn bản hành chính.")
    .en("Clause in words", "Clause of the document, as officials cite it.");
pub(super) const STATUS: Column = column("status", Kind::Code(LABELS), "completed-late")
    .vi("Mã trạng thái", "Trạng thái tại ngày của số liệu, dạng mã.")
    .en("Status code", "Status at the date of the data, as a code.");
pub(super) const STATUS_TEXT: Column = column("status_text", Kind::Text, "Hoàn thành quá hạn")
    .vi("Trạng thái", "Trạng thái bằng chữ.")
    .en("Status", "Status in words.");
pub(super) const TIMELINESS: Column = column(
    "timeliness",
    Kind::Code(&["no-deadline", "ahead", "due-soon", "overdue", "met", "missed", "unclear"]),
    "missed",
)
.vi("So với thời hạn", "Còn hạn, sắp đến hạn, quá hạn, xong đúng hạn, xong quá hạn hay không rõ.")
.en("Against the deadline", "Ahead, due soon, overdue, met, missed, unclear or without a deadline.");
pub(super) const DAYS: Column = optional("days", Kind::Count, "39")
    .vi(
        "Số ngày",
        "Số ngày còn lại (ahead, due-soon), sớm (met) hoặc muộn (overdue, missed), tính từ ngày cuối \
                     còn trong hạn.",
    )
    .en(
        "Days",
        "Days left (ahead, due-soon), early (met) or late (overdue, missed), counted from the last \
                     day in time.",
    );
pub(super) const DUE: Column = optional("due", Kind::Day, "2019-10-31")
    .vi("Ngày cuối trong hạn", "Ngày cuối cùng còn trong hạn, đã tính gia hạn.")
    .en("Last day in time", "Last day that is in time, extensions granted so far included.");
pub(super) const PERCENT: Column = optional("percent", Kind::Count, "60")
    .vi("Tỷ lệ báo cáo (%)", "Tỷ lệ hoàn thành báo cáo lần cuối, từ 0 đến 100.")
    .en("Per cent reported", "Percentage reported last, 0 to 100.");
pub(super) const REPORTED: Column = optional("reported", Kind::Partial, "2019-12-09")
    .vi("Báo cáo lần cuối", "Ngày của báo cáo cuối được tính.")
    .en("Last reported", "Date of the last report that counts.");
pub(super) const COMPLETED_ON: Column = optional("completed_on", Kind::Partial, "2019-12-09")
    .vi("Ngày hoàn thành", "Ngày của sản phẩm; trống nếu chưa hoàn thành hoặc chưa rõ ngày.")
    .en("Completed on", "Date of the product; empty if it is not completed or the date is not known.");
pub(super) const ADDRESS: Column = column("address", Kind::Address, "nhiem-vu/cong-dich-vu-cong-quoc-gia/")
    .vi("Địa chỉ trang", "Trang của nhiệm vụ trên trang này.")
    .en("Address", "Page of the task on this site.");
pub(super) const REF: Column = optional("ref", Kind::Text, "15")
    .vi("Mã trong sổ", "Mã mà sổ theo dõi của cơ quan đặt cho nhiệm vụ.")
    .en("Reference", "The number that the office's own register gives the task.");
