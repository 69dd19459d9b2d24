//! What the sheets of a workbook share: texts, and how numbers are shown.

use super::cell::{Bound, SheetError};
use super::number_format::NumberFormat;
use super::package::{add_text, attribute, walk};
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// The texts that cells share.
pub fn shared_texts(part: &str) -> Result<Vec<String>, SheetError> {
    let mut found: Vec<String> = Vec::new();
    let (mut inside, mut reading) = (false, false);
    walk(part, |event| {
        match event {
            Event::Start(e) => match e.local_name().as_ref() {
                "si" => found.push(String::new()),
                "t" => inside = true,
                "rPh" => reading = true,
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "si" => {
                    if let Some(text) = found.last_mut() {
                        *text = unescaped(text);
                    }
                }
                "t" => inside = false,
                "rPh" => reading = false,
                _ => {}
            },
            text if inside && !reading => {
                if let Some(last) = found.last_mut() {
                    add_text(text, last);
                }
            }
            _ => {}
        }
        Bound::Texts.hold(found.len())
    })?;
    Ok(found)
}

/// What each style makes of a number.
pub fn formats(part: &str) -> Result<Vec<NumberFormat>, SheetError> {
    let mut own: BTreeMap<u32, NumberFormat> = BTreeMap::new();
    let (mut found, mut inside) = (Vec::new(), false);
    walk(part, |event| {
        match event {
            Event::Start(e) => match e.local_name().as_ref() {
                "cellXfs" => inside = true,
                "numFmt" => {
                    if let Ok(id) = attribute(e, "numFmtId").parse() {
                        own.insert(id, NumberFormat::of_code(&attribute(e, "formatCode")));
                    }
                }
                "xf" if inside => {
                    let id = attribute(e, "numFmtId").parse().unwrap_or_default();
                    found.push(own.get(&id).copied().unwrap_or_else(|| NumberFormat::built_in(id)));
                }
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "cellXfs" => inside = false,
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

/// Characters that XML cannot hold are written as `_x000B_`, and the sign that begins such a word as `_x005F_`.
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 7).and_then(|code| code.strip_suffix('_'));
        let code = code.filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        let (end, c) = match code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?)) {
            Some(c) => (at, Some((at + 7, c))),
            None => (at + 2, None),
        };
        out.push_str(&rest[..end]);
        out.extend(c.map(|(_, c)| c));
        rest = &rest[c.map_or(end, |(next, _)| next)..];
    }
    out + rest
}
