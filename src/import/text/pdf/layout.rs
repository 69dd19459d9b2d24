//! Pages one behind the other as one text: lines, footnotes, and the places of tables.

use super::page::{Line, Page};
use super::tables::{Drawn, go_on};
use crate::import::paper::Table;
use crate::import::text::line::is_of_page;
use crate::import::text::plain;

/// All pages as one text, and the tables that have a line for their place in it. Footnotes are marked as they are in
/// Markdown.
pub fn text(pages: Vec<(Page, Vec<Drawn>)>) -> (String, Vec<Table>) {
    let lines = || pages.iter().flat_map(|(page, _)| &page.lines);
    let size = middle(lines().map(|line| line.size)).unwrap_or(12.0);
    let left = low(lines().map(Line::left)).unwrap_or(0.0);
    let unit = size * 0.45;
    let mut text = String::new();
    let mut tables: Vec<Table> = Vec::new();
    // The columns of the last table, as long as nothing stands below it.
    let mut open: Option<Vec<f32>> = None;
    for (page, drawn) in pages {
        let mut drawn = drawn.into_iter().peekable();
        text.push('\u{c}');
        let steps = page.lines.windows(2).map(|pair| pair[0].base - pair[1].base).filter(|step| *step < size * 2.5);
        let step = middle(steps).unwrap_or(size * 1.2);
        let notes = footnotes(&page.lines, size);
        let mut before: Option<f32> = None;
        let mut put = |drawn: Drawn, open: &mut Option<Vec<f32>>, text: &mut String| {
            let same = |columns: &Vec<f32>| {
                columns.len() == drawn.columns.len()
                    && columns.iter().zip(&drawn.columns).all(|(a, b)| (a - b).abs() < 6.0)
            };
            if let Some(table) = tables.last_mut().filter(|_| open.as_ref().is_some_and(same)) {
                go_on(table, drawn.table);
            } else {
                text.push_str(&plain::place_of(tables.len()));
                tables.push(drawn.table);
            }
            *open = Some(drawn.columns);
        };
        for line in &page.lines[..notes] {
            while let Some(drawn) = drawn.next_if(|drawn| drawn.top > line.base) {
                put(drawn, &mut open, &mut text);
            }
            if before.is_some_and(|base| base - line.base > step * 1.3) {
                text.push('\n');
            }
            before = Some(line.base);
            let words = line.text(left, unit);
            if !is_of_page(words.trim()) {
                open = None;
            }
            text.push_str(&words);
            text.push('\n');
        }
        drawn.for_each(|drawn| put(drawn, &mut open, &mut text));
        for (n, line) in page.lines[notes..].iter().enumerate() {
            if line.signed || n == 0 {
                text.push_str("\n[^*]: ");
            }
            text.push_str(line.text(line.left(), unit).trim());
            text.push(' ');
        }
        text.push('\n');
    }
    (text, tables)
}

/// Where the footnotes of a page begin: smaller lines down to its end, the first of them signed.
fn footnotes(lines: &[Line], size: f32) -> usize {
    let small = lines.iter().rev().take_while(|line| line.size < size * 0.9).count();
    let first = lines.len() - small;
    lines.iter().skip(first).position(|line| line.signed).map_or(lines.len(), |n| first + n)
}

fn middle(numbers: impl Iterator<Item = f32>) -> Option<f32> {
    let mut numbers: Vec<f32> = numbers.collect();
    numbers.sort_by(f32::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

/// The left edge of the text: a few things may stand outside it.
fn low(numbers: impl Iterator<Item = f32>) -> Option<f32> {
    let mut numbers: Vec<f32> = numbers.collect();
    numbers.sort_by(f32::total_cmp);
    numbers.get(numbers.len() / 20).copied()
}
