//! The program `tiendo`: everything is in the library.

use std::process::ExitCode;

/// A page is thousands of short texts: the system's allocator took a quarter of a build (docs/performance.md). This one
/// asks for no huge pages: a build is over before they pay, and clearing what it never touches took a fifth of it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tiendo::cli::run(std::env::args_os()).into()
}
