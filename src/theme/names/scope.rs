//! What names stand for at a point of a template.

use super::shape::Shape;
use std::collections::BTreeMap;

/// What an expression may be: one of several shapes, or anything.
#[derive(Debug, Clone, Default)]
pub(super) struct Sort<'s> {
    /// It may be something that nothing is known of.
    pub(super) any: bool,
    pub(super) shapes: Vec<&'s Shape>,
}

impl<'s> Sort<'s> {
    pub(super) fn any() -> Self {
        Self { any: true, shapes: Vec::new() }
    }

    pub(super) fn of(shape: &'s Shape) -> Self {
        Self { any: false, shapes: vec![shape] }
    }

    /// Adds what `other` may be; true if that is more than before.
    pub(super) fn join(&mut self, other: &Self) -> bool {
        let before = (self.any, self.shapes.len());
        self.any |= other.any;
        for shape in &other.shapes {
            if !self.shapes.iter().any(|s| std::ptr::eq(*s, *shape)) {
                self.shapes.push(shape);
            }
        }
        before != (self.any, self.shapes.len())
    }

    /// A field; the fields there are, if it has none of this name.
    pub(super) fn field(&self, name: &str) -> Result<Self, Vec<&'s str>> {
        let mut found = Self { any: self.any, shapes: Vec::new() };
        let mut others = Vec::new();
        for shape in &self.shapes {
            match &shape.fields {
                // Only null or plain values were seen: nobody knows what else it might hold.
                None => found.any = true,
                Some(fields) => match fields.get(name) {
                    Some(field) => found.shapes.push(field),
                    None => others.extend(fields.keys().map(String::as_str)),
                },
            }
        }
        if found.any || !found.shapes.is_empty() { Ok(found) } else { Err(others) }
    }

    /// What stands in a list.
    pub(super) fn items(&self) -> Self {
        let mut found = Self { any: self.any, shapes: Vec::new() };
        for shape in &self.shapes {
            match &shape.items {
                None => found.any = true,
                Some(items) => found.shapes.push(items),
            }
        }
        found
    }
}

/// The names that can be seen.
#[derive(Debug, Default)]
pub(super) struct Scope<'t, 's> {
    /// From outside to inside: set at the top, then one for each loop.
    frames: Vec<BTreeMap<&'t str, Sort<'s>>>,
    /// What the template was given; a component sees nothing of it.
    view: Option<&'s Shape>,
    /// The templates whose blocks count, the one that is rendered first, the one that it extends after it.
    pub(super) chain: Vec<&'t str>,
    /// Includes in one another.
    pub(super) depth: usize,
}

impl<'t, 's> Scope<'t, 's> {
    pub(super) fn new(view: Option<&'s Shape>, chain: Vec<&'t str>) -> Self {
        Self { frames: vec![BTreeMap::new()], view, chain, depth: 0 }
    }

    pub(super) fn push(&mut self) {
        self.frames.push(BTreeMap::new());
    }

    pub(super) fn pop(&mut self) {
        if self.frames.len() > 1 {
            self.frames.pop();
        }
    }

    /// A name that may now also be `sort`: branches are not told apart.
    pub(super) fn bind(&mut self, name: &'t str, sort: &Sort<'s>) {
        let frame = self.frames.last_mut().expect("the outermost frame stays");
        frame.entry(name).or_default().join(sort);
    }

    /// The same for the whole template.
    pub(super) fn bind_outermost(&mut self, name: &'t str, sort: &Sort<'s>) {
        self.frames[0].entry(name).or_default().join(sort);
    }

    /// What a name stands for; the names there are, if there is none of this one.
    pub(super) fn look_up(&self, name: &str) -> Result<Sort<'s>, Vec<&str>> {
        if let Some(sort) = self.frames.iter().rev().find_map(|f| f.get(name)) {
            return Ok(sort.clone());
        }
        let fields = self.view.and_then(|v| v.fields.as_ref());
        if let Some(shape) = fields.and_then(|f| f.get(name)) {
            return Ok(Sort::of(shape));
        }
        let own = self.frames.iter().flat_map(|f| f.keys().copied());
        Err(own.chain(fields.into_iter().flat_map(|f| f.keys().map(String::as_str))).collect())
    }
}
