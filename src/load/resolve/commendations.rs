//! Whom documents praise: agencies and clauses by name.

use super::context::Context;
use crate::diag::Sink;
use crate::load::raw::RawCommendation;
use crate::model::{Commendation, DocumentIx};

/// The praise of each document, in the order of documents.
pub fn resolve(context: &Context<'_>, sink: &mut Sink) -> Vec<Vec<Commendation>> {
    let all = context.library.commendations.iter().enumerate();
    let of_document = |(n, list): (usize, &Vec<RawCommendation>)| {
        let one = |raw: &RawCommendation| {
            let agency = context.parties.names.agency(&raw.agency, sink);
            let place = raw.clause.as_ref().map(|clause| context.clause(clause, DocumentIx::new(n), sink));
            let (clause, block) = place.map_or((None, None), |(clause, block)| (Some(clause), block));
            Some(Commendation { agency: agency?, clause, block, words: raw.words.clone() })
        };
        list.iter().filter_map(one).collect()
    };
    all.map(of_document).collect()
}
