//! Two versions of a text as a unified diff.

use std::fmt::Write as _;

/// Unchanged lines shown around a change.
const CONTEXT: usize = 3;
/// Lines that must agree before two texts count as together again.
const AGREE: usize = 2;

/// One step from the old text to the new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Same,
    Gone,
    New,
}

/// The difference, with the path as both names; empty if there is none. No old text: a new file.
pub fn unified(path: &str, old: Option<&str>, new: &str) -> String {
    let (before, after) = (lines(old.unwrap_or_default()), lines(new));
    let steps = steps(&before, &after);
    if steps.iter().all(|step| *step == Step::Same) {
        return String::new();
    }
    let from = if old.is_some() { format!("a/{path}") } else { "/dev/null".to_owned() };
    let mut out = format!("--- {from}\n+++ b/{path}\n");
    for (first, last) in hunks(&steps) {
        let at = |upto: usize, kind: Step| steps[..upto].iter().filter(|s| **s == Step::Same || **s == kind).count();
        let (a, b) = (at(first, Step::Gone), at(first, Step::New));
        let (a_len, b_len) = (at(last, Step::Gone) - a, at(last, Step::New) - b);
        let start = |n: usize, len: usize| if len == 0 { n } else { n + 1 };
        let _ = writeln!(out, "@@ -{},{a_len} +{},{b_len} @@", start(a, a_len), start(b, b_len));
        let (mut i, mut j) = (a, b);
        for step in &steps[first..last] {
            let (sign, line) = match step {
                Step::Same => (' ', before[i]),
                Step::Gone => ('-', before[i]),
                Step::New => ('+', after[j]),
            };
            i += usize::from(*step != Step::New);
            j += usize::from(*step != Step::Gone);
            let _ = writeln!(out, "{sign}{line}");
        }
    }
    out
}

/// Lines without their ends; a carriage return is no part of what is shown.
fn lines(text: &str) -> Vec<&str> {
    text.lines().collect()
}

/// From the old lines to the new ones: at each difference the shortest way to where both agree again.
fn steps(old: &[&str], new: &[&str]) -> Vec<Step> {
    let (mut i, mut j) = (0, 0);
    let mut steps = Vec::with_capacity(old.len().max(new.len()));
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            steps.push(Step::Same);
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let (gone, came) = way(&old[i..], &new[j..]);
        steps.extend(std::iter::repeat_n(Step::Gone, gone));
        steps.extend(std::iter::repeat_n(Step::New, came));
        (i, j) = (i + gone, j + came);
    }
    steps.extend(std::iter::repeat_n(Step::Gone, old.len() - i));
    steps.extend(std::iter::repeat_n(Step::New, new.len() - j));
    steps
}

fn way(old: &[&str], new: &[&str]) -> (usize, usize) {
    let agree = |a: usize, b: usize| {
        let n = AGREE.min(old.len() - a).min(new.len() - b);
        n > 0 && old[a..a + n] == new[b..b + n]
    };
    // Edits are short; far texts are shown as replaced.
    for far in 1..=400 {
        for gone in 0..=far.min(old.len()) {
            let came = far - gone;
            if came <= new.len() && gone < old.len() && came < new.len() && agree(gone, came) {
                return (gone, came);
            }
        }
    }
    (old.len(), new.len())
}

/// Ranges of steps to show: changes with what is around them, joined where they meet.
fn hunks(steps: &[Step]) -> Vec<(usize, usize)> {
    let mut hunks: Vec<(usize, usize)> = Vec::new();
    for (n, _) in steps.iter().enumerate().filter(|(_, step)| **step != Step::Same) {
        let (first, last) = (n.saturating_sub(CONTEXT), (n + 1 + CONTEXT).min(steps.len()));
        match hunks.last_mut() {
            Some(hunk) if first <= hunk.1 => hunk.1 = last,
            Some(_) | None => hunks.push((first, last)),
        }
    }
    hunks
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
