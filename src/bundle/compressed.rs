//! Compressed twins (`.gz`, `.br`) of the texts of a site, for servers that send them as they are.
//!
//! They are files of the site like all others: listed in the manifest, made again when their text changes, deleted with
//! it. Which files are texts is told by their names, since their bytes are not known yet.

use super::source::{Fingerprint, MakeError, Source};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{Arc, Mutex};

/// Extensions of files that shrink; pictures, fonts and archives do not.
const TEXTS: &str = "atom css csv geojson html ics js json jsonld map md mjs rss svg ttl txt webmanifest xml yaml";
/// A third smaller than plain speed, at a quarter of the time of the best.
const GZIP_LEVEL: u32 = 6;
/// The last quality before the time grows faster than the bytes shrink.
const BROTLI_QUALITY: i32 = 6;
/// A window of 4 MiB: more than any page.
const BROTLI_WINDOW: i32 = 22;

/// How a file is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coding {
    /// `.gz`, for every browser.
    Gzip,
    /// `.br`, smaller, for browsers of today over TLS.
    Brotli,
}

impl Coding {
    /// Extension of such files, without its dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Gzip => "gz",
            Self::Brotli => "br",
        }
    }

    /// The same bytes for the same bytes: no name, no clock, no system in them.
    fn compress(self, bytes: &[u8]) -> Vec<u8> {
        let never = "writing to memory does not fail";
        let mut out = Vec::with_capacity(bytes.len() / 4);
        match self {
            Self::Gzip => {
                let level = flate2::Compression::new(GZIP_LEVEL);
                // 255: "unknown" instead of the system that the program runs on.
                let mut writer = flate2::GzBuilder::new().mtime(0).operating_system(255).write(&mut out, level);
                writer.write_all(bytes).and_then(|()| writer.finish().map(|_| ())).expect(never);
            }
            Self::Brotli => {
                let mut params = brotli::enc::BrotliEncoderParams::default();
                (params.quality, params.lgwin, params.size_hint) = (BROTLI_QUALITY, BROTLI_WINDOW, bytes.len());
                let mut reader = bytes;
                brotli::BrotliCompress(&mut reader, &mut out, &params).expect(never);
            }
        }
        out
    }
}

/// A source with compressed twins of its texts.
pub struct Compressed<'s> {
    inner: &'s dyn Source,
    /// By path: the text that it holds, and how.
    files: BTreeMap<String, (&'s str, Coding)>,
    /// The last text of each thread: a text and its twins follow each other in the plan, and it is made once for all.
    last: Box<[Mutex<Option<Last>>]>,
}

#[derive(Clone)]
struct Last {
    path: String,
    fingerprint: Fingerprint,
    bytes: Option<Arc<[u8]>>,
}

impl<'s> Compressed<'s> {
    /// Plans `codings` beside each text of `inner`. A path that `inner` has itself stays its own.
    pub fn new(inner: &'s dyn Source, codings: &[Coding]) -> Self {
        let own = inner.paths();
        let is_text = |extension| TEXTS.split(' ').any(|text| text == extension);
        let texts = own.iter().filter(|path| path.rsplit_once('.').is_some_and(|(_, extension)| is_text(extension)));
        let files =
            texts.flat_map(|text| codings.iter().map(move |c| (format!("{text}.{}", c.extension()), (*text, *c))));
        let files = files.filter(|(path, _)| own.binary_search(&path.as_str()).is_err()).collect();
        let last = (0..=rayon::current_num_threads()).map(|_| Mutex::default()).collect();
        Self { inner, files, last }
    }

    /// What is remembered of the text at `path`, which `make` makes if it is another one.
    fn remember<E>(
        &self,
        path: &str,
        enough: impl Fn(&Last) -> bool,
        make: impl FnOnce() -> Result<Last, E>,
    ) -> Result<Last, E> {
        let mine = &self.last[rayon::current_thread_index().map_or(0, |n| n + 1) % self.last.len()];
        let last = || mine.lock().expect("no thread panics while it remembers");
        // Not held while a page is made: making it may turn this thread to another page.
        let known = last().take().filter(|last| last.path == path && enough(last));
        let known = match known {
            Some(known) => known,
            None => make()?,
        };
        *last() = Some(known.clone());
        Ok(known)
    }

    fn of_text(&self, path: &str) -> Fingerprint {
        let make = || {
            let fingerprint = self.inner.fingerprint(path);
            Ok::<_, std::convert::Infallible>(Last { path: path.to_owned(), fingerprint, bytes: None })
        };
        let Ok(last) = self.remember(path, |_| true, make);
        last.fingerprint
    }

    fn text(&self, path: &str) -> Result<(Arc<[u8]>, Fingerprint), MakeError> {
        let make = || {
            let (bytes, fingerprint) = self.inner.bytes_and_fingerprint(path)?;
            Ok(Last { path: path.to_owned(), fingerprint, bytes: Some(Arc::from(&*bytes)) })
        };
        let last = self.remember(path, |last| last.bytes.is_some(), make)?;
        Ok((last.bytes.unwrap_or_default(), last.fingerprint))
    }
}

fn twin_of(text: Fingerprint, coding: Coding) -> Fingerprint {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&text.0).update(coding.extension().as_bytes());
    Fingerprint(*hasher.finalize().as_bytes())
}

