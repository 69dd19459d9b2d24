//! What an output holds, written into the output itself: `.tiendo/manifest.json`.
//!
//! The same site gives the same manifest to the byte: sorted, without clock, host or user. Its paths are checked when
//! it is read, since only what it lists is ever replaced or deleted.

use super::error::{At, ErrorKind, PublishError};
pub use super::files::{Entry, Files};
use super::fs::{DIR_MODE, Fs, if_there, lstat_if_there};
use super::options::Durability;
use super::target::{MANIFEST, NEXT_MANIFEST, OWN};
use blake3::Hash;
use serde::Deserialize;
use std::io::{self, Write};
use std::path::Path;

/// The format that this version writes; it reads no later one.
const FORMAT: u32 = 1;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// What made the site: name and version; another one's fingerprints mean nothing to us.
    pub generator: String,
    /// The day that the site speaks of, `2024-02-29`.
    pub as_of: String,
    /// Hash of all inputs together, if the build knew it and had nothing to warn of.
    pub key: Option<String>,
    pub files: Files,
}

impl Manifest {
    pub(super) fn new(generator: &str, as_of: &str, key: Option<String>) -> Self {
        let (generator, as_of) = (generator.to_owned(), as_of.to_owned());
        Self { format: FORMAT, generator, as_of, key, files: Files::default() }
    }

    pub(super) fn read(fs: &dyn Fs, root: &Path) -> Result<Option<Self>, PublishError> {
        Self::text(fs, root)?.map(|text| Self::of(&text, root)).transpose()
    }

    pub(super) fn text(fs: &dyn Fs, root: &Path) -> Result<Option<Vec<u8>>, PublishError> {
        let path = root.join(MANIFEST);
        match fs.read(&path) {
            Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            text => text.map(Some).at(&path),
        }
    }

    pub(super) fn of(text: &[u8], root: &Path) -> Result<Self, PublishError> {
        Self::parse(text).map_err(|kind| PublishError::new(root.join(MANIFEST), kind))
    }

    /// Whether all its files stand in the output at `root`, at their length.
    pub(super) fn files_stand(&self, fs: &dyn Fs, root: &Path) -> Result<bool, PublishError> {
        Ok(first_missing(fs, root, self.files.iter())?.is_none())
    }

    pub(super) fn parse(bytes: &[u8]) -> Result<Self, ErrorKind> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let manifest: Self = match serde_json::from_slice(bytes) {
            Ok(manifest) => manifest,
            // A later format may look otherwise.
            Err(_) => match serde_json::from_slice(bytes) {
                Ok(Head { format }) if format > FORMAT => return Err(ErrorKind::NewerManifest(format)),
                Ok(Head { .. }) | Err(_) => return Err(ErrorKind::BadManifest),
            },
        };
        if manifest.format > FORMAT {
            return Err(ErrorKind::NewerManifest(manifest.format));
        }
        if manifest.files.paths().all(is_safe) { Ok(manifest) } else { Err(ErrorKind::BadManifest) }
    }

    /// Replaces the manifest of the output at `root` in one step. It is on the disk before it has its name: after a
    /// power cut there is the former one or this one, never an empty file.
    pub(super) fn replace(&self, fs: &dyn Fs, root: &Path, durability: Durability) -> Result<(), PublishError> {
        let (own, path, waiting) = (root.join(OWN), root.join(MANIFEST), root.join(NEXT_MANIFEST));
        let sync = |path: &Path| match durability {
            Durability::Synced => fs.sync(path),
            Durability::Unsynced => Ok(()),
        };
        if lstat_if_there(fs, &own).at(&own)?.is_none() {
            fs.create_dir(&own, DIR_MODE).at(&own)?;
        }
        let written = fs.write_new(&waiting, &self.to_bytes()).and_then(|()| sync(&waiting));
        written.and_then(|()| fs.rename(&waiting, &path)).at(&path).inspect_err(|_| {
            let _ = fs.remove_file(&waiting);
        })?;
        sync(&own).at(&own)
    }

    /// The manifest as it stands in the file: one line a file, so that two of them can be compared by eye.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let never = "writing to memory does not fail";
        let json = |out: &mut Vec<u8>, text: &str| serde_json::to_writer(out, text).expect(never);
        let hex = |out: &mut Vec<u8>, hash: Option<Hash>| {
            out.push(b'"');
            if let Some(hash) = hash {
                out.extend_from_slice(hash.to_hex().as_bytes());
            }
            out.push(b'"');
        };
        let mut out = Vec::with_capacity(200 * (self.files.len() + 2));
        write!(out, "{{\n\"format\": {},\n\"generator\": ", self.format).expect(never);
        json(&mut out, &self.generator);
        out.extend_from_slice(b",\n\"as_of\": ");
        json(&mut out, &self.as_of);
        out.extend_from_slice(b",\n\"key\": ");
        match &self.key {
            Some(key) => json(&mut out, key),
            None => out.extend_from_slice(b"null"),
        }
        out.extend_from_slice(b",\n\"files\": {");
        for (n, (path, entry)) in self.files.iter().enumerate() {
            out.extend_from_slice(if n == 0 { b"\n" } else { b",\n" });
            json(&mut out, path);
            out.extend_from_slice(b": {\"hash\": ");
            hex(&mut out, entry.hash);
            write!(out, ", \"size\": {}, \"input\": ", entry.size).expect(never);
            hex(&mut out, entry.input);
            out.push(b'}');
        }
        out.extend_from_slice(b"\n}\n}\n");
        out
    }
}

