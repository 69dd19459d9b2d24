//! Faults that Tera reports, as problems with places.
//!
//! Arguments of every such problem: `kind` (`unknown-variable`, `unknown-field`, `unknown-filter`, `unknown-message`,
//! `syntax`, … `other`), `name` (what is unknown; may be empty), `message` (Tera's own words, in English).

use super::Text;
use crate::diag::{Code, Diagnostic, Place, closest};
use std::collections::BTreeMap;
use tera::{Error, ErrorKind};

/// The texts of the templates, by name in Tera.
pub(super) type Texts = BTreeMap<String, Text>;

/// What our own functions begin their errors with.
pub(super) const UNKNOWN_MESSAGE: &str = "Unknown message";
pub(super) const MESSAGE_ARGUMENT: &str = "Message cannot be said";
pub(super) const UNKNOWN_ASSET: &str = "Unknown asset";

/// All problems in one error of Tera.
pub(super) fn of_tera(error: &Error, texts: &Texts) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            // An error inside a fragment's component is told with its own place there.
            if report.message().starts_with("error: ") {
                return vec![of_report(report.message().trim_start_matches("error: "), texts)];
            }
            let syntax = matches!(error.kind(), ErrorKind::SyntaxError(_));
            let range = report.span().range.clone();
            vec![at(texts, report.filename(), range.start, range.end, report.message(), syntax)]
        }
        ErrorKind::MissingParent { current, parent } => {
            let (start, end) = quoted(texts, current, parent);
            vec![at(texts, current, start, end, &format!("Unknown template `{parent}`"), false)]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
        | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
            let (start, end) =
                chain.iter().map(|name| quoted(texts, tpl, name)).find(|found| found.1 > 0).unwrap_or((0, 0));
            vec![at(texts, tpl, start, end, &format!("Circular: `{tpl}` by way of {}", chain.join(" > ")), false)]
        }
        ErrorKind::Msg(message) if message.starts_with("error: ") => {
            message.split("\n\nerror: ").map(|report| of_report(report.trim_start_matches("error: "), texts)).collect()
        }
        ErrorKind::TemplateNotFound(name) => {
            vec![problem(None, &format!("Unknown template `{name}`"), false)]
        }
        _ => vec![of_message(&error.to_string(), texts)],
    }
}

/// A view that cannot be handed to a template.
pub(super) fn of_view(template: &str, error: &Error) -> Diagnostic {
    problem(None, &format!("{template}: {error}"), false)
}

/// A problem at a place of the template called `name`.
pub(super) fn at(texts: &Texts, name: &str, start: usize, end: usize, message: &str, syntax: bool) -> Diagnostic {
    let narrow = |n: usize, text: &Text| u32::try_from(n.min(text.content.len())).unwrap_or(u32::MAX);
    let place =
        texts.get(name).map(|t| Place { file: t.file, start: narrow(start, t), end: narrow(end.max(start), t) });
    problem(place, message, syntax)
}

fn problem(place: Option<Place>, message: &str, syntax: bool) -> Diagnostic {
    let (code, kind, name) = classify(message, syntax);
    let diagnostic = Diagnostic::new(code, place);
    let suggestion = available(message).and_then(|names| closest(&name, names).map(str::to_owned));
    diagnostic.suggest(suggestion).arg("kind", kind).arg("name", name).arg("message", message)
}

/// The names that a message ends with: `… Available fields: rows, title`.
fn available(message: &str) -> Option<impl Iterator<Item = &str>> {
    let (_, names) = message.split_once(". Available")?.1.split_once(": ")?;
    Some(names.split(", "))
}

/// One of several reports: `message`, then `--> name:line:column`, then the line drawn.
fn of_report(report: &str, texts: &Texts) -> Diagnostic {
    let message = report.lines().next().unwrap_or_default();
    let locus = report.lines().find_map(|line| line.trim_start().strip_prefix("--> ")).unwrap_or_default();
    let mut parts = locus.rsplitn(3, ':');
    let column = parts.next().and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
    let line = parts.next().and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
    let name = parts.next().unwrap_or_default();
    let width = report.lines().last().map_or(1, |l| l.matches('^').count());
    let text = texts.get(name).map(|t| &*t.content).unwrap_or_default();
    let line_start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let byte = |n: usize| text[line_start..].char_indices().nth(n).map_or(text.len(), |(n, _)| line_start + n);
    at(texts, name, byte(column - 1), byte(column - 1 + width), message, false)
}

/// An error without a place that names a template in its words (a component defined in two).
fn of_message(message: &str, texts: &Texts) -> Diagnostic {
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let Some(template) = names.iter().rev().find(|name| texts.contains_key(**name)) else {
        return problem(None, message, false);
    };
    let text = &*texts[*template].content;
    let subject = names.first().copied().unwrap_or_default();
    let start = text.find(&format!("component {subject}")).unwrap_or(0);
    at(texts, template, start, start, message, false)
}

/// Where `what` stands in quotes in a template.
fn quoted(texts: &Texts, template: &str, what: &str) -> (usize, usize) {
    let text = texts.get(template).map(|t| &*t.content).unwrap_or_default();
    let what = what.strip_prefix(super::templates::CARRIED).map_or(vec![what], |rest| vec![what, rest]);
    let found = what.iter().find_map(|w| {
        ['"', '\'', '`'].iter().find_map(|q| text.find(&format!("{q}{w}{q}")).map(|n| (n, n + w.len() + 2)))
    });
    found.unwrap_or((0, 0))
}

fn classify(message: &str, syntax: bool) -> (Code, &'static str, String) {
    const KINDS: [(&str, Code, &str); 13] = [
        ("Variable `", Code::Template, "unknown-variable"),
        ("Tried to render a variable that is undefined", Code::Template, "unknown-variable"),
        ("Field `", Code::Template, "unknown-field"),
        ("Unknown filter", Code::Template, "unknown-filter"),
        ("Unknown test", Code::Template, "unknown-test"),
        ("Unknown function", Code::Template, "unknown-function"),
        ("Unknown component", Code::Template, "unknown-component"),
        ("Unknown template", Code::Template, "unknown-template"),
        ("Block `", Code::Template, "unknown-block"),
        ("Circular", Code::Template, "circular"),
        (UNKNOWN_MESSAGE, Code::Message, "unknown-message"),
        (MESSAGE_ARGUMENT, Code::Message, "message-argument"),
        (UNKNOWN_ASSET, Code::Template, "unknown-asset"),
    ];
    if syntax {
        return (Code::Template, "syntax", String::new());
    }
    let name = message.split('`').nth(1).unwrap_or_default().to_owned();
    let found = KINDS.iter().find(|(start, ..)| message.starts_with(start));
    found.map_or((Code::Template, "other", name.clone()), |(_, code, kind)| (*code, kind, name))
}
