//! Where the links of a page lead. A site with a link that leads nowhere does not go live.
//!
//! Reads ` href="…"` and ` src="…"` in tags, as templates write them. Attributes written otherwise, links to other hosts
//! and links from the root of this one are not looked at.

use memchr::{memchr, memmem, memrchr2};
use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use std::ops::Range;

/// A link that leads to no file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dead {
    pub page: String,
    pub link: String,
}

/// The links of a page that lead to none of the paths that `there` knows.
pub(super) fn dead(page: &str, html: &[u8], there: impl Fn(&str) -> bool) -> Vec<Dead> {
    let (mut found, mut target) = (Vec::new(), String::new());
    for needle in [" href=\"", " src=\""] {
        for at in values(html, needle) {
            let Ok(link) = std::str::from_utf8(&html[at]) else { continue };
            if lead(page, link, &mut target, &there) == Lead::Nowhere {
                found.push(Dead { page: page.to_owned(), link: link.to_owned() });
            }
        }
    }
    found
}

/// Where the values of an attribute stand in the tags of a page; it is named with what stands around it: ` href="`.
pub(crate) fn values<'h>(html: &'h [u8], attribute: &'h str) -> impl Iterator<Item = Range<usize>> + 'h {
    memmem::find_iter(html, attribute.as_bytes()).filter_map(move |at| {
        // Text has no bare `<`: the last angle before an attribute opens its tag.
        if memrchr2(b'<', b'>', &html[..at]).is_none_or(|angle| html[angle] == b'>') {
            return None;
        }
        let start = at + attribute.len();
        memchr(b'"', &html[start..]).map(|end| start..start + end)
    })
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lead {
    /// To another host, from the root of this one, or within its page.
    Elsewhere,
    Nowhere,
    /// To a path of the site.
    There,
}

/// Where a link of a page leads among the paths that `there` knows; that path is put into `target`.
pub(crate) fn lead(page: &str, link: &str, target: &mut String, there: impl Fn(&str) -> bool) -> Lead {
    let link = unescaped(link);
    let path = link.split(['#', '?']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().unwrap_or(Cow::Borrowed(path));
    let elsewhere = path.is_empty() || path.starts_with('/') || path.split('/').next().is_some_and(|p| p.contains(':'));
    if elsewhere {
        return Lead::Elsewhere;
    }
    target.clear();
    target.push_str(page.rsplit_once('/').map_or("", |(folder, _)| folder));
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if target.is_empty() => return Lead::Nowhere,
            ".." => target.truncate(target.rfind('/').unwrap_or(0)),
            part => {
                if !target.is_empty() {
                    target.push('/');
                }
                target.push_str(part);
            }
        }
    }
    // What ends in a slash is a folder, and means its page.
    if !target.is_empty() && !path.ends_with('/') && there(target) {
        return Lead::There;
    }
    if !target.is_empty() {
        target.push('/');
    }
    target.push_str("index.html");
    if there(target) { Lead::There } else { Lead::Nowhere }
}

/// A value as it is meant.
pub(crate) fn unescaped(link: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(link);
    if text.contains('&') {
        for (escaped, plain) in [
            ("&#x2F;", "/"),
            ("&quot;", "\""),
            ("&#39;", "'"),
            ("&#x27;", "'"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&amp;", "&"),
        ] {
            text = Cow::Owned(text.replace(escaped, plain));
        }
    }
    text
}

#[cfg(test)]
mod tests {

    fn dead(page: &str, html: &str) -> Vec<String> {
        let known = ["index.html", "a.css", "nhiem-vu/x/index.html", "t/một hai.html"];
        super::dead(page, html.as_bytes(), |path| known.contains(&path)).into_iter().map(|d| d.link).collect()
    }

    #[test]
    fn links_that_lead_somewhere() {
        for good in [
            "../../index.html",
            "../..",
            "../../",
            "./",
            "index.html#x",
            "#x",
            "?q",
            "",
            "../../a.css",
            "/a",
            "//h/a",
            "https://a.example/x",
            "mailto:a@b.example",
            "data:image/png,x",
            "..&#x2F;..&#x2F;a.css?v=1&amp;w=2",
            ".",
            "../x/",
            "../../t/m%E1%BB%99t%20hai.html",
            "../../t/một hai.html#%2",
        ] {
            let html = format!("<a class=\"x\" href=\"{good}\">x</a><img src=\"{good}\">");
            assert_eq!(dead("nhiem-vu/x/index.html", &html), [""; 0], "{good}");
        }
    }

    #[test]
    fn links_that_lead_nowhere() {
        let bad = "b.css ../index.html ../../../index.html ../y/index.html#x ../../a.css/ %zz %ff a/b:c";
        for bad in bad.split(' ') {
            let html = format!("<p><a\n title=\"a\" href=\"{bad}\">x</a>");
            assert_eq!(dead("nhiem-vu/x/index.html", &html), [bad], "{bad}");
        }
    }

    #[test]
    fn text_is_no_link() {
        let html = "<p>Viết <code>a href=\"khong-co\"</code> hay src=\"x\" đều là chữ.</p> href=\"y\"";
        assert_eq!(dead("index.html", html), [""; 0]);
        assert_eq!(dead("index.html", "<a href=\"cut"), [""; 0]);
    }
}
