//! What an archive needs to know of a page.

use crate::publish::links::{Lead, lead, unescaped, values};

/// The parts of a page as they are written.
pub(super) struct Page<'p> {
    pub head: &'p str,
    /// Attributes of its `<body>`, each with a blank before it.
    pub body: &'p str,
    /// From `<body …>` to the main part.
    pub before: &'p str,
    /// `<main …>`
    pub opening: &'p str,
    pub main: &'p str,
    /// To `</body>`.
    pub after: &'p str,
}

const OPENING: &str = "<main id=\"main\"";

impl<'p> Page<'p> {
    /// A page with a main part that can be led to; boxes for other sites have none.
    pub fn of(html: &'p str) -> Option<Self> {
        let (head, body) = html.split_once("<body")?;
        let (attributes, body) = body.split_once('>')?;
        let (before, rest) = body.split_at(body.find(OPENING)?);
        let (opening, rest) = rest.split_at(rest.find('>')? + 1);
        let (main, after) = rest.rsplit_once("</main>")?;
        let (after, _) = after.rsplit_once("</body>")?;
        Some(Self { head, body: attributes, before, opening, main, after })
    }

    /// The title as written, escaped.
    pub fn title(&self) -> &'p str {
        between(self.head, "<title>", "</title>").unwrap_or_default()
    }

    pub fn language(&self) -> &'p str {
        between(self.head, "<html lang=\"", "\"").unwrap_or_default()
    }

    /// Scripts that the page names, by their paths.
    pub fn scripts(&self, path: &str, there: impl Fn(&str) -> bool) -> Vec<String> {
        self.named(path, "<script", " src=\"", there)
    }

    /// Styles that the page names, by their paths.
    pub fn styles(&self, path: &str, there: impl Fn(&str) -> bool) -> Vec<String> {
        self.named(path, "<link rel=\"stylesheet\"", " href=\"", there)
    }

    /// Its picture in the browser's tab.
    pub fn icon(&self, path: &str, there: impl Fn(&str) -> bool) -> Option<String> {
        self.named(path, "<link rel=\"icon\"", " href=\"", there).pop()
    }

    fn named(&self, path: &str, tag: &str, attribute: &str, there: impl Fn(&str) -> bool) -> Vec<String> {
        let tags = self.head.match_indices(tag).filter_map(|(at, _)| self.head[at..].split('>').next());
        let (mut found, mut target) = (Vec::new(), String::new());
        for link in tags.filter_map(|tag| between(tag, attribute, "\"")) {
            if lead(path, link, &mut target, &there) == Lead::There {
                found.push(target.clone());
            }
        }
        found
    }
}

/// The public address of the site, if its pages tell it: that of its home page.
pub(super) fn base_url(home: &str) -> Option<String> {
    let url = between(home, "<link rel=\"canonical\" href=\"", "\"").map(unescaped)?;
    (url.starts_with("http") && url.ends_with('/')).then(|| url.into_owned())
}

/// The same page in the other languages, by the links in it that say `hreflang`.
pub(super) fn translations(path: &str, html: &str, base: Option<&str>, there: impl Fn(&str) -> bool) -> Vec<String> {
    let (mut found, mut target) = (Vec::new(), String::new());
    for at in values(html.as_bytes(), " href=\"") {
        let (Some(open), Some(close)) = (html[..at.start].rfind('<'), html[at.end..].find('>')) else { continue };
        if !html[open..at.end + close].contains(" hreflang=\"") {
            continue;
        }
        let link = unescaped(&html[at.clone()]);
        let leads = match base.and_then(|base| link.strip_prefix(base)) {
            Some(public) => lead("index.html", &format!("./{public}"), &mut target, &there),
            None => lead(path, &html[at], &mut target, &there),
        };
        if leads == Lead::There && target != path && !found.contains(&target) {
            found.push(target.clone());
        }
    }
    found
}

pub(super) fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(open)?;
    rest.split_once(close).map(|(inside, _)| inside)
}
