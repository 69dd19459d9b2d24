//! What git leaves in a file whose two versions it could not join: lines of seven signs around them.

use super::code::Code;
use super::diagnostic::Diagnostic;
use super::source::{FileId, Place};
use std::ops::Range;

/// The lines that mark one conflict, in their order.
#[derive(Default)]
struct Conflict {
    lines: Vec<(usize, Range<usize>)>,
    begun: bool,
}

/// One diagnostic for each conflict in a text.
///
/// A line `=======` underlines a heading in Markdown and `|||||||` is an empty row of a table: the two count beside
/// another marker only.
pub fn conflicts(text: &str, file: FileId) -> Vec<Diagnostic> {
    if !text.contains("<<<<<<<") && !text.contains(">>>>>>>") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open = Conflict::default();
    let mut start = 0;
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let at = (n + 1, start..start + line.trim_end().len());
        start += line.len();
        match sign(line) {
            Some('<') => {
                let before = std::mem::replace(&mut open, Conflict { lines: vec![at], begun: true });
                found.extend(before.told(file));
            }
            Some('>') => {
                open.lines.push(at);
                found.extend(Conflict { begun: true, ..std::mem::take(&mut open) }.told(file));
            }
            Some('|' | '=') if open.begun => open.lines.push(at),
            // The marker above it may be gone already; of several such lines the last one counts.
            Some('=') => open.lines = vec![at],
            Some(_) | None => {}
        }
    }
    found.extend(open.told(file));
    found
}

/// The sign of a line that git may have written: seven of it, then a blank or nothing.
fn sign(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|c| matches!(c, '<' | '|' | '=' | '>'))?;
    let rest = line.trim_start_matches(sign);
    let seven = line.len() - rest.len() == 7 && (rest.starts_with(' ') || rest.trim_end().is_empty());
    seven.then_some(sign)
}

impl Conflict {
    fn told(self, file: FileId) -> Option<Diagnostic> {
        let place = |range: &Range<usize>| {
            let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
            Place { file, start: at(range.start), end: at(range.end) }
        };
        let (first, rest) = self.lines.split_first().filter(|_| self.begun)?;
        let lines: Vec<String> = self.lines.iter().map(|(n, _)| n.to_string()).collect();
        let diagnostic = Diagnostic::new(Code::MergeConflict, place(&first.1)).arg("lines", lines.join(", "));
        Some(rest.iter().fold(diagnostic, |diagnostic, (_, range)| diagnostic.also(place(range), "also-here")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_as_git_writes_them() {
        for (text, expected) in [
            ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> nhanh\nd\n", &["2, 4, 6"][..]),
            ("<<<<<<< HEAD\r\nb\r\n||||||| 3f2a\r\n=======\r\nc\r\n>>>>>>> nhanh\r\n", &["1, 3, 4, 6"]),
            ("<<<<<<<\n=======\n>>>>>>>\n<<<<<<< b\n=======\n>>>>>>> c", &["1, 2, 3", "4, 5, 6"]),
            // Half tidied up.
            ("<<<<<<< HEAD\nb\n", &["1"]),
            ("Tên\n=======\nb\n=======\n>>>>>>> nhanh\n", &["4, 5"]),
            ("<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> b\n", &["1", "2, 3, 4"]),
            // None of git's.
            ("Tiêu đề\n=======\n\n|||||||\n", &[]),
            ("========\n<<<<<<<<\n>>>>>>\n >>>>>>> a\n>>>>>>>a\n", &[]),
            ("| > | <<<<<<< |\n", &[]),
        ] {
            let found = conflicts(text, FileId(0));
            let lines: Vec<&str> = found.iter().map(|d| d.args[0].1.as_str()).collect();
            assert_eq!(lines, expected, "{text}");
        }
    }
}
