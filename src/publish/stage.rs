//! The stage: the whole next site, made beside the last one.
//!
//! What stays is a second name of the last site's file.

use super::error::{At, ErrorKind, PublishError};
use super::fs::{DIR_MODE, link_or_copy, lstat_if_there};
use super::job::Job;
use super::manifest::{Entry, first_missing};
use super::produce::Sink;
use super::survey::Survey;
use super::target::{OWN, UNFINISHED};
use rayon::prelude::*;
use std::io;
use std::path::Path;

pub(super) struct Stage<'a> {
    job: &'a Job<'a>,
    path: &'a Path,
}

impl<'a> Stage<'a> {
    /// Begins in a new folder, with what the output holds that is not ours.
    pub fn begin(job: &'a Job<'a>, survey: &Survey, path: &'a Path) -> Result<Self, PublishError> {
        let fs = job.fs;
        fs.create_dir(&path.join(OWN), DIR_MODE).at(path)?;
        fs.write_new(&path.join(UNFINISHED), b"").at(path)?;
        let stage = Self { job, path };
        for (dir, mode) in &survey.dirs {
            let full = path.join(dir);
            stage.put(dir, || fs.create_dir(&full, *mode)).at(&full)?;
        }
        survey.files.par_iter().try_for_each(|path| stage.carry(path))?;
        Ok(stage)
    }

    /// A foreign file goes along, unless its owner has removed it meanwhile.
    fn carry(&self, path: &Path) -> Result<(), PublishError> {
        let full = self.job.target.root.join(path);
        match self.link(path) {
            Err(e)
                if e.kind() == io::ErrorKind::NotFound && lstat_if_there(self.job.fs, &full).at(&full)?.is_none() =>
            {
                Ok(())
            }
            done => done.at(&full),
        }
    }

    /// A second name in the stage for a file of the output.
    fn link(&self, path: &Path) -> io::Result<()> {
        let (from, to) = (self.job.target.root.join(path), self.path.join(path));
        self.put(path, || link_or_copy(self.job.fs, &from, &to))
    }

    /// Puts a file or a folder at a path of the stage; the folders that it stands in are made if they are missing.
    fn put(&self, path: &Path, put: impl Fn() -> io::Result<()>) -> io::Result<()> {
        match (put(), path.parent()) {
            // Or the file that is to be linked is gone: then it says so again.
            (Err(e), Some(parent)) if e.kind() == io::ErrorKind::NotFound => {
                self.make_dir(parent)?;
                put()
            }
            (done, _) => done,
        }
    }

    /// Makes a folder of the site, unless this or another thread has made it.
    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        if dir.as_os_str().is_empty() {
            return Ok(());
        }
        match self.put(dir, || self.job.fs.create_dir(&self.path.join(dir), DIR_MODE)) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// Makes the folder of a planned file that is the first in it by the order of the plan: an attempt to put the file
    /// there could only fail. [`Self::put`] makes it where another thread comes to the second one sooner.
    fn make_room(&self, n: usize) -> io::Result<()> {
        let folder = |n: usize| self.job.comparison.planned[n].rsplit_once('/').map(|(folder, _)| folder);
        match folder(n) {
            Some(dir) if n == 0 || folder(n - 1) != Some(dir) => self.make_dir(Path::new(dir)),
            Some(_) | None => Ok(()),
        }
    }

    /// Whether every planned file is in the stage, as long as it was made.
    pub fn verify(&self, entries: &[Entry]) -> Result<(), PublishError> {
        let planned = &self.job.comparison.planned;
        if entries.len() != planned.len() {
            return Err(PublishError::new(self.path, ErrorKind::Incomplete));
        }
        match first_missing(self.job.fs, self.path, planned.iter().copied().zip(entries))? {
            Some(path) => Err(PublishError::new(self.path.join(path), ErrorKind::Incomplete)),
            None => Ok(()),
        }
    }
}

impl Sink for Stage<'_> {
    fn keep(&self, n: usize, path: &str) -> io::Result<()> {
        self.make_room(n)?;
        self.link(Path::new(path))
    }

    fn write(&self, n: usize, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.make_room(n)?;
        let full = self.path.join(path);
        self.put(Path::new(path), || self.job.fs.write_new(&full, bytes))
    }
}
