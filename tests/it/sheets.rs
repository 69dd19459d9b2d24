//! Report forms that come back: a cell is taken as it was meant or told by row, and nothing is added twice.

use crate::laws::{THREE, small_files};
use chrono::NaiveDate;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::fmt::Write as _;
use std::io::Write as _;
use tiendo::edit::{
    Bound, ChangeSet, Entry, ReportSheet, SheetError, SheetOptions, Yaml, add_updates, read_reports, read_sheet,
};
use tiendo::load::{Loaded, Snapshot, load};
use tiendo::model::Dataset;
use zip::write::SimpleFileOptions;

const HEADS: [&str; 11] = [
    "Mã nhiệm vụ",
    "Mã cơ quan",
    "Ngày báo cáo",
    "Kết quả báo cáo",
    "Tỷ lệ hoàn thành (0–100)",
    "Ngày có sản phẩm",
    "Nội dung báo cáo",
    "Tên sản phẩm, minh chứng",
    "Số, ký hiệu",
    "Địa chỉ trên mạng",
    "Kỳ",
];
const TASK: u16 = 0;
const AGENCY: u16 = 1;
const DATE: u16 = 2;
const PROGRESS: u16 = 3;
const PERCENT: u16 = 4;
const COMPLETED: u16 = 5;
const NOTE: u16 = 6;
const TITLE: u16 = 7;
const NUMBER: u16 = 8;
const URL: u16 = 9;
const PERIOD: u16 = 10;

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

fn site() -> Snapshot {
    let tasks = "  - {id: viec-a, title: Việc A, lead: [so-a], due: 2024-06-30}\n  \
                 - {id: viec-chung, title: Việc chung, lead: [cac-so], due: {every: month}}";
    Snapshot::of_texts(small_files("", THREE, tasks))
}

fn dataset(snapshot: &Snapshot) -> Option<Dataset> {
    let Loaded { dataset, .. } = load(snapshot, |_| day("2024-07-10"));
    dataset
}

const OPTIONS: SheetOptions<'_> =
    SheetOptions { agency: None, date: NaiveDate::from_ymd_opt(2024, 7, 10).expect("a day") };

fn import(file: &[u8]) -> ReportSheet {
    let lines = read_sheet(file).unwrap_or_else(|e| panic!("{e:?}"));
    read_reports(&lines, &dataset(&site()).expect("a sound site"), OPTIONS)
}

/// A workbook with the heads of the form, and whatever `fill` writes below.
fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, head) in (0..).zip(HEADS) {
        sheet.write_string(0, at, head).expect("a head");
    }
    fill(sheet);
    book.save_to_buffer().expect("a workbook")
}

fn write(entry: &Entry, out: &mut String) {
    for (key, value) in entry {
        match value {
            Yaml::Word(text) | Yaml::Text(text) | Yaml::Quoted(text) => write!(out, " {key}={text:?}").expect("memory"),
            Yaml::Maps(maps) => maps.iter().for_each(|map| write(map, out)),
            Yaml::Words(_) | Yaml::Inline(_) | Yaml::Noted(..) => panic!("no such fields in a report"),
        }
    }
}

/// What a sheet says, one update or error a line.
fn shown(found: &ReportSheet) -> String {
    let mut out = String::new();
    for (task, entry) in &found.updates {
        out.push_str(task);
        write(entry, &mut out);
        out.push('\n');
    }
    for e in &found.errors {
        writeln!(out, "{}: {:?} {:?} [{}]", e.line, e.field, e.reason, e.value).expect("memory");
    }
    for (characters, lines) in &found.odd {
        writeln!(out, "{lines:?}: left out {characters:?}").expect("memory");
    }
    out
}

fn put(sheet: &mut Worksheet, row: u32, texts: &[(u16, &str)]) {
    for (at, text) in texts {
        sheet.write_string(row, *at, *text).expect("a text");
    }
}

