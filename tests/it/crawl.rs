//! Every page of the built sample: links and anchors that lead somewhere, relative paths only, nothing inline,
//! the as-of date, numbers that agree.

use crate::sample::{self, Built};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What a page refers to and offers.
#[derive(Default)]
struct Page {
    links: Vec<String>,
    ids: BTreeSet<String>,
    duplicate_ids: Vec<String>,
    faults: Vec<String>,
}

fn look_at(html: &str) -> Page {
    let page = RefCell::new(Page::default());
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("*", |el| {
        let mut page = page.borrow_mut();
        let tag = el.tag_name();
        for attribute in el.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            match name.as_str() {
                "href" | "src" | "action" => page.links.push(unescape(&value)),
                "id" if page.ids.contains(&value) => page.duplicate_ids.push(value),
                "id" => drop(page.ids.insert(value)),
                "style" => page.faults.push(format!("<{tag} style=…>")),
                name if name.starts_with("on") => page.faults.push(format!("<{tag} {name}=…>")),
                _ => {}
            }
        }
        let inline = (tag == "script"
            && el.get_attribute("src").is_none()
            && el.get_attribute("type").as_deref() != Some("application/ld+json"))
            || tag == "style";
        if inline {
            page.faults.push(format!("inline <{tag}>"));
        }
        Ok(())
    }));
    rewrite_str(html, settings).expect("well-formed enough to read");
    page.into_inner()
}

fn unescape(text: &str) -> String {
    text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'").replace("&#x2F;", "/")
}

/// The file that `link` on page `from` means, below the root; none if it leaves the root.
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

/// All that is wrong with the pages of a site.
pub fn faults(built: &Built) -> Vec<String> {
    crawl(built).1
}

fn crawl(built: &Built) -> (BTreeMap<String, Page>, Vec<String>) {
    let files = sample::files(&built.output);
    let known: BTreeSet<&str> = files.iter().map(String::as_str).collect();
    let pages: BTreeMap<String, Page> =
        files.iter().filter(|f| f.ends_with(".html")).map(|f| (f.clone(), look_at(&sample::read(built, f)))).collect();
    let mut faults = Vec::new();
    for (path, page) in &pages {
        faults.extend(page.faults.iter().map(|f| format!("{path}: {f}")));
        faults.extend(page.duplicate_ids.iter().map(|id| format!("{path}: id {id} twice")));
        for link in &page.links {
            let external = ["http://", "https://", "mailto:", "tel:"].iter().any(|s| link.starts_with(s));
            if external {
                continue;
            }
            let (file, anchor) = link.split_once('#').map_or((link.as_str(), None), |(f, a)| (f, Some(a)));
            let file = file.split('?').next().unwrap_or_default();
            if file.starts_with('/') || file.contains(':') {
                faults.push(format!("{path}: absolute {link}"));
                continue;
            }
            let target = if file.is_empty() { Some(path.clone()) } else { resolve(path, file) };
            let Some(target) = target.filter(|t| known.contains(t.as_str())) else {
                faults.push(format!("{path}: dead {link}"));
                continue;
            };
            if let (Some(anchor), Some(page)) = (anchor, pages.get(&target))
                && !anchor.is_empty()
                && !page.ids.contains(anchor)
            {
                faults.push(format!("{path}: dead anchor {link}"));
            }
        }
    }
    (pages, faults)
}

#[test]
fn the_sample_has_no_dead_link_and_nothing_inline() {
    let built = sample::build(sample::folder(), &["--base-url", ""]);
    let (pages, faults) = crawl(&built);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
    let under = |folder: &str| {
        let own = |p: &&String| p.strip_prefix(folder).is_some_and(|r| r.matches('/').count() == 1 && r != "trang/");
        pages.keys().filter(own).count()
    };
    assert!(under("nhiem-vu/") >= 90, "{} task pages", under("nhiem-vu/"));
    assert_eq!(under("phien-hop/"), 4, "meetings");
    assert_eq!(under("tin/"), 1, "news items");
}

#[test]
fn every_page_carries_the_as_of_date() {
    let built = sample::build(sample::folder(), &[]);
    for path in sample::files(&built.output).iter().filter(|f| f.ends_with(".html")) {
        let written = if path.starts_with("en/") { "21 Nov 2026" } else { "21/11/2026" };
        assert!(
            sample::read(&built, path).contains(&format!("<time datetime=\"2026-11-21\">{written}</time>")),
            "{path}"
        );
    }
}

/// The page for missing addresses answers at any depth, so with an address known its links start at the root.
#[test]
fn the_page_for_missing_addresses_links_from_the_root() {
    let built = sample::build(sample::folder(), &["--base-url", "https://a.vn/cchc/tien-do/"]);
    let page = look_at(&sample::read(&built, "404.html"));
    let files = sample::files(&built.output);
    let own: Vec<&String> = page.links.iter().filter(|l| !l.starts_with('#') && !l.starts_with("https:")).collect();
    assert!(own.len() > 6, "{own:?}");
    for link in own {
        let below = link.strip_prefix("/cchc/tien-do/").unwrap_or_else(|| panic!("{link}"));
        assert!(files.iter().any(|f| f == below), "{link}");
    }
}
