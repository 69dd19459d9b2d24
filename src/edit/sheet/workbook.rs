//! Reads the sheets of an XLSX workbook (ECMA-376) as they were stored.
//!
//! Nothing that a file states about itself is believed: not its counts, not its sizes, not its dimensions. A part is read
//! once, however often it is named.

use super::cell::{Bound, Cell, SheetError};
use super::grid::{Area, Grid, column_of};
use super::lines::{Line, Lines};
use super::number_format::NumberFormat;
use super::package::{Package, add_text, attribute, walk};
use super::shared_parts::{formats, shared_texts, unescaped};
use chrono::{NaiveDate, TimeDelta};
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};

struct Workbook {
    /// Names and paths of the sheets.
    sheets: Vec<(String, String)>,
    /// Paths of the sheets that the program does not show.
    hidden: BTreeSet<String>,
    /// Texts that cells share.
    texts: Vec<String>,
    /// By the number of a cell's style.
    formats: Vec<NumberFormat>,
    /// Whether days are counted from 1904, as old Macs did.
    from_1904: bool,
}

/// The lines of the one sheet with the heads of the form.
pub fn read(bytes: &[u8]) -> Result<Vec<Line>, SheetError> {
    let mut package = Package::open(bytes)?;
    let book = Workbook::open(&mut package)?;
    let mut found: Option<(&str, Vec<Line>)> = None;
    for (name, path) in &book.sheets {
        let Some(part) = package.part(path)? else { continue };
        let Some(lines) = book.lines(&part, &mut package)? else { continue };
        if let Some((first, _)) = found {
            return Err(SheetError::TwoSheets(first.to_owned(), name.clone()));
        }
        found = Some((name, lines));
    }
    found.map(|(_, lines)| lines).ok_or(SheetError::NoHeads)
}

/// Everything on the sheets that are shown, in their order.
pub fn grids(package: &mut Package<'_>) -> Result<Vec<Grid>, SheetError> {
    let book = Workbook::open(package)?;
    let mut grids = Vec::new();
    for (name, path) in book.sheets.iter().filter(|(_, path)| !book.hidden.contains(path)) {
        let Some(part) = package.part(path)? else { continue };
        let mut grid = Grid::new(name.clone());
        book.rows(&part, package, |row| match row {
            Part::Row(number, cells) => grid.take(number, cells),
            Part::Merged(area) => {
                grid.merged.push(area);
                Ok(())
            }
        })?;
        grids.push(grid);
    }
    Ok(grids)
}

/// A part of a sheet.
enum Part {
    /// A row by its number, and its cells by their columns.
    Row(u32, BTreeMap<usize, Cell>),
    Merged(Area),
}

