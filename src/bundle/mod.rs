//! What a file of the site is, for whoever publishes or serves it: its path, its fingerprint, its bytes on demand.

mod catalogue;
mod compressed;
mod source;

pub(crate) use catalogue::Catalogue;
pub use compressed::{Coding, Compressed};
pub use source::{Bundle, Fingerprint, MakeError, MakeErrorKind, Source};
