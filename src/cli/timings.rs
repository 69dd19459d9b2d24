//! `--timings`: where the time of a build went, by phase and by template. Nothing but this and the closing line measures
//! time.

use super::output::Output;
use crate::bundle::{Fingerprint, MakeError, Source};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Phases of a run, in their order.
#[derive(Debug)]
pub struct Phases {
    last: Instant,
    found: Vec<(&'static str, Duration)>,
}

impl Phases {
    pub fn start() -> Self {
        Self { last: Instant::now(), found: Vec::new() }
    }

    /// The phase `key` (the key of its words) ends here.
    pub fn end(&mut self, key: &'static str) {
        let now = Instant::now();
        self.found.push((key, now - self.last));
        self.last = now;
    }
}

/// A source whose pages are timed by template.
pub struct Timed<'s> {
    source: &'s dyn Source,
    spent: Mutex<BTreeMap<&'static str, (u32, Duration)>>,
}

impl<'s> Timed<'s> {
    pub fn new(source: &'s dyn Source) -> Self {
        Self { source, spent: Mutex::default() }
    }

    fn time<T>(&self, path: &str, work: impl FnOnce() -> T) -> T {
        let began = Instant::now();
        let done = work();
        if let (Some(template), Ok(mut spent)) = (self.source.template(path), self.spent.lock()) {
            let (count, time) = spent.entry(template).or_default();
            *count += 1;
            *time += began.elapsed();
        }
        done
    }

    /// Says the phases, then the templates, costliest first. Times of templates are sums over all threads.
    pub fn tell(&self, phases: &Phases, out: &Output) {
        let milliseconds = |time: Duration| format!("{:>9.1}", time.as_secs_f64() * 1000.0);
        out.remark(&out.words.say("timings-phases"));
        for (key, time) in &phases.found {
            out.remark(&format!("{} ms  {}", milliseconds(*time), out.words.say(key)));
        }
        let Ok(spent) = self.spent.lock() else { return };
        let mut templates: Vec<_> = spent.iter().collect();
        templates.sort_by_key(|(_, (_, time))| std::cmp::Reverse(*time));
        out.remark(&out.words.say("timings-templates"));
        for (template, (count, time)) in templates {
            let each = *time / (*count).max(1);
            out.remark(&format!("{} ms  {count:>7} × {:>6} µs  {template}", milliseconds(*time), each.as_micros()));
        }
    }
}

impl Source for Timed<'_> {
    fn paths(&self) -> Vec<&str> {
        self.source.paths()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        self.source.fingerprint(path)
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        self.time(path, || self.source.bytes(path))
    }

    fn bytes_and_fingerprint(&self, path: &str) -> Result<(Cow<'_, [u8]>, Fingerprint), MakeError> {
        self.time(path, || self.source.bytes_and_fingerprint(path))
    }

    fn template(&self, path: &str) -> Option<&'static str> {
        self.source.template(path)
    }
}