/// A task is named by its id or by its number in the register; readings, reasons and proposals come back; a group whose
/// members are not known reports as a whole.
#[test]
fn references_readings_and_reasons_come_back() {
    let tasks = "  - {id: viec-a, title: Việc A, ref: \"15\", lead: so-a, indicator: {label: Tỷ lệ, target: 40}}\n  \
                 - {id: viec-b, title: Việc B, ref: NV-2, lead: so-a}\n  \
                 - {id: viec-ngo, title: Việc ngỏ, ref: \"16\", lead: [so-a, lien-quan]}\n  \
                 - {id: viec-chung, title: Việc chung, lead: [cac-so]}";
    let mut files = small_files("", THREE, tasks);
    let other = "---\ntitle: Họp hai\nheld: 2024-02-10\ndocuments: [{kind: Thông báo, issued: 2024-02-15}]\n---\n";
    let tasks = "document: hop-hai\ntasks:\n  - {id: viec-hai, title: Việc hai, ref: NV-2, lead: so-c}\n";
    files.push(("content/meetings/hop-hai.md".to_owned(), other.to_owned()));
    files.push(("content/tasks/t2.yaml".to_owned(), tasks.to_owned()));
    let snapshot = Snapshot::of_texts(files);
    let sheet = "task,ref,agency,report_date,report_readings,report_note,report_reason,report_proposal\n\
                 viec-a,,,2024-06-01,\"35,5; 40\",,,\n\
                 15,,,2024-06-02,1.234,,,\n\
                 ,15,,2024-06-03,,,Chờ số liệu,Xin lùi hạn\n\
                 NV-2,,,2024-06-04,,Của ai?,,\n\
                 16,,lien-quan,2024-06-05,,Cả nhóm đã làm,,\n\
                 viec-ngo,,so-a,2024-06-06,,Sở A đã làm,,\n\
                 viec-chung,,cac-so,2024-06-07,,Cả nhóm,,\n\
                 ,,,2024-06-08,,Không tên,,\n";
    let read = |snapshot: &Snapshot| {
        read_reports(&read_sheet(sheet.as_bytes()).expect("a form"), &dataset(snapshot).expect("a sound site"), OPTIONS)
    };
    let found = read(&snapshot);
    insta::assert_snapshot!(shown(&found), @r#"
    viec-a date="2024-06-01" value="35.5" value="40"
    viec-a date="2024-06-03" reason="Chờ số liệu" proposal="Xin lùi hạn"
    viec-ngo date="2024-06-05" note="Cả nhóm đã làm"
    viec-ngo date="2024-06-06" agency="so-a" note="Sở A đã làm"
    3: Some(Readings) BadReading [1.234]
    5: Some(Task) AmbiguousReference(["viec-b", "viec-hai"]) [NV-2]
    8: Some(Agency) NoReportOfGroup [cac-so]
    9: Some(Task) NoTask []
    "#);
    let mut changes = ChangeSet::new(&snapshot);
    add_updates(&mut changes, found.updates).expect("added");
    let again = read(&changes.applied());
    assert_eq!((again.updates.len(), again.known), (0, 4), "{}", shown(&again));
}

#[test]
fn cells_are_taken_as_they_are_shown() {
    let format = |code: &str| Format::new().set_num_format(code);
    let file = workbook(|sheet| {
        let mut percent = |row: u32, x: f64, code: &str| {
            put(sheet, row, &[(TASK, "viec-a"), (DATE, "1/6/2024"), (NOTE, &row.to_string())]);
            sheet.write_number_with_format(row, PERCENT, x, &format(code)).expect("a number");
        };
        percent(1, 1.0, "0%");
        percent(2, 0.6, "0.00%");
        percent(3, 0.29, "0 %");
        percent(4, 1.0, "General");
        percent(5, 60.0, "0\"%\"");
        percent(6, 0.6, "General");
        percent(7, 0.605, "0%");
        percent(8, 1.01, "0%");
        for (row, text) in (9..).zip(["60%", "60 %", "0,6", "%"]) {
            put(sheet, row, &[(TASK, "viec-a"), (DATE, "1/6/2024"), (NOTE, &row.to_string()), (PERCENT, text)]);
        }
    });
    insta::assert_snapshot!(shown(&import(&file)), @r#"
    viec-a date="2024-06-01" percent="100" note="1"
    viec-a date="2024-06-01" percent="60" note="2"
    viec-a date="2024-06-01" percent="29" note="3"
    viec-a date="2024-06-01" percent="1" note="4"
    viec-a date="2024-06-01" percent="60" note="5"
    viec-a date="2024-06-01" percent="60" note="9"
    viec-a date="2024-06-01" percent="60" note="10"
    7: Some(Percent) BadPercent [0.6]
    8: Some(Percent) BadPercent [60.5 %]
    9: Some(Percent) BadPercent [101 %]
    12: Some(Percent) BadPercent [0,6]
    13: Some(Percent) BadPercent [%]
    "#);
}

#[test]
fn texts_dates_and_periods_that_a_program_changed_are_told() {
    let format = |code: &str| Format::new().set_num_format(code);
    let june = ExcelDateTime::from_ymd(2024, 6, 1).expect("a day");
    let file = workbook(|sheet| {
        for row in 1..=11 {
            put(sheet, row, &[(TASK, "viec-a"), (NOTE, "Xong")]);
        }
        sheet.write_datetime_with_format(1, NUMBER, &june, &format("mm/yyyy")).expect("a day");
        sheet.write_number(2, NUMBER, 12.0).expect("a number");
        sheet.write_number(3, NUMBER, 12.5).expect("a number");
        sheet.write_number_with_format(4, NUMBER, 12.0, &format("0000")).expect("a number");
        sheet.write_number(5, NUMBER, 1e18).expect("a number");
        sheet.write_boolean(6, NOTE, true).expect("a flag");
        sheet.write_datetime_with_format(7, DATE, &june, &format("d-mmm-yy")).expect("a day");
        sheet.write_number(8, DATE, 45444.0).expect("a number");
        sheet.write_number(9, DATE, 2024.0).expect("a number");
        put(sheet, 10, &[(TASK, "viec-chung"), (AGENCY, "so-a"), (DATE, "30/6/2024")]);
        sheet.write_datetime_with_format(10, PERIOD, &june, &format("mmm-yy")).expect("a day");
        put(sheet, 11, &[(TASK, "viec-chung"), (AGENCY, "so-a"), (PERIOD, "tháng sáu"), (COMPLETED, "chưa rõ")]);
    });
    insta::assert_snapshot!(shown(&import(&file)), @r#"
    viec-a date="2024-07-10" note="Xong" number="12"
    viec-a date="2024-06-01" note="Xong"
    viec-a date="2024" note="Xong"
    viec-chung date="2024-06-30" agency="so-a" period="2024-06" note="Xong"
    2: Some(EvidenceNumber) DayForText [01/06/2024]
    4: Some(EvidenceNumber) NumberForText [12.5]
    5: Some(EvidenceNumber) NumberForText [12]
    6: Some(EvidenceNumber) NumberForText [1e18]
    7: Some(Note) NumberForText [TRUE]
    9: Some(Date) BadDate(Some("01/06/2024")) [45444]
    12: Some(Period) BadPeriod [tháng sáu]
    "#);
}

#[test]
fn nothing_that_failed_is_passed_over() {
    let file = workbook(|sheet| {
        put(sheet, 1, &[(TASK, "viec-a"), (NOTE, "Xong"), (DATE, "#REF!")]);
        put(sheet, 2, &[(TASK, "viec-a"), (NOTE, "#N/A"), (TITLE, "#SPILL!"), (URL, "########"), (NUMBER, "#12")]);
        put(sheet, 3, &[(TASK, "viec-a"), (DATE, "1/6/2024")]);
        put(sheet, 4, &[(NOTE, "Việc nào?")]);
        put(sheet, 5, &[(TASK, "#NAME?"), (AGENCY, "#VALUE!"), (PROGRESS, "Hoàn thành")]);
        put(sheet, 6, &[(TASK, "viec-a"), (AGENCY, "so-a")]);
        put(sheet, 7, &[(TASK, "viec-a")]);
        sheet.write_formula(7, NOTE, Formula::new("A1").set_result("giá trị sau cùng")).expect("a formula");
    });
    insta::assert_snapshot!(shown(&import(&file)), @r#"
    viec-a date="2024-07-10" note="giá trị sau cùng"
    2: Some(Date) ErrorCell [#REF!]
    3: Some(Note) ErrorCell [#N/A]
    3: Some(EvidenceTitle) ErrorCell [#SPILL!]
    3: Some(EvidenceUrl) ErrorCell [########]
    4: Some(Date) NoReport []
    5: Some(Task) NoTask []
    6: Some(Task) ErrorCell [#NAME?]
    6: Some(Agency) ErrorCell [#VALUE!]
    "#);
    let stored = |cell: &str| {
        let rows = format!(
            "<row><c t=\"str\"><v>task</v></c><c t=\"str\"><v>report_date</v></c><c t=\"str\"><v>report_note</v></c></row>\
             <row r=\"7\"><c t=\"str\"><v>viec-a</v></c>{cell}<c t=\"str\"><v>x</v></c></row>"
        );
        shown(&import(&package(&[("xl/s.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"))])))
    };
    for cell in
        ["<c><f>A1</f></c>", "<c><f>A1</f><v/></c>", "<c t=\"n\"><f>A1</f><v></v></c>", "<c t=\"str\"><f>A1</f></c>"]
    {
        assert_eq!(stored(cell), "7: Some(Date) NoValue []\n", "{cell}");
    }
    for (cell, value) in [("<c t=\"e\"><v>#BUSY!</v></c>", "#BUSY!"), ("<c><v>zwölf</v></c>", "zwölf")] {
        assert_eq!(stored(cell), format!("7: Some(Date) ErrorCell [{value}]\n"));
    }
    for cell in ["<c/>", "<c t=\"str\"><f>A1</f><v></v></c>", "<c t=\"inlineStr\"/>"] {
        assert_eq!(stored(cell), "viec-a date=\"2024-07-10\" note=\"x\"\n", "{cell}");
    }
}

/// Decomposed letters, hard blanks, line ends and characters that nobody sees: in heads, ids, words and texts.
#[test]
fn cells_are_cleaned_as_content_is() {
    let decomposed = |text: &str| {
        use unicode_normalization::UnicodeNormalization as _;
        text.nfd().collect::<String>()
    };
    let file = workbook(|sheet| {
        put(sheet, 0, &[(PROGRESS, "KẾT QUẢ\nbáo\u{a0}cáo "), (NOTE, &decomposed("Nội dung báo cáo\u{ad}"))]);
        put(
            sheet,
            1,
            &[
                (TASK, "viec\u{200b}-a\u{a0}"),
                (AGENCY, "\u{feff}so-a"),
                (PROGRESS, &decomposed(" ĐANG \n thực\u{a0}hiện")),
                (NOTE, &decomposed("Đã xong\u{b}\r\n mố \r\ncầu.\u{200b}")),
                (TITLE, "Quyết\u{ad}  định\nsố 1"),
            ],
        );
        put(sheet, 2, &[(TASK, "viec-a"), (DATE, "1/6/2024"), (NOTE, "a_x000B_b _x005F_")]);
    });
    insta::assert_snapshot!(shown(&import(&file)), @r#"
    viec-a date="2024-07-10" progress="in-progress" note="Đã xong\n mố\ncầu." title="Quyết định số 1"
    viec-a date="2024-06-01" note="a_x000B_b _x005F_"
    [2]: left out {'\u{b}', '\u{a0}', '\u{ad}', '\u{200b}', '\u{feff}'}
    "#);
    assert_twice(&file);
}

/// Imports a sheet twice: the second time adds nothing.
fn assert_twice(file: &[u8]) {
    let Ok(lines) = read_sheet(file) else { return };
    let snapshot = site();
    let found = read_reports(&lines, &dataset(&snapshot).expect("a sound site"), OPTIONS);
    let all = found.updates.len() + found.known;
    let mut changes = ChangeSet::new(&snapshot);
    if found.updates.is_empty() || add_updates(&mut changes, found.updates).is_err() {
        return;
    }
    let Some(data) = dataset(&changes.applied()) else { return };
    let again = read_reports(&lines, &data, OPTIONS);
    assert!(again.updates.is_empty(), "{:?}", again.updates);
    assert_eq!(again.known, all);
}

#[test]
fn a_line_that_stands_twice_and_evidence_that_is_new() {
    let csv = |rows: &str| format!("task,report_date,report_note,evidence_title,evidence_number\n{rows}");
    let twice = csv("viec-a,1/6/2024,Xong,,\nviec-a,1/6/2024,Xong,,\nviec-a,1/6/2024,Xong,Quyết định,1\n");
    let found = import(twice.as_bytes());
    assert_eq!((found.updates.len(), found.known), (2, 1));
    assert_twice(twice.as_bytes());
    let bad = "task,report_note,Nội dung  báo cáo\nviec-a,a,b\n";
    assert_eq!(read_sheet(bad.as_bytes()), Err(SheetError::TwoColumns("Nội dung báo cáo".to_owned())));
}

/// A workbook with one sheet; `parts` are added or stand in place of its own.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>")
    };
    let relations = relation("a", "worksheet", "s.xml")
        + &relation("b", "sharedStrings", "t.xml")
        + &relation("c", "styles", "f.xml");
    let own = [
        ("_rels/.rels", format!("<Relationships>{}</Relationships>", relation("a", "officeDocument", "/xl/b.xml"))),
        ("xl/_rels/b.xml.rels", format!("<Relationships>{relations}</Relationships>")),
        ("xl/b.xml", "<workbook><sheets><sheet name=\"Một\" r:id=\"a\"/></sheets></workbook>".to_owned()),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let own =
        own.iter().map(|(name, text)| (*name, text.as_str())).filter(|(name, _)| !parts.iter().any(|p| p.0 == *name));
    for (name, text) in own.chain(parts.iter().copied()) {
        archive.start_file(name, SimpleFileOptions::default()).expect("a member");
        archive.write_all(text.as_bytes()).expect("memory");
    }
    archive.finish().expect("an archive").into_inner()
}

/// What a file states about itself is not believed, and what it makes the program hold is counted.
#[test]
fn sheets_are_bounded() {
    let too_large = |bound| Err(SheetError::TooLarge(bound));
    let sheet = |rows: &str| {
        format!("<worksheet><dimension ref=\"ZZZZZZZZ9999999999:A1\"/><sheetData>{rows}</sheetData></worksheet>")
    };
    let cell = |text: &str| format!("<c t=\"str\"><v>{text}</v></c>");
    let heads = format!("<row>{}{}</row>", cell("task"), cell("report_note"));
    let one = format!("{heads}<row>{}<c t=\"s\"><v>0</v></c></row>", cell("viec-a"));

    let claims = "<sst count=\"4294967295\" uniqueCount=\"4294967295\"><si><t>Xong</t></si></sst>";
    let file = package(&[("xl/s.xml", &sheet(&one)), ("xl/t.xml", claims)]);
    assert_eq!(import(&file).updates.len(), 1, "a count is a claim");

    // 3,000 names of one part of 64 KB: read again for each they would be more than the bound.
    let named = "<sheet name=\"x\" r:id=\"a\"/>".repeat(3_000);
    let part = sheet(&format!("{one}{}", " ".repeat(64 << 10)));
    let file = package(&[
        ("xl/b.xml", &format!("<workbook><sheets>{named}</sheets></workbook>")),
        ("xl/s.xml", &part),
        ("xl/t.xml", claims),
    ]);
    assert_eq!(import(&file).updates.len(), 1, "a part is read once");

    let file = package(&[("xl/s.xml", &sheet(&" ".repeat(Bound::Content.most())))]);
    assert!(file.len() < 1 << 20);
    assert_eq!(read_sheet(&file), too_large(Bound::Content));
    // One text of 1 MB in 200 cells.
    let long = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let rows = format!("{heads}{}", format!("<row>{}<c t=\"s\"><v>0</v></c></row>", cell("viec-a")).repeat(200));
    assert_eq!(read_sheet(&package(&[("xl/s.xml", &sheet(&rows)), ("xl/t.xml", &long)])), too_large(Bound::Content));

    let far = |place: &str| {
        read_sheet(&package(&[("xl/s.xml", &sheet(&format!("{heads}<row><c r=\"{place}\"><v>1</v></c></row>")))]))
    };
    assert_eq!(far("XFE2"), too_large(Bound::Columns));
    assert_eq!(far("ZZZZZZZZZZZZZZ99999999999999999999"), too_large(Bound::Columns));
    assert_eq!(read_sheet(format!("task,report_note\n{}", ",x".repeat(20_000)).as_bytes()), too_large(Bound::Columns));
    let rows = "viec-a,x\n".repeat(Bound::Rows.most() + 1);
    assert_eq!(read_sheet(format!("task,report_note\n{rows}").as_bytes()), too_large(Bound::Rows));
    assert_eq!(read_sheet(&vec![b'x'; Bound::Bytes.most() + 1]), too_large(Bound::Bytes));

    // Entities that the file defines stay unknown; depth is no recursion.
    let bomb = format!(
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>{}",
        sheet(&format!("{heads}<row>{}{}</row>", cell("viec-a"), cell("&a;b")))
    );
    assert_eq!(shown(&import(&package(&[("xl/s.xml", &bomb)]))), "viec-a date=\"2024-07-10\" note=\"b\"\n");
    let deep = format!("{}{}", "<x>".repeat(100_000), "</x>".repeat(100_000));
    assert_eq!(read_sheet(&package(&[("xl/s.xml", &deep)])), Err(SheetError::NoHeads));
}

#[test]
fn files_that_are_no_form_are_told_apart() {
    let form = "<worksheet><sheetData><row><c t=\"str\"><v>task</v></c><c t=\"str\"><v>report_note</v></c></row></sheetData></worksheet>";
    let two = "<workbook><sheets><sheet name=\"Một\" r:id=\"a\"/><sheet name=\"Hai\" r:id=\"b\"/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"S.XML\"/><Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"../xl/z.xml\"/></Relationships>";
    let both =
        package(&[("xl/b.xml", two), ("xl/_rels/b.xml.rels", relations), ("xl/s.xml", form), ("xl\\z.xml", form)]);
    for (file, expected) in [
        (package(&[("_rels/.rels", "<x/>")]), SheetError::Other),
        (package(&[("xl/s.xml", "<row><c></row>")]), SheetError::Damaged),
        (package(&[("xl/s.xml", "<row><c t=\"s\"><v>9</v></c></row>")]), SheetError::Damaged),
        (package(&[]), SheetError::NoHeads),
        (both, SheetError::TwoSheets("Một".to_owned(), "Hai".to_owned())),
        (b"PK\x03\x04".to_vec(), SheetError::Damaged),
        (b"\xd0\xcf\x11\xe0".to_vec(), SheetError::Old),
        (b"\xff\xfet\0a\0s\0k\0".to_vec(), SheetError::Encoding),
    ] {
        assert_eq!(read_sheet(&file), Err(expected));
    }
}

/// A cell as somebody may leave it.
#[derive(Debug, Clone)]
enum Filled {
    Nothing,
    Text(String),
    Number(f64, &'static str),
    Flag(bool),
}

fn filled() -> impl Strategy<Value = Filled> {
    let texts = [
        "viec-a",
        "viec-chung",
        "so-a",
        "so-c",
        "1/6/2024",
        "2024-06",
        "Hoàn thành",
        "đang\u{a0}thực hiện",
        "60 %",
        "chưa rõ",
        "2024-05",
        "https://vidu.example/1",
        "#REF!",
        "'=1+1",
        "\u{200b}",
        "a\r\n\r\n  b \nc",
        "- x\n- y",
        "a: b # c",
        "\u{301}e\u{301}",
        "12/QĐ",
        "| x",
        "...",
        "---",
        "_x000B_",
    ];
    prop_oneof![
        3 => Just(Filled::Nothing),
        8 => proptest::sample::select(texts.to_vec()).prop_map(|text| Filled::Text(text.to_owned())),
        3 => any::<String>().prop_map(Filled::Text),
        2 => (prop_oneof![0.0..1.0, 0.0..101.0, 45_000.0..46_000.0, any::<f64>().prop_filter("finite", |x| x.is_finite())],
              proptest::sample::select(vec!["General", "0%", "dd/mm/yyyy", "0.00", "@"])).prop_map(|(x, format)| Filled::Number(x, format)),
        1 => any::<bool>().prop_map(Filled::Flag),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400), text in "(?s).{0,200}") {
        let _ = read_sheet(&bytes);
        let _ = read_sheet(&[b"PK", &bytes[..]].concat());
        let _ = read_sheet(&package(&[("xl/s.xml", &text)]));
        for part in ["xl/t.xml", "xl/f.xml", "xl/b.xml", "xl/_rels/b.xml.rels", "_rels/.rels"] {
            let _ = read_sheet(&package(&[("xl/s.xml", "<row/>"), (part, &text)]));
        }
        assert_twice(format!("task,report_note,report_date,evidence_title\nviec-a,{text}").as_bytes());
    }

    #[test]
    fn any_form_is_imported_once(rows in proptest::collection::vec(proptest::collection::vec(filled(), 11), 1..6)) {
        let file = workbook(|sheet| {
            for (row, cells) in (1..).zip(&rows) {
                for (at, cell) in (0..).zip(cells) {
                    match cell {
                        Filled::Nothing => {}
                        Filled::Text(text) => drop(sheet.write_string(row, at, text)),
                        Filled::Number(x, format) => drop(sheet.write_number_with_format(row, at, *x, &Format::new().set_num_format(*format))),
                        Filled::Flag(flag) => drop(sheet.write_boolean(row, at, *flag)),
                    }
                }
            }
        });
        assert_twice(&file);
    }

    /// Lines that are nearly always right, so that something is written.
    #[test]
    fn any_report_is_imported_once(notes in proptest::collection::vec((any::<String>(), any::<String>(), filled()), 1..5)) {
        let file = workbook(|sheet| {
            for (row, (note, title, cell)) in (1..).zip(&notes) {
                put(sheet, row, &[(TASK, "viec-a"), (DATE, "1/6/2024"), (NOTE, note), (TITLE, title)]);
                if let Filled::Text(text) = cell {
                    put(sheet, row, &[(NUMBER, text)]);
                }
            }
        });
        assert_twice(&file);
    }
}
