//! Reads the sheets of a workbook in the format of Excel 97 to 2003 (`.xls`, [MS-XLS]) as they were stored.
//!
//! Counts that the file states are not believed: what is there is read, up to the bounds of all sheets.

use super::cell::{Bound, Cell, SheetError};
use super::compound::{Compound, half, word};
use super::grid::{Area, Grid};
use super::number_format::NumberFormat;
use super::workbook::day_of;
use std::collections::BTreeMap;

/// Everything on the sheets that are shown, in their order.
pub fn grids(bytes: &[u8]) -> Result<Vec<Grid>, SheetError> {
    Bound::Bytes.hold(bytes.len())?;
    let stream = Compound::open(bytes)?.stream("Workbook").ok_or(SheetError::Other)?;
    let mut book = Book::default();
    book.read(&stream)?;
    let sheets = std::mem::take(&mut book.sheets);
    sheets.into_iter().map(|(name, at)| book.grid(name, stream.get(at..).unwrap_or_default())).collect()
}

/// The records of a stream: kind and content.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (kind, size) = (half(stream, at)?, half(stream, at + 2)? as usize);
        let content = stream.get(at + 4..at + 4 + size)?;
        at += 4 + size;
        Some((kind, content))
    })
}

#[derive(Default)]
struct Book {
    /// Names of the sheets, and where they begin.
    sheets: Vec<(String, usize)>,
    texts: Vec<String>,
    /// Formats of the workbook's own.
    formats: BTreeMap<u16, NumberFormat>,
    /// By the number of a cell's style.
    styles: Vec<u16>,
    from_1904: bool,
    /// Bytes of texts that cells hold.
    spent: usize,
}

impl Book {
    /// What all sheets share.
    fn read(&mut self, stream: &[u8]) -> Result<(), SheetError> {
        let mut shared: Vec<&[u8]> = Vec::new();
        let mut in_texts = false;
        for (kind, content) in records(stream) {
            in_texts &= kind == 0x3c;
            match kind {
                0x2f => return Err(SheetError::Old),
                0x22 => self.from_1904 = half(content, 0) == Some(1),
                0x41e => {
                    let mut text = Text { parts: &[content], part: 0, at: 2 };
                    if let (Some(id), Some(code)) = (half(content, 0), text.long()) {
                        self.formats.insert(id, NumberFormat::of_code(&code));
                    }
                }
                0xe0 => self.styles.push(half(content, 2).unwrap_or(0)),
                0x85 => {
                    let mut text = Text { parts: &[content], part: 0, at: 6 };
                    let shown =
                        content.get(4).is_some_and(|state| state.trailing_zeros() >= 2) && content.get(5) == Some(&0);
                    if let (true, Some(at), Some(name)) = (shown, word(content, 0), text.short()) {
                        self.sheets.push((name, at as usize));
                    }
                }
                0xfc => (in_texts, shared) = (true, vec![content]),
                0x3c if in_texts => shared.push(content),
                // The end of what all share.
                0x0a => break,
                _ => {}
            }
        }
        let mut text = Text { parts: &shared, part: 0, at: 8 };
        while let Some(found) = text.long() {
            self.texts.push(found);
            Bound::Texts.hold(self.texts.len())?;
        }
        Ok(())
    }

