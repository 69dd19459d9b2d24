//! What is served at this moment, and the one function that answers requests.

use super::address::{Mount, Target};
use super::answer::{self, SCRIPT, answer, bare, content_type, etag, is_known, notice, redirect, with, with_script};
use crate::bundle::{MakeError, Source};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Method, Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::watch;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

pub struct Built {
    pub pages: Arc<dyn Source + Send + Sync>,
    /// Says in words why a page could not be rendered.
    pub explain: Box<dyn Fn(&MakeError) -> String + Send + Sync>,
}

/// The state of the preview: exchanged whole after each build.
pub(super) struct Now {
    /// Name of the last good build, told apart from those of an earlier run on the same port.
    pub(super) build: String,
    number: u64,
    pages: Option<Arc<Pages>>,
    /// What is wrong with the build after it, as people read it.
    diagnostics: Option<String>,
}

struct Pages {
    built: Built,
    paths: BTreeSet<String>,
}

impl Pages {
    fn new(built: Built) -> Self {
        let paths = built.pages.paths().into_iter().map(str::to_owned).collect();
        Self { built, paths }
    }
}

impl Now {
    pub(super) fn first(result: Result<Built, String>) -> Self {
        Self { build: String::new(), number: 0, pages: None, diagnostics: None }.next(result)
    }

    /// After another build. If that failed, the pages stay as they are.
    pub(super) fn next(&self, result: Result<Built, String>) -> Self {
        let number = self.number + 1;
        match result {
            Ok(built) => {
                let pages = Some(Arc::new(Pages::new(built)));
                Self { build: format!("{}-{number}", std::process::id()), number, pages, diagnostics: None }
            }
            Err(diagnostics) => {
                Self { build: self.build.clone(), number, pages: self.pages.clone(), diagnostics: Some(diagnostics) }
            }
        }
    }

    /// What the script is told.
    fn told(&self) -> String {
        serde_json::json!({"build": self.build, "faults": self.diagnostics}).to_string()
    }
}

pub(super) struct Live {
    pub(super) mount: Mount,
    pub(super) now: watch::Receiver<Arc<Now>>,
}

pub(super) async fn handle(State(live): State<Arc<Live>>, request: Request<Body>) -> Response<Body> {
    let (method, headers) = (request.method(), request.headers());
    if method != Method::GET && method != Method::HEAD {
        return with(bare(StatusCode::METHOD_NOT_ALLOWED), header::ALLOW, "GET, HEAD");
    }
    if !is_this_machine(headers) {
        return bare(StatusCode::MISDIRECTED_REQUEST);
    }
    let now = Arc::clone(&live.now.borrow());
    let none = BTreeSet::new();
    let paths = now.pages.as_ref().map_or(&none, |pages| &pages.paths);
    match live.mount.target(request.uri().path(), paths) {
        Target::Events => events(live.now.clone()),
        Target::Script => answer(StatusCode::OK, content_type("reload.js"), SCRIPT),
        Target::Redirect(to) => {
            let query = request.uri().query().map_or(String::new(), |query| format!("?{query}"));
            redirect(&format!("{to}{query}"))
        }
        Target::Page(path) => page(&live, &now, &path, StatusCode::OK, headers),
        Target::Missing => match (&now.pages, &now.diagnostics) {
            (None, Some(diagnostics)) => notice(diagnostics, &live.mount.script(), &now.build),
            (Some(pages), _) if pages.paths.contains("404.html") => {
                page(&live, &now, "404.html", StatusCode::NOT_FOUND, &HeaderMap::new())
            }
            (Some(_) | None, _) => bare(StatusCode::NOT_FOUND),
        },
    }
}

fn page(live: &Live, now: &Now, path: &str, status: StatusCode, headers: &HeaderMap) -> Response<Body> {
    let Some(pages) = &now.pages else { return bare(StatusCode::NOT_FOUND) };
    let content_type = content_type(path);
    let html = content_type.starts_with("text/html");
    let etag = etag(pages.built.pages.fingerprint(path), html.then_some(now.build.as_str()));
    if is_known(headers.get(header::IF_NONE_MATCH), &etag) {
        return with(answer(StatusCode::NOT_MODIFIED, content_type, Body::empty()), header::ETAG, &etag);
    }
    let bytes = match pages.built.pages.bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => return notice(&(pages.built.explain)(&error), &live.mount.script(), &now.build),
    };
    let bytes = if html { with_script(&bytes, &live.mount.script(), &now.build) } else { bytes.into_owned() };
    with(answer(status, content_type, bytes), header::ETAG, &etag)
}

/// The state now, and again after each build.
fn events(now: watch::Receiver<Arc<Now>>) -> Response<Body> {
    let stream = WatchStream::new(now).map(|now| Ok::<_, Infallible>(Event::default().event("state").data(now.told())));
    let response = Sse::new(stream).keep_alive(KeepAlive::default()).into_response();
    answer::with(response, header::X_CONTENT_TYPE_OPTIONS, "nosniff")
}

/// Whether the request was meant for this machine. A page of another host can have its own name point here (DNS
/// rebinding); drafts are not for it to read.
fn is_this_machine(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST) else { return true };
    let Ok(host) = host.to_str() else { return false };
    let name =
        host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(n, _)| n);
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
}
