//! Table of what readers sent.

use super::column::{Kind, column};
use super::table::{Columns, Table, TableId, columns, each};
use super::value::Value;
use crate::derive::Report;
use crate::model::FeedbackPeriod;
use crate::open_data::site::ExportSite;

pub(super) static FEEDBACK: Table = Table {
    id: TableId::Feedback,
    name: "phan-anh-kien-nghi",
    title: ["Phản ánh, kiến nghị", "Feedback"],
    meaning: [
        "Mỗi dòng là một kỳ nhận phản ánh, kiến nghị.",
        "One row is one period of difficulties and recommendations received.",
    ],
    key: &["period"],
    columns: || columns(COLUMNS),
    rows: |s, sink| each(COLUMNS, s, periods(&s.report), sink),
    of_agency: None,
    count: |report| periods(report).count(),
};

const COLUMNS: Columns<for<'s> fn(&'s ExportSite, &'s FeedbackPeriod) -> Value<'s>> = &[
    column("period", Kind::Period, "2024-Q1")
        .vi("Kỳ", "Kỳ nhận.")
        .en("Period", "The period.")
        .value(|_, p| p.period.code().into()),
    column("received", Kind::Count, "12")
        .vi("Đã nhận", "Số phản ánh, kiến nghị nhận trong kỳ.")
        .en("Received", "How many came in.")
        .value(|_, p| Value::count(p.received)),
    column("handled", Kind::Count, "10")
        .vi("Đã xử lý", "Trong số nhận trong kỳ, số đã xử lý xong.")
        .en("Dealt with", "Of these, how many have been dealt with.")
        .value(|_, p| Value::count(p.handled)),
];

fn periods(report: &Report) -> impl Iterator<Item = &FeedbackPeriod> {
    report.data.settings.feedback.iter().flat_map(|feedback| &feedback.periods)
}
