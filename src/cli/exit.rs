//! What the shell is told.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 1: the content or the theme is at fault, or (`verify`) the output is not what it should be.
    Content,
    /// 2: the arguments are.
    Usage,
    /// 3: the machine is: disk, permission, lock, a signal.
    Machine,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Content => 1,
            Exit::Usage => 2,
            Exit::Machine => 3,
        })
    }
}
