//! The files for machines as a source of bytes.

use super::data_files::DataFiles;
use super::embed;
use super::feeds::{atom, ical};
use super::files::DataFile;
use super::formats::{archive, csv, dcat, form_sheet, json, package, schema, xlsx};
use super::site::ExportSite;
use super::sitemap::{self, Sitemap};
use super::tables::{ALL, Rows, TableId, Value};
use crate::bundle::{Fingerprint, MakeError, Source};
use crate::model::{AgencyIx, AliasOf};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The files that are no pages: data, feeds, sitemap.
pub struct Exports {
    site: ExportSite,
    data_files: Arc<DataFiles>,
    files: BTreeMap<String, File>,
    /// None where no address is known: its entries must be absolute.
    sitemap: Option<Sitemap>,
    row_hashes: [OnceLock<[u8; 32]>; ALL.len()],
    /// Hash of what stands around the rows.
    frame_hash: OnceLock<[u8; 32]>,
}

enum File {
    /// Small, and made with the plan.
    Ready(Vec<u8>),
    Data(DataFile),
    Sitemap(sitemap::Part),
}

impl Exports {
    pub fn new<'p>(paths: impl Iterator<Item = &'p str>, site: ExportSite, data_files: Arc<DataFiles>) -> Self {
        let base = site.base_url.as_deref();
        let sitemap = base.map(|base| Sitemap::new(paths, base, data_files.bounds.sitemap_addresses));
        let mut files = BTreeMap::new();
        files.insert("robots.txt".to_owned(), File::Ready(sitemap::robots(base).into_bytes()));
        files.extend(sitemap.iter().flat_map(Sitemap::files).map(|(path, part)| (path, File::Sitemap(part))));
        let data = &site.report.data;
        let mut former: BTreeMap<AliasOf, Vec<&str>> = BTreeMap::new();
        for alias in &data.aliases {
            former.entry(alias.target).or_default().push(&alias.old);
        }
        for file in data_files.files() {
            files.extend(file.former_paths(data, &former).into_iter().map(|path| (path, File::Data(file))));
            files.insert(file.path(data), File::Data(file));
        }
        Self {
            site,
            data_files,
            files,
            sitemap,
            row_hashes: std::array::from_fn(|_| OnceLock::new()),
            frame_hash: OnceLock::new(),
        }
    }

    fn sitemap(&self) -> &Sitemap {
        self.sitemap.as_ref().expect("its files are planned where it is")
    }

    fn make(&self, file: DataFile) -> Vec<u8> {
        let site = &self.site;
        match file {
            DataFile::Csv(table) => csv::bytes(site, Rows::All(table.table())),
            DataFile::Json(table) => json::bytes(site, table),
            DataFile::Schema(table) => schema::bytes(site, table),
            DataFile::Workbook => xlsx::bytes(site, &ALL.map(Rows::All)),
            DataFile::Archive => archive::bytes(site, archive::members().map(|member| (member, self.make(member)))),
            DataFile::Package => package::bytes(site),
            DataFile::Catalog => dcat::bytes(site, &self.data_files),
            DataFile::AgencyCsv(ix) => csv::bytes(site, Rows::Of(ix, TableId::Obligations.table())),
            DataFile::AgencyWorkbook(ix) => form_sheet::workbook(site, ix, &of_agency(ix)),
            DataFile::GroupWorkbook(ix) => form_sheet::of_group(site, ix),
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

    /// Hash of a file's inputs; none where the bytes themselves are as quickly made.
    fn input_hash(&self, file: DataFile) -> Option<Fingerprint> {
        let hashes: Vec<[u8; 32]> = match file {
            DataFile::Csv(table) | DataFile::Json(table) => vec![self.hash_of_rows(table)],
            DataFile::Workbook | DataFile::Archive => ALL.iter().map(|t| self.hash_of_rows(t.id)).collect(),
            DataFile::AgencyCsv(ix) => vec![self.hash(&[Rows::Of(ix, TableId::Obligations.table())])],
            DataFile::AgencyWorkbook(ix) => vec![self.hash(&of_agency(ix))],
            DataFile::Schema(_)
            | DataFile::Package
            | DataFile::Catalog
            | DataFile::GroupWorkbook(_)
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
        let mut all = blake3::Hasher::new();
        if !matches!(file, DataFile::Csv(_) | DataFile::AgencyCsv(_)) {
            // Title, operator, licence, date and addresses: whatever stands around the rows.
            all.update(self.frame_hash.get_or_init(|| {
                let licence = json::pretty(&json::licence(&self.site));
                *blake3::hash(&[package::bytes(&self.site), licence].concat()).as_bytes()
            }));
        }
        for rows in &hashes {
            all.update(rows);
        }
        Some(Fingerprint(*all.finalize().as_bytes()))
    }

    /// Hash of a table as JSON, which holds every value as it is.
    fn hash_of_rows(&self, table: TableId) -> [u8; 32] {
        let hash = || *blake3::hash(&json::bytes(&self.site, table)).as_bytes();
        *self.row_hashes[table as usize].get_or_init(hash)
    }

    fn hash(&self, tables: &[Rows]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let mut buffer = Vec::with_capacity(64 << 10);
        for rows in tables {
            rows.each(&self.site, &mut |cells: &[Value<'_>]| {
                for cell in cells {
                    cell.hash_into(&mut buffer);
                }
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
    [TableId::Obligations, TableId::Tasks, TableId::Updates, TableId::Tallies].map(|table| Rows::Of(ix, table.table()))
}

impl Source for Exports {
    fn paths(&self) -> Vec<&str> {
        self.files.keys().map(String::as_str).collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        match self.of(path) {
            File::Ready(bytes) => Fingerprint::of(bytes),
            File::Data(file) => self.input_hash(*file).unwrap_or_else(|| Fingerprint::of(&self.make(*file))),
            File::Sitemap(part) => Fingerprint(self.sitemap().hash(*part)),
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
            File::Ready(bytes) => (Cow::Borrowed(bytes), Fingerprint::of(bytes)),
            File::Data(file) => {
                let bytes = self.make(*file);
                if let DataFile::Json(table) = file {
                    // Known by now, and asked for by other files of the table.
                    let _ = self.row_hashes[*table as usize].set(*blake3::hash(&bytes).as_bytes());
                }
                let fingerprint = self.input_hash(*file).unwrap_or_else(|| Fingerprint::of(&bytes));
                (Cow::Owned(bytes), fingerprint)
            }
            File::Sitemap(part) => {
                let sitemap = self.sitemap();
                (Cow::Owned(sitemap.bytes(*part)), Fingerprint(sitemap.hash(*part)))
            }
        })
    }
}
