//! What is wrong with a template, as a diagnostic with its place.
//!
//! Arguments of every such diagnostic: `kind` (`unknown-field`, `syntax`, … `other`), `name` (what is unknown, or what the
//! message is about; may be empty), `message` (in English; Tera's own words where Tera found it, which words in other
//! languages do without).
//!
//! Tera tells its errors in words, and so do our functions when Tera calls them. These words are read in one place,
//! [`Problem::of_words`].

use super::files::Text;
use crate::diag::{Code, Diagnostic, Place, closest};
use std::collections::BTreeMap;
use tera::{Error, ErrorKind};

pub(super) type Texts = BTreeMap<String, Text>;

/// One thing that is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    kind: Kind,
    name: String,
    message: String,
    /// The names that there are instead.
    available: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Syntax,
    /// A sign is lacking; it is the name.
    SyntaxExpected,
    Variable,
    Field,
    Filter,
    Test,
    Function,
    Component,
    Template,
    Block,
    Circular,
    Message,
    MessageArgument,
    Asset,
    Other,
}

impl Kind {
    /// What an error of Tera, or of one of our functions, begins with.
    const BEGINNINGS: [(&str, Self); 13] = [
        ("Variable `", Self::Variable),
        ("Tried to render a variable that is undefined", Self::Variable),
        ("Field `", Self::Field),
        ("Unknown filter", Self::Filter),
        ("Unknown test", Self::Test),
        ("Unknown function", Self::Function),
        ("Unknown component", Self::Component),
        ("Unknown template", Self::Template),
        ("Block `", Self::Block),
        ("Circular", Self::Circular),
        ("Unknown message", Self::Message),
        ("Message cannot be said", Self::MessageArgument),
        ("Unknown asset", Self::Asset),
    ];

    fn id(self) -> (Code, &'static str) {
        match self {
            Self::Syntax => (Code::Template, "syntax"),
            Self::SyntaxExpected => (Code::Template, "syntax-expected"),
            Self::Variable => (Code::Template, "unknown-variable"),
            Self::Field => (Code::Template, "unknown-field"),
            Self::Filter => (Code::Template, "unknown-filter"),
            Self::Test => (Code::Template, "unknown-test"),
            Self::Function => (Code::Template, "unknown-function"),
            Self::Component => (Code::Template, "unknown-component"),
            Self::Template => (Code::Template, "unknown-template"),
            Self::Block => (Code::Template, "unknown-block"),
            Self::Circular => (Code::Template, "circular"),
            Self::Message => (Code::Message, "unknown-message"),
            Self::MessageArgument => (Code::Message, "message-argument"),
            Self::Asset => (Code::Template, "unknown-asset"),
            Self::Other => (Code::Template, "other"),
        }
    }
}

impl Problem {
    fn new(kind: Kind, name: &str, message: String) -> Self {
        Self { kind, name: name.to_owned(), message, available: Vec::new() }
    }

    /// A variable that is not there, or a field of `of` that is not.
    pub(super) fn unknown_name(name: &str, of: Option<&str>, available: Vec<String>) -> Self {
        let listed = if available.is_empty() { String::new() } else { format!(" Available: {}", available.join(", ")) };
        let (kind, message) = match of {
            None => (Kind::Variable, format!("Variable `{name}` is not defined.{listed}")),
            Some(of) => (Kind::Field, format!("Field `{name}` is not defined in `{of}`.{listed}")),
        };
        Self { available, ..Self::new(kind, name, message) }
    }

    pub(super) fn unknown_message(key: &str, languages: &[&str]) -> Self {
        Self::new(Kind::Message, key, format!("Unknown message `{key}` ({})", languages.join(", ")))
    }

    pub(super) fn unknown_language(language: &str) -> Self {
        let file = format!("{language}.ftl");
        Self::new(Kind::Message, &file, format!("Unknown message `{file}`"))
    }

    pub(super) fn message_argument(key: &str, language: &str, what: &str) -> Self {
        Self::new(Kind::MessageArgument, key, format!("Message cannot be said: `{key}` ({language}): {what}"))
    }

    pub(super) fn unknown_asset(name: &str) -> Self {
        Self::new(Kind::Asset, name, format!("Unknown asset `{name}`"))
    }

    pub(super) fn unknown_component(name: &str) -> Self {
        Self::new(Kind::Component, name, format!("Unknown component `{name}`"))
    }

    fn unknown_template(name: &str) -> Self {
        Self::new(Kind::Template, name, format!("Unknown template `{name}`"))
    }

    fn circular(template: &str, chain: &[String]) -> Self {
        let message = format!("Circular: `{template}` by way of {}", chain.join(" > "));
        Self::new(Kind::Circular, template, message)
    }

