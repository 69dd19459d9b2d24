//! The commands: arguments become meaning, the pipeline runs, the outcome becomes words and an exit code.
//!
//! Deals with flags, the clock, the terminal, signals. Refuses: deciding anything about content. Results go to stdout,
//! all else to stderr; the words are in `words/`.

mod args;
mod build;
mod check;
mod clock;
mod completions;
mod diff;
mod edit;
mod exit;
mod explain;
mod faults;
mod import_updates;
mod init;
mod kept;
mod man;
mod new;
mod options;
mod pipeline;
mod progress;
mod report;
mod rollback;
mod schema;
mod serve;
mod timings;
mod trouble;
mod update;
mod verify;
mod voice;
mod words;

pub use exit::Exit;

use args::{Args, Command};
use clap::Parser;
use std::ffi::OsString;

/// Runs one command.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Exit {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(e) => {
            // A closed terminal is no reason to fail while failing.
            let _ = e.print();
            return if e.use_stderr() { Exit::Usage } else { Exit::Done };
        }
    };
    match args.command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Rollback(args) => rollback::run(&args),
        Command::Update(args) => update::run(&args),
        Command::New(args) => new::run(&args),
        Command::ImportUpdates(args) => import_updates::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    }
}
