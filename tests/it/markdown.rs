//! What the tests of the documents read out of a Markdown file: blocks, links, headings, prose.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;

/// A fenced block: the line of its fence, what the fence says, what it holds.
pub struct Block {
    pub line: usize,
    pub info: String,
    pub text: String,
}

pub enum Piece {
    Block(Block),
    /// Line and words of an HTML comment on a line of its own.
    Comment(usize, String),
    /// Where a link or a picture leads.
    Link(Link),
    /// The anchor of a heading.
    Heading(String),
    /// Line and words that are neither code nor an address.
    Prose(usize, String),
}

pub struct Link {
    pub line: usize,
    pub to: String,
    /// The words of the link.
    pub words: String,
}

pub fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut anchors = BTreeMap::new();
    let (mut block, mut heading, mut link): (Option<Block>, Option<String>, Option<Link>) = (None, None, None);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let at = 1 + text[..range.start].matches('\n').count();
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                block = Some(Block { line: at, info: info.trim().to_owned(), text: String::new() });
            }
            Event::End(TagEnd::CodeBlock) => found.extend(block.take().map(Piece::Block)),
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                found.extend(heading.take().map(|words| Piece::Heading(anchor(&words, &mut anchors))));
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                found.extend(link.take().map(Piece::Link));
                link = Some(Link { line: at, to: dest_url.to_string(), words: String::new() });
            }
            Event::End(TagEnd::Link | TagEnd::Image) => found.extend(link.take().map(Piece::Link)),
            Event::Html(html) | Event::InlineHtml(html) => {
                let comment = html.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
                found.extend(comment.map(|words| Piece::Comment(at, words.trim().to_owned())));
            }
            Event::Code(words) => {
                for text in [heading.as_mut(), link.as_mut().map(|link| &mut link.words)].into_iter().flatten() {
                    text.push_str(&words);
                }
            }
            Event::Text(words) => {
                if let Some(block) = &mut block {
                    block.text.push_str(&words);
                    continue;
                }
                for text in [heading.as_mut(), link.as_mut().map(|link| &mut link.words)].into_iter().flatten() {
                    text.push_str(&words);
                }
                found.push(Piece::Prose(at, words.into_string()));
            }
            _ => {}
        }
    }
    found
}

/// The anchor that GitHub and mdBook give a heading: letters of any script in lower case, hyphens for blanks, a number
/// after what is there already.
fn anchor(heading: &str, before: &mut BTreeMap<String, usize>) -> String {
    let kept = heading.trim().to_lowercase();
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    let id: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
    let n = before.entry(id.clone()).or_insert(0);
    *n += 1;
    if *n == 1 { id } else { format!("{id}-{}", *n - 1) }
}

#[test]
fn anchors_are_those_of_the_pages() {
    let text = "# Ngày 1: `tiendo build`, rồi?\n\n## A\n\n## A\n";
    let anchors: Vec<String> = pieces(text)
        .into_iter()
        .filter_map(|piece| if let Piece::Heading(id) = piece { Some(id) } else { None })
        .collect();
    assert_eq!(anchors, ["ngày-1-tiendo-build-rồi", "a", "a-1"]);
}
