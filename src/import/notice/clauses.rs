//! The paragraphs of a paper's body, each with the path of the clause that it belongs to.

use super::label::Mark;
use crate::import::draft::Clause;
use crate::import::paper::Place;

/// A paragraph of the body.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Item {
    /// Its words without the label.
    pub(super) text: String,
    pub(super) at: Place,
    /// Of the innermost clause that is open; empty before the first.
    pub(super) path: String,
    /// Of its own label, the smaller the higher; none for a paragraph that has none.
    pub(super) rank: Option<u8>,
    /// Its label as printed.
    pub(super) label: String,
    /// Whether the label was lost or printed wrongly and is told by its neighbours.
    pub(super) repaired: bool,
}

/// A clause that is open while its paragraphs are read.
struct Open {
    mark: Mark,
    rank: u8,
    /// Its end of the path.
    part: String,
    /// Of a dash or ordinal: its number.
    count: u32,
}

/// Deeper clauses are text of the clause above.
const MAX_DEPTH: usize = 12;

/// Cuts the paragraphs (their printed words and places) into clauses.
pub(super) fn items(paragraphs: &[(String, Place)]) -> Vec<Item> {
    let mut labelled: Vec<Labelled> = paragraphs.iter().map(|(text, _)| Labelled::read(text)).collect();
    repair_letters(&mut labelled);
    let mut open: Vec<Open> = Vec::new();
    let mut capital_first = None;
    let mut all = Vec::new();
    for (read, (printed, at)) in labelled.into_iter().zip(paragraphs) {
        let Labelled { mark, rest, mut repaired } = read;
        let found = match mark {
            Some(mark) if fits(&mark, &open) => Some((mark, rest)),
            Some(_) => None,
            None => lost_number(printed, &open).inspect(|_| repaired = true),
        };
        let mut item = Item { text: printed.clone(), at: at.clone(), ..Item::default() };
        if let Some((mark, rest)) = found {
            if capital_first.is_none() && matches!(mark, Mark::Part(_) | Mark::Upper(_)) {
                capital_first = Some(matches!(mark, Mark::Upper(_)));
            }
            item.rank = Some(enter(mark, &mut open, capital_first == Some(true)));
            printed.strip_suffix(rest.as_str()).unwrap_or_default().trim().clone_into(&mut item.label);
            item.text = rest;
            item.repaired = repaired;
        }
        item.path = path(&open);
        all.push(item);
    }
    // The last paragraph ends the paper, not its last clause.
    if let Some(last) = all.last_mut().filter(|last| last.rank.is_none() && last.text.ends_with("./.")) {
        last.path.clear();
    }
    all
}

/// What a paragraph begins with, before its neighbours are known.
struct Labelled {
    mark: Option<Mark>,
    rest: String,
    repaired: bool,
}

impl Labelled {
    fn read(text: &str) -> Self {
        match Mark::read(text) {
            Some((mark, rest)) => Self { mark: Some(mark), rest: rest.to_owned(), repaired: false },
            None => Self { mark: None, rest: text.to_owned(), repaired: false },
        }
    }
}

/// The clauses: the words of paragraphs with the same path, on lines of their own.
pub(super) fn clauses(items: &[Item]) -> Vec<Clause> {
    let mut all: Vec<Clause> = Vec::new();
    for item in items {
        match all.last_mut().filter(|last| last.path == item.path && item.rank.is_none()) {
            Some(last) => {
                last.text.push('\n');
                last.text.push_str(&item.text);
            }
            None => all.push(Clause {
                path: item.path.clone(),
                label: item.label.clone(),
                text: item.text.clone(),
                at: item.at.clone(),
            }),
        }
    }
    all
}

