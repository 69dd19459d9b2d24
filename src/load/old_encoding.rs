//! Vietnamese in the letters of old fonts (TCVN3 of `.VnTime`, VNI), pasted where Unicode is meant: `thñ tôc hµnh chÝnh`.
//!
//! Such a text is made of Western letters and signs. A word is a sign of it if it is no Vietnamese syllable as it stands
//! and one once converted; a line is told if two words are, one of them written as no other language writes. French,
//! German and Spanish pass: their words do not become syllables, or stand alone.

use super::yaml::value_of_line;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A line in old letters.
#[derive(Debug, PartialEq, Eq)]
pub struct Old {
    /// Which line, from 0.
    pub line: usize,
    /// `TCVN3` or `VNI`.
    pub encoding: &'static str,
    /// The name of its field; empty in a text.
    pub field: String,
    /// Its value in Unicode.
    pub value: String,
}

/// Most words of a text that are looked at.
const MAX_WORDS: usize = 100_000;
/// Most lines of one file that are told.
const MAX_LINES: usize = 100;

/// The lines of a file that are in old letters.
pub fn old_lines(text: &str) -> Vec<Old> {
    let lines = text.split('\n').enumerate().filter(|(_, line)| line.bytes().any(|b| matches!(b, 0xc2 | 0xc3)));
    let old = lines.filter_map(|(n, line)| {
        let line = line.trim_end();
        let range = value_range(line);
        let value = &line[range.clone()];
        let (encoding, value) = [("TCVN3", OldFont::Tcvn3), ("VNI", OldFont::Vni)]
            .into_iter()
            .find_map(|(name, font)| font.is_old(value).then(|| (name, font.converted(value))))?;
        let field =
            line[..range.start].trim_start_matches([' ', '-', '{', '[']).trim_end_matches([' ', ':']).to_owned();
        Some(Old { line: n, encoding, field, value })
    });
    old.take(MAX_LINES).collect()
}

/// Where the value of a line stands; the whole text where it has no field.
pub fn value_range(line: &str) -> Range<usize> {
    let value = value_of_line(line, 0, line.len());
    let comment = line[value.clone()].find(" #").unwrap_or(value.len());
    value.start..value.start + line[value.start..value.start + comment].trim_end().len()
}

/// Fonts that draw Vietnamese over the letters of other languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldFont {
    /// TCVN3 5712:1993, of the fonts `.VnTime` and the like.
    Tcvn3,
    /// Of the fonts `VNI-Times` and the like.
    Vni,
}

/// The letters of TCVN3 5712:1993, in the code points of Latin-1, and what they stand for.
const TCVN3: (&str, &str) = (
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u{ad}õøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
);

/// The signs that VNI puts behind a vowel, and the marks that they stand for.
const VNI_TONES: [(char, &str); 5] =
    [('ù', "\u{301}"), ('ø', "\u{300}"), ('û', "\u{309}"), ('õ', "\u{303}"), ('ï', "\u{323}")];
const VNI_CIRCUMFLEX: [(char, &str); 6] = [
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
];
const VNI_BREVE: [(char, &str); 6] = [
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];
/// Letters of VNI that stand alone.
const VNI_ALONE: (&str, &str) = ("ñöôæóòî", "đươỉĩịỵ");

fn mapped(c: char, (from, to): (&str, &str)) -> Option<char> {
    to.chars().nth(from.chars().position(|known| known == c)?)
}

impl OldFont {
    /// Whether a text is written in this font's letters.
    pub fn is_old(self, text: &str) -> bool {
        // Letters that Western languages lack show that the text is in Unicode.
        if text.contains(|c| matches!(c, '\u{102}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}')) {
            return false;
        }
        let signs = words(text).map(|word| self.sign(word));
        let (some, sure) = signs.fold((0, 0), |(some, sure), sign| match sign {
            Sign::None => (some, sure),
            Sign::Some => (some + 1, sure),
            Sign::Sure => (some + 1, sure + 1),
        });
        some >= 2 && sure >= 1
    }

    /// How many words of a text are certainly in this font's letters, counted up to `most`.
    pub fn sure_words(self, text: &str, most: usize) -> usize {
        let old = words(text).filter(|word| !word.is_ascii() && word.chars().all(|c| c <= '\u{ff}')).take(MAX_WORDS);
        old.filter(|word| matches!(self.sign(word), Sign::Sure)).take(most).count()
    }

