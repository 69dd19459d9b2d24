//! What differs between the plan and the output: nothing is rendered here, no file looked at.
//!
//! A page's fingerprint costs almost as much as the page. Where the day is another, which every page tells, no page is
//! asked for it: all pages are made, and those that come out the same are kept.

use super::manifest::{Files, Manifest};
use super::options::Options;
use super::outcome::Why;
use super::survey::Survey;
use crate::bundle::Source;
use rayon::prelude::*;

pub(super) struct Comparison<'s> {
    /// All planned paths, in byte order.
    pub planned: Vec<&'s str>,
    /// Per planned path: its place in the manifest of the output.
    pub before: Vec<Option<usize>>,
    /// Per planned path: why it is rendered; none: the output's file stands.
    pub why: Vec<Option<Why>>,
    /// Paths that the manifest lists and the plan does not.
    pub dropped: Vec<String>,
}

impl<'s> Comparison<'s> {
    pub fn new(source: &'s dyn Source, old: Option<&Manifest>, options: &Options) -> Self {
        let planned = source.paths();
        let Some(old) = old else {
            let (before, why) = (vec![None; planned.len()], vec![Some(Why::New); planned.len()]);
            return Self { planned, before, why, dropped: Vec::new() };
        };
        let judge = |path: &&str| {
            let Some(n) = old.files.position(path) else { return (None, Some(Why::New)) };
            let entry = old.files.at(n);
            let why = if entry.input.is_none() {
                Some(Why::Damaged)
            } else if old.generator != options.generator {
                Some(Why::Version)
            } else {
                let is_page_of_another_day = old.as_of != options.as_of && source.template(path).is_some();
                (is_page_of_another_day || !entry.is_of(source.fingerprint(path))).then_some(Why::Inputs)
            };
            (Some(n), why)
        };
        let (before, why) = planned.par_iter().map(judge).unzip();
        let gone = old.files.paths().filter(|path| planned.binary_search(path).is_err());
        let dropped = gone.map(str::to_owned).collect();
        Self { planned, before, why, dropped }
    }

    /// Whether the output is what the plan wants, as far as has been looked.
    pub fn is_clean(&self) -> bool {
        self.dropped.is_empty() && self.why.iter().all(Option::is_none)
    }

    /// Notes which files the output has lost, or has at another length.
    pub fn note_damage(&mut self, files: &Files, survey: &Survey) {
        for (before, why) in self.before.iter().zip(&mut self.why) {
            let Some(n) = *before else { continue };
            if !survey.ours[n].is_some_and(|stat| stat.is_file_of(files.at(n).size)) {
                *why = Some(Why::Damaged);
            }
        }
    }
}
