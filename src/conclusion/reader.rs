//! What is known at a point of the text: the block being written, and everything that stands open in it.
//!
//! Data only. [`events`](super::events) takes the Markdown apart; [`blocks`](super::blocks), [`inline`](super::inline)
//! and [`lists`](super::lists) write.

use super::characters::clean_event;
use super::html::Flow;
use super::notes::Notes;
use super::outline::Outline;
use crate::diag::{Code, Diagnostic, FileId, Place, Sink};
use crate::model::{Block, Cited, ClauseLabel, Link, numbers};
use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag};
use std::collections::HashMap;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// At labels and at headings.
    Clauses,
    /// At labels and at headings, of which one that names an annex begins a numbering of its own.
    ClausesAndAnnexes,
    /// At headings only.
    Headings,
}

#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) label: Option<ClauseLabel>,
    pub(super) printed: String,
    pub(super) cited: Option<Cited>,
    pub(super) inside: Option<usize>,
    pub(super) depth: usize,
    pub(super) heading: Option<u8>,
    pub(super) flow: Flow,
}

#[derive(Debug)]
pub(super) struct List {
    pub(super) ordered: bool,
    /// The number that HTML would give the next item.
    pub(super) next: u64,
    /// `<ol>` or `<ul>` stands open in the block.
    pub(super) open: bool,
    /// Its last clause item was numbered by a word (`Thứ nhất`).
    pub(super) by_word: bool,
    pub(super) item: Item,
}

/// The item of a list that is being read.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// `<li>` stands open in the block.
    pub(super) open: bool,
    /// Column of its marker (0-based, in bytes).
    pub(super) column: usize,
    /// Clauses that stay open whatever stands in the item.
    pub(super) floor: usize,
    /// Clauses open with its own, if it is a clause.
    pub(super) own: Option<usize>,
}

#[derive(Debug)]
pub(super) struct Inline {
    /// Where its tag begins in the block's HTML, and where it ends.
    pub(super) tag: (usize, usize),
    pub(super) close: &'static str,
    /// The relative link that it is.
    pub(super) link: Option<Link>,
}

pub(super) struct Reader<'a, 's> {
    pub(super) body: &'a str,
    pub(super) events: Vec<(Event<'a>, Range<usize>)>,
    pub(super) sink: &'s mut Sink,
    pub(super) file: FileId,
    pub(super) body_start: usize,
    pub(super) mode: Cut,
    /// Added to heading levels, so that the page's own `h1` stays the only one.
    pub(super) shift: u8,
    pub(super) blocks: Vec<Block>,
    pub(super) links: Vec<Link>,
    pub(super) draft: Option<Draft>,
    /// Drafts set aside while a footnote is written.
    pub(super) aside: Vec<(Option<Draft>, String)>,
    pub(super) outline: Outline,
    pub(super) lists: Vec<List>,
    /// How many of them stand open in the block.
    pub(super) open_lists: usize,
    /// Elements around in which no clause can begin: quotes, tables, code, footnotes.
    pub(super) guards: usize,
    /// A `<p>` is open.
    pub(super) paragraph: bool,
    /// Text needs no `<p>` here: a heading, a table cell, code.
    pub(super) bare: bool,
    pub(super) inline: Vec<Option<Inline>>,
    /// Bytes of text that a label took and that are still to be passed over.
    pub(super) skip: usize,
    /// The list item has read the label of the paragraph that begins next.
    pub(super) labelled: bool,
    /// An opening tag of raw HTML was reported, so its closing tag needs no second warning.
    pub(super) raw_html: bool,
    pub(super) notes: Notes,
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) table_head: bool,
    pub(super) seen: HashMap<ClauseLabel, Place>,
}

impl<'a, 's> Reader<'a, 's> {
    /// Parses `body`, which stands in `file` at byte `body_start`.
    pub(super) fn new(body: &'a str, file: FileId, body_start: usize, mode: Cut, sink: &'s mut Sink) -> Self {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
        let mut events: Vec<_> = Parser::new_ext(body, options).into_offset_iter().collect();
        for (event, range) in &mut events {
            let odd = clean_event(event);
            if !odd.is_empty() {
                let at = |byte: usize| u32::try_from(body_start + byte).unwrap_or(u32::MAX);
                let diagnostic =
                    Diagnostic::new(Code::OddCharacters, Place { file, start: at(range.start), end: at(range.end) });
                sink.push(diagnostic.arg("field", "this-line").arg("characters", numbers(&odd)));
            }
        }
        let first = |e: &Event| matches!(e, Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }));
        let shift = u8::from(events.iter().any(|(e, _)| first(e)));
        Self {
            body,
            events,
            sink,
            file,
            body_start,
            mode,
            shift,
            blocks: Vec::new(),
            links: Vec::new(),
            draft: None,
            aside: Vec::new(),
            outline: Outline::default(),
            lists: Vec::new(),
            open_lists: 0,
            guards: 0,
            paragraph: false,
            bare: false,
            inline: Vec::new(),
            skip: 0,
            labelled: false,
            raw_html: false,
            notes: Notes::default(),
            alignments: Vec::new(),
            column: 0,
            table_head: false,
            seen: HashMap::new(),
        }
    }
}
