//! `tiendo completions`.

use super::args::{CompletionsArgs, Format, MessageArgs};
use super::exit::Exit;
use super::output::{Output, print_bytes};
use clap::CommandFactory;

pub fn run<A: CommandFactory>(args: &CompletionsArgs) -> Exit {
    Output::new(&MessageArgs::default(), Format::Human).run(|_| {
        let mut text = Vec::new();
        clap_complete::generate(args.shell, &mut A::command(), "tiendo", &mut text);
        print_bytes(&text);
        Ok(Exit::Done)
    })
}
