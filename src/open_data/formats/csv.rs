//! CSV (RFC 4180): UTF-8 with a byte order mark, lines end in CR LF, every value quoted.
//!
//! Spreadsheets run what looks like a formula. A text that would be one gets `'` in front, in columns of free text only;
//! JSON and sheets carry it as it is.

use crate::open_data::site::ExportSite;
use crate::open_data::tables::{Kind, Rows, Value};
use csv::{QuoteStyle, Terminator, WriterBuilder};
use std::borrow::Cow;

/// Spreadsheets recognise UTF-8 by it.
const MARK: &str = "\u{feff}";

pub(in crate::open_data) fn bytes(site: &ExportSite, rows: Rows) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        // With every value quoted, a line stays whole in a program that expects another separator.
        .quote_style(QuoteStyle::Always)
        .from_writer(MARK.as_bytes().to_vec());
    let columns = rows.table().columns();
    writer.write_record(columns.iter().map(|c| c.name)).expect("writing to memory does not fail");
    rows.each(site, &mut |row: &[Value<'_>]| {
        for (value, column) in row.iter().zip(&columns) {
            writer.write_field(&*cell(value, column.kind)).expect("writing to memory does not fail");
        }
        writer.write_record(None::<&[u8]>).expect("every row has all cells");
    });
    writer.into_inner().expect("writing to memory does not fail")
}

fn cell<'v>(value: &'v Value<'_>, kind: Kind) -> Cow<'v, str> {
    let text = plain(value, kind);
    match kind {
        Kind::Text | Kind::Texts if looks_like_a_formula(&text) => format!("'{text}").into(),
        _ => text,
    }
}

/// A value as one text: days as `2019-12-09`, lists of ids on one line, lists of texts one a line.
pub(super) fn plain<'v>(value: &'v Value<'_>, kind: Kind) -> Cow<'v, str> {
    match value {
        Value::Nothing => Cow::Borrowed(""),
        Value::Text(text) => Cow::Borrowed(text),
        Value::List(items) => items.join(if kind == Kind::Texts { "\n" } else { "; " }).into(),
        Value::Day(day) => day.to_string().into(),
        Value::Whole(n) => n.to_string().into(),
        Value::Number(x) => x.to_string().into(),
        Value::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
    }
}

/// Whether a spreadsheet might take the text for a formula: by its first character that can be seen.
pub(crate) fn looks_like_a_formula(text: &str) -> bool {
    if text.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let seen = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || is_format(c));
    seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Characters without a width: soft hyphens, joiners, marks of direction, byte order marks.
fn is_format(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_found_wherever_they_hide() {
        for bad in [
            "=HYPERLINK(\"https://x\")",
            "+1",
            "-1",
            "@x",
            "\tx",
            "\rx",
            "  =1",
            "\u{a0}=1",
            "\u{200f}=1",
            "\u{feff}\t@x",
            "＝1",
            "- gạch đầu dòng",
        ] {
            assert!(looks_like_a_formula(bad), "{bad:?}");
        }
        for good in ["", " ", "a=1", "1-1", "“=1”", "'=1", "Việc; =1", "\u{200f}x", "– gạch ngang"] {
            assert!(!looks_like_a_formula(good), "{good:?}");
        }
    }

    #[test]
    fn only_free_text_is_altered() {
        let text = Value::Text("-5".into());
        assert_eq!(cell(&text, Kind::Text), "'-5");
        assert_eq!(cell(&text, Kind::Code(&[])), "-5");
        assert_eq!(cell(&Value::Number(-5.5), Kind::Number), "-5.5");
        let list = Value::List(vec!["- a".into(), "b".into()]);
        assert_eq!(cell(&list, Kind::Texts), "'- a\nb");
        assert_eq!(cell(&list, Kind::Ids), "- a; b");
    }
}
