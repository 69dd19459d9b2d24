//! Rows of tallies: each holder and year, with the parts of every percentage.

use super::{Row, Sink};
use crate::derive::{Label, Rate, Tally};
use crate::model::{AgencyIx, GroupIx, Party};
use crate::open_data::site::ExportSite;
use crate::open_data::tables::TableId;
use std::collections::BTreeMap;

/// The column of each label.
const COLUMNS: [(&str, Label); Label::ALL.len()] = [
    ("completed_on_time", Label::CompletedOnTime),
    ("completed_late", Label::CompletedLate),
    ("completed_unclear", Label::CompletedUnclear),
    ("completed", Label::Completed),
    ("in_time", Label::InTime),
    ("due_soon", Label::DueSoon),
    ("overdue", Label::Overdue),
    ("past_due_unreported", Label::PastDueUnreported),
    ("in_progress", Label::InProgress),
    ("no_information", Label::NoInformation),
    ("continuous", Label::Continuous),
    ("not_applicable", Label::NotApplicable),
    ("suspended", Label::Suspended),
];

pub(super) fn all<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    for (ix, _) in site.report.data.agency_list() {
        of_agency(site, ix, sink);
    }
    for ix in (0..site.report.data.groups.len()).map(GroupIx::new) {
        years(site, Party::Group(ix), &site.report.group_tally_by_year(ix), sink);
    }
}

pub(super) fn of_agency<'s>(site: &'s ExportSite, ix: AgencyIx, sink: Sink<'_, 's>) {
    years(site, Party::Agency(ix), &site.report.tally_by_year(ix), sink);
}

fn years<'s>(site: &'s ExportSite, holder: Party, years: &BTreeMap<Option<i32>, Tally>, sink: Sink<'_, 's>) {
    for (year, tally) in years {
        let mut row = Row::of(TableId::Tallies);
        row.text("holder", site.party_id(holder)).text("holder_name", site.party_name(holder));
        row.text("holder_kind", holder.code()).maybe_whole("year", *year).day("as_of", Some(site.report.as_of));
        row.whole("total", tally.total());
        for (name, label) in COLUMNS {
            row.whole(name, tally.of(label));
        }
        let rates = [
            (["completion_numerator", "completion_denominator", "completion_percent"], tally.completion_rate()),
            (["punctuality_numerator", "punctuality_denominator", "punctuality_percent"], tally.punctuality_rate()),
        ];
        for ([numerator, denominator, percent], rate) in rates {
            row.whole(numerator, rate.numerator).whole(denominator, rate.denominator);
            row.number(percent, percentage(rate));
        }
        row.end(sink);
    }
}

fn percentage(rate: Rate) -> Option<f64> {
    rate.basis_points().map(|bp| f64::from(bp) / 100.0)
}
