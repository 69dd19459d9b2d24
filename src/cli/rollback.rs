//! `tiendo rollback`: the former site again.

use super::args::RollbackArgs;
use super::exit::Exit;
use super::options::{BadUsage, Format, rolling_back};
use super::progress::Progress;
use super::trouble;
use super::voice::{Voice, print};
use crate::publish::{self, RolledBack};
use serde_json::json;

/// Brings the newest kept site back.
pub fn run(args: &RollbackArgs) -> Exit {
    let voice = Voice::new(&args.voice);
    let (words, format) = (voice.words(), Format::from(args.format));
    if !args.site.is_dir() {
        return trouble::usage(&BadUsage::NoSite(args.site.clone()).message(&words), &words);
    }
    let progress = match Progress::new(voice) {
        Ok(progress) => progress,
        Err(e) => return trouble::io(&args.site, &e, &words, format),
    };
    let RolledBack { outcome, as_of, left } = match publish::rollback(&rolling_back(args), &progress) {
        Ok(done) => done,
        Err(error) => return trouble::publish(&error, &words, format),
    };
    if let Some(path) = &outcome.leftover {
        voice.remark(&words.with("build-leftover", &[("path", &path.display().to_string())]));
    }
    match format {
        Format::Human | Format::Github => {
            let changed = words.count("build-changed", outcome.written.len() + outcome.deleted.len());
            let values = [("date", &*as_of), ("changed", &changed), ("left", &words.number(left as u64))];
            voice.result(&words.with("rollback-done", &values));
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
    Exit::Done
}
