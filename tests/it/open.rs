//! Sites opened as a program does it: files in, report and bundle out.

use std::sync::Arc;
use tiendo::bundle::{Bundle, Source};
use tiendo::derive::Report;
use tiendo::i18n::Words;
use tiendo::load::Snapshot;
use tiendo::open_data::Bounds;
use tiendo::site::{Address, Drafts, Extent, Options, Site};

/// A sound site.
#[derive(Clone)]
pub struct Opened {
    pub report: Arc<Report>,
    bundle: Arc<Bundle>,
    site: Arc<Site>,
}

/// Opens files as of a day, long after it, at an address or none. Anything wrong with them fails the test.
pub fn open(files: Vec<(String, String)>, as_of: &str, base_url: Option<&str>) -> Opened {
    open_within(Bounds::default(), files, as_of, base_url)
}

/// The same with other bounds.
pub fn open_within(bounds: Bounds, files: Vec<(String, String)>, as_of: &str, base_url: Option<&str>) -> Opened {
    open_snapshot(bounds, &Snapshot::of_texts(files), as_of, base_url)
}

/// The same with its drafts.
pub fn open_drafts(files: Vec<(String, String)>, as_of: &str, base_url: Option<&str>) -> Opened {
    opened(Bounds::default(), &Snapshot::of_texts(files), as_of, base_url, Drafts::Shown)
}

/// The same of a folder that was read.
pub fn open_snapshot(bounds: Bounds, snapshot: &Snapshot, as_of: &str, base_url: Option<&str>) -> Opened {
    opened(bounds, snapshot, as_of, base_url, Drafts::LeftOut)
}

fn opened(bounds: Bounds, snapshot: &Snapshot, as_of: &str, base_url: Option<&str>, drafts: Drafts) -> Opened {
    let options = Options {
        now: "2030-01-01T12:00:00Z".parse().expect("a moment"),
        as_of: Some(as_of.parse().expect("a date")),
        address: base_url.map_or(Address::Unknown, |url| Address::At(url.to_owned())),
        drafts,
        extent: Extent::Check,
        bounds,
    };
    let site = Arc::new(Site::open(snapshot, &options));
    let (Some(report), Some(bundle)) = (site.report.clone(), site.bundle.clone()) else {
        panic!("{:#?}", site.diagnostics)
    };
    Opened { report, bundle, site }
}

impl std::ops::Deref for Opened {
    type Target = Bundle;

    fn deref(&self) -> &Bundle {
        &self.bundle
    }
}

impl Opened {
    /// A file.
    pub fn file(&self, path: &str) -> Vec<u8> {
        self.bundle.bytes(path).unwrap_or_else(|error| panic!("{path}: {error:?}")).into_owned()
    }

    /// A text file.
    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.file(path)).expect("UTF-8")
    }

    /// The words of the carried theme in the site's language.
    pub fn words(&self) -> Words {
        self.site.words(self.report.data.settings.language).expect("a theme")
    }

    /// Paths of all pages.
    pub fn pages(&self) -> impl Iterator<Item = &str> {
        self.bundle.paths().into_iter().filter(|path| path.ends_with(".html"))
    }
}
