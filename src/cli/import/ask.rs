//! Questions on a terminal. Without one nothing is asked, and nobody waits.

use std::io::{BufRead, IsTerminal, Write};

/// Whether somebody is there to answer.
pub fn is_possible() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// The answer to a question, in small letters; none without a terminal.
pub fn ask(question: &str) -> Option<String> {
    if !is_possible() {
        return None;
    }
    let mut screen = std::io::stderr().lock();
    let _ = write!(screen, "{question} ");
    let _ = screen.flush();
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer).ok()?;
    Some(answer.trim().to_lowercase())
}
