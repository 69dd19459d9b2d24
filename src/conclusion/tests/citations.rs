//! How clauses are cited: what each label is called, and which clauses hold it.

use super::super::{read, read_with_annexes};
use crate::diag::{FileId, Sink};
use crate::model::{Cited, ClauseLabel, Conclusion};
use proptest::prelude::*;

fn said(citation: &[Cited]) -> String {
    citation.iter().map(|c| format!("{} {}", c.kind.code(), c.number)).collect::<Vec<_>>().join(" < ")
}

/// Each clause of a text: its path and its citation.
fn cited(text: &Conclusion) -> Vec<String> {
    let labelled = text.blocks.iter().enumerate().filter_map(|(n, b)| Some((n, b.label.as_ref()?)));
    labelled.map(|(n, label)| format!("{label}: {}", said(&text.citation(n)))).collect()
}

fn of(markdown: &str) -> Vec<String> {
    cited(&read(markdown, FileId(0), 0, &mut Sink::default()))
}

#[test]
fn a_clause_is_cited_by_what_is_printed() {
    let text =
        "## III. Nhiệm vụ\n\n2. Các bộ:\n\nd) xong;\n\n- một;\n\n- hai:\n\n+ ba.\n\n3. Sở:\n\nThứ nhất, rà soát.\n";
    assert_eq!(
        of(text),
        [
            "III: section III",
            "III.2: clause 2 < section III",
            "III.2.d: point d < clause 2 < section III",
            "III.2.d.1: dash 1 < point d < clause 2 < section III",
            "III.2.d.2: dash 2 < point d < clause 2 < section III",
            "III.2.d.2.1: plus 1 < dash 2 < point d < clause 2 < section III",
            "III.3: clause 3 < section III",
            "III.3.1: ordinal 1 < clause 3 < section III",
        ]
    );
    assert_eq!(
        of("## Chương II\n\n### Điều 5. Hiệu lực\n\n1. Một:\n\n1.1. Hai.\n\n¶8. Ba.\n"),
        [
            "II: chapter II",
            "II.5: article 5 < chapter II",
            "II.5.1: clause 1 < article 5 < chapter II",
            "II.5.1.1: point 1.1 < clause 1 < article 5 < chapter II",
            "¶8: paragraph 8",
        ]
    );
}

/// Of a label alone: what cannot be told stays as printed.
#[test]
fn a_label_is_cited_without_its_text() {
    for (label, citation) in [
        ("III.2.d", "point d < clause 2 < section III"),
        ("III.2.a.7", "dash 7 < point a < clause 2 < section III"),
        ("3.a", "point a < clause 3"),
        ("3.4", "clause 3.4"),
        ("¶8", "paragraph 8"),
        ("PL2.15", "row 15 < annex II"),
        ("PL.II.15", "row 15 < annex II"),
        ("PLII.I.3", "clause 3 < section I < annex II"),
        ("PL.4", "row 4 < annex "),
        ("PL2", "annex II"),
    ] {
        assert_eq!(said(&ClauseLabel::parse(label).unwrap().citation()), citation, "{label}");
    }
}

#[test]
fn an_annex_begins_a_numbering_of_its_own() {
    let text = "1. Một.\n\n2. Hai.\n\n# PHỤ LỤC SỐ 01\n\n## Chỉ tiêu\n\n1. Ba.\n\n# Phụ lục II. Danh mục\n\n1. Bốn:\n\na) năm.\n\nPhụ lục III kèm theo.\n";
    let annexes = read_with_annexes(text, FileId(0), 0, &mut Sink::default());
    assert_eq!(
        cited(&annexes),
        [
            "1: clause 1",
            "2: clause 2",
            "PL1: annex I",
            "PL1.1: row 1 < annex I",
            "PL2: annex II",
            "PL2.1: row 1 < annex II",
            "PL2.1.a: point a < row 1 < annex II",
        ]
    );
    let heading = annexes.blocks.iter().find(|b| b.printed == "Phụ lục II").expect("the heading of the annex");
    assert_eq!(heading.text, "Danh mục");
    // A document that declares none is read as before: the second 1 stands twice.
    assert_eq!(of(text), ["1: clause 1", "2: clause 2", "1.a: point a < clause 1"]);
}

proptest! {
    /// Whatever the text: a clause stands after the one that holds it, and its path continues that one's.
    #[test]
    fn a_clause_stands_in_one_before_it(lines in prop::collection::vec(prop::sample::select(vec![
        "# Phụ lục II", "## I. A", "## II. B", "1. C", "2. D", "1.1. E", "a) F", "b) G", "- H", "+ K", "Thứ nhất, L", "(i) M", "# N", "O",
    ]), 0..24)) {
        let text = read_with_annexes(&lines.join("\n\n"), FileId(0), 0, &mut Sink::default());
        for (n, block) in text.blocks.iter().enumerate() {
            prop_assert_eq!(block.cited.is_some(), !block.printed.is_empty());
            if let Some(outer) = block.inside {
                prop_assert!(outer < n);
                if let (Some(inner), Some(outer)) = (&block.label, &text.blocks[outer].label) {
                    let begins = inner.as_str().starts_with(&format!("{outer}."));
                    prop_assert!(begins, "{} in {}", inner, outer);
                }
            }
        }
    }
}
