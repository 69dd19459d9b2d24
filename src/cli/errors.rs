//! What ends a command early, in words: what, where, what to do. Each error is told here and nowhere else.

use super::args::Format;
use super::diagnostics;
use super::exit::Exit;
use super::options::UsageError;
use super::output::{Output, complain, print, unwritten};
use crate::edit::WriteError;
use crate::i18n::Words;
use crate::load::disk::DiskError;
use crate::publish::{ErrorKind, Leftover, PublishError, Refusal, Stays};
use crate::serve::{self, ServeError};
use crate::site::Site;
use serde_json::json;
use std::io;
use std::path::{Path, PathBuf};

pub enum Error {
    Usage(UsageError),
    /// What the command itself says, and how it ends.
    Said(String, Exit),
    /// The machine refused a file, a folder or an address.
    Io(PathBuf, io::Error),
    Publish(PublishError),
    Write(WriteError),
    Unsound(Box<Site>),
    /// All is said.
    Told(Exit),
}

/// Dead links told at most.
const SHOWN: usize = 20;

impl Output {
    /// Runs a command, or the rest of one, and says why it ended early.
    pub fn run(&self, command: impl FnOnce(&Self) -> Result<Exit, Error>) -> Exit {
        let exit = command(self).unwrap_or_else(|error| error.tell(self));
        match unwritten() {
            None => exit,
            Some(error) => {
                let detail = system(&error, &self.words);
                Error::Said(self.words.with("output-unwritten", &[("detail", &detail)]), Exit::Machine).tell(self)
            }
        }
    }
}

impl Error {
    pub fn usage(message: String) -> Self {
        Self::Said(message, Exit::Usage)
    }

    pub fn content(message: String) -> Self {
        Self::Said(message, Exit::Content)
    }

    pub fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        |error| Self::Io(path.into(), error)
    }

    pub fn tell(&self, out: &Output) -> Exit {
        let words = &out.words;
        match self {
            Self::Usage(error) => Self::usage(error.message(words)).tell(out),
            Self::Said(message, exit) => {
                complain(&format!("{}: {message}", words.say("build-error")));
                *exit
            }
            Self::Write(WriteError::Io(path, error)) | Self::Io(path, error) => {
                let values = [("path", &path.display().to_string()), ("detail", &system(error, words))];
                of_machine("publish-io", path, &words.with("publish-io", &values), out);
                Exit::Machine
            }
            Self::Publish(error) => {
                of_machine(error.key(), &error.path, &of_publishing(error, words), out);
                exit(&error.kind)
            }
            Self::Write(error) => Self::Said(of_writing(error, words), Exit::Machine).tell(out),
            Self::Unsound(site) => {
                diagnostics::show(&site.diagnostics, &site.sources, &out.for_site(site.settings.language));
                Exit::Content
            }
            Self::Told(exit) => *exit,
        }
    }
}

impl From<UsageError> for Error {
    fn from(error: UsageError) -> Self {
        Self::Usage(error)
    }
}

impl From<DiskError> for Error {
    fn from(DiskError { path, error }: DiskError) -> Self {
        Self::Io(path, error)
    }
}

impl From<PublishError> for Error {
    fn from(error: PublishError) -> Self {
        Self::Publish(error)
    }
}

