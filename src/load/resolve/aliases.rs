//! Former ids: an address once published leads on to the new one, and is never another thing's.

use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::Loc;
use std::collections::HashMap;

/// Checks the former ids of one kind; those that are good, with what they lead to. `live` is where an id of that kind
/// is defined.
pub fn check<T>(
    formers: Vec<(Loc<String>, T)>,
    kind: &str,
    live: impl Fn(&str) -> Option<Place>,
    sink: &mut Sink,
) -> Vec<(String, T)> {
    let mut seen: HashMap<String, Place> = HashMap::new();
    let mut kept = Vec::with_capacity(formers.len());
    for (Loc { value: old, at }, target) in formers {
        let clash = |reason: &str, first: Place| {
            let diagnostic = Diagnostic::new(Code::AliasClash, at).arg("id", &*old).arg("kind", kind);
            diagnostic.arg("reason", reason).also(first, "first-here")
        };
        match (live(&old), seen.get(&old)) {
            (Some(first), _) => sink.push(clash("live", first)),
            (None, Some(first)) => sink.push(clash("twice", *first)),
            (None, None) => {
                seen.insert(old.clone(), at);
                kept.push((old, target));
            }
        }
    }
    kept
}
