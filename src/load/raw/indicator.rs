//! `indicator` of a task: what is measured, and where it is to arrive.

use crate::diag::{Code, Diagnostic, Sink};
use crate::load::fields::Fields;
use crate::load::schema;
use crate::load::yaml::Node;
use crate::model::{Indicator, Operator, Step, Target};

pub fn indicator(yaml: Node<'_>, sink: &mut Sink) -> Option<Box<Indicator>> {
    let mut f = Fields::open(yaml, &schema::INDICATOR, sink)?;
    let (label, unit, scope) = (f.text("label", sink), f.text("unit", sink), f.text("scope", sink));
    let baseline = f.number("baseline", sink);
    let own = target_fields(&mut f, Operator::AtLeast, sink);
    let step = f.one("step", sink, step);
    let operator = own.operator;
    let mut targets = f.many("targets", sink, |yaml, sink| target(yaml, operator, sink));
    let written = ["target", "upper", "by", "wording"].into_iter().find(|name| f.has(name));
    if let Some(other) = written.filter(|_| f.has("targets")) {
        let at = f.key_place("targets").unwrap_or(f.at);
        let diagnostic = Diagnostic::new(Code::ConflictingFields, at).arg("reason", "excludes");
        sink.push(diagnostic.arg("field", "targets").arg("other", other));
    } else if written.is_some() {
        targets.push(own);
    }
    Some(Box::new(Indicator { label: label?, unit, scope, baseline, targets, step }))
}

fn target(yaml: Node<'_>, operator: Operator, sink: &mut Sink) -> Option<Target> {
    let mut f = Fields::open(yaml, &schema::TARGET, sink)?;
    let target = Target { scope: f.text("scope", sink), ..target_fields(&mut f, operator, sink) };
    if !["target", "wording"].into_iter().any(|name| f.has(name)) {
        let diagnostic = Diagnostic::new(Code::MissingField, f.at).arg("field", "target");
        sink.push(diagnostic.arg("record", "target").arg("example", f.example("target")));
        return None;
    }
    Some(target)
}

/// The fields that an indicator with one target and an entry of `targets` have in common.
fn target_fields(f: &mut Fields<'_>, default: Operator, sink: &mut Sink) -> Target {
    let operator = operator(f, default, sink);
    let (value, upper) = (f.number("target", sink), f.number("upper", sink));
    let at = f.key_place("upper").unwrap_or(f.at);
    if upper.is_some() && !f.has("target") {
        let diagnostic = Diagnostic::new(Code::ConflictingFields, at).arg("reason", "needs");
        sink.push(diagnostic.arg("field", "upper").arg("other", "target"));
    }
    if let (Some(value), Some(upper)) = (value, upper)
        && upper < value
    {
        let diagnostic = Diagnostic::new(Code::OutOfRange, at).arg("field", "upper").arg("value", upper.to_string());
        sink.push(diagnostic.arg("reason", "below").arg("min", value.to_string()));
    }
    let (by, wording) = (f.period("by", sink).map(|l| l.value), f.text("wording", sink));
    Target { operator, value, upper, by, scope: None, wording }
}

fn step(yaml: Node<'_>, sink: &mut Sink) -> Option<Step> {
    let mut f = Fields::open(yaml, &schema::STEP, sink)?;
    let operator = operator(&mut f, Operator::AtLeast, sink);
    let (value, unit) = (f.number("value", sink), f.text("unit", sink));
    Some(Step { operator, value: value?, unit })
}

fn operator(f: &mut Fields<'_>, default: Operator, sink: &mut Sink) -> Operator {
    let read = f.choice("operator", sink, |text| Operator::ALL.into_iter().find(|o| o.code() == text));
    read.map_or(default, |l| l.value)
}