    fn sign(self, word: &str) -> Sign {
        let written = word.chars().any(|c| c.is_ascii_alphabetic()) && !word.is_ascii();
        if !written || is_syllable(&word.to_lowercase()) {
            return Sign::None;
        }
        if !is_syllable(&self.converted(word).to_lowercase()) {
            return Sign::None;
        }
        let (mut before, mut small, mut large) = (None, false, 0);
        for c in word.chars().filter(char::is_ascii_alphabetic) {
            small |= c.is_ascii_lowercase();
            large += usize::from(c.is_ascii_uppercase());
        }
        let strange = word.chars().any(|c| {
            let sign = !c.is_alphabetic() || matches!(c, 'µ' | 'ª');
            let among_small = !c.is_ascii() && c.is_uppercase() && before.is_some() && small;
            let among_large = !c.is_ascii() && c.is_lowercase() && large >= 2 && !small;
            before = Some(c);
            sign || among_small || among_large
        });
        let sure = match self {
            Self::Tcvn3 => strange,
            Self::Vni => has_sure_mark(&word.to_lowercase()),
        };
        if sure { Sign::Sure } else { Sign::Some }
    }

    /// A text in Unicode; words that are in Unicode already stay.
    pub fn converted(self, text: &str) -> String {
        match self {
            Self::Tcvn3 => {
                let large = |text: &str, least: usize| {
                    !text.contains(|c: char| c.is_ascii_lowercase())
                        && text.chars().filter(char::is_ascii_uppercase).take(least).count() == least
                };
                // A word such as `Së` has one plain letter: what stands around it tells.
                let least = if large(text, 3) { 1 } else { 2 };
                let letter = |word: &str| {
                    let large = large(word, least);
                    let one = |c: char| mapped(c, TCVN3).unwrap_or(c);
                    word.chars()
                        .flat_map(|c| if large { one(c).to_uppercase().collect::<Vec<_>>() } else { vec![one(c)] })
                        .collect::<String>()
                };
                by_words(text, letter)
            }
            Self::Vni => by_words(text, of_vni),
        }
    }
}

/// Whether a mark of VNI stands behind a vowel where no other language has it: French has `où` and `maïs`.
fn has_sure_mark(word: &str) -> bool {
    word.chars().zip(word.chars().skip(1)).any(|(vowel, mark)| match vowel {
        'a' | 'e' | 'o' => matches!(mark, 'ø' | 'õ' | 'å' | 'ä'),
        'u' | 'y' | 'ô' | 'ö' => matches!(mark, 'ù' | 'ø' | 'û' | 'õ' | 'ï'),
        _ => false,
    })
}

enum Sign {
    None,
    Some,
    Sure,
}

/// A word of VNI: marks stand behind their vowels.
fn of_vni(word: &str) -> String {
    let mut out = String::new();
    let mut base = None;
    for c in word.chars() {
        let small = c.to_lowercase().next().unwrap_or(c);
        let large = c.is_uppercase();
        let find =
            |marks: &[(char, &'static str)]| marks.iter().find(|(sign, _)| *sign == small).map(|(_, marks)| *marks);
        let marks = match base {
            Some('a') => find(&VNI_TONES).or_else(|| find(&VNI_CIRCUMFLEX)).or_else(|| find(&VNI_BREVE)),
            Some('e' | 'o') => find(&VNI_TONES).or_else(|| find(&VNI_CIRCUMFLEX)),
            Some('u' | 'y' | 'ô' | 'ö') => find(&VNI_TONES),
            _ => None,
        };
        if let Some(marks) = marks {
            out.push_str(marks);
            base = None;
            continue;
        }
        let letter = mapped(small, VNI_ALONE).unwrap_or(small);
        if large {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
        base = Some(small);
    }
    out.nfc().collect()
}

/// Words: letters and the signs that old fonts draw as letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty())
}

fn is_of_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{a1}'..='\u{be}' | '×' | '÷')
}

fn by_words(text: &str, convert: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = is_of_word(first);
        let (piece, behind) = rest.split_at(rest.find(|c| is_of_word(c) != word).unwrap_or(rest.len()));
        if word && piece.chars().all(|c| c <= '\u{ff}') {
            out.push_str(&convert(piece));
        } else {
            out.push_str(piece);
        }
        rest = behind;
    }
    out
}

const ONSETS: &str = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x ";
const RHYMES: &str = " a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ uê ui uô uơ uy ưa ưi ươ ưu \
    iêu yê yêu oai oao oay oeo uao uây uôi uya uyê uyu ươi ươu ";
