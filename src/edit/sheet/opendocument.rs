//! Reads the sheets of an OpenDocument workbook (`.ods`, ISO/IEC 26300) as they were stored.

use super::cell::{Bound, Cell, SheetError};
use super::grid::{Area, Grid};
use super::number_format::NumberFormat;
use super::package::{Package, add_text, attribute, walk};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// Everything on the sheets, in their order.
pub fn grids(package: &mut Package<'_>) -> Result<Vec<Grid>, SheetError> {
    let part = package.part("content.xml")?.ok_or(SheetError::Other)?;
    let mut grids: Vec<Grid> = Vec::new();
    let mut at = At { row: 1, rows: 1, column: 0, columns: 1 };
    let mut cells: BTreeMap<usize, Cell> = BTreeMap::new();
    let (mut open, mut noted): (Option<Open>, u32) = (None, 0);
    walk(&part, |event| {
        match event {
            Event::Start(e) => match e.local_name().as_ref() {
                // A note at a cell is no part of its text.
                "annotation" => noted += 1,
                "table" => {
                    grids.push(Grid::new(attribute(e, "name")));
                    at = At { row: 1, rows: 1, column: 0, columns: 1 };
                }
                "table-row" => (at.rows, at.column, cells) = (count(e, "number-rows-repeated"), 0, BTreeMap::new()),
                "table-cell" | "covered-table-cell" => {
                    at.columns = count(e, "number-columns-repeated") as usize;
                    open = Some(Open::of(e));
                    if let (Some(area), Some(grid)) = (at.area(e), grids.last_mut()) {
                        grid.merged.push(area);
                        Bound::Texts.hold(grid.merged.len())?;
                    }
                }
                name if noted == 0 => open.iter_mut().for_each(|cell| cell.begin(name)),
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "annotation" => noted = noted.saturating_sub(1),
                "table-cell" | "covered-table-cell" => {
                    if let Some(cell) = open.take().and_then(Open::cell) {
                        // Each cell gets a copy.
                        for n in 0..at.columns {
                            Bound::Columns.hold(at.column + n + 1)?;
                            package.spend(cell_bytes(&cell))?;
                            cells.insert(at.column + n, cell.clone());
                        }
                    }
                    at.column = at.column.saturating_add(at.columns);
                }
                "table-row" => {
                    if !cells.is_empty() {
                        for n in 0..at.rows {
                            package.spend(cells.values().map(cell_bytes).sum())?;
                            let number = at.row.saturating_add(n);
                            grids.last_mut().map_or(Ok(()), |grid| grid.take(number, cells.clone()))?;
                        }
                    }
                    at.row = at.row.saturating_add(at.rows);
                }
                "p" => open.iter_mut().for_each(|cell| cell.in_text = false),
                _ => {}
            },
            text if noted == 0 => {
                if let Some(cell) = open.as_mut().filter(|cell| cell.in_text) {
                    add_text(text, &mut cell.text);
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(grids)
}

/// What a copy of a cell takes.
fn cell_bytes(cell: &Cell) -> usize {
    let text = if let Cell::Text(text) = cell { text.len() } else { 0 };
    text + size_of::<Cell>()
}

/// Where a cell stands, and how often it is there.
struct At {
    row: u32,
    rows: u32,
    column: usize,
    columns: usize,
}

impl At {
    /// The cells that one is drawn over, if there are more than one.
    fn area(&self, e: &BytesStart<'_>) -> Option<Area> {
        let (rows, columns) = (count(e, "number-rows-spanned"), count(e, "number-columns-spanned"));
        let last = (self.row.saturating_add(rows - 1), self.column.saturating_add(columns as usize - 1));
        (rows > 1 || columns > 1).then_some(Area { rows: (self.row, last.0), columns: (self.column, last.1) })
    }
}

fn count(e: &BytesStart<'_>, name: &str) -> u32 {
    attribute(e, name).parse().unwrap_or(1).max(1)
}

/// A cell that is being read.
struct Open {
    kind: String,
    value: String,
    day: String,
    text: String,
    lines: usize,
    in_text: bool,
}

impl Open {
    fn of(e: &BytesStart<'_>) -> Self {
        Self {
            kind: attribute(e, "value-type"),
            value: attribute(e, "value"),
            day: attribute(e, "date-value"),
            text: String::new(),
            lines: 0,
            in_text: false,
        }
    }

    fn begin(&mut self, name: &str) {
        match name {
            "p" => {
                if self.lines > 0 {
                    self.text.push('\n');
                }
                self.lines += 1;
                self.in_text = true;
            }
            "s" | "tab" => self.text.push(' '),
            "line-break" => self.text.push('\n'),
            _ => {}
        }
    }

    /// The cell, if anything is in it.
    fn cell(self) -> Option<Cell> {
        let number = || self.value.parse().ok().filter(|n: &f64| n.is_finite());
        match &*self.kind {
            "date" => {
                Some(self.day.get(..10).and_then(|day| day.parse().ok()).map_or(Cell::Text(self.text), Cell::Day))
            }
            "float" => number().map(|n| Cell::Number(n, NumberFormat::Plain)),
            "percentage" => number().map(|n| Cell::Number(n, NumberFormat::Percent)),
            _ if self.text.trim().is_empty() => None,
            _ => Some(Cell::Text(self.text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn grids_of(content: &str) -> Result<Vec<Grid>, SheetError> {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("content.xml", zip::write::SimpleFileOptions::default()).expect("a part");
        archive.write_all(content.as_bytes()).expect("a part");
        let bytes = archive.finish().expect("an archive").into_inner();
        grids(&mut Package::open(&bytes)?)
    }

    #[test]
    fn cells_of_sheets() {
        let content = r#"<c><t:table t:name="Sổ"><t:table-row t:number-rows-repeated="2"><t:table-cell/></t:table-row>
            <t:table-row><t:table-cell o:value-type="string" t:number-columns-spanned="2"><x:p>a</x:p><x:p>b<x:s/>c</x:p></t:table-cell>
            <t:covered-table-cell/><t:table-cell o:value-type="date" o:date-value="2026-03-05T00:00:00"><x:p>5/3</x:p></t:table-cell>
            <t:table-cell t:number-columns-repeated="2" o:value-type="float" o:value="3"><o:annotation><x:p>x</x:p></o:annotation></t:table-cell>
            <t:table-cell t:number-columns-repeated="16000"/></t:table-row></t:table></c>"#;
        let grids = grids_of(content).expect("readable");
        let three = Cell::Number(3.0, NumberFormat::Plain);
        let day = Cell::Day("2026-03-05".parse().expect("a day"));
        let cells = [(0, Cell::Text("a\nb c".to_owned())), (2, day), (3, three.clone()), (4, three)];
        assert_eq!(grids.len(), 1);
        assert_eq!(grids[0].name, "Sổ");
        assert_eq!(grids[0].rows, [(3, BTreeMap::from(cells))]);
        assert_eq!(grids[0].merged, [Area { rows: (3, 3), columns: (0, 1) }]);
    }

    #[test]
    fn repetitions_are_bounded() {
        let many = r#"<c><t:table><t:table-row t:number-rows-repeated="4000000000"><t:table-cell o:value-type="float" o:value="1"/></t:table-row></t:table></c>"#;
        assert_eq!(grids_of(many), Err(SheetError::TooLarge(Bound::Rows)));
        let wide = r#"<c><t:table><t:table-row><t:table-cell t:number-columns-repeated="4000000000" o:value-type="float" o:value="1"/></t:table-row></t:table></c>"#;
        assert_eq!(grids_of(wide), Err(SheetError::TooLarge(Bound::Columns)));
    }
}
