//! Pieces of text at their places become the lines of a page, in which room between words is kept as spaces.

use super::content::Piece;
use crate::import::text::clean;
use crate::import::text::labels::{begins_item, starts_small};
use crate::import::text::line::is_finished;

/// The lines of a page, from above.
#[derive(Debug, Default)]
pub struct Page {
    pub lines: Vec<Line>,
}

/// Room that a cell leaves on its sides, in points.
const PADDING: f32 = 9.0;

/// A printed line.
#[derive(Debug, Clone)]
pub struct Line {
    pub base: f32,
    pub size: f32,
    words: Vec<Word>,
    /// It begins with the sign of a footnote.
    pub signed: bool,
}

#[derive(Debug, Clone)]
struct Word {
    left: f32,
    right: f32,
    text: String,
}

impl Page {
    pub fn of(mut pieces: Vec<Piece>) -> Self {
        pieces.retain(|p| p.size > 1.0 && [p.left, p.right, p.base, p.size].iter().all(|n| n.abs() < 20_000.0));
        pieces.sort_by(|a, b| b.base.total_cmp(&a.base));
        let mut rows: Vec<(f32, f32, Vec<Piece>)> = Vec::new();
        for piece in pieces {
            match rows.last_mut() {
                // Signs of footnotes stand higher than their line, and are smaller.
                Some((base, size, row)) if *base - piece.base < size.max(piece.size) * 0.5 => {
                    if piece.size > *size * 1.1 && !piece.letters.trim().is_empty() {
                        (*base, *size) = (piece.base, piece.size);
                    }
                    row.push(piece);
                }
                Some(_) | None => rows.push((piece.base, piece.size, vec![piece])),
            }
        }
        let lines = rows.into_iter().map(|(base, size, row)| Line::of(base, size, row));
        Self { lines: lines.filter(|line| !line.words.is_empty()).collect() }
    }

    /// The words of a cell that is so wide. A line ends where the next word had room behind it, or an item begins.
    pub fn paragraphs(&self, room: f32) -> String {
        let mut text = String::new();
        let mut before: Option<(f32, String)> = None;
        for line in &self.lines {
            let words: Vec<&str> = line.words.iter().map(|word| word.text.as_str()).collect();
            let words = clean::line(&words.join(" "));
            let width =
                |from: Option<&Word>, to: Option<&Word>| to.map_or(0.0, |w| w.right) - from.map_or(0.0, |w| w.left);
            if let Some((taken, last)) = &before {
                let next = width(line.words.first(), line.words.first());
                let finished = is_finished(last);
                let typed = taken + line.size * 0.3 + next < room - PADDING && (finished || !starts_small(&words));
                text.push(if typed || begins_item(&words, last, finished) { '\n' } else { ' ' });
            }
            text.push_str(&words);
            before = Some((width(line.words.first(), line.words.last()), words));
        }
        text
    }
}

impl Line {
    fn of(base: f32, size: f32, mut pieces: Vec<Piece>) -> Self {
        pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
        let mut line = Self { base, size, words: Vec::new(), signed: false };
        let mut apart = true;
        let mut before: Option<(f32, String)> = None;
        for piece in pieces {
            if piece.letters.trim().is_empty() {
                apart = true;
                continue;
            }
            // Bold is sometimes made by drawing a letter twice.
            let twice = before
                .as_ref()
                .is_some_and(|(left, letters)| piece.left - left < size * 0.08 && *letters == piece.letters);
            if twice {
                continue;
            }
            before = Some((piece.left, piece.letters.clone()));
            if piece.size < size * 0.75 && piece.base > base + size * 0.15 && is_sign(&piece.letters, &line.words) {
                line.signed |= line.words.is_empty();
                continue;
            }
            match line.words.last_mut() {
                // Letters that were put over a blank to fill it touch each other all the same.
                Some(word) if piece.left - word.right < size * if apart { 0.06 } else { 0.2 } => {
                    word.text.push_str(&piece.letters);
                    word.right = word.right.max(piece.right);
                }
                Some(_) | None => {
                    line.words.push(Word { left: piece.left, right: piece.right, text: piece.letters });
                }
            }
            apart = false;
        }
        line
    }

    pub fn left(&self) -> f32 {
        self.words.first().map_or(0.0, |word| word.left)
    }

    /// The line as text: one space between words, more where there is the room of a column.
    pub fn text(&self, left: f32, unit: f32) -> String {
        let mut text = String::new();
        let mut columns = 0;
        let mut end: Option<f32> = None;
        for word in &self.words {
            let column = ((word.left - left) / unit).round().clamp(0.0, 300.0) as i64;
            let column = usize::try_from(column).unwrap_or(0);
            let spaces = match end {
                None => column,
                Some(end) if word.left - end > self.size * 1.5 => column.saturating_sub(columns).max(3),
                Some(_) => 1,
            };
            text.extend(std::iter::repeat_n(' ', spaces));
            text.push_str(&word.text);
            columns += spaces + word.text.chars().count();
            end = Some(word.right);
        }
        text
    }
}

/// Whether small raised letters are the sign of a footnote, and not of square or cubic metres.
fn is_sign(letters: &str, before: &[Word]) -> bool {
    let measure = before.last().is_some_and(|word| matches!(&*word.text, "m" | "km" | "cm" | "mm" | "dm"));
    letters.chars().all(|c| c.is_ascii_digit() || matches!(c, '*' | '(' | ')' | '[' | ']')) && !measure
}
