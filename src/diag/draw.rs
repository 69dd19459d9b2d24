//! Problems as text: for people (the line with a caret), for programs (JSON), for code review (annotations).

use super::words::{Language, words};
use super::{Diagnostic, Place, Severity, Sources};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::json;
use std::fmt::Write as _;

/// How many problems a screen shows unless told otherwise.
pub const ON_SCREEN: usize = 50;

/// Longest line drawn, in bytes; a longer one is cut around the place.
const MAX_LINE: usize = 400;

/// Draws problems for people: at most `limit` of them, and how many more there are. Colours are ANSI sequences.
pub fn human(faults: &[Diagnostic], sources: &Sources, language: Language, colour: bool, limit: usize) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for fault in faults.iter().take(limit) {
        out.push_str(&one(fault, sources, language, &renderer));
        out.push_str("\n\n");
    }
    if let Some(rest) = faults.len().checked_sub(limit).filter(|n| *n > 0) {
        out.push_str(&language.count("more-faults", &[("count", rest)]));
        out.push('\n');
    }
    out
}

/// "2 errors, 1 warning".
pub fn summary(faults: &[Diagnostic], language: Language) -> String {
    let count = |severity| faults.iter().filter(|f| f.code.severity() == severity).count();
    language.count("summary", &[("errors", count(Severity::Error)), ("warnings", count(Severity::Warning))])
}

fn one(fault: &Diagnostic, sources: &Sources, language: Language, renderer: &Renderer) -> String {
    let words = words(fault, language);
    let severity = fault.code.severity();
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let name = language.severity(severity);
    let title = level.with_name(name.as_str()).primary_title(&*words.message).id(fault.code.id());
    let mut group = Group::with_title(title);
    if let Some(at) = fault.at {
        group = match cut(sources, at) {
            Some(cut) => {
                let mark = AnnotationKind::Primary.span(cut.span.clone()).label(words.cause.as_deref());
                let snippet = Snippet::source(cut.text).path(sources.path(at.file)).line_start(cut.line);
                group.element(snippet.annotation(mark))
            }
            None => group.element(Origin::path(sources.path(at.file))),
        };
    }
    for (place, key) in fault.related.iter().take(8) {
        let word = language.word(&format!("related-{key}"));
        group = match cut(sources, *place) {
            Some(cut) => {
                let mark = AnnotationKind::Context.span(cut.span.clone()).label(word);
                let snippet = Snippet::source(cut.text).path(sources.path(place.file)).line_start(cut.line);
                group.element(snippet.annotation(mark))
            }
            None => group.element(Origin::path(sources.path(place.file))),
        };
    }
    for (key, text) in [("hint", words.suggestion), ("help", words.cure)] {
        let name = language.word(key);
        group = group.elements(text.map(|text| Level::HELP.with_name(name).message(text)));
    }
    renderer.render(&[group])
}

/// The line of a place, and the place in it.
struct Cut<'a> {
    text: &'a str,
    line: usize,
    span: std::ops::Range<usize>,
}

/// Cuts out the line in which a place begins; none where the file is empty.
fn cut(sources: &Sources, at: Place) -> Option<Cut<'_>> {
    let text = sources.text(at.file);
    let floor = |byte: usize| {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    if text.is_empty() {
        return None;
    }
    let (start, end) = (floor(at.start as usize), floor(at.end as usize));
    let mut from = text[..start].rfind('\n').map_or(0, |n| n + 1);
    if from == 0 && text.starts_with('\u{feff}') {
        from = '\u{feff}'.len_utf8();
    }
    let start = start.max(from);
    let to = text[start..].find('\n').map_or(text.len(), |n| start + n);
    let to = from + text[from..to].trim_end_matches('\r').len();
    let start = start.min(to);
    let end = end.clamp(start, to);
    let line = text[..from].matches('\n').count() + 1;
    // A very long line is cut, at the cost of its column.
    let near = if to - from > MAX_LINE { floor(start.saturating_sub(MAX_LINE / 4).max(from)) } else { from };
    let far = if to - near > MAX_LINE { floor(near + MAX_LINE) } else { to };
    let (start, end) = (start.min(far), end.min(far));
    Some(Cut { text: &text[near..far], line, span: start - near..end - near })
}

