//! The names that can be seen at a point of a template.

use super::shape::Shape;
use std::collections::BTreeMap;
use std::rc::Rc;

pub(super) struct Scope<'a> {
    /// From outside to inside: what the template was given, what it sets, then one for each loop.
    pub(super) frames: Vec<BTreeMap<String, Shape>>,
    /// The templates whose blocks count: the one that is rendered, the one that it extends after it.
    pub(super) chain: Rc<[&'a str]>,
    /// Includes in one another.
    pub(super) depth: usize,
}

impl<'a> Scope<'a> {
    pub(super) fn new(given: BTreeMap<String, Shape>, chain: &[&'a str]) -> Self {
        Self { frames: vec![given, BTreeMap::new()], chain: chain.into(), depth: 0 }
    }

    pub(super) fn pop(&mut self) {
        if self.frames.len() > 2 {
            self.frames.pop();
        }
    }

    /// A name that may now also be `shape`.
    pub(super) fn bind(&mut self, frame: usize, name: &str, shape: Shape) {
        let known = self.frames[frame].get(name).map(|known| known.or(&shape));
        self.frames[frame].insert(name.to_owned(), known.unwrap_or(shape));
    }

    pub(super) fn look_up(&self, name: &str) -> Option<Shape> {
        self.frames.iter().rev().find_map(|frame| frame.get(name)).cloned()
    }

    pub(super) fn names(&self) -> Vec<String> {
        let names = self.frames.iter().flat_map(BTreeMap::keys);
        names.filter(|name| !matches!(name.as_str(), "loop" | "body")).cloned().collect()
    }
}
