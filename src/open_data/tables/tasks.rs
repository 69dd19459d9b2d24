//! Tables of tasks and what became of them.

use super::{Column, Kind, Table, TableId, column};

/// Codes of labels, in the order of legends.
pub(super) const LABELS: &[&str] = &[
    "completed-on-time",
    "completed-late",
    "completed-unclear",
    "completed",
    "in-time",
    "due-soon",
    "overdue",
    "past-due-unreported",
    "in-progress",
    "no-information",
    "continuous",
    "not-applicable",
    "suspended",
];
const FORMS: &[&str] = &["none", "day", "before", "period", "every", "continuous"];
pub(super) const STATES: &[&str] =
    &["not-reported", "not-started", "in-progress", "completed", "not-applicable", "suspended"];
const TIMELINESS: &[&str] = &["no-deadline", "ahead", "due-soon", "overdue", "met", "missed", "unclear"];
/// What a holder or a member is.
pub(super) const HOLDERS: &[&str] = &["agency", "group"];
const OPERATORS: &[&str] = &[">=", "<=", "="];

/// The task that a row belongs to.
pub(super) const TASK: Column = column(
    "task",
    Kind::Id,
    ["Mã nhiệm vụ", "Task"],
    ["Mã của nhiệm vụ.", "Id of the task."],
    "cong-dich-vu-cong-quoc-gia",
)
.of("nhiem-vu");
pub(super) const STATUS: Column = column(
    "status",
    Kind::Code(LABELS),
    ["Mã trạng thái", "Status code"],
    ["Trạng thái tại ngày của số liệu, dạng mã.", "Status at the date of the data, as a code."],
    "completed-late",
);
pub(super) const STATUS_TEXT: Column = column(
    "status_text",
    Kind::Text,
    ["Trạng thái", "Status"],
    ["Trạng thái bằng chữ.", "Status in words."],
    "Hoàn thành quá hạn",
);
pub(super) const TIMELINESS_COLUMN: Column = column(
    "timeliness",
    Kind::Code(TIMELINESS),
    ["So với thời hạn", "Against the deadline"],
    [
        "Còn hạn, sắp đến hạn, quá hạn, xong đúng hạn, xong quá hạn hay không rõ.",
        "Ahead, due soon, overdue, met, missed, unclear or without a deadline.",
    ],
    "missed",
);
pub(super) const DAYS: Column = column(
    "days",
    Kind::Count,
    ["Số ngày", "Days"],
    [
        "Số ngày còn lại (ahead, due-soon), sớm (met) hoặc muộn (overdue, missed), tính từ ngày cuối còn trong hạn.",
        "Days left (ahead, due-soon), early (met) or late (overdue, missed), counted from the last day in time.",
    ],
    "39",
)
.maybe();
pub(super) const DUE: Column = column(
    "due",
    Kind::Day,
    ["Ngày cuối trong hạn", "Last day in time"],
    ["Ngày cuối cùng còn trong hạn, đã tính gia hạn.", "Last day that is in time, extensions granted so far included."],
    "2019-10-31",
)
.maybe();
pub(super) const PERCENT: Column = column(
    "percent",
    Kind::Count,
    ["Tỷ lệ báo cáo (%)", "Per cent reported"],
    ["Tỷ lệ hoàn thành báo cáo lần cuối, từ 0 đến 100.", "Percentage reported last, 0 to 100."],
    "60",
)
.maybe();
pub(super) const REPORTED: Column = column(
    "reported",
    Kind::Partial,
    ["Báo cáo lần cuối", "Last reported"],
    ["Ngày của báo cáo cuối được tính.", "Date of the last report that counts."],
    "2019-12-09",
)
.maybe();
pub(super) const COMPLETED_ON: Column = column(
    "completed_on",
    Kind::Partial,
    ["Ngày hoàn thành", "Completed on"],
    [
        "Ngày của sản phẩm; trống nếu chưa hoàn thành hoặc chưa rõ ngày.",
        "Date of the product; empty if it is not completed or the date is not known.",
    ],
    "2019-12-09",
)
.maybe();
pub(super) const ADDRESS: Column = column(
    "address",
    Kind::Address,
    ["Địa chỉ trang", "Address"],
    ["Trang của nhiệm vụ trên trang này.", "Page of the task on this site."],
    "nhiem-vu/cong-dich-vu-cong-quoc-gia/",
);

