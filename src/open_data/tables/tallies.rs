//! The table of tallies: each holder and year with the parts of every percentage.

use super::column::{Column, Kind, column, optional};
use super::shared::HOLDERS;
use super::table::{Columns, Table, TableId, columns, each};
use super::value::Value;
use crate::derive::{Label, Report, Tally};
use crate::model::{AgencyIx, GroupIx, Party};
use crate::open_data::site::ExportSite;
use std::collections::BTreeMap;

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
    columns: || columns(COLUMNS),
    rows: |s, sink| each(COLUMNS, s, all(&s.report), sink),
    of_agency: Some(|s, ix, sink| each(COLUMNS, s, years(Party::Agency(ix), s.report.tally_by_year(ix)), sink)),
    count: |report| all(report).count(),
};

#[derive(Clone, Copy)]
struct Row {
    holder: Party,
    year: Option<i32>,
    tally: Tally,
}

fn all(report: &Report) -> impl Iterator<Item = Row> {
    let agencies = (0..report.data.agencies.len()).map(AgencyIx::new);
    let groups = (0..report.data.groups.len()).map(GroupIx::new);
    let agencies = agencies.flat_map(|ix| years(Party::Agency(ix), report.tally_by_year(ix)));
    agencies.chain(groups.flat_map(|ix| years(Party::Group(ix), report.group_tally_by_year(ix))))
}

fn years(holder: Party, years: BTreeMap<Option<i32>, Tally>) -> impl Iterator<Item = Row> {
    years.into_iter().map(move |(year, tally)| Row { holder, year, tally })
}

fn percentage(basis_points: Option<u32>) -> Option<f64> {
    basis_points.map(|bp| f64::from(bp) / 100.0)
}

const fn count(name: &'static str) -> Column {
    column(name, Kind::Count, "3")
}

