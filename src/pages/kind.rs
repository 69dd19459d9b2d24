//! What a kind of page is. Each has a file of its own in this folder and a line in the registry (`mod.rs`).

use super::hash::hash_of;
use super::parts::common::{Crumb, Localized};
use crate::model::PageGroup;
use crate::open_data::DataFile;
use crate::theme::Value;
use schemars::{Schema, SchemaGenerator};

// The names in the signatures of `Kind`: whatever implements it needs them all.
pub(super) use super::index::Index;
pub(super) use super::page::Page;
pub(super) use crate::derive::Report;
pub(super) use crate::plan::route::Route;
pub(super) use schemars::JsonSchema;
pub(super) use serde::Serialize;

/// A kind of page: its values are the pages.
pub(crate) trait Kind: Sized + Send + Sync + 'static {
    /// Its template; without the ending it is `base.kind`.
    const TEMPLATE: &'static str;
    /// The entry of the menu to which its pages belong.
    const MENU: Option<Route> = None;
    /// The group to which it belongs that a site may leave out.
    const GROUP: Option<PageGroup> = None;
    /// Whether it is meant for readers and search engines by itself.
    const LISTED: bool = true;
    /// What its template gets as `view`.
    type View<'p>: Serialize + JsonSchema + 'p;

    /// Every page of this kind that a site has.
    fn all(report: &Report, index: &Index) -> Vec<Self>;
    fn route(&self) -> Route;
    /// Its title and lead, the way to it, its files.
    fn head(&self, page: &Page<'_>) -> Head;
    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p>;
}

/// The head of a page.
pub(crate) struct Head {
    /// Without the site's title.
    pub title: Localized,
    /// One sentence for search engines; empty if there is none.
    pub lead: String,
    /// The pages between the overview and this one; none where no way is shown.
    pub way: Option<Vec<Crumb>>,
    /// Files for machines with what the page shows, and the keys of their names. Those that the site lacks are not linked.
    pub files: Vec<(DataFile, &'static str)>,
    /// Its subject in the words of schema.org; empty if it has none.
    pub linked: serde_json::Map<String, serde_json::Value>,
    /// The page that holds now, where this one only leads to it.
    pub lasting: Option<Route>,
}

impl Head {
    pub(crate) fn new(title: impl Into<Localized>) -> Self {
        Self { way: Some(Vec::new()), ..Self::alone(title) }
    }

    /// Of a page that shows no way to itself.
    pub(crate) fn alone(title: impl Into<Localized>) -> Self {
        let (lead, files, linked) = (String::new(), Vec::new(), serde_json::Map::new());
        Self { title: title.into(), lead, way: None, files, linked, lasting: None }
    }

    pub(crate) fn lead(self, lead: String) -> Self {
        Self { lead, ..self }
    }

    pub(crate) fn below(self, way: impl IntoIterator<Item = Crumb>) -> Self {
        Self { way: Some(way.into_iter().collect()), ..self }
    }

    pub(crate) fn files(self, files: impl IntoIterator<Item = (DataFile, &'static str)>) -> Self {
        Self { files: files.into_iter().collect(), ..self }
    }
}

pub(super) struct Registered {
    pub template: &'static str,
    pub group: Option<PageGroup>,
    pub all: fn(&Report, &Index) -> Vec<Box<dyn AnyPage>>,
    pub schema: fn(&mut SchemaGenerator) -> Schema,
}

impl Registered {
    pub(super) const fn of<K: Kind>() -> Self {
        Self {
            template: K::TEMPLATE,
            group: K::GROUP,
            all: |report, index| K::all(report, index).into_iter().map(|page| Box::new(page) as Box<_>).collect(),
            schema: |generator| generator.subschema_for::<K::View<'static>>(),
        }
    }
}

/// A page, whatever its kind.
pub(super) trait AnyPage: Send + Sync {
    fn template(&self) -> &'static str;
    fn menu(&self) -> Option<Route>;
    fn is_listed(&self) -> bool;
    fn route(&self) -> Route;
    fn head(&self, page: &Page<'_>) -> Head;
    fn view<'p>(&self, page: &Page<'p>) -> Box<dyn View + 'p>;
}

impl<K: Kind> AnyPage for K {
    fn template(&self) -> &'static str {
        K::TEMPLATE
    }

    fn menu(&self) -> Option<Route> {
        K::MENU
    }

    fn is_listed(&self) -> bool {
        K::LISTED
    }

    fn route(&self) -> Route {
        Kind::route(self)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Kind::head(self, page)
    }

    fn view<'p>(&self, page: &Page<'p>) -> Box<dyn View + 'p> {
        Box::new(Kind::view(self, page))
    }
}

/// What a template gets, whatever its type.
pub(super) trait View {
    /// Hash of `before` and of all that is in it.
    fn hash(&self, before: &[&[u8]]) -> [u8; 32];
    /// The template's value.
    fn value(&self) -> Value;
}

impl<T: Serialize> View for T {
    fn hash(&self, before: &[&[u8]]) -> [u8; 32] {
        hash_of(before, self)
    }

    fn value(&self) -> Value {
        Value::from_serializable(self)
    }
}
