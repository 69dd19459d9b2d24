//! Renders what has changed, in parallel, one page in memory per thread; where the bytes go is the caller's matter.

use super::compare::Why;
use super::error::{At, ErrorKind, PublishError};
use super::fs::Kind;
use super::links;
use super::manifest::Entry;
use super::options::Links;
use super::{Job, Watch};
use crate::bundle::{MakeError, Source};
use rayon::prelude::*;
use std::io;
use std::path::Path;
use std::sync::Mutex;

/// Rendering goes on after a fault so that all of them are shown at once, but not for ever.
const MAX_FAULTS: usize = 200;

/// What became of a planned file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Not even rendered.
    Kept,
    /// Rendered, and equal to the output's file, which stays.
    Same,
    /// Rendered and written.
    Written(Why),
}

/// Where the files of a site go.
pub(super) trait Sink: Sync {
    /// The output's own file stands; `n` is its place in the plan. `NotFound`: it is gone after all, and will be
    /// rendered.
    fn keep(&self, n: usize, path: &str) -> io::Result<()>;
    /// A new file.
    fn write(&self, n: usize, path: &str, bytes: &[u8]) -> io::Result<()>;
}

/// Renders and hands out every planned file; the manifest's entries, in the order of the plan.
pub(super) fn produce(job: &Job<'_>, sink: &dyn Sink) -> Result<Vec<(Entry, Fate)>, PublishError> {
    let Job { fs, source, options, watch, target, comparison, .. } = job;
    let (root, old) = (&target.root, job.old.as_ref());
    let faults = Mutex::new(Vec::new());
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
        let (bytes, mark) = match source.bytes_and_fingerprint(path) {
            Ok(made) => made,
            Err(fault) => return note(&faults, fault, root).map(|()| None),
        };
        if options.links == Links::Verified && path.ends_with(".html") {
            let found = links::dead(path, &bytes, there);
            if !found.is_empty() {
                dead.lock().expect("no thread panics while it holds the list").extend(found);
            }
        }
        let entry = Entry::of(&bytes, mark);
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
    let faults = faults.into_inner().expect("no thread panics while it holds the list");
    if !faults.is_empty() {
        return Err(render_faults(root, faults));
    }
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
    let faults = Mutex::new(Vec::new());
    let root = Path::new("");
    let planned = source.paths();
    watch.begin(planned.len());
    let done = planned.par_iter().try_for_each(|path| {
        if watch.stopped() {
            return Err(PublishError::new(root, ErrorKind::Stopped));
        }
        if let Err(fault) = source.bytes(path) {
            note(&faults, fault, root)?;
        }
        watch.step();
        Ok(())
    });
    watch.end();
    let faults = faults.into_inner().expect("no thread panics while it holds the list");
    if faults.is_empty() { done.map(|()| planned.len()) } else { Err(render_faults(root, faults)) }
}

fn note(faults: &Mutex<Vec<MakeError>>, fault: MakeError, root: &Path) -> Result<(), PublishError> {
    let mut faults = faults.lock().expect("no thread panics while it holds the list");
    faults.push(fault);
    if faults.len() < MAX_FAULTS { Ok(()) } else { Err(PublishError::new(root, ErrorKind::Render(Vec::new()))) }
}

fn render_faults(root: &Path, mut faults: Vec<MakeError>) -> PublishError {
    faults.sort_by(|a, b| a.path.cmp(&b.path));
    PublishError::new(root, ErrorKind::Render(faults))
}
