//! The page at the address of a former id.

use super::Link;
use schemars::JsonSchema;
use serde::Serialize;

/// A page that leads on (`moved.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MovedView {
    /// Where what was here is now.
    pub target: Link,
}
