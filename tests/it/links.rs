//! Links of the documents: every one leads to a file and a heading that are there; those for Vietnamese readers to
//! nothing in English.

use crate::guides::root;
use crate::markdown::{Link, Piece, pieces};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

/// The Markdown files that people read, by their path in the repository. What tests and sites hold is content.
pub fn documents() -> BTreeMap<PathBuf, Vec<Piece>> {
    let skipped =
        |name: &str| matches!(name, "content" | "output" | "src" | "target" | "node_modules" | "peers" | ".git");
    let walk = walkdir::WalkDir::new(root()).into_iter();
    let files = walk.filter_entry(|entry| !skipped(&entry.file_name().to_string_lossy())).map(|e| e.expect("an entry"));
    let files = files.filter(|entry| entry.path().extension().is_some_and(|e| e == "md"));
    let read = |entry: walkdir::DirEntry| {
        let text = std::fs::read_to_string(entry.path()).expect("a document");
        (entry.path().strip_prefix(root()).expect("below").to_owned(), pieces(&text))
    };
    files.map(read).collect()
}

/// Where `to` leads from the file `from`, in the repository; none if it leads out.
fn resolve(from: &Path, to: &str) -> Option<PathBuf> {
    let mut path = from.parent()?.to_owned();
    for part in Path::new(to).components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::ParentDir if path.pop() => {}
            Component::CurDir => {}
            _ => return None,
        }
    }
    Some(path)
}

/// Relative links, with the file and the anchor that they mean.
fn links<'a>(from: &'a Path, pieces: &'a [Piece]) -> impl Iterator<Item = (&'a Link, Option<PathBuf>, &'a str)> {
    let own = pieces.iter().filter_map(|piece| if let Piece::Link(link) = piece { Some(link) } else { None });
    let relative = own.filter(|link| !link.to.contains("://") && !link.to.starts_with("mailto:"));
    relative.map(move |link| {
        let (file, anchor) = link.to.split_once('#').unwrap_or((&link.to, ""));
        (link, if file.is_empty() { Some(from.to_owned()) } else { resolve(from, file) }, anchor)
    })
}

#[test]
fn every_link_of_the_documents_leads_somewhere() {
    let documents = documents();
    assert!(documents.len() > 15, "{} documents", documents.len());
    let anchors = |pieces: &Vec<Piece>| -> BTreeSet<String> {
        pieces.iter().filter_map(|p| if let Piece::Heading(id) = p { Some(id.clone()) } else { None }).collect()
    };
    let anchors: BTreeMap<&PathBuf, BTreeSet<String>> = documents.iter().map(|(path, p)| (path, anchors(p))).collect();
    let mut dead = Vec::new();
    for (from, pieces) in &documents {
        for (link, file, anchor) in links(from, pieces) {
            let file = file.filter(|file| root().join(file).exists());
            let is_there =
                file.is_some_and(|file| anchor.is_empty() || anchors.get(&file).is_some_and(|a| a.contains(anchor)));
            if !is_there {
                dead.push(format!("{}:{}: {}", from.display(), link.line, link.to));
            }
        }
    }
    assert!(dead.is_empty(), "\n{}", dead.join("\n"));
}

/// Whether a document is for Vietnamese readers.
pub fn is_vietnamese(path: &Path) -> bool {
    path == Path::new("README.vi.md") || path.starts_with("docs/vi")
}

/// Who reads Vietnamese is led to Vietnamese pages, pictures and the files of `deploy/`; the one way over says its name.
#[test]
fn vietnamese_pages_lead_to_nothing_english() {
    let documents = documents();
    let is_no_text = |path: &Path| path.starts_with("docs/screenshots") || path.starts_with("deploy");
    let mut english = Vec::new();
    for (from, pieces) in documents.iter().filter(|(path, _)| is_vietnamese(path)) {
        let led = links(from, pieces).filter(|(link, ..)| link.words != "English");
        for (link, file, _) in
            led.filter(|(_, file, _)| !file.as_ref().is_some_and(|f| is_vietnamese(f) || is_no_text(f)))
        {
            english.push(format!("{}:{}: {} {file:?}", from.display(), link.line, link.to));
        }
    }
    assert!(english.is_empty(), "\n{}", english.join("\n"));
}

/// The book of each language (`docs/build.sh`) has every page of its folder, once.
#[test]
fn the_books_list_every_page() {
    let documents = documents();
    for folder in ["docs", "docs/vi"].map(Path::new) {
        let summary = folder.join("SUMMARY.md");
        let listed = links(&summary, &documents[&summary]).map(|(_, page, _)| page.expect("a page"));
        let mut listed: Vec<PathBuf> = listed.filter(|page| page.parent() == Some(folder)).collect();
        listed.sort();
        let pages = documents.keys().filter(|page| page.parent() == Some(folder) && **page != summary);
        assert_eq!(listed, pages.cloned().collect::<Vec<_>>());
    }
}
