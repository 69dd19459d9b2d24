//! The text of a document part: paragraphs and tables in their order (ECMA-376, 17.3, 17.4).

use super::numbering::Numbering;
use super::styles::{Look, Styles, font};
use super::table;
use crate::edit::{SheetError, add_text, attribute, walk};
use crate::import::paper::{Block, Paragraph, Place, Remark};
use crate::import::text::line::is_finished;
use crate::import::text::{clean, labels, old_fonts};
use crate::load::OldFont;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};

/// Paragraphs and tables inside each other: text boxes in text boxes.
const MAX_DEPTH: usize = 40;

/// What is left out, with all that is in it: deleted text, earlier looks, the copy of a text box for old programs.
const LEFT_OUT: &[&str] = &[
    "del",
    "moveFrom",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "numberingChange",
    "Fallback",
    "sdtPr",
];

/// A paragraph that is being read.
#[derive(Default)]
struct Open {
    text: String,
    style: String,
    list: Option<String>,
    level: Option<usize>,
    alignment: Option<String>,
    /// The part of the text that one run added is from here on.
    run: usize,
    font: Option<String>,
    hidden: bool,
    /// Its end was taken out by a revision: the next one goes on with it.
    joined: bool,
}

/// Reads the parts of one document.
pub struct Body<'a> {
    pub blocks: Vec<Block>,
    styles: &'a Styles,
    looks: BTreeMap<String, Look>,
    numbering: Numbering,
    open: Vec<Open>,
    tables: Vec<table::Open>,
    left_out: u32,
    in_text: bool,
    /// Inside the properties of a paragraph, of its mark, of a row.
    of_paragraph: bool,
    of_mark: bool,
    of_row: bool,
    joined: String,
    paragraphs: u32,
    number_of_tables: u32,
    /// Whether there is a picture.
    pub pictures: bool,
    /// Old fonts in whose letters some words are, and those of which words were converted.
    old: Vec<OldFont>,
    pub converted: BTreeSet<Remark>,
}

