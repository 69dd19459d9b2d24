//! Assets: their names carry a hash of their content, so that a browser may keep them for ever.

use super::diagnostic::Problem;
use super::files::is_css;
use super::policy::{self, is_elsewhere};
use crate::diag::{FileId, Place, Sink};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Path in the site: `assets/site.4f2a91c0.css`.
    pub path: String,
    /// Content; in CSS the assets it refers to have their hashed names.
    pub bytes: Vec<u8>,
}

#[derive(Debug, Default)]
pub(super) struct Assets {
    by_name: BTreeMap<String, Asset>,
}

type Files = BTreeMap<String, (Vec<u8>, Option<FileId>)>;

impl Assets {
    /// Hashes `files`; style sheets after all that they refer to.
    pub(super) fn build(files: &Files, sink: &mut Sink) -> Self {
        let mut assets = Self::default();
        let names: Vec<String> = files.keys().cloned().collect();
        for name in &names {
            assets.add(name, files, &mut Vec::new(), sink);
        }
        assets
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Asset> {
        self.by_name.values()
    }

    pub(super) fn path(&self, name: &str) -> Option<&str> {
        self.by_name.get(name).map(|a| a.path.as_str())
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    fn add(&mut self, name: &str, files: &Files, above: &mut Vec<String>, sink: &mut Sink) {
        if self.by_name.contains_key(name) {
            return;
        }
        let (bytes, file) = &files[name];
        let css = std::str::from_utf8(bytes).ok().filter(|_| is_css(name));
        let bytes = match css {
            None => bytes.clone(),
            Some(css) => {
                above.push(name.to_owned());
                let css = self.with_hashed_names(css, name, *file, files, above, sink);
                above.pop();
                css.into_bytes()
            }
        };
        let hash = blake3::hash(&bytes).to_hex();
        let path = hashed(name, &hash[..8]);
        self.by_name.insert(name.to_owned(), Asset { path, bytes });
    }

    fn with_hashed_names(
        &mut self,
        css: &str,
        name: &str,
        file: Option<FileId>,
        files: &Files,
        above: &mut Vec<String>,
        sink: &mut Sink,
    ) -> String {
        let mut out = String::with_capacity(css.len() + 64);
        let mut done = 0;
        for (start, address) in references(css) {
            let place = || file.map(|file| Place { file, start: narrow(start), end: narrow(start + address.len()) });
            if is_elsewhere(address) {
                sink.push(policy::diagnostic("elsewhere", address, place()));
            }
            let Some(target) = resolve(name, address) else { continue };
            if !files.contains_key(&target) || above.contains(&target) {
                // Also a style sheet that refers to itself by way of others: its name would depend on itself.
                sink.push(Problem::unknown_asset(&target).into_diagnostic(place()));
                continue;
            }
            self.add(&target, files, above, sink);
            out.push_str(&css[done..start]);
            out.push_str(&relative(name, &self.by_name[&target].path));
            done = start + address.find(['?', '#']).unwrap_or(address.len());
        }
        out.push_str(&css[done..]);
        out
    }
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// `site.css` → `assets/site.4f2a91c0.css`; `fonts/a.woff2` → `assets/fonts/a.4f2a91c0.woff2`.
fn hashed(name: &str, hash: &str) -> String {
    let file = name.rfind('/').map_or(0, |n| n + 1);
    match name[file..].rfind('.').filter(|n| *n > 0) {
        Some(dot) => format!("assets/{}.{hash}{}", &name[..file + dot], &name[file + dot..]),
        None => format!("assets/{name}.{hash}"),
    }
}

/// The addresses in `url(…)` with the bytes at which they begin, comments passed over.
fn references(css: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = css.get(at..) {
        let comment = rest.find("/*");
        let Some(url) = rest.find("url(") else { break };
        if let Some(comment) = comment.filter(|c| *c < url) {
            at += rest[comment + 2..].find("*/").map_or(rest.len(), |end| comment + 2 + end + 2);
            continue;
        }
        let inside = &rest[url + 4..];
        let Some(end) = inside.find(')') else { break };
        let address = inside[..end].trim().trim_matches(['"', '\'']);
        let offset = inside[..end].find(address).unwrap_or(0);
        if !address.is_empty() {
            found.push((at + url + 4 + offset, address));
        }
        at += url + 4 + end + 1;
    }
    found
}

/// The asset that `address` in the style sheet `from` means; none for what is not one (`data:`, `#mask`, a host).
fn resolve(from: &str, address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next().filter(|p| !p.is_empty())?;
    if path.starts_with('/') || path.split('/').next().is_some_and(|first| first.contains(':')) {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn relative(from: &str, path: &str) -> String {
    let path = path.trim_start_matches("assets/");
    format!("{}{path}", "../".repeat(from.matches('/').count()))
}
