//! Why a file cannot be read as a paper.

/// Why a file cannot be read as a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing is in it.
    Empty,
    /// It is larger than any paper, packed or unpacked.
    TooLarge,
    /// It is cut off, or its parts contradict each other.
    Damaged,
    /// It can be opened with a password alone.
    Encrypted,
    /// It carries programs (`.docm`, `.xlsm`).
    Macros,
    /// A `.doc` of Word before 2007.
    OldWord,
    /// Pictures of pages, without text.
    Scan,
    /// Its text has lost its marks, or was misread by a machine.
    BadText,
    /// Its text is not Vietnamese.
    NotVietnamese,
    /// Its characters are in no encoding that can be told for certain.
    Encoding,
    /// It is no text, no document and no sheet that is read.
    Format,
}
