//! Characters that nobody sees, in what Markdown makes of a text: its references (`&#x202e;`, `&rlm;`) can make one
//! where the file has none.

use crate::model::{Fate, fate};
use pulldown_cmark::{CowStr, Event, Tag};

/// Takes odd characters out of an event and returns them, each once. Blanks of other kinds stay: they are typesetting.
pub(super) fn clean_event(event: &mut Event<'_>) -> Vec<char> {
    match event {
        Event::Text(text)
        | Event::Code(text)
        | Event::Html(text)
        | Event::InlineHtml(text)
        | Event::Start(Tag::Link { dest_url: text, .. } | Tag::Image { dest_url: text, .. }) => clean(text),
        _ => Vec::new(),
    }
}

fn clean(text: &mut CowStr<'_>) -> Vec<char> {
    let mut odd = Vec::new();
    let is_odd = |c: char| matches!(fate(c), Fate::Control | Fate::Drop);
    if !text.contains(is_odd) {
        return odd;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match fate(c) {
            Fate::Keep | Fate::Space => out.push(c),
            Fate::Control => out.push(' '),
            Fate::Drop => {}
        }
        if is_odd(c) && !odd.contains(&c) {
            odd.push(c);
        }
    }
    *text = out.into();
    odd
}
