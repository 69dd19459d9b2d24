//! Two versions of a text as a unified diff.

use similar::{Algorithm, ChangeTag, TextDiff};
use std::fmt::Write as _;

/// Unchanged lines shown around a change.
const CONTEXT: usize = 3;

/// The difference, with the path as both names; empty if there is none. No old text: a new file.
pub fn unified(path: &str, old: Option<&str>, new: &str) -> String {
    // Lines without their ends: a carriage return is no part of what is shown.
    let (before, after): (Vec<&str>, Vec<&str>) = (old.unwrap_or_default().lines().collect(), new.lines().collect());
    let diff = TextDiff::configure().algorithm(Algorithm::Myers).diff_slices(&before, &after);
    let hunks = diff.grouped_ops(CONTEXT);
    if hunks.is_empty() {
        return String::new();
    }
    let from = if old.is_some() { format!("a/{path}") } else { "/dev/null".to_owned() };
    let mut out = format!("--- {from}\n+++ b/{path}\n");
    for hunk in hunks {
        let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { continue };
        // The crate writes `+1` for a range of one line; both numbers are easier to read by program.
        let range = |start: usize, end: usize| format!("{},{}", start + usize::from(end > start), end - start);
        let old = range(first.old_range().start, last.old_range().end);
        let new = range(first.new_range().start, last.new_range().end);
        let _ = writeln!(out, "@@ -{old} +{new} @@");
        for change in hunk.iter().flat_map(|op| diff.iter_changes(op)) {
            let sign = match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            let _ = writeln!(out, "{sign}{}", change.value());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_and_what_went() {
        let old = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n";
        let new = "a\nb\nc\nd\nneu\ne\nf\ng\nh\ni\nj\nl\n";
        let expected = "--- a/x\n+++ b/x\n@@ -2,11 +2,11 @@\n b\n c\n d\n+neu\n e\n f\n g\n h\n i\n j\n-k\n l\n";
        assert_eq!(unified("x", Some(old), new), expected);
        assert_eq!(unified("x", Some(old), old), "");
        assert_eq!(unified("x", None, "a\n"), "--- /dev/null\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n");
    }
}
