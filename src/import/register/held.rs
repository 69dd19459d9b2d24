//! What the record says of a task, in the words of a sheet.

use crate::model::{Dataset, Due, Party, Period, Person, Task, Unit};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// What the record says of a field; agencies and groups by their ids, in order.
pub fn held(data: &Dataset, task: &Task, field: &str) -> String {
    match field {
        "lead" => ids(data, &task.lead),
        "coordinators" => ids(data, &task.coordinators),
        field => words(data, task, field),
    }
}

/// The same in words, as a sheet has it.
pub fn words(data: &Dataset, task: &Task, field: &str) -> String {
    let names = |parties: &[Party]| {
        let name = |party: &Party| match party {
            Party::Agency(ix) => data[*ix].name.as_str(),
            Party::Group(ix) => data[*ix].name.as_str(),
        };
        parties.iter().map(name).collect::<Vec<_>>().join("; ")
    };
    let person = |person: &Option<Person>| person.as_ref().map_or_else(String::new, |person| person.name.clone());
    match field {
        "ref" => task.reference.clone().unwrap_or_default(),
        "text" => task.text.clone().unwrap_or_else(|| task.title.clone()),
        "lead" => names(&task.lead),
        "coordinators" => names(&task.coordinators),
        "due" => task.deadline.wording.clone().unwrap_or_else(|| due(&task.deadline.due)),
        "products" => task.products.join("; "),
        "supervisor" => person(&task.supervisor),
        "officer" => person(&task.officer),
        // Papers behind a row stand in the note.
        "note" | "source" => task.note.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

fn ids(data: &Dataset, parties: &[Party]) -> String {
    let id = |party: &Party| match party {
        Party::Agency(ix) => data[*ix].id.to_string(),
        Party::Group(ix) => data[*ix].id.to_string(),
    };
    let ids: BTreeSet<String> = parties.iter().map(id).collect();
    ids.into_iter().collect::<Vec<_>>().join(", ")
}

/// A deadline as registers write it; empty where it needs a sentence.
fn due(due: &Due) -> String {
    let day = |day: &NaiveDate| format!("{}/{}/{}", day.day(), day.month(), day.year());
    let roman = |n: u8| ["I", "II", "III", "IV"].get(usize::from(n).wrapping_sub(1)).copied().unwrap_or_default();
    match due {
        Due::On(on) => day(on),
        Due::BeforeDay(before) => format!("trước ngày {}", day(before)),
        Due::BeforeMonth(month) => format!("trước tháng {}/{}", month.month, month.year),
        Due::By(Period::Week(_)) => String::new(),
        Due::By(Period::Month(month)) => format!("{}/{}", month.month, month.year),
        Due::By(Period::Quarter(year, quarter)) => format!("Quý {}/{year}", roman(quarter.0)),
        Due::By(Period::Half(year, half)) if half.0 == 1 => format!("6 tháng đầu năm {year}"),
        Due::By(Period::Half(year, _)) => format!("6 tháng cuối năm {year}"),
        Due::By(Period::Year(year)) => year.to_string(),
        Due::Every(every) => match every.unit {
            Unit::Week => "Hằng tuần",
            Unit::Month => "Hằng tháng",
            Unit::Quarter => "Hằng quý",
            Unit::Half => "6 tháng một lần",
            Unit::Year => "Hằng năm",
        }
        .to_owned(),
        Due::Continuous(_) => "Thường xuyên".to_owned(),
        Due::None | Due::Within(_) | Due::Meeting(_) => String::new(),
    }
}
