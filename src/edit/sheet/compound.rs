//! The streams of a compound file ([MS-CFB]): a small file system of sectors that name the next one.
//!
//! No chain is followed for longer than the file is.

use super::cell::SheetError;

/// A number that names no sector: the end of a chain, or one that is free.
const NO_SECTOR: u32 = 0xffff_fff0;
/// Streams below this size stand in the small sectors of another stream.
const SMALL: usize = 4096;

/// A compound file.
pub struct Compound<'a> {
    bytes: &'a [u8],
    size: usize,
    next: Vec<u32>,
    small_next: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    /// Reads the directory of a file.
    pub fn open(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let size = match half(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4096,
            Some(_) | None => return Err(SheetError::Damaged),
        };
        let word_at = |at| word(bytes, at).ok_or(SheetError::Damaged);
        let mut this =
            Self { bytes, size, next: Vec::new(), small_next: Vec::new(), small: Vec::new(), entries: Vec::new() };
        // The first sectors with numbers stand in the head, further ones in sectors of their own.
        let mut tables: Vec<u32> = (0..109).filter_map(|n| word(bytes, 76 + 4 * n)).collect();
        let mut more = word_at(68)?;
        for _ in 0..=bytes.len() / size {
            let Some(sector) = this.sector(more) else { break };
            let (numbers, _) = sector.as_chunks::<4>();
            tables.extend(numbers.iter().rev().skip(1).rev().map(|n| u32::from_le_bytes(*n)));
            more = numbers.last().map_or(NO_SECTOR, |n| u32::from_le_bytes(*n));
        }
        tables.truncate(bytes.len() / size + 1);
        for table in tables {
            if let Some(sector) = this.sector(table) {
                this.next.extend(numbers(sector));
            }
        }
        let directory = this.chain(word_at(48)?, usize::MAX);
        this.entries = directory.chunks_exact(128).filter_map(Entry::of).collect();
        this.small_next = numbers(&this.chain(word_at(60)?, usize::MAX)).collect();
        if let Some(root) = this.entries.first() {
            this.small = this.chain(root.start, root.size);
        }
        Ok(this)
    }

    /// What a stream holds, if there is one of that name.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        if entry.size >= SMALL {
            return Some(self.chain(entry.start, entry.size));
        }
        let mut found = Vec::new();
        let mut sector = entry.start;
        for _ in 0..=self.small_next.len() {
            let from = (sector as usize).saturating_mul(64);
            let Some(bytes) = self.small.get(from..from + 64) else { break };
            found.extend_from_slice(bytes);
            sector = self.small_next.get(sector as usize).copied().unwrap_or(NO_SECTOR);
        }
        found.truncate(entry.size);
        Some(found)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let from = (number as usize).checked_add(1)?.checked_mul(self.size)?;
        let end = from.saturating_add(self.size).min(self.bytes.len());
        self.bytes.get(from..end).filter(|sector| !sector.is_empty() && number < NO_SECTOR)
    }

    fn chain(&self, start: u32, most: usize) -> Vec<u8> {
        let mut found = Vec::new();
        let mut number = start;
        for _ in 0..=self.bytes.len() / self.size {
            let Some(sector) = self.sector(number).filter(|_| found.len() < most) else { break };
            found.extend_from_slice(sector);
            number = self.next.get(number as usize).copied().unwrap_or(NO_SECTOR);
        }
        found.truncate(most);
        found
    }
}

impl Entry {
    fn of(bytes: &[u8]) -> Option<Self> {
        let units = (0..32).map_while(|n| half(bytes, 2 * n).filter(|unit| *unit != 0));
        let name = char::decode_utf16(units).flatten().collect();
        Some(Self { name, start: word(bytes, 116)?, size: word(bytes, 120)? as usize })
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|n| u32::from_le_bytes(*n))
}

/// Two bytes as a number, the low one first.
pub fn half(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|n| u16::from_le_bytes(*n))
}

/// Four bytes as a number, the low one first.
pub fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|n| u32::from_le_bytes(*n))
}
