//! Deadlines as content words them.

use super::fields::present;
use crate::edit::{Entry, Yaml};
use crate::import::due::Due;

/// `due` of a task with the words of the paper; none without either.
pub(super) fn due(due: Option<&Due>, wording: Option<&String>) -> Option<Yaml> {
    let mut fields = due.map(fields).unwrap_or_default();
    let Some(wording) = wording.filter(|w| !w.is_empty()) else {
        return match &fields[..] {
            [] => None,
            // `due: 2024-Q2` and `due: continuous` need no braces.
            [("by", value)] => Some(value.clone()),
            [("continuous", _)] => Some(Yaml::Word("continuous".into())),
            _ => Some(Yaml::Inline(fields)),
        };
    };
    fields.push(("wording", Yaml::Text(wording.clone())));
    Some(Yaml::Inline(fields))
}

fn fields(due: &Due) -> Entry {
    let word = |text: &str| Yaml::Word(text.to_owned());
    let flag = |set: bool| set.then(|| Yaml::Word("true".to_owned()));
    match due {
        Due::On(day) => vec![("by", word(&day.to_string()))],
        Due::By(period) => vec![("by", word(period))],
        Due::Before(limit) => vec![("before", word(limit))],
        Due::Every(every) => present([
            ("every", Some(word(every.unit))),
            ("day", every.day.map(|day| word(&day.to_string()))),
            ("weekday", every.weekday.map(word)),
            ("adhoc", flag(every.adhoc)),
        ]),
        Due::Within { days, working, of } => {
            let within = present([
                ("days", Some(word(&days.to_string()))),
                ("working", flag(*working)),
                ("of", of.map(|day| word(&day.to_string()))),
            ]);
            vec![("within", Yaml::Inline(within))]
        }
        Due::Continuous { from } => {
            present([("continuous", flag(true)), ("from", from.as_ref().map(|from| word(from)))])
        }
        Due::ThenContinuous(first) => {
            let mut first = fields(first);
            first.push(("then", word("continuous")));
            first
        }
    }
}

/// A deadline in one word or pair for programs: `2024-09-30`, `2024-Q2`, `before: 2024-06`, `every: month`; none for what
/// has no end.
pub fn code(due: &Due) -> Option<String> {
    match due {
        Due::On(day) => Some(day.to_string()),
        Due::By(period) => Some(period.clone()),
        Due::Before(limit) => Some(format!("before: {limit}")),
        Due::Every(every) => Some(format!("every: {}", every.unit)),
        Due::Within { days, .. } => Some(format!("within: {days}")),
        // By a day and then always: there is no day on which it is over.
        Due::Continuous { .. } | Due::ThenContinuous(_) => None,
    }
}
