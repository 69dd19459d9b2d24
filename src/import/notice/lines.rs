//! A paper as lines, whatever it was laid out as: letterheads and signatures are often tables of two columns.

use crate::import::paper::{Block, Paper, Place};

/// A line of a paper.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Its printed words, the automatic number included.
    pub(super) text: String,
    /// Column of the table that it stands in, from 0.
    pub(super) column: Option<usize>,
    pub(super) at: Place,
}

/// The lines of a paper in its order, those of a table row by row. Rules of dashes and blank lines are left out.
pub(super) fn lines(paper: &Paper) -> Vec<Line> {
    let mut all = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let line = |text: &str| Line { text: words(text), column: None, at: paragraph.at.clone() };
                // A typed line break inside the text of a clause is no new paragraph.
                all.push(line(&paragraph.printed().replace('\n', " ")));
            }
            Block::Table(table) => {
                for row in &table.rows {
                    for (column, cell) in row.cells.iter().enumerate() {
                        let at = Place::Row { table: None, row: row.number };
                        let line = |text: &str| Line { text: words(text), column: Some(column), at: at.clone() };
                        all.extend(cell.text.lines().map(line));
                    }
                }
            }
        }
    }
    all.retain(|line| line.text.chars().any(char::is_alphanumeric));
    all
}

/// Single spaces, no rule of dashes or dots at the end.
fn words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_rule = |word: &&str| word.len() >= 3 && word.chars().all(|c| matches!(c, '-' | '_' | '—' | '–' | '*' | '='));
    let kept: Vec<&str> = words.into_iter().filter(|word| !is_rule(word)).collect();
    kept.join(" ")
}

/// Whether it is written in capitals only.
pub(super) fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}
