//! `tiendo explain`: the entry of a code in `docs/diagnostics.md`, which the binary carries.

use super::args::{ExplainArgs, Format};
use super::docs::entry;
use super::errors::Error;
use super::exit::Exit;
use super::output::{Output, print};
use crate::diag::{Code, closest, explain};

pub fn run(args: &ExplainArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| {
        let codes = Code::ALL.iter().map(|code| code.id());
        let Some(code) = args.code.as_deref().map(str::trim) else {
            print(&codes.collect::<Vec<_>>().join("\n"));
            return Ok(Exit::Done);
        };
        if let Some((code, text)) = Code::from_id(code).and_then(|code| Some((code, explain(code, out.words.lang)?))) {
            let address = out.words.with("explain-address", &[("address", &entry(code, out.words.lang))]);
            print(&format!("{text}\n\n{address}"));
            return Ok(Exit::Done);
        }
        Err(Error::usage(match closest(code, codes) {
            Some(meant) => out.words.with("explain-did-you-mean", &[("code", code), ("meant", meant)]),
            None => out.words.with("explain-unknown", &[("code", code)]),
        }))
    })
}
