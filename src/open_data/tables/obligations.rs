//! The table of obligations: one task, one responsible agency, one period.

use super::column::{Kind, column, optional};
use super::shared::{
    ADDRESS, COMPLETED_ON, DAYS, DUE, HOLDERS, PERCENT, REF, REPORTED, STATES, STATUS, STATUS_TEXT, TASK, TIMELINESS,
};
use super::table::{Columns, Table, TableId, columns, each};
use super::value::Value;
use crate::derive::{Given, Obligation};
use crate::model::Period;
use crate::open_data::site::ExportSite;
use crate::plan::route::Route;

pub(super) static OBLIGATIONS: Table = Table {
    id: TableId::Obligations,
    name: "dau-viec",
    title: ["Đầu việc", "Obligations"],
    meaning: [
        "Mỗi dòng là phần của một cơ quan chủ trì trong một nhiệm vụ, việc định kỳ thì trong một kỳ.",
        "One row is one lead agency's part in one task, in one period if the task recurs.",
    ],
    key: &[],
    columns: || columns(COLUMNS),
    rows: |s, sink| each(COLUMNS, s, s.report.obligations().iter(), sink),
    of_agency: Some(|s, ix, sink| each(COLUMNS, s, s.report.held_by(ix), sink)),
    count: |report| report.obligations().len(),
};

const COLUMNS: Columns<for<'s> fn(&'s ExportSite, &'s Obligation) -> Value<'s>> = &[
    TASK.value(|s, o| s.data()[o.task].id.as_str().into()),
    column("title", Kind::Text, "Khai trương Cổng Dịch vụ công quốc gia")
        .vi("Nhiệm vụ", "Việc phải làm.")
        .en("Title", "What is to be done.")
        .value(|s, o| s.task_title(o.task).into()),
    ADDRESS.value(|s, o| s.address(Route::Task(o.task)).into()),
    column("holder", Kind::Id, "van-phong-chinh-phu")
        .vi("Mã nơi chịu trách nhiệm", "Nơi chịu trách nhiệm tại ngày của số liệu, hoặc nơi đã làm xong.")
        .en("Holder", "Who answers for it at the date of the data, or closed it.")
        .value(|s, o| s.party_id(o.holder).into()),
    column("holder_name", Kind::Text, "Văn phòng Chính phủ")
        .vi("Nơi chịu trách nhiệm", "Tên của nơi đó.")
        .en("Name of the holder", "Its name.")
        .value(|s, o| s.party_name(o.holder).into()),
    column("holder_kind", Kind::Code(HOLDERS), "agency")
        .vi("Cơ quan hay nhóm", "Một cơ quan, hay một nhóm không tách được thành viên.")
        .en("Agency or group", "One agency, or a group whose members are not known.")
        .value(|_, o| o.holder.code().into()),
    column("assigned_to", Kind::Id, "van-phong-chinh-phu")
        .vi("Giao ban đầu cho", "Cơ quan được giao lúc đầu; với kỳ bắt đầu sau khi sáp nhập là cơ quan kế thừa.")
        .en("First given to", "Who had it when it began; of a period begun after a merger, the successor.")
        .value(|s, o| s.party_id(o.assigned).into()),
    column("taken_over", Kind::Ids, "bo-thong-tin-truyen-thong")
        .vi(
            "Gộp thêm phần của",
            "Các cơ quan khác cùng được giao, nay do nơi chịu trách nhiệm tiếp nhận: cùng là một đầu việc.",
        )
        .en(
            "Taken over from",
            "Others to whom it was given too, and from whom the holder took it over: one obligation with it.",
        )
        .value(|s, o| Value::list(o.taken_over.iter().map(|ix| s.data()[*ix].id.as_str()))),
    optional("via_group", Kind::Id, "cac-bo-co-quan-ngang-bo")
        .of("nhom")
        .vi("Giao qua nhóm", "Nhóm mà văn bản nêu; trống nếu nêu đích danh.")
        .en("Given through", "The group that the document names; empty where it names the agency.")
        .value(|s, o| match o.given {
            Given::ByName => Value::Nothing,
            Given::AsMemberOf(group) => s.data()[group].id.as_str().into(),
        }),
    optional("period", Kind::Period, "2024-Q2")
        .vi("Kỳ", "Kỳ của việc định kỳ.")
        .en("Period", "The period of a recurring duty.")
        .value(|_, o| o.period.map(Period::code).into()),
    DUE.value(|_, o| o.status.due.into()),
    column("state", Kind::Code(STATES), "completed")
        .vi("Mức thực hiện", "Điều được báo cáo lần cuối.")
        .en("Progress", "What was reported last.")
        .value(|_, o| o.status.state.code().into()),
    TIMELINESS.value(|_, o| o.status.timeliness.code().into()),
    DAYS.value(|_, o| o.status.timeliness.days().into()),
    STATUS.value(|_, o| o.status.label.code().into()),
    STATUS_TEXT.value(|s, o| s.words.label(o.status.label.code()).into()),
    PERCENT.value(|_, o| o.status.percent.map(i64::from).into()),
    REPORTED.value(|_, o| o.status.reported.into()),
    COMPLETED_ON.value(|_, o| o.status.state.completed_on().into()),
    optional("accepted_on", Kind::Day, "2019-12-15")
        .vi("Ngày xác nhận", "Ngày cơ quan thường trực xác nhận hoàn thành; trống nếu chưa.")
        .en("Accepted on", "The day on which the standing office accepted the completion; empty if it has not.")
        .value(|_, o| o.status.accepted.into()),
    REF.value(|s, o| s.data()[o.task].reference.as_deref().into()),
];
