//! `tiendo verify`: is the output what its manifest says?

use super::args::VerifyArgs;
use super::exit::Exit;
use super::options::{Format, output};
use super::trouble;
use super::voice::{Voice, complain, print};
use crate::publish::{self, Verification};
use serde_json::json;

/// Compares the output with its manifest.
pub fn run(args: &VerifyArgs) -> Exit {
    let voice = Voice::new(&args.voice);
    let (words, format) = (voice.words(), Format::from(args.format));
    let output = output(&args.site, args.output.as_ref());
    let found = match publish::verify(&output) {
        Ok(Some(found)) => found,
        Ok(None) => {
            let message = words.with("verify-no-manifest", &[("path", &output.display().to_string())]);
            complain(&format!("{}: {message}", words.say("build-error")));
            return Exit::Machine;
        }
        Err(error) => return trouble::publish(&error, &words, format),
    };
    match format {
        Format::Json => print(&as_json(&found).to_string()),
        Format::Human | Format::Github => {
            for (paths, key) in [(&found.missing, "verify-missing"), (&found.altered, "verify-altered")] {
                for path in paths {
                    print(&words.with(key, &[("path", path)]));
                }
            }
            for path in &found.foreign {
                voice.result(&words.with("verify-foreign", &[("path", &path.display().to_string())]));
            }
            let files = words.number(found.files as u64);
            let values = [("files", &*files), ("date", &found.as_of), ("generator", &found.generator)];
            let key = if found.is_whole() { "verify-whole" } else { "verify-not-whole" };
            voice.result(&words.with(key, &values));
        }
    }
    if found.is_whole() { Exit::Done } else { Exit::Content }
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
