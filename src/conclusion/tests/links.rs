//! Which links the site answers for, and where they are written.

use crate::conclusion::{read, split_front_matter};
use crate::diag::{FileId, Sink};

/// `start: path` for each link, with the text at its place where that is something else.
fn links(file: &str) -> Vec<String> {
    let front = split_front_matter(file).unwrap();
    let conclusion = read(front.body, FileId(0), front.body_start, &mut Sink::default());
    let one = |link: &crate::model::Link| {
        let written = &file[link.at.start as usize..link.at.end as usize];
        let other = if written == link.path { String::new() } else { format!(" as {written}") };
        format!("{}: {}{other}", link.at.start, link.path)
    };
    conclusion.links.iter().map(one).collect()
}

#[test]
fn every_link_has_its_own_place() {
    let file = "---\ntitle: a\n---\n1. [a](../b/) [a](../b/#x) và [a](../bc/)\n\n[a](../b/)\n";
    assert_eq!(links(file), ["24: ../b/", "35: ../b/", "52: ../bc/", "65: ../b/"]);
}

#[test]
fn a_link_written_in_another_way_is_placed_as_a_whole() {
    for (text, expected) in [
        ("[a](<b c>)", "8: b c as [a](<b c>)"),
        ("[a](b&amp;c)", "8: b&c as [a](b&amp;c)"),
        ("[a][1]\n\n[1]: b/", "8: b/ as [a][1]"),
        ("[![a](p.png)](b/)", "22: b/"),
    ] {
        assert_eq!(links(&format!("---\n---\n{text}\n")), [expected], "{text}");
    }
}

#[test]
fn only_links_to_the_site_itself_are_kept() {
    let file = "---\n---\n[a](https://a.vn) [a](mailto:a@b.vn) [a](/cong/) [a](#x) [a](?q) [a]() [](b) [a](javascript:c) ![a](d)\n";
    assert_eq!(links(file), [""; 0]);
}
