//! What the boxes for other sites show, as JSON.

use super::formats::json::{licence, pretty};
use super::site::ExportSite;
use crate::derive::{Label, Rate, Tally};
use crate::model::{AgencyIx, Period, Unreported};
use crate::plan::route::{self, Route};
use serde_json::{Map, Value as Json, json};

pub(super) fn totals(site: &ExportSite) -> Vec<u8> {
    let report = &site.report;
    let unreported = report.data.settings.unreported;
    let own = json!({
        "tasks": tally_json(&report.task_tally(), unreported),
        "obligations": tally_json(&report.tally(), unreported),
    });
    around(site, &site.address(Route::Home), own)
}

pub(super) fn of_agency(site: &ExportSite, ix: AgencyIx) -> Vec<u8> {
    let agency = &site.report.data[ix];
    let own = json!({
        "agency": agency.id.as_str(),
        "name": agency.name,
        "obligations": tally_json(&site.report.agency(ix).tally, site.report.data.settings.unreported),
    });
    around(site, &site.address(Route::Agency(ix, 1)), own)
}

/// Obligations that run out within the site's `due_soon_days`, by day; those of one task, period and day together.
pub(super) fn deadlines(site: &ExportSite) -> Vec<u8> {
    let (report, data) = (&site.report, &site.report.data);
    let days = data.settings.thresholds.due_soon_days;
    let mut found: Vec<Json> = Vec::new();
    let mut last = None;
    for o in report.due_within(days) {
        let holder: Json = site.party_id(o.holder).into();
        let key = (o.status.due, o.task, o.period);
        if last == Some(key)
            && let Some(holders) = found.last_mut().and_then(|entry| entry["holders"].as_array_mut())
        {
            holders.push(holder);
            continue;
        }
        last = Some(key);
        found.push(json!({
            "task": data[o.task].id.as_str(),
            "title": site.task_title(o.task),
            "address": site.address(Route::Task(o.task)),
            "period": o.period.map(Period::code),
            "due": o.status.due,
            "days": o.status.due.map(|due| (due - report.as_of).num_days()),
            "holders": [holder],
        }));
    }
    let all = route::deadlines(&data.settings);
    around(site, &site.address(all), json!({"within_days": days, "deadlines": found}))
}

fn around(site: &ExportSite, address: &str, own: Json) -> Vec<u8> {
    let mut out = json!({
        "site": site.title(),
        "as_of": site.report.as_of,
        "address": address,
        "licence": licence(site),
    });
    if let (Some(out), Json::Object(own)) = (out.as_object_mut(), own) {
        out.extend(own);
    }
    pretty(&out)
}

/// A tally as JSON: counts by label, and each rate with its parts. Boxes and the report on the terminal say the same.
pub fn tally_json(tally: &Tally, unreported: Unreported) -> Json {
    let counts: Map<String, Json> = Label::ALL.into_iter().map(|l| (l.code().to_owned(), tally.of(l).into())).collect();
    let rate = |rate: Rate, percent: Option<u32>| {
        let percent = percent.map(|bp| f64::from(bp) / 100.0);
        json!({"numerator": rate.numerator, "denominator": rate.denominator, "percent": percent})
    };
    json!({
        "total": tally.total(),
        "by_status": counts,
        "fell_due": {
            "total": tally.fell_due(),
            "completed": tally.completed_dated(),
            "overdue": tally.of(Label::Overdue),
            "unreported": tally.of(Label::PastDueUnreported),
        },
        "awaiting_acceptance": tally.awaiting(),
        "completion": rate(tally.completion_rate(), tally.completion_percent(unreported)),
        "punctuality": rate(tally.punctuality_rate(), tally.punctuality_rate().basis_points()),
    })
}