impl From<WriteError> for Error {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

impl From<ServeError> for Error {
    fn from(ServeError { subject, kind }: ServeError) -> Self {
        let error = match kind {
            serve::ErrorKind::Listen(error) => error,
            serve::ErrorKind::Watch(detail) => io::Error::other(detail),
        };
        Self::Io(subject.into(), error)
    }
}

/// What the system says, in the language of the command: its own words are in another.
pub fn system(error: &io::Error, words: &Words) -> String {
    let kind = match error.kind() {
        io::ErrorKind::NotFound => "not-found",
        io::ErrorKind::PermissionDenied => "no-permission",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk-full",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::NotADirectory => "no-folder",
        io::ErrorKind::AlreadyExists => "exists",
        io::ErrorKind::DirectoryNotEmpty => "not-empty",
        io::ErrorKind::AddrInUse => "address-in-use",
        io::ErrorKind::FileTooLarge => "too-large",
        io::ErrorKind::InvalidFilename => "bad-name",
        io::ErrorKind::TooManyLinks => "too-many-links",
        io::ErrorKind::ResourceBusy => "busy",
        io::ErrorKind::InvalidData => "bad-data",
        // Input and output: a broken disk, a network disk that is gone.
        _ if error.raw_os_error() == Some(5) => "device",
        _ => "other",
    };
    let text = words.with("system", &[("kind", kind)]);
    match error.raw_os_error() {
        Some(number) => words.with("system-number", &[("text", &text), ("number", &number.to_string())]),
        None => text,
    }
}

fn of_machine(key: &str, path: &Path, message: &str, out: &Output) {
    match out.format {
        Format::Human => complain(&format!("{}: {message}", out.words.say("build-error"))),
        Format::Json => {
            let error = json!({"key": key, "path": path.display().to_string(), "message": message});
            print(&json!({"error": error}).to_string());
        }
        Format::Github => print(&format!("::error::{}", message.replace('%', "%25").replace('\n', "%0A"))),
    }
}

fn exit(kind: &ErrorKind) -> Exit {
    match kind {
        ErrorKind::Render(_) | ErrorKind::DeadLinks(_) | ErrorKind::Altered => Exit::Content,
        ErrorKind::Refused(
            Refusal::Root | Refusal::Protected(_) | Refusal::Sources | Refusal::Git | Refusal::NoFormer,
        ) => Exit::Usage,
        ErrorKind::Io(_)
        | ErrorKind::Owner { .. }
        | ErrorKind::Locked(_)
        | ErrorKind::Refused(
            Refusal::NotAFolder
            | Refusal::NoManifest(_)
            | Refusal::InTheWay(_)
            | Refusal::Link
            | Refusal::NotOurs
            | Refusal::Changed,
        )
        | ErrorKind::BadPath
        | ErrorKind::BadManifest
        | ErrorKind::NewerManifest(_)
        | ErrorKind::Incomplete
        | ErrorKind::Stopped
        | ErrorKind::NothingKept
        | ErrorKind::DamagedGeneration => Exit::Machine,
    }
}

fn of_writing(error: &WriteError, words: &Words) -> String {
    match error {
        WriteError::Changed(path) => words.with("edit-changed", &[("path", &path.display().to_string())]),
        WriteError::Locked(path) => words.with("edit-locked", &[("path", &path.display().to_string())]),
        WriteError::Owner(path, user, group) => {
            let (user, group) = (user.to_string(), group.to_string());
            words.with("edit-owner", &[("path", &path.display().to_string()), ("user", &user), ("group", &group)])
        }
        WriteError::Io(_, error) => error.to_string(),
    }
}

pub fn of_publishing(error: &PublishError, words: &Words) -> String {
    let path = error.path.display().to_string();
    let detail = match &error.kind {
        ErrorKind::Io(e) => system(e, words),
        ErrorKind::Locked(holder) => holder.clone(),
        ErrorKind::Refused(Refusal::Protected(folder) | Refusal::NoManifest(folder)) => folder.display().to_string(),
        ErrorKind::Refused(Refusal::InTheWay(paths)) => {
            paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
        }
        ErrorKind::DeadLinks(dead) => {
            let shown = dead.iter().take(SHOWN).map(|dead| format!("{} → {}", dead.page, dead.link));
            let more = (dead.len() > SHOWN).then(|| "…".to_owned());
            shown.chain(more).collect::<Vec<_>>().join(", ")
        }
        ErrorKind::Render(faults) => words.number(faults.len() as u64),
        ErrorKind::NewerManifest(format) => format.to_string(),
        ErrorKind::Owner { theirs, .. } => user(*theirs, words),
        ErrorKind::Refused(
            Refusal::Root
            | Refusal::Sources
            | Refusal::Git
            | Refusal::NotAFolder
            | Refusal::Link
            | Refusal::NotOurs
            | Refusal::Changed
            | Refusal::NoFormer,
        )
        | ErrorKind::BadPath
        | ErrorKind::BadManifest
        | ErrorKind::Altered
        | ErrorKind::Incomplete
        | ErrorKind::Stopped
        | ErrorKind::NothingKept
        | ErrorKind::DamagedGeneration => String::new(),
    };
    let uid = match &error.kind {
        ErrorKind::Owner { ours, .. } => ours.to_string(),
        _ => String::new(),
    };
    words.with(error.key(), &[("path", &path), ("detail", &detail), ("uid", &uid)])
}

/// A user as told: most have no other name here than their number.
fn user(uid: u32, words: &Words) -> String {
    if uid == 0 { "root".to_owned() } else { words.with("publish-user", &[("uid", &uid.to_string())]) }
}

/// What a build could not remove. What no later build will remove either is told even if the command is to be quiet.
pub fn tell_leftovers(all: &[Leftover], out: &Output) {
    let words = &out.words;
    for Leftover { path, why } in all {
        let path = path.display().to_string();
        match why {
            Stays::Owner { ours, theirs } => {
                let values = [("path", &*path), ("detail", &user(*theirs, words)), ("uid", &ours.to_string())];
                complain(&words.with("build-leftover-owner", &values));
            }
            Stays::Unknown => complain(&words.with("build-leftover-unknown", &[("path", &path)])),
            Stays::Foreign => complain(&words.with("build-leftover-foreign", &[("path", &path)])),
            Stays::Failed => out.remark(&words.with("build-leftover", &[("path", &path)])),
        }
    }
}
