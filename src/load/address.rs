//! Addresses in fields and on the command line: what is wrong with one, and how it was perhaps meant.

// Numbers only: nothing here opens a connection.
use core::net::{Ipv4Addr, Ipv6Addr};

/// What is wrong with an address, as the message files name it, and a better one.
pub type Fault = (&'static str, Option<String>);

/// Endings of files: the address of a site is a folder.
const FILES: [&str; 9] = [".html", ".htm", ".php", ".asp", ".aspx", ".jsp", ".do", ".cgi", ".xml"];

/// What keeps an address from being passed on to readers; none if nothing does.
pub fn fault(url: &str) -> Option<Fault> {
    let lower = url.to_ascii_lowercase();
    let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) else {
        let relative = !lower.contains(':');
        let near = (relative && lower.contains('.') && !lower.contains(' ')).then(|| format!("https://{url}"));
        return Some((if relative { "relative" } else { "scheme" }, near));
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let start = url.len() - rest.len();
    if authority.is_empty() {
        return Some(("host", None));
    }
    if let Some((user, _)) = authority.rsplit_once('@') {
        let without = format!("{}{}", &url[..start], &url[start + user.len() + 1..]);
        return Some(("user", Some(without).filter(|url| fault(url).is_none())));
    }
    if url.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c)) {
        return Some(("character", None));
    }
    let (host, port) = match authority.rsplit_once(':') {
        // The colons of `[::1]` stand inside.
        Some((_, after)) if after.ends_with(']') => (authority, None),
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    if !is_host(host) {
        return Some(("bad-host", None));
    }
    let good = |port: &str| port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    port.is_some_and(|port| !good(port)).then_some(("port", None))
}

/// A name, an IPv4 address or an IPv6 address in brackets. Names may have letters of all languages.
fn is_host(host: &str) -> bool {
    if let Some(inside) = host.strip_prefix('[') {
        return inside.strip_suffix(']').is_some_and(|inside| inside.parse::<Ipv6Addr>().is_ok());
    }
    let label = |label: &str| {
        let inner = label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        inner && !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    // Browsers read a name that ends in a number as IPv4.
    let number = !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit());
    host.len() <= 253 && host.split('.').all(label) && (!number || host.parse::<Ipv4Addr>().is_ok())
}

/// Whether a text is a mailbox, `name@host`, of the plain kind that offices have: no quotes, no comments.
pub fn is_mailbox(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-.".contains(c);
    let good = name.chars().all(plain) && name.split('.').all(|part| !part.is_empty()) && name.len() <= 64;
    good && host.contains('.') && is_host(host)
}

