//! Waiting for changes of content and theme.

use super::error::ServeError;
use notify_debouncer_full::notify::event::ModifyKind;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;

/// Watches as long as it lives.
pub(super) type Watcher = Debouncer<RecommendedWatcher, RecommendedCache>;

/// Begins to watch `folders` with all below them; each batch of changes is one message.
pub(super) fn start(folders: &[PathBuf], quiet: Duration) -> Result<(Watcher, mpsc::Receiver<()>), ServeError> {
    let (sender, receiver) = mpsc::channel();
    let first = folders.first().cloned().unwrap_or_default();
    let on_events = move |result: DebounceEventResult| {
        // An error means that events were lost: look again.
        if result.map_or(true, |events| events.iter().any(|e| is_change(e.kind))) {
            // Nobody listens only when all ends.
            let _ = sender.send(());
        }
    };
    let mut watcher = new_debouncer(quiet, None, on_events).map_err(|e| ServeError::watch(&first, &e))?;
    for folder in folders.iter().filter(|folder| folder.exists()) {
        watcher.watch(folder, RecursiveMode::Recursive).map_err(|e| ServeError::watch(folder, &e))?;
    }
    Ok((watcher, receiver))
}

/// Reading a file is an event too: building the site must not make it be built again.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Create(_) | EventKind::Remove(_) => true,
        EventKind::Modify(how) => !matches!(how, ModifyKind::Metadata(_)),
        EventKind::Any | EventKind::Access(_) | EventKind::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify_debouncer_full::notify::event::{
        AccessKind, AccessMode, CreateKind, DataChange, MetadataKind, RemoveKind,
    };

    #[test]
    fn only_changes_count() {
        for kind in [
            EventKind::Create(CreateKind::File),
            EventKind::Remove(RemoveKind::Folder),
            EventKind::Modify(ModifyKind::Data(DataChange::Content)),
            EventKind::Modify(ModifyKind::Name(notify_debouncer_full::notify::event::RenameMode::Both)),
        ] {
            assert!(is_change(kind), "{kind:?}");
        }
        for kind in [
            EventKind::Access(AccessKind::Open(AccessMode::Read)),
            EventKind::Access(AccessKind::Close(AccessMode::Write)),
            EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)),
            EventKind::Any,
        ] {
            assert!(!is_change(kind), "{kind:?}");
        }
    }
}
