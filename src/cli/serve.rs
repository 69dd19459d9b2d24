//! `tiendo serve`.

use super::args::ServeArgs;
use super::exit::Exit;
use super::options::{Format, SiteOptions};
use super::pipeline;
use super::trouble;
use super::voice::Voice;

/// Shows the site to this machine until a signal comes.
pub fn run(args: &ServeArgs) -> Exit {
    let voice = Voice::new(&args.voice);
    let words = voice.words();
    let options = match SiteOptions::new(&args.site) {
        Ok(options) => options,
        Err(bad) => return trouble::usage(&bad.message(&words), &words),
    };
    let on_ready = |url: &str| voice.remark(&words.say("serve-ready", &[("url", url)]));
    todo!()
}
