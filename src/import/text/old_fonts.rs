//! Texts in the letters of old fonts (`.VnTime`, `VNI-Times`), put into Unicode where that is certain.

use crate::import::paper::{Remark, Table};
use crate::load::OldFont;

const FONTS: [OldFont; 2] = [OldFont::Tcvn3, OldFont::Vni];
/// Lines that are looked at to judge the whole.
const MOST_LINES: usize = 5_000;
/// Words that must certainly be in old letters before a text is said to be.
const SURE: usize = 3;

/// What is said of a conversion.
pub fn remark(font: OldFont) -> Remark {
    match font {
        OldFont::Tcvn3 => Remark::Tcvn3,
        OldFont::Vni => Remark::Vni,
    }
}

/// The fonts in whose letters some words of a text certainly are.
pub fn in_use(text: &str) -> Vec<OldFont> {
    FONTS.into_iter().filter(|font| font.sure_words(text, SURE) >= SURE).collect()
}

/// The words of a run in a font of that name, if it is one of those in use. Where letters are in Unicode, the name is a
/// leftover.
pub fn of_font(name: &str, text: &str, in_use: &[OldFont]) -> Option<(OldFont, String)> {
    let upper = name.to_uppercase();
    let font = if upper.starts_with(".VN") {
        OldFont::Tcvn3
    } else if upper.starts_with("VNI") {
        OldFont::Vni
    } else {
        return None;
    };
    if !in_use.contains(&font) || text.is_empty() || text.contains(is_unicode) {
        return None;
    }
    let text = font.converted(text);
    // The fonts of capitals draw small letters as capitals.
    let capitals = font == OldFont::Tcvn3 && upper.ends_with('H');
    Some((font, if capitals { text.to_uppercase() } else { text }))
}

/// A paragraph in Unicode, if it is certainly in old letters.
pub fn of_paragraph(text: &str) -> Option<(OldFont, String)> {
    let font = FONTS.into_iter().find(|font| font.is_old(text))?;
    Some((font, font.converted(text)))
}

/// What a whole text, or a whole sheet, shows of its letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Whole {
    pub font: OldFont,
    /// Nearly all of it is in old letters, so that short lines are taken to be as well.
    all: bool,
}

impl Whole {
    /// Looks at all lines; none where nothing is certainly in old letters.
    pub fn of(text: &str) -> Option<Self> {
        let font = in_use(text).into_iter().next()?;
        let (old, new) = text.lines().take(MOST_LINES).fold((0, 0), |(old, new), line| {
            if line.contains(is_unicode) { (old, new + 1) } else { (old + usize::from(font.is_old(line)), new) }
        });
        (old > 0).then_some(Self { font, all: old > new * 4 })
    }

    /// A line of it in Unicode, if it is not already.
    pub fn line(self, line: &str) -> Option<String> {
        let convert = !line.is_ascii() && !line.contains(is_unicode) && (self.all || self.font.is_old(line));
        convert.then(|| self.font.converted(line))
    }
}

/// A whole text in Unicode with what belongs to it, and what is said of the conversion.
pub fn in_unicode(text: String, tables: &mut [Table]) -> (String, Option<Remark>) {
    let Some(whole) = Whole::of(&text) else { return (text, None) };
    let line = |line: &str| whole.line(line).unwrap_or_else(|| line.to_owned());
    for cell in tables.iter_mut().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells) {
        cell.text = line(&cell.text);
    }
    (text.split('\n').map(line).collect::<Vec<_>>().join("\n"), Some(remark(whole.font)))
}

/// Letters of Vietnamese that are in no Western encoding.
fn is_unicode(c: char) -> bool {
    matches!(c, '\u{102}'..='\u{1b0}' | '\u{300}'..='\u{323}' | '\u{1ea0}'..='\u{1ef9}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "Th«ng b¸o\nKÕt luËn cña Chñ tÞch t¹i cuéc häp\n1. Giao Së T\u{ad} ph¸p rµ so¸t.\nSè: 12";

    #[test]
    fn texts_in_old_letters() {
        let (text, remark) = in_unicode(OLD.to_owned(), &mut []);
        assert_eq!(text, "Thông báo\nKết luận của Chủ tịch tại cuộc họp\n1. Giao Sở Tư pháp rà soát.\nSố: 12");
        assert_eq!(remark, Some(Remark::Tcvn3));
        let new = "Thông báo của Sở Tư pháp, théâtre, «ghi chú»";
        assert_eq!(in_unicode(new.to_owned(), &mut []), (new.to_owned(), None));
    }

    #[test]
    fn a_mixed_text_is_converted_where_it_is_certain() {
        let mixed = format!("{OLD}\n{}", "Sở Tư pháp trả lời.\ncó, bán, cám\n".repeat(9));
        let (text, _) = in_unicode(mixed, &mut []);
        assert!(text.contains("Kết luận của Chủ tịch") && text.contains("có, bán, cám"));
    }

    #[test]
    fn runs_by_the_name_of_their_font() {
        let fonts = in_use(OLD);
        assert_eq!(of_font(".VnTimeH", "cã", &fonts), Some((OldFont::Tcvn3, "CÓ".to_owned())));
        assert_eq!(of_font(".VnTime", "Sở", &fonts), None);
        assert_eq!(of_font("Times New Roman", "cã", &fonts), None);
        assert_eq!(of_font(".VnTime", "cã", &in_use("Sở Tư pháp có")), None);
    }
}
