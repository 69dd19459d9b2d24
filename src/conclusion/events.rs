//! The rewriter: Markdown events in, blocks of safe HTML out.
//!
//! Only elements named here, in [`blocks`](super::blocks), [`inline`](super::inline), [`lists`](super::lists) and
//! [`notes`](super::notes) are ever written. A clause may begin in the middle of a list or of emphasis: then everything
//! open is closed, and the ends that Markdown announces later are ignored.

use super::reader::{Draft, Reader};
use crate::diag::Code;
use crate::model::Conclusion;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

impl<'a> Reader<'a, '_> {
    pub(super) fn run(mut self) -> Conclusion {
        let mut at = 0;
        while at < self.events.len() {
            at = self.event(at);
        }
        self.finish_block();
        if let Some(flow) = std::mem::take(&mut self.notes).finish() {
            self.draft = Some(Draft { flow, ..Draft::default() });
            self.finish_block();
        }
        Conclusion { blocks: self.blocks, links: self.links }
    }

    /// Handles the event at `at` and returns the index of the next one.
    fn event(&mut self, at: usize) -> usize {
        let (event, range) = self.events[at].clone();
        match event {
            Event::Start(tag) => return self.start(at, tag, &range),
            Event::End(tag) => self.end(tag),
            Event::Text(_) => return self.text(at),
            // The mathematics is behind an option that is off.
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.code(&text),
            Event::Html(text) => self.html_line(&text),
            Event::InlineHtml(text) => self.inline_html(&text, &range),
            Event::SoftBreak => self.line_break(at, ""),
            Event::HardBreak => self.line_break(at, "<br>"),
            Event::FootnoteReference(name) => self.note_reference(&name),
            Event::Rule => self.alone("<hr>"),
            Event::TaskListMarker(_) => {}
        }
        at + 1
    }

    fn start(&mut self, at: usize, tag: Tag<'a>, range: &Range<usize>) -> usize {
        match tag {
            Tag::Paragraph => self.begin_paragraph(at + 1),
            Tag::Heading { level, .. } => self.begin_heading(at + 1, level as u8),
            Tag::BlockQuote(_) => self.begin_guarded("<blockquote>"),
            Tag::CodeBlock(_) => {
                self.begin_guarded("<pre><code>");
                self.bare = true;
            }
            Tag::HtmlBlock => {
                self.warn(Code::RawHtml, range, "html");
                self.close_paragraph();
                self.open_paragraph();
            }
            Tag::List(first) => self.begin_list(first),
            Tag::Item => self.begin_item(at + 1, range),
            Tag::FootnoteDefinition(name) => {
                self.close_paragraph();
                self.aside.push((self.draft.take(), name.into_string()));
                self.guards += 1;
            }
            Tag::Table(alignments) => {
                self.begin_guarded("<table>\n");
                self.alignments = alignments;
            }
            Tag::TableHead => self.begin_row("<thead><tr>", true),
            Tag::TableRow => self.begin_row("<tr>", false),
            Tag::TableCell => self.begin_cell(),
            Tag::Emphasis => self.open_inline("<em>", "</em>"),
            Tag::Strong => self.open_inline("<strong>", "</strong>"),
            Tag::Strikethrough => self.open_inline("<del>", "</del>"),
            Tag::Link { link_type, dest_url, .. } => self.begin_link(link_type, &dest_url, range),
            Tag::Image { dest_url, .. } => return self.image(at + 1, &dest_url, range),
            // Behind options that are off.
            Tag::Superscript | Tag::Subscript => self.open_inline("", ""),
            Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition | Tag::MetadataBlock(_) => {
                self.close_paragraph();
            }
        }
        at + 1
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.close_paragraph(),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => self.end_guarded("</blockquote>"),
            TagEnd::CodeBlock => self.end_guarded("</code></pre>"),
            TagEnd::List(_) => self.end_list(),
            TagEnd::Item => self.end_item(),
            TagEnd::FootnoteDefinition => {
                self.close_paragraph();
                self.guards -= 1;
                let (draft, name) = self.aside.pop().expect("starts and ends come in pairs");
                let note = std::mem::replace(&mut self.draft, draft).unwrap_or_default();
                self.notes.define(&name, note.flow);
            }
            TagEnd::Table => self.end_guarded("</tbody></table>"),
            TagEnd::TableHead => self.draft().flow.tag("</tr></thead>\n<tbody>\n"),
            TagEnd::TableRow => self.draft().flow.tag("</tr>\n"),
            TagEnd::TableCell => {
                self.close_inline();
                self.bare = false;
                let close = if self.table_head { "</th>" } else { "</td>" };
                self.draft().flow.tag(close);
                self.draft().flow.gap();
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => self.end_inline(),
            // An image is read whole at its start; the others are behind options that are off.
            TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }
}
