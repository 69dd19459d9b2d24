//! Problems in content, as data: a code, a place, related places, the arguments of its words.
//!
//! Their words are in `words/vi.ftl` and `words/en.ftl`, drawing is in [`draw`]; nothing here reads a file or stops a
//! program. Errors of the machine (disk, permission, lock) are not diagnostics but `Result`s of the modules that do I/O.
//!
//! A new diagnostic is one line in [`Code`], its words in both languages, its entry in `docs/diagnostics.md` and the
//! Vietnamese twin, and a fixture; tests ask for each of them.

mod code;
mod conflict;
mod diagnostic;
pub mod draw;
mod explain;
mod similar;
mod source;
mod wording;

pub use code::{Code, Severity};
pub(crate) use conflict::conflicts;
pub use diagnostic::{Diagnostic, Sink};
pub use explain::explain;
pub use similar::closest;
pub use source::{FileId, Place, Sources};
