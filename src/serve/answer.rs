//! Answers: headers that production would send, and the script that only the preview has.

use crate::bundle::Fingerprint;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Response, StatusCode, header};

/// What a portal is advised to send: a page that works here works there.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'";

/// The script that reloads the page and shows diagnostics.
pub(super) const SCRIPT: &str = include_str!("reload.js");

pub(super) fn answer(status: StatusCode, content_type: &'static str, body: impl Into<Body>) -> Response<Body> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, content_type),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        // Kept, but asked for each time.
        (header::CACHE_CONTROL, "no-cache"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// An answer without a body to speak of.
pub(super) fn bare(status: StatusCode) -> Response<Body> {
    answer(status, "text/plain; charset=utf-8", status.canonical_reason().unwrap_or_default())
}

/// Sends the browser elsewhere, for now: the mount may change with the next start.
pub(super) fn redirect(to: &str) -> Response<Body> {
    with(bare(StatusCode::FOUND), header::LOCATION, to)
}

/// With one more header; a value that cannot be one is left out.
pub(super) fn with(mut response: Response<Body>, name: HeaderName, value: &str) -> Response<Body> {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
    response
}

/// Text that stands in place of a page that could not be made.
pub(super) fn notice(text: &str, script: &str, build: &str) -> Response<Body> {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let head = "<!doctype html>\n<html>\n<head><meta charset=\"utf-8\"><title>Tiendo</title></head>";
    let page = format!("{head}\n<body><pre>{text}</pre></body>\n</html>\n");
    let page = with_script(page.as_bytes(), script, build);
    answer(StatusCode::INTERNAL_SERVER_ERROR, "text/html; charset=utf-8", page)
}

/// A page with the script before its end. The script knows from which build the page is.
pub(super) fn with_script(page: &[u8], script: &str, build: &str) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let tag = format!("<script src=\"{script}\" data-build=\"{build}\" defer></script>\n");
    let at = page.windows(END.len()).rposition(|w| w.eq_ignore_ascii_case(END)).unwrap_or(page.len());
    [&page[..at], tag.as_bytes(), &page[at..]].concat()
}

/// The validator of a page: pages carry the build that they are from, so a new build makes them new.
pub(super) fn etag(fingerprint: Fingerprint, build: Option<&str>) -> String {
    let hex = blake3::Hash::from_bytes(fingerprint.0).to_hex();
    let build = build.map_or(String::new(), |build| format!("-{build}"));
    format!("\"{}{build}\"", &hex[..32])
}

/// Whether the browser has it already (RFC 9110 §13.1.2, weak comparison).
pub(super) fn is_known(if_none_match: Option<&HeaderValue>, etag: &str) -> bool {
    let Some(known) = if_none_match.and_then(|v| v.to_str().ok()) else { return false };
    known.split(',').map(str::trim).any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

/// The type of a file, by its extension. A table of our own: texts need their charset, and Markdown is to be
/// shown, not downloaded.
pub(super) fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "jsonld" => "application/ld+json",
        "geojson" => "application/geo+json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "rss" => "application/rss+xml",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "yaml" | "yml" => "application/yaml",
        "ttl" => "text/turtle; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "gz" => "application/gzip",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn validators() {
        let tag = etag(Fingerprint([0xab; 32]), Some("7-1"));
        assert_eq!(tag, format!("\"{}-7-1\"", "ab".repeat(16)));
        let known = |value: &str| is_known(Some(&HeaderValue::from_str(value).unwrap()), &tag);
        assert!(known(&tag) && known("*") && known(&format!("\"x\", W/{tag}")));
        assert!(!known("\"x\"") && !known("") && !is_known(None, &tag));
    }

    #[test]
    fn the_script_stands_before_the_last_end_of_the_body() {
        let shown = |page: &str| String::from_utf8(with_script(page.as_bytes(), "/r.js", "1")).unwrap();
        let tag = "<script src=\"/r.js\" data-build=\"1\" defer></script>\n";
        assert_eq!(shown("<pre>&lt;/body></pre></BODY></html>"), format!("<pre>&lt;/body></pre>{tag}</BODY></html>"));
        assert_eq!(shown("a"), format!("a{tag}"));
    }
}
