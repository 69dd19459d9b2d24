//! Report forms that come back: any bytes as a file, and any text as a part of a workbook or as its cells.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Write as _;
use tiendo::edit::{ChangeSet, SheetOptions, add_updates, read_reports, read_sheet};
use tiendo::load::{Snapshot, load};
use tiendo::model::Dataset;
use tiendo_fuzz::{day, site_with};
use zip::write::SimpleFileOptions;

const HEADS: &str = "task,agency,report_date,report_progress,report_percent,report_completed_on,report_note,\
    evidence_title,evidence_number,evidence_url,period";

const ROOT: &str = "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const RELATIONS: &str = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/>\
    <Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"t.xml\"/><Relationship Id=\"c\" Type=\"x/styles\" Target=\"f.xml\"/></Relationships>";
const BOOK: &str = "<workbook><sheets><sheet name=\"s\" r:id=\"a\"/></sheets></workbook>";
const TEXTS: &str = "<sst uniqueCount=\"4294967295\"><si><t>task</t></si><si><t>report_note</t></si><si><t>viec</t></si></sst>";
const FORMATS: &str = "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"dd/mm/yyyy\"/></numFmts>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"200\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>";
const SHEET: &str = "<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>\
    <row r=\"2\"><c t=\"s\"><v>2</v></c><c t=\"s\"><v>1</v></c></row></sheetData></worksheet>";

/// A workbook of these parts; `path` stands in place of its own part.
fn package(path: &str, part: &str) -> Vec<u8> {
    let own = [
        ("_rels/.rels", ROOT),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/workbook.xml", BOOK),
        ("xl/t.xml", TEXTS),
        ("xl/f.xml", FORMATS),
        ("xl/s.xml", SHEET),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in own {
        archive.start_file(name, options).expect("a member");
        archive.write_all(if name == path { part } else { text }.as_bytes()).expect("memory");
    }
    archive.finish().expect("an archive").into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A sheet with all heads; cells are split by `|`, lines by line ends, and the first character of a cell says what it is.
fn sheet(text: &str) -> String {
    let head: String = HEADS.split(',').map(|head| format!("<c t=\"str\"><v>{head}</v></c>")).collect();
    let mut rows = format!("<row>{head}</row>");
    for line in text.lines() {
        rows.push_str("<row>");
        for cell in line.split('|') {
            let mut chars = cell.chars();
            let kind = chars.next();
            let value = escaped(chars.as_str());
            rows.push_str(&match kind {
                Some('#') => format!("<c><v>{value}</v></c>"),
                Some('%') => format!("<c s=\"1\"><v>{value}</v></c>"),
                Some('/') => format!("<c s=\"2\"><v>{value}</v></c>"),
                Some('0') => format!("<c s=\"3\"><v>{value}</v></c>"),
                Some('!') => format!("<c t=\"e\"><v>{value}</v></c>"),
                Some('?') => format!("<c t=\"b\"><v>{value}</v></c>"),
                Some('=') => format!("<c><f>{value}</f></c>"),
                Some('s') => format!("<c t=\"s\"><v>{value}</v></c>"),
                Some('d') => format!("<c t=\"d\"><v>{value}</v></c>"),
                Some(_) => format!("<c t=\"inlineStr\"><is><t>{value}</t></is></c>"),
                None => "<c/>".to_owned(),
            });
        }
        rows.push_str("</row>");
    }
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

fn dataset(snapshot: &Snapshot) -> Option<Dataset> {
    load(snapshot, |_| day(2024, 200)).dataset
}

/// Imports a sheet twice: the second time adds nothing.
fn import(file: &[u8]) {
    let Ok(lines) = read_sheet(file) else { return };
    let snapshot = site_with("", "");
    let data = dataset(&snapshot).expect("a sound site");
    for agency in [None, Some("bo-a")] {
        let options = SheetOptions { agency, date: day(2024, 190) };
        let found = read_reports(&lines, &data, options);
        let new = found.updates.len() + found.known;
        let mut changes = ChangeSet::new(&snapshot);
        if found.updates.is_empty() || add_updates(&mut changes, found.updates).is_err() {
            continue;
        }
        let Some(data) = dataset(&changes.applied()) else { continue };
        let again = read_reports(&lines, &data, options);
        assert!(again.updates.is_empty(), "added twice: {:?}", again.updates);
        assert_eq!(again.known, new);
    }
}

fuzz_target!(|data: &[u8]| {
    let Some((which, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    match which % 8 {
        0 => import(rest),
        1 => import(format!("{HEADS}\n{text}").as_bytes()),
        2 => import(&package("xl/s.xml", &text)),
        3 => import(&package("xl/t.xml", &text)),
        4 => import(&package("xl/f.xml", &text)),
        5 => import(&package("xl/workbook.xml", &text)),
        6 => import(&package("xl/_rels/workbook.xml.rels", &text)),
        _ => import(&package("xl/s.xml", &sheet(&text))),
    }
});
