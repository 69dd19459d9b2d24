//! Links of a page as they lead in an archive: to what it holds, to the public site, or nowhere, and then they are text.

use super::selection::Selection;
use crate::plan::route::public;
use crate::publish::Published;
use crate::publish::links::{Lead, lead, values};

/// In which form an archive is.
#[derive(Clone, Copy)]
pub(super) enum Form<'f> {
    /// Files in folders.
    Files,
    /// One page: addresses in it begin with `#/`, and a picture's file becomes an address of its own.
    OnePage(&'f (dyn Fn(&str) -> Option<String> + Sync)),
}

enum Link {
    Kept,
    New(String),
    Gone,
}

/// By this scripts find what else there is.
const ROOT: &str = " data-root=\"";
const SOURCE: &str = " src=\"";

/// A text of the page at `path`, with its links as they lead in the archive.
pub(super) fn rewritten(site: &Published, selection: &Selection, form: Form<'_>, path: &str, html: &str) -> String {
    let attributes = [" href=\"", SOURCE, " action=\"", ROOT];
    let places = |name: &'static str| values(html.as_bytes(), name).map(move |at| (at, name));
    let mut found: Vec<_> = attributes.into_iter().flat_map(places).collect();
    found.sort_by_key(|(at, _)| at.start);
    let mut out = String::with_capacity(html.len());
    let (mut done, mut target) = (0, String::new());
    for (at, name) in found {
        let open = html[..at.start].rfind('<').unwrap_or_default();
        if open < done && html[..done].ends_with('>') {
            // In an element that is gone.
            continue;
        }
        let link = &html[at.clone()];
        let new = match (form, name) {
            (Form::Files, ROOT) => Link::Kept,
            (Form::OnePage(_), ROOT) => Link::New("#/".to_owned()),
            _ if lead(path, link, &mut target, |path| site.has(path)) == Lead::Elsewhere => Link::Kept,
            _ => {
                let rest = &link[link.find(['?', '#']).unwrap_or(link.len())..];
                new_link(selection, form, &target, rest, name)
            }
        };
        match new {
            Link::Kept => {}
            Link::New(new) => {
                out.push_str(&html[done..at.start]);
                out.push_str(&new);
                done = at.end;
            }
            // What is told to programs alone goes, what a reader sees stays as text.
            Link::Gone if html[open..].starts_with("<link ") => {
                out.push_str(&html[done..open]);
                done = html[at.end..].find('>').map_or(html.len(), |end| at.end + end + 1);
            }
            Link::Gone => {
                out.push_str(&html[done..at.start - name.len()]);
                done = at.end + 1;
            }
        }
    }
    out.push_str(&html[done..]);
    out
}

/// A link to a path of the site; `rest` is what follows the path.
fn new_link(selection: &Selection, form: Form<'_>, target: &str, rest: &str, name: &str) -> Link {
    let held = selection.has(target);
    let inside = match form {
        Form::Files if held => return Link::Kept,
        Form::OnePage(picture) if name == SOURCE => picture(target),
        Form::OnePage(_) if held && target.ends_with(".html") => Some(format!("#/{target}{rest}")),
        Form::Files | Form::OnePage(_) => None,
    };
    let outside = || selection.base.as_ref().map(|base| format!("{base}{}{rest}", public(target)));
    inside.or_else(outside).map_or(Link::Gone, Link::New)
}
