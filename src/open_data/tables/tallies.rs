//! The table of tallies: each holder and year with the parts of every percentage.

use super::tasks::HOLDERS;
use super::{Column, Kind, Table, TableId, column};

const fn count(name: &'static str, vi: &'static str, en: &'static str, what: [&'static str; 2]) -> Column {
    column(name, Kind::Count, [vi, en], what, "3")
}

/// Obligations of each holder by the year in which they fall due. The columns of labels carry the labels' codes with `_`
/// for `-`.
pub(super) static TALLIES: Table = Table {
    id: TableId::Tallies,
    name: "tong-hop",
    title: ["Tổng hợp", "Tallies"],
    meaning: [
        "Mỗi dòng là số đầu việc của một nơi chịu trách nhiệm có thời hạn trong một năm; dòng không có năm là việc không \
         có thời hạn. Cộng mọi dòng thì được tổng của cả trang.",
        "One row counts the obligations of one holder that fall due in one year; the row without a year counts those \
         without a deadline. All rows add up to the total of the site.",
    ],
    key: &[],
    columns: &[
        column(
            "holder",
            Kind::Id,
            ["Mã nơi chịu trách nhiệm", "Holder"],
            ["Cơ quan, hoặc nhóm không tách được thành viên.", "An agency, or a group whose members are not known."],
            "bo-noi-vu",
        ),
        column("holder_name", Kind::Text, ["Tên", "Name"], ["Tên của nơi đó.", "Its name."], "Bộ Nội vụ"),
        column(
            "holder_kind",
            Kind::Code(HOLDERS),
            ["Cơ quan hay nhóm", "Agency or group"],
            ["Cơ quan hay nhóm.", "An agency or a group."],
            "agency",
        ),
        column(
            "year",
            Kind::Count,
            ["Năm", "Year"],
            [
                "Năm của ngày cuối trong hạn; trống nếu không có thời hạn.",
                "Year of the last day in time; empty without a deadline.",
            ],
            "2024",
        )
        .maybe(),
        column(
            "as_of",
            Kind::Day,
            ["Tính đến ngày", "As of"],
            ["Ngày của số liệu.", "The date of the data."],
            "2026-11-21",
        ),
        count("total", "Tổng số", "Total", ["Mọi đầu việc.", "All obligations."]),
        count(
            "completed_on_time",
            "Hoàn thành đúng hạn",
            "Completed on time",
            ["Hoàn thành đúng hạn.", "Completed on time."],
        ),
        count("completed_late", "Hoàn thành quá hạn", "Completed late", ["Hoàn thành quá hạn.", "Completed late."]),
        count(
            "completed_unclear",
            "Hoàn thành, chưa rõ thời điểm",
            "Completed, date unclear",
            ["Hoàn thành, chưa rõ thời điểm.", "Completed, the date is unclear."],
        ),
        count(
            "completed",
            "Hoàn thành, không có hạn",
            "Completed, no deadline",
            ["Hoàn thành, không có thời hạn.", "Completed, without a deadline."],
        ),
        count("in_time", "Trong hạn", "In time", ["Đang thực hiện, trong hạn.", "Under way, in time."]),
        count("due_soon", "Sắp đến hạn", "Due soon", ["Sắp đến hạn.", "Due soon."]),
        count("overdue", "Quá hạn", "Overdue", ["Quá hạn, chưa hoàn thành.", "Overdue, not completed."]),
        count(
            "past_due_unreported",
            "Quá thời hạn, chưa có thông tin",
            "Past due, no information",
            ["Quá thời hạn, chưa có thông tin hoàn thành.", "Past the deadline, no information on completion."],
        ),
        count(
            "in_progress",
            "Đang thực hiện, không có hạn",
            "Under way, no deadline",
            ["Đang thực hiện, không có thời hạn.", "Under way, without a deadline."],
        ),
        count(
            "no_information",
            "Chưa có thông tin",
            "No information",
            ["Không có thời hạn, chưa có thông tin.", "Without a deadline, no information."],
        ),
        count("continuous", "Thường xuyên", "Ongoing", ["Việc thường xuyên.", "Standing duties."]),
        count("not_applicable", "Không áp dụng", "Not applicable", ["Không áp dụng.", "Not applicable."]),
        count("suspended", "Tạm dừng", "Suspended", ["Tạm dừng.", "Suspended."]),
        count(
            "completion_numerator",
            "Tử số tỷ lệ hoàn thành",
            "Completion: numerator",
            ["Đã hoàn thành, trong số có thời hạn.", "Completed, of those with a deadline."],
        ),
        count(
            "completion_denominator",
            "Mẫu số tỷ lệ hoàn thành",
            "Completion: denominator",
            ["Đã hoàn thành cộng quá hạn, trong số có thời hạn.", "Completed plus overdue, of those with a deadline."],
        ),
        column(
            "completion_percent",
            Kind::Number,
            ["Tỷ lệ hoàn thành (%)", "Completion rate (%)"],
            [
                "Tử số chia mẫu số, hai chữ số thập phân; trống nếu mẫu số bằng không.",
                "Numerator by denominator, two decimals; empty if there is nothing to divide by.",
            ],
            "98.63",
        )
        .maybe(),
        count(
            "punctuality_numerator",
            "Tử số tỷ lệ đúng hạn",
            "Punctuality: numerator",
            ["Hoàn thành đúng hạn.", "Completed on time."],
        ),
        count(
            "punctuality_denominator",
            "Mẫu số tỷ lệ đúng hạn",
            "Punctuality: denominator",
            ["Hoàn thành đúng hạn cộng hoàn thành quá hạn.", "Completed on time plus completed late."],
        ),
        column(
            "punctuality_percent",
            Kind::Number,
            ["Tỷ lệ đúng hạn (%)", "Punctuality rate (%)"],
            [
                "Tử số chia mẫu số, hai chữ số thập phân; trống nếu mẫu số bằng không.",
                "Numerator by denominator, two decimals; empty if there is nothing to divide by.",
            ],
            "87.65",
        )
        .maybe(),
    ],
};