    fn grid(&mut self, name: String, stream: &[u8]) -> Result<Grid, SheetError> {
        let mut rows: BTreeMap<u32, BTreeMap<usize, Cell>> = BTreeMap::new();
        let mut grid = Grid::new(name);
        let (mut depth, mut waiting) = (0_usize, None);
        for (kind, content) in records(stream) {
            match kind {
                0x809 => depth += 1,
                0x0a if depth <= 1 => break,
                0x0a => depth -= 1,
                // Charts inside a sheet have records of their own.
                _ if depth > 1 => continue,
                _ => {}
            }
            let (row, column) = (half(content, 0).map_or(0, u32::from) + 1, half(content, 2).map_or(0, usize::from));
            let style = half(content, 4).map_or(0, usize::from);
            let cell = match kind {
                0xfd => {
                    let text = word(content, 6).and_then(|n| self.texts.get(n as usize)).ok_or(SheetError::Damaged)?;
                    self.spent = self.spent.saturating_add(text.len());
                    Some(Cell::Text(text.clone()))
                }
                0x204 | 0xd6 => Text { parts: &[content], part: 0, at: 6 }.long().map(Cell::Text),
                0x203 => float(content, 6).map(|n| self.number(n, style)),
                0x27e => word(content, 6).map(|n| self.number(packed(n), style)),
                0x205 => match (content.get(6), content.get(7)) {
                    (Some(value), Some(0)) => Some(Cell::Flag(*value != 0)),
                    (_, _) => None,
                },
                0x06 if content.get(12..14) == Some(&[0xff, 0xff]) => match content.get(6) {
                    Some(0) => {
                        waiting = Some((row, column));
                        None
                    }
                    Some(1) => content.get(8).map(|value| Cell::Flag(*value != 0)),
                    Some(_) | None => Some(Cell::NoValue),
                },
                0x06 => float(content, 6).map(|n| self.number(n, style)),
                0x207 => {
                    let text = Text { parts: &[content], part: 0, at: 0 }.long();
                    if let (Some((row, column)), Some(text)) = (waiting.take(), text) {
                        rows.entry(row).or_default().insert(column, Cell::Text(text));
                    }
                    None
                }
                0xbd => {
                    let (pairs, _) = content.get(4..).unwrap_or_default().as_chunks::<6>();
                    for (n, pair) in pairs.iter().enumerate() {
                        let (style, value) = (half(pair, 0).map_or(0, usize::from), word(pair, 2).unwrap_or(0));
                        rows.entry(row).or_default().insert(column + n, self.number(packed(value), style));
                    }
                    None
                }
                0xe5 => {
                    let (areas, _) = content.get(2..).unwrap_or_default().as_chunks::<8>();
                    grid.merged.extend(areas.iter().filter_map(|area| {
                        let place = |n: usize| half(area, 2 * n);
                        let rows = (u32::from(place(0)?) + 1, u32::from(place(1)?) + 1);
                        Some(Area { rows, columns: (place(2)?.into(), place(3)?.into()) })
                    }));
                    Bound::Texts.hold(grid.merged.len())?;
                    None
                }
                _ => None,
            };
            if let Some(cell) = cell {
                rows.entry(row).or_default().insert(column, cell);
            }
            Bound::Rows.hold(rows.len())?;
            Bound::Content.hold(self.spent)?;
        }
        for (number, cells) in rows {
            grid.take(number, cells)?;
        }
        Ok(grid)
    }

    fn number(&self, number: f64, style: usize) -> Cell {
        let format = self.styles.get(style).copied().unwrap_or(0);
        let own = self.formats.get(&format).copied();
        let format = own.unwrap_or_else(|| NumberFormat::built_in(format.into()));
        let day = (format == NumberFormat::Day).then(|| day_of(number, self.from_1904)).flatten();
        day.map_or(Cell::Number(number, format), Cell::Day)
    }
}

fn float(content: &[u8], at: usize) -> Option<f64> {
    let number = content.get(at..)?.first_chunk().map(|n| f64::from_le_bytes(*n))?;
    number.is_finite().then_some(number)
}

