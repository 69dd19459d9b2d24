//! Tasks by the clause that states them.

use crate::derive::Report;
use crate::model::{ClauseLabel, DocumentIx, TaskIx};
use std::collections::BTreeMap;

/// Tasks of the whole site by the clause that states them, document by document.
#[derive(Debug, Default)]
pub struct Clauses(Vec<BTreeMap<ClauseLabel, Vec<TaskIx>>>);

impl Clauses {
    pub fn new(report: &Report) -> Self {
        let mut found: Vec<BTreeMap<ClauseLabel, Vec<TaskIx>>> = vec![BTreeMap::new(); report.data.documents.len()];
        for ix in report.shown_tasks() {
            for source in &report.data[ix].sources {
                let Some(clause) = &source.clause else { continue };
                let list = found[source.document.at()].entry(clause.clone()).or_default();
                if list.last() != Some(&ix) {
                    list.push(ix);
                }
            }
        }
        Self(found)
    }

    pub fn tasks(&self, document: DocumentIx, clause: &ClauseLabel) -> &[TaskIx] {
        self.0[document.at()].get(clause).map_or(&[], Vec::as_slice)
    }
}
