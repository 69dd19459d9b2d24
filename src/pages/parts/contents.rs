//! What is said of a text beside it: its contents, and how many of its clauses became tasks.

use super::blocks::ByClause;
use super::common::Link;
use crate::model::{ClauseLabel, Conclusion};
use crate::pages::page::Page;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// One entry of a contents list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ContentsEntry {
    /// `#khoan-III-2`.
    pub href: String,
    /// Label and first words.
    pub text: String,
    /// 0 or 1.
    pub depth: usize,
    /// Tasks in it and below.
    pub tasks: usize,
}

/// How many clauses became tasks. Counted over clauses that hold no others.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Coverage {
    /// Clauses at the lowest level.
    pub clauses: usize,
    /// Of those, with at least one task (or whose enclosing clause has one).
    pub with_tasks: usize,
    /// Without, in reading order.
    pub without: Vec<Link>,
}

/// The clauses of the two upper levels, with their first words.
pub(crate) fn contents(text: &Conclusion, by_clause: &ByClause<'_>) -> Vec<ContentsEntry> {
    let mut below: HashMap<ClauseLabel, usize> = HashMap::new();
    for (label, tasks) in by_clause {
        for holder in std::iter::successors(Some(ClauseLabel::clone(label)), ClauseLabel::parent) {
            *below.entry(holder).or_default() += tasks.len();
        }
    }
    let labelled = text.blocks.iter().filter_map(|b| Some((b, b.label.as_ref()?)));
    labelled
        .filter(|(b, _)| b.depth < 2)
        .map(|(b, label)| ContentsEntry {
            href: format!("#{}", label.anchor()),
            text: format!("{} {}", b.printed, first_words(&b.text, 12)).trim().to_owned(),
            depth: b.depth,
            tasks: below.get(label).copied().unwrap_or_default(),
        })
        .collect()
}

impl Page<'_> {
    /// Clauses that hold no others, with and without tasks; a task of the enclosing clause covers them too.
    pub(crate) fn coverage(&self, text: &Conclusion, by_clause: &ByClause<'_>) -> Coverage {
        let parents: BTreeSet<ClauseLabel> = text.labels().filter_map(ClauseLabel::parent).collect();
        let has_tasks = |label: &ClauseLabel| by_clause.get(label).is_some_and(|tasks| !tasks.is_empty());
        let covered = |label: &ClauseLabel| {
            std::iter::successors(Some(label.clone()), ClauseLabel::parent).any(|l| has_tasks(&l))
        };
        let leaves = text.blocks.iter().enumerate().filter_map(|(n, b)| Some((n, b, b.label.as_ref()?)));
        let leaves = leaves.filter(|(_, _, label)| !parents.contains(*label));
        let (mut clauses, mut without) = (0, Vec::new());
        for (place, block, label) in leaves {
            clauses += 1;
            if !covered(label) {
                let text = format!("{} – {}", self.words.clause(&text.citation(place)), first_words(&block.text, 12));
                without.push(Link { href: format!("#{}", label.anchor()), text, lang: None });
            }
        }
        Coverage { clauses, with_tasks: clauses - without.len(), without }
    }
}

fn first_words(text: &str, most: usize) -> String {
    let mut words = text.split_whitespace();
    let first = words.by_ref().take(most).collect::<Vec<_>>().join(" ");
    match words.next() {
        None => first,
        Some(_) => format!("{} …", first.trim_end_matches([',', ';', ':', '.'])),
    }
}
