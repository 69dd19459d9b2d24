//! Reading a site folder for the commands.

use super::options::SiteOptions;
use crate::bundle::Bundle;
use crate::derive::Report;
use crate::diag::{Diagnostic, Sources};
use crate::i18n::Words;
use crate::load::{Snapshot, disk};
use crate::model::{Language, Settings};
use crate::site::{self, Extent};
use chrono::NaiveDate;
use std::sync::Arc;

pub use crate::site::Inputs;

pub enum Depth {
    Build,
    Check,
}

pub struct Site {
    pub language: Language,
    pub as_of: NaiveDate,
    pub sources: Sources,
    pub faults: Vec<Diagnostic>,
    pub plan: Option<Arc<Bundle>>,
    pub settings: Settings,
}

pub struct Studied {
    pub language: Language,
    pub today: NaiveDate,
    pub sources: Sources,
    pub faults: Vec<Diagnostic>,
    pub found: Option<Found>,
}

pub struct Found {
    pub report: Arc<Report>,
    site: site::Site,
}

impl Found {
    pub fn words(&self, language: Language) -> Words {
        self.site.words(language).expect("a report comes with a theme")
    }
}

pub fn inputs(snapshot: &Snapshot, options: &SiteOptions) -> Inputs {
    Inputs::of(snapshot, &options.opening(Extent::Bundle))
}

pub fn site(options: &SiteOptions, depth: Depth) -> Result<Site, disk::DiskError> {
    Ok(site_of(&disk::read(&options.folder)?, options, depth))
}

pub fn site_of(snapshot: &Snapshot, options: &SiteOptions, depth: Depth) -> Site {
    let extent = match depth {
        Depth::Build => Extent::Bundle,
        Depth::Check => Extent::Check,
    };
    let site::Site { settings, as_of, sources, diagnostics, bundle, .. } =
        site::Site::open(snapshot, &options.opening(extent));
    Site { language: settings.language, as_of, sources, faults: diagnostics, plan: bundle, settings }
}

pub fn study(snapshot: &Snapshot, options: &SiteOptions) -> Studied {
    let mut site = site::Site::open(snapshot, &options.opening(Extent::Report));
    let (language, today) = (site.settings.language, site.today);
    let (sources, faults) = (std::mem::take(&mut site.sources), std::mem::take(&mut site.diagnostics));
    let found = site.report.clone().map(|report| Found { report, site });
    Studied { language, today, sources, faults, found }
}

pub fn base_url(settings: &Settings, address: &site::Address) -> Option<String> {
    site::base_url(settings, address)
}
