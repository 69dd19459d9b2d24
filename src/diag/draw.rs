//! Problems as text: for people (the line with a caret), for programs (JSON), for code review (annotations).

use super::source::floor;
use super::wording::{say, word, wording};
use super::{Diagnostic, Place, Severity, Sources};
use crate::i18n::{Arg, Language};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::json;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write as _;

/// How many problems a screen shows unless told otherwise.
pub const ON_SCREEN: usize = 50;

/// Of problems that say the same, the first is drawn and so many further places are named.
const PLACES: usize = 3;

/// Longest line drawn, in bytes; a longer one is cut around the place.
const MAX_LINE: usize = 400;

/// Draws problems for people: what says the same once, at most `limit` of them, and how many more there are. Colours are
/// ANSI sequences.
pub fn human(diagnostics: &[Diagnostic], sources: &Sources, language: Language, colour: bool, limit: usize) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    let groups = groups(diagnostics);
    for (first, others) in groups.iter().take(limit) {
        out.push_str(&one(first, others, sources, language, &renderer));
        out.push_str("\n\n");
    }
    let rest: usize = groups.iter().skip(limit).map(|(_, others)| 1 + others.len()).sum();
    if rest > 0 {
        out.push_str(&say("more-faults", &[("count", Arg::Count(rest))], language));
        out.push('\n');
    }
    out
}

/// Each problem with those after it that say the same of another place.
fn groups(diagnostics: &[Diagnostic]) -> Vec<(&Diagnostic, Vec<&Diagnostic>)> {
    let mut groups: Vec<(&Diagnostic, Vec<&Diagnostic>)> = Vec::new();
    let mut known = HashMap::new();
    for diagnostic in diagnostics {
        let Diagnostic { code, severity: _, at: _, args, did_you_mean, related: _ } = diagnostic;
        match known.entry((code.id(), args, did_you_mean)) {
            Entry::Vacant(entry) => {
                entry.insert(groups.len());
                groups.push((diagnostic, Vec::new()));
            }
            Entry::Occupied(entry) => groups[*entry.get()].1.push(diagnostic),
        }
    }
    groups
}

/// `5 chỗ: content/tasks/a.yaml:3:7, …`
fn elsewhere(others: &[&Diagnostic], sources: &Sources, language: Language) -> Option<String> {
    let place = |at: Place| {
        let (line, column) = sources.line_column(at.file, at.start);
        format!("{}:{line}:{column}", sources.path(at.file))
    };
    let mut places: Vec<String> = others.iter().filter_map(|other| other.at).take(PLACES).map(place).collect();
    if others.len() > places.len() && !places.is_empty() {
        places.push("…".to_owned());
    }
    let count = say("again-at", &[("count", Arg::Count(others.len()))], language);
    let text = if places.is_empty() { count } else { format!("{count}: {}", places.join(", ")) };
    (!others.is_empty()).then_some(text)
}

fn one(
    diagnostic: &Diagnostic,
    others: &[&Diagnostic],
    sources: &Sources,
    language: Language,
    renderer: &Renderer,
) -> String {
    let words = wording(diagnostic, language);
    let severity = diagnostic.severity;
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let name = word(&format!("severity-{}", severity_code(severity)), language);
    let title = level.with_name(name.as_str()).primary_title(&*words.message).id(diagnostic.code.id());
    let mut group = Group::with_title(title);
    let primary = diagnostic.at.map(|at| (at, AnnotationKind::Primary, words.cause));
    let related = diagnostic
        .related
        .iter()
        .take(8)
        .map(|(place, key)| (*place, AnnotationKind::Context, Some(word(&format!("related-{key}"), language))));
    for (at, kind, label) in primary.into_iter().chain(related) {
        let path = sources.path(at.file);
        group = match cut(sources, at) {
            Some(cut) => {
                let snippet = Snippet::source(cut.text).path(path).line_start(cut.line);
                group.element(snippet.annotation(kind.span(cut.span).label(label)))
            }
            None => group.element(Origin::path(path)),
        };
    }
    let again = elsewhere(others, sources, language);
    for (key, text) in [("again", again), ("hint", words.suggestion), ("help", words.cure)] {
        let name = word(key, language);
        group = group.elements(text.map(|text| Level::HELP.with_name(name).message(text)));
    }
    renderer.render(&[group])
}

struct Cut<'a> {
    text: &'a str,
    line: usize,
    span: std::ops::Range<usize>,
}

/// Cuts out the line in which a place begins; none where the file is empty.
fn cut(sources: &Sources, at: Place) -> Option<Cut<'_>> {
    let text = sources.text(at.file);
    if text.is_empty() {
        return None;
    }
    let (start, end) = (floor(text, at.start as usize), floor(text, at.end as usize));
    let mut from = text[..start].rfind('\n').map_or(0, |n| n + 1);
    if from == 0 && text.starts_with('\u{feff}') {
        from = '\u{feff}'.len_utf8();
    }
    let start = start.max(from);
    let to = text[start..].find('\n').map_or(text.len(), |n| start + n);
    let to = from + text[from..to].trim_end_matches('\r').len();
    let start = start.min(to);
    let end = end.clamp(start, to);
    let (line, _) = sources.line_column(at.file, u32::try_from(from).unwrap_or(u32::MAX));
    // A very long line is cut, at the cost of its column.
    let near = if to - from > MAX_LINE { floor(text, start.saturating_sub(MAX_LINE / 4).max(from)) } else { from };
    let far = if to - near > MAX_LINE { floor(text, near + MAX_LINE) } else { to };
    let (start, end) = (start.min(far), end.min(far));
    Some(Cut { text: &text[near..far], line, span: start - near..end - near })
}

