//! Which addresses may stand in a page.
//!
//! An address is judged by the worst reading that any program might give it: blanks and invisible characters dropped,
//! percent and entity escapes decoded, backslashes turned. It is written out as it was.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UrlKind {
    /// Within the site: a link or an image.
    Relative,
    /// On another host: a link.
    External,
    /// `mailto:` or `tel:`.
    Contact,
    Unsafe,
}

/// What kind of address it is: `http`, `https`, `mailto`, `tel` and relative ones are safe.
pub(super) fn kind_of(url: &str) -> UrlKind {
    let mut reading = plain(url);
    // Three rounds undo any escape that some program would undo; what is left after them stays harmless text.
    for _ in 0..3 {
        let decoded = plain(&decode(&reading));
        if decoded == reading {
            break;
        }
        reading = decoded;
    }
    let raw_backslash = url.contains('\\');
    if reading.starts_with("//") || raw_backslash {
        return UrlKind::Unsafe;
    }
    let head = reading.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((scheme, _)) = head.split_once(':') else {
        return UrlKind::Relative;
    };
    let rest = &reading[scheme.len() + 1..];
    // The scheme must stand in the address undisguised, or a program sees another one than we did.
    let undisguised =
        url.get(..=scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(&reading[..=scheme.len()]));
    match scheme {
        _ if !undisguised => UrlKind::Unsafe,
        "http" | "https" if rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with('/')) => {
            UrlKind::External
        }
        "mailto" | "tel" => UrlKind::Contact,
        _ => UrlKind::Unsafe,
    }
}

/// Without blanks, control and invisible characters; lower case; `\` read as `/`.
fn plain(url: &str) -> String {
    url.chars()
        .filter(|c| !(c.is_whitespace() || c.is_control() || is_invisible(*c)))
        .map(|c| if c == '\\' { '/' } else { c.to_ascii_lowercase() })
        .collect()
}

/// Soft hyphen, zero-width and direction marks, fillers, byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffd}')
}

/// One round of percent and entity decoding, as far as it can make a scheme.
fn decode(url: &str) -> String {
    let mut bytes = Vec::with_capacity(url.len());
    let mut rest = url;
    while let Some(c) = rest.chars().next() {
        let escape = match c {
            '%' => percent(rest),
            '&' => entity(rest),
            _ => None,
        };
        let (byte, len) = escape.unwrap_or((0, 0));
        if len > 0 {
            bytes.push(byte);
            rest = &rest[len..];
        } else {
            bytes.extend_from_slice(&rest.as_bytes()[..c.len_utf8()]);
            rest = &rest[c.len_utf8()..];
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn percent(text: &str) -> Option<(u8, usize)> {
    let hex = text.get(1..3)?;
    Some((u8::from_str_radix(hex, 16).ok()?, 3))
}

/// The ASCII character of a reference, the semicolon optional after a number (as browsers have it).
fn entity(text: &str) -> Option<(u8, usize)> {
    const NAMED: [(&str, u8); 8] = [
        ("&colon;", b':'),
        ("&tab;", b'\t'),
        ("&newline;", b'\n'),
        ("&sol;", b'/'),
        ("&bsol;", b'\\'),
        ("&amp;", b'&'),
        ("&num;", b'#'),
        ("&percnt;", b'%'),
    ];
    if let Some((name, byte)) = NAMED.iter().find(|(name, _)| text.starts_with(name)) {
        return Some((*byte, name.len()));
    }
    let number = text.strip_prefix("&#")?;
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |hex| (hex, 16));
    let len = digits.bytes().take_while(|b| (*b as char).is_digit(radix)).count();
    let value = u32::from_str_radix(&digits[..len], radix).ok()?;
    let end = text.len() - digits.len() + len;
    let end = end + usize::from(text[end..].starts_with(';'));
    Some((u8::try_from(value).ok().filter(u8::is_ascii)?, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for url in [
            "../nhiem-vu/a/",
            "/co-quan/",
            "#khoan-3",
            "?q=a:b",
            "a/b:c",
            "tài-liệu.pdf",
            "",
            "./a:b",
            "a%20b",
            "x?u=http%3A//a",
        ] {
            assert_eq!(kind_of(url), UrlKind::Relative, "{url:?}");
        }
        for url in ["https://vanban.chinhphu.vn/?a=1&b=2", "HTTP://a.vn", "https://a.vn/a%3Ab", "http://[::1]/"] {
            assert_eq!(kind_of(url), UrlKind::External, "{url:?}");
        }
        for url in ["mailto:a@b.vn", "tel:+84-24-1"] {
            assert_eq!(kind_of(url), UrlKind::Contact, "{url:?}");
        }
        for url in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:a",
            "java\nscript:a",
            "java\u{0}script:a",
            "\u{1}javascript:a",
            "java\u{200b}script:a",
            "\u{feff}javascript:a",
            "javascript%3Aa",
            "%6aavascript:a",
            "%256aavascript:a",
            "%25256aavascript%3aa",
            "&#106;avascript:a",
            "&#x6A;avascript:a",
            "&#0000106avascript:a",
            "javascript&colon;a",
            "java&Tab;script:a",
            "java&NewLine;script&colon;a",
            "&amp;#106;avascript:a",
            "vbscript:a",
            "data:text/html,a",
            "DATA:image/svg+xml,a",
            "file:///etc/passwd",
            "blob:https://a",
            "filesystem:a",
            "view-source:a",
            "ftp://a",
            "ws://a",
            "x:y",
            ":a",
            "//a.vn",
            "\\\\a.vn",
            "/\\a.vn",
            "\\/a.vn",
            "/\t/a.vn",
            "%2f%2fa.vn",
            "https:a.vn",
            "https:/a.vn",
            "https:///a.vn",
            "ht\ttps://a.vn",
            "https&colon;//a.vn",
            "ｊavascript:a",
            "javascript\u{ad}:a",
            "&sol;/a.vn",
            "mail\nto:a",
        ] {
            assert_eq!(kind_of(url), UrlKind::Unsafe, "{url:?}");
        }
    }
}
