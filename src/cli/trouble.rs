//! Faults of the machine and of use, in words: what, where, what to do.

use super::exit::Exit;
use super::options::Format;
use super::voice::{complain, print};
use crate::i18n::Words;
use crate::publish::{ErrorKind, PublishError, Refusal};
use std::path::Path;

/// How many dead links are told.
const SHOWN: usize = 20;

/// Says why publishing stopped. Faults of the theme are said by [`super::faults`].
pub fn publish(error: &PublishError, words: &Words, format: Format) -> Exit {
    tell(error.key(), &error.path, &message(error, words), words, format);
    match error.kind {
        ErrorKind::Render(_) | ErrorKind::DeadLinks(_) => Exit::Content,
        ErrorKind::Refused(Refusal::Root | Refusal::Protected(_) | Refusal::Sources | Refusal::Git) => Exit::Usage,
        ErrorKind::Io(_)
        | ErrorKind::Locked(_)
        | ErrorKind::Refused(Refusal::NotAFolder | Refusal::NoManifest(_) | Refusal::InTheWay(_))
        | ErrorKind::BadPath
        | ErrorKind::BadManifest
        | ErrorKind::NewerManifest(_)
        | ErrorKind::Incomplete
        | ErrorKind::Stopped
        | ErrorKind::NothingKept
        | ErrorKind::DamagedGeneration => Exit::Machine,
    }
}

/// Says what the disk refused while reading or writing `path`.
pub fn io(path: &Path, error: &std::io::Error, words: &Words, format: Format) -> Exit {
    let values = [("path", &*path.display().to_string()), ("detail", &error.to_string())];
    tell("publish-io", path, &words.with("publish-io", &values), words, format);
    Exit::Machine
}

/// Says what is wrong with the arguments.
pub fn usage(message: &str, words: &Words) -> Exit {
    complain(&format!("{}: {message}", words.say("build-error")));
    Exit::Usage
}

fn tell(key: &str, path: &Path, message: &str, words: &Words, format: Format) {
    match format {
        Format::Human => complain(&format!("{}: {message}", words.say("build-error"))),
        Format::Json => {
            let error = serde_json::json!({"key": key, "path": path.display().to_string(), "message": message});
            print(&serde_json::json!({"error": error}).to_string());
        }
        Format::Github => print(&format!("::error::{}", message.replace('%', "%25").replace('\n', "%0A"))),
    }
}

/// The words for a fault of publishing.
pub fn message(error: &PublishError, words: &Words) -> String {
    let path = error.path.display().to_string();
    let detail = match &error.kind {
        ErrorKind::Io(e) => e.to_string(),
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
        ErrorKind::Refused(Refusal::Root | Refusal::Sources | Refusal::Git | Refusal::NotAFolder)
        | ErrorKind::BadPath
        | ErrorKind::BadManifest
        | ErrorKind::Incomplete
        | ErrorKind::Stopped
        | ErrorKind::NothingKept
        | ErrorKind::DamagedGeneration => String::new(),
    };
    words.with(error.key(), &[("path", &path), ("detail", &detail)])
}
