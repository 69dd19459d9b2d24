//! The table of obligations: one task, one responsible agency, one period.

use super::tasks::{
    ADDRESS, COMPLETED_ON, DAYS, DUE, HOLDERS, PERCENT, REPORTED, STATES, STATUS, STATUS_TEXT, TASK, TIMELINESS_COLUMN,
};
use super::{Kind, Table, TableId, column};

/// Obligations.
pub(super) static OBLIGATIONS: Table = Table {
    id: TableId::Obligations,
    name: "dau-viec",
    title: ["Đầu việc", "Obligations"],
    meaning: [
        "Mỗi dòng là phần của một cơ quan chủ trì trong một nhiệm vụ, việc định kỳ thì trong một kỳ.",
        "One row is one lead agency's part in one task, in one period if the task recurs.",
    ],
    key: &[],
    columns: &[
        TASK,
        column(
            "title",
            Kind::Text,
            ["Nhiệm vụ", "Title"],
            ["Việc phải làm.", "What is to be done."],
            "Khai trương Cổng Dịch vụ công quốc gia",
        ),
        ADDRESS,
        column(
            "holder",
            Kind::Id,
            ["Mã nơi chịu trách nhiệm", "Holder"],
            [
                "Nơi chịu trách nhiệm tại ngày của số liệu, hoặc nơi đã làm xong.",
                "Who answers for it at the date of the data, or closed it.",
            ],
            "van-phong-chinh-phu",
        ),
        column(
            "holder_name",
            Kind::Text,
            ["Nơi chịu trách nhiệm", "Name of the holder"],
            ["Tên của nơi đó.", "Its name."],
            "Văn phòng Chính phủ",
        ),
        column(
            "holder_kind",
            Kind::Code(HOLDERS),
            ["Cơ quan hay nhóm", "Agency or group"],
            [
                "Một cơ quan, hay một nhóm không tách được thành viên.",
                "One agency, or a group whose members are not known.",
            ],
            "agency",
        ),
        column(
            "assigned_to",
            Kind::Id,
            ["Giao ban đầu cho", "First given to"],
            ["Cơ quan được giao lúc đầu.", "To whom the document gave it."],
            "van-phong-chinh-phu",
        ),
        column(
            "via_group",
            Kind::Id,
            ["Giao qua nhóm", "Given through"],
            [
                "Nhóm mà văn bản nêu; trống nếu nêu đích danh.",
                "The group that the document names; empty where it names the agency.",
            ],
            "cac-bo-co-quan-ngang-bo",
        )
        .maybe()
        .of("nhom"),
        column(
            "period",
            Kind::Period,
            ["Kỳ", "Period"],
            ["Kỳ của việc định kỳ.", "The period of a recurring duty."],
            "2024-Q2",
        )
        .maybe(),
        DUE,
        column(
            "state",
            Kind::Code(STATES),
            ["Mức thực hiện", "Progress"],
            ["Điều được báo cáo lần cuối.", "What was reported last."],
            "completed",
        ),
        TIMELINESS_COLUMN,
        DAYS,
        STATUS,
        STATUS_TEXT,
        PERCENT,
        REPORTED,
        COMPLETED_ON,
    ],
};
