//! Blocks: where they begin and end, and the elements that hold others.

use super::html::Flow;
use super::label::Label;
use super::reader::{Cut, Draft, Reader};
use crate::diag::{Code, Diagnostic, Place};
use crate::model::Block;
use pulldown_cmark::Alignment;
use std::ops::Range;

impl Reader<'_, '_> {
    pub(super) fn begin_paragraph(&mut self, at: usize) {
        self.close_paragraph();
        if self.may_cut() && !std::mem::take(&mut self.labelled) {
            let (line, start) = self.line(at);
            if let Some(label) = Label::read(&line, &self.outline) {
                self.cut(label, start, self.floor(), None);
            } else if line.trim_start_matches(['*', '_', ' ']).starts_with("Nơi nhận") {
                // The list of recipients belongs to no clause.
                self.finish_block();
                self.outline.clear();
            }
        }
        self.open_paragraph();
    }

    pub(super) fn begin_heading(&mut self, at: usize, level: u8) {
        self.close_paragraph();
        if self.guards > 0 {
            self.open_paragraph();
            return self.open_inline("<strong>", "</strong>");
        }
        let level = (level + self.shift).clamp(2, 6);
        let (line, start) = self.line(at);
        let label = match self.mode {
            Cut::Clauses => Label::read(&line, &self.outline),
            Cut::ClausesAndAnnexes => Label::of_annex(&line).or_else(|| Label::read(&line, &self.outline)),
            Cut::Headings => None,
        };
        if !label.is_some_and(|label| self.cut(label, start, self.floor(), Some(level))) {
            self.finish_block();
            self.outline.leave_for_heading(level);
            let depth = self.outline.depth();
            self.draft = Some(Draft { heading: Some(level), depth, ..Draft::default() });
        }
        self.bare = true;
    }

    pub(super) fn end_heading(&mut self) {
        if self.guards > 0 {
            self.end_inline();
            return self.close_paragraph();
        }
        self.finish_block();
    }

    pub(super) fn begin_guarded(&mut self, open: &str) {
        self.close_paragraph();
        self.guards += 1;
        self.draft().flow.tag(open);
    }

    pub(super) fn end_guarded(&mut self, close: &str) {
        self.close_paragraph();
        self.bare = false;
        self.guards -= 1;
        self.draft().flow.tag(close);
        self.draft().flow.tag("\n");
        self.draft().flow.gap();
    }

    pub(super) fn begin_row(&mut self, open: &str, head: bool) {
        self.draft().flow.tag(open);
        self.column = 0;
        self.table_head = head;
    }

    pub(super) fn begin_cell(&mut self) {
        // A class: a style attribute would need `style-src 'unsafe-inline'`.
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"num\"",
            Some(Alignment::Center) => " class=\"mid\"",
            Some(Alignment::Left | Alignment::None) | None => "",
        };
        self.column += 1;
        let open = if self.table_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") };
        self.draft().flow.tag(&open);
        self.bare = true;
    }

    pub(super) fn alone(&mut self, element: &str) {
        self.close_paragraph();
        self.draft().flow.tag(element);
        self.draft().flow.tag("\n");
    }

    pub(super) fn may_cut(&self) -> bool {
        self.mode != Cut::Headings && self.guards == 0
    }

    /// Begins the block of a clause whose label stands at byte `start` of the body. False if it is none after all.
    pub(super) fn cut(&mut self, label: Label, start: usize, floor: usize, heading: Option<u8>) -> bool {
        let nesting = self.lists.len();
        let Some(path) = self.outline.enter(&label.mark, floor, nesting, heading) else { return false };
        self.finish_block();
        // The block that begins is not among them yet.
        let inside = self.outline.stands_at(self.blocks.len());
        let within = inside.and_then(|n| self.blocks[n].cited.as_ref());
        let last = path.as_str().rsplit('.').next().unwrap_or_default();
        let cited = Some(label.mark.cited(&label.printed, last, within.map(|cited| cited.kind)));
        let depth = path.as_str().matches('.').count();
        let at = self.place(&(start..start + label.printed.len().max(1)));
        let unique = match self.seen.get(&path) {
            None => {
                self.seen.insert(path.clone(), at);
                Some(path)
            }
            Some(first) => {
                let diagnostic = Diagnostic::new(Code::DuplicateClause, at).arg("label", path.as_str());
                self.sink.push(diagnostic.also(*first, "first-here"));
                None
            }
        };
        self.skip = label.len;
        self.draft =
            Some(Draft { label: unique, printed: label.printed, cited, inside, depth, heading, flow: Flow::default() });
        true
    }

    pub(super) fn draft(&mut self) -> &mut Draft {
        let outline = &self.outline;
        self.draft.get_or_insert_with(|| Draft { depth: outline.depth(), ..Draft::default() })
    }

    /// Closes all that is open and keeps the block, unless it is empty.
    pub(super) fn finish_block(&mut self) {
        self.close_paragraph();
        self.close_lists();
        self.bare = false;
        self.skip = 0;
        let Some(draft) = self.draft.take() else { return };
        let html = draft.flow.html.trim().to_owned();
        if html.is_empty() && draft.printed.is_empty() {
            return;
        }
        self.blocks.push(Block {
            label: draft.label,
            printed: draft.printed,
            cited: draft.cited,
            inside: draft.inside,
            depth: draft.depth,
            heading: draft.heading,
            html,
            text: draft.flow.text.trim().to_owned(),
        });
    }

    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        let to = |n: usize| u32::try_from(self.body_start + n).unwrap_or(u32::MAX);
        let mut end = range.end.min(self.body.len());
        while !self.body.is_char_boundary(end) {
            end -= 1;
        }
        Place { file: self.file, start: to(range.start), end: to(end.max(range.start)) }
    }

    /// Notes a problem whose one argument, called `name`, is the text at `range` (its beginning, if long).
    pub(super) fn warn(&mut self, code: Code, range: &Range<usize>, name: &'static str) {
        let text = self.body.get(range.clone()).unwrap_or_default().lines().next().unwrap_or_default().trim();
        let shown: String = text.chars().take(60).collect();
        // One line is enough to show.
        let place = self.place(&(range.start..range.start + text.len().max(1)));
        self.sink.push(Diagnostic::new(code, place).arg(name, shown));
    }

    /// The address may be written with escapes or stand elsewhere in the text, so the message repeats it.
    pub(super) fn warn_url(&mut self, range: &Range<usize>, url: &str) {
        let place = self.place(range);
        let shown: String = url.chars().filter(|c| !c.is_control()).take(80).collect();
        self.sink.push(Diagnostic::new(Code::UnsafeUrl, place).arg("url", shown));
    }
}