const COLUMNS: Columns<for<'s> fn(&'s ExportSite, Row) -> Value<'s>> = &[
    column("holder", Kind::Id, "bo-noi-vu")
        .vi("Mã nơi chịu trách nhiệm", "Cơ quan, hoặc nhóm không tách được thành viên.")
        .en("Holder", "An agency, or a group whose members are not known.")
        .value(|s, r| s.party_id(r.holder).into()),
    column("holder_name", Kind::Text, "Bộ Nội vụ")
        .vi("Tên", "Tên của nơi đó.")
        .en("Name", "Its name.")
        .value(|s, r| s.party_name(r.holder).into()),
    column("holder_kind", Kind::Code(HOLDERS), "agency")
        .vi("Cơ quan hay nhóm", "Cơ quan hay nhóm.")
        .en("Agency or group", "An agency or a group.")
        .value(|_, r| r.holder.code().into()),
    optional("year", Kind::Count, "2024")
        .vi("Năm", "Năm của ngày cuối trong hạn; trống nếu không có thời hạn.")
        .en("Year", "Year of the last day in time; empty without a deadline.")
        .value(|_, r| r.year.map(i64::from).into()),
    column("as_of", Kind::Day, "2026-11-21")
        .vi("Tính đến ngày", "Ngày của số liệu.")
        .en("As of", "The date of the data.")
        .value(|s, _| s.report.as_of.into()),
    count("total")
        .vi("Tổng số", "Mọi đầu việc.")
        .en("Total", "All obligations.")
        .value(|_, r| Value::count(r.tally.total())),
    count("completed_on_time")
        .vi("Hoàn thành đúng hạn", "Hoàn thành đúng hạn.")
        .en("Completed on time", "Completed on time.")
        .value(|_, r| Value::count(r.tally.of(Label::CompletedOnTime))),
    count("completed_late")
        .vi("Hoàn thành quá hạn", "Hoàn thành quá hạn.")
        .en("Completed late", "Completed late.")
        .value(|_, r| Value::count(r.tally.of(Label::CompletedLate))),
    count("completed_unclear")
        .vi("Hoàn thành, chưa rõ thời điểm", "Hoàn thành, chưa rõ thời điểm.")
        .en("Completed, date unclear", "Completed, the date is unclear.")
        .value(|_, r| Value::count(r.tally.of(Label::CompletedUnclear))),
    count("completed")
        .vi("Hoàn thành, không có hạn", "Hoàn thành, không có thời hạn.")
        .en("Completed, no deadline", "Completed, without a deadline.")
        .value(|_, r| Value::count(r.tally.of(Label::Completed))),
    count("in_time")
        .vi("Trong hạn", "Chưa hoàn thành, trong hạn.")
        .en("In time", "Not completed, in time.")
        .value(|_, r| Value::count(r.tally.of(Label::InTime))),
    count("due_soon")
        .vi("Sắp đến hạn", "Sắp đến hạn.")
        .en("Due soon", "Due soon.")
        .value(|_, r| Value::count(r.tally.of(Label::DueSoon))),
    count("overdue")
        .vi("Quá hạn", "Quá hạn, chưa hoàn thành.")
        .en("Overdue", "Overdue, not completed.")
        .value(|_, r| Value::count(r.tally.of(Label::Overdue))),
    count("past_due_unreported")
        .vi("Đã hết thời hạn, chưa có thông tin", "Đã hết thời hạn, chưa có thông tin hoàn thành.")
        .en("Past due, no information", "Past the deadline, no information on completion.")
        .value(|_, r| Value::count(r.tally.of(Label::PastDueUnreported))),
    count("in_progress")
        .vi("Đang thực hiện, không có hạn", "Đang thực hiện, không có thời hạn.")
        .en("Under way, no deadline", "Under way, without a deadline.")
        .value(|_, r| Value::count(r.tally.of(Label::InProgress))),
    count("no_information")
        .vi("Chưa có thông tin", "Không có thời hạn, hoặc chưa rõ có phải làm hay không; chưa có thông tin.")
        .en("No information", "Without a deadline, or not known to bind; no information.")
        .value(|_, r| Value::count(r.tally.of(Label::NoInformation))),
    count("continuous")
        .vi("Thường xuyên", "Việc thường xuyên.")
        .en("Ongoing", "Standing duties.")
        .value(|_, r| Value::count(r.tally.of(Label::Continuous))),
    count("not_applicable")
        .vi("Không áp dụng", "Không áp dụng.")
        .en("Not applicable", "Not applicable.")
        .value(|_, r| Value::count(r.tally.of(Label::NotApplicable))),
    count("suspended")
        .vi("Tạm dừng", "Tạm dừng.")
        .en("Suspended", "Suspended.")
        .value(|_, r| Value::count(r.tally.of(Label::Suspended))),
    count("completion_numerator")
        .vi("Tử số tỷ lệ hoàn thành", "Đã hoàn thành, trong số có thời hạn.")
        .en("Completion: numerator", "Completed, of those with a deadline.")
        .value(|_, r| Value::count(r.tally.completion_rate().numerator)),
    count("completion_denominator")
        .vi("Mẫu số tỷ lệ hoàn thành", "Đã hoàn thành cộng quá hạn, trong số có thời hạn.")
        .en("Completion: denominator", "Completed plus overdue, of those with a deadline.")
        .value(|_, r| Value::count(r.tally.completion_rate().denominator)),
    optional("completion_percent", Kind::Number, "98.63")
        .vi("Tỷ lệ hoàn thành (%)", "Tử số chia mẫu số, hai chữ số thập phân; trống nếu mẫu số dưới 20, hoặc việc chưa có thông tin được để riêng.")
        .en("Completion rate (%)", "Numerator by denominator, two decimals; empty below 20 cases, and where silence has a box of its own.")
        .value(|s, r| percentage(r.tally.completion_percent(s.data().settings.unreported)).into()),
    count("punctuality_numerator")
        .vi("Tử số tỷ lệ đúng hạn", "Hoàn thành đúng hạn.")
        .en("Punctuality: numerator", "Completed on time.")
        .value(|_, r| Value::count(r.tally.punctuality_rate().numerator)),
    count("punctuality_denominator")
        .vi("Mẫu số tỷ lệ đúng hạn", "Hoàn thành đúng hạn cộng hoàn thành quá hạn.")
        .en("Punctuality: denominator", "Completed on time plus completed late.")
        .value(|_, r| Value::count(r.tally.punctuality_rate().denominator)),
    optional("punctuality_percent", Kind::Number, "87.65")
        .vi("Tỷ lệ đúng hạn (%)", "Tử số chia mẫu số, hai chữ số thập phân; trống nếu mẫu số dưới 20.")
        .en("Punctuality rate (%)", "Numerator by denominator, two decimals; empty below 20 cases.")
        .value(|_, r| percentage(r.tally.punctuality_rate().basis_points()).into()),
    count("awaiting_acceptance")
        .vi("Chờ xác nhận", "Đã báo cáo hoàn thành, chờ xác nhận.")
        .en("Awaiting acceptance", "Reported as completed, not accepted yet.")
        .value(|_, r| Value::count(r.tally.of(Label::AwaitingAcceptance))),
    count("ended")
        .vi("Đã kết thúc", "Việc thường xuyên đã hết thời gian.")
        .en("Ended", "Standing duties whose last day has passed.")
        .value(|_, r| Value::count(r.tally.of(Label::Ended))),
    count("cancelled")
        .vi("Thôi thực hiện", "Thôi thực hiện.")
        .en("Cancelled", "Called off.")
        .value(|_, r| Value::count(r.tally.of(Label::Cancelled))),
    count("fell_due")
        .vi("Đã đến hạn", "Có thời hạn và đã xong, quá hạn, hoặc hết hạn mà chưa có thông tin.")
        .en("Fallen due", "With a deadline and done, overdue, or past it without information.")
        .value(|_, r| Value::count(r.tally.fell_due())),
];
