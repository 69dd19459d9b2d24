//! The program `tiendo`: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    tiendo::cli::run(std::env::args_os()).into()
}
