//! Words and the documents that have them, cut into files by the beginnings of words.

use super::fold::{self, Word};
use foldhash::HashMap;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How much a word says of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// It stands beside the name: who leads, where it was assigned, the text of a page.
    Beside,
    /// One of many words of the name.
    Long,
    /// One of some.
    Middle,
    /// One of few, or a number or abbreviation that is as good as the name.
    Short,
}

impl Weight {
    /// Of the words of a name with so many of them.
    pub(super) fn of_name(words: usize) -> Self {
        match words {
            0..=6 => Self::Short,
            7..=14 => Self::Middle,
            _ => Self::Long,
        }
    }
}

/// Most bytes of a file, where it can be cut at all.
const MOST: usize = 24_000;

/// Collects words; documents come in the order of their numbers.
#[derive(Default)]
pub(super) struct Terms {
    /// Words as they are written, to their number.
    known: HashMap<String, u32>,
    words: Vec<Word>,
    /// By form, for words that come with their marks already compared.
    by_form: HashMap<String, u32>,
    found: Vec<Found>,
    abbreviations: Vec<Abbreviation>,
    /// Folded first words of phrases, and folded abbreviations: to the entries that they call up.
    openings: HashMap<String, Vec<usize>>,
    shorts: HashMap<String, usize>,
    /// Words by the names whose first letters they are.
    initials: HashMap<String, Vec<u32>>,
    /// By word: whether it calls up an entry.
    calls: Vec<bool>,
}

#[derive(Default)]
struct Found {
    /// By weight: gaps between numbers of documents, in the letters of `add`.
    lists: [String; 4],
    ends: [u32; 4],
    last: Option<u32>,
}

struct Abbreviation {
    short: u32,
    long: Vec<u32>,
}

impl Terms {
    /// `TTHC = thủ tục hành chính; CCHC = cải cách hành chính`: either stands for the other.
    pub(super) fn with_abbreviations(text: &str) -> Self {
        let mut terms = Self::default();
        for (short, long) in text.split(';').filter_map(|entry| entry.split_once('=')) {
            let Some(first) = long.split_whitespace().next() else { continue };
            terms.openings.entry(fold::word(first).folded).or_default().push(terms.abbreviations.len());
            terms.shorts.insert(fold::word(short.trim()).folded, terms.abbreviations.len());
            terms.abbreviations.push(Abbreviation { short: 0, long: Vec::new() });
        }
        let entries = text.split(';').filter_map(|entry| entry.split_once('='));
        let entries = entries.filter(|(_, long)| !long.trim().is_empty());
        for (n, (short, long)) in entries.enumerate() {
            let short = terms.number(short.trim());
            let long = long.split_whitespace().map(|word| terms.number(word)).collect();
            terms.abbreviations[n] = Abbreviation { short, long };
        }
        terms
    }

    pub(super) fn text(&mut self, document: u32, text: &str, weight: Weight) {
        let mut run = Vec::new();
        for span in fold::spans(text) {
            let start = run.len();
            run.extend(span.split(|c| !fold::part_of_word(c)).filter(|w| !w.is_empty()).map(|w| self.number(w)));
            if run.len() > start + 1 {
                let joined: String = run[start..].iter().map(|n| self.words[*n as usize].folded.as_str()).collect();
                let joined = self.number(&joined);
                self.note(joined, document, weight);
            }
        }
        for n in &run {
            self.note(*n, document, weight);
        }
        self.abbreviated(&run, document, weight);
    }

    /// A name: its words by how many there are.
    pub(super) fn name(&mut self, document: u32, text: &str) {
        let words = text.split_whitespace().count();
        self.text(document, text, Weight::of_name(words));
    }

    /// A text that is looked up whole, such as an id.
    pub(super) fn whole(&mut self, document: u32, text: &str, weight: Weight) {
        let joined: String = fold::pieces(text).flat_map(|p| p.words).map(|w| w.folded).collect();
        let n = self.number(&joined);
        self.note(n, document, weight);
    }

    /// First letters of a name, with and without its connecting words.
    pub(super) fn initials(&mut self, document: u32, name: &str, connecting: &[&str], weight: Weight) {
        if !self.initials.contains_key(name) {
            let found = self.initials_of(name, connecting);
            self.initials.insert(name.to_owned(), found);
        }
        for n in 0..self.initials[name].len() {
            self.note(self.initials[name][n], document, weight);
        }
    }

    fn initials_of(&mut self, name: &str, connecting: &[&str]) -> Vec<u32> {
        let words: Vec<String> = fold::pieces(name).flat_map(|p| p.words).map(|w| w.folded).collect();
        let of =
            |words: &mut dyn Iterator<Item = &String>| -> String { words.filter_map(|w| w.chars().next()).collect() };
        let all = of(&mut words.iter());
        let without = of(&mut words.iter().filter(|w| !connecting.contains(&w.as_str())));
        let long = [all, without].into_iter().filter(|initials| initials.chars().count() > 1);
        long.map(|initials| self.number(&initials)).collect()
    }

