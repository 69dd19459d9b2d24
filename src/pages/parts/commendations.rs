//! Praise by name, on the page of the document and on that of the agency.

use super::common::Link;
use crate::model::{AgencyIx, Commendation, DocumentIx, SourceRef};
use crate::pages::page::Page;
use schemars::JsonSchema;
use serde::Serialize;

/// Praise of one agency by name.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CommendationView {
    /// Who is praised.
    pub agency: Link,
    /// The document, linked to the clause.
    pub source: Link,
    /// The clause in words; empty if unknown.
    pub clause: String,
    /// For what, in words.
    pub words: String,
}

impl Page<'_> {
    /// Whom documents praise, in their order.
    pub(crate) fn commendations_in(&self, documents: &[DocumentIx]) -> Vec<CommendationView> {
        let data = self.data();
        let all = documents.iter().flat_map(|ix| data[*ix].commendations.iter().map(move |one| (*ix, one)));
        all.map(|(document, one)| self.commendation(document, one)).collect()
    }

    /// The praise of an agency, the latest first.
    pub(crate) fn commendations_of(&self, agency: AgencyIx) -> Vec<CommendationView> {
        let all = self.index.commended[agency.at()].iter().rev();
        all.map(|&(document, n)| self.commendation(document, &self.data()[document].commendations[n])).collect()
    }

    fn commendation(&self, document: DocumentIx, one: &Commendation) -> CommendationView {
        let source = SourceRef { document, clause: one.clause.clone(), block: one.block, note: None };
        CommendationView {
            agency: self.agency_link(one.agency),
            source: self.source_link(&source),
            clause: self.words.clause(&self.data().citation(&source)),
            words: one.words.clone(),
        }
    }
}
