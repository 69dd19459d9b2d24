//! Lists: items that are clauses begin blocks, all others stay lists.
//!
//! CommonMark counts lists anew and forgets how an item was marked; the marker is read from the text.

use super::label::{Label, MAX_NUMBER, bullet_kind};
use super::mark::Mark;
use super::reader::{Item, List, Reader};
use pulldown_cmark::{Event, Tag};
use std::fmt::Write as _;
use std::ops::Range;

impl Reader<'_, '_> {
    pub(super) fn begin_list(&mut self, first: Option<u64>) {
        self.close_paragraph();
        let (ordered, next) = (first.is_some(), first.unwrap_or(1));
        self.lists.push(List { ordered, next, open: false, by_word: false, item: Item::default() });
    }

    pub(super) fn end_list(&mut self) {
        let Some(list) = self.lists.pop() else { return };
        if list.open {
            self.open_lists -= 1;
            self.draft().flow.tag(if list.ordered { "</ol>\n" } else { "</ul>\n" });
        }
    }

    pub(super) fn begin_item(&mut self, at: usize, range: &Range<usize>) {
        self.close_paragraph();
        let floor = self.floor_around();
        let start = range.start + self.body[range.start..].len() - self.body[range.start..].trim_start().len();
        let line_start = self.body[..start].bytes().rev().take_while(|b| *b != b'\n' && *b != b'\r').take(400).count();
        let before = self.outline.len();
        let clause = self.may_cut() && self.item_label(at, start, floor);
        let list = self.lists.last_mut().expect("items stand in lists");
        let own = clause.then_some(self.outline.len());
        list.item = Item { open: false, column: line_start, floor: own.unwrap_or(before), own };
        list.next += 1;
        let wrapper = self.may_cut() && self.begins_list(at);
        if !clause && !wrapper {
            self.open_item(start);
        }
    }

    /// Begins the block of an item that is a clause; false if it is none.
    fn item_label(&mut self, at: usize, start: usize, floor: usize) -> bool {
        let marker = &self.body[start..];
        let loose = matches!(self.events.get(at), Some((Event::Start(Tag::Paragraph), _)));
        let (line, line_start) = self.line(at + usize::from(loose));
        let inner = Label::read(&line, &self.outline);
        let ordered = self.lists.last().is_some_and(|l| l.ordered);
        let done = if ordered {
            let digits = marker.bytes().take_while(u8::is_ascii_digit).count();
            let Some(number) = marker[..digits].parse().ok().filter(|n| (1..=MAX_NUMBER).contains(n)) else {
                return false;
            };
            let printed = marker.get(..=digits).unwrap_or(marker).to_owned();
            let label = Label { mark: Mark::Arabic(vec![number]), printed, len: 0 };
            let done = self.cut(label, start, floor, None);
            // `3. a) …`: two labels on one line.
            if let Some(inner) = inner.filter(|l| done && matches!(l.mark, Mark::Letter(_) | Mark::Paren(_))) {
                self.cut(inner, line_start, floor, None);
            }
            done
        } else {
            if self.begins_list(at) {
                return false;
            }
            let sign = marker.chars().next().and_then(bullet_kind).unwrap_or('-');
            let by_word = self.lists.last().is_some_and(|l| l.by_word);
            let (label, place) = match inner {
                Some(inner) if !matches!(inner.mark, Mark::Bullet(_)) => (inner, line_start),
                _ if self.outline.is_empty() => return false,
                _ => {
                    let printed = if sign == '+' { "+" } else { "–" };
                    let mark = Mark::Bullet(if by_word { 'T' } else { sign });
                    (Label { mark, printed: printed.to_owned(), len: 0 }, start)
                }
            };
            let counted_by_word = matches!(label.mark, Mark::Ordinal(_) | Mark::Bullet('T'));
            let done = self.cut(label, place, floor, None);
            if let Some(list) = self.lists.last_mut() {
                list.by_word = done && counted_by_word;
            }
            done
        };
        self.labelled = done && loose;
        done
    }

    /// Whether the item whose content is at event `at` holds nothing of its own before a list (`- 1. a`).
    fn begins_list(&self, at: usize) -> bool {
        matches!(self.events.get(at), Some((Event::Start(Tag::List(_)), _)))
    }

    fn open_item(&mut self, start: usize) {
        let digits = self.body[start..].bytes().take_while(u8::is_ascii_digit).count();
        let list = self.lists.last_mut().expect("items stand in lists");
        // `next` is already one on.
        let expected = list.next - 1;
        let number = self.body[start..start + digits].parse().unwrap_or(expected);
        let opened = std::mem::replace(&mut list.open, true);
        self.open_lists += usize::from(!opened);
        list.item.open = true;
        let mut markup = String::new();
        match (list.ordered, opened) {
            (false, false) => markup.push_str("<ul>\n"),
            (true, false) if number == 1 => markup.push_str("<ol>\n"),
            (true, false) => markup = format!("<ol start=\"{number}\">\n"),
            (_, true) => {}
        }
        if opened && list.ordered && number != expected {
            write!(markup, "<li value=\"{number}\">").expect("a string takes all");
        } else {
            markup.push_str("<li>");
        }
        list.next = number.saturating_add(1);
        self.draft().flow.tag(&markup);
    }

    pub(super) fn end_item(&mut self) {
        self.close_paragraph();
        self.labelled = false;
        let Some(list) = self.lists.last_mut() else { return };
        let item = std::mem::take(&mut list.item);
        if item.open {
            self.draft().flow.tag("</li>\n");
            self.draft().flow.gap();
        }
        if let Some(own) = item.own {
            self.outline.leave_item(own);
        }
    }

    /// Closes the lists that stand open in the block; their ends, when they come, find nothing to close.
    pub(super) fn close_lists(&mut self) {
        for n in (0..self.lists.len()).rev() {
            if self.open_lists == 0 {
                return;
            }
            let list = &mut self.lists[n];
            let item = std::mem::take(&mut list.item.open);
            if !std::mem::take(&mut list.open) {
                continue;
            }
            self.open_lists -= 1;
            let close = if list.ordered { "</ol>\n" } else { "</ul>\n" };
            let flow = &mut self.draft().flow;
            if item {
                flow.tag("</li>\n");
            }
            flow.tag(close);
        }
    }

    /// Whether text stands directly in an `<li>`.
    pub(super) fn in_bare_item(&self) -> bool {
        self.lists.last().is_some_and(|l| l.item.open)
    }

    /// Clauses that a label may not close here: those of the innermost item.
    pub(super) fn floor(&self) -> usize {
        self.lists.last().map_or(0, |l| l.item.floor)
    }

    /// The same for the item that begins: those of the item around its list.
    fn floor_around(&self) -> usize {
        self.lists.len().checked_sub(2).map_or(0, |n| self.lists[n].item.floor)
    }

    /// The same for a line within a paragraph: a line that is not indented stands outside the items around it.
    pub(super) fn floor_of_line(&self, start: usize) -> usize {
        let indent = self.body[..start]
            .bytes()
            .rev()
            .take(400)
            .take_while(|b| matches!(b, b' ' | b'\t' | b'*' | b'_' | b'\\'))
            .count();
        self.lists.iter().rev().find(|l| l.item.column < indent).map_or(0, |l| l.item.floor)
    }
}
