//! What watches a build: a progress bar on a terminal, and the signals that stop it.

use super::output::Output;
use crate::publish::Watch;
use indicatif::{ProgressBar, ProgressStyle};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// Fewer files are written before anyone could read a bar.
const MANY: usize = 400;

pub struct Progress {
    bar: OnceLock<ProgressBar>,
    shown: bool,
    stop: Arc<AtomicBool>,
}

impl Progress {
    /// Listens for signals: the first SIGINT or SIGTERM asks the build to stop and clean up, a second ends the process.
    pub fn new(out: &Output) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&stop))?;
            flag::register(signal, Arc::clone(&stop))?;
        }
        let shown = !out.is_quiet() && std::io::stderr().is_terminal();
        Ok(Self { bar: OnceLock::new(), shown, stop })
    }
}

impl Watch for Progress {
    fn begin(&self, files: usize) {
        if self.shown && files >= MANY {
            let bar = ProgressBar::new(files as u64);
            let style = ProgressStyle::with_template("{bar:32} {human_pos}/{human_len} ({eta})");
            bar.set_style(style.expect("the template is constant"));
            // One bar a run; a second beginning goes on with the first.
            let _ = self.bar.set(bar);
        }
    }

    fn step(&self) {
        if let Some(bar) = self.bar.get() {
            bar.inc(1);
        }
    }

    fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