/// One JSON object per line: `code`, `severity`, `file`, `line`, `column`, `endLine`, `endColumn`, `message`, `cure`,
/// `suggestion`, `related`.
pub fn json(diagnostics: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let words = wording(diagnostic, language);
        let mut object = json!({
            "code": diagnostic.code.id(),
            "severity": severity_code(diagnostic.severity),
            "message": words.message,
            "cause": words.cause,
            "cure": words.cure,
            "suggestion": diagnostic.did_you_mean,
            "file": null,
        });
        if let Some(at) = diagnostic.at {
            let ((line, column), (end_line, end_column)) = ends(sources, at);
            object["file"] = json!(sources.path(at.file));
            object["line"] = json!(line);
            object["column"] = json!(column);
            object["endLine"] = json!(end_line);
            object["endColumn"] = json!(end_column);
        }
        let related = diagnostic.related.iter().map(|(place, key)| {
            let (line, column) = sources.line_column(place.file, place.start);
            let message = word(&format!("related-{key}"), language);
            json!({ "file": sources.path(place.file), "line": line, "column": column, "message": message })
        });
        object["related"] = related.collect();
        // Writing into a string cannot fail.
        let _ = writeln!(out, "{object}");
    }
    out
}

/// Annotations of GitHub's workflow commands, one per line; `folder` leads from the root of the repository to the site.
pub fn github(diagnostics: &[Diagnostic], sources: &Sources, folder: &str, language: Language) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let words = wording(diagnostic, language);
        let place = diagnostic.at.map(|at| {
            let ((line, column), (end_line, end_column)) = ends(sources, at);
            let file = property(&format!("{folder}{}", sources.path(at.file)));
            format!("file={file},line={line},col={column},endLine={end_line},endColumn={end_column},")
        });
        let text: Vec<String> = [Some(words.message), words.suggestion, words.cure].into_iter().flatten().collect();
        let _ = writeln!(
            out,
            "::{} {}title={}::{}",
            severity_code(diagnostic.severity),
            place.unwrap_or_default(),
            property(diagnostic.code.id()),
            data(&text.join("\n")),
        );
    }
    out
}

fn severity_code(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn ends(sources: &Sources, at: Place) -> ((usize, usize), (usize, usize)) {
    (sources.line_column(at.file, at.start), sources.line_column(at.file, at.end))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;

    fn site() -> (Sources, Vec<Diagnostic>) {
        let mut sources = Sources::default();
        let text = "\u{feff}tasks:\r\n  - lead: [Bộ-Nội, bo-noi-uv]\r\n";
        let file = sources.add("content/tasks/a.yaml", text);
        let start = u32::try_from(text.find("bo-noi-uv").unwrap()).unwrap();
        let at = Place { file, start, end: start + 9 };
        let diagnostic = Diagnostic::new(Code::UnknownAgency, at).arg("id", "bo-noi-uv").arg("reason", "none");
        (
            sources,
            vec![diagnostic.suggest(Some("bo-noi-vu")), Diagnostic::of_site(Code::FileMissing).arg("path", "a:b")],
        )
    }

    #[test]
    fn people_see_the_line() {
        let (sources, diagnostics) = site();
        insta::assert_snapshot!(human(&diagnostics, &sources, Language::VI, false, 1));
        insta::assert_snapshot!(human(&diagnostics, &sources, Language::EN, false, ON_SCREEN));
    }

    #[test]
    fn what_says_the_same_is_drawn_once() {
        let (sources, diagnostics) = site();
        let at = |n| Diagnostic {
            at: diagnostics[0].at.map(|at| Place { start: at.start - n, ..at }),
            ..diagnostics[0].clone()
        };
        let found: Vec<_> = [0, 1, 2, 3, 4, 5].map(at).into_iter().chain([diagnostics[1].clone()]).collect();
        insta::assert_snapshot!(human(&found, &sources, Language::VI, false, 1));
        assert_eq!(json(&found, &sources, Language::VI).lines().count(), 7);
        assert_eq!(github(&found, &sources, "", Language::VI).lines().count(), 7);
    }

    #[test]
    fn programs_see_every_part() {
        let (sources, diagnostics) = site();
        let lines = json(&diagnostics, &sources, Language::EN);
        let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
        assert_eq!((&first["line"], &first["column"], &first["endColumn"]), (&json!(2), &json!(20), &json!(29)));
        assert_eq!(first["suggestion"], "bo-noi-vu");
        assert!(github(&diagnostics, &sources, "dữ liệu, 2026/", Language::EN).starts_with(
            "::error file=dữ liệu%2C 2026/content/tasks/a.yaml,line=2,col=20,endLine=2,endColumn=29,title=unknown-agency::no agency"
        ));
    }

    #[test]
    fn odd_places_are_drawn_all_the_same() {
        let mut sources = Sources::default();
        let texts = ["", "x", "đ\n", &"đ".repeat(5000), "\u{feff}", "a\r\n\r\nb"];
        let files: Vec<_> = texts.iter().map(|t| sources.add("content/x.yaml", *t)).collect();
        for file in files {
            for (start, end) in [(0, 0), (1, 1), (0, 9999), (9000, 9001), (3, 2)] {
                let diagnostic = Diagnostic::new(Code::BadUtf8, Place { file, start, end });
                assert!(!human(&[diagnostic], &sources, Language::VI, true, 9).is_empty());
            }
        }
    }
}
