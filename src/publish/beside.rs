//! The stage: the whole next site, made beside the last one.
//!
//! What stays is a second name of the last site's file. A stage that was a spare has most of it already.

use super::error::{At, ErrorKind, PublishError};
use super::fs::{DIR_MODE, FILE_MODE, Fs, Stat, Top, if_there, link_or_copy, lstat_if_there};
use super::manifest::{Entry, OWN};
use super::produce::{Fate, Sink};
use super::spare::{self, Next, PRIVATE_MODE, There};
use super::survey::Survey;
use super::tree::UNFINISHED;
use super::{Job, Spare};
use rayon::prelude::*;
use std::io;
use std::path::Path;

/// A stage, and what is known of it and of the last site.
pub(super) struct Beside<'a> {
    job: &'a Job<'a>,
    fs: &'a dyn Fs,
    root: &'a Path,
    stage: Top,
    survey: &'a Survey,
    there: There,
    origin: Origin,
}

/// Where the stage comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// It was a spare, and has nearly all folders.
    Spare,
    /// It is new, and so is each folder in it.
    New(NewDirs),
}

/// What mode new folders get in a new stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NewDirs {
    /// The one they are to have.
    AsWanted,
    /// Another: by the umask, by rules of the folder that holds the web root, by the file system.
    Otherwise,
}

impl<'a> Beside<'a> {
    /// Takes the spare for the stage, or makes a new one, and the folders in it that are not ours.
    pub fn new(job: &'a Job<'a>, survey: &'a Survey, folder: &'a Path) -> Result<Self, PublishError> {
        let (fs, root) = (job.fs, &job.target.root);
        let next = Next { planned: &job.comparison.planned, before: &job.comparison.before, survey };
        let there = match job.options.spare {
            Spare::Keep => spare::take(fs, job.target, folder, &next, &job.folders)?,
            Spare::Remove => None,
        };
        let (there, origin) = match there {
            Some(there) => (there, Origin::Spare),
            None => (There::nothing(&next), Origin::New(begin(fs, folder)?)),
        };
        let beside = Self { job, fs, root, stage: fs.open_top(folder), survey, there, origin };
        for (dir, mode) in &survey.dirs {
            let full = folder.join(dir);
            match beside.put(dir, || fs.create_dir(&full, *mode)) {
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => fs.set_mode(&full, *mode).at(&full)?,
                done => done.at(&full)?,
            }
        }
        Ok(beside)
    }

