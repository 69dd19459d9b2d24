//! Files for machines, made from the same report as the pages.
//!
//! Deals with formats. Refuses: counting anything itself, knowing a disk or a clock. Every file is made on demand; the
//! rows of a table are made once per file and never kept.

mod archive;
mod atom;
mod catalogue;
mod changes;
mod csv;
mod embed;
mod form;
mod ical;
pub(crate) mod json;
mod package;
mod rows;
mod schema;
pub(crate) mod site;
mod sitemap;
pub mod tables;
mod xlsx;

pub use catalogue::{Bounds, Catalogue};
pub use embed::tally_json;
pub use site::ExportSite;

use crate::bundle::{Fingerprint, MakeError, Source};
use crate::model::AgencyIx;
use crate::open_data::tables::{ALL, DataFile, TableId};
use rows::{Row, Rows, Value};
use sitemap::Sitemap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The files beside the pages.
pub struct Exports {
    site: ExportSite,
    catalogue: Arc<Catalogue>,
    files: BTreeMap<String, File>,
    /// None where no address is known: its entries must be absolute.
    sitemap: Option<Sitemap>,
    /// Hashes of the rows of tables.
    marks: [OnceLock<[u8; 32]>; ALL.len()],
    /// Hash of what stands around rows.
    around: OnceLock<[u8; 32]>,
    /// The workbook of all tables, which the archive holds too: much dearer to make than to keep.
    workbook: OnceLock<Vec<u8>>,
}

enum File {
    /// Small, and made with the plan.
    Ready(Vec<u8>),
    /// Made on demand.
    Data(DataFile),
    /// A file of the sitemap.
    Sitemap(sitemap::Part),
}

impl Exports {
    /// The files of `catalogue` for a site with pages at `paths`.
    pub fn new<'p>(paths: impl Iterator<Item = &'p str>, site: ExportSite, catalogue: Arc<Catalogue>) -> Self {
        let base = site.base_url.as_deref();
        let sitemap = base.map(|base| Sitemap::new(paths, base));
        let mut files = BTreeMap::new();
        files.insert("robots.txt".to_owned(), File::Ready(sitemap::robots(base).into_bytes()));
        files.extend(sitemap.iter().flat_map(Sitemap::files).map(|(path, part)| (path, File::Sitemap(part))));
        let data = &site.report.data;
        for file in catalogue.files() {
            files.extend(file.former_paths(data).into_iter().map(|path| (path, File::Data(file))));
            files.insert(file.path(data), File::Data(file));
        }
        Self {
            site,
            catalogue,
            files,
            sitemap,
            marks: std::array::from_fn(|_| OnceLock::new()),
            around: OnceLock::new(),
            workbook: OnceLock::new(),
        }
    }

    fn sitemap(&self) -> &Sitemap {
        self.sitemap.as_ref().expect("its files are planned where it is")
    }

    /// The workbook of all tables.
    fn workbook(&self) -> &[u8] {
        self.workbook.get_or_init(|| xlsx::bytes(&self.site, &ALL.map(|t| Rows::All(t.id))))
    }

    /// Makes a file.
    fn make(&self, file: DataFile) -> Vec<u8> {
        let site = &self.site;
        match file {
            DataFile::Csv(table) => csv::bytes(site, Rows::All(table)),
            DataFile::Json(table) => json::bytes(site, table),
            DataFile::Schema(table) => schema::bytes(site, table),
            DataFile::Workbook => self.workbook().to_vec(),
            DataFile::Archive => archive::bytes(site, self),
            DataFile::Package => package::package(site),
            DataFile::Catalog => package::catalog(site, &self.catalogue),
            DataFile::AgencyCsv(ix) => csv::bytes(site, Rows::Of(ix, TableId::Obligations)),
            DataFile::AgencyWorkbook(ix) => xlsx::of_agency(site, ix, &of_agency(ix)),
            DataFile::Feed => atom::of_site(site),
            DataFile::AgencyFeed(ix) => atom::of_agency(site, ix),
            DataFile::TopicFeed(ix) => atom::of_topic(site, ix),
            DataFile::BodyFeed(ix) => atom::of_body(site, ix),
            DataFile::Calendar => ical::of_site(site),
            DataFile::AgencyCalendar(ix) => ical::of_agency(site, ix),
            DataFile::TaskCalendar(ix) => ical::of_task(site, ix),
            DataFile::EmbedTotals => embed::totals(site),
            DataFile::EmbedDeadlines => embed::deadlines(site),
            DataFile::EmbedAgency(ix) => embed::of_agency(site, ix),
        }
    }

    /// What a file's bytes depend on, if that is cheaper to gather than the bytes.
    fn mark(&self, file: DataFile) -> Option<Fingerprint> {
        let rows: Vec<[u8; 32]> = match file {
            DataFile::Csv(table) | DataFile::Json(table) => vec![self.mark_of(table)],
            DataFile::Workbook | DataFile::Archive => ALL.iter().map(|t| self.mark_of(t.id)).collect(),
            DataFile::AgencyCsv(ix) => vec![self.hash(&[Rows::Of(ix, TableId::Obligations)])],
            DataFile::AgencyWorkbook(ix) => vec![self.hash(&of_agency(ix))],
            DataFile::Schema(_)
            | DataFile::Package
            | DataFile::Catalog
            | DataFile::Feed
            | DataFile::AgencyFeed(_)
            | DataFile::TopicFeed(_)
            | DataFile::BodyFeed(_)
            | DataFile::Calendar
            | DataFile::AgencyCalendar(_)
            | DataFile::TaskCalendar(_)
            | DataFile::EmbedTotals
            | DataFile::EmbedDeadlines
            | DataFile::EmbedAgency(_) => return None,
        };
        let mut hasher = blake3::Hasher::new();
        if !matches!(file, DataFile::Csv(_) | DataFile::AgencyCsv(_)) {
            // Title, operator, licence, date and addresses: whatever stands around the rows.
            hasher.update(self.around.get_or_init(|| {
                let licence = json::pretty(&json::licence(&self.site));
                *blake3::hash(&[package::package(&self.site), licence].concat()).as_bytes()
            }));
        }
        for row in &rows {
            hasher.update(row);
        }
        Some(Fingerprint(*hasher.finalize().as_bytes()))
    }

    /// Hash of a table's rows, made once.
    fn mark_of(&self, table: TableId) -> [u8; 32] {
        *self.marks[table as usize].get_or_init(|| self.hash(&[Rows::All(table)]))
    }

    fn hash(&self, tables: &[Rows]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let mut buffer = Vec::with_capacity(64 << 10);
        for rows in tables {
            rows.each(&self.site, &mut |row: Row<'_>| {
                row.cells.iter().for_each(|cell| note(cell, &mut buffer));
                if buffer.len() > 60 << 10 {
                    hasher.update(&buffer);
                    buffer.clear();
                }
            });
            buffer.push(b'|');
        }
        hasher.update(&buffer);
        *hasher.finalize().as_bytes()
    }

    fn of(&self, path: &str) -> &File {
        self.files.get(path).unwrap_or_else(|| panic!("{path} is not planned"))
    }
}

