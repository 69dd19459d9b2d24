//! Which text the clause of a task is held against: that of its own document, and no annex against a body.

use crate::laws::dataset_of;
use crate::open::open;
use tiendo::load::{Snapshot, load};

fn site(tasks: &str) -> Vec<(String, String)> {
    let head = "---\ntitle: Nghị quyết\ndocuments:\n  - {kind: Nghị quyết, issued: 2025-01-09}\n  - {id: phu-luc-2, kind: Phụ lục II, issued: 2025-01-09}\n---\n\n1. Mục tiêu.\n\n2. Tổ chức thực hiện.\n";
    [
        ("site.yaml", "title: Thử".to_owned()),
        ("agencies/a.yaml", "agencies: [{id: so-a, name: Sở A, kind: other}]".to_owned()),
        ("meetings/nq.md", head.to_owned()),
        ("tasks/t.yaml", tasks.to_owned()),
    ]
    .map(|(path, text)| (format!("content/{path}"), text))
    .into()
}

fn task(id: &str, clause: &str) -> String {
    format!("  - {{id: {id}, title: Việc {id}, clause: \"{clause}\", lead: so-a}}\n")
}

/// The second document of a meeting has its own numbering: none of its labels is a fault, and none is tied to the text of
/// the first.
#[test]
fn a_further_document_is_not_held_against_the_text_of_the_first() {
    let tasks = format!("document: phu-luc-2\ntasks:\n{}{}{}", task("mot", "1"), task("hai", "2"), task("ba", "3"));
    let data = dataset_of(site(&tasks));
    assert!(data.tasks.iter().all(|t| t.sources[0].clause.is_some() && t.sources[0].block.is_none()));
    let page = open(site(&tasks), "2025-02-01", None).text("phien-hop/nq/index.html");
    let text = page.split("Tổ chức thực hiện").next().expect("the clauses come first");
    assert!(!text.contains("nhiem-vu/mot/"), "{text}");
    for id in ["mot", "hai", "ba"] {
        assert!(page.contains(&format!("nhiem-vu/{id}/")), "{id} is on the page all the same");
    }
}

/// `PL2.15` is a row of an annex of the document itself.
#[test]
fn a_row_of_an_annex_is_no_clause_of_the_text() {
    let tasks = format!("document: nq\ntasks:\n{}{}", task("mot", "PL2.1"), task("hai", "2"));
    let data = dataset_of(site(&tasks));
    let blocks: Vec<_> = data.tasks.iter().map(|t| t.sources[0].block.is_some()).collect();
    assert_eq!(blocks, [false, true]);
    // What is meant for the text is held against it as before.
    let tasks = format!("document: nq\ntasks:\n{}", task("mot", "3"));
    let loaded = load(&Snapshot::of_texts(site(&tasks)), |_| "2030-01-01".parse().expect("a day"));
    let codes: Vec<&str> = loaded.diagnostics.codes().iter().map(|code| code.id()).collect();
    assert_eq!(codes, ["unknown-clause"]);
}
