//! What the arguments mean. Wrong ones are refused before any work starts.

use super::args::{BuildArgs, CodingArg, PublishArg, RollbackArgs, SiteArgs};
use super::clock::{now, stamp};
use crate::i18n::Words;
use crate::load::disk::{self, DiskError};
use crate::load::{Memo, base_fault, likely_date};
use crate::model::{PartialDate, parse_day};
use crate::open_data::Bounds;
use crate::os::SWAPS_FOLDERS;
use crate::publish::{self, Coding};
use crate::site::{Address, Drafts, Extent, Options, Site};
use chrono::{DateTime, NaiveDate, Utc};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Name, version and build of this program: pages of another one are rendered anew.
pub const GENERATOR: &str = concat!("tiendo ", env!("CARGO_PKG_VERSION"), "+", env!("TIENDO_BUILD"));

#[derive(Debug, Clone)]
pub struct SiteOptions {
    pub folder: PathBuf,
    pub now: DateTime<Utc>,
    /// The day that the site speaks of, where it is not today.
    pub as_of: Option<NaiveDate>,
    pub address: Address,
    pub drafts: Drafts,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageError {
    /// What is wrong with it, as the message files name it.
    BaseUrl(String, &'static str),
    /// A flag, what was given, and a date as it should be.
    Date(&'static str, String, String),
    /// `SOURCE_DATE_EPOCH` is no time.
    Epoch(String),
    NoSite(PathBuf),
    /// `--keep` without a swap: there is no former folder to keep.
    KeepInPlace,
}

impl UsageError {
    /// A date that is none; the cure names the one that was meant, where it can be read.
    pub fn date(flag: &'static str, value: &str) -> Self {
        let likely = likely_date(value).unwrap_or_else(|| "2024-02-29".to_owned());
        Self::Date(flag, value.to_owned(), likely)
    }

    /// The same where a month or year is none either.
    pub fn day(flag: &'static str, value: &str) -> Self {
        let likely = likely_date(value).filter(|likely| parse_day(likely).is_some());
        Self::Date(flag, value.to_owned(), likely.unwrap_or_else(|| "2024-02-29".to_owned()))
    }

    /// What is wrong and how it is put right.
    pub fn message(&self, words: &Words) -> String {
        match self {
            Self::BaseUrl(value, reason) => {
                words.with("usage-base-url", &[("value", value.as_str()), ("reason", reason)])
            }
            Self::Date(flag, value, example) => {
                words.with("usage-date", &[("flag", *flag), ("value", value), ("example", example)])
            }
            Self::Epoch(value) => words.with("usage-epoch", &[("value", value)]),
            Self::KeepInPlace => words.say("usage-keep-in-place"),
            Self::NoSite(folder) => words.with("usage-no-site", &[("path", &folder.display().to_string())]),
        }
    }
}

impl SiteOptions {
    pub fn open(&self, extent: Extent) -> Result<Site, DiskError> {
        Ok(Site::open(&disk::read(&self.folder)?, &self.opening(extent)))
    }

    /// The same once more, after the files have changed.
    pub fn open_again(&self, extent: Extent, memo: &mut Memo) -> Result<Site, DiskError> {
        Ok(Site::open_again(&disk::read(&self.folder)?, &self.opening(extent), memo))
    }

    pub fn opening(&self, extent: Extent) -> Options {
        Options {
            now: self.now,
            as_of: self.as_of,
            address: self.address.clone(),
            drafts: self.drafts,
            extent,
            bounds: Bounds::default(),
        }
    }

    pub fn new(args: &SiteArgs) -> Result<Self, UsageError> {
        if !args.site.is_dir() {
            return Err(UsageError::NoSite(args.site.clone()));
        }
        let as_of = args.as_of.as_deref().map(|text| match PartialDate::parse(text) {
            Some(PartialDate::Day(day)) => Ok(day),
            Some(PartialDate::Month(_) | PartialDate::Year(_)) | None => Err(UsageError::day("--as-of", text)),
        });
        Ok(Self {
            folder: args.site.clone(),
            now: now().map_err(UsageError::Epoch)?,
            as_of: as_of.transpose()?,
            address: match args.base_url.as_deref() {
                None => Address::OfSite,
                Some("") => Address::Unknown,
                Some(text) => Address::At(base_url(text)?),
            },
            drafts: Drafts::LeftOut,
        })
    }

    /// The same with drafts, if they are asked for.
    pub fn with_drafts(self, shown: bool) -> Self {
        Self { drafts: if shown { Drafts::Shown } else { Drafts::LeftOut }, ..self }
    }
}

fn base_url(text: &str) -> Result<String, UsageError> {
    match base_fault(text) {
        Some((reason, _)) => Err(UsageError::BaseUrl(text.to_owned(), reason)),
        None if text.ends_with('/') => Ok(text.to_owned()),
        None => Ok(format!("{text}/")),
    }
}

pub fn output(site: &Path, given: Option<&PathBuf>) -> PathBuf {
    given.cloned().unwrap_or_else(|| site.join("output"))
}

/// The compressions asked for, each once and sorted.
pub fn codings(args: &BuildArgs) -> Vec<Coding> {
    let coding = |arg: &CodingArg| match arg {
        CodingArg::Gz => Coding::Gzip,
        CodingArg::Br => Coding::Brotli,
    };
    let mut codings: Vec<Coding> = args.precompress.iter().map(coding).collect();
    codings.sort_unstable();
    codings.dedup();
    codings
}

pub fn publishing(args: &BuildArgs, as_of: NaiveDate, key: Option<String>) -> publish::Options {
    publish::Options {
        mode: match args.publish {
            PublishArg::Swap if SWAPS_FOLDERS => publish::Mode::Swap,
            PublishArg::Swap | PublishArg::InPlace => publish::Mode::InPlace,
        },
        unknown: if args.adopt { publish::Unknown::Adopt } else { publish::Unknown::Refuse },
        keep: args.keep.map(usize::from),
        links: if args.allow_dead_links { publish::Links::Unverified } else { publish::Links::Verified },
        generator: GENERATOR.to_owned(),
        as_of: as_of.to_string(),
        key,
        ..common(&args.site.site, args.output.as_ref(), args.no_sync, args.wait)
    }
}

pub fn rolling_back(args: &RollbackArgs) -> publish::Options {
    common(&args.site, args.output.as_ref(), args.no_sync, args.wait)
}

/// What a build and a rollback have in common; the rest as a rollback has it.
fn common(site: &Path, output: Option<&PathBuf>, no_sync: bool, wait: u32) -> publish::Options {
    publish::Options {
        output: self::output(site, output),
        protected: std::env::home_dir().into_iter().chain([site.to_owned()]).collect(),
        sources: vec![site.join("content"), site.join("themes")],
        mode: publish::Mode::Swap,
        unknown: publish::Unknown::Refuse,
        durability: if no_sync { publish::Durability::Unsynced } else { publish::Durability::Synced },
        keep: None,
        // Its links were verified when it was built; files of others may have gone since.
        links: publish::Links::Unverified,
        wait: Duration::from_secs(wait.into()),
        holder: format!("pid {}, {}", std::process::id(), stamp()),
        // The kept site says what made it, and when.
        generator: String::new(),
        as_of: String::new(),
        key: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_in_a_slash() {
        assert_eq!(base_url("https://vidu.example/a"), Ok("https://vidu.example/a/".into()));
        assert_eq!(base_url("http://vidu.example/"), Ok("http://vidu.example/".into()));
        for (bad, reason) in [
            ("", "relative"),
            ("vidu.example", "relative"),
            ("ftp://vidu.example/", "scheme"),
            ("https:///a", "host"),
            ("https://a b/", "character"),
            ("https://a/?q", "query"),
            ("https://a/../b", "dots"),
            ("javascript:x", "scheme"),
        ] {
            assert_eq!(base_url(bad), Err(UsageError::BaseUrl(bad.into(), reason)));
        }
    }
}
