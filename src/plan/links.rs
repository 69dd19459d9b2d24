//! Links in texts: those that lead to no file of the site are told before anything is made.

use super::route::Route;
use crate::bundle::Catalogue;
use crate::diag::{Code, Diagnostic, Place, Sources};
use crate::model::{Conclusion, Dataset, NewsIx, PageIx};

/// Relative links in texts that lead to no file, each at its place.
pub(crate) fn dead_links(data: &Dataset, files: &Catalogue, sources: &Sources) -> Vec<Diagnostic> {
    let mut dead = Vec::new();
    for (route, file, text) in texts(data) {
        let from = route.path(data);
        for link in &text.links {
            let leads_on = resolve(&from, &link.path).is_some_and(|path| {
                let folder = format!("{}/index.html", path.trim_end_matches('/'));
                path.is_empty() || files.has(&path) || files.has(&folder)
            });
            if !leads_on {
                let place = sources.find(&file).map(|file| Place { file, start: link.at.start, end: link.at.end });
                let found =
                    place.map_or_else(|| Diagnostic::of_site(Code::DeadLink), |at| Diagnostic::new(Code::DeadLink, at));
                dead.push(found.arg("link", link.path.as_str()));
            }
        }
    }
    dead
}

/// Every text with the page that shows it and the file that holds it.
fn texts(data: &Dataset) -> impl Iterator<Item = (Route, String, &Conclusion)> {
    let meetings = data
        .meeting_list()
        .map(|(ix, meeting)| (Route::Meeting(ix), format!("content/meetings/{}.md", meeting.id), &meeting.conclusion));
    let documents = data
        .own_documents()
        .map(|(ix, document)| (Route::Document(ix), format!("content/documents/{}.md", document.id), &document.text));
    let news = (0..data.news.len())
        .map(NewsIx::new)
        .map(|ix| (Route::News(ix), format!("content/news/{}.md", data[ix].id), &data[ix].text));
    let pages = (0..data.pages.len())
        .map(PageIx::new)
        .map(|ix| (Route::Page(ix), format!("content/pages/{}.md", data[ix].id), &data[ix].text));
    let english = (0..data.pages.len()).map(PageIx::new).filter_map(|ix| {
        Some((Route::Page(ix), format!("content/pages/{}.en.md", data[ix].id), data[ix].text_en.as_ref()?))
    });
    meetings.chain(documents).chain(news).chain(pages).chain(english)
}

/// The path below the root that `link` on the page `from` means; none if it leaves the root.
fn resolve(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
