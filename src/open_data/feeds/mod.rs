//! What one can subscribe to: changes as Atom, deadlines and meetings as iCalendar.

pub(super) mod atom;
pub(super) mod changes;
pub(super) mod ical;
mod ids;
