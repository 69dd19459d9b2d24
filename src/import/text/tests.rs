//! Formats by their content, with invented files.

use super::{Unreadable, read};
use crate::import::paper::{Block, Merged, Table};
use std::io::Write;

fn tables(bytes: &[u8], name: &str) -> Vec<Table> {
    let blocks = read(bytes, name).expect("readable").blocks;
    blocks.into_iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

fn texts(table: &Table) -> Vec<(u32, String)> {
    let row = |cells: &[crate::import::paper::Cell]| {
        let cells = cells.iter().map(|cell| match cell.merged {
            Merged::No => cell.text.clone(),
            Merged::Above => "^".to_owned(),
            Merged::Left => "<".to_owned(),
        });
        cells.collect::<Vec<_>>().join("|")
    };
    table.rows.iter().map(|r| (r.number, row(&r.cells))).collect()
}

#[test]
fn workbooks_as_they_stand() {
    let sheet = r#"<worksheet><sheetData>
        <row r="2"><c r="A2" t="inlineStr"><is><t>SỔ THEO DÕI</t></is></c></row>
        <row r="4"><c r="A4"><v>1</v></c><c r="B4" t="inlineStr"><is><t>Rà soát&#10;báo cáo</t></is></c><c r="C4" s="1"><v>45833</v></c></row>
        <row r="5"><c r="A5"><v>2.50</v></c><c r="C5" s="2"><v>0.125</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A2:C2"/><mergeCell ref="B4:B5"/></mergeCells></worksheet>"#;
    let parts = [
        ("[Content_Types].xml", "spreadsheetml"),
        ("_rels/.rels", r#"<R><Relationship Id="a" Type="a/officeDocument" Target="xl/workbook.xml"/></R>"#),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<R><Relationship Id="s" Type="a/worksheet" Target="s.xml"/><Relationship Id="h" Type="a/worksheet" Target="h.xml"/><Relationship Id="t" Type="a/styles" Target="styles.xml"/></R>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook><sheets><sheet name="Bộ" r:id="s"/><sheet name="Ẩn" state="hidden" r:id="h"/></sheets></workbook>"#,
        ),
        (
            "xl/styles.xml",
            r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>"#,
        ),
        ("xl/s.xml", sheet),
        ("xl/h.xml", sheet),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("a part");
    }
    let bytes = archive.finish().expect("an archive").into_inner();
    let tables = tables(&bytes, "a.xlsx");
    assert_eq!(tables.len(), 1, "hidden sheets are left out");
    assert_eq!(tables[0].sheet.as_deref(), Some("Bộ"));
    let expected = [(2, "SỔ THEO DÕI|<|<"), (4, "1|Rà soát\nbáo cáo|2025-06-25"), (5, "2.5|^|12.5%")];
    assert_eq!(texts(&tables[0]), expected.map(|(n, text)| (n, text.to_owned())));
    assert!(tables[0].rows[1].cells[2].is_day);
}

#[test]
fn text_with_separators_is_told_by_its_name() {
    let text = "\u{feff}TT;Việc;Hạn\r\n1;\"Rà soát,\r\nbáo cáo\";30/6\r\n\r\n2;Họp;\r\n";
    let expected = [(1, "TT|Việc|Hạn"), (2, "1|Rà soát,\nbáo cáo|30/6"), (4, "2|Họp|")];
    assert_eq!(texts(&tables(text.as_bytes(), "So.CSV")[0]), expected.map(|(n, text)| (n, text.to_owned())));
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("a\tb\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(texts(&tables(&wide, "a.tsv")[0]), [(1, "a|b".to_owned())]);
    assert!(tables(text.as_bytes(), "a.txt").is_empty());
}

#[test]
fn what_is_not_read_is_told_by_its_content() {
    let stream = |name: &str| {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes);
        [0xd0, 0xcf, 0x11, 0xe0].into_iter().chain(name).collect::<Vec<u8>>()
    };
    for (bytes, expected) in [
        (Vec::new(), Unreadable::Empty),
        (b" \n\n".to_vec(), Unreadable::Empty),
        (b"PK\x03\x04".to_vec(), Unreadable::Damaged),
        (stream("EncryptedPackage"), Unreadable::Encrypted),
        (stream("WordDocument"), Unreadable::OldWord),
        (stream("Workbook"), Unreadable::Damaged),
        (b"{\\rtf1 }".to_vec(), Unreadable::OldWord),
        (b"\x89PNG\r\n".to_vec(), Unreadable::Scan),
        (b"<!DOCTYPE html><p>".to_vec(), Unreadable::Format),
        (b"\x7fELF\0\0".to_vec(), Unreadable::Format),
    ] {
        assert_eq!(read(&bytes, "a.docx"), Err(expected), "{bytes:?}");
    }
}