/// One JSON object per line: `code`, `severity`, `file`, `line`, `column`, `endLine`, `endColumn`, `message`, `cure`,
/// `suggestion`, `related`.
pub fn json(faults: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let mut out = String::new();
    for fault in faults {
        let words = words(fault, language);
        let mut object = json!({
            "code": fault.code.id(),
            "severity": severity_code(fault.code.severity()),
            "message": words.message,
            "cause": words.cause,
            "cure": words.cure,
            "suggestion": fault.did_you_mean,
            "file": null,
        });
        if let Some(at) = fault.at {
            let ((line, column), (end_line, end_column)) = ends(sources, at);
            object["file"] = json!(sources.path(at.file));
            object["line"] = json!(line);
            object["column"] = json!(column);
            object["endLine"] = json!(end_line);
            object["endColumn"] = json!(end_column);
        }
        let related = fault.related.iter().map(|(place, key)| {
            let (line, column) = sources.line_column(place.file, place.start);
            let message = language.word(&format!("related-{key}"));
            json!({ "file": sources.path(place.file), "line": line, "column": column, "message": message })
        });
        object["related"] = related.collect();
        // Writing into a string cannot fail.
        let _ = writeln!(out, "{object}");
    }
    out
}

/// Annotations of GitHub's workflow commands, one per line.
pub fn github(faults: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let mut out = String::new();
    for fault in faults {
        let words = words(fault, language);
        let place = fault.at.map(|at| {
            let ((line, column), (end_line, end_column)) = ends(sources, at);
            let file = property(sources.path(at.file));
            format!("file={file},line={line},col={column},endLine={end_line},endColumn={end_column},")
        });
        let text: Vec<String> = [Some(words.message), words.suggestion, words.cure].into_iter().flatten().collect();
        let _ = writeln!(
            out,
            "::{} {}title={}::{}",
            severity_code(fault.code.severity()),
            place.unwrap_or_default(),
            property(fault.code.id()),
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
        let fault = Diagnostic::new(Code::UnknownAgency, at).arg("id", "bo-noi-uv").arg("reason", "none");
        (sources, vec![fault.suggest(Some("bo-noi-vu")), Diagnostic::of_site(Code::FileMissing).arg("path", "a:b")])
    }

    #[test]
    fn people_see_the_line() {
        let (sources, faults) = site();
        insta::assert_snapshot!(human(&faults, &sources, Language::Vi, false, 1));
        insta::assert_snapshot!(human(&faults, &sources, Language::En, false, ON_SCREEN));
        assert_eq!(summary(&faults, Language::En), "2 errors, 0 warnings");
    }

    #[test]
    fn programs_see_every_part() {
        let (sources, faults) = site();
        let lines = json(&faults, &sources, Language::En);
        let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
        assert_eq!((&first["line"], &first["column"], &first["endColumn"]), (&json!(2), &json!(20), &json!(29)));
        assert_eq!(first["suggestion"], "bo-noi-vu");
        assert!(github(&faults, &sources, Language::En).starts_with(
            "::error file=content/tasks/a.yaml,line=2,col=20,endLine=2,endColumn=29,title=unknown-agency::no agency"
        ));
    }

    #[test]
    fn odd_places_are_drawn_all_the_same() {
        let mut sources = Sources::default();
        let texts = ["", "x", "đ\n", &"đ".repeat(5000), "\u{feff}", "a\r\n\r\nb"];
        let files: Vec<_> = texts.iter().map(|t| sources.add("content/x.yaml", *t)).collect();
        for file in files {
            for (start, end) in [(0, 0), (1, 1), (0, 9999), (9000, 9001), (3, 2)] {
                let fault = Diagnostic::new(Code::BadUtf8, Place { file, start, end });
                assert!(!human(&[fault], &sources, Language::Vi, true, 9).is_empty());
            }
        }
    }
}
