//! `sitemap.xml` (sitemaps.org protocol 0.9) and `robots.txt`.

use crate::plan::route::public;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::borrow::Cow;
use std::io;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The addresses of a site's pages, in one file or in an index and its parts.
pub(super) struct Sitemap {
    base: String,
    addresses: Vec<String>,
    /// Most addresses in one file.
    most: usize,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// The n-th part of the addresses, or all of them.
    Addresses(usize),
    /// The list of the parts.
    Index,
}

impl Sitemap {
    /// Of the pages at `paths` under an address that ends in `/`.
    pub fn new<'p>(paths: impl Iterator<Item = &'p str>, base: &str, most: usize) -> Self {
        let addresses = paths.map(|p| format!("{base}{}", public(p))).collect();
        Self { base: base.to_owned(), addresses, most }
    }

    pub fn files(&self) -> Vec<(String, Part)> {
        if self.addresses.len() <= self.most {
            return vec![("sitemap.xml".to_owned(), Part::Addresses(0))];
        }
        let parts = (0..self.addresses.len().div_ceil(self.most)).map(|n| (part_name(n), Part::Addresses(n)));
        parts.chain([("sitemap.xml".to_owned(), Part::Index)]).collect()
    }

    fn entries(&self, part: Part) -> Cow<'_, [String]> {
        match part {
            Part::Addresses(n) => self.addresses.chunks(self.most).nth(n).unwrap_or_default().into(),
            Part::Index => {
                let parts = 0..self.addresses.len().div_ceil(self.most);
                parts.map(|n| format!("{}{}", self.base, part_name(n))).collect()
            }
        }
    }

    pub fn bytes(&self, part: Part) -> Vec<u8> {
        let (outer, inner) = match part {
            Part::Addresses(_) => ("urlset", "url"),
            Part::Index => ("sitemapindex", "sitemap"),
        };
        list(outer, inner, &self.entries(part))
    }

    /// Hash of what a file is made from: much quicker than to write it.
    pub fn hash(&self, part: Part) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&[matches!(part, Part::Index).into()]);
        let text = self.entries(part).join("\n");
        *hasher.update(text.as_bytes()).finalize().as_bytes()
    }
}

fn part_name(n: usize) -> String {
    format!("sitemap-{}.xml", n + 1)
}

fn list(outer: &str, inner: &str, addresses: &[String]) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 0);
    let write = |writer: &mut Writer<Vec<u8>>| -> io::Result<()> {
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        writer.create_element(outer).with_attribute(("xmlns", NAMESPACE)).write_inner_content(|w| {
            for address in addresses {
                w.create_element(inner).write_inner_content(|w| {
                    w.create_element("loc").write_text_content(BytesText::new(address))?;
                    Ok(())
                })?;
            }
            Ok(())
        })?;
        Ok(())
    };
    write(&mut writer).expect("writing to memory does not fail");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

/// Everything may be read; where the sitemap is, if there is one.
pub(super) fn robots(base: Option<&str>) -> String {
    let sitemap = base.map(|base| format!("Sitemap: {base}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: usize = 100;

    #[test]
    fn addresses_are_absolute_and_escaped() {
        let sitemap = Sitemap::new(["index.html", "nhiem-vu/a/index.html"].into_iter(), "https://a.vn/x&y/", 9);
        let [(name, part)] = sitemap.files().try_into().unwrap();
        let text = String::from_utf8(sitemap.bytes(part)).unwrap();
        assert_eq!(name, "sitemap.xml");
        assert!(text.contains("<loc>https://a.vn/x&amp;y/nhiem-vu/a/</loc>"), "{text}");
        assert_eq!(text.matches("<loc>").count(), 2);
        assert_eq!(robots(None), "User-agent: *\nAllow: /\n");
    }

    #[test]
    fn long_lists_are_cut() {
        let paths: Vec<String> = (0..=MOST).map(|n| format!("p{n}/index.html")).collect();
        let sitemap = Sitemap::new(paths.iter().map(String::as_str), "https://a.vn/", MOST);
        let files = sitemap.files();
        let names: Vec<&str> = files.iter().map(|(n, _)| n.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let counts =
            files.iter().map(|(_, part)| String::from_utf8(sitemap.bytes(*part)).unwrap().matches("<loc>").count());
        assert_eq!(counts.collect::<Vec<_>>(), [MOST, 1, 2]);
    }

    #[test]
    fn the_hash_depends_on_every_address() {
        let of = |paths: &[&str]| Sitemap::new(paths.iter().copied(), "https://a.vn/", MOST).hash(Part::Addresses(0));
        assert_eq!(of(&["a", "b"]), of(&["a", "b"]));
        for other in [&["a", "c"][..], &["a"], &["a", "b", "c"]] {
            assert_ne!(of(&["a", "b"]), of(other));
        }
    }
}