const CODAS: [&str; 9] = ["", "ch", "ng", "nh", "c", "m", "n", "p", "t"];

/// Whether a word in small letters is built as a Vietnamese syllable is: onset, vowels with one tone at most, coda.
pub fn is_syllable(word: &str) -> bool {
    let tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let tones: Vec<char> = word.nfd().filter(tone).collect();
    let plain: String = word.nfd().filter(|c| !tone(c)).nfc().collect();
    let among = |list: &str, part: &str| part.chars().all(char::is_alphabetic) && list.contains(&format!(" {part} "));
    let sharp = tones.iter().all(|t| matches!(t, '\u{301}' | '\u{323}')) && tones.len() == 1;
    let fits = |onset: &str, rest: &str| {
        let onset = onset.is_empty() || among(ONSETS, onset);
        onset
            && CODAS.iter().any(|coda| {
                let stopped = matches!(*coda, "c" | "ch" | "p" | "t");
                rest.strip_suffix(coda).is_some_and(|vowels| among(RHYMES, vowels) && (!stopped || sharp))
            })
    };
    let starts = plain.char_indices().map(|(n, _)| n).take(4);
    tones.len() <= 1 && starts.into_iter().any(|n| fits(&plain[..n], &plain[n..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_letters_are_told_and_converted() {
        for (text, encoding, field, value) in [
            ("    title: LËp danh môc thñ tôc hµnh chÝnh", "TCVN3", "title", "Lập danh mục thủ tục hành chính"),
            ("  - title: \"NghÞ ®Þnh vÒ quy chÕ\"", "TCVN3", "title", "\"Nghị định về quy chế\""),
            ("B¸o c¸o ®\u{ad}îc göi tr\u{ad}íc ngµy 15", "TCVN3", "", "Báo cáo được gửi trước ngày 15"),
            ("V¡N PHßNG CHÝNH PHñ", "TCVN3", "", "VĂN PHÒNG CHÍNH PHỦ"),
            ("note: Laäp danh muïc thuû tuïc haønh chính", "VNI", "note", "Lập danh mục thủ tục hành chính"),
            ("Quyeát ñònh cuûa Thuû töôùng", "VNI", "", "Quyết định của Thủ tướng"),
            ("  note: B¸o c¸o # ghi chú đã sửa", "TCVN3", "note", "Báo cáo"),
            ("UÛY BAN NHAÂN DAÂN TÆNH", "VNI", "", "ỦY BAN NHÂN DÂN TỈNH"),
        ] {
            let (field, value) = (field.to_owned(), value.to_owned());
            assert_eq!(old_lines(text), [Old { line: 0, encoding, field, value }], "{text}");
        }
    }

    /// Real text of several languages, and signs that are used as such.
    #[test]
    fn other_languages_are_left_alone() {
        for text in [
            "Le thé était très bon, même tôt le matin, où l'été naît près du château; ça a dû être sûr, égoïste, maïs, haï, Noël, août.",
            "Évaluation des procédures administratives «simplifiées» à l'hôtel de ville, côté forêt, dès le début, là-bas, déjà prévu.",
            "ÉTÉ À L'HÔTEL: PROCÉDURE GÉNÉRALE DE LA RÉPUBLIQUE FRANÇAISE",
            "Für die Prüfung der Gebühren müssen Bürger künftig weniger Formulare ausfüllen; Straße, Größe, Öl, Übung, ähnlich, süß.",
            "El año pasado el niño comió piñas en la Compañía; ¿cómo está? ¡Qué día! Pingüino, corazón, más, sí, tú, é, 1ª edición.",
            "A ação não é só pública: três câmaras, à noite, também há pão, cães, avô, avó, têm, põe.",
            "Windows® và Office®, 10 µm, 3×4 m, ½ số hồ sơ, 20 °C, §5, ©Tiendo, 1º, x·y, km², m³, «báo cáo», A÷B",
            "Toà án, hoá đơn, quý, quà, thuê, công, có, là, cô, chú ý, xã, tổ, mưa, ÔNG HÒA, BÀ LÝ, TÀI CHÍNH, ÚT, ĐÀ NẴNG",
            "Krông Nô, Đắk Lắk, Ea H'leo, Bù Đăng, Y Tý, Sìn Hồ, Mường Tè, Pắc Bó, Plei Kần, Hòa, Thuỵ",
            "Smørrebrød på øya, Århus, Malmö, København, Þór, Reykjavík, ísland, höfn, København",
        ] {
            assert_eq!(old_lines(text), [], "{text}");
        }
    }
}
