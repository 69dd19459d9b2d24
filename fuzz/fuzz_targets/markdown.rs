//! Markdown and clauses: whatever the text, safe HTML and places inside the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tiendo::conclusion::{read, read_page, read_with_annexes};
use tiendo::diag::{Sink, Sources};

/// The elements that a text may become.
const ELEMENTS: &[&str] = &[
    "p",
    "br",
    "hr",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "img",
    "sup",
    "abbr",
];
/// The attributes that these may carry.
const ATTRIBUTES: &[&str] = &["href", "src", "alt", "rel", "scope", "class", "id", "start", "value"];

/// Every `<` begins a listed element, closed in order; every attribute is listed and quoted; every address is relative
/// or of a listed scheme.
fn assert_safe(html: &str) {
    let mut open = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, _) = part.split_once('>').unwrap_or_else(|| panic!("no end of a tag: {html}"));
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
            continue;
        }
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(ELEMENTS.contains(&name), "<{name}>: {html}");
        while !rest.is_empty() {
            let (attribute, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("{tag}: {html}"));
            let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("{tag}: {html}"));
            assert!(ATTRIBUTES.contains(&attribute.trim()), "{attribute}: {html}");
            if matches!(attribute.trim(), "href" | "src") {
                let value = value.to_lowercase();
                let head = value.split(['/', '?', '#']).next().unwrap_or_default();
                let listed = ["http:", "https:", "mailto:", "tel:"].contains(&head)
                    || value.starts_with("mailto:")
                    || value.starts_with("tel:");
                assert!(!value.starts_with("//") && (!head.contains(':') || listed), "{value}: {html}");
            }
            rest = after;
        }
        if !matches!(name, "br" | "hr" | "img") {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} left open: {html}");
}

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let mut sources = Sources::default();
    let file = sources.add("a.md", &*text);
    for read in [read, read_with_annexes, read_page] {
        let mut sink = Sink::default();
        let conclusion = read(&text, file, 0, &mut sink);
        conclusion.blocks.iter().for_each(|block| assert_safe(&block.html));
        for link in &conclusion.links {
            assert!(text.get(link.at.start as usize..link.at.end as usize).is_some(), "{link:?} is no place in the text");
        }
        for fault in sink.into_sorted(&sources) {
            let at = fault.at.expect("faults of a text have a place");
            assert!(text.get(at.start as usize..at.end as usize).is_some(), "{at:?} is no place in the text");
        }
    }
});
