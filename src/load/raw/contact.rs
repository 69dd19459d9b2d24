//! `contact` and `feedback` of `content/site.yaml`

use crate::diag::{Code, Diagnostic, Sink};
use crate::load::fields::{Fields, Loc};
use crate::load::schema;
use crate::load::yaml::Node;
use crate::model::{Contact, Feedback, FeedbackPeriod};

pub fn contact(node: Node<'_>, sink: &mut Sink) -> Option<Contact> {
    let mut f = Fields::open(node, &schema::CONTACT, sink)?;
    let (office, address, phone) = (f.text("office", sink), f.text("address", sink), f.text("phone", sink));
    let (email, url) = (f.email("email", sink), f.url("url", sink).map(|l| l.value));
    Some(Contact { office, address, phone, email, url })
}

pub fn feedback(node: Node<'_>, sink: &mut Sink) -> Option<Feedback> {
    let mut f = Fields::open(node, &schema::FEEDBACK, sink)?;
    let (url, email) = (f.url("url", sink).map(|l| l.value), f.email("email", sink));
    let words = f.text("note", sink);
    let mut periods = f.many("periods", sink, period);
    periods.sort_by_key(|p| (p.value.period.first(), p.at));
    // The totals count every day once.
    for pair in periods.windows(2) {
        if pair[1].value.period.first() <= pair[0].value.period.last() {
            let diagnostic = Diagnostic::new(Code::FeedbackFigures, pair[1].at).arg("reason", "twice");
            sink.push(diagnostic.also(pair[0].at, "first-here"));
        }
    }
    let periods = periods.into_iter().map(|p| p.value).collect();
    Some(Feedback { url, email, note: words, periods })
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
