//! `tiendo man`.

use super::args::{Format, ManArgs, MessageArgs};
use super::errors::Error;
use super::exit::Exit;
use super::output::{Output, print_bytes};
use clap::CommandFactory;
use clap_mangen::Man;

pub fn run<A: CommandFactory>(args: &ManArgs) -> Exit {
    Output::new(&MessageArgs::default(), Format::Human).run(|_| {
        let mut text = Vec::new();
        if let Some(dir) = &args.dir {
            let written = std::fs::create_dir_all(dir).and_then(|()| clap_mangen::generate_to(A::command(), dir));
            written.map_err(Error::io(dir))?;
        } else if Man::new(A::command()).render(&mut text).is_ok() {
            print_bytes(&text);
        }
        Ok(Exit::Done)
    })
}
