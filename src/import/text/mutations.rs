//! Papers that are damaged in hundreds of ways: each is read or refused, and none stops the program or keeps it busy.

use super::docx::tests::docx;
use super::pdf::tests::{pdf, words};
use super::read;
use crate::import::reading;
use crate::import::resolved::Resolved;
use crate::import::write::{Taken, document_id, task_entries};

/// Copies of each paper.
const COPIES: u32 = 120;

/// Numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (n.max(1) as u64)).expect("below a length")
    }
}

const SENTENCE: &str =
    "1. Giao Sở Giả định chủ trì, phối hợp với Sở Thử nghiệm rà soát quy trình, báo cáo trước ngày 30 tháng 4.";

fn body() -> String {
    let number = r#"<w:pPr><w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>"#;
    let paragraph = format!("<w:p>{number}<w:r><w:t>{SENTENCE}</w:t></w:r></w:p>");
    let cell =
        format!(r#"<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>{paragraph}</w:tc>"#);
    let table =
        format!("<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>");
    format!(
        r#"<w:document xmlns:w="w"><w:body>{paragraph}{table}<w:del>{paragraph}</w:del>{paragraph}</w:body></w:document>"#
    )
}

const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
    <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
    <w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

/// Bytes are changed, taken out, doubled, put elsewhere; or the end is missing.
fn damaged(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=dice.below(6) {
        let (from, size) = (dice.below(bytes.len()), dice.below(64));
        let end = (from + size).min(bytes.len());
        match dice.below(5) {
            0 => bytes.truncate(from.max(16)),
            1 => bytes[from..end].iter_mut().for_each(|b| *b = dice.below(256) as u8),
            2 => drop(bytes.drain(from..end)),
            3 => {
                let piece = bytes[from..end].to_vec();
                let at = dice.below(bytes.len());
                bytes.splice(at..at, piece);
            }
            _ => {
                // Numbers become large: counts, sizes, spans.
                let digits = bytes.iter_mut().skip(from).filter(|b| b.is_ascii_digit());
                digits.take(4).for_each(|b| *b = b'9');
            }
        }
    }
    bytes
}

fn try_all(name: &str, papers: impl Iterator<Item = Vec<u8>>) {
    for bytes in papers {
        // What could be read goes all the way to entries of content.
        let Ok(paper) = read(&bytes, name) else { continue };
        let draft = reading::read(&paper, "a", None);
        let names = Resolved::default();
        let entries = task_entries(&draft.tasks, &names, &mut Taken::default());
        let parts: usize = draft.tasks.iter().map(|task| task.parts.len()).sum();
        assert_eq!(entries.len(), draft.tasks.len() + parts);
        let id = document_id(&draft.document);
        assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{id} is the name of a file");
    }
}

#[test]
fn damaged_texts_and_tables_of_text() {
    let dice = &mut Dice(1);
    let text = format!(
        "BỘ GIẢ ĐỊNH      CỘNG HÒA\nSố: 1/TB      Hà Nội, ngày 1 tháng 2 năm 2026\n\n{SENTENCE}\n| a | b |\n|---|---|\n| c |\n\u{c}\n3\nNơi nhận:      KT. BỘ TRƯỞNG\n- Lưu.      A\n[^1]: Ghi chú\n"
    );
    try_all("a.md", (0..COPIES).map(|_| damaged(text.repeat(3).as_bytes(), dice)));
    let sheet = "TT;Việc;Hạn\r\n1;\"Rà soát;\r\nbáo cáo\";30/6\r\n".repeat(20);
    try_all("a.csv", (0..COPIES).map(|_| damaged(sheet.as_bytes(), dice)));
}

#[test]
fn damaged_documents() {
    let dice = &mut Dice(2);
    let body = body();
    let whole = docx(&[("word/document.xml", &body), ("word/numbering.xml", NUMBERING)]);
    try_all("a.docx", (0..COPIES).map(|_| damaged(&whole, dice)));
    let inside = (0..COPIES).map(|_| {
        let [body, numbering] = [body.as_str(), NUMBERING].map(|part| damaged(part.as_bytes(), dice));
        let [body, numbering] = [body, numbering].map(|part| String::from_utf8_lossy(&part).into_owned());
        docx(&[("word/document.xml", &body), ("word/numbering.xml", &numbering)])
    });
    try_all("a.docx", inside);
}

#[test]
fn damaged_pages() {
    let dice = &mut Dice(3);
    let page = [words(60, 740, 14, SENTENCE), words(60, 700, 14, SENTENCE), words(60, 60, 9, "1")].concat();
    let whole = pdf(&[page.clone(), page], "");
    try_all("a.pdf", (0..COPIES).map(|_| damaged(&whole, dice)));
}
