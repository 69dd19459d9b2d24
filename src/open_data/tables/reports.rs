//! Tables of reports and extensions.

use super::tasks::TASK;
use super::{Column, Kind, Table, TableId, column};

const SCOPES: &[&str] = &["agency", "collective", "all-members"];
const PROGRESS: &[&str] = &["not-started", "in-progress", "completed", "not-applicable", "suspended"];
const UPDATE: Column = column(
    "update",
    Kind::Count,
    ["Số thứ tự cập nhật", "Update"],
    ["Số thứ tự của cập nhật trong nhiệm vụ, từ 1.", "Number of the update within the task, from 1."],
    "1",
);

/// Updates.
pub(super) static UPDATES: Table = Table {
    id: TableId::Updates,
    name: "cap-nhat",
    title: ["Cập nhật", "Updates"],
    meaning: ["Mỗi dòng là một lần báo cáo, cập nhật về một nhiệm vụ.", "One row is one report on one task."],
    key: &["task", "update"],
    columns: &[
        TASK,
        UPDATE,
        column(
            "date",
            Kind::Partial,
            ["Ngày", "Date"],
            ["Ngày báo cáo, đúng tới mức nguồn cho biết.", "Date of the report, as exactly as the source knows."],
            "2019-12-09",
        ),
        column(
            "scope",
            Kind::Code(SCOPES),
            ["Phạm vi", "Scope"],
            [
                "Cho một cơ quan, cho cả nhóm nói chung, hay cho từng thành viên.",
                "For one agency, for the group as a whole, or for every member.",
            ],
            "agency",
        ),
        column(
            "agency",
            Kind::Id,
            ["Mã cơ quan", "Agency"],
            ["Cơ quan mà cập nhật nói đến.", "The agency that the update speaks for."],
            "van-phong-chinh-phu",
        )
        .maybe()
        .of("co-quan"),
        column(
            "agency_name",
            Kind::Text,
            ["Cơ quan", "Name of the agency"],
            ["Tên cơ quan.", "Its name."],
            "Văn phòng Chính phủ",
        )
        .maybe(),
        column(
            "progress",
            Kind::Code(PROGRESS),
            ["Mức thực hiện", "Progress"],
            ["Mức thực hiện được báo cáo; trống nếu chỉ ghi chú.", "State reported; empty for a note only."],
            "completed",
        )
        .maybe(),
        column(
            "percent",
            Kind::Count,
            ["Tỷ lệ (%)", "Per cent"],
            ["Tỷ lệ hoàn thành, từ 0 đến 100.", "Percentage, 0 to 100."],
            "100",
        )
        .maybe(),
        column(
            "completed_on",
            Kind::Partial,
            ["Ngày hoàn thành", "Completed on"],
            ["Ngày của sản phẩm, nếu báo cáo nêu.", "Date of the product, where the report states it."],
            "2019-12-09",
        )
        .maybe(),
        column(
            "completed_unknown",
            Kind::Flag,
            ["Không rõ ngày hoàn thành", "Date of completion unknown"],
            ["Đã hoàn thành nhưng ngày hoàn thành không công khai.", "Completed, but the date is not public."],
            "false",
        ),
        column(
            "period",
            Kind::Period,
            ["Kỳ", "Period"],
            ["Kỳ mà báo cáo trả lời.", "The period that it answers for."],
            "2024-Q2",
        )
        .maybe(),
        column(
            "adhoc",
            Kind::Flag,
            ["Đột xuất", "Out of turn"],
            ["Báo cáo đột xuất, không thuộc kỳ nào.", "A report out of turn; it belongs to no period."],
            "false",
        ),
        column(
            "overdue",
            Kind::Flag,
            ["Nhận là quá hạn", "Says overdue"],
            ["Chính báo cáo nêu là đã quá hạn.", "The report itself says that the deadline was missed."],
            "false",
        ),
        column(
            "note",
            Kind::Text,
            ["Nội dung", "Note"],
            ["Nội dung báo cáo.", "What it says."],
            "Cổng chính thức khai trương.",
        )
        .maybe(),
        column(
            "note_en",
            Kind::Text,
            ["Nội dung (tiếng Anh)", "Note (English)"],
            ["Nội dung bằng tiếng Anh.", "What it says, in English."],
            "The portal was launched.",
        )
        .maybe(),
    ],
};

/// Evidence of updates.
pub(super) static EVIDENCE: Table = Table {
    id: TableId::Evidence,
    name: "minh-chung",
    title: ["Minh chứng", "Evidence"],
    meaning: [
        "Mỗi dòng là một sản phẩm hoặc minh chứng của một cập nhật.",
        "One row is one product or proof of an update.",
    ],
    key: &[],
    columns: &[
        TASK,
        UPDATE,
        column("title", Kind::Text, ["Tên", "Title"], ["Tên của minh chứng.", "Its title."], "Tin khai trương Cổng"),
        column(
            "number",
            Kind::Text,
            ["Số, ký hiệu", "Number"],
            ["Số, ký hiệu văn bản.", "Number and symbol."],
            "34/CT-TTg",
        )
        .maybe(),
        column(
            "url",
            Kind::Text,
            ["Địa chỉ", "Address"],
            ["Địa chỉ trên mạng.", "Address on the web."],
            "https://vidu.example/tin",
        )
        .maybe(),
        column("date", Kind::Partial, ["Ngày", "Date"], ["Ngày của minh chứng.", "Its own date."], "2019-12-09")
            .maybe(),
        column(
            "retrieved",
            Kind::Day,
            ["Ngày truy cập", "Retrieved"],
            ["Ngày đọc địa chỉ đó.", "The day on which the address was read."],
            "2026-11-21",
        )
        .maybe(),
    ],
};

/// Readings of indicators.
pub(super) static READINGS: Table = Table {
    id: TableId::Readings,
    name: "ket-qua-chi-tieu",
    title: ["Kết quả chỉ tiêu", "Indicator readings"],
    meaning: [
        "Mỗi dòng là một giá trị của chỉ tiêu trong một cập nhật.",
        "One row is one value of an indicator in an update.",
    ],
    key: &[],
    columns: &[
        TASK,
        UPDATE,
        column("value", Kind::Number, ["Giá trị", "Value"], ["Giá trị đạt được.", "The value reached."], "43.5"),
        column(
            "note",
            Kind::Text,
            ["Ghi chú", "Note"],
            ["Giá trị này là của điều gì.", "What the value is of."],
            "cấp tỉnh",
        )
        .maybe(),
    ],
};

/// Extensions of deadlines.
pub(super) static EXTENSIONS: Table = Table {
    id: TableId::Extensions,
    name: "gia-han",
    title: ["Gia hạn", "Extensions"],
    meaning: ["Mỗi dòng là một lần gia hạn.", "One row is one extension of a deadline."],
    key: &[],
    columns: &[
        TASK,
        column(
            "to",
            Kind::Day,
            ["Đến ngày", "Until"],
            ["Ngày cuối mới còn trong hạn.", "The new last day in time."],
            "2024-06-30",
        ),
        column(
            "on",
            Kind::Day,
            ["Gia hạn ngày", "Granted on"],
            ["Ngày cho gia hạn.", "The day on which it was granted."],
            "2024-03-15",
        ),
        column(
            "by",
            Kind::Text,
            ["Người cho gia hạn", "Granted by"],
            ["Ai cho gia hạn, bằng lời.", "Who granted it, in words."],
            "Thủ tướng Chính phủ",
        )
        .maybe(),
    ],
};