/// A number in four bytes: whole or cut off, times 100 or not.
fn packed(bits: u32) -> f64 {
    let number =
        if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

/// Texts in a record and in those that go on with it.
struct Text<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl Text<'_> {
    /// A text behind its length of two bytes.
    fn long(&mut self) -> Option<String> {
        let length = usize::from(self.byte()?) | usize::from(self.byte()?) << 8;
        self.letters(length)
    }

    /// A text behind its length of one byte.
    fn short(&mut self) -> Option<String> {
        let length = usize::from(self.byte()?);
        self.letters(length)
    }

    fn letters(&mut self, length: usize) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.byte()?) | usize::from(self.byte()?) << 8 };
        let mut more = 0;
        if flags & 4 != 0 {
            for n in 0..4 {
                more |= usize::from(self.byte()?) << (8 * n);
            }
        }
        let mut wide = flags & 1 != 0;
        let mut units = Vec::new();
        for _ in 0..length {
            // Where a text goes on in another record, it says anew how wide its letters are.
            if self.parts.get(self.part).is_some_and(|part| self.at >= part.len()) {
                wide = self.byte()? & 1 != 0;
            }
            let low = u16::from(self.byte()?);
            units.push(if wide { low | u16::from(self.byte()?) << 8 } else { low });
        }
        for _ in 0..(runs * 4).saturating_add(more) {
            self.byte()?;
        }
        Some(char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect())
    }

    fn byte(&mut self) -> Option<u8> {
        while self.at >= self.parts.get(self.part)?.len() {
            (self.part, self.at) = (self.part + 1, 0);
        }
        let byte = self.parts.get(self.part)?.get(self.at).copied();
        self.at += 1;
        byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, content: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes(), &(content.len() as u16).to_le_bytes(), content].concat()
    }

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    fn cell(row: u16, column: u16, style: u16, value: &[u8]) -> Vec<u8> {
        [&row.to_le_bytes(), &column.to_le_bytes(), &style.to_le_bytes(), value].concat()
    }

    /// A file with one stream, in sectors of 512 bytes: numbers of sectors, directory, stream.
    fn compound(name: &str, mut stream: Vec<u8>) -> Vec<u8> {
        stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
        let mut head = vec![0_u8; 512];
        head[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        head[30] = 9;
        head[48] = 1;
        head[60..64].fill(0xff);
        head[68..72].fill(0xff);
        head[76..].fill(0xff);
        head[76..80].fill(0);
        let last = stream.len() as u32 / 512 + 1;
        let mut next = vec![0xffff_fffd, 0xffff_fffe];
        next.extend((2..last).map(|n| n + 1));
        next.push(0xffff_fffe);
        next.resize(128, 0xffff_ffff);
        let mut directory = vec![0_u8; 512];
        directory[116..120].fill(0xff);
        directory[128..128 + name.len() * 2].copy_from_slice(&wide(name));
        directory[128 + 116] = 2;
        directory[128 + 120..128 + 124].copy_from_slice(&(stream.len() as u32).to_le_bytes());
        let next: Vec<u8> = next.into_iter().flat_map(u32::to_le_bytes).collect();
        [head, next, directory, stream].concat()
    }

    fn workbook() -> Vec<u8> {
        let texts = [&[0; 8][..], &[4, 0, 1], &wide("Hạn"), &wide(" ")[..1]].concat();
        let shared = [
            record(0x809, &[0; 16]),
            record(0xe0, &[0, 0, 0, 0]),
            record(0xe0, &[0, 0, 14, 0]),
            record(0x85, &[&[0, 0, 0, 0, 0, 0, 2, 0][..], b"So"].concat()),
        ];
        // One letter stands in the record that goes on, narrow this time.
        let texts = [record(0xfc, &texts[..texts.len() - 1]), record(0x3c, b"\0!"), record(0x0a, &[])];
        let mut globals = [shared.concat(), texts.concat()].concat();
        let start = globals.len() as u32;
        let at = globals.windows(2).position(|pair| pair == [0x85, 0]).expect("the sheet") + 4;
        globals[at..at + 4].copy_from_slice(&start.to_le_bytes());
        let sheet = [
            record(0x809, &[0; 16]),
            record(0xfd, &cell(3, 0, 0, &[0; 4])),
            record(0x203, &cell(3, 1, 1, &45833_f64.to_le_bytes())),
            record(0x27e, &cell(3, 2, 0, &(7_u32 << 2 | 3).to_le_bytes())),
            record(0x06, &cell(4, 0, 0, &[0, 0, 0, 0, 0, 0, 0xff, 0xff])),
            record(0x207, b"\x02\0\0ab"),
            record(0xe5, &[1, 0, 3, 0, 4, 0, 1, 0, 1, 0]),
            record(0x0a, &[]),
        ];
        compound("Workbook", [globals, sheet.concat()].concat())
    }

    #[test]
    fn cells_of_sheets() {
        let grids = grids(&workbook()).expect("readable");
        assert_eq!((grids.len(), &*grids[0].name), (1, "So"));
        let text = |text: &str| Cell::Text(text.to_owned());
        let first = [
            (0, text("Hạn!")),
            (1, Cell::Day("2025-06-25".parse().expect("a day"))),
            (2, Cell::Number(0.07, NumberFormat::Plain)),
        ];
        assert_eq!(grids[0].rows, [(4, BTreeMap::from(first)), (5, BTreeMap::from([(0, text("ab"))]))]);
        assert_eq!(grids[0].merged, [Area { rows: (4, 5), columns: (1, 1) }]);
    }

    #[test]
    fn damaged_files_end_somewhere() {
        let whole = workbook();
        assert_eq!(grids(&compound("Book", Vec::new())), Err(SheetError::Other));
        for at in 0..whole.len() {
            let _ = grids(&whole[..at]);
            let mut changed = whole.clone();
            changed[at] ^= 0xff;
            let _ = grids(&changed);
        }
    }
}