    /// What Tera says in words: `Field `titel` is not defined. Available fields: rows, title`.
    fn of_words(words: &str) -> Self {
        let found = Kind::BEGINNINGS.iter().find(|(beginning, _)| words.starts_with(beginning));
        let kind = found.map_or(Kind::Other, |(_, kind)| *kind);
        let available = words.split_once(". Available").and_then(|(_, rest)| rest.split_once(": "));
        let available = available.map(|(_, names)| names.split(", ").map(str::to_owned).collect());
        Self { available: available.unwrap_or_default(), ..Self::new(kind, name(words), words.to_owned()) }
    }

    /// What Tera says of a template that it cannot read: `Found | but expected }}.`
    fn of_syntax(words: &str) -> Self {
        let expected =
            words.strip_suffix('.').and_then(|words| words.strip_prefix("Found ")?.split_once(" but expected "));
        // A sign is the same in every language; "identifier" and the like are not.
        match expected.filter(|(_, sign)| !sign.contains(' ') && !sign.starts_with("identifier")) {
            Some((_, sign)) => Self::new(Kind::SyntaxExpected, sign, words.to_owned()),
            None => Self::new(Kind::Syntax, name(words), words.to_owned()),
        }
    }

    pub(super) fn instead_of<'n>(self, names: impl IntoIterator<Item = &'n str>) -> Self {
        Self { available: names.into_iter().map(str::to_owned).collect(), ..self }
    }

    /// The problem in words that [`Problem::of_words`] reads again: Tera hands on nothing else.
    pub(super) fn into_error(self) -> Error {
        Error::message(self.message)
    }

    pub(super) fn at(self, texts: &Texts, name: &str, start: usize, end: usize) -> Diagnostic {
        self.into_diagnostic(texts.get(name).map(|text| text.place(start..end.max(start))))
    }

    /// As a diagnostic; of no place in particular without `place`.
    pub(super) fn into_diagnostic(self, place: Option<Place>) -> Diagnostic {
        let (code, kind) = match (self.kind, self.name.as_str()) {
            // Without a name there is nothing to say but the place.
            (Kind::Syntax, name) if !name.is_empty() => (Code::Template, "syntax-at"),
            (Kind::Other, name) if !name.is_empty() => (Code::Template, "other-at"),
            (kind, _) => kind.id(),
        };
        let suggestion = closest(&self.name, self.available.iter().map(String::as_str)).map(str::to_owned);
        Diagnostic::new(code, place)
            .suggest(suggestion)
            .arg("kind", kind)
            .arg("name", self.name)
            .arg("message", self.message)
    }
}

/// What words are about: they have it between backticks.
fn name(words: &str) -> &str {
    words.split('`').nth(1).unwrap_or_default()
}

pub(super) fn of_tera(error: &Error, texts: &Texts) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let (problem, range) = (Problem::of_syntax(report.message()), &report.span().range);
            vec![problem.at(texts, report.filename(), range.start, range.end)]
        }
        // An error inside a fragment's component is told with its own place there.
        ErrorKind::RenderingError(report) if report.message().starts_with("error: ") => {
            vec![of_report(report.message().trim_start_matches("error: "), texts)]
        }
        ErrorKind::RenderingError(report) => {
            let range = &report.span().range;
            vec![Problem::of_words(report.message()).at(texts, report.filename(), range.start, range.end)]
        }
        ErrorKind::MissingParent { current, parent } => {
            let (start, end) = quoted(texts, current, parent);
            vec![Problem::unknown_template(parent).at(texts, current, start, end)]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
        | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
            let (start, end) =
                chain.iter().map(|name| quoted(texts, tpl, name)).find(|found| found.1 > 0).unwrap_or((0, 0));
            vec![Problem::circular(tpl, chain).at(texts, tpl, start, end)]
        }
        ErrorKind::Msg(message) if message.starts_with("error: ") => {
            message.split("\n\nerror: ").map(|report| of_report(report.trim_start_matches("error: "), texts)).collect()
        }
        ErrorKind::TemplateNotFound(name) => vec![Problem::unknown_template(name).into_diagnostic(None)],
        _ => vec![of_message(&error.to_string(), texts)],
    }
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
    Problem::of_words(message).at(texts, name, byte(column - 1), byte(column - 1 + width))
}

/// An error without a place that names a template in its words (a component defined in two).
fn of_message(message: &str, texts: &Texts) -> Diagnostic {
    let problem = Problem::of_words(message);
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let Some(template) = names.iter().rev().find(|name| texts.contains_key(**name)) else {
        return problem.into_diagnostic(None);
    };
    let start = texts[*template].content.find(&format!("component {}", names[0])).unwrap_or(0);
    problem.at(texts, template, start, start)
}

/// Where `what` stands in quotes in a template.
fn quoted(texts: &Texts, template: &str, what: &str) -> (usize, usize) {
    let text = texts.get(template).map(|t| &*t.content).unwrap_or_default();
    let what = what.strip_prefix(super::files::CARRIED).map_or(vec![what], |rest| vec![what, rest]);
    let found = what.iter().find_map(|w| {
        ['"', '\'', '`'].iter().find_map(|q| text.find(&format!("{q}{w}{q}")).map(|n| (n, n + w.len() + 2)))
    });
    found.unwrap_or((0, 0))
}