impl Workbook {
    fn open(package: &mut Package<'_>) -> Result<Self, SheetError> {
        let root = package.relations("")?.into_iter().find(|r| r.kind == "officeDocument").ok_or(SheetError::Other)?;
        let text = package.part(&root.path)?.ok_or(SheetError::Other)?;
        let relations = package.relations(&root.path)?;
        let mut book = Self {
            sheets: Vec::new(),
            hidden: BTreeSet::new(),
            texts: Vec::new(),
            formats: Vec::new(),
            from_1904: false,
        };
        let by_id: BTreeMap<&str, &str> =
            relations.iter().filter(|r| r.kind == "worksheet").map(|r| (r.id.as_str(), r.path.as_str())).collect();
        let mut named: BTreeMap<&str, String> = BTreeMap::new();
        walk(&text, |event| {
            let Event::Start(e) = event else { return Ok(()) };
            match e.local_name().as_ref() {
                "workbookPr" if matches!(&*attribute(e, "date1904"), "1" | "true") => book.from_1904 = true,
                // Sheets of charts have no cells.
                "sheet" => {
                    if let Some(path) = by_id.get(&*attribute(e, "id"))
                        && !named.contains_key(path)
                    {
                        named.insert(path, attribute(e, "name"));
                        if matches!(&*attribute(e, "state"), "hidden" | "veryHidden") {
                            book.hidden.insert((*path).to_owned());
                        }
                        book.sheets.push((attribute(e, "name"), (*path).to_owned()));
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        for part in &relations {
            match &*part.kind {
                "sharedStrings" => book.texts = shared_texts(&package.part(&part.path)?.unwrap_or_default())?,
                "styles" => book.formats = formats(&package.part(&part.path)?.unwrap_or_default())?,
                _ => {}
            }
        }
        Ok(book)
    }

    /// The lines of a sheet; none if it is no report form.
    fn lines(&self, part: &str, package: &mut Package<'_>) -> Result<Option<Vec<Line>>, SheetError> {
        let mut lines = Lines::default();
        self.rows(part, package, |row| match row {
            Part::Row(number, cells) => lines.take(number, cells),
            Part::Merged(_) => Ok(()),
        })?;
        Ok(lines.found())
    }

    /// Shows the rows of a sheet, and which of its cells are merged.
    fn rows(
        &self,
        part: &str,
        package: &mut Package<'_>,
        mut see: impl FnMut(Part) -> Result<(), SheetError>,
    ) -> Result<(), SheetError> {
        let (mut row, mut column) = (0_u32, 0_usize);
        let mut cells: BTreeMap<usize, Cell> = BTreeMap::new();
        let (mut cell, mut into) = (Stored::default(), Into::Nothing);
        walk(part, |event| {
            match event {
                Event::Start(e) => match e.local_name().as_ref() {
                    "row" => {
                        let number = attribute(e, "r").parse().ok();
                        row = number.or(row.checked_add(1)).ok_or(SheetError::Damaged)?;
                        (column, cells) = (0, BTreeMap::new());
                    }
                    "c" => {
                        column = column_of(&attribute(e, "r")).unwrap_or(column);
                        Bound::Columns.hold(column + 1)?;
                        cell = Stored::of(e);
                    }
                    "f" => cell.formula = true,
                    "v" => {
                        cell.value.get_or_insert_default();
                        into = Into::Value;
                    }
                    "t" if into != Into::Reading => into = Into::Inline,
                    "mergeCell" => {
                        if let Some(area) = Area::of(&attribute(e, "ref")) {
                            see(Part::Merged(area))?;
                        }
                    }
                    // How a text is to be read aloud is no part of it.
                    "rPh" => into = Into::Reading,
                    _ => {}
                },
                Event::End(e) => match e.local_name().as_ref() {
                    "v" | "rPh" => into = Into::Nothing,
                    "t" if into != Into::Reading => into = Into::Nothing,
                    "c" => {
                        if let Some(value) = self.value(&mut cell, package)? {
                            cells.insert(column, value);
                        }
                        column += 1;
                    }
                    "row" => see(Part::Row(row, std::mem::take(&mut cells)))?,
                    _ => {}
                },
                text => match into {
                    Into::Value => add_text(text, cell.value.get_or_insert_default()),
                    Into::Inline => add_text(text, cell.inline.get_or_insert_default()),
                    Into::Reading | Into::Nothing => {}
                },
            }
            Ok(())
        })
    }

    fn value(&self, cell: &mut Stored, package: &mut Package<'_>) -> Result<Option<Cell>, SheetError> {
        let Stored { kind, style, formula, value, inline } = std::mem::take(cell);
        if kind == "inlineStr" {
            return Ok(inline.map(|text| Cell::Text(unescaped(&text))));
        }
        let Some(value) = value else { return Ok(formula.then_some(Cell::NoValue)) };
        let text = value.trim();
        Ok(match &*kind {
            "str" => Some(Cell::Text(unescaped(&value))),
            _ if text.is_empty() => formula.then_some(Cell::NoValue),
            "s" => {
                let shared = text.parse().ok().and_then(|n: usize| self.texts.get(n)).ok_or(SheetError::Damaged)?;
                // Each cell gets a copy.
                package.spend(shared.len())?;
                Some(Cell::Text(shared.clone()))
            }
            "b" => Some(Cell::Flag(matches!(text, "1" | "true"))),
            "d" => Some(text.get(..10).and_then(|day| day.parse().ok()).map_or(Cell::Error(value), Cell::Day)),
            "" | "n" => Some(match text.parse::<f64>() {
                Ok(number) if number.is_finite() => self.number(number, style),
                Ok(_) | Err(_) => Cell::Error(value),
            }),
            _ => Some(Cell::Error(value)),
        })
    }

    fn number(&self, number: f64, style: usize) -> Cell {
        let format = match self.formats.get(style) {
            Some(format) => *format,
            // A workbook without styles shows numbers as they are; a style that is not there may be any.
            None if style == 0 => NumberFormat::Plain,
            None => NumberFormat::Other,
        };
        let day = (format == NumberFormat::Day).then(|| day_of(number, self.from_1904)).flatten();
        day.map_or(Cell::Number(number, format), Cell::Day)
    }
}

/// Where the characters of a part belong.
#[derive(PartialEq, Eq)]
enum Into {
    Value,
    Inline,
    Reading,
    Nothing,
}

/// What stands between the tags of a cell.
#[derive(Default)]
struct Stored {
    kind: String,
    style: usize,
    formula: bool,
    value: Option<String>,
    inline: Option<String>,
}

impl Stored {
    fn of(element: &BytesStart<'_>) -> Self {
        let style = attribute(element, "s").parse().unwrap_or_default();
        Self { kind: attribute(element, "t"), style, ..Self::default() }
    }
}

/// The day of a number: 1 is the first of 1900, and 29/02/1900 is counted in, so nothing is said of days before.
pub fn day_of(number: f64, from_1904: bool) -> Option<NaiveDate> {
    let number = if from_1904 { number + 1462.0 } else { number };
    let start = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    (61.0..2_958_466.0).contains(&number).then(|| start.checked_add_signed(TimeDelta::days(number as i64))).flatten()
}

#[cfg(test)]
mod tests {
    use super::{column_of, day_of, unescaped};

    #[test]
    fn escapes_places_and_days() {
        for (text, expected) in [
            ("a_x000B_b", "a\u{b}b"),
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000B_", "_x000B_"),
            ("_x0_ _xyzzy_ _x+00B_ _xD800_ a_x", "_x0_ _xyzzy_ _x+00B_ _xD800_ a_x"),
            ("_xế0B_", "_xế0B_"),
        ] {
            assert_eq!(unescaped(text), expected);
        }
        assert_eq!(["A1", "b2", "AA10", "", "12"].map(column_of), [Some(0), Some(1), Some(26), None, None]);
        let day = |number, from_1904| day_of(number, from_1904).map(|day| day.to_string());
        assert_eq!(day(45833.75, false).as_deref(), Some("2025-06-25"));
        assert_eq!(day(44371.0, true).as_deref(), Some("2025-06-25"));
        assert_eq!([day(0.5, false), day(60.0, false), day(-1e300, false), day(1e300, true)], [const { None }; 4]);
    }
}