    fn abbreviated(&mut self, run: &[u32], document: u32, weight: Weight) {
        let mut more = Vec::new();
        for (at, n) in run.iter().enumerate().filter(|(_, n)| self.calls[**n as usize]) {
            let folded = |n: &u32| self.words[*n as usize].folded.as_str();
            for &found in self.openings.get(folded(n)).into_iter().flatten() {
                let entry = &self.abbreviations[found];
                let there = run.len() - at >= entry.long.len()
                    && entry.long.iter().zip(&run[at..]).all(|(a, b)| folded(a) == folded(b));
                if there {
                    more.push(entry.short);
                }
            }
            if let Some(found) = self.shorts.get(folded(n)) {
                more.extend(&self.abbreviations[*found].long);
            }
        }
        for n in more {
            self.note(n, document, weight);
        }
    }

    fn number(&mut self, raw: &str) -> u32 {
        if let Some(n) = self.known.get(raw) {
            return *n;
        }
        let word = fold::word(raw);
        let next = narrow(self.words.len());
        let n = *self.by_form.entry(word.form.clone()).or_insert(next);
        if n == next {
            self.calls.push(self.openings.contains_key(&word.folded) || self.shorts.contains_key(&word.folded));
            self.words.push(word);
            self.found.push(Found::default());
        }
        self.known.insert(raw.to_owned(), n);
        n
    }

    /// The first weight of a word in a document is the one that counts: names come before what stands beside them.
    fn note(&mut self, word: u32, document: u32, weight: Weight) {
        let found = &mut self.found[word as usize];
        if found.last == Some(document) {
            return;
        }
        found.last = Some(document);
        let class = weight as usize;
        add(document - found.ends[class], &mut found.lists[class]);
        found.ends[class] = document;
    }

    /// With what `later` has collected, of documents whose numbers come after all of these.
    pub(super) fn followed_by(mut self, later: Self) -> Self {
        for (word, theirs) in later.words.into_iter().zip(later.found) {
            let next = narrow(self.words.len());
            let n = *self.by_form.entry(word.form.clone()).or_insert(next);
            if n == next {
                self.words.push(word);
                self.found.push(Found::default());
            }
            let found = &mut self.found[n as usize];
            found.last = theirs.last.or(found.last);
            for (class, list) in theirs.lists.iter().enumerate().filter(|(_, list)| !list.is_empty()) {
                // Their first gap is the number of a document itself.
                let first = list.bytes().position(|letter| !goes_on(letter)).map_or(list.len(), |at| at + 1);
                let document = numbers(&list[..first]).next().unwrap_or_default();
                add(document - found.ends[class], &mut found.lists[class]);
                found.lists[class].push_str(&list[first..]);
                found.ends[class] = theirs.ends[class];
            }
        }
        self
    }

    /// The files, by the beginning that their words share.
    pub(super) fn files(&self) -> BTreeMap<String, String> {
        let mut entries: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (n, word) in self.words.iter().enumerate().filter(|(n, _)| self.found[*n].last.is_some()) {
            entries.entry(&word.folded).or_default().push(narrow(n));
        }
        let lines: Vec<(&str, String)> = entries
            .into_iter()
            .filter(|(folded, _)| !folded.is_empty())
            .map(|(folded, mut forms)| {
                forms.sort_by_key(|n| &self.words[*n as usize].form);
                (folded, self.line(folded, &forms))
            })
            .collect();
        let mut files = BTreeMap::new();
        cut(&lines, 0, &mut files);
        files
    }

    /// `"hang":[["hàng","A","","B"],["hạng","C"]]`; a form without marks is left empty.
    fn line(&self, folded: &str, forms: &[u32]) -> String {
        let mut out = format!("{}:[", serde_json::Value::from(folded));
        for (n, form) in forms.iter().enumerate() {
            let (word, found) = (&self.words[*form as usize], &self.found[*form as usize]);
            let shown = if word.form == folded { "" } else { word.form.as_str() };
            let lists = found.lists.iter().rposition(|l| !l.is_empty()).map_or(0, |last| last + 1);
            let comma = if n == 0 { "" } else { "," };
            write!(out, "{comma}[{}", serde_json::Value::from(shown)).expect("a String takes all");
            for list in &found.lists[..lists] {
                write!(out, ",\"{list}\"").expect("a String takes all");
            }
            out.push(']');
        }
        out.push(']');
        out
    }
}

/// Cuts words in order into files: one for all that share `depth` letters if it is small enough, else one for each
/// next letter. A word that is itself the beginning of others then has a file of its own, named with a space behind.
fn cut(lines: &[(&str, String)], depth: usize, files: &mut BTreeMap<String, String>) {
    let Some((first, _)) = lines.first() else { return };
    let beginning: String = first.chars().take(depth).collect();
    let size: usize = lines.iter().map(|(_, line)| line.len() + 2).sum();
    if size <= MOST || lines.len() == 1 {
        files.insert(beginning, object(lines));
        return;
    }
    let mut rest = lines;
    if first.chars().count() == depth {
        files.insert(format!("{beginning} "), object(&lines[..1]));
        rest = &lines[1..];
    }
    for group in rest.chunk_by(|a, b| a.0.chars().nth(depth) == b.0.chars().nth(depth)) {
        cut(group, depth + 1, files);
    }
}

