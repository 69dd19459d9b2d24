//! Former ids: an address once published leads on to the new one, and is never another thing's.

use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::Loc;
use std::collections::HashMap;

/// Checks the former ids of one kind; those that are good, with what they lead to. `live` is where an id of that kind
/// is defined.
pub fn check<'a, T: Copy>(
    formers: impl Iterator<Item = (&'a Vec<Loc<String>>, T)>,
    kind: &str,
    live: impl Fn(&str) -> Option<Place>,
    sink: &mut Sink,
) -> Vec<(String, T)> {
    let mut seen: HashMap<&str, Place> = HashMap::new();
    let mut kept = Vec::new();
    for (Loc { value: old, at }, target) in formers.flat_map(|(list, target)| list.iter().map(move |old| (old, target)))
    {
        let clash = |reason: &str, first: Place| {
            let diagnostic = Diagnostic::new(Code::AliasClash, *at).arg("id", &**old).arg("kind", kind);
            diagnostic.arg("reason", reason).also(first, "first-here")
        };
        match (live(old), seen.get(old.as_str())) {
            (Some(first), _) => sink.push(clash("live", first)),
            (None, Some(first)) => sink.push(clash("twice", *first)),
            (None, None) => {
                seen.insert(old, *at);
                kept.push((old.clone(), target));
            }
        }
    }
    kept
}
