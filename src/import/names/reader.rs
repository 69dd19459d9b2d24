//! What every rule of the grammar asks of the words: what stands there, and whether a name begins.

use super::known::{KNOWN, Known};
use super::name::Kind;
use super::tables::{HEADS, Head, NOUNS, PLACES, POSTS, SEVERAL, STOPS};
use super::words::Word;

/// What a piece without a head takes from the name before it: `Sở Tài chính, Nội vụ`.
#[derive(Debug, Clone)]
pub struct Carried {
    pub head: String,
    /// The word before the name of a place: `tỉnh`.
    pub place: String,
    pub of: Known,
    /// A list under one head, in which unknown pieces take it too: `các Vụ: …`.
    pub listed: bool,
}

/// What was read at a place: the word after it, and what it is.
pub struct Found {
    pub end: usize,
    pub kind: Kind,
    pub carried: Option<Carried>,
}

impl Found {
    pub fn new(end: usize, kind: Kind) -> Self {
        Self { end, kind, carried: None }
    }
}

/// A text in words; the rules of the grammar are its methods, by the number of a word.
pub struct Reader<'w> {
    pub text: &'w str,
    pub words: &'w [Word<'w>],
    /// Running text, in which a verb ends a name; else a cell, in which only a separator does.
    pub running: bool,
    pub carried: Option<Carried>,
}