/// The name of the file for words that begin so: letters that any file system holds, others by their number.
pub(super) fn file_name(beginning: &str) -> String {
    let letter = |c: char| match c {
        'a'..='z' | '0'..='9' => c.to_string(),
        c => format!("_{:x}", u32::from(c)),
    };
    if beginning.is_empty() { "_".to_owned() } else { beginning.chars().map(letter).collect() }
}

fn object(lines: &[(&str, String)]) -> String {
    let lines: Vec<&str> = lines.iter().map(|(_, line)| line.as_str()).collect();
    format!("{{\n{}\n}}", lines.join(",\n"))
}

/// Letters of numbers, in the order of what they stand for.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Adds a number in letters: five bits each, low ones first, 32 added where more follow.
pub(super) fn add(mut n: u32, out: &mut String) {
    loop {
        let low = n & 31;
        n >>= 5;
        let letter = if n == 0 { low } else { low | 32 };
        out.push(char::from(LETTERS[letter as usize]));
        if n == 0 {
            return;
        }
    }
}

/// Whether more letters of the same number follow.
fn goes_on(letter: u8) -> bool {
    LETTERS.iter().position(|known| *known == letter).is_some_and(|value| value & 32 != 0)
}

/// The numbers of documents in such a list of gaps.
pub(super) fn numbers(list: &str) -> impl Iterator<Item = u32> + '_ {
    let (mut at, mut gap, mut shift) = (0_u32, 0_u32, 0_u32);
    list.bytes().filter_map(move |letter| {
        let value = u32::try_from(LETTERS.iter().position(|known| *known == letter)?).ok()?;
        gap = gap.wrapping_add((value & 31).checked_shl(shift).unwrap_or_default());
        if value & 32 != 0 {
            shift += 5;
            return None;
        }
        at = at.wrapping_add(gap);
        (gap, shift) = (0, 0);
        Some(at)
    })
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).expect("a site has fewer words than that")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(terms: &Terms) -> String {
        let files = terms.files().into_iter();
        files.flat_map(|(name, text)| [name, "|".to_owned(), text]).collect()
    }

    #[test]
    fn words_with_their_documents() {
        let mut terms = Terms::with_abbreviations("TTHC = thủ tục hành chính");
        terms.name(0, "Thủ tục");
        terms.name(33, "thu tục hành chính");
        terms.text(33, "thủ", Weight::Beside);
        terms.name(40, "TTHC");
        assert_eq!(
            text_of(&terms),
            "|{\n\"chinh\":[[\"chính\",\"\",\"\",\"\",\"hBH\"]],\n\"hanh\":[[\"hành\",\"\",\"\",\"\",\"hBH\"]],\n\
             \"thu\":[[\"\",\"\",\"\",\"\",\"hB\"],[\"thủ\",\"hB\",\"\",\"\",\"AoB\"]],\n\
             \"tthc\":[[\"\",\"\",\"\",\"\",\"hBH\"]],\n\"tuc\":[[\"tục\",\"\",\"\",\"\",\"AhBH\"]]\n}"
        );
    }

    /// Whatever the number of processors, the files are the same.
    #[test]
    fn parts_make_the_whole() {
        let texts = ["Thủ tục hành chính", "TTHC của xã", "thu tục, Thủ 372/TB-VPCP", "xã hội số", "hành chính công"];
        let of = |range: std::ops::Range<usize>| {
            let mut terms = Terms::with_abbreviations("TTHC = thủ tục hành chính");
            for n in range {
                let number = u32::try_from(n * 700).expect("few");
                terms.name(number, texts[n]);
                terms.text(number, texts[(n + 1) % texts.len()], Weight::Beside);
            }
            terms
        };
        let whole = text_of(&of(0..texts.len()));
        for cut in 0..=texts.len() {
            assert_eq!(text_of(&of(0..cut).followed_by(of(cut..texts.len()))), whole, "{cut}");
        }
    }

    #[test]
    fn files_are_cut_where_they_grow() {
        let mut terms = Terms::default();
        for n in 0..9000 {
            terms.text(n, &format!("thu thue x{n}"), Weight::Long);
        }
        let files = terms.files();
        assert!(files.contains_key("thu ") || files.contains_key("t"), "{:?}", files.keys().collect::<Vec<_>>());
        assert!(files.values().all(|f| f.len() <= MOST + 9), "{:?}", files.values().map(String::len).max());
        let names: Vec<&String> = files.keys().collect();
        for name in &names {
            let inside = names.iter().find(|other| other.starts_with(name.as_str()) && *other != name);
            assert_eq!(inside, None, "{name}");
        }
    }
}
