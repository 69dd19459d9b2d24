//! Checks an edit: the new text without what was added must say what the old one said.

use super::locate::tree;
use super::yaml_writer::{Entry, map_is};
use crate::load::{Node, Value};

/// Which of several equal items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    First,
    Last,
}

/// Whether the new text says what the old one said, once `remove` has removed from it what was added. `remove` is told
/// which of several equal items to remove, or (none) to remove only lists that are empty.
pub(super) fn only_adds(
    mut old: Node<'_>,
    new: &str,
    remove: impl Fn(&mut Node<'_>, Option<Which>) -> Option<()>,
) -> bool {
    let Some(read) = tree(new) else { return false };
    remove(&mut old, None).is_some()
        && [Which::Last, Which::First].into_iter().any(|which| {
            let mut read = read.clone();
            remove(&mut read, Some(which)).is_some() && same(&old, &read)
        })
}

/// Removes items from a list, each once, and the list if nothing is left in it; none if one of them is not there.
pub(super) fn remove(map: &mut Node<'_>, key: &str, removed: &[Entry], which: Which) -> Option<()> {
    let Value::Map(entries) = &mut map.value else { return None };
    let at = entries.iter().position(|e| e.key == key);
    let Some(at) = at else { return removed.is_empty().then_some(()) };
    if let Value::List(items) = &mut entries[at].node.value {
        for entry in removed {
            let is = |item: &Node<'_>| map_is(entry, item);
            let n = match which {
                Which::First => items.iter().position(is),
                Which::Last => items.iter().rposition(is),
            };
            let n = n?;
            items.remove(n);
        }
    }
    let empty = match &entries[at].node.value {
        Value::Null => true,
        Value::List(items) => items.is_empty(),
        Value::Broken | Value::Scalar { .. } | Value::Map(_) => false,
    };
    if empty {
        entries.remove(at);
    }
    Some(())
}

/// Whether two trees say the same.
pub(super) fn same(a: &Node<'_>, b: &Node<'_>) -> bool {
    match (&a.value, &b.value) {
        (Value::Scalar { text: a, .. }, Value::Scalar { text: b, .. }) => a == b,
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.key == b.key && same(&a.node, &b.node))
        }
        (Value::Null, Value::Null) => true,
        (Value::Null | Value::Broken | Value::Scalar { .. } | Value::List(_) | Value::Map(_), _) => false,
    }
}
