//! Tables, by the lines that are drawn around their cells.

use super::content::Piece;
use super::page::Page;
use super::rules::Rule;
use crate::import::paper::{Cell, Merged, Row, Table};

/// Lines this near to each other are one, or touch.
const NEAR: f32 = 3.5;
/// Most columns, and most rows on one page.
const MOST: usize = 200;

/// A table on a page.
pub struct Drawn {
    /// Its upper edge.
    pub top: f32,
    /// The edges of its columns.
    pub columns: Vec<f32>,
    pub table: Table,
}

/// A line along one direction: where it is, and from where to where it goes.
#[derive(Clone, Copy)]
struct Along {
    at: f32,
    from: f32,
    to: f32,
}

/// Takes the tables out of a page: their words are no longer among its pieces.
pub fn take(pieces: &mut Vec<Piece>, rules: &[Rule]) -> Vec<Drawn> {
    let level = |rule: &&Rule| rule.to.0 - rule.from.0 > rule.to.1 - rule.from.1;
    let across = joined(rules.iter().filter(level).map(|r| Along { at: r.from.1, from: r.from.0, to: r.to.0 }));
    let upright =
        joined(rules.iter().filter(|r| !level(r)).map(|r| Along { at: r.from.0, from: r.from.1, to: r.to.1 }));
    let mut found: Vec<Drawn> = Vec::new();
    for (across, upright) in groups(&across, &upright) {
        let columns = places(upright.iter().map(|line| line.at));
        let mut rows = places(across.iter().map(|line| line.at));
        rows.reverse();
        if columns.len() < 3 || rows.len() < 2 || columns.len() > MOST || rows.len() > MOST {
            continue;
        }
        found.push(table(&columns, &rows, &across, &upright, pieces));
    }
    found.sort_by(|a, b| b.top.total_cmp(&a.top));
    found
}

/// Lines one behind the other as one line.
fn joined(lines: impl Iterator<Item = Along>) -> Vec<Along> {
    let mut lines: Vec<Along> = lines.collect();
    // In strips of about the same place, from one end to the other.
    lines.sort_by(|a, b| (a.at / NEAR).round().total_cmp(&(b.at / NEAR).round()).then(a.from.total_cmp(&b.from)));
    let mut done: Vec<Along> = Vec::new();
    for line in lines {
        match done.last_mut() {
            Some(last) if (last.at - line.at).abs() < NEAR && line.from <= last.to + NEAR => {
                last.to = last.to.max(line.to);
            }
            Some(_) | None => done.push(line),
        }
    }
    done.retain(|line| line.to - line.from > 2.0 * NEAR);
    done
}

/// The lines of each table: those that touch each other.
fn groups(across: &[Along], upright: &[Along]) -> Vec<(Vec<Along>, Vec<Along>)> {
    let mut of_upright: Vec<usize> = (0..upright.len()).collect();
    let mut of_across: Vec<Option<usize>> = vec![None; across.len()];
    if across.len().saturating_mul(upright.len()) > 1_000_000 {
        return Vec::new();
    }
    for (n, line) in across.iter().enumerate() {
        for (m, other) in upright.iter().enumerate() {
            let meets = other.at >= line.from - NEAR && other.at <= line.to + NEAR;
            if !(meets && line.at >= other.from - NEAR && line.at <= other.to + NEAR) {
                continue;
            }
            let (new, old) = (of_across[n].unwrap_or(of_upright[m]), of_upright[m]);
            of_across[n] = Some(new);
            if new != old {
                of_upright.iter_mut().filter(|group| **group == old).for_each(|group| *group = new);
                of_across.iter_mut().filter(|group| **group == Some(old)).for_each(|group| *group = Some(new));
            }
        }
    }
    let mut names: Vec<usize> = of_across.iter().flatten().copied().collect();
    names.sort_unstable();
    names.dedup();
    let group = |name: usize| {
        let across = across.iter().zip(&of_across).filter(|(_, group)| **group == Some(name)).map(|(line, _)| *line);
        let upright = upright.iter().zip(&of_upright).filter(|(_, group)| **group == name).map(|(line, _)| *line);
        (across.collect(), upright.collect())
    };
    names.into_iter().map(group).collect()
}

