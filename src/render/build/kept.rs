//! What the builders of one language's pages make once for all of them.

use super::Builder;
use crate::model::{Dataset, TaskIx};
use crate::render::shared::Shared;
use crate::render::view::TaskRow;
use std::sync::OnceLock;

/// Parts that many pages show, made when the first of them asks.
pub struct Kept {
    /// The way to the root from where rows come back: pages of agencies, meetings, topics and tasks.
    root: String,
    /// By task.
    rows: Vec<OnceLock<Shared<TaskRow>>>,
}

impl Kept {
    /// Nothing so far; `folder` is the one of the language.
    pub fn new(data: &Dataset, folder: &str) -> Self {
        let root = "../".repeat(2 + folder.matches('/').count());
        Self { root, rows: (0..data.tasks.len()).map(|_| OnceLock::new()).collect() }
    }
}

impl Builder<'_> {
    /// One row of a table of tasks.
    pub(super) fn shared_row(&self, ix: TaskIx) -> Shared<TaskRow> {
        if self.root != self.kept.root {
            // Each task has one place in a long table elsewhere.
            return Shared::new(self.task_row(ix));
        }
        self.kept.rows[ix.at()].get_or_init(|| Shared::new(self.task_row(ix))).clone()
    }
}
