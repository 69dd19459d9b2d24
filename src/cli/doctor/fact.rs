//! One line of what is told.

use super::super::exit::Exit;

/// What it is about (a key of the words), what was found, what is wrong with it.
pub struct Fact {
    pub key: &'static str,
    pub found: String,
    pub faults: Vec<Fault>,
}

/// How the command ends for it, and its cure.
pub struct Fault(pub Exit, pub String);

impl Fact {
    pub fn new(key: &'static str, found: String) -> Self {
        Self { key, found, faults: Vec::new() }
    }

    pub fn fault(mut self, exit: Exit, cure: String) -> Self {
        self.faults.push(Fault(exit, cure));
        self
    }
}
