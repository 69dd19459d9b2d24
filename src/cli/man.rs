//! `tiendo man`.

use super::args::{Args, ManArgs};
use super::exit::Exit;
use super::options::Format;
use super::trouble;
use super::words::words;
use crate::i18n::Language;
use clap::CommandFactory;
use clap_mangen::Man;
use std::io::Write;

/// Prints the main page, or writes all pages into a folder.
pub fn run(args: &ManArgs) -> Exit {
    let mut text = Vec::new();
    let Some(dir) = &args.dir else {
        if Man::new(Args::command()).render(&mut text).is_ok() {
            // Whoever closed the pipe has read enough.
            let _ = std::io::stdout().lock().write_all(&text);
        }
        return Exit::Done;
    };
    let written = std::fs::create_dir_all(dir).and_then(|()| clap_mangen::generate_to(Args::command(), dir));
    match written {
        Ok(()) => Exit::Done,
        Err(e) => trouble::io(dir, &e, &words(Language::VI), Format::Human),
    }
}
