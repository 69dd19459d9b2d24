//! What is asked of open files.

use super::super::fs::Inode;
use super::nofollow::open;
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use winapi_util::console::Console;
use winapi_util::file::information;

/// Opens a file of the content; a link that has taken its place since it was listed is refused.
pub fn open_content(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().read(true))
}

/// Reads to the end of the file; how many bytes, none at the end.
pub fn read_more(mut file: &File, buffer: &mut Vec<u8>) -> io::Result<usize> {
    // No more than the buffer was made for at a time: a file that grows is to be noticed.
    let room = (buffer.capacity() - buffer.len()).max(1) as u64;
    file.by_ref().take(room).read_to_end(buffer)
}

/// The path without links and dots, as people write it: `C:\thu-muc`, not `\\?\C:\thu-muc`.
pub fn canonicalize(path: &Path) -> io::Result<PathBuf> {
    dunce::canonicalize(path)
}

/// Which file it is.
pub fn inode(file: &File) -> io::Result<Inode> {
    information(file).map(|found| (found.volume_serial_number(), found.file_index()))
}

/// How many names it has.
pub fn links(file: &File) -> io::Result<u64> {
    information(file).map(|found| found.number_of_links())
}

/// Whether a file could not be read because another process holds its lock (`ERROR_LOCK_VIOLATION`).
pub fn is_held(e: &io::Error) -> bool {
    e.raw_os_error() == Some(33)
}

/// Whether a terminal at stderr can show colours: an older console must be told to.
pub fn can_colour() -> bool {
    Console::stderr().and_then(|mut console| console.set_virtual_terminal_processing(true)).is_ok()
}

/// A new file has the access list that its folder hands down, as every file that is made there.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there is something that fails")]
pub fn set_public(_: &File) -> io::Result<()> {
    Ok(())
}

/// As [`set_public`]: the file that takes the place of `old` has the rights that the folder hands down.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there is something that fails")]
pub fn keep_rights(_old: &File, _new: &File) -> io::Result<Result<(), (u32, u32)>> {
    Ok(Ok(()))
}
