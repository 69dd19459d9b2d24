//! One ZIP of all tables with their descriptions. All times in it are the as-of date.

use crate::open_data::data_files::DataFiles;
use crate::open_data::files::DataFile;
use crate::open_data::site::ExportSite;
use crate::open_data::tables::ALL;
use crate::plan::route::DATA_FOLDER;
use chrono::Datelike;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

pub(in crate::open_data) fn members(data_files: &DataFiles) -> impl Iterator<Item = DataFile> {
    let tables = ALL.iter().flat_map(|t| [DataFile::Csv(t.id), DataFile::Json(t.id), DataFile::Schema(t.id)]);
    // The workbook comes last: while the tables are packed, another thread may be making it for its own file.
    let workbook = data_files.has(DataFile::Workbook).then_some(DataFile::Workbook);
    [DataFile::Package].into_iter().chain(tables).chain(workbook)
}

/// The archive: a folder of the name that the files have on the site, so that relative references hold.
pub(in crate::open_data) fn bytes(site: &ExportSite, members: impl Iterator<Item = (DataFile, Vec<u8>)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(time(site)).unix_permissions(0o644);
    for (file, bytes) in members {
        let name = format!("{DATA_FOLDER}/{}", file.path_inside(site.data()));
        let options = match file {
            // A workbook is an archive itself.
            DataFile::Workbook => options.compression_method(CompressionMethod::Stored),
            // Light compression: packing took more than half of the time.
            _ => options.compression_method(CompressionMethod::Deflated).compression_level(Some(3)),
        };
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
