//! YAML text → a tree of located nodes. Nothing else knows the YAML engine.
//!
//! Scalars stay as written: `no`, `2.10` and `2024-01-02` are texts until a reader that knows the field takes them.
//! Refuses: tags, several documents, keys that are no text, nesting and aliases without end.

mod comments;
mod lines;
mod merge;
mod node;
mod parse;
mod repair;

pub use comments::comments;
pub use lines::value_of_line;
pub use node::{Entry, Node, Value};
pub use parse::parse;
