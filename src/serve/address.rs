//! Addresses: where the site is mounted, what a request asks for.
//!
//! A request is looked up among the planned paths and nowhere else, so there is no folder to climb out of.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::collections::BTreeSet;
use std::net::SocketAddr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mount {
    /// Its parts, decoded: `["theo-doi"]`; none at the root.
    parts: Vec<String>,
}

/// The folder of the server's own files within the site; no planned path begins like this.
const OWN: &str = "__tiendo";

/// What is escaped in a part of a path: all but the unreserved characters (RFC 3986 §2.3).
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    Page(String),
    Events,
    Script,
    /// Another address: a folder without its slash, or the root of a site that is mounted below it.
    Redirect(String),
    Missing,
}

impl Mount {
    pub(super) fn of(base_url: Option<&str>) -> Self {
        let after_scheme = base_url.and_then(|url| url.split_once("://")).map_or("", |(_, rest)| rest);
        let path = after_scheme.split(['?', '#']).next().unwrap_or_default();
        let path = path.split_once('/').map_or("", |(_, path)| path);
        let parts = path.split('/').filter(|part| !part.is_empty() && *part != "." && *part != "..");
        Self { parts: parts.map(|part| decode(part).unwrap_or_else(|| part.to_owned())).collect() }
    }

    /// The mount as it stands in addresses: `/theo-doi/`, or `/` at the root.
    pub(super) fn path(&self) -> String {
        let mut path = String::from("/");
        for part in &self.parts {
            path.push_str(&encode(part));
            path.push('/');
        }
        path
    }

    /// The address of the home page.
    pub(super) fn url(&self, address: SocketAddr) -> String {
        format!("http://{address}{}", self.path())
    }

    pub(super) fn script(&self) -> String {
        format!("{}{OWN}/reload.js", self.path())
    }

    /// What `path`, as the request has it, means among the `planned` paths.
    pub(super) fn target(&self, path: &str, planned: &BTreeSet<String>) -> Target {
        let Some(rest) = path.strip_prefix('/') else { return Target::Missing };
        let folder = rest.is_empty() || rest.ends_with('/');
        let named: Option<Vec<String>> = match rest {
            "" => Some(Vec::new()),
            // `//` leaves an empty part, which `decode` refuses.
            named => named.strip_suffix('/').unwrap_or(named).split('/').map(decode).collect(),
        };
        let Some(parts) = named else { return Target::Missing };
        let Some(own) = parts.strip_prefix(self.parts.as_slice()) else {
            return if parts.is_empty() { Target::Redirect(self.path()) } else { Target::Missing };
        };
        let within = own.join("/");
        if !folder {
            if own.is_empty() {
                return Target::Redirect(self.path());
            }
            if planned.contains(&within) {
                return Target::Page(within);
            }
            if within == format!("{OWN}/events") {
                return Target::Events;
            }
            if within == format!("{OWN}/reload.js") {
                return Target::Script;
            }
            if planned.contains(&format!("{within}/index.html")) {
                let encoded: Vec<String> = own.iter().map(|part| encode(part)).collect();
                return Target::Redirect(format!("{}{}/", self.path(), encoded.join("/")));
            }
            return Target::Missing;
        }
        let index = if within.is_empty() { "index.html".to_owned() } else { format!("{within}/index.html") };
        if planned.contains(&index) { Target::Page(index) } else { Target::Missing }
    }
}

/// One part of a path; none if it is empty, `.`, `..`, or holds what no planned path holds: a separator, a control
/// character, bytes that are no text.
fn decode(part: &str) -> Option<String> {
    let part = percent_decode_str(part).decode_utf8().ok()?;
    let good =
        !matches!(&*part, "" | "." | "..") && !part.contains(|c: char| matches!(c, '/' | '\\') || c.is_control());
    good.then(|| part.into_owned())
}

fn encode(part: &str) -> String {
    utf8_percent_encode(part, ESCAPED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(base_url: Option<&str>, path: &str) -> Target {
        let planned = ["404.html", "assets/site.css", "co-quan/index.html", "index.html"].map(str::to_owned).into();
        Mount::of(base_url).target(path, &planned)
    }

    #[test]
    fn mounts() {
        for (url, path) in [
            (None, "/"),
            (Some("https://a.vn"), "/"),
            (Some("https://a.vn/"), "/"),
            (Some("https://a.vn/theo-doi"), "/theo-doi/"),
            (Some("https://a.vn/a/b/?q=/c"), "/a/b/"),
            (Some("https://a.vn/a/b c/"), "/a/b%20c/"),
            (Some("https://a.vn/a/b%20c/"), "/a/b%20c/"),
            (Some("https://a.vn/tiến-độ/"), "/ti%E1%BA%BFn-%C4%91%E1%BB%99/"),
        ] {
            assert_eq!(Mount::of(url).path(), path, "{url:?}");
        }
    }

    #[test]
    fn targets() {
        let page = |path: &str| Target::Page(path.to_owned());
        let redirect = |path: &str| Target::Redirect(path.to_owned());
        let sub = Some("https://a.vn/a/b c/");
        for (base_url, path, target) in [
            (None, "/", page("index.html")),
            (None, "/index.html", page("index.html")),
            (None, "/co-quan/", page("co-quan/index.html")),
            (None, "/co%2Dquan/", page("co-quan/index.html")),
            (None, "/co-quan", redirect("/co-quan/")),
            (None, "/assets/site.css", page("assets/site.css")),
            (None, "/__tiendo/events", Target::Events),
            (sub, "/", redirect("/a/b%20c/")),
            (sub, "/a/b%20c", redirect("/a/b%20c/")),
            (sub, "/a/b%20c/", page("index.html")),
            (sub, "/a/b%20c/co-quan", redirect("/a/b%20c/co-quan/")),
            (sub, "/a/b%20c/__tiendo/reload.js", Target::Script),
        ] {
            assert_eq!(ask(base_url, path), target, "{path}");
        }
        for path in "/assets /assets/ /x /index.html/  * /assets/site.css/ /co-quan// /__tiendo/ /404".split(' ') {
            assert_eq!(ask(None, path), Target::Missing, "{path}");
        }
        for path in ["/index.html", "/a", "/a/", "/a/b", "/a/b%20c/..", "/a/b%20cx/", "/a/b c/x"] {
            assert_eq!(ask(sub, path), Target::Missing, "{path}");
        }
    }
}
