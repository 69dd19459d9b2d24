//! `contact` and `feedback` of `content/site.yaml`

use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::{Fields, Loc};
use crate::load::schema;
use crate::load::yaml::Node;
use crate::model::{Contact, Feedback, FeedbackPeriod, Period};
use std::collections::HashMap;

pub fn contact(node: Node<'_>, sink: &mut Sink) -> Option<Contact> {
    let mut f = Fields::open(node, &schema::CONTACT, sink)?;
    let (office, address, phone) = (f.text("office", sink), f.text("address", sink), f.text("phone", sink));
    let (email, url) = (f.email("email", sink), f.url("url", sink).map(|l| l.value));
    Some(Contact { office, address, phone, email, url })
}

pub fn feedback(node: Node<'_>, sink: &mut Sink) -> Option<Feedback> {
    let mut f = Fields::open(node, &schema::FEEDBACK, sink)?;
    let (url, email) = (f.url("url", sink).map(|l| l.value), f.email("email", sink));
    let note = f.text("note", sink);
    let mut known: HashMap<Period, Place> = HashMap::new();
    let mut periods = Vec::new();
    for Loc { value, at } in f.many("periods", sink, period) {
        if let Some(first) = known.get(&value.period) {
            let diagnostic = Diagnostic::new(Code::FeedbackFigures, at).arg("reason", "twice");
            sink.push(diagnostic.also(*first, "first-here"));
            continue;
        }
        known.insert(value.period, at);
        periods.push(value);
    }
    periods.sort_by_key(|p: &FeedbackPeriod| (p.period.first(), p.period.last()));
    Some(Feedback { url, email, note, periods })
}

fn period(node: Node<'_>, sink: &mut Sink) -> Option<Loc<FeedbackPeriod>> {
    let mut f = Fields::open(node, &schema::FEEDBACK_PERIOD, sink)?;
    let (period, received) = (f.period("period", sink), f.count("received", sink));
    let handled = f.count("handled", sink);
    let (period, received, handled) = (period?, received?.value, handled?);
    if handled.value > received {
        let diagnostic = Diagnostic::new(Code::FeedbackFigures, handled.at).arg("reason", "beyond");
        sink.push(diagnostic.arg("received", received.to_string()).arg("handled", handled.value.to_string()));
    }
    let value = FeedbackPeriod { period: period.value, received, handled: handled.value };
    Some(Loc { value, at: period.at })
}