/// What keeps an address from being that of a site, whose pages' addresses are made by adding to it.
pub fn base_fault(url: &str) -> Option<Fault> {
    if let Some(fault) = fault(url) {
        return Some(fault);
    }
    let better = |url: String| Some(url).filter(|url| base_fault(url).is_none());
    if let Some(at) = url.find(['?', '#']) {
        let reason = if url[at..].starts_with('?') { "query" } else { "fragment" };
        return Some((reason, better(url[..at].to_owned())));
    }
    let start = url.find("://").map_or(0, |n| n + "://".len());
    let path = url[start..].find('/').map_or("", |n| &url[start + n..]);
    let head = &url[..url.len() - path.len()];
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let dots = |part: &&str| matches!(part.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..");
    if parts.iter().any(dots) {
        return Some(("dots", None));
    }
    if path.contains("//") {
        let kept: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let folder = if kept.is_empty() { String::new() } else { format!("{}/", kept.join("/")) };
        return Some(("slashes", better(format!("{head}/{folder}"))));
    }
    let (last, folders) = parts.split_last()?;
    let lower = last.to_ascii_lowercase();
    let folder = if folders.is_empty() { format!("{head}/") } else { format!("{head}/{}/", folders.join("/")) };
    FILES.iter().any(|ending| lower.ends_with(ending)).then(|| ("file", better(folder)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in [
            "https://vidu.example",
            "HTTPS://vidu.example/a?b#c",
            "http://[::1]:8080/",
            "http://127.0.0.1:65535/x",
            "https://tỉnh.example/",
            "https://so_tu-phap.example/..",
            "https://a.example:443?x=http://b:c",
            "http://localhost:1",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
        for (bad, reason, near) in [
            ("vidu.example", "relative", Some("https://vidu.example")),
            ("ftp://vidu.example", "scheme", None),
            ("https:///a", "host", None),
            ("https://?a", "host", None),
            ("https://:80/", "bad-host", None),
            ("https://a:b@vidu.example/x", "user", Some("https://vidu.example/x")),
            ("https://@/", "user", None),
            ("https://vidu example/", "character", None),
            ("https://vidu.example/\u{85}", "character", None),
            ("https://./", "bad-host", None),
            ("https://../", "bad-host", None),
            ("https://vidu..example/", "bad-host", None),
            ("https://vidu.example./", "bad-host", None),
            ("https://-vidu.example/", "bad-host", None),
            ("https://vidu,example/", "bad-host", None),
            ("https://vidu%2eexample/", "bad-host", None),
            ("https://1.2.3/", "bad-host", None),
            ("https://999.1.1.1/", "bad-host", None),
            ("https://::1/", "bad-host", None),
            ("https://[::1/", "bad-host", None),
            ("https://[vidu.example]/", "bad-host", None),
            ("https://[::1]x/", "bad-host", None),
            ("https://vidu.example:/", "port", None),
            ("https://vidu.example:0/", "port", None),
            ("https://vidu.example:65536/", "port", None),
            ("https://vidu.example:80a/", "port", None),
            ("https://[::1]:x/", "port", None),
        ] {
            assert_eq!(fault(bad), Some((reason, near.map(str::to_owned))), "{bad}");
        }
        assert_eq!(fault(&format!("https://{}.example/", "a".repeat(64))), Some(("bad-host", None)));
    }

    #[test]
    fn mailboxes() {
        for good in ["lienhe@vidu.example", "phan-anh.1@so.vidu.example", "a+b@c.vn"] {
            assert!(is_mailbox(good), "{good}");
        }
        for bad in [
            "",
            "lienhe",
            "@vidu.example",
            "lienhe@",
            "lienhe@vidu",
            "a b@c.vn",
            "a@b@c.vn",
            ".a@c.vn",
            "a..b@c.vn",
            "a@c..vn",
        ] {
            assert!(!is_mailbox(bad), "{bad}");
        }
    }

    #[test]
    fn addresses_of_sites() {
        for good in
            ["https://vidu.example", "https://vidu.example/", "https://vidu.example/tien-do", "http://[::1]/a.b/v1.2/"]
        {
            assert_eq!(base_fault(good), None, "{good}");
        }
        for (bad, reason, near) in [
            ("ftp://vidu.example/", "scheme", None),
            ("https://vidu.example/viec/?menu=12", "query", Some("https://vidu.example/viec/")),
            ("https://vidu.example/#/viec", "fragment", Some("https://vidu.example/")),
            ("https://vidu.example/../?a", "query", None),
            ("https://vidu.example/a/../b/", "dots", None),
            ("https://vidu.example/./", "dots", None),
            ("https://vidu.example/%2E%2e/", "dots", None),
            ("https://vidu.example//a//b", "slashes", Some("https://vidu.example/a/b/")),
            ("https://vidu.example//", "slashes", Some("https://vidu.example/")),
            ("https://vidu.example/a/index.html", "file", Some("https://vidu.example/a/")),
            ("https://vidu.example/Default.ASPX", "file", Some("https://vidu.example/")),
        ] {
            assert_eq!(base_fault(bad), Some((reason, near.map(str::to_owned))), "{bad}");
        }
    }
}
