//! Files as read: every value valid in itself, references not resolved yet, places kept where a later check needs them.
//!
//! What cannot be read is left out and noted as [`Unresolved`], so that nobody is told that it does not exist.

mod agencies;
mod contact;
mod document;
mod due;
mod guesses;
mod holidays;
mod indicator;
mod mapping;
mod meeting;
mod site;
mod tasks;
mod unresolved;

pub use agencies::{RawAgencies, RawAgency, RawGroup, RawMember, RawSuccession, RawWho, agencies};
pub use document::{RawCommendation, RawDocument, RawOwnDocument, declares_annexes, own_document};
pub use due::{RawMeetingLimit, RawMeetingName};
pub use guesses::{Front, guess_places};
pub use mapping::{MappedColumn, MappedName, Mapping, SeenRow, mapping};
pub use meeting::{RawMeeting, RawNews, meeting, news, page};
pub use site::{RawSite, SettingPlaces, site};
pub use tasks::{RawExtension, RawTask, RawTasks, RawTransfer, RawUpdate, tasks};
pub use unresolved::Unresolved;

use crate::diag::{FileId, Place};

pub struct OfFile<T> {
    pub file: FileId,
    pub value: T,
}

impl<T> OfFile<T> {
    /// The beginning of the file, for diagnostics about the file as a whole.
    pub fn top(&self) -> Place {
        Place { file: self.file, start: 0, end: 0 }
    }
}
