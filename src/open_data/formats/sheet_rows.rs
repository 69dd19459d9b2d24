//! The rows of a workbook's tables (ECMA-376, SpreadsheetML).
//!
//! The library that makes workbooks keeps each cell of all sheets in a tree until it saves them. For the downloads of a
//! large site that took a sixth of a build and a third of its memory. So it makes workbooks with the heads of their tables, and the rows are put
//! in here: cells of the plainest kind, in the formats that the library gave to their columns.

use super::cell::{MOST_ROWS, cut, midnight};
use super::csv::plain;
use crate::open_data::site::ExportSite;
use crate::open_data::tables::{Kind, Rows, Value};
use std::fmt::Write as _;
use std::io::{self, Cursor, Read, Write as _};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

/// Light compression: there is a workbook for each agency, and most of its time goes into packing.
pub(super) const LEVEL: i64 = 2;

/// Puts the rows of `tables` into the first sheets of `book`, which hold their heads.
pub(super) fn put(book: &[u8], site: &ExportSite, tables: &[Rows]) -> Vec<u8> {
    let never = "a workbook that was made a moment ago, in memory";
    let mut parts = ZipArchive::new(Cursor::new(book)).expect(never);
    let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(book.len())));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default()).compression_level(Some(LEVEL));
    let (mut names, mut lasts) = (String::new(), Vec::new());
    for n in 0..parts.len() {
        let mut part = parts.by_index(n).expect(never);
        let name = part.name().expect(never).into_owned();
        let table = tables.iter().zip(1..).find(|(_, n)| name == format!("xl/worksheets/sheet{n}.xml"));
        if table.is_none() && name != WORKBOOK {
            drop(part);
            out.raw_copy_file(parts.by_index_raw(n).expect(never)).expect(never);
            continue;
        }
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect(never);
        let Some((rows, _)) = table else {
            names = xml;
            continue;
        };
        out.start_file(name, options).expect(never);
        lasts.push(fill(&mut out, &xml, site, *rows).expect(never));
    }
    out.start_file(WORKBOOK, options).expect(never);
    out.write_all(longer(names, &lasts).as_bytes()).expect(never);
    out.finish().expect(never).into_inner()
}

/// Bytes of rows that are packed at once.
const A_PIECE: usize = 60 << 10;

const WORKBOOK: &str = "xl/workbook.xml";

/// Writes a sheet with its rows; the number of its last one.
fn fill(out: &mut impl io::Write, sheet: &str, site: &ExportSite, table: Rows) -> io::Result<u32> {
    let columns = table.table().columns();
    let (before, after) = sheet.split_once("</sheetData>").expect("a sheet with a head");
    let formats = formats(before, columns.len());
    // What a sheet says of its size may be left out, and is not known yet.
    let (start, rest) = before.split_once("<dimension ").expect("of the library");
    let rest = rest.split_once("/>").expect("an element without content").1;
    out.write_all(start.as_bytes())?;
    let (mut rows, mut line, mut written) = (rest.to_owned(), 1_u32, Ok(()));
    table.each(site, &mut |cells: &[Value<'_>]| {
        if line == MOST_ROWS || written.is_err() {
            return;
        }
        line += 1;
        let number = line.to_string();
        rows.extend(["<row r=\"", &number, "\">"]);
        for ((Format { name, style }, column), value) in formats.iter().zip(&columns).zip(cells) {
            cell(&mut rows, &["<c r=\"", name, &number, "\" s=\"", style, "\""], value, column.kind);
        }
        rows.push_str("</row>");
        if rows.len() > A_PIECE {
            written = out.write_all(rows.as_bytes());
            rows.clear();
        }
    });
    written?;
    // The range of the filter.
    let last = formats.last().map_or("A", |format| &format.name);
    let after = after.replacen(&format!(":{last}1\""), &format!(":{last}{line}\""), 1);
    rows.extend(["</sheetData>", &after]);
    out.write_all(rows.as_bytes())?;
    Ok(line)
}

struct Format {
    /// Of the column.
    name: String,
    /// Number that the library gave it.
    style: String,
}