/// Tasks.
pub(super) static TASKS: Table = Table {
    id: TableId::Tasks,
    name: "nhiem-vu",
    title: ["Nhiệm vụ", "Tasks"],
    meaning: ["Mỗi dòng là một nhiệm vụ do văn bản giao.", "One row is one task given by a document."],
    key: &["id"],
    columns: &[
        column(
            "id",
            Kind::Id,
            ["Mã", "Id"],
            ["Mã của nhiệm vụ, không bao giờ đổi.", "Id of the task; it never changes."],
            "cong-dich-vu-cong-quoc-gia",
        ),
        column(
            "title",
            Kind::Text,
            ["Nhiệm vụ", "Task"],
            ["Việc phải làm.", "What is to be done."],
            "Khai trương Cổng Dịch vụ công quốc gia",
        ),
        column(
            "title_en",
            Kind::Text,
            ["Nhiệm vụ (tiếng Anh)", "Task (English)"],
            ["Việc phải làm, bằng tiếng Anh.", "What is to be done, in English."],
            "Launch the National Public Service Portal",
        )
        .maybe(),
        ADDRESS,
        column(
            "document",
            Kind::Id,
            ["Văn bản", "Document"],
            ["Văn bản giao nhiệm vụ.", "The document that gives the task."],
            "2018-09-11-hoi-nghi-tthc",
        )
        .of("van-ban"),
        column(
            "clause",
            Kind::Text,
            ["Khoản", "Clause"],
            ["Khoản, điểm của văn bản.", "Clause of the document."],
            "III.2.a",
        )
        .maybe(),
        column(
            "sources",
            Kind::Texts,
            ["Mọi căn cứ", "All sources"],
            [
                "Mọi chỗ nêu nhiệm vụ: mã văn bản, sau dấu # là khoản.",
                "Every place that states the task: document id, the clause behind #.",
            ],
            "2018-09-11-hoi-nghi-tthc#6",
        ),
        column(
            "lead",
            Kind::Ids,
            ["Mã chủ trì", "Lead ids"],
            [
                "Cơ quan hoặc nhóm cơ quan chủ trì như văn bản nêu.",
                "Lead agencies or groups, as the document names them.",
            ],
            "van-phong-chinh-phu",
        ),
        column(
            "lead_names",
            Kind::Texts,
            ["Chủ trì", "Lead"],
            ["Tên cơ quan chủ trì, cùng thứ tự.", "Names of the lead agencies, in the same order."],
            "Văn phòng Chính phủ",
        ),
        column(
            "coordinators",
            Kind::Ids,
            ["Mã phối hợp", "Coordinators"],
            ["Cơ quan, nhóm phối hợp; không bị tính điểm.", "Agencies and groups that help; never scored."],
            "bo-noi-vu; bo-tu-phap",
        ),
        column(
            "report_to",
            Kind::Ids,
            ["Nơi nhận báo cáo", "Reports to"],
            ["Cơ quan nhận báo cáo.", "Who receives the report."],
            "thu-tuong-chinh-phu",
        ),
        column(
            "topics",
            Kind::Ids,
            ["Mã lĩnh vực", "Topics"],
            ["Lĩnh vực cải cách.", "Fields of reform."],
            "chinh-phu-so",
        ),
        column(
            "due_form",
            Kind::Code(FORMS),
            ["Dạng thời hạn", "Form of deadline"],
            [
                "Văn bản nêu thời hạn kiểu nào: ngày, trước ngày, kỳ, định kỳ, thường xuyên, không nêu.",
                "How the document states the deadline.",
            ],
            "before",
        ),
        column(
            "due_value",
            Kind::Text,
            ["Thời hạn theo văn bản", "Deadline as stated"],
            [
                "Ngày, tháng hoặc kỳ mà văn bản nêu, dạng mã; việc định kỳ: độ dài của kỳ.",
                "The day, month or period stated, as a code; the length of the period of recurring tasks.",
            ],
            "2019-11-01",
        )
        .maybe(),
        column(
            "wording",
            Kind::Text,
            ["Lời văn về thời hạn", "Wording of the deadline"],
            ["Thời hạn theo đúng lời văn bản.", "The deadline in the words of the document."],
            "trước ngày 01 tháng 11 năm 2019",
        )
        .maybe(),
        column(
            "starts",
            Kind::Day,
            ["Từ ngày", "Runs from"],
            ["Ngày bắt đầu, nếu văn bản nêu.", "First day, where the document states one."],
            "2024-01-01",
        )
        .maybe(),
        column(
            "first_due",
            Kind::Day,
            ["Thời hạn đầu tiên", "First deadline"],
            ["Ngày cuối trong hạn khi giao, chưa tính gia hạn.", "Last day in time as given, before any extension."],
            "2019-10-31",
        )
        .maybe(),
        DUE,
        column(
            "extensions",
            Kind::Count,
            ["Số lần gia hạn", "Extensions"],
            ["Số lần đã gia hạn.", "How often the deadline was extended."],
            "0",
        ),
        STATUS,
        STATUS_TEXT,
        TIMELINESS_COLUMN.maybe(),
        DAYS,
        PERCENT,
        REPORTED,
        COMPLETED_ON,
        column(
            "obligations",
            Kind::Count,
            ["Số đầu việc", "Obligations"],
            [
                "Số đầu việc: mỗi cơ quan chủ trì, mỗi kỳ là một.",
                "Number of obligations: one for each lead agency and period.",
            ],
            "1",
        ),
        column(
            "obligations_completed",
            Kind::Count,
            ["Đầu việc hoàn thành", "Obligations completed"],
            ["Trong đó đã hoàn thành.", "Of these, completed."],
            "1",
        ),
        column(
            "obligations_overdue",
            Kind::Count,
            ["Đầu việc quá hạn", "Obligations overdue"],
            ["Trong đó quá hạn, chưa hoàn thành.", "Of these, overdue and not completed."],
            "0",
        ),
        column(
            "urgency",
            Kind::Text,
            ["Mức khẩn", "Urgency"],
            ["Lời thúc của văn bản; không phải là ngày.", "Words of urgency in the document; never a date."],
            "khẩn trương",
        )
        .maybe(),
        column(
            "condition",
            Kind::Text,
            ["Điều kiện", "Condition"],
            ["Chỉ phải làm khi có điều kiện này.", "Binds only under this condition."],
            "nếu có vướng mắc",
        )
        .maybe(),
        column(
            "products",
            Kind::Texts,
            ["Sản phẩm yêu cầu", "Products demanded"],
            ["Sản phẩm mà văn bản yêu cầu.", "What the document wants to see."],
            "Báo cáo Thủ tướng Chính phủ",
        ),
        column(
            "parent",
            Kind::Id,
            ["Thuộc nhiệm vụ", "Part of"],
            ["Nhiệm vụ lớn hơn mà việc này là một phần.", "The task that this one is a part of."],
            "cong-dich-vu-cong-quoc-gia",
        )
        .maybe()
        .of("nhiem-vu"),
        column(
            "related",
            Kind::Ids,
            ["Nhiệm vụ liên quan", "Related"],
            ["Nhiệm vụ về cùng một việc.", "Tasks on the same matter."],
            "dich-vu-cong-truc-tuyen",
        ),
        column(
            "indicator_label",
            Kind::Text,
            ["Chỉ tiêu", "Indicator"],
            ["Điều được đo.", "What is measured."],
            "Tỷ lệ hồ sơ trực tuyến",
        )
        .maybe(),
        column(
            "indicator_unit",
            Kind::Text,
            ["Đơn vị chỉ tiêu", "Unit of the indicator"],
            ["Đơn vị đo.", "Unit of measurement."],
            "%",
        )
        .maybe(),
        column(
            "indicator_operator",
            Kind::Code(OPERATORS),
            ["So sánh", "Operator"],
            ["Phải đạt ít nhất, nhiều nhất hay đúng bằng.", "Whether the target is a minimum, a maximum or exact."],
            ">=",
        )
        .maybe(),
        column(
            "indicator_baseline",
            Kind::Number,
            ["Xuất phát", "Baseline"],
            ["Giá trị ban đầu.", "Where it started."],
            "12.5",
        )
        .maybe(),
        column(
            "indicator_target",
            Kind::Number,
            ["Mục tiêu", "Target"],
            ["Giá trị phải đạt.", "Where it is to arrive."],
            "80",
        )
        .maybe(),
        column(
            "indicator_by",
            Kind::Period,
            ["Kỳ đạt mục tiêu", "Target period"],
            ["Kỳ phải đạt mục tiêu.", "The period by which it is to be reached."],
            "2025",
        )
        .maybe(),
        column(
            "indicator_step_operator",
            Kind::Code(OPERATORS),
            ["So sánh bước", "Operator of the step"],
            ["Mỗi bước ít nhất, nhiều nhất hay đúng bằng.", "Whether a step is a minimum, a maximum or exact."],
            ">=",
        )
        .maybe(),
        column(
            "indicator_step",
            Kind::Number,
            ["Bước", "Step"],
            ["Mức tăng hoặc giảm mỗi bước.", "The pace demanded."],
            "2",
        )
        .maybe(),
        column(
            "indicator_step_unit",
            Kind::Text,
            ["Đơn vị của bước", "Unit of the step"],
            ["Đơn vị của bước.", "Unit of the pace."],
            "%/năm",
        )
        .maybe(),
        column(
            "note",
            Kind::Text,
            ["Ghi chú", "Note"],
            ["Ghi chú cho người đọc.", "A note for readers."],
            "Gộp hai điểm của văn bản.",
        )
        .maybe(),
    ],
};