/// The different places of lines, from the lowest.
fn places(places: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut places: Vec<f32> = places.collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|a, b| (*a - *b).abs() < NEAR);
    places
}

fn table(columns: &[f32], rows: &[f32], across: &[Along], upright: &[Along], pieces: &mut Vec<Piece>) -> Drawn {
    let (width, height) = (columns.len() - 1, rows.len() - 1);
    let mut words: Vec<Vec<Piece>> = vec![Vec::new(); width * height];
    pieces.retain(|piece| {
        let (x, y) = (piece.left.midpoint(piece.right), piece.base + piece.size * 0.3);
        let column = columns.iter().rposition(|edge| x >= *edge).filter(|n| *n < width);
        let row = rows.iter().rposition(|edge| y <= *edge).filter(|n| *n < height);
        match (column, row) {
            (Some(column), Some(row)) => {
                words[row * width + column].push(piece.clone());
                false
            }
            (_, _) => true,
        }
    });
    let drawn = |lines: &[Along], at: f32, through: f32| {
        lines.iter().any(|line| (line.at - at).abs() < NEAR && line.from <= through && through <= line.to)
    };
    let mut merged = vec![Merged::No; width * height];
    // Where words go: the cell that one is part of.
    let mut home: Vec<usize> = (0..width * height).collect();
    for row in 0..height {
        let middle = rows[row].midpoint(rows[row + 1]);
        for column in 0..width {
            let here = row * width + column;
            if column > 0 && !drawn(upright, columns[column], middle) {
                (merged[here], home[here]) = (Merged::Left, home[here - 1]);
            } else if row > 0 && !drawn(across, rows[row], columns[column].midpoint(columns[column + 1])) {
                (merged[here], home[here]) = (Merged::Above, home[here - width]);
            }
        }
    }
    let mut gathered: Vec<Vec<Piece>> = vec![Vec::new(); width * height];
    for (n, words) in words.into_iter().enumerate() {
        gathered[home[n]].extend(words);
    }
    let mut gathered = gathered.into_iter().zip(merged);
    let rows_of_table = (0..height).map(|row| {
        let cell = |(column, (words, merged)): (usize, (Vec<Piece>, Merged))| {
            let room = columns[column + 1] - columns[column];
            Cell { text: Page::of(words).paragraphs(room), merged, is_day: false }
        };
        Row { number: row as u32 + 1, cells: gathered.by_ref().take(width).enumerate().map(cell).collect() }
    });
    let table = Table { sheet: None, number: 0, rows: rows_of_table.collect() };
    Drawn { top: rows[0], columns: columns.to_vec(), table }
}

/// Goes on with a table on the next page: its head is printed again, or a row goes on.
pub fn go_on(table: &mut Table, next: Table) {
    let same = |a: &Row, b: &Row| a.cells.iter().map(|c| &c.text).eq(b.cells.iter().map(|c| &c.text));
    let mut rows = next.rows;
    let again = rows.iter().zip(&table.rows).take_while(|(a, b)| same(a, b)).count();
    rows.drain(..again);
    let goes_on = rows
        .first()
        .and_then(|row| row.cells.first())
        .is_some_and(|cell| cell.text.is_empty() && cell.merged == Merged::No);
    if goes_on {
        let row = rows.remove(0);
        if let Some(last) = table.rows.last_mut() {
            for (cell, more) in last.cells.iter_mut().zip(row.cells).filter(|(_, more)| !more.text.is_empty()) {
                if !cell.text.is_empty() {
                    cell.text.push(' ');
                }
                cell.text.push_str(&more.text);
            }
        }
    }
    table.rows.extend(rows);
    for (n, row) in table.rows.iter_mut().enumerate() {
        row.number = n as u32 + 1;
    }
}
