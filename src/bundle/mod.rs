//! What a file of the site is, for whoever publishes or serves it: its path, its fingerprint, its bytes on demand.

mod compressed;
mod source;

pub use compressed::{Coding, Compressed};
pub use source::{Bundle, Fingerprint, MakeError, Source};
