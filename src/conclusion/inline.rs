//! Text within a line: words, emphasis, links, images, raw HTML shown as text.

use super::html::{attribute, escape};
use super::label::Label;
use super::reader::{Inline, Reader};
use super::url::{UrlKind, kind_of};
use crate::diag::{Code, Place};
use crate::model::Link;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

/// A label is read from this many bytes and events at the start of a line.
const LABEL_BYTES: usize = 80;
const LABEL_EVENTS: usize = 16;

impl Reader<'_, '_> {
    /// The beginning of the line at event `at`, as far as a label can reach, and the byte of the body it stands at.
    pub(super) fn line(&self, at: usize) -> (String, usize) {
        let mut line = String::new();
        let mut start = None;
        for (event, range) in self.events[at.min(self.events.len())..].iter().take(LABEL_EVENTS) {
            match event {
                Event::Text(text) => {
                    start.get_or_insert(range.start);
                    let room = LABEL_BYTES.saturating_sub(line.len());
                    line.extend(text.char_indices().take_while(|(n, _)| *n < room).map(|(_, c)| c));
                    if room < text.len() {
                        break;
                    }
                }
                Event::Start(Tag::Emphasis | Tag::Strong) | Event::End(TagEnd::Emphasis | TagEnd::Strong) => {}
                _ => break,
            }
        }
        (line, start.unwrap_or(0))
    }

    /// Text, together with the text events that follow: `[?]` arrives in three pieces.
    pub(super) fn text(&mut self, at: usize) -> usize {
        let mut next = at + 1;
        let Event::Text(first) = self.events[at].0.clone() else { return next };
        let mut text = Cow::from(&*first);
        while let Some((Event::Text(more), _)) = self.events.get(next) {
            text.to_mut().push_str(more);
            next += 1;
        }
        let skipped = self.skip.min(text.len());
        self.skip -= skipped;
        let rest = text.get(skipped..).unwrap_or_default();
        if !rest.is_empty() {
            self.need_paragraph();
            self.draft().flow.say(rest);
        }
        next
    }

    pub(super) fn code(&mut self, text: &str) {
        self.need_paragraph();
        let flow = &mut self.draft().flow;
        flow.tag("<code>");
        flow.say_code(text);
        flow.tag("</code>");
    }

    /// A line ends; the next one may begin with a label.
    pub(super) fn line_break(&mut self, at: usize, element: &str) {
        if self.may_cut() && !self.bare {
            let (line, start) = self.line(at + 1);
            // After a soft break only where a sentence or an item has ended: `khoản⏎3. Bộ` is one sentence.
            let ended = |c: char| matches!(c, '.' | ';' | ':' | ',' | '!' | '?' | '…' | '"' | '”' | ')' | '/');
            let text = self.draft().flow.text.trim_end();
            let plausible = !element.is_empty() || text.is_empty() || text.ends_with(ended);
            if plausible
                && let Some(label) = Label::read(&line, &self.outline)
                && self.cut(label, start, self.floor_of_line(start), None)
            {
                self.need_paragraph();
                return;
            }
        }
        let flow = &mut self.draft().flow;
        if !flow.html.ends_with("<p>") {
            flow.tag(element);
            flow.tag("\n");
        }
        flow.gap();
    }

    /// Raw HTML is not passed: it is shown as it was typed.
    pub(super) fn html_line(&mut self, text: &str) {
        self.need_paragraph();
        let flow = &mut self.draft().flow;
        flow.say(text.trim_end_matches(['\r', '\n']));
        flow.tag("\n");
        flow.gap();
    }

    pub(super) fn inline_html(&mut self, text: &str, range: &Range<usize>) {
        let closing = text.starts_with("</");
        if !(closing && self.raw_html) {
            self.warn(Code::RawHtml, range, "html");
        }
        self.raw_html |= !closing;
        self.need_paragraph();
        self.draft().flow.say_code(text);
    }

    pub(super) fn note_reference(&mut self, name: &str) {
        self.need_paragraph();
        let number = self.notes.number(name);
        let flow = &mut self.draft().flow;
        write!(flow.html, "<sup><a href=\"#chu-thich-{number}\">{number}</a></sup>").expect("a string takes all");
    }

    pub(super) fn begin_link(&mut self, kind: LinkType, url: &str, range: &Range<usize>) {
        let url = if kind == LinkType::Email { Cow::from(format!("mailto:{url}")) } else { Cow::from(url) };
        match kind_of(&url) {
            UrlKind::Relative if url.is_empty() => self.open_inline("", ""),
            UrlKind::Relative => {
                self.open_inline(&format!("<a{}>", attribute("href", &url)), "</a>");
                let link = self.relative_link(&url, range);
                self.inline.last_mut().and_then(Option::as_mut).expect("it was just opened").link = link;
            }
            UrlKind::Contact => self.open_inline(&format!("<a{}>", attribute("href", &url)), "</a>"),
            UrlKind::External => self.open_inline(&external(&url), "</a>"),
            UrlKind::Unsafe => {
                self.warn_url(range, &url);
                self.open_inline("", "");
            }
        }
    }