impl Source for Compressed<'_> {
    fn paths(&self) -> Vec<&str> {
        let mut paths = self.inner.paths();
        paths.extend(self.files.keys().map(String::as_str));
        paths.sort_unstable();
        paths
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        match self.files.get(path) {
            Some((text, coding)) => twin_of(self.of_text(text), *coding),
            None => self.of_text(path),
        }
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        self.bytes_and_fingerprint(path).map(|(bytes, _)| bytes)
    }

    fn bytes_and_fingerprint(&self, path: &str) -> Result<(Cow<'_, [u8]>, Fingerprint), MakeError> {
        let (text, coding) = self.files.get(path).map_or((path, None), |(text, coding)| (*text, Some(*coding)));
        let (bytes, fingerprint) = self.text(text)?;
        Ok(match coding {
            Some(coding) => (Cow::Owned(coding.compress(&bytes)), twin_of(fingerprint, coding)),
            None => (Cow::Owned(bytes.to_vec()), fingerprint),
        })
    }

    fn template(&self, path: &str) -> Option<&'static str> {
        self.inner.template(self.files.get(path).map_or(path, |(text, _)| text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::sync::atomic::{AtomicUsize, Ordering};

    struct Pages(BTreeMap<&'static str, String>, AtomicUsize);

    impl Pages {
        fn new() -> Self {
            let pages = [
                ("a/index.html", "<p>tiến độ</p>".repeat(200)),
                ("a/index.html-x", "b".to_owned()),
                ("anh.png", "c".to_owned()),
                ("data.csv", "d,".repeat(600)),
                ("data.csv.gz", "own".to_owned()),
                ("no-extension", "e".to_owned()),
            ];
            Self(pages.into(), AtomicUsize::new(0))
        }
    }

    impl Source for Pages {
        fn paths(&self) -> Vec<&str> {
            self.0.keys().copied().collect()
        }

        fn fingerprint(&self, path: &str) -> Fingerprint {
            Fingerprint::of(self.0[path].as_bytes())
        }

        fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
            self.1.fetch_add(1, Ordering::Relaxed);
            Ok(self.0[path].as_bytes().into())
        }

        fn template(&self, path: &str) -> Option<&'static str> {
            path.ends_with(".html").then_some("page.html")
        }
    }

    #[test]
    fn a_twin_has_the_template_of_its_text() {
        let pages = Pages::new();
        let site = Compressed::new(&pages, &[Coding::Gzip, Coding::Brotli]);
        let templates =
            ["a/index.html", "a/index.html.br", "data.csv.br", "data.csv.gz", "anh.png"].map(|p| site.template(p));
        assert_eq!(templates, [Some("page.html"), Some("page.html"), None, None, None]);
    }

    #[test]
    fn texts_get_companions_that_hold_the_same() {
        let pages = Pages::new();
        let source = Compressed::new(&pages, &[Coding::Gzip, Coding::Brotli]);
        assert_eq!(
            source.paths(),
            [
                "a/index.html",
                "a/index.html-x",
                "a/index.html.br",
                "a/index.html.gz",
                "anh.png",
                "data.csv",
                "data.csv.br",
                "data.csv.gz",
                "no-extension",
            ]
        );
        let plain = source.bytes("a/index.html").unwrap().into_owned();
        let (mut gz, mut br) = (Vec::new(), Vec::new());
        flate2::read::GzDecoder::new(&*source.bytes("a/index.html.gz").unwrap()).read_to_end(&mut gz).unwrap();
        brotli::BrotliDecompress(&mut &*source.bytes("a/index.html.br").unwrap(), &mut br).unwrap();
        assert_eq!((&gz, &br), (&plain, &plain));
        assert_eq!(pages.1.load(Ordering::Relaxed), 1, "a text and its companions need it made once");
        assert_eq!(&*source.bytes("data.csv.gz").unwrap(), b"own");
    }

    #[test]
    fn fingerprints_are_the_texts_and_no_two_are_alike() {
        let pages = Pages::new();
        let source = Compressed::new(&pages, &[Coding::Gzip, Coding::Brotli]);
        let of = |path| source.fingerprint(path);
        assert_eq!(of("a/index.html"), pages.fingerprint("a/index.html"));
        assert_ne!(of("a/index.html"), of("a/index.html.gz"));
        assert_ne!(of("a/index.html.br"), of("a/index.html.gz"));
        assert_ne!(of("a/index.html.br"), of("data.csv.br"));
        for path in source.paths() {
            assert_eq!(source.bytes_and_fingerprint(path).unwrap().1, of(path), "{path}");
        }
    }

    #[test]
    fn the_bytes_never_change() {
        let text = "<td>trước ngày 01 tháng 11 năm 2019</td>".repeat(300);
        let gz = Coding::Gzip.compress(text.as_bytes());
        assert_eq!(gz[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255], "no name, no time, no system");
        assert_eq!(gz, Coding::Gzip.compress(text.as_bytes()));
        assert_eq!(Coding::Brotli.compress(text.as_bytes()), Coding::Brotli.compress(text.as_bytes()));
        for coding in [Coding::Gzip, Coding::Brotli] {
            assert!(!coding.compress(b"").is_empty());
        }
    }
}
