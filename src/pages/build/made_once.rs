//! What the builders of one language's pages make once for all of them.

use super::Builder;
use super::frame::Surround;
use crate::model::{Dataset, TaskIx};
use crate::pages::shared::Part;
use crate::pages::view::TaskRow;
use foldhash::HashMap;
use std::sync::{Arc, OnceLock, RwLock};

/// Parts that many pages show, made when the first of them asks.
pub struct MadeOnce {
    /// By task.
    rows: Vec<OnceLock<Part<TaskRow>>>,
    /// By kind of page and way to the root.
    surrounds: RwLock<HashMap<(&'static str, String), Arc<Surround>>>,
}

impl MadeOnce {
    /// Nothing so far.
    pub fn new(data: &Dataset) -> Self {
        let rows = (0..data.tasks.len()).map(|_| OnceLock::new()).collect();
        Self { rows, surrounds: RwLock::default() }
    }

    /// What stands around pages of a kind at a depth.
    pub(super) fn surround(&self, kind: &'static str, root: &str, make: impl FnOnce() -> Surround) -> Arc<Surround> {
        let key = (kind, root.to_owned());
        if let Some(known) = self.surrounds.read().ok().and_then(|all| all.get(&key).cloned()) {
            return known;
        }
        let new = Arc::new(make());
        if let Ok(mut all) = self.surrounds.write() {
            all.insert(key, Arc::clone(&new));
        }
        new
    }
}

impl Builder<'_> {
    /// One row of a table of tasks, for whatever page.
    pub(super) fn shared_row(&self, ix: TaskIx) -> Part<TaskRow> {
        let make = || Part::of_many_pages(self.anywhere().task_row(ix));
        self.made_once.rows[ix.at()].get_or_init(make).clone()
    }
}
