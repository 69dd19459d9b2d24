//! One ZIP of all tables as CSV with their description: a Frictionless Data Package. All times in it are the as-of date.

use crate::open_data::files::DataFile;
use crate::open_data::site::ExportSite;
use crate::open_data::tables::ALL;
use crate::plan::route::DATA_FOLDER;
use chrono::Datelike;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const LEVEL: i64 = 3;

/// The data package and what it describes. What the site offers in other formats is not packed a second time.
pub(in crate::open_data) fn members() -> impl Iterator<Item = DataFile> {
    [DataFile::Package].into_iter().chain(ALL.iter().map(|table| DataFile::Csv(table.id)))
}

/// The archive: a folder of the name that the files have on the site, so that relative references hold.
pub(in crate::open_data) fn bytes(site: &ExportSite, members: impl Iterator<Item = (DataFile, Vec<u8>)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Light compression: at the usual level packing takes longer than all else about the file.
    let packed =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(LEVEL));
    let options = packed.last_modified_time(time(site)).unix_permissions(0o644);
    for (file, bytes) in members {
        let name = format!("{DATA_FOLDER}/{}", file.path_inside(site.data()));
        zip.start_file(name, options).expect("each name stands once, in memory");
        zip.write_all(&bytes).expect("writing to memory does not fail");
    }
    zip.finish().expect("writing to memory does not fail").into_inner()
}

/// The as-of date where the format can hold it, else the first day that it can.
fn time(site: &ExportSite) -> DateTime {
    let day = site.report.as_of;
    let time = u16::try_from(day.year())
        .ok()
        .and_then(|year| DateTime::from_date_and_time(year, day.month() as u8, day.day() as u8, 0, 0, 0).ok());
    time.unwrap_or_default()
}
