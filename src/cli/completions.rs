//! `tiendo completions`.

use super::args::CompletionsArgs;
use super::exit::Exit;
use clap::CommandFactory;
use std::io::Write;

pub fn run<A: CommandFactory>(args: &CompletionsArgs) -> Exit {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut A::command(), "tiendo", &mut text);
    // Whoever closed the pipe has read enough.
    let _ = std::io::stdout().lock().write_all(&text);
    Exit::Done
}
