//! Sheets as text in, lines out.

use super::*;
use crate::open_data::report_form::Field;
use std::collections::BTreeMap;

#[test]
fn separators_marks_and_line_ends() {
    let expected = [Line {
        number: 3,
        cells: BTreeMap::from([
            (Field::Task, Cell::Text("viec-a".into())),
            (Field::Note, Cell::Text("=1+1\nhai".into())),
        ]),
        odd: Vec::new(),
    }];
    for text in [
        "Mẫu\r\nMã nhiệm vụ,Nội dung báo cáo\r\nviec-a,\"'=1+1\nhai\"\r\n,\r\n",
        "\u{feff}x\ntask;Lạ;report_note\nviec-a;y;\"'=1+1\nhai\"\n;;\n",
        "x\nTask\tReport in words\nviec-a\t\"=1+1\nhai\"\n",
    ] {
        assert_eq!(read(text.as_bytes()).as_deref(), Ok(&expected[..]), "{text}");
    }
    assert_eq!(read(b"a,b\n1,2\n"), Err(SheetError::NoHeads));
    assert_eq!(read(b"task\treport_note\nviec-a\tx,\"y\n").map(|lines| lines.len()), Ok(1));
    for open in ["viec-a,\"x\nviec-b,y\n", "viec-a,\"x", "\"viec-a,x\nviec-b,\"\"\n"] {
        assert_eq!(read(format!("task,report_note\n{open}").as_bytes()), Err(SheetError::OpenQuote(2)), "{open}");
    }
    assert_eq!(read(b"task,report_note\n\xff,x\n"), Err(SheetError::Encoding));
    assert_eq!(read(b"PK\x03\x04 no archive"), Err(SheetError::Damaged));
    assert_eq!(read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(SheetError::Old));
}
