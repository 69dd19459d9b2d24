//! Guesses of a draft, which stand as comments at the values: `# đoán: …`.

use crate::load::yaml::{Node, Value, comments};
use crate::model::Guess;
use std::ops::Range;

/// The front matter of a Markdown file.
pub struct Front<'a> {
    pub yaml: Node<'a>,
    pub text: &'a str,
    /// The byte at which the text begins in its file.
    pub start: usize,
}

impl<'a> Front<'a> {
    /// What it says, and what of that is a guess.
    pub fn open(self) -> (Node<'a>, Vec<Guess>) {
        let documents = match self.yaml.entry("documents").map(|entry| &entry.node.value) {
            Some(Value::List(documents)) => documents.as_slice(),
            Some(Value::Null | Value::Broken | Value::Scalar { .. } | Value::Map(_)) | None => &[],
        };
        let records: Vec<&Node<'_>> = std::iter::once(&self.yaml).chain(documents).collect();
        let guesses = of_records(self.text, self.start, &self.yaml, &records).into_iter().flatten().collect();
        (self.yaml, guesses)
    }
}

/// With what the comment of a guess begins.
const SIGN: &str = "đoán:";

/// The comments of guesses about each record, with the field that each speaks of: that on whose line it stands, or in
/// whose value; alone on its line, that of the next one. `root` is what the text was read as, `start` the byte at which it
/// begins in its file.
pub fn guess_places<'n>(
    text: &str,
    start: usize,
    root: &Node<'_>,
    records: &[&'n Node<'_>],
) -> Vec<Vec<(Range<usize>, &'n str)>> {
    let mut found = vec![Vec::new(); records.len()];
    let places = comments(text, start, root, SIGN);
    if places.is_empty() {
        return found;
    }
    let mut keys: Vec<(usize, usize, &str)> = Vec::new();
    for (n, record) in records.iter().enumerate() {
        let Value::Map(entries) = &record.value else { continue };
        keys.extend(entries.iter().map(|e| ((e.key_at.start as usize).saturating_sub(start), n, &*e.key)));
    }
    keys.sort_unstable();
    let ends = ends_of_content(text);
    for place in places {
        let line = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
        let before = keys.partition_point(|(at, ..)| *at < place.start);
        let alone = text[line..place.start].trim().is_empty();
        let next = || ends.get(ends.partition_point(|end| *end < place.end)).copied();
        let below = alone.then(next).flatten().unwrap_or(place.start);
        let key = keys.get(before).filter(|(at, ..)| *at < below).or_else(|| keys.get(before.checked_sub(1)?));
        if let Some((_, n, field)) = key {
            found[*n].push((place, *field));
        }
    }
    found
}

/// The guesses of each record.
pub fn of_records(text: &str, start: usize, root: &Node<'_>, records: &[&Node<'_>]) -> Vec<Vec<Guess>> {
    let guess = |(place, field): (Range<usize>, &str)| {
        let words = text.get(place)?.trim_start_matches('#').trim_start().strip_prefix(SIGN)?.trim();
        Some(Guess { field: field.to_owned(), words: words.to_owned() })
    };
    let places = guess_places(text, start, root, records);
    places.into_iter().map(|of| of.into_iter().filter_map(guess).collect()).collect()
}

/// Ends of the lines that have more than a comment.
fn ends_of_content(text: &str) -> Vec<usize> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        end += line.len();
        (end, line.trim_start())
    });
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')).map(|(end, _)| end).collect()
}

#[cfg(test)]
mod tests {
    use super::of_records;
    use crate::diag::{FileId, Sink};
    use crate::load::yaml::{Value, parse};

    fn guesses(text: &str) -> Vec<Vec<String>> {
        let node = parse(text, FileId(0), 0, &mut Sink::default()).expect("it is YAML");
        let Value::List(records) = &node.value else { panic!("a list") };
        let found = of_records(text, 0, &node, &records.iter().collect::<Vec<_>>());
        found.iter().map(|of| of.iter().map(|g| format!("{}: {}", g.field, g.words)).collect()).collect()
    }

    #[test]
    fn a_guess_speaks_of_the_key_at_which_it_stands() {
        let text = "# đoán: đầu
- id: a  # đoán: mã
  lead: [b]  # đoán: ai, theo \"c) # d\" (đoạn 1)
  title: \"# đoán: không\"
  # xem lại
  # đoán: hạn

  due:
    before: 2024-06  # đoán: tháng
  products:
    # đoán: một
    - x
    - y #đoán: hai
  note: >
    # đoán: không
# đoán: sau
- {id: e, lead: [f]}  # đoán: gộp
- id: g
";
        let expected: [&[&str]; 3] = [
            &[
                "id: đầu",
                "id: mã",
                "lead: ai, theo \"c) # d\" (đoạn 1)",
                "due: hạn",
                "due: tháng",
                "products: một",
                "products: hai",
            ],
            &["id: sau", "lead: gộp"],
            &[],
        ];
        assert_eq!(guesses(text), expected);
        assert_eq!(guesses("- id: a\n  lead: b\n# đoán: cuối"), [["lead: cuối"]]);
    }
}