impl Reader<'_> {
    pub fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    /// Whether that sign stands there.
    pub fn is(&self, at: usize, sign: char) -> bool {
        self.word(at).is_some_and(|word| word.is(sign))
    }

    pub fn is_sign(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_sign)
    }

    /// Whether one of these words stands there, in small letters or not.
    pub fn reads(&self, at: usize, words: &[&str]) -> bool {
        self.word(at).is_some_and(|word| words.contains(&word.small.as_str()))
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.capital)
    }

    /// Whether a line begins with that word.
    pub fn is_line(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.line)
    }

    pub fn is_abbreviated(&self, at: usize) -> bool {
        self.word(at).is_some_and(Word::is_abbreviation)
    }

    pub fn several(&self, at: usize) -> bool {
        SEVERAL.at(self.words, at).is_some()
    }

    /// Whether the sentence goes on with what is done.
    pub fn stops(&self, at: usize) -> bool {
        self.running && !self.is_capital(at) && STOPS.at(self.words, at).is_some()
    }

    /// Words of a place after a name, `tỉnh`; none at `Tỉnh ủy`.
    pub fn place(&self, at: usize) -> Option<usize> {
        let (n, ()) = PLACES.at(self.words, at)?;
        HEADS.at(self.words, at).is_none_or(|(head, _)| head <= n).then_some(n)
    }

    /// Whether a word of place follows a name, or several: `các tỉnh`.
    pub fn takes_place(&self, at: usize) -> bool {
        let several = SEVERAL.at(self.words, at).map_or(0, |(n, ())| n);
        self.place(at + several).is_some()
    }

    /// Whether what stands there is written as names are: with a capital, in a cell anyhow, and in running text in small
    /// letters if it can be nothing else: `bộ Công an`, `ủy ban nhân dân`.
    pub fn is_written_as_name(&self, at: usize) -> bool {
        if self.is_capital(at) || !self.running {
            return true;
        }
        let known = |at| KNOWN.at(self.words, at);
        match (known(at), HEADS.at(self.words, at)) {
            (Some((n, Known::Body)), _) => (at..at + n).any(|at| self.is_capital(at)),
            (_, Some((n, Head::Whole))) => n > 1,
            (_, Some((n, Head::Field))) => {
                self.is_capital(at + n) && known(at + n).is_some_and(|(_, known)| known == Known::Field)
            }
            _ => false,
        }
    }

    /// The text of words, single spaces, without marks of emphasis.
    pub fn written(&self, from: usize, to: usize) -> String {
        let last = to.checked_sub(1).and_then(|last| self.word(last));
        let span = self.word(from).zip(last).and_then(|(first, last)| self.text.get(first.start..last.end));
        let plain: String =
            span.unwrap_or_default().chars().filter(|c| !matches!(c, '*' | '_' | '\u{200b}' | '\u{feff}')).collect();
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Past bullets and numbers of a list in a cell.
    pub fn bullet(&self, mut at: usize) -> usize {
        while let Some(word) = self.word(at).filter(|_| !self.running) {
            let closed = self.is(at + 1, ')') || self.is(at + 1, '.');
            let is_number = word.key.chars().all(|c| c.is_ascii_digit()) && (closed || word.text.ends_with('.'));
            let is_letter = word.key.chars().count() == 1 && self.is(at + 1, ')');
            if !(is_number || is_letter || (word.is_sign && !word.is('('))) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a name begins here.
    pub fn begins(&self, at: usize) -> bool {
        let (_, nouns, open) = self.nouns(at, false);
        self.begins_apart(at) || self.several(at) || nouns > 1 || open
    }

    /// Whether a body, a post or a known name begins here.
    pub fn begins_apart(&self, at: usize) -> bool {
        let known = KNOWN.at(self.words, at).is_some_and(|(_, known)| known != Known::Field);
        let post = POSTS.at(self.words, at).is_some();
        let small = self.running && !self.is_capital(at) && self.is_written_as_name(at);
        small || (self.is_capital(at) && (known || post || self.is_head_of_name(at)))
    }

    /// Whether a line begins here that begins a name.
    pub fn line_begins(&self, at: usize) -> bool {
        self.is_line(at) && (self.bullet(at) > at || self.initials(at) || self.begins(at))
    }

    /// Whether the head of a body stands here, with more of its name after it.
    pub fn is_head_of_name(&self, at: usize) -> bool {
        let head = HEADS.at(self.words, at).filter(|_| self.is_capital(at));
        head.is_some_and(|(n, head)| {
            let goes_on = self.is_capital(at + n) && !self.is_sign(at + n);
            match head {
                Head::Whole => true,
                Head::Work if self.running => false,
                Head::Field | Head::Open | Head::Work => goes_on || self.place(at + n).is_some(),
            }
        })
    }

    /// `N. T. Q`
    pub fn initials(&self, at: usize) -> bool {
        let initial = |word: &Word| word.capital && word.text.ends_with('.') && word.key.chars().count() == 1;
        [at, at + 1].into_iter().all(|at| self.word(at).is_some_and(initial))
    }

    /// `VTV`, `EVN`: capitals that are a name by themselves; `SGK phổ thông` is not.
    pub fn is_name_of_capitals(&self, at: usize) -> bool {
        let small = |word: &Word| !word.is_sign && !word.capital && !word.line && word.small != "và";
        let goes_on = self.word(at + 1).is_some_and(small) && !self.stops(at + 1);
        self.is_abbreviated(at) && !goes_on
    }

    /// Past words with capitals, and known names.
    pub fn capitals(&self, mut at: usize) -> usize {
        while self.is_capital(at) && !self.is_line(at) && !self.is_head_of_name(at) {
            let known = KNOWN.at(self.words, at).map(|(n, _)| n);
            // `Bộ Quốc phòng Chủ trì, …`: a verb with which a line began once.
            let verb = STOPS.at(self.words, at).is_some_and(|(n, ())| n > 1 && known.is_none_or(|known| known < n));
            if verb && self.running && !self.is_capital(at + 1) {
                break;
            }
            at += known.unwrap_or(1);
            let hyphen = self.is(at, '-') || self.is(at, '–');
            if hyphen && self.is_capital(at + 1) && !self.begins(at + 1) {
                at += 1;
            }
        }
        at
    }

    /// Whether a noun of groups stands here.
    pub fn is_noun(&self, at: usize) -> bool {
        NOUNS.at(self.words, at).is_some()
    }
}
