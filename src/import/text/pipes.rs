//! Tables drawn with `|`, as Markdown has them.

use super::{clean, marks};
use crate::import::paper::{Cell, Row, Table};

/// Most lines over which one row may go on.
const MAX_LINES: usize = 200;
/// Most columns of a table.
const MAX_COLUMNS: usize = 200;

/// Whether a line begins a row.
pub fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('|') && line.len() > 1 && line[1..].contains('|')
}

/// The rows that begin at the first of `lines`, and how many lines they take. `number` is that of the first line.
pub fn read(lines: &[&str], number: u32) -> (Table, usize) {
    let mut rows: Vec<Row> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at).filter(|line| is_row(line)) {
        let first = at;
        let mut text = line.trim().to_owned();
        at += 1;
        // A line end inside a cell.
        while !text.ends_with('|')
            && let Some(more) =
                lines.get(at).filter(|more| at - first < MAX_LINES && !more.trim().is_empty() && !is_row(more))
        {
            text.push('\n');
            text.push_str(more.trim());
            at += 1;
        }
        let cells = cells(&text);
        if !is_separator(&cells) {
            let cells = cells.into_iter().map(|text| Cell { text: words(&text), ..Cell::default() }).collect();
            rows.push(Row { number: number.saturating_add(first as u32), cells });
        }
    }
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for row in &mut rows {
        row.cells.resize(width, Cell::default());
    }
    (Table { sheet: None, number: 0, rows }, at)
}

/// The cells of a row, divided at every `|` that is not escaped.
fn cells(row: &str) -> Vec<String> {
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').unwrap_or(row);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in row.chars() {
        if c == '|' && !escaped && cells.len() < MAX_COLUMNS {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    cells
}

/// Whether it is the line below the head: `---`, `:--:`.
fn is_separator(cells: &[String]) -> bool {
    cells.iter().all(|cell| {
        let cell = cell.trim();
        cell.contains('-') && cell.chars().all(|c| matches!(c, '-' | ':' | ' '))
    })
}

fn words(cell: &str) -> String {
    let lines = cell.lines().map(marks::off).collect::<Vec<_>>();
    clean::lines(&lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(table: &Table) -> Vec<Vec<&str>> {
        table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect()
    }

    #[test]
    fn tables_of_pipes() {
        let lines = [
            "| TT | **Việc** |",
            "|---|:-:|",
            "| 1\\. | Rà soát<br>báo cáo | x \\| y |",
            "| 2 |",
            "| 3 | dài",
            "thêm |",
            "sau",
        ];
        let (table, used) = read(&lines, 5);
        assert_eq!(used, 6);
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [5, 7, 8, 9]);
        assert_eq!(
            texts(&table),
            [["TT", "Việc", ""], ["1.", "Rà soát\nbáo cáo", "x | y"], ["2", "", ""], ["3", "dài\nthêm", ""]]
        );
        assert!(!is_row("|") && !is_row("a | b"));
    }
}
