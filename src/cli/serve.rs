//! `tiendo serve`: the preview.

use super::args::ServeArgs;
use super::exit::Exit;
use super::options::{Format, SiteOptions};
use super::pipeline::{self, Depth, Site, base_url};
use super::trouble;
use super::voice::Voice;
use crate::bundle::MakeError;
use crate::diag::draw;
use crate::i18n::Words;
use crate::serve::{Built, ErrorKind, ServeError, ServeOptions, serve};
use signal_hook::consts::{SIGINT, SIGTERM};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// More faults than these do not fit on an overlay.
const MOST_SHOWN: usize = 20;

/// Shows the site to this machine until a signal comes.
pub fn run(args: &ServeArgs) -> Exit {
    let voice = Voice::new(&args.voice);
    let options = match SiteOptions::new(&args.site) {
        Ok(options) => options,
        Err(bad) => return trouble::usage(&bad.message(&voice.words()), &voice.words()),
    };
    let first = match pipeline::site(&options, Depth::Build) {
        Ok(site) => site,
        Err(fault) => return trouble::io(&fault.path, &fault.error, &voice.words(), Format::Human),
    };
    let words = voice.words_for(first.language);
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        if let Err(e) = signal_hook::flag::register(signal, Arc::clone(&stop)) {
            return trouble::io(&options.folder, &e, &words, Format::Human);
        }
    }
    let server = ServeOptions {
        port: args.port,
        base_url: base_url(&first.settings, &options.address),
        watched: vec![options.folder.join("content"), options.folder.join("themes")],
        stop,
    };
    let language = words.lang;
    let mut ready = Some(first);
    let rebuild = || {
        let site = match ready.take() {
            Some(site) => site,
            None => pipeline::site(&options, Depth::Build).map_err(|fault| fault.to_string())?,
        };
        built(site, &super::words::words(language))
    };
    let on_ready = |url: &str| voice.remark(&words.with("serve-ready", &[("url", url)]));
    match serve(&server, rebuild, on_ready) {
        Ok(()) => Exit::Done,
        Err(ServeError { subject, kind }) => {
            let error = match kind {
                ErrorKind::Listen(error) => error,
                ErrorKind::Watch(detail) => std::io::Error::other(detail),
            };
            trouble::io(Path::new(&subject), &error, &words, Format::Human)
        }
    }
}

/// The pages, or the faults as people read them; both also on the terminal.
fn built(site: Site, words: &Words) -> Result<Built, String> {
    super::faults::show(&site.faults, &site.sources, words, Format::Human);
    let drawn = draw::human(&site.faults, &site.sources, words.lang, false, MOST_SHOWN);
    let Some(pages) = site.plan else { return Err(drawn) };
    let (sources, language) = (site.sources, words.lang);
    let explain = move |fault: &MakeError| {
        draw::human(std::slice::from_ref(&*fault.diagnostic), &sources, language, false, MOST_SHOWN)
    };
    Ok(Built { pages, explain: Box::new(explain) })
}
