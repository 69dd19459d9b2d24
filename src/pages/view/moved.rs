//! The page at the address of a former id.

use super::Link;
use serde::Serialize;

/// A page that leads on (`moved.html`).
#[derive(Debug, Clone, Serialize)]
pub struct MovedView {
    /// Where what was here is now.
    pub target: Link,
}
