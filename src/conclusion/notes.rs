//! Footnotes: numbered in the order of their references, gathered in one block at the end.

use super::html::Flow;
use std::collections::HashMap;
use std::fmt::Write as _;

#[derive(Debug, Default)]
pub(super) struct Notes {
    numbers: HashMap<String, usize>,
    /// By number, from 1; none while only referred to.
    texts: Vec<Option<Flow>>,
}

impl Notes {
    pub(super) fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        self.texts.push(None);
        self.numbers.insert(name.to_owned(), self.texts.len());
        self.texts.len()
    }

    /// Takes a definition. A second one of the same name gets a number of its own: no text is lost.
    pub(super) fn define(&mut self, name: &str, flow: Flow) {
        let number = self.number(name);
        let slot = &mut self.texts[number - 1];
        if slot.is_none() {
            *slot = Some(flow);
        } else {
            self.texts.push(Some(flow));
        }
    }

    /// All of them as a list; none without footnotes.
    pub(super) fn finish(self) -> Option<Flow> {
        let mut all = Flow::default();
        for (n, flow) in self.texts.into_iter().enumerate() {
            let flow = flow.unwrap_or_default();
            let start = if all.html.is_empty() { "<ol class=\"notes\">\n" } else { "" };
            writeln!(all.html, "{start}<li id=\"chu-thich-{}\">{}</li>", n + 1, flow.html).expect("a string takes all");
            all.gap();
            all.text.push_str(&flow.text);
        }
        if all.html.is_empty() {
            return None;
        }
        all.tag("</ol>");
        Some(all)
    }
}
