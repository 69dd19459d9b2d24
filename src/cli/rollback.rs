//! `tiendo rollback`: the former site again.

use super::args::{Format, RollbackArgs};
use super::build::public_site;
use super::errors::{Error, tell_leftovers};
use super::exit::Exit;
use super::options::{UsageError, output, rolling_back};
use super::output::{Output, print};
use super::progress::Progress;
use crate::publish::{self, RolledBack};
use serde_json::json;

pub fn run(args: &RollbackArgs) -> Exit {
    Output::new(&args.messages, args.format).run(|out| {
        roll_back(args, out).map_err(|error| {
            let exit = error.tell(out);
            public_site(&output(&args.site, args.output.as_ref()), out);
            Error::Told(exit)
        })
    })
}

fn roll_back(args: &RollbackArgs, out: &Output) -> Result<Exit, Error> {
    if !args.site.is_dir() {
        return Err(UsageError::NoSite(args.site.clone()).into());
    }
    let progress = Progress::new(out).map_err(Error::io(&args.site))?;
    let RolledBack { outcome, as_of, left } = publish::rollback(&rolling_back(args), &progress)?;
    let words = &out.words;
    tell_leftovers(&outcome.leftover, out);
    match out.format {
        Format::Human | Format::Github => {
            let changed = words.count("build-changed", outcome.written.len() + outcome.deleted.len());
            let values = [("date", &words.day_of(&as_of)), ("changed", &changed), ("left", &words.number(left as u64))];
            out.result(&words.with("rollback-done", &values));
        }
        Format::Json => {
            let written: Vec<_> = outcome.written.iter().map(|(path, _)| path).collect();
            let document = json!({
                "command": "rollback",
                "as_of": as_of,
                "files": outcome.planned,
                "written": written,
                "deleted": outcome.deleted,
                "left": left,
            });
            print(&document.to_string());
        }
    }
    Ok(Exit::Done)
}
