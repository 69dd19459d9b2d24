//! Invented files, written here object by object.

use super::text;
use crate::import::paper::Block;
use crate::import::text::{Unreadable, read};

/// Words at a place of the page, in points from below, and their size.
pub fn words(x: u32, y: u32, size: u32, text: &str) -> String {
    let codes: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
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
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let xref = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    file.extend(places.iter().map(|place| format!("{place:010} 00000 n \n")));
    file.push_str(&format!("trailer<</Size {}/Root 1 0 R{trailer}>>\nstartxref\n{xref}\n%%EOF", objects.len() + 1));
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
    let text = text(&pdf(&[page.concat(), words(60, 700, 14, "Trang sau")], "")).expect("readable");
    let lines: Vec<&str> = text.split(['\n', '\u{c}']).map(str::trim).filter(|line| !line.is_empty()).collect();
    assert!(lines[0].starts_with("BỘ GIẢ ĐỊNH   ") && lines[0].ends_with("   CỘNG HÒA"), "{}", lines[0]);
    assert_eq!(lines[1..], ["1. Giao Sở Giả định", "rà soát quy trình.", "Trang sau"]);
}

#[test]
fn letters_over_a_blank_are_one_word() {
    let page = [words(60, 740, 14, "Số:"), words(81, 740, 14, "        /TB"), words(84, 740, 14, "123")];
    assert_eq!(
        text(&pdf(&[page.concat()], "")).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
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
fn files_without_text_are_refused() {
    assert_eq!(text(&pdf(&["0 0 m 9 9 l S".to_owned()], "")), Err(Unreadable::Scan));
    let unknown = words(60, 700, 14, "\u{f111}\u{f112}");
    assert_eq!(text(&pdf(&[unknown], "")), Err(Unreadable::Scan));
    let locked = "/Encrypt<</Filter/Standard/V 1/R 2/O(a)/U(b)/P -1>>/ID[(a)(a)]";
    assert_eq!(text(&pdf(&[words(60, 700, 14, "Văn bản")], locked)), Err(Unreadable::Encrypted));
    assert_eq!(text(b"%PDF-1.7 nothing"), Err(Unreadable::Damaged));
}
