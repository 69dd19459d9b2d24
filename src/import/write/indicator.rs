//! Targets of indicators, from the words of a cell: `≥ 80`, `≤ 3 Đông Nam Á; ≤ 50 Thế giới`, `40 - 45`.

use super::fields::present;
use crate::edit::{Entry, Yaml};
use crate::import::draft::Indicator;
use regex::Regex;
use std::sync::LazyLock;

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?P<op>≥|>=|≤|<=|>|<|=|[Tt]rên|[Dd]ưới|[Tt]ối thiểu|[Tt]ối đa|[Íí]t nhất)?\s*(?P<low>\d+(?:,\d+)?)\s*%?(?:\s*[-–]\s*(?P<high>\d+(?:,\d+)?)\s*%?)?(?P<scope>\s+\D.*)?$",
    )
    .expect("a pattern")
});

/// `indicator` of a task; `by` is the period of its deadline.
pub(super) fn entry(label: &str, indicator: &Indicator, by: Option<&str>) -> Entry {
    let parts: Vec<&str> = indicator.target.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    let one = |part: &str| target(part, by).filter(|_| parts.len() == 1);
    let own = parts.first().and_then(|part| one(part));
    let several: Option<Vec<Entry>> =
        (parts.len() > 1).then(|| parts.iter().map(|part| target(part, by)).collect()).flatten();
    let mut entry =
        present([("label", Some(Yaml::Text(label.to_owned()))), ("unit", indicator.unit.clone().map(Yaml::Text))]);
    match (own, several) {
        (Some(own), _) => entry.extend(own),
        (None, Some(several)) => entry.push(("targets", Yaml::Maps(several))),
        (None, None) => entry.push(("wording", Yaml::Text(indicator.target.clone()))),
    }
    entry
}

/// One target; none where it is not a number or a range with a sign.
fn target(words: &str, by: Option<&str>) -> Option<Entry> {
    let found = NUMBER.captures(words)?;
    let number = |name: &str| found.name(name).map(|m| Yaml::Word(m.as_str().replace(',', ".")));
    let operator = match found.name("op").map(|m| m.as_str().to_lowercase()).as_deref() {
        Some("≥" | ">=" | "tối thiểu" | "ít nhất") => ">=",
        Some("≤" | "<=" | "tối đa") => "<=",
        Some(">" | "trên") => ">",
        Some("<" | "dưới") => "<",
        _ => "=",
    };
    let scope = found.name("scope").map(|m| Yaml::Text(m.as_str().trim().to_owned()));
    Some(present([
        ("operator", Some(Yaml::Quoted(operator.to_owned()))),
        ("target", number("low")),
        ("upper", number("high")),
        ("by", by.map(|by| Yaml::Word(by.to_owned()))),
        ("scope", scope),
    ]))
}
