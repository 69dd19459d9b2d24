//! `tiendo explain`: the entry of a code in `docs/diagnostics.md`, which the binary carries.

use super::args::ExplainArgs;
use super::exit::Exit;
use super::trouble;
use super::voice::{Voice, print};
use crate::diag::{Code, closest};

/// Explains a code, or lists all of them.
pub fn run(args: &ExplainArgs) -> Exit {
    let words = Voice::new(&args.voice).words();
    let Some(code) = &args.code else {
        let codes: Vec<_> = Code::ALL.iter().map(|code| code.id()).collect();
        print(&codes.join("\n"));
        return Exit::Done;
    };
    let code = code.trim();
    let known = Code::ALL.iter().any(|c| c.id() == code);
    match entry("", code).filter(|_| known) {
        Some(text) => {
            print(text);
            Exit::Done
        }
        None => {
            let message = match closest(code, Code::ALL.iter().map(|code| code.id())) {
                Some(meant) => words.say("explain-did-you-mean", &[("code", code), ("meant", meant)]),
                None => words.say("explain-unknown", &[("code", code)]),
            };
            trouble::usage(&message, &words)
        }
    }
}

/// The section of `docs` whose heading names `code`, heading included.
fn entry<'d>(docs: &'d str, code: &str) -> Option<&'d str> {
    let level = |line: &str| line.bytes().take_while(|b| *b == b'#').count();
    let mut start = None;
    let mut at = 0;
    for line in docs.split_inclusive('\n') {
        let depth = level(line);
        match start {
            Some((begun, above)) if depth > 0 && depth <= above => return Some(docs[begun..at].trim_end()),
            Some(_) => {}
            None => {
                let mut names = line.trim_start_matches('#').split_whitespace();
                if depth > 0 && names.any(|name| name.trim_matches('`') == code) {
                    start = Some((at, depth));
                }
            }
        }
        at += line.len();
    }
    start.map(|(begun, _)| docs[begun..].trim_end())
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn an_entry_ends_where_the_next_begins() {
        let docs = "# Codes\n\n## `a-b`\nOne.\n### Cure\nTwo.\n\n## `a`\nThree.\n";
        assert_eq!(entry(docs, "a-b"), Some("## `a-b`\nOne.\n### Cure\nTwo."));
        assert_eq!(entry(docs, "a"), Some("## `a`\nThree."));
        assert_eq!(entry(docs, "b"), None);
    }
}
