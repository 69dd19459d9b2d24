//! Renders what has changed, in parallel, one page in memory per thread; where the bytes go is the caller's matter.

use super::error::{At, ErrorKind, PublishError};
use super::fs::Kind;
use super::job::Job;
use super::links;
use super::manifest::Entry;
use super::options::{Links, Watch};
use super::outcome::{Fate, Why};
use crate::bundle::{MakeError, MakeErrorKind, Source};
use crate::diag::Diagnostic;
use rayon::prelude::*;
use std::io;
use std::path::Path;
use std::sync::Mutex;

/// Rendering goes on after an error of the theme so that all of them are shown at once, but not for ever.
const MAX_ERRORS: usize = 200;

pub(super) trait Sink: Sync {
    /// The output's own file stands; `n` is its place in the plan. `NotFound`: it is gone after all, and will be
    /// rendered.
    fn keep(&self, n: usize, path: &str) -> io::Result<()>;
    fn write(&self, n: usize, path: &str, bytes: &[u8]) -> io::Result<()>;
}

/// Renders and hands out every planned file; the manifest's entries, in the order of the plan.
pub(super) fn produce(job: &Job<'_>, sink: &dyn Sink) -> Result<Vec<(Entry, Fate)>, PublishError> {
    let Job { fs, source, options, watch, target, comparison, .. } = job;
    let (root, old) = (&target.root, job.old.as_ref());
    let errors = ThemeErrors::default();
    let dead = Mutex::new(Vec::new());
    // A page has some thirty links: hashing finds their targets three times as fast as halving the sorted plan.
    let planned: foldhash::HashSet<&str> = match options.links {
        Links::Verified => comparison.planned.iter().copied().collect(),
        Links::Unverified => foldhash::HashSet::default(),
    };
    let there = |target: &str| {
        planned.contains(target)
            || comparison.dropped.binary_search_by(|path| path.as_str().cmp(target)).is_err()
                && fs.lstat(&root.join(target)).is_ok_and(|stat| stat.kind != Kind::Dir)
    };
    watch.begin(comparison.why.iter().flatten().count());
    let one = |(n, path): (usize, &&str)| -> Result<Option<(Entry, Fate)>, PublishError> {
        let path = *path;
        if watch.stopped() {
            return Err(PublishError::new(root, ErrorKind::Stopped));
        }
        let full = root.join(path);
        let before = old.zip(comparison.before[n]).map(|(old, n)| *old.files.at(n));
        let keep = |entry, fate| match sink.keep(n, path) {
            Ok(()) => Ok(Some((entry, fate))),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e).at(&full),
        };
        let why = match (comparison.why[n], before) {
            (Some(why), _) => why,
            (None, None) => Why::New,
            (None, Some(entry)) => match keep(entry, Fate::Kept)? {
                Some(done) => return Ok(Some(done)),
                None => Why::Damaged,
            },
        };
        let (bytes, input) = match source.bytes_and_fingerprint(path) {
            Ok(made) => made,
            Err(error) => return errors.note(error, root).map(|()| None),
        };
        if options.links == Links::Verified && path.ends_with(".html") {
            let found = links::dead(path, &bytes, there);
            if !found.is_empty() {
                dead.lock().expect("no thread panics while it holds the list").extend(found);
            }
        }
        let entry = Entry::of(&bytes, input);
        // Read again rather than believed: a file altered by hand must not survive because its manifest did.
        let same = why != Why::Damaged
            && before.is_some_and(|b| b.hash == entry.hash)
            && fs.read(&full).is_ok_and(|there| there == *bytes);
        if same && let Some(done) = keep(entry, Fate::Same)? {
            watch.step();
            return Ok(Some(done));
        }
        sink.write(n, path, &bytes).at(&full)?;
        watch.step();
        Ok(Some((entry, Fate::Written(why))))
    };
    // One at a time: a workbook takes as long as thousands of pages, and what lies beside it must not wait for it.
    let made: Result<Vec<_>, _> = comparison.planned.par_iter().enumerate().with_max_len(1).map(one).collect();
    watch.end();
    errors.into_result(root)?;
    let made = made?;
    let mut dead = dead.into_inner().expect("no thread panics while it holds the list");
    if !dead.is_empty() {
        dead.sort();
        return Err(PublishError::new(root, ErrorKind::DeadLinks(dead)));
    }
    Ok(made.into_iter().flatten().collect())
}

/// Renders everything and keeps nothing: what `check` does beyond loading.
pub fn rehearse(source: &dyn Source, watch: &dyn Watch) -> Result<usize, PublishError> {
    let errors = ThemeErrors::default();
    let root = Path::new("");
    let planned = source.paths();
    watch.begin(planned.len());
    let done = planned.par_iter().try_for_each(|path| {
        if watch.stopped() {
            return Err(PublishError::new(root, ErrorKind::Stopped));
        }
        if let Err(error) = source.bytes(path) {
            errors.note(error, root)?;
        }
        watch.step();
        Ok(())
    });
    watch.end();
    errors.into_result(root)?;
    done.map(|()| planned.len())
}

/// Errors of the theme, by the path of the page.
#[derive(Default)]
struct ThemeErrors(Mutex<Vec<(String, Diagnostic)>>);

impl ThemeErrors {
    /// Notes an error of the theme; one of the machine ends the rendering, and so do too many of the theme.
    fn note(&self, error: MakeError, root: &Path) -> Result<(), PublishError> {
        let found = match error.kind {
            MakeErrorKind::Theme(found) => *found,
            MakeErrorKind::Read(e) => return Err(e).at(Path::new(&error.path)),
        };
        let mut all = self.0.lock().expect("no thread panics while it holds the list");
        all.push((error.path, found));
        if all.len() < MAX_ERRORS { Ok(()) } else { Err(PublishError::new(root, ErrorKind::Render(Vec::new()))) }
    }

    fn into_result(self, root: &Path) -> Result<(), PublishError> {
        let mut all = self.0.into_inner().expect("no thread panics while it holds the list");
        if all.is_empty() {
            return Ok(());
        }
        all.sort_by(|a, b| a.0.cmp(&b.0));
        Err(PublishError::new(root, ErrorKind::Render(all.into_iter().map(|(_, found)| found).collect())))
    }
}
