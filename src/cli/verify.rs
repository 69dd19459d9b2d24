//! `tiendo verify`: is the output what its manifest says?

use super::args::{Format, VerifyArgs};
use super::errors::Error;
use super::exit::Exit;
use super::options::output;
use super::output::{Output, print};
use crate::publish::{self, Verification};
use serde_json::json;

pub fn run(args: &VerifyArgs) -> Exit {
    Output::new(&args.messages, args.format).run(|out| verify(args, out))
}

fn verify(args: &VerifyArgs, out: &Output) -> Result<Exit, Error> {
    let (root, words) = (output(&args.site, args.output.as_ref()), &out.words);
    let Some(found) = publish::verify(&root)? else {
        let message = words.with("verify-no-manifest", &[("path", &root.display().to_string())]);
        return Err(Error::Said(message, Exit::Machine));
    };
    match out.format {
        Format::Json => print(&as_json(&found).to_string()),
        Format::Human | Format::Github => {
            for (paths, key) in [(&found.missing, "verify-missing"), (&found.altered, "verify-altered")] {
                for path in paths {
                    print(&words.with(key, &[("path", path)]));
                }
            }
            for path in &found.foreign {
                out.result(&words.with("verify-foreign", &[("path", &path.display().to_string())]));
            }
            let files = words.number(found.files as u64);
            let values = [("files", &files), ("date", &words.day_of(&found.as_of)), ("generator", &found.generator)];
            let key = if found.is_whole() { "verify-whole" } else { "verify-not-whole" };
            out.result(&words.with(key, &values));
        }
    }
    Ok(if found.is_whole() { Exit::Done } else { Exit::Content })
}

fn as_json(found: &Verification) -> serde_json::Value {
    let foreign: Vec<_> = found.foreign.iter().map(|path| path.display().to_string()).collect();
    json!({
        "command": "verify",
        "whole": found.is_whole(),
        "generator": found.generator,
        "as_of": found.as_of,
        "files": found.files,
        "missing": found.missing,
        "altered": found.altered,
        "foreign": foreign,
    })
}