/// The first of these files that does not stand below `root` at its length.
pub(super) fn first_missing<'p>(
    fs: &dyn Fs,
    root: &Path,
    files: impl Iterator<Item = (&'p str, &'p Entry)>,
) -> Result<Option<&'p str>, PublishError> {
    let (paths, entries): (Vec<_>, Vec<&Entry>) = files.unzip();
    for ((path, entry), found) in paths.iter().zip(entries).zip(fs.lstat_each(root, &paths)) {
        let there = if_there(found).map_err(|e| PublishError::new(root.join(path), ErrorKind::Io(e)))?;
        if !there.is_some_and(|stat| stat.is_file_of(entry.size)) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// Whether a path stays inside the output and outside the publisher's own folder, on every system: for Windows `C:` is a
/// drive, and dots and blanks at the end of a name are not there.
pub(super) fn is_safe(path: &str) -> bool {
    let good = |part: &str| !part.is_empty() && !part.ends_with(['.', ' ']) && !part.contains(['\0', '\\', ':']);
    path.split('/').all(good) && !path.split('/').next().is_some_and(|top| top.eq_ignore_ascii_case(OWN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::Fingerprint;

    #[test]
    fn what_is_written_is_read() {
        let mut manifest = Manifest::new("tiendo 0.1.0", "2024-02-29", Some("abc".into()));
        let of = Entry::of(b"hi", Fingerprint([7; 32]));
        let files = [("co-quan/bộ \"x\".html".into(), of), ("index.html".into(), Entry::in_flux())];
        manifest.files = files.into_iter().collect();
        assert_eq!(Manifest::parse(&manifest.to_bytes()).unwrap(), manifest);
        let empty = Manifest::new("tiendo", "2024-01-01", None);
        assert_eq!(Manifest::parse(&empty.to_bytes()).unwrap(), empty);
    }

    #[test]
    fn the_file_can_be_read_by_eye() {
        let mut manifest = Manifest::new("tiendo 0.1.0", "2024-02-29", None);
        let (file, flux) = (Entry::of(b"", Fingerprint([0xa7; 32])), Entry::in_flux());
        manifest.files = [("a\t\"ộ\"".into(), file), ("b".into(), flux)].into_iter().collect();
        let hash = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";
        let input = "a7".repeat(32);
        let wanted = format!(
            "{{\n\"format\": 1,\n\"generator\": \"tiendo 0.1.0\",\n\"as_of\": \"2024-02-29\",\n\"key\": null,\n\
             \"files\": {{\n\"a\\t\\\"ộ\\\"\": {{\"hash\": \"{hash}\", \"size\": 0, \"input\": \"{input}\"}},\n\
             \"b\": {{\"hash\": \"\", \"size\": 0, \"input\": \"\"}}\n}}\n}}\n"
        );
        assert_eq!(String::from_utf8(manifest.to_bytes()).unwrap(), wanted);
        // A hash that is none is no reason to refuse the output: the file is made again.
        let mended = wanted.replace(&hash[..60], "?");
        assert_eq!(Manifest::parse(mended.as_bytes()).unwrap().files.at(0).hash, None);
    }

    /// As version 0.1.0 of 25 November 2026 wrote it, while an in-place build was replacing a file.
    #[test]
    fn manifests_of_former_versions_are_read() {
        let text = r#"{
"format": 1,
"generator": "tiendo 0.1.0+6dc5179",
"as_of": "2026-11-21",
"key": "0b7b1f7e2bd0aa3c5c8a3c3d9c1d5e9fbb2b8d9a4a5c5f0e7d6c5b4a39281706",
"files": {
"assets/site.1c295a39.css": {"hash": "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262", "size": 0, "input": "a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7"},
"index.html": {"hash": "", "size": 0, "input": ""}
}
}
"#;
        let manifest = Manifest::parse(text.as_bytes()).unwrap();
        assert_eq!(manifest.files.paths().collect::<Vec<_>>(), ["assets/site.1c295a39.css", "index.html"]);
        assert_eq!(*manifest.files.at(0), Entry::of(b"", Fingerprint([0xa7; 32])));
        assert_eq!(*manifest.files.at(1), Entry::in_flux());
        assert_eq!(String::from_utf8(manifest.to_bytes()).unwrap(), text, "and written back to the byte");
    }

    #[test]
    fn a_manifest_never_reaches_outside() {
        for bad in [
            "../x",
            "/etc/passwd",
            "a/../../b",
            "a//b",
            "",
            ".",
            "a/.",
            ".tiendo/manifest.json",
            "a\0b",
            "a\\..\\b",
            "C:/x",
            "a/b:c",
            ".. /x",
            "a./b",
        ] {
            let mut manifest = Manifest::new("tiendo", "2024-01-01", None);
            manifest.files = [(bad.into(), Entry::in_flux())].into_iter().collect();
            assert!(matches!(Manifest::parse(&manifest.to_bytes()), Err(ErrorKind::BadManifest)), "{bad:?}");
        }
        for bad in ["", "{}", "[]", "{\"format\":1}"] {
            assert!(matches!(Manifest::parse(bad.as_bytes()), Err(ErrorKind::BadManifest)), "{bad:?}");
        }
        assert!(matches!(Manifest::parse(b"{\"format\":2}"), Err(ErrorKind::NewerManifest(2))));
        let newer = String::from_utf8(Manifest::new("", "", None).to_bytes()).unwrap().replace(": 1", ": 2");
        assert!(matches!(Manifest::parse(newer.as_bytes()), Err(ErrorKind::NewerManifest(2))));
    }
}
