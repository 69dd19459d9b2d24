//! `sitemap.xml` (sitemaps.org protocol 0.9) and `robots.txt`.

use crate::render::route::public;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// Most addresses in one file; the protocol allows 50 000.
const MOST: usize = 40_000;
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// One file, or an index and its parts.
pub(super) fn files<'p>(paths: impl Iterator<Item = &'p str>, base: &str) -> Vec<(String, Vec<u8>)> {
    let addresses: Vec<String> = paths.map(|p| format!("{base}{}", public(p))).collect();
    if addresses.len() <= MOST {
        return vec![("sitemap.xml".to_owned(), list("urlset", "url", &addresses))];
    }
    let parts = addresses.chunks(MOST).enumerate();
    let mut files: Vec<_> =
        parts.map(|(n, part)| (format!("sitemap-{}.xml", n + 1), list("urlset", "url", part))).collect();
    let index: Vec<String> = files.iter().map(|(path, _)| format!("{base}{path}")).collect();
    files.push(("sitemap.xml".to_owned(), list("sitemapindex", "sitemap", &index)));
    files
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
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = base {
        text.push_str("Sitemap: ");
        text.push_str(base);
        text.push_str("sitemap.xml\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_absolute_and_escaped() {
        let files = files(["index.html", "nhiem-vu/a/index.html"].into_iter(), "https://a.vn/x&y/");
        let text = String::from_utf8(files[0].1.clone()).unwrap();
        assert!(text.contains("<loc>https://a.vn/x&amp;y/nhiem-vu/a/</loc>"), "{text}");
        assert_eq!(text.matches("<loc>").count(), 2);
        assert_eq!(robots(None), "User-agent: *\nAllow: /\n");
    }

    #[test]
    fn long_lists_are_cut() {
        let paths: Vec<String> = (0..=MOST).map(|n| format!("p{n}/index.html")).collect();
        let files = files(paths.iter().map(String::as_str), "https://a.vn/");
        let names: Vec<&str> = files.iter().map(|(n, _)| n.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
    }
}
