//! Over real sockets, with a plan of a few paths.

use super::*;
use crate::bundle::Fingerprint;
use crate::bundle::{MakeError, Source};
use crate::diag::{Code, Diagnostic};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::{Mutex, mpsc};
use std::time::Instant;

struct Pages(BTreeMap<String, String>);

impl Source for Pages {
    fn paths(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        Fingerprint::of(self.0[path].as_bytes())
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        if path == "bad.html" {
            return Err(MakeError::theme(path, Diagnostic::of_site(Code::Template)));
        }
        Ok(self.0[path].as_bytes().into())
    }
}

fn built(home: &str) -> Built {
    let pages = [
        ("404.html", "<body>không có</body>"),
        ("assets/site.css", "a{}"),
        ("bad.html", ""),
        ("co-quan/index.html", "<body>cơ quan</body>"),
        ("index.html", home),
    ];
    let pages = pages.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    Built { pages: Arc::new(Pages(pages)), explain: Box::new(|fault| format!("<{}>", fault.path)) }
}

/// A running preview; stops when dropped.
struct Preview {
    port: u16,
    url: String,
    next: Arc<Mutex<Result<&'static str, &'static str>>>,
    builds: Arc<Mutex<usize>>,
    folder: tempfile::TempDir,
    stop: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Preview {
    fn start(base_url: Option<&str>, first: Result<&'static str, &'static str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let stop = Arc::new(AtomicBool::new(false));
        let (next, builds) = (Arc::new(Mutex::new(first)), Arc::new(Mutex::new(0)));
        let options = ServeOptions {
            ports: vec![0],
            base_url: base_url.map(str::to_owned),
            watched: vec![folder.path().into(), folder.path().join("not-there")],
            stop: Arc::clone(&stop),
        };
        let (sender, receiver) = mpsc::channel();
        let (text, count) = (Arc::clone(&next), Arc::clone(&builds));
        let read = folder.path().join("a.yaml");
        let rebuild = move || {
            // Reading what is watched must not count as a change.
            drop(std::fs::read(&read));
            *count.lock().unwrap() += 1;
            text.lock().unwrap().map(built).map_err(str::to_owned)
        };
        let thread = std::thread::spawn(move || {
            serve(&options, rebuild, |_, url| sender.send(url.to_owned()).unwrap()).unwrap();
        });
        let url = receiver.recv_timeout(Duration::from_secs(10)).unwrap();
        let port = url.split([':', '/']).nth(4).unwrap().parse().unwrap();
        Self { port, url, next, builds, folder, stop, thread: Some(thread) }
    }

    fn change(&self, next: Result<&'static str, &'static str>) {
        *self.next.lock().unwrap() = next;
        std::fs::write(self.folder.path().join("a.yaml"), format!("{next:?}")).unwrap();
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream
    }

    /// Sends `method path` with `headers`, as it is, and reads all of the answer.
    fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let mut stream = self.connect();
        let host = if headers.contains("Host:") { "" } else { "Host: localhost:1\r\n" };
        write!(stream, "{method} {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).unwrap_or("0").parse().unwrap();
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")))
    }
}

#[test]
fn pages_are_served_as_in_production_but_for_the_script() {
    let preview = Preview::start(None, Ok("<body>chào</body>"));
    assert!(preview.url.starts_with("http://127.0.0.1:") && preview.url.ends_with('/'));
    let home = preview.get("/");
    assert_eq!(home.status, 200);
    let (before, after) = home.body.split_once("<script src=\"/__tiendo/reload.js\" data-build=\"").unwrap();
    assert!(before.ends_with("<body>chào") && after.ends_with("\" defer></script>\n</body>"), "{}", home.body);
    assert_eq!(home.header("content-type"), Some("text/html; charset=utf-8"));
    let policy = home.header("content-security-policy").unwrap();
    assert!(
        policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'") && !policy.contains("unsafe")
    );
    assert_eq!(home.header("x-content-type-options"), Some("nosniff"));

    let css = preview.get("/assets/site.css?v=1");
    assert_eq!((css.status, css.body.as_str()), (200, "a{}"));
    assert_eq!(css.header("content-type"), Some("text/css; charset=utf-8"));

    let head = preview.ask("HEAD", "/assets/site.css", "");
    assert_eq!((head.status, head.body.as_str(), head.header("content-length")), (200, "", Some("3")));

    let bad = preview.get("/bad.html");
    assert_eq!(bad.status, 500);
    assert!(bad.body.contains("<pre>&lt;bad.html&gt;</pre>") && bad.body.contains("reload.js"));

    let script = preview.get("/__tiendo/reload.js");
    assert_eq!((script.status, script.header("content-type")), (200, Some("text/javascript; charset=utf-8")));
    assert!(!script.body.contains("innerHTML"));
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let preview = Preview::start(None, Ok("<body>a</body>"));
    for path in ["/", "/assets/site.css"] {
        let etag = preview.get(path).header("etag").unwrap().to_owned();
        let again = preview.ask("GET", path, &format!("If-None-Match: \"x\", W/{etag}\r\n"));
        assert_eq!((again.status, again.body.as_str(), again.header("etag")), (304, "", Some(etag.as_str())));
        assert_eq!(preview.ask("GET", path, "If-None-Match: \"x\"\r\n").status, 200);
    }
}

#[test]
fn nothing_but_the_plan_is_served() {
    let preview = Preview::start(None, Ok("<body>a</body>"));
    std::fs::write(preview.folder.path().join("secret"), "geheim").unwrap();
    let paths = r"
        /nothing /assets /assets/ // //index.html /index.html/ /../etc/passwd /./index.html /co-quan/../index.html
        /%2e%2e/etc/passwd /%2e/index.html /..%2fetc%2fpasswd /..%5cetc%5cpasswd /%2e%2e%2f%2e%2e%2fetc/passwd
        /assets%2fsite.css /assets%5csite.css /assets\site.css /index.html%00 /%00 /index%2ehtml%20 /% /%2 /%zz
        /%c0%ae%c0%ae/ /%ff /.git/config /secret /INDEX.HTML /index.html;a /__tiendo /__tiendo/
        /__tiendo/../index.html";
    for path in paths.split_whitespace() {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains("không có") && !answer.body.contains("geheim"), "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"] {
        let answer = preview.ask(method, "/", "Content-Length: 0\r\n");
        assert_eq!((answer.status, answer.header("allow")), (405, Some("get, head")), "{method}");
    }
    for host in ["a.vn", "a.vn:80", "127.0.0.1.a.vn", "localhost.a.vn", "192.168.1.1"] {
        assert_eq!(preview.ask("GET", "/", &format!("Host: {host}\r\n")).status, 421, "{host}");
    }
    for host in ["localhost", "127.0.0.1:80", "[::1]:80", "LOCALHOST:1"] {
        assert_eq!(preview.ask("GET", "/", &format!("Host: {host}\r\n")).status, 200, "{host}");
    }
}

#[test]
fn no_spelling_of_the_way_up_leads_anywhere() {
    let preview = Preview::start(Some("https://a.vn/theo-doi/"), Ok("<body>a</body>"));
    std::fs::write(preview.folder.path().join("secret"), "geheim").unwrap();
    let dots = "
        .. %2e%2e %2E. .%2e %252e%252e %c0%ae%c0%ae %e0%80%ae. %u002e%u002e ..; ... ..%00 %ef%bc%8e.";
    let separators = ["/", "%2f", "%2F", "%5c", "\\", "%252f", "%c0%af", "//", "/./"];
    for dot in dots.split_whitespace() {
        for separator in separators {
            for start in ["/", "/theo-doi/", "/theo-doi/assets/", "/theo-doi/__tiendo/"] {
                for end in ["etc/passwd", "secret", "index.html", ""] {
                    let path = format!("{start}{}{end}", format!("{dot}{separator}").repeat(3));
                    let answer = preview.get(&path);
                    assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
                    assert!(!answer.body.contains("geheim") && !answer.body.contains("root:"), "{path}");
                }
            }
        }
    }
}

#[test]
fn the_site_stands_where_it_will_be_published() {
    let preview = Preview::start(Some("https://a.vn/theo-doi/b%20c/"), Ok("<body>a</body>"));
    assert!(preview.url.ends_with("/theo-doi/b%20c/"));
    for (path, to) in [
        ("/", "/theo-doi/b%20c/"),
        ("/theo-doi/b%20c", "/theo-doi/b%20c/"),
        ("/theo-doi/b%20c/co-quan?a=b", "/theo-doi/b%20c/co-quan/?a=b"),
    ] {
        let answer = preview.get(path);
        assert_eq!((answer.status, answer.header("location")), (302, Some(to)), "{path}");
    }
    for (path, status) in [
        ("/theo-doi/b%20c/", 200),
        ("/theo-doi/b%20c/co-quan/", 200),
        ("/theo-doi/b%20c/__tiendo/reload.js", 200),
        ("/theo-doi/", 404),
        ("/co-quan/", 404),
        ("/index.html", 404),
        ("/theo-doi/b%20c/../../index.html", 404),
    ] {
        assert_eq!(preview.get(path).status, status, "{path}");
    }
    assert!(preview.get("/theo-doi/b%20c/").body.contains("src=\"/theo-doi/b%20c/__tiendo/reload.js\""));
}

/// Reads events from the stream until one fulfils `wanted`.
fn wait_for(stream: &mut TcpStream, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
    let (mut text, mut buffer, start) = (String::new(), [0; 4096], Instant::now());
    loop {
        assert!(start.elapsed() < Duration::from_secs(20), "{text}");
        let n = stream.read(&mut buffer).unwrap();
        text.push_str(&String::from_utf8_lossy(&buffer[..n]));
        let states = text.lines().filter_map(|line| line.strip_prefix("data: "));
        if let Some(state) = states.filter_map(|s| serde_json::from_str(s).ok()).find(&wanted) {
            return state;
        }
    }
}

#[test]
fn a_change_is_told_and_faults_leave_the_pages_standing() {
    let preview = Preview::start(None, Ok("<body>một</body>"));
    let mut events = preview.connect();
    write!(events, "GET /__tiendo/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let first = wait_for(&mut events, |_| true);
    let build = first["build"].as_str().unwrap().to_owned();
    assert!(first["faults"].is_null() && preview.get("/").body.contains(&format!("data-build=\"{build}\"")));

    preview.change(Err("dòng 1\n  <b>: lỗi"));
    let faulty = wait_for(&mut events, |state| !state["faults"].is_null());
    assert_eq!(
        (faulty["build"].as_str().unwrap(), faulty["faults"].as_str().unwrap()),
        (build.as_str(), "dòng 1\n  <b>: lỗi")
    );
    assert!(preview.get("/").body.contains("một"));

    preview.change(Ok("<body>hai</body>"));
    let mended = wait_for(&mut events, |state| state["build"] != build.as_str());
    assert!(mended["faults"].is_null() && preview.get("/").body.contains("hai"));

    // Building reads what is watched; that alone must not build again.
    std::thread::sleep(QUIET * 4);
    let builds = *preview.builds.lock().unwrap();
    std::thread::sleep(QUIET * 4);
    assert_eq!(*preview.builds.lock().unwrap(), builds);
}

#[test]
fn a_site_that_never_built_shows_its_faults() {
    let preview = Preview::start(None, Err("a & <b>"));
    let answer = preview.get("/");
    assert_eq!(answer.status, 500);
    assert!(answer.body.contains("<pre>a &amp; &lt;b&gt;</pre>") && answer.body.contains("reload.js"));
    preview.change(Ok("<body>được</body>"));
    let start = Instant::now();
    while preview.get("/").status != 200 {
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::sleep(PULSE);
    }
}

#[test]
fn a_port_that_is_taken_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let options = ServeOptions { ports: vec![taken.local_addr().unwrap().port()], ..ServeOptions::default() };
    let error = serve(&options, || Ok(built("")), |_, _| panic!("nobody is ready")).unwrap_err();
    assert!(matches!(error.kind, ErrorKind::Listen(_)) && error.subject.starts_with("127.0.0.1:"));
}

#[test]
fn of_several_ports_the_first_free_one_is_taken() {
    let [held, free] = [TcpListener::bind("127.0.0.1:0").unwrap(), TcpListener::bind("127.0.0.1:0").unwrap()];
    let (held_port, free_port) = (held.local_addr().unwrap().port(), free.local_addr().unwrap().port());
    drop(free);
    let stop = Arc::new(AtomicBool::new(false));
    let options =
        ServeOptions { ports: vec![held_port, free_port], stop: Arc::clone(&stop), ..ServeOptions::default() };
    let mut found = None;
    let on_ready = |port, url: &str| {
        found = Some((port, url.to_owned()));
        stop.store(true, Ordering::Relaxed);
    };
    serve(&options, || Ok(built("")), on_ready).unwrap();
    assert_eq!(found, Some((free_port, format!("http://127.0.0.1:{free_port}/"))));
}
