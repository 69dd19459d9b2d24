//! Names → what they mean, with "did you mean" and silence about what was lost to another fault.

use crate::diag::{Code, Diagnostic, Place, Sink, closest};
use crate::load::fields::Loc;
use crate::load::raw::Claims;
use crate::load::text::slug;
use foldhash::{HashMap, HashMapExt};
use std::cell::Cell;

/// Proposals are costly among many names; after so many misses the rest goes without.
const PROPOSALS: u32 = 200;

/// One namespace.
pub struct Names<T> {
    known: HashMap<String, (T, Place)>,
    /// Other spellings, as the ids that they would make.
    also: HashMap<String, String>,
    claims: Claims,
    left: Cell<u32>,
}

impl<T: Copy> Names<T> {
    /// A namespace in which `claims` were lost.
    pub fn new(claims: Claims) -> Self {
        Self { known: HashMap::new(), also: HashMap::new(), claims, left: Cell::new(PROPOSALS) }
    }

    /// Takes a name up; the place of the first bearer if there is one already.
    pub fn define(&mut self, name: &str, value: T, at: Place) -> Result<(), (T, Place)> {
        if let Some(first) = self.known.get(name) {
            return Err(*first);
        }
        self.known.insert(name.to_owned(), (value, at));
        Ok(())
    }

    /// Another spelling of a defined name.
    pub fn alias(&mut self, spelling: &str, name: &str) {
        self.also.entry(slug(spelling)).or_insert_with(|| name.to_owned());
    }

    /// Gives a name another meaning, once its final place is known.
    pub fn redefine(&mut self, name: &str, value: T) {
        if let Some((old, _)) = self.known.get_mut(name) {
            *old = value;
        }
    }

    /// What a name means, without a word if it means nothing.
    pub fn get(&self, name: &str) -> Option<T> {
        self.known.get(name).map(|(value, _)| *value)
    }

    /// Where a name was defined.
    pub fn place(&self, name: &str) -> Option<Place> {
        self.known.get(name).map(|(_, at)| *at)
    }

    /// Whether the name may be something lost to another fault.
    pub fn may_be_lost(&self, name: &str) -> bool {
        self.claims.may_be(name)
    }

    /// What a reference means; one that means nothing is reported.
    pub fn find(&self, name: &Loc<String>, code: Code, sink: &mut Sink) -> Option<T> {
        let found = self.get(&name.value);
        if found.is_none() && !self.may_be_lost(&name.value) {
            let fault = Diagnostic::new(code, name.at).arg("id", &*name.value).arg("reason", "none");
            sink.push(fault.suggest(self.propose(&name.value)));
        }
        found
    }

    /// The name perhaps meant: the same words spelt out, else the nearest id.
    pub fn propose(&self, name: &str) -> Option<String> {
        let left = self.left.get().checked_sub(1)?;
        self.left.set(left);
        let slug = slug(name);
        if self.known.contains_key(&slug) {
            return Some(slug);
        }
        let spelt = self.also.get(&slug).cloned();
        spelt.or_else(|| closest(name, self.known.keys().map(String::as_str)).map(str::to_owned))
    }
}

/// One way round for every knot of circles in a graph, each starting at its lowest node.
pub fn circles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; edges.len()];
    let mut told = vec![false; edges.len()];
    let mut found = Vec::new();
    for root in 0..edges.len() {
        if marks[root] != Mark::New {
            continue;
        }
        let mut path = vec![(root, 0)];
        marks[root] = Mark::Open;
        while let Some((node, next)) = path.last_mut() {
            let Some(&to) = edges[*node].get(*next) else {
                marks[*node] = Mark::Done;
                path.pop();
                continue;
            };
            *next += 1;
            match marks[to] {
                Mark::New => {
                    marks[to] = Mark::Open;
                    path.push((to, 0));
                }
                Mark::Open => {
                    let from = path.iter().position(|(n, _)| *n == to).unwrap_or(0);
                    let mut circle: Vec<usize> = path[from..].iter().map(|(n, _)| *n).collect();
                    if !circle.iter().any(|n| told[*n]) {
                        for n in &circle {
                            told[*n] = true;
                        }
                        let low = circle.iter().enumerate().min_by_key(|(_, n)| **n).map_or(0, |(at, _)| at);
                        circle.rotate_left(low);
                        found.push(circle);
                    }
                }
                Mark::Done => {}
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn circles_are_found_once() {
        assert_eq!(circles(&[vec![1], vec![2], vec![]]), Vec::<Vec<usize>>::new());
        assert_eq!(circles(&[vec![1], vec![2], vec![0]]), vec![vec![0, 1, 2]]);
        assert_eq!(circles(&[vec![0]]), vec![vec![0]]);
        assert_eq!(circles(&[vec![2], vec![], vec![3], vec![2, 1]]), vec![vec![2, 3]]);
    }
}
