//! `tiendo serve`: the preview.

use super::args::{Format, ServeArgs};
use super::diagnostics;
use super::errors::{Error, system};
use super::exit::Exit;
use super::options::SiteOptions;
use super::output::Output;
use super::words::words;
use crate::bundle::{MakeError, MakeErrorKind};
use crate::diag::draw;
use crate::load::Memo;
use crate::serve::{Built, ServeOptions, serve};
use crate::site::{Extent, Site, base_url};
use signal_hook::consts::{SIGINT, SIGTERM};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// The port that people know; where it is taken, the next free one of so many.
const PORT: u16 = 8300;
const PORTS: u16 = 100;

/// More diagnostics than these do not fit on an overlay.
const MOST_SHOWN: usize = 20;

pub fn run(args: &ServeArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| {
        let options = SiteOptions::new(&args.site)?.with_drafts(!args.no_drafts);
        let mut memo = Memo::default();
        let first = options.open_again(Extent::Bundle, &mut memo)?;
        Ok(out.for_site(first.settings.language).run(|out| preview(args.port, &options, first, &mut memo, out)))
    })
}

fn preview(
    port: Option<u16>,
    options: &SiteOptions,
    first: Site,
    memo: &mut Memo,
    out: &Output,
) -> Result<Exit, Error> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        signal_hook::flag::register(signal, Arc::clone(&stop)).map_err(Error::io(&options.folder))?;
    }
    let server = ServeOptions {
        ports: port.map_or_else(|| (PORT..PORT + PORTS).collect(), |port| vec![port]),
        base_url: base_url(&first.settings, &options.address),
        watched: vec![options.folder.join("content"), options.folder.join("themes")],
        stop,
    };
    let mut ready = Some(first);
    let rebuild = || {
        let site = match ready.take() {
            Some(site) => site,
            None => options.open_again(Extent::Bundle, memo).map_err(|error| {
                let (path, detail) = (error.path.display().to_string(), system(&error.error, &out.words));
                out.words.with("publish-io", &[("path", &path), ("detail", &detail)])
            })?,
        };
        built(site, out)
    };
    serve(&server, rebuild, |found, url| {
        if port.is_none() && found != PORT {
            let values = [("port", &PORT.to_string()), ("found", &found.to_string())];
            out.remark(&out.words.with("serve-other-port", &values));
        }
        out.remark(&out.words.with("serve-ready", &[("url", url)]));
    })?;
    Ok(Exit::Done)
}

/// The pages, or the diagnostics as people read them; both also on the terminal.
fn built(site: Site, out: &Output) -> Result<Built, String> {
    diagnostics::show(&site.diagnostics, &site.sources, out);
    let drawn = draw::human(&site.diagnostics, &site.sources, out.words.lang, false, MOST_SHOWN);
    let Some(pages) = site.bundle else { return Err(drawn) };
    let (sources, words) = (site.sources, words(out.words.lang));
    let explain = move |error: &MakeError| match &error.kind {
        MakeErrorKind::Theme(found) => {
            draw::human(std::slice::from_ref(&**found), &sources, words.lang, false, MOST_SHOWN)
        }
        MakeErrorKind::Read(e) => format!("{}: {}", error.path, system(e, &words)),
    };
    Ok(Built { pages, explain: Box::new(explain) })
}
