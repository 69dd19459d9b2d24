//! What an output holds, written into the output itself: `.tiendo/manifest.json`.
//!
//! The same site gives the same manifest to the byte: sorted, without clock, host or user. Its paths are checked when
//! it is read, since only what it lists is ever replaced or deleted.

use super::error::{At, ErrorKind, PublishError};
use super::fs::Fs;
use crate::render::Fingerprint;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::path::Path;

/// The one folder of an output that is the publisher's own.
pub(super) const OWN: &str = ".tiendo";
/// Where the manifest stands in an output.
pub(super) const MANIFEST: &str = ".tiendo/manifest.json";
/// The format that this version writes; it reads no later one.
const FORMAT: u32 = 1;

/// The files of an output, and what they were made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this format.
    pub format: u32,
    /// What made the site: name and version; another one's fingerprints mean nothing to us.
    pub generator: String,
    /// The day that the site speaks of, `2024-02-29`.
    pub as_of: String,
    /// Hash of all inputs together, if the build knew it and had nothing to warn of.
    pub key: Option<String>,
    /// By path.
    pub files: BTreeMap<String, Entry>,
}

/// Files by path.
pub(super) type Files = BTreeMap<String, Entry>;

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// BLAKE3 of its bytes, in hex; empty while an in-place build is replacing it.
    pub hash: String,
    /// Bytes.
    pub size: u64,
    /// Fingerprint of its inputs, in hex; empty while an in-place build is replacing it.
    pub input: String,
}

impl Entry {
    /// The entry of `bytes` made from `input`.
    pub(super) fn of(bytes: &[u8], input: Fingerprint) -> Self {
        Self { hash: blake3::hash(bytes).to_hex().to_string(), size: bytes.len() as u64, input: hex(input) }
    }

    /// The entry of a file that is about to be replaced: ours, but of no known content.
    pub(super) fn in_flux() -> Self {
        Self { hash: String::new(), size: 0, input: String::new() }
    }
}

/// A fingerprint as the manifest writes it.
pub(super) fn hex(fingerprint: Fingerprint) -> String {
    blake3::Hash::from_bytes(fingerprint.0).to_hex().to_string()
}

impl Manifest {
    /// A manifest without files.
    pub(super) fn new(generator: &str, as_of: &str, key: Option<String>) -> Self {
        let (generator, as_of) = (generator.to_owned(), as_of.to_owned());
        Self { format: FORMAT, generator, as_of, key, files: BTreeMap::new() }
    }

    /// The manifest of the output at `root`, if it has one.
    pub(super) fn read(fs: &dyn Fs, root: &Path) -> Result<Option<Self>, PublishError> {
        let path = root.join(MANIFEST);
        let bytes = match fs.read(&path) {
            Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            bytes => bytes.at(&path)?,
        };
        Self::parse(&bytes).map(Some).map_err(|kind| PublishError::new(path, kind))
    }

    /// Reads and checks a manifest.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, ErrorKind> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|_| ErrorKind::BadManifest)?;
        if head.format > FORMAT {
            return Err(ErrorKind::NewerManifest(head.format));
        }
        let manifest: Self = serde_json::from_slice(bytes).map_err(|_| ErrorKind::BadManifest)?;
        if manifest.files.keys().all(|path| is_safe(path)) { Ok(manifest) } else { Err(ErrorKind::BadManifest) }
    }

    /// The manifest as it stands in the file: one line a file, so that two of them can be compared by eye.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let json = |text: &str| serde_json::Value::from(text).to_string();
        let key = self.key.as_deref().map_or_else(|| "null".to_owned(), json);
        let mut out = format!(
            "{{\n\"format\": {},\n\"generator\": {},\n\"as_of\": {},\n\"key\": {key},\n\"files\": {{",
            self.format,
            json(&self.generator),
            json(&self.as_of),
        );
        for (n, (path, e)) in self.files.iter().enumerate() {
            let comma = if n == 0 { "" } else { "," };
            write!(
                out,
                "{comma}\n{}: {{\"hash\": {}, \"size\": {}, \"input\": {}}}",
                json(path),
                json(&e.hash),
                e.size,
                json(&e.input)
            )
            .expect("writing to a string does not fail");
        }
        out.push_str("\n}\n}\n");
        out.into_bytes()
    }
}

/// Whether a path stays inside the output and outside the publisher's own folder.
pub(super) fn is_safe(path: &str) -> bool {
    let good = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\0', '\\']);
    path.split('/').all(good) && path.split('/').next() != Some(OWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut manifest = Manifest::new("tiendo 0.1.0", "2024-02-29", Some("abc".into()));
        manifest.files.insert("co-quan/bộ \"x\".html".into(), Entry::of(b"hi", Fingerprint([7; 32])));
        manifest.files.insert("index.html".into(), Entry::in_flux());
        assert_eq!(Manifest::parse(&manifest.to_bytes()).unwrap(), manifest);
        let empty = Manifest::new("tiendo", "2024-01-01", None);
        assert_eq!(Manifest::parse(&empty.to_bytes()).unwrap(), empty);
    }

    #[test]
    fn a_manifest_never_reaches_outside() {
        for bad in
            ["../x", "/etc/passwd", "a/../../b", "a//b", "", ".", "a/.", ".tiendo/manifest.json", "a\0b", "a\\..\\b"]
        {
            let mut manifest = Manifest::new("tiendo", "2024-01-01", None);
            manifest.files.insert(bad.into(), Entry::in_flux());
            assert!(matches!(Manifest::parse(&manifest.to_bytes()), Err(ErrorKind::BadManifest)), "{bad:?}");
        }
        for bad in ["", "{}", "[]", "{\"format\":1}"] {
            assert!(matches!(Manifest::parse(bad.as_bytes()), Err(ErrorKind::BadManifest)), "{bad:?}");
        }
        assert!(matches!(Manifest::parse(b"{\"format\":2}"), Err(ErrorKind::NewerManifest(2))));
    }
}
