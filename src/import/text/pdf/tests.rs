//! Invented files, written here object by object.

use super::text;
use crate::import::paper::{Block, Merged};
use crate::import::text::{Unreadable, read};
use std::fmt::Write;

/// Words at a place of the page, in points from below, and their size.
pub fn words(x: u32, y: u32, size: u32, text: &str) -> String {
    let codes = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect::<Vec<_>>().concat();
    format!("BT /F {size} Tf {x} {y} Td <{codes}> Tj ET ")
}

/// A file whose codes are those of Unicode, each letter half as wide as it is high.
pub fn pdf(pages: &[String], trailer: &str) -> Vec<u8> {
    let map = "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0020> <1eff> <0020> endbfrange";
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 6 + 2 * n)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{}]/Resources<</Font<</F 3 0 R>>>>>>", pages.len(), kids.join(" ")),
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>".to_owned(),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 500>>".to_owned(),
        format!("<</Length {}>>stream\n{map}\nendstream", map.len()),
    ];
    for (n, content) in pages.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {} 0 R>>", 7 + 2 * n));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    let mut file: String = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", n + 1);
    }
    let xref = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    file.extend(places.iter().map(|place| format!("{place:010} 00000 n \n")));
    let _ = write!(file, "trailer<</Size {}/Root 1 0 R{trailer}>>\nstartxref\n{xref}\n%%EOF", objects.len() + 1);
    file.into_bytes()
}

#[test]
fn lines_are_read_from_above() {
    let page = [
        words(60, 700, 14, "rà soát quy trình."),
        words(100, 720, 14, "1. Giao Sở Giả định"),
        words(60, 740, 14, "BỘ GIẢ ĐỊNH"),
        words(360, 740, 14, "CỘNG HÒA"),
    ];
    let (text, _) = text(&pdf(&[page.concat(), words(60, 700, 14, "Trang sau")], "")).expect("readable");
    let lines: Vec<&str> = text.split(['\n', '\u{c}']).map(str::trim).filter(|line| !line.is_empty()).collect();
    assert!(lines[0].starts_with("BỘ GIẢ ĐỊNH   ") && lines[0].ends_with("   CỘNG HÒA"), "{}", lines[0]);
    assert_eq!(lines[1..], ["1. Giao Sở Giả định", "rà soát quy trình.", "Trang sau"]);
}

#[test]
fn letters_over_a_blank_are_one_word() {
    let page = [words(60, 740, 14, "Số:"), words(81, 740, 14, "        /TB"), words(84, 740, 14, "123")];
    assert_eq!(
        text(&pdf(&[page.concat()], "")).map(|(text, _)| text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Ok("Số: 123 /TB".to_owned())
    );
}

#[test]
fn footnotes_and_their_signs_are_told_by_size() {
    let page = [
        words(60, 700, 14, "Các sở báo cáo kết quả"),
        words(214, 706, 8, "1"),
        words(60, 680, 14, "diện tích 5 m"),
        words(151, 686, 8, "2"),
        words(60, 60, 7, "1"),
        words(64, 56, 10, "Theo báo cáo của Sở."),
    ];
    let paper = read(&pdf(&[page.concat()], ""), "a.pdf").expect("readable");
    let texts: Vec<&str> = paper.notes.iter().map(|note| &*note.text).collect();
    assert_eq!(texts, ["Theo báo cáo của Sở."]);
    let Some(Block::Paragraph(first)) = paper.blocks.first() else { panic!("a paragraph") };
    assert_eq!(first.text, "Các sở báo cáo kết quả diện tích 5 m2");
}

#[test]
fn tables_are_told_by_their_lines() {
    // Three columns at 60, 100, 400, 540; the first row over two of them, the last cell over two rows.
    let lines =
        "60 600 480 120 re S 100 600 m 100 690 l S 400 600 m 400 720 l S 60 690 480 0.5 re f 60 640 340 0.5 re f ";
    let first = [
        words(60, 750, 14, "Phụ lục các nhiệm vụ"),
        lines.to_owned(),
        words(70, 700, 12, "Nhiệm vụ"),
        words(410, 700, 12, "Chủ trì"),
        words(70, 670, 12, "1"),
        words(110, 670, 12, "Rà soát quy trình nội bộ của các đơn vị trong"),
        words(110, 655, 12, "toàn ngành"),
        words(410, 670, 12, "Sở Một"),
        words(410, 655, 12, "Sở Hai"),
        words(70, 620, 12, "2"),
        words(110, 620, 12, "Báo cáo kết quả"),
    ];
    // On the next page the last row goes on, and another follows.
    let second = [
        "60 600 480 100 re S 100 600 m 100 700 l S 400 600 m 400 700 l S 60 650 m 540 650 l S ".to_owned(),
        words(110, 680, 12, "hằng tháng."),
        words(70, 620, 12, "3"),
        words(110, 620, 12, "Họp"),
        words(60, 560, 14, "Sau bảng"),
    ];
    let paper = read(&pdf(&[first.concat(), second.concat()], ""), "a.pdf").expect("readable");
    let [Block::Paragraph(_), Block::Table(table), Block::Paragraph(last)] = &paper.blocks[..] else {
        panic!("{:?}", paper.blocks)
    };
    let texts: Vec<Vec<&str>> = table.rows.iter().map(|row| row.cells.iter().map(|c| &*c.text).collect()).collect();
    assert_eq!(
        texts,
        [
            ["Nhiệm vụ", "", "Chủ trì"],
            ["1", "Rà soát quy trình nội bộ của các đơn vị trong toàn ngành", "Sở Một\nSở Hai"],
            ["2", "Báo cáo kết quả hằng tháng.", ""],
            ["3", "Họp", ""]
        ]
    );
    assert_eq!((table.rows[0].cells[1].merged, table.rows[2].cells[2].merged), (Merged::Left, Merged::Above));
    assert_eq!(last.text, "Sau bảng");
}

#[test]
fn files_without_text_are_refused() {
    let text = |bytes: &[u8]| text(bytes).map(|_| ());
    assert_eq!(text(&pdf(&["0 0 m 9 9 l S".to_owned()], "")), Err(Unreadable::Scan));
    let unknown = words(60, 700, 14, "\u{f111}\u{f112}");
    assert_eq!(text(&pdf(&[unknown], "")), Err(Unreadable::Scan));
    let locked = "/Encrypt<</Filter/Standard/V 1/R 2/O(a)/U(b)/P -1>>/ID[(a)(a)]";
    assert_eq!(text(&pdf(&[words(60, 700, 14, "Văn bản")], locked)), Err(Unreadable::Encrypted));
    assert_eq!(text(b"%PDF-1.7 nothing"), Err(Unreadable::Damaged));
}
