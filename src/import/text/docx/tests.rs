//! Invented documents, made here from their parts.

use crate::import::paper::{Block, Merged, Paper, Remark};
use crate::import::text::{Unreadable, read};
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// An archive of these parts, with what makes it a document.
pub fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let kinds = ["styles", "numbering", "footnotes", "comments"];
    let relation = |kind: &&str| format!(r#"<Relationship Id="{kind}" Type="a/{kind}" Target="{kind}.xml"/>"#);
    let relations = kinds.iter().map(relation).collect::<Vec<_>>().concat();
    let fixed = [
        (
            "[Content_Types].xml",
            format!(r#"<Types><Override PartName="/word/document.xml" ContentType="{TYPES}"/></Types>"#),
        ),
        (
            "_rels/.rels",
            r#"<R><Relationship Id="a" Type="a/officeDocument" Target="word/document.xml"/></R>"#.to_owned(),
        ),
        ("word/_rels/document.xml.rels", format!("<R>{relations}</R>")),
    ];
    let fixed = fixed.iter().filter(|(name, _)| parts.iter().all(|(own, _)| own != name));
    for (name, text) in fixed.map(|(n, t)| (*n, t.as_str())).chain(parts.iter().copied()) {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("a part");
    }
    archive.finish().expect("an archive").into_inner()
}

fn body(inner: &str) -> String {
    format!(r#"<w:document xmlns:w="w" xmlns:mc="mc"><w:body>{inner}</w:body></w:document>"#)
}

fn paper(inner: &str, parts: &[(&str, &str)]) -> Paper {
    let body = body(inner);
    let parts: Vec<(&str, &str)> =
        [("word/document.xml", body.as_str())].into_iter().chain(parts.iter().copied()).collect();
    read(&docx(&parts), "a.docx").expect("readable")
}

/// Paragraphs as they are printed; `|` between the cells of a row, `^` and `<` where a cell is part of another.
fn printed(paper: &Paper) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(paragraph.printed()),
            Block::Table(table) => lines.extend(table.rows.iter().map(|row| {
                let cells = row.cells.iter().map(|cell| match cell.merged {
                    Merged::No => cell.text.clone(),
                    Merged::Above => "^".to_owned(),
                    Merged::Left => "<".to_owned(),
                });
                cells.collect::<Vec<_>>().join("|")
            })),
        }
    }
    lines
}

#[test]
fn runs_are_joined_and_revisions_followed() {
    let inner = r#"<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>THÔNG </w:t></w:r><w:r><w:t>BÁO</w:t></w:r></w:p>
        <w:p><w:r><w:t>Giao Sở </w:t></w:r><w:del><w:r><w:delText>B</w:delText></w:r></w:del><w:ins><w:r><w:t>A</w:t></w:r></w:ins>
            <w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>
            <w:r><w:tab/><w:t>ra&#x300; soa&#x301;t</w:t><w:br/><w:t>- Việc &amp; lời</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Hai nửa </w:t></w:r></w:p><w:p><w:r><w:t>một đoạn</w:t></w:r></w:p>"#;
    let notes = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p/></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:t>Theo báo cáo.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let paper = paper(inner, &[("word/footnotes.xml", notes)]);
    assert_eq!(printed(&paper), ["THÔNG BÁO", "Giao Sở A rà soát", "- Việc & lời", "Hai nửa một đoạn"]);
    assert_eq!(paper.notes.iter().map(|note| &*note.text).collect::<Vec<_>>(), ["Theo báo cáo."]);
    assert!(matches!(&paper.blocks[0], Block::Paragraph(p) if p.centred));
}

#[test]
fn text_boxes_are_read_once() {
    let inner = r"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></mc:Choice>
        <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>
        <w:r><w:t>Ngoài khung</w:t></w:r></w:p>";
    assert_eq!(printed(&paper(inner, &[])), ["Trong khung", "Ngoài khung"]);
}

#[test]
fn numbers_are_counted_in_text_and_tables() {
    let numbering = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="Y"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#;
    let item = |level: &str, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let inner = [
        item("0", "Một"),
        r#"<w:p><w:pPr><w:pStyle w:val="Y"/></w:pPr><w:r><w:t>Ý</w:t></w:r></w:p>"#.to_owned(),
        item("1", "Ý hai"),
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", item("0", "")),
        item("0", "Ba"),
        r#"<w:p><w:pPr><w:pStyle w:val="Y"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>Không số</w:t></w:r></w:p>"#.to_owned(),
    ];
    let parts = [("word/numbering.xml", numbering), ("word/styles.xml", styles)];
    assert_eq!(printed(&paper(&inner.concat(), &parts)), ["1. Một", "a) Ý", "b) Ý hai", "2.|", "3. Ba", "Không số"]);
}

#[test]
fn merged_cells_stand_on_the_grid() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let rows = [
        [cell(r#"<w:gridSpan w:val="2"/>"#, "Đầu"), cell("", "C")].concat(),
        [cell(r#"<w:vMerge w:val="restart"/>"#, "1"), cell("", "Việc"), cell("", "x<w:br/>y")].concat(),
        [cell("<w:vMerge/>", ""), cell("", "<w:ins>Khác</w:ins>")].concat(),
    ];
    let rows = rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect::<Vec<_>>().concat();
    let deleted = format!("<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>", cell("", "bỏ"));
    let nested =
        format!("<w:tr>{}<w:tc><w:tbl><w:tr>{}</w:tr></w:tbl><w:p/></w:tc></w:tr>", cell("", "2"), cell("", "trong"));
    let paper = paper(&format!("<w:tbl>{rows}{deleted}{nested}</w:tbl>"), &[]);
    assert_eq!(printed(&paper), ["Đầu|<|C", "1|Việc|x\ny", "^|Khác|", "2|trong|"]);
}

#[test]
fn old_fonts_are_put_into_unicode() {
    let run =
        |font: &str, text: &str| format!(r#"<w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr><w:t>{text}</w:t></w:r>"#);
    let inner = format!(
        "<w:p>{}</w:p><w:p>{}{}</w:p>",
        run(".VnTimeH", "th«ng b¸o"),
        run(".VnTime", "Së T&#xAD; ph¸p rµ so¸t, cã "),
        run("Times New Roman", "báo cáo của Sở")
    );
    let paper = paper(&inner, &[]);
    assert_eq!(printed(&paper), ["THÔNG BÁO", "Sở Tư pháp rà soát, có báo cáo của Sở"]);
    assert_eq!(paper.remarks, [Remark::Tcvn3]);
}

#[test]
fn what_is_no_document_is_refused() {
    let text = body("<w:p><w:r><w:t>Văn bản</w:t></w:r></w:p>");
    let refused = |parts: &[(&str, &str)]| read(&docx(parts), "a.docx").err();
    assert_eq!(
        refused(&[("word/document.xml", &text), ("[Content_Types].xml", "macroEnabled")]),
        Some(Unreadable::Macros)
    );
    assert_eq!(refused(&[("[Content_Types].xml", "wordprocessingml")]), Some(Unreadable::Damaged));
    assert_eq!(
        refused(&[("word/document.xml", &text), ("[Content_Types].xml", "presentationml")]),
        Some(Unreadable::Format)
    );
    assert_eq!(refused(&[("word/document.xml", &body("<w:p/>"))]), Some(Unreadable::Empty));
    let picture = body("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>");
    assert_eq!(refused(&[("word/document.xml", &picture)]), Some(Unreadable::Scan));
    let deep = body(&"<w:p>".repeat(100));
    assert_eq!(refused(&[("word/document.xml", &deep)]), Some(Unreadable::Damaged));
}
