//! An archive as one page: the main part of each page, packed; once for each language what stands around it; styles,
//! scripts, pictures and data as they are. `archive.js` shows the page that the address names.

use super::error::ArchiveError;
use super::links::{Form, rewritten};
use super::page::Page;
use super::selection::{HOME, Selection, text};
use super::zip::{PLAIN_TEXT, searched};
use crate::plan::route::SEARCH;
use crate::publish::Published;
use crate::search;
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

/// What an archive in one page says of itself, in the language of the site.
pub struct Said {
    /// What it is, and what it leaves out.
    pub about: String,
    /// To a browser without scripts.
    pub no_script: String,
    /// To a browser that cannot unpack.
    pub too_old: String,
}

/// Between what the archive says of itself and the foot of the page.
const NOTE: &str = ".archived { padding-bottom: 1rem; }\n";

const SCRIPT: &str = include_str!("archive.js");

/// Nothing in an archive asks a network for anything.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; \
                      font-src data:; base-uri 'none'; form-action 'none'";

/// A page as the archive holds it.
struct Held {
    path: String,
    language: String,
    title: String,
    scripts: Vec<String>,
    packed: String,
    /// As text, of the first page alone.
    main: String,
}

/// The archive, and how many pages it holds.
pub(super) fn page(site: &Published, selection: &mut Selection, said: &Said) -> Result<(String, usize), ArchiveError> {
    let paths: Vec<&str> = selection.pages().filter(|path| *path != "404.html").collect();
    let texts = paths.par_iter().map(|path| Ok(((*path).to_owned(), text(site, path)?)));
    let mut texts = texts.collect::<Result<BTreeMap<String, String>, ArchiveError>>()?;
    // What has no main part, such as boxes for other sites, is no page here, and no link leads to it.
    texts.retain(|_, text| Page::of(text).is_some());
    selection.paths.retain(|path| !path.ends_with(".html") || texts.contains_key(path));
    let selection = &*selection;

    let picture = |path: &str| picture(site, path);
    let form = Form::OnePage(&picture);
    let mut held: Vec<Held> =
        texts.par_iter().filter_map(|(path, text)| held(site, selection, form, path, text)).collect();
    held.sort_by_key(|page| page.path != selection.first);
    let first_text = texts.get(&selection.first).ok_or_else(|| ArchiveError::Unread(selection.first.clone()))?;
    let (first, first_page) = (&held[0], Page::of(first_text).expect("only such are kept"));

    // What every page has is run once.
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    held.iter().flat_map(|page| &page.scripts).for_each(|script| *used.entry(script).or_default() += 1);
    let of_all = |script: &str| used.get(script) == Some(&held.len());

    let frames = frames(site, selection, form, said, &texts);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<title>{}</title>\n",
        first.language, first.title
    );
    let there = |path: &str| site.has(path);
    if let Some(icon) = first_page.icon(&first.path, there).and_then(|path| picture(&path)) {
        put(&mut out, format_args!("<link rel=\"icon\" href=\"{icon}\">\n"));
    }
    for script in first.scripts.iter().filter(|script| of_all(script)) {
        put(&mut out, format_args!("<script>\n{}</script>\n", unbroken(&text(site, script)?, "script")));
    }
    for style in first_page.styles(&first.path, there) {
        let style = unbroken(&with_pictures(&style, &text(site, &style)?, &picture), "style") + PLAIN_TEXT + NOTE;
        put(&mut out, format_args!("<style>\n{style}</style>\n"));
    }
    put(
        &mut out,
        format_args!(
            "</head>\n<body{}>{}",
            first_page.body,
            frames[0].around(&format!("{}{}", said_plainly(&said.no_script), first.main))
        ),
    );
    put(&mut out, format_args!("<div id=\"archive\" data-too-old=\"{}\" hidden>\n", escaped(&said.too_old)));
    for frame in &frames {
        let (language, root) = (&frame.language, &frame.root);
        let around = frame.around("");
        put(&mut out, format_args!("<template data-frame=\"{language}\" data-root=\"{root}\">{around}</template>\n"));
    }
    for (path, _) in used.iter().filter(|(path, _)| !of_all(path)) {
        let packed = packed(text(site, path)?.as_bytes());
        put(&mut out, format_args!("<script type=\"text/plain\" data-code=\"{path}\">{packed}</script>\n"));
    }
    for (path, bytes) in data(site, selection)? {
        let json = search::json_of(&bytes).ok_or_else(|| ArchiveError::Unread(path.clone()))?;
        let packed = packed(json.as_bytes());
        put(&mut out, format_args!("<script type=\"text/plain\" data-data=\"{path}\">{packed}</script>\n"));
    }
    for Held { path, language, title, scripts, packed, .. } in &held {
        let run: Vec<&str> = scripts.iter().map(String::as_str).filter(|script| !of_all(script)).collect();
        let run = run.join(" ");
        put(
            &mut out,
            format_args!(
                "<script type=\"text/plain\" data-page=\"{path}\" data-lang=\"{language}\" data-title=\"{title}\" \
             data-run=\"{run}\">{packed}</script>\n"
            ),
        );
    }
    put(&mut out, format_args!("</div>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n"));
    Ok((out, held.len()))
}

fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    out.write_fmt(what).expect("a String takes all");
}

/// A page with its main part packed.
fn held(site: &Published, selection: &Selection, form: Form<'_>, path: &str, html: &str) -> Option<Held> {
    let page = Page::of(html)?;
    let main = rewritten(site, selection, form, path, page.main);
    Some(Held {
        path: path.to_owned(),
        language: page.language().to_owned(),
        title: page.title().replace('"', "&quot;"),
        scripts: page.scripts(path, |path| site.has(path)),
        packed: packed(main.as_bytes()),
        main: if path == selection.first { main } else { String::new() },
    })
}

/// What stands around the main part of the pages of a language.
struct Frame {
    language: String,
    root: String,
    before: String,
    after: String,
}

impl Frame {
    fn around(&self, main: &str) -> String {
        format!("{}{main}</main>{}", self.before, self.after)
    }
}

/// One for each language, taken from a page that has all of it: not the home page, nor that of the search.
fn frames(
    site: &Published,
    selection: &Selection,
    form: Form<'_>,
    said: &Said,
    texts: &BTreeMap<String, String>,
) -> Vec<Frame> {
    let mut frames = Vec::new();
    for root in &selection.roots {
        let (home, search) = (format!("{root}{HOME}"), format!("{root}{SEARCH}/{HOME}"));
        let mut own = texts.iter().filter(|(path, _)| selection.root_of(path) == root);
        let mut plain = own.clone().filter(|(path, _)| **path != home && **path != search);
        let Some((path, text)) = plain.next().or_else(|| own.next()) else { continue };
        let page = Page::of(text).expect("only such are kept");
        let new = |html: &str| rewritten(site, selection, form, path, html);
        let home = selection
            .base
            .as_ref()
            .map(|base| format!(" <a href=\"{base}{root}\">{base}{root}</a>"))
            .unwrap_or_default();
        let about = format!("<aside class=\"w archived\"><p class=\"dim\">{}{home}</p></aside>", escaped(&said.about));
        let (before, after) = (format!("{}{}", new(page.before), page.opening), format!("{about}{}", new(page.after)));
        frames.push(Frame { language: page.language().to_owned(), root: root.clone(), before, after });
    }
    frames
}

/// Data that scripts ask for: those of the search, and where the table of all tasks is there, those of its filters.
fn data(site: &Published, selection: &Selection) -> Result<BTreeMap<String, Vec<u8>>, ArchiveError> {
    let mut data = searched(site, selection)?;
    for path in selection.paths.iter().filter(|path| path.starts_with(search::TABLE) && path.ends_with(".js")) {
        data.insert(path.clone(), site.read(path)?);
    }
    Ok(data)
}

/// A picture or typeface of the site as an address of its own.
fn picture(site: &Published, path: &str) -> Option<String> {
    let (_, extension) = path.rsplit_once('.')?;
    let kind = match extension {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => return None,
    };
    site.has(path).then(|| site.read(path).ok())?.map(|bytes| format!("data:{kind};base64,{}", base64(&bytes)))
}

/// A style with what it names of the site's files.
fn with_pictures(path: &str, style: &str, picture: &dyn Fn(&str) -> Option<String>) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts = style.split("url(");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (address, rest) = part.split_once(')').unwrap_or((part, ""));
        let plain = address.trim_matches(['"', '\'', ' ']);
        let new = picture(&format!("{folder}/{plain}")).unwrap_or_else(|| address.to_owned());
        put(&mut out, format_args!("url({new}){rest}"));
    }
    out
}

/// A text that cannot end the element that it stands in.
fn unbroken(text: &str, element: &str) -> String {
    text.replace(&format!("</{element}"), &format!("<\\/{element}")).replace("<!--", "<\\!--")
}

fn said_plainly(text: &str) -> String {
    format!("<noscript><div class=\"w\"><p class=\"note\">{}</p></div></noscript>", escaped(text))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Packed, in letters.
fn packed(bytes: &[u8]) -> String {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(bytes).and_then(|()| gzip.finish()).expect("writing to memory does not fail");
    base64(&packed)
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |n: usize| u32::from(three.get(n).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for n in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * n) & 63) as usize];
            out.push(if n <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_of_bytes() {
        for (bytes, letters) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(super::base64(bytes.as_bytes()), letters);
        }
    }
}