impl<'a> Body<'a> {
    pub fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            blocks: Vec::new(),
            styles,
            looks: BTreeMap::new(),
            numbering,
            open: Vec::new(),
            tables: Vec::new(),
            left_out: 0,
            in_text: false,
            of_paragraph: false,
            of_mark: false,
            of_row: false,
            joined: String::new(),
            paragraphs: 0,
            number_of_tables: 0,
            pictures: false,
            old: Vec::new(),
            converted: BTreeSet::new(),
        }
    }

    /// Reads `document.xml`.
    pub fn read(&mut self, part: &str) -> Result<(), SheetError> {
        self.old = old_fonts::in_use(part);
        walk(part, |event| {
            match event {
                Event::Start(e) => self.start(e)?,
                Event::End(e) => self.end(e.local_name().as_ref()),
                text if self.in_text && self.left_out == 0 => {
                    if let Some(open) = self.open.last_mut() {
                        add_text(text, &mut open.text);
                    }
                }
                _ => {}
            }
            Ok(())
        })
    }

    fn start(&mut self, e: &BytesStart<'_>) -> Result<(), SheetError> {
        let local = e.local_name();
        let name = local.as_ref();
        match name {
            // The marks of a deleted row and of a deleted end of a paragraph are empty elements of the same name.
            "del" if self.left_out == 0 && self.of_row => {
                if let Some(table) = self.tables.last_mut().filter(|table| table.inner == 0) {
                    table.delete_row();
                }
            }
            "del" if self.left_out == 0 && self.of_mark => {
                if let Some(open) = self.open.last_mut() {
                    open.joined = true;
                }
            }
            _ => {}
        }
        if self.left_out > 0 || LEFT_OUT.contains(&name) {
            self.left_out += 1;
            return Ok(());
        }
        let value = || attribute(e, "val");
        if let Some(table) = self.tables.last_mut().filter(|table| table.inner == 0) {
            match name {
                "tr" => table.begin_row(),
                "gridBefore" => table.leave_out(value().parse().unwrap_or(0)),
                "tc" => table.begin_cell(),
                "gridSpan" => table.span(value().parse().unwrap_or(1)),
                "vMerge" if value() != "restart" => table.go_on(),
                _ => {}
            }
        }
        match name {
            "p" => {
                let text = std::mem::take(&mut self.joined);
                self.open.push(Open { text, ..Open::default() });
            }
            "tbl" => match self.tables.last_mut() {
                Some(table) => table.inner += 1,
                None => self.tables.push(table::Open::default()),
            },
            "trPr" => self.of_row = true,
            "pPr" => self.of_paragraph = true,
            "rPr" if self.of_paragraph => self.of_mark = true,
            "blip" | "imagedata" => self.pictures = true,
            _ => {}
        }
        if self.open.len() + self.tables.len() > MAX_DEPTH {
            return Err(SheetError::Damaged);
        }
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        match name {
            "pStyle" => open.style = value(),
            "numId" if self.of_paragraph => open.list = Some(value()),
            "ilvl" if self.of_paragraph => open.level = value().parse().ok(),
            "jc" if self.of_paragraph => open.alignment = Some(value()),
            "r" => (open.run, open.font, open.hidden) = (open.text.len(), None, false),
            _ if self.of_paragraph => {}
            "rFonts" => open.font = font(&attribute(e, "ascii")),
            "vanish" => open.hidden = !matches!(&*value(), "0" | "false" | "off"),
            "t" => self.in_text = true,
            "tab" | "ptab" => open.text.push('\t'),
            "cr" => open.text.push('\n'),
            "br" => open.text.push(if attribute(e, "type").is_empty() { '\n' } else { ' ' }),
            "noBreakHyphen" => open.text.push('-'),
            "sym" => open.text.extend(symbol(&attribute(e, "char"))),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        match name {
            "t" => self.in_text = false,
            "pPr" => (self.of_paragraph, self.of_mark) = (false, false),
            "rPr" => self.of_mark = false,
            "trPr" => self.of_row = false,
            "r" => self.end_run(),
            "p" => self.end_paragraph(),
            "tbl" => self.end_table(),
            _ => {}
        }
        if let Some(table) = self.tables.last_mut().filter(|table| table.inner == 0) {
            match name {
                "tc" => table.end_cell(),
                "tr" => table.end_row(),
                _ => {}
            }
        }
    }

    /// Hidden words are not printed; those in an old font are in its letters.
    fn end_run(&mut self) {
        let Some(open) = self.open.last_mut() else { return };
        if open.hidden {
            open.text.truncate(open.run);
            return;
        }
        if self.old.is_empty() {
            return;
        }
        let look = self.looks.entry(open.style.clone()).or_insert_with(|| self.styles.look(&open.style));
        if let Some(name) = open.font.as_deref().or(look.font.as_deref())
            && let Some((font, text)) =
                open.text.get(open.run..).and_then(|run| old_fonts::of_font(name, run, &self.old))
        {
            open.text.truncate(open.run);
            open.text.push_str(&text);
            self.converted.insert(old_fonts::remark(font));
        }
    }

    fn end_paragraph(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let look = self.looks.entry(open.style.clone()).or_insert_with(|| self.styles.look(&open.style)).clone();
        if open.joined {
            self.joined = open.text;
            return;
        }
        if look.is_of_contents() {
            return;
        }
        let number = self.number(&open, &look);
        let text = match old_fonts::of_paragraph(&open.text).filter(|_| !self.old.is_empty()) {
            Some((font, text)) => {
                self.converted.insert(old_fonts::remark(font));
                clean::lines(&text)
            }
            None => clean::lines(&open.text),
        };
        if let Some(table) = self.tables.last_mut() {
            let line = match number {
                Some(number) => format!("{number} {text}").trim_end().to_owned(),
                None => text,
            };
            if !line.is_empty() {
                table.line(line);
            }
            return;
        }
        let centred = open.alignment.or(look.alignment).is_some_and(|alignment| alignment == "center");
        let mut number = number;
        for text in labels::divided(&text) {
            // Lines of a title are often paragraphs of their own.
            if centred
                && labels::starts_small(&text)
                && let Some(Block::Paragraph(before)) = self.blocks.last_mut()
                && before.centred
                && !is_finished(&before.text)
            {
                before.text.push(' ');
                before.text.push_str(&text);
                continue;
            }
            self.paragraphs += 1;
            let at = Place::Paragraph(self.paragraphs);
            let text = labels::with_plain_dash(&text);
            self.blocks.push(Block::Paragraph(Paragraph { text, number: number.take(), centred, at }));
        }
    }

    /// The number that is printed before a paragraph, even an empty one, which counts.
    fn number(&mut self, open: &Open, look: &Look) -> Option<String> {
        let list = open.list.as_ref().or(look.list.as_ref())?;
        let of_style = || look.level.or_else(|| self.numbering.level_of_style(list, &open.style));
        let level = open.level.or_else(of_style).unwrap_or(0);
        let styles = self.styles;
        self.numbering.next(list, level, |style| styles.look(style).list)
    }

    fn end_table(&mut self) {
        match self.tables.last_mut() {
            Some(table) if table.inner > 0 => table.inner -= 1,
            Some(_) | None => {
                if let Some(table) = self.tables.pop().and_then(|table| table.finish(self.number_of_tables + 1)) {
                    self.number_of_tables += 1;
                    self.blocks.push(Block::Table(table));
                }
            }
        }
    }
}

/// A sign of the fonts Symbol and Wingdings, by its code.
fn symbol(code: &str) -> Option<char> {
    match u32::from_str_radix(code, 16).ok()? & 0xff {
        0xb3 => Some('≥'),
        0xa3 => Some('≤'),
        0xb1 => Some('±'),
        0xb4 => Some('×'),
        0xb0 => Some('°'),
        0x2d => Some('-'),
        _ => Some('•'),
    }
}