fn formats(sheet: &str, columns: usize) -> Vec<Format> {
    let mut found: Vec<Format> = (0..columns).map(|n| Format { name: name(n), style: "0".to_owned() }).collect();
    for column in sheet.split("<col ").skip(1) {
        let value = |name: &str| Some(column.split_once(&format!("{name}=\""))?.1.split_once('"')?.0);
        let number = |name| value(name)?.parse::<usize>().ok();
        let (Some(first), Some(last), Some(style)) = (number("min"), number("max"), value("style")) else { continue };
        found.iter_mut().take(last).skip(first - 1).for_each(|format| style.clone_into(&mut format.style));
    }
    found
}

/// `A` … `Z`, `AA` …; a table has fewer than 702 columns.
fn name(n: usize) -> String {
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
    if n < 26 { letter(n).to_string() } else { format!("{}{}", letter(n / 26 - 1), letter(n)) }
}

fn cell(out: &mut String, head: &[&str], value: &Value<'_>, kind: Kind) {
    let mut number = |x: &dyn std::fmt::Display| {
        out.extend(head.iter().copied());
        write!(out, "><v>{x}</v></c>").expect("a String takes all");
    };
    match value {
        Value::Nothing => {}
        Value::Whole(n) => number(n),
        Value::Number(x) => number(x),
        Value::Day(day) => match midnight(*day) {
            Some(day) => number(&day.to_excel()),
            None => text(out, head, &day.to_string()),
        },
        Value::Flag(flag) => {
            out.extend(head.iter().copied().chain([" t=\"b\"><v>", if *flag { "1" } else { "0" }, "</v></c>"]));
        }
        Value::Text(_) | Value::List(_) => {
            let all = plain(value, kind);
            if !all.is_empty() {
                text(out, head, &cut(&all));
            }
        }
    }
}

fn text(out: &mut String, head: &[&str], text: &str) {
    let space = [' ', '\t', '\n', '\r'];
    let keep = if text.starts_with(space) || text.ends_with(space) { " xml:space=\"preserve\"" } else { "" };
    out.extend(head.iter().copied().chain([" t=\"inlineStr\"><is><t", keep, ">"]));
    escape(out, text);
    out.push_str("</t></is></c>");
}

/// XML has no place for most control characters: they are told as `_x000B_`, and a text that looks so as `_x005F_x000B_`
/// (ECMA-376 Part 1, 22.9.2.19).
fn escape(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let told = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '_' if is_told(&text.as_bytes()[at..]) => "_x005F_",
            '\t' | '\n' => continue,
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => "",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(told);
        if told.is_empty() {
            write!(out, "_x{:04X}_", u32::from(c)).expect("a String takes all");
        }
        from = at + c.len_utf8();
    }
    out.push_str(&text[from..]);
}

fn is_told(text: &[u8]) -> bool {
    matches!(text, [b'_', b'x', a, b, c, d, b'_', ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()))
}

/// The workbook's names for the ranges of filters, down to the last rows.
fn longer(workbook: String, lasts: &[u32]) -> String {
    lasts.iter().enumerate().fold(workbook, |xml, (n, last)| {
        let Some(at) = xml.find(&format!(" localSheetId=\"{n}\"")) else { return xml };
        let (before, after) = xml.split_at(at);
        [before, &after.replacen("$1</definedName>", &format!("${last}</definedName>"), 1)].concat()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_columns() {
        assert_eq!([0, 25, 26, 60, 701].map(name), ["A", "Z", "AA", "BI", "ZZ"]);
    }

    #[test]
    fn what_xml_cannot_hold_is_told() {
        let told = |text: &str| {
            let mut out = String::new();
            escape(&mut out, text);
            out
        };
        assert_eq!(told("a & b < c > d\n\te"), "a &amp; b &lt; c &gt; d\n\te");
        assert_eq!(told("\u{b}x\u{fffe}\r"), "_x000B_x_xFFFE__x000D_");
        assert_eq!(told("_x000B_ _x00g0_ _x12_"), "_x005F_x000B_ _x00g0_ _x12_");
    }

    #[test]
    fn formats_come_from_the_columns_of_the_library() {
        let sheet =
            "<cols><col min=\"1\" max=\"1\" width=\"9\" style=\"2\"/><col min=\"3\" max=\"4\" style=\"5\"/></cols>";
        let found: Vec<(String, String)> = formats(sheet, 4).into_iter().map(|f| (f.name, f.style)).collect();
        let wanted = [("A", "2"), ("B", "0"), ("C", "5"), ("D", "5")];
        assert_eq!(found, wanted.map(|(name, style)| (name.to_owned(), style.to_owned())));
    }
}
