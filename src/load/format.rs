//! The format of the content: one number for everything under `content/`.

use super::yaml::{Node, Value};
use crate::diag::{Code, Diagnostic};

/// The format that this version reads and writes; it reads every older one. A change that an older version would read
/// wrongly, or not at all, makes the next one, and a step in `cli/migrate.rs` that brings content up to it.
pub const FORMAT: u32 = 1;

/// What is said of settings in a format that this version does not know.
pub fn newer(site: &Node<'_>) -> Option<Diagnostic> {
    let node = &site.entry("format")?.node;
    let Value::Scalar { text, .. } = &node.value else { return None };
    let format = text.parse::<u32>().ok().filter(|format| *format > FORMAT)?;
    let diagnostic = Diagnostic::new(Code::NewerFormat, node.at).arg("format", format.to_string());
    Some(diagnostic.arg("known", FORMAT.to_string()).arg("version", env!("CARGO_PKG_VERSION")))
}
