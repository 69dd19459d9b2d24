//! Where the comments of a text stand.

use super::node::{Node, Value};
use std::ops::Range;

/// The comments that begin with `sign` after their `#`, each to the end of its line, in their order; `root` is what the
/// text was read as, `start` the byte at which the text begins in its file. What only looks like one inside a text is none.
pub fn comments(text: &str, start: usize, root: &Node<'_>, sign: &str) -> Vec<Range<usize>> {
    // Nearly no file has any.
    let signs: Vec<usize> = text.match_indices(sign).map(|(at, _)| at).collect();
    if signs.is_empty() {
        return Vec::new();
    }
    let mut scalars = Vec::new();
    collect(root, &mut scalars);
    scalars.sort_unstable();
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in signs {
        let Some(hash) = text[..at].trim_end_matches([' ', '\t']).strip_suffix('#').map(str::len) else { continue };
        let separate = text[..hash].chars().next_back().is_none_or(char::is_whitespace);
        let place = hash + start;
        let before = scalars.partition_point(|(from, _)| *from as usize <= place);
        let in_text = before.checked_sub(1).is_some_and(|n| place < scalars[n].1 as usize);
        let in_comment = found.last().is_some_and(|last| hash < last.end);
        if separate && !in_text && !in_comment {
            let end = text[hash..].find('\n').map_or(text.len(), |n| hash + n);
            found.push(hash..hash + text[hash..end].trim_end().len());
        }
    }
    found
}

/// The places of all texts, keys with them.
fn collect(node: &Node<'_>, scalars: &mut Vec<(u32, u32)>) {
    match &node.value {
        Value::Null | Value::Broken => {}
        Value::Scalar { .. } => scalars.push((node.at.start, node.at.end)),
        Value::List(items) => items.iter().for_each(|item| collect(item, scalars)),
        Value::Map(entries) => {
            for entry in entries {
                scalars.push((entry.key_at.start, entry.key_at.end));
                collect(&entry.node, scalars);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::comments;
    use crate::diag::{FileId, Sink};
    use crate::load::yaml::parse;

    #[test]
    fn comments_and_what_only_looks_like_one() {
        let text = "# x: a\nb: \"# x: no\" # x: c # x: same\nd: |\n  # x: no\n  e\ne: y#x: no\nf: [g, #x: h\n  i] # x: k\n\
                    n: nối\n  dòng # x: n\nz: 'một\n\n  # x: no'\nl: không # y x: no\nm: >-\n  a\n\n  # x: no\n# x: á \r\n";
        let root = parse(text, FileId(0), 0, &mut Sink::default()).expect("it is YAML");
        let found: Vec<&str> = comments(text, 0, &root, "x:").into_iter().filter_map(|range| text.get(range)).collect();
        assert_eq!(found, ["# x: a", "# x: c # x: same", "#x: h", "# x: k", "# x: n", "# x: á"]);
    }
}
