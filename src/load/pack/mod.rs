//! Agencies of a country that the program carries, as files of `content/agencies/` with the source of every entry.
//!
//! Deals with which packs there are and which of their agencies a name means. What is not certain is not in a pack; the
//! state of the world between the day of check and today is not known here.

#[cfg(test)]
mod tests;

use super::letters::slug;
use super::read::load;
use super::snapshot::Snapshot;
use crate::model::{AgencyIx, Dataset};
use chrono::NaiveDate;

/// The agencies of one country.
#[derive(Debug)]
pub struct Pack {
    /// As given to `--pack`.
    pub name: &'static str,
    /// Year, month and day on which its entries were last held against their sources.
    checked: (i32, u32, u32),
    /// Names and texts of its files.
    files: &'static [(&'static str, &'static str)],
}

/// All packs.
pub static PACKS: &[Pack] = &[Pack {
    name: "vn",
    checked: (2026, 11, 27),
    files: &[
        ("bo.yaml", include_str!("vn/bo.yaml")),
        ("co-quan-thuoc-chinh-phu.yaml", include_str!("vn/co-quan-thuoc-chinh-phu.yaml")),
        ("nhom.yaml", include_str!("vn/nhom.yaml")),
        ("tinh-thanh.yaml", include_str!("vn/tinh-thanh.yaml")),
    ],
}];

impl Pack {
    /// The pack of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        PACKS.iter().find(|pack| pack.name == name)
    }

    /// Day on which its entries were last held against their sources.
    pub fn checked(&self) -> NaiveDate {
        let (year, month, day) = self.checked;
        NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
    }

    /// Its files as they stand in a site.
    pub fn files(&self) -> impl Iterator<Item = (String, String)> {
        self.files.iter().map(|(name, text)| (format!("content/agencies/{name}"), (*text).to_owned()))
    }

    /// Its agencies and groups, as a site that has nothing else.
    pub fn read(&self) -> Dataset {
        let settings = ("content/site.yaml".to_owned(), format!("title: {}\n", self.name));
        let snapshot = Snapshot::of_texts(self.files().chain([settings]).collect::<Vec<_>>());
        load(&snapshot, |_| self.checked()).dataset.expect("a test holds that packs have no errors")
    }
}

/// The agency that a name means: its id, its name, its short name or another spelling, with or without marks and capitals.
pub fn agency_named(data: &Dataset, name: &str) -> Option<AgencyIx> {
    let wanted = slug(name);
    let mut all = data.agency_list().filter(|(_, agency)| agency.spellings().any(|text| slug(text) == wanted));
    all.next().map(|(ix, _)| ix)
}
