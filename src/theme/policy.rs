//! What a browser blocks in a page that is served under `default-src 'self'`: code and style in the page itself, files of
//! other hosts. The carried theme has none of it; a site's own is warned of.
//!
//! Reads the HTML around a template's tags. What an expression puts in is not known, and not warned of.

use super::files::Text;
use super::names::tokens::{EXPRESSION, html};
use crate::diag::{Code, Diagnostic, Place};
use std::ops::Range;

/// Elements whose content is text and no markup.
const OPAQUE: [&str; 3] = ["script", "style", "textarea"];
/// Relations of a `<link>` for which a browser fetches its address.
const FETCHED: [&str; 8] =
    ["stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect"];

/// An element as it begins.
struct Element<'t> {
    name: String,
    range: Range<usize>,
    attributes: Vec<Attribute<'t>>,
}

struct Attribute<'t> {
    name: String,
    value: &'t str,
    range: Range<usize>,
}

/// What would be blocked of a template.
pub(super) fn blocked(text: &Text) -> Vec<Diagnostic> {
    let html = html(&text.content);
    let mut found = Vec::new();
    for element in elements(&html) {
        let mut tell = |kind, name: &str, range: &Range<usize>| {
            // What an expression puts in cannot be said.
            let known: Vec<&str> = name.split(EXPRESSION).filter(|part| !part.is_empty()).collect();
            let name = known.join("…");
            found.push(diagnostic(kind, &name, Some(text.place(range.clone()))));
        };
        let element_only = element.range.start..element.range.start + 1 + element.name.len();
        match element.name.as_str() {
            "script" if element.runs() => tell("script", "", &element_only),
            "style" => tell("style", "", &element_only),
            _ => {}
        }
        for attribute in &element.attributes {
            let handler = attribute
                .name
                .strip_prefix("on")
                .is_some_and(|event| !event.is_empty() && event.chars().all(|c| c.is_ascii_alphabetic()));
            let address: String = attribute.value.chars().filter(|c| !c.is_ascii_whitespace()).collect();
            if attribute.name == "style" {
                tell("style-attribute", "", &attribute.range);
            } else if handler {
                tell("handler", &attribute.name, &attribute.range);
            } else if address.to_ascii_lowercase().starts_with("javascript:") {
                tell("address", "", &attribute.range);
            } else if element.fetches(attribute) && attribute.addresses().any(is_elsewhere) {
                tell("elsewhere", attribute.value.trim(), &attribute.range);
            }
        }
    }
    found
}

pub(super) fn diagnostic(kind: &str, name: &str, at: Option<Place>) -> Diagnostic {
    Diagnostic::new(Code::BlockedByPolicy, at).arg("kind", kind).arg("name", name)
}

/// Whether a browser asks another host for a file of this address. `data:` asks nobody, and the recipes for web servers
/// let it through for pictures.
pub(super) fn is_elsewhere(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#', EXPRESSION]).next().unwrap_or_default();
    address.starts_with("//") || scheme.contains(':') && !address.starts_with("data:")
}

impl Element<'_> {
    fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.value)
    }

    /// Whether a script stands in the page and is no data. An expression among the attributes may say where it is.
    fn runs(&self) -> bool {
        let kind = self.value("type").unwrap_or_default();
        let known = !self.attributes.iter().any(|attribute| attribute.name.contains(EXPRESSION));
        self.value("src").is_none() && known && !kind.contains("json") && !kind.contains(EXPRESSION)
    }

    /// Whether a browser fetches what an attribute names, unasked.
    fn fetches(&self, attribute: &Attribute<'_>) -> bool {
        match attribute.name.as_str() {
            "src" | "srcset" | "poster" => true,
            "data" => self.name == "object",
            "href" | "xlink:href" if self.name == "link" => {
                let relations = self.value("rel").unwrap_or_default().to_ascii_lowercase();
                relations.split_ascii_whitespace().any(|relation| FETCHED.contains(&relation))
            }
            "href" | "xlink:href" => matches!(self.name.as_str(), "use" | "image"),
            _ => false,
        }
    }
}

impl Attribute<'_> {
    /// One address, or those of a `srcset`.
    fn addresses(&self) -> impl Iterator<Item = &str> {
        let several = self.name == "srcset";
        self.value.split(move |c| several && c == ',').map(str::trim)
    }
}

/// All elements of a text, in order; what stands in comments and in scripts is passed over.
fn elements(html: &str) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|n| at + n) {
        let after = &html[open + 1..];
        if after.starts_with("!--") {
            at = after.find("-->").map_or(html.len(), |n| open + 1 + n + 3);
            continue;
        }
        if !after.starts_with(|c: char| c.is_ascii_alphabetic() || c == EXPRESSION) {
            at = open + 1;
            continue;
        }
        let element = element(html, open);
        at = element.range.end;
        if OPAQUE.contains(&element.name.as_str()) {
            let end = format!("</{}", element.name);
            at += html[at..].to_ascii_lowercase().find(&end).unwrap_or(html.len() - at);
        }
        found.push(element);
    }
    found
}

fn element(html: &str, open: usize) -> Element<'_> {
    let length = |at: usize, ends: fn(char) -> bool| html[at..].find(ends).unwrap_or(html.len() - at);
    let ends_name = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
    let mut at = open + 1 + length(open + 1, ends_name);
    let name = html[open + 1..at].to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        at += length(at, |c| !c.is_ascii_whitespace() && c != '/');
        let start = at;
        if !html[at..].starts_with(|c| c != '>') {
            return Element { name, range: open..(at + 1).min(html.len()), attributes };
        }
        // A name may begin with `=`, so that every round takes something.
        let first = html[at..].chars().next().map_or(0, char::len_utf8);
        at += first + length(at + first, |c| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='));
        let name = html[start..at].to_ascii_lowercase();
        let equals = at + length(at, |c| !c.is_ascii_whitespace());
        let mut value = "";
        if html[equals..].starts_with('=') {
            at = equals + 1 + length(equals + 1, |c| !c.is_ascii_whitespace());
            let quote = html[at..].chars().next().filter(|c| matches!(c, '"' | '\''));
            let begin = at + usize::from(quote.is_some());
            let end = begin
                + match quote {
                    Some(quote) => html[begin..].find(quote).unwrap_or(html.len() - begin),
                    None => length(begin, |c| c.is_ascii_whitespace() || c == '>'),
                };
            value = &html[begin..end];
            at = (end + usize::from(quote.is_some())).min(html.len());
        }
        attributes.push(Attribute { name, value, range: start..at });
    }
}