/// The sheets of an agency's workbook.
fn of_agency(ix: AgencyIx) -> [Rows; 4] {
    [TableId::Obligations, TableId::Tasks, TableId::Updates, TableId::Tallies].map(|table| Rows::Of(ix, table))
}

/// A value as bytes that no other value has, its length first.
fn note(value: &Value<'_>, out: &mut Vec<u8>) {
    let mut text = |tag: u8, text: &[u8]| {
        out.push(tag);
        out.extend_from_slice(&(text.len() as u64).to_le_bytes());
        out.extend_from_slice(text);
    };
    match value {
        Value::Nothing => text(0, &[]),
        Value::Text(t) => text(1, t.as_bytes()),
        Value::List(items) => {
            text(2, &items.len().to_le_bytes());
            for t in items {
                text(1, t.as_bytes());
            }
        }
        Value::Day(day) => text(3, &chrono::Datelike::num_days_from_ce(day).to_le_bytes()),
        Value::Whole(n) => text(4, &n.to_le_bytes()),
        Value::Number(x) => text(5, &x.to_bits().to_le_bytes()),
        Value::Flag(flag) => text(6, &[u8::from(*flag)]),
    }
}

pub(crate) fn hash_of(bytes: &[u8]) -> Fingerprint {
    Fingerprint(*blake3::hash(bytes).as_bytes())
}

impl Source for Exports {
    fn paths(&self) -> Vec<&str> {
        self.files.keys().map(String::as_str).collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        match self.of(path) {
            File::Ready(bytes) => hash_of(bytes),
            File::Data(file) => self.mark(*file).unwrap_or_else(|| hash_of(&self.make(*file))),
            File::Sitemap(part) => Fingerprint(self.sitemap().mark(*part)),
        }
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        Ok(match self.of(path) {
            File::Ready(bytes) => Cow::Borrowed(bytes),
            File::Data(file) => Cow::Owned(self.make(*file)),
            File::Sitemap(part) => Cow::Owned(self.sitemap().bytes(*part)),
        })
    }

    fn bytes_and_fingerprint(&self, path: &str) -> Result<(Cow<'_, [u8]>, Fingerprint), MakeError> {
        Ok(match self.of(path) {
            File::Ready(bytes) => (Cow::Borrowed(bytes), hash_of(bytes)),
            File::Data(file) => {
                let bytes = self.make(*file);
                let mark = self.mark(*file).unwrap_or_else(|| hash_of(&bytes));
                (Cow::Owned(bytes), mark)
            }
            File::Sitemap(part) => {
                let sitemap = self.sitemap();
                (Cow::Owned(sitemap.bytes(*part)), Fingerprint(sitemap.mark(*part)))
            }
        })
    }
}
