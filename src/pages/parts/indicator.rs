//! What a duty is measured by, and what was read.

use super::common::DateView;
use crate::model::{Indicator, Operator, Target, Update};
use crate::pages::page::Page;
use crate::pages::words::Arg;
use schemars::JsonSchema;
use serde::Serialize;

/// What is measured.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct IndicatorView {
    /// What is counted.
    pub label: String,
    /// What it is counted in, in words; empty if not said.
    pub scope: String,
    /// Where it is to arrive; empty without a target.
    pub targets: Vec<TargetView>,
    /// `3 %`; empty if unknown.
    pub baseline: String,
    /// `ít nhất 2 %/năm`; empty without a pace.
    pub step: String,
    /// Values read, newest first: date and value.
    pub readings: Vec<ReadingView>,
}

/// Where an indicator is to arrive.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TargetView {
    /// `tối thiểu 20 %`, `6,5–7 %`, or the words of the source.
    pub text: String,
    /// The words of the source beside a number; empty without.
    pub wording: String,
    /// `năm 2025`; empty if not said.
    pub by: String,
    /// What it holds for; empty where there is one target.
    pub scope: String,
}

/// One value of an indicator.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ReadingView {
    /// Day of the report.
    pub date: DateView,
    /// Value with its unit.
    pub value: String,
}

impl Page<'_> {
    pub(crate) fn indicator(&self, i: &Indicator, updates: &[Update]) -> IndicatorView {
        let with_unit = |x: f64, unit: &Option<String>| match unit.as_deref() {
            None | Some("") => self.words.decimal(x),
            Some(unit) if unit.starts_with('%') => format!("{}{unit}", self.words.decimal(x)),
            Some(unit) => format!("{} {unit}", self.words.decimal(x)),
        };
        let bound = |op: Operator, value: &str| {
            let key = match op {
                Operator::AtLeast => "operator-at-least",
                Operator::AtMost => "operator-at-most",
                Operator::Exactly => "operator-exactly",
                Operator::Above => "operator-above",
                Operator::Below => "operator-below",
            };
            self.words.with(key, &[("value", Arg::Text(value))])
        };
        let target = |t: &Target| {
            let words = t.wording.clone().unwrap_or_default();
            let number = match (t.value, t.upper) {
                (Some(low), Some(high)) => Some(format!("{}–{}", self.words.decimal(low), with_unit(high, &i.unit))),
                (Some(value), None) => Some(bound(t.operator, &with_unit(value, &i.unit))),
                (None, _) => None,
            };
            let by = t.by.map(|p| self.words.period(p)).unwrap_or_default();
            let scope = t.scope.clone().unwrap_or_default();
            match number {
                Some(text) => TargetView { text, wording: words, by, scope },
                None => TargetView { text: words, wording: String::new(), by, scope },
            }
        };
        let readings = self.known_updates(updates).rev().flat_map(|u| {
            let date = self.words.date(u.date);
            u.readings.iter().map(move |r| ReadingView { date: date.clone(), value: with_unit(r.value, &i.unit) })
        });
        IndicatorView {
            label: i.label.clone(),
            scope: i.scope.clone().unwrap_or_default(),
            targets: i.targets.iter().map(target).collect(),
            baseline: i.baseline.map(|b| with_unit(b, &i.unit)).unwrap_or_default(),
            step: i.step.as_ref().map(|s| bound(s.operator, &with_unit(s.value, &s.unit))).unwrap_or_default(),
            readings: readings.collect(),
        }
    }
}
