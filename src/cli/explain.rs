//! `tiendo explain`: the entry of a code in `docs/diagnostics.md`, which the binary carries.

use super::args::ExplainArgs;
use super::exit::Exit;
use super::trouble;
use super::voice::{Voice, print};
use crate::diag::{Code, closest, explain};

/// Explains a code, or lists all of them.
pub fn run(args: &ExplainArgs) -> Exit {
    let words = Voice::new(&args.voice).words();
    let Some(code) = &args.code else {
        let codes: Vec<_> = Code::ALL.iter().map(|code| code.id()).collect();
        print(&codes.join("\n"));
        return Exit::Done;
    };
    let code = code.trim();
    if let Some(text) = Code::from_id(code).and_then(|code| explain(code, words.lang)) {
        print(text);
        return Exit::Done;
    }
    let message = match closest(code, Code::ALL.iter().map(|code| code.id())) {
        Some(meant) => words.with("explain-did-you-mean", &[("code", code), ("meant", meant)]),
        None => words.with("explain-unknown", &[("code", code)]),
    };
    trouble::usage(&message, &words)
}