    /// Makes a folder of the site, unless it or another thread has it.
    fn make_our_dir(&self, dir: &Path) -> io::Result<()> {
        if dir.as_os_str().is_empty() {
            return Ok(());
        }
        let made = match self.origin {
            Origin::New(NewDirs::AsWanted) => self.put(dir, || self.fs.create_dir_as_is(&self.stage, dir)),
            Origin::New(NewDirs::Otherwise) | Origin::Spare => {
                self.put(dir, || self.fs.create_dir(&self.stage.path.join(dir), DIR_MODE))
            }
        };
        match made {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// Makes the folder of a planned file that is the first in it by the order of the plan, which spares an attempt that
    /// can only fail. Should another thread be at the second one sooner, that makes it.
    fn make_room(&self, n: usize) -> io::Result<()> {
        let folder = |n: usize| self.job.comparison.planned[n].rsplit_once('/').map(|(folder, _)| folder);
        match (self.origin, folder(n)) {
            (Origin::New(_), Some(dir)) if n == 0 || folder(n - 1) != Some(dir) => self.make_our_dir(Path::new(dir)),
            (Origin::New(_) | Origin::Spare, _) => Ok(()),
        }
    }

    /// Puts a file or a folder at a path of the stage; the folders that it stands in are made if they are missing.
    fn put(&self, path: &Path, put: impl Fn() -> io::Result<()>) -> io::Result<()> {
        match (put(), path.parent()) {
            // Or the file that is to be linked is gone: then it says so again.
            (Err(e), Some(parent)) if e.kind() == io::ErrorKind::NotFound => {
                self.make_our_dir(parent)?;
                put()
            }
            (done, _) => done,
        }
    }

    /// A second name in the stage for a file of the output; `here` is what the stage has there, `live` the output's.
    fn link(&self, path: &Path, here: Option<Stat>, live: impl Fn() -> io::Result<Stat>) -> io::Result<()> {
        let (from, to) = (self.root.join(path), self.stage.path.join(path));
        if let Some(here) = here {
            if live()?.inode == here.inode {
                return Ok(());
            }
            self.fs.remove_file(&to)?;
        }
        self.put(path, || link_or_copy(self.fs, &from, &to))
    }

    /// Whether all of it was made by this build.
    pub fn is_new(&self) -> bool {
        self.origin != Origin::Spare
    }

    /// Foreign files go along; one that its owner has removed meanwhile does not.
    pub fn carry_all(&self) -> Result<(), PublishError> {
        let carry = |(n, path): (usize, &std::path::PathBuf)| {
            let (full, here) = (self.root.join(path), self.there.foreign[n]);
            match self.link(path, here, || self.fs.lstat(&full)) {
                Err(e)
                    if e.kind() == io::ErrorKind::NotFound && lstat_if_there(self.fs, &full).at(&full)?.is_none() =>
                {
                    if here.is_some() {
                        self.fs.remove_file(&self.stage.path.join(path)).at(&full)?;
                    }
                    Ok(())
                }
                done => done.at(&full),
            }
        };
        self.survey.files.par_iter().enumerate().try_for_each(carry)
    }

    /// The output's file, as it was found at the start of this build.
    fn found(&self, n: usize) -> Option<Stat> {
        self.job.comparison.before[n].and_then(|n| self.survey.ours[n])
    }

    /// Whether the stage had the output's own file already, and kept it.
    fn had(&self, n: usize) -> Option<Stat> {
        self.there.planned[n].filter(|here| self.found(n).is_some_and(|found| found.inode == here.inode))
    }

    /// Every planned file is in the stage, as long as it was made, and those that are new have their mode.
    pub fn verify(&self, entries: &[Entry], fates: &[Fate]) -> Result<(), PublishError> {
        let planned = &self.job.comparison.planned;
        let incomplete = |path: &Path| Err(PublishError::new(path, ErrorKind::Incomplete));
        if entries.len() != planned.len() {
            return incomplete(&self.stage.path);
        }
        // What stood in the spare and stays is the output's own file, which this build has looked at.
        let had = |n: &usize| match fates[*n] {
            Fate::Kept => self.had(*n).filter(|stat| stat.is_file_of(entries[*n].size)),
            Fate::Same | Fate::Written(_) => None,
        };
        let asked: Vec<usize> = (0..planned.len()).filter(|n| had(n).is_none()).collect();
        let paths: Vec<&str> = asked.iter().map(|n| planned[*n]).collect();
        for (n, answer) in asked.into_iter().zip(self.fs.lstat_each(&self.stage.path, &paths)) {
            let full = || self.stage.path.join(planned[n]);
            let there = if_there(answer).map_err(|e| PublishError::new(full(), ErrorKind::Io(e)))?;
            match there.filter(|stat| stat.is_file_of(entries[n].size)) {
                None => return incomplete(&full()),
                Some(stat) => match fates[n] {
                    Fate::Written(_) if stat.mode != FILE_MODE => self.fs.set_mode(&full(), FILE_MODE).at(&full())?,
                    Fate::Written(_) | Fate::Kept | Fate::Same => {}
                },
            }
        }
        Ok(())
    }
}

impl Sink for Beside<'_> {
    fn keep(&self, n: usize, path: &str) -> io::Result<()> {
        self.make_room(n)?;
        let path = Path::new(path);
        // A page that was rendered was compared with the file that stands there now.
        let found = self.found(n).filter(|_| self.job.comparison.why[n].is_none());
        self.link(path, self.there.planned[n], || found.map_or_else(|| self.fs.lstat(&self.root.join(path)), Ok))
    }

    fn write(&self, n: usize, path: &str, bytes: &[u8]) -> io::Result<()> {
        if self.there.planned[n].is_some() {
            // Never written into: it may be a second name of the live site's file.
            self.fs.remove_file(&self.stage.path.join(path))?;
        }
        self.make_room(n)?;
        let path = Path::new(path);
        self.put(path, || self.fs.write_new_as_is(&self.stage, path, bytes))
    }
}

/// Makes a new stage, for its owner alone until it is complete.
fn begin(fs: &dyn Fs, stage: &Path) -> Result<NewDirs, PublishError> {
    let own = stage.join(OWN);
    fs.create_dir(stage, PRIVATE_MODE).at(stage)?;
    fs.create_dir_as_is(&fs.open_top(stage), Path::new(OWN)).at(&own)?;
    fs.write_new(&stage.join(UNFINISHED), b"").at(stage)?;
    // What became of this folder becomes of all in the stage.
    if fs.lstat(&own).at(&own)?.mode == DIR_MODE {
        return Ok(NewDirs::AsWanted);
    }
    fs.set_mode(&own, DIR_MODE).at(&own)?;
    Ok(NewDirs::Otherwise)
}