/// Two `đ)` in a row after `c)`: the first is a `d)` that was read wrongly.
fn repair_letters(all: &mut [Labelled]) {
    let mut letters: Vec<(usize, char)> = Vec::new();
    for n in 0..all.len() {
        match &all[n].mark {
            Some(Mark::Letter(c)) => {
                let letter = *c;
                if let [.., (_, 'c'), (last, 'đ')] = letters[..]
                    && letter == 'đ'
                {
                    all[last].mark = Some(Mark::Letter('d'));
                    all[last].repaired = true;
                }
                letters.push((n, letter));
            }
            Some(Mark::Part(_) | Mark::Upper(_) | Mark::Article(_) | Mark::Number(_)) => letters.clear(),
            Some(Mark::Ordinal(_) | Mark::Dash(_) | Mark::Paren(_)) | None => {}
        }
    }
}

/// `. Để …` after clause 1: the number of clause 2 was lost. Gives what follows the sign as well.
fn lost_number(text: &str, open: &[Open]) -> Option<(Mark, String)> {
    let rest = text.strip_prefix('.')?.trim_start();
    rest.starts_with(char::is_uppercase).then_some(())?;
    let mut number =
        open.iter().find_map(|o| if let Mark::Number(parts) = &o.mark { Some(parts.clone()) } else { None })?;
    *number.last_mut()? += 1;
    Some((Mark::Number(number), rest.to_owned()))
}

/// Whether a doubtful label (`C.`, `b.`) goes on from what came before.
fn fits(mark: &Mark, open: &[Open]) -> bool {
    let follows = |c: char, last: Option<char>| c.eq_ignore_ascii_case(&'a') || last.is_some_and(|l| l < c || c == 'đ');
    match mark {
        Mark::Upper(c) => {
            follows(*c, open.iter().find_map(|o| if let Mark::Upper(l) = o.mark { Some(l) } else { None }))
        }
        Mark::Part(_)
        | Mark::Article(_)
        | Mark::Number(_)
        | Mark::Letter(_)
        | Mark::Ordinal(_)
        | Mark::Dash(_)
        | Mark::Paren(_) => true,
    }
}

/// Opens a clause and gives its rank.
fn enter(mark: Mark, open: &mut Vec<Open>, capitals_above: bool) -> u8 {
    let counted = matches!(mark, Mark::Dash(_) | Mark::Ordinal(_));
    let same = |o: &Open| match (&o.mark, &mark) {
        (Mark::Dash(a), Mark::Dash(b)) => a == b,
        (Mark::Ordinal(_), Mark::Ordinal(_)) => true,
        _ => false,
    };
    let (rank, count) = match open.iter().find(|o| counted && same(o)) {
        Some(o) => (o.rank, o.count + 1),
        None if counted => {
            let below =
                open.iter().filter(|o| matches!(o.mark, Mark::Dash(_) | Mark::Ordinal(_))).map(|o| o.rank).max();
            (below.map_or(50, |rank| rank.saturating_add(1).min(89)), 1)
        }
        None if capitals_above && matches!(mark, Mark::Upper(_)) => (9, 0),
        None => (mark.rank(), 0),
    };
    open.retain(|o| o.rank < rank);
    let part = match &mark {
        Mark::Part(numeral) | Mark::Paren(numeral) => numeral.clone(),
        Mark::Upper(c) | Mark::Letter(c) => c.to_string(),
        Mark::Article(n) | Mark::Ordinal(n) => n.to_string(),
        Mark::Dash(_) => count.to_string(),
        Mark::Number(parts) => {
            // `2.1` below an open `2` adds the `1` alone.
            while let Some(Open { mark: Mark::Number(above), .. }) = open.last()
                && !(parts.starts_with(above) && parts.len() > above.len())
            {
                open.pop();
            }
            let shared = match open.last() {
                Some(Open { mark: Mark::Number(above), .. }) => above.len(),
                _ => 0,
            };
            let own: Vec<String> = parts.iter().skip(shared).map(u32::to_string).collect();
            own.join(".")
        }
    };
    if open.len() < MAX_DEPTH {
        open.push(Open { mark, rank, part, count });
    }
    rank
}

fn path(open: &[Open]) -> String {
    let parts: Vec<&str> = open.iter().map(|o| o.part.as_str()).collect();
    parts.join(".")
}