    /// A link to a page or file of the site, with its place. `url` may be found in the text at `range`, or be written
    /// there with escapes, or stand somewhere else (`[text][1]`): then the place is that of the whole link.
    fn relative_link(&self, url: &str, range: &Range<usize>) -> Option<Link> {
        let path = url.split(['#', '?']).next().unwrap_or_default();
        // A path from the root of the host leads to another part of the portal, which is not ours to know.
        if path.is_empty() || path.starts_with('/') || path.contains(':') {
            return None;
        }
        let written = self.body[range.clone()].find(&format!("]({path}"));
        let at = written.map_or(range.clone(), |n| {
            let start = range.start + n + "](".len();
            start..start + path.len()
        });
        let Place { start, end, .. } = self.place(&at);
        Some(Link { path: path.to_owned(), at: start..end })
    }

    /// Images of the site are shown; those of other hosts become links, because of `img-src 'self'`. Returns the next
    /// event.
    pub(super) fn image(&mut self, at: usize, url: &str, range: &Range<usize>) -> usize {
        let (alt, next) = self.alternative(at);
        self.need_paragraph();
        match kind_of(url) {
            UrlKind::Relative if !url.is_empty() => {
                let image = format!("<img{}{}>", attribute("src", url), attribute("alt", &alt));
                let flow = &mut self.draft().flow;
                flow.tag(&image);
                flow.text.push_str(&alt);
            }
            UrlKind::External => {
                let within_link = self.inline.iter().rev().flatten().any(|i| i.close == "</a>");
                let mut words = String::new();
                escape(if alt.is_empty() { url } else { &alt }, &mut words);
                let flow = &mut self.draft().flow;
                if within_link {
                    flow.tag(&words);
                } else {
                    flow.tag(&format!("{}{words}</a>", external(url)));
                }
                flow.text.push_str(&alt);
            }
            UrlKind::Relative => self.draft().flow.say(&alt),
            UrlKind::Contact | UrlKind::Unsafe => {
                self.warn_url(range, url);
                self.draft().flow.say(&alt);
            }
        }
        next
    }

    /// The text within an image, and the event after it.
    fn alternative(&self, mut at: usize) -> (String, usize) {
        let mut alt = String::new();
        let mut depth = 1;
        while let Some((event, _)) = self.events.get(at) {
            at += 1;
            match event {
                Event::Start(Tag::Image { .. }) => depth += 1,
                Event::End(TagEnd::Image) => depth -= 1,
                Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => alt.push_str(text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        (alt, at)
    }

    pub(super) fn open_inline(&mut self, tag: &str, close: &'static str) {
        self.need_paragraph();
        let flow = &mut self.draft().flow;
        let start = flow.html.len();
        flow.tag(tag);
        let end = flow.html.len();
        self.inline.push(Some(Inline { tag: (start, end), close, link: None }));
    }

    /// The innermost element ends; one in which nothing was written leaves no trace.
    pub(super) fn end_inline(&mut self) {
        let Some(open) = self.inline.pop().flatten() else { return };
        let flow = &mut self.draft().flow;
        if flow.html.len() == open.tag.1 {
            flow.html.truncate(open.tag.0);
        } else {
            flow.tag(open.close);
            self.links.extend(open.link);
        }
    }

    /// Closes all inline elements; their ends, when they come, find nothing to close.
    pub(super) fn close_inline(&mut self) {
        for n in (0..self.inline.len()).rev() {
            // What is closed was closed together with all around it.
            let Some(open) = self.inline[n].take() else { return };
            let flow = &mut self.draft().flow;
            flow.tag(open.close);
            self.links.extend(open.link);
        }
    }

    /// Opens a `<p>` where text needs one.
    pub(super) fn need_paragraph(&mut self) {
        if self.paragraph || self.bare || self.in_bare_item() {
            return;
        }
        self.open_paragraph();
    }

    pub(super) fn open_paragraph(&mut self) {
        self.paragraph = true;
        self.draft().flow.tag("<p>");
    }

    /// Closes the `<p>`, if one is open; an empty one leaves no trace.
    pub(super) fn close_paragraph(&mut self) {
        self.close_inline();
        if !std::mem::take(&mut self.paragraph) {
            return;
        }
        let flow = &mut self.draft().flow;
        let kept = flow.html.trim_end().len();
        flow.html.truncate(kept);
        if flow.html.ends_with("<p>") {
            flow.html.truncate(kept - "<p>".len());
        } else {
            flow.tag("</p>\n");
        }
        flow.gap();
    }
}

fn external(url: &str) -> String {
    format!("<a{} rel=\"noopener noreferrer\">", attribute("href", url))
}
