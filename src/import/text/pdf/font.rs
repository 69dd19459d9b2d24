//! A font: which letters its codes stand for, and how wide they are (ISO 32000-1, 9.6-9.8).

use super::to_unicode;
use lopdf::{Dictionary, Document, Object};
use std::collections::HashMap;

/// Most bytes of a map of letters, unpacked.
const MAX_MAP: usize = 4 << 20;
/// Most codes that have a width of their own.
const MAX_WIDTHS: usize = 70_000;

/// A font as far as text needs it.
pub struct Font {
    /// Codes of two bytes, as composite fonts have them.
    wide: bool,
    letters: HashMap<u32, String>,
    /// In thousandths of the size.
    widths: HashMap<u32, f32>,
    usual_width: f32,
}

/// What a code draws.
pub struct Glyph<'a> {
    /// None if the font does not say.
    pub letters: Option<&'a str>,
    /// In units of the size.
    pub width: f32,
    pub is_space: bool,
}

impl Font {
    pub fn read(font: &Dictionary, document: &Document) -> Self {
        let wide = matches!(font.get(b"Subtype").and_then(Object::as_name), Ok(b"Type0"));
        let map = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream);
        let map = map.ok().and_then(|map| map.get_plain_content_with_limit(MAX_MAP).ok());
        let mut letters = map.map(|map| to_unicode::read(&map)).unwrap_or_default();
        let mut this = Self { wide, letters: HashMap::new(), widths: HashMap::new(), usual_width: 500.0 };
        if wide {
            this.read_wide(font, document);
        } else {
            this.read_narrow(font, document);
            if let Ok(encoding) = font.get_font_encoding_with_limit(document, MAX_MAP) {
                for code in 0..=255_u8 {
                    if let std::collections::hash_map::Entry::Vacant(entry) = letters.entry(code.into())
                        && let Ok(text) = encoding.bytes_to_string(&[code])
                        && !text.is_empty()
                    {
                        entry.insert(text);
                    }
                }
            }
        }
        this.letters = letters;
        this
    }

    /// Widths of a simple font: from its first code on.
    fn read_narrow(&mut self, font: &Dictionary, document: &Document) {
        let first = font.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
        let widths = font.get_deref(b"Widths", document).and_then(Object::as_array);
        for (n, width) in widths.map(Vec::as_slice).unwrap_or_default().iter().enumerate().take(256) {
            if let (Ok(code), Some(width)) =
                (u32::try_from(first).map(|first| first.saturating_add(n as u32)), float(width, document))
            {
                self.widths.insert(code, width);
            }
        }
    }

    /// Widths of a composite font: `c [w w …]` and `first last w`.
    fn read_wide(&mut self, font: &Dictionary, document: &Document) {
        let below = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array);
        let below = below.ok().and_then(|fonts| fonts.first()).and_then(|font| document.dereference(font).ok());
        let Some(below) = below.and_then(|(_, font)| font.as_dict().ok()) else { return };
        self.usual_width = below.get_deref(b"DW", document).ok().and_then(|w| float(w, document)).unwrap_or(1000.0);
        let widths = below.get_deref(b"W", document).and_then(Object::as_array);
        let mut rest = widths.map(Vec::as_slice).unwrap_or_default();
        let code = |object: &Object| float(object, document).and_then(|n| u32::try_from(n as i64).ok());
        while let [first, second, behind @ ..] = rest {
            let Some(first) = code(first) else { return };
            if let Ok((_, Object::Array(listed))) = document.dereference(second) {
                for (n, width) in listed.iter().enumerate().take(MAX_WIDTHS.saturating_sub(self.widths.len())) {
                    if let Some(width) = float(width, document) {
                        self.widths.insert(first.saturating_add(n as u32), width);
                    }
                }
                rest = behind;
            } else if let (Some(last), [width, behind @ ..]) = (code(second), behind) {
                let left = MAX_WIDTHS.saturating_sub(self.widths.len());
                if let Some(width) = float(width, document) {
                    self.widths.extend((first..=last).take(left).map(|code| (code, width)));
                }
                rest = behind;
            } else {
                return;
            }
        }
    }

    /// What the codes of a string draw, one after the other.
    pub fn glyphs<'a>(&'a self, codes: &'a [u8]) -> impl Iterator<Item = Glyph<'a>> {
        let code = |bytes: &[u8]| bytes.iter().fold(0, |n, b| n << 8 | u32::from(*b));
        codes.chunks(if self.wide { 2 } else { 1 }).map(move |bytes| {
            let code = code(bytes);
            let width = self.widths.get(&code).copied().unwrap_or(self.usual_width) / 1000.0;
            let letters = self.letters.get(&code).map(String::as_str);
            Glyph { letters, width, is_space: code == 32 && !self.wide }
        })
    }
}

/// A number, wherever it stands.
pub fn float(object: &Object, document: &Document) -> Option<f32> {
    document.dereference(object).ok().and_then(|(_, object)| object.as_float().ok()).filter(|n| n.is_finite())
}
