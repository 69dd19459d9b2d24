//! The web server, asked for the home page and its style as a browser asks; on this very machine and nowhere else.

use super::super::errors::system;
use super::super::exit::Exit;
use super::fact::Fact;
use crate::i18n::Words;
use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

/// A server on this machine that takes longer is at fault.
const PATIENCE: Duration = Duration::from_secs(5);
/// More is not read of an answer.
const MOST: u64 = 4 << 20;

/// An address on this machine.
#[derive(Debug, PartialEq, Eq)]
pub struct Address {
    socket: SocketAddr,
    host: String,
    /// Begins and ends in `/`.
    path: String,
}

impl Address {
    /// `http://127.0.0.1:8080/tien-do/`; none for another scheme or another machine.
    pub fn parse(url: &str) -> Option<Self> {
        let rest = url.strip_prefix("http://")?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let local = host.strip_prefix("localhost").map(|port| format!("{}{port}", Ipv4Addr::LOCALHOST));
        let host_number = local.as_deref().unwrap_or(host);
        let ip = |text: &str| text.trim_matches(['[', ']']).parse::<IpAddr>().ok();
        let socket = host_number.parse().ok().or_else(|| Some(SocketAddr::new(ip(host_number)?, 80)))?;
        let path = format!("/{}", path.split(['?', '#']).next().unwrap_or_default());
        let path = if path.ends_with('/') { path } else { path + "/" };
        let plain = path.bytes().all(|byte| byte.is_ascii_graphic());
        (socket.ip().is_loopback() && plain).then(|| Self { socket, host: host.to_owned(), path })
    }
}

/// What a server answered.
struct Answer {
    status: u16,
    head: Vec<(String, String)>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Asks in the simplest form that there is (RFC 1945), so that the answer ends with the connection.
fn get(address: &Address, host: &str, path: &str) -> io::Result<Answer> {
    let mut stream = TcpStream::connect_timeout(&address.socket, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {host}\r\nUser-Agent: tiendo\r\nConnection: close\r\n\r\n")?;
    let mut bytes = Vec::new();
    stream.take(MOST).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").ok_or(io::ErrorKind::InvalidData)?;
    let mut lines = head.lines();
    let status =
        lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    let pair = |line: &str| line.split_once(':').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
    Ok(Answer { status, head: lines.filter_map(pair).collect(), body: body.to_owned() })
}

/// The line of the web server. It is asked by the name that the site is public under, since one server has many sites.
pub fn fact(address: &Address, base_url: Option<&str>, words: &Words) -> Fact {
    let public = base_url.and_then(|url| url.split_once("://")?.1.split('/').next());
    let host = public.unwrap_or(&address.host);
    let url = format!("http://{}{}", address.host, address.path);
    let home = match get(address, host, &address.path) {
        Ok(home) => home,
        Err(error) => {
            let fact = Fact::new("doctor-web", format!("{url}: {}", system(&error, words)));
            return fact.fault(Exit::Machine, words.say("doctor-web-silent"));
        }
    };
    let style = style_of(&home.body);
    let path = style.map(|style| path_of(&address.path, style));
    let styled =
        path.as_ref().and_then(|path| get(address, host, path).ok()).is_some_and(|answer| answer.status == 200);
    let policy = home.header("Content-Security-Policy");
    let status = home.status.to_string();
    let values = [
        ("url", &*url),
        ("status", &status),
        ("policy", if policy.is_some() { "yes" } else { "no" }),
        ("cache", home.header("Cache-Control").unwrap_or("–")),
        ("style", if styled { "yes" } else { "no" }),
    ];
    let mut faults: Vec<&str> = Vec::new();
    if home.status == 200 {
        match policy {
            None => faults.push("doctor-web-no-policy"),
            Some(policy) if blocks_style(policy) => faults.push("doctor-web-blocks"),
            Some(_) => {}
        }
        match (style, styled) {
            (None, _) => faults.push("doctor-web-other"),
            (Some(_), false) => faults.push("doctor-web-no-style"),
            (Some(_), true) => {}
        }
    } else {
        faults.push("doctor-web-status");
    }
    let fact = Fact::new("doctor-web", words.with("doctor-web-is", &values));
    let cure = |key: &str| words.with(key, &[("path", path.as_deref().unwrap_or_default())]);
    faults.into_iter().fold(fact, |fact, key| fact.fault(Exit::Machine, cure(key)))
}

/// Where the first style sheet of a page lies, as the page says it.
fn style_of(page: &str) -> Option<&str> {
    let link = page
        .split("<link")
        .skip(1)
        .find(|link| link.split('>').next().is_some_and(|tag| tag.contains("stylesheet")))?;
    link.split('>').next()?.split_once("href=\"")?.1.split('"').next()
}

/// The path of a link in the page at `folder`.
fn path_of(folder: &str, link: &str) -> String {
    if link.starts_with('/') { link.to_owned() } else { format!("{folder}{}", link.trim_start_matches("./")) }
}

/// Whether a policy keeps a page from its own style sheet (CSP 3 §6.6): no rule for styles, or for all, allows any.
fn blocks_style(policy: &str) -> bool {
    let rule =
        |name: &str| policy.split(';').map(str::trim).find_map(|rule| rule.strip_prefix(name)?.strip_prefix(' '));
    rule("style-src").or_else(|| rule("default-src")).is_some_and(|sources| sources.trim() == "'none'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_asked() {
        let read = |url| Address::parse(url).map(|address| (address.socket.to_string(), address.path));
        assert_eq!(read("http://127.0.0.1:8080/tien-do"), Some(("127.0.0.1:8080".into(), "/tien-do/".into())));
        assert_eq!(read("http://localhost"), Some(("127.0.0.1:80".into(), "/".into())));
        assert_eq!(read("http://localhost:81/a/?b"), Some(("127.0.0.1:81".into(), "/a/".into())));
        assert_eq!(read("http://[::1]:82/"), Some(("[::1]:82".into(), "/".into())));
        assert_eq!(read("http://[::1]/"), Some(("[::1]:80".into(), "/".into())));
        for elsewhere in [
            "http://192.0.2.1/",
            "http://vidu.example/",
            "http://localhost.vidu.example/",
            "https://127.0.0.1/",
            "127.0.0.1",
            "http://127.0.0.1/a b/",
        ] {
            assert_eq!(read(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn the_style_of_a_page_and_the_policy_that_blocks_it() {
        let page = "<link rel=\"icon\" href=\"a.svg\"><link rel=\"stylesheet\" href=\"./assets/site.1.css\"><b>";
        assert_eq!(style_of(page).map(|link| path_of("/a/", link)).as_deref(), Some("/a/assets/site.1.css"));
        assert_eq!(path_of("/a/", "/b.css"), "/b.css");
        assert_eq!(style_of("<p>stylesheet</p>"), None);
        for (policy, blocks) in [
            ("default-src 'none'; style-src 'self'", false),
            ("default-src 'self'", false),
            ("default-src 'none'; script-src 'self'", true),
            ("style-src 'none'", true),
            ("frame-ancestors 'none'", false),
        ] {
            assert_eq!(blocks_style(policy), blocks, "{policy}");
        }
    }
}
