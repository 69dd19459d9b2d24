//! Fragments of pages: `show(component="task_row", of=view.rows)` renders each of them once for all pages.
//!
//! A row of a table stands on as many pages as there are agencies and documents that it concerns. So a view holds only its
//! hash, and `show` puts in what the component made of it the first time. The component gets the fragment as `it`, further
//! arguments as they are, and `site`; it sees nothing else of the page. An address in a fragment begins with [`ROOT`]
//! where a page has its way to the root of the site.

use foldhash::HashMap;
use std::sync::{Arc, Mutex, OnceLock, RwLock, Weak};
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

/// Stands for the way from a page to the root of the site, until the page is whole.
pub const ROOT: char = '\u{1}';
/// What the component calls the fragment.
const IT: &str = "it";

/// What a component is given of a fragment, made when it is first shown.
pub trait ToValue: Send + Sync {
    fn value(&self) -> Value;
}

/// The fragments of one language's pages, by hash.
#[derive(Default)]
pub struct Fragments {
    tera: OnceLock<Weak<Tera>>,
    known: RwLock<HashMap<u128, Arc<Known>>>,
}

struct Known {
    it: Arc<dyn ToValue>,
    /// What components see as `site`.
    site: Value,
    /// What components made of it, by component and arguments, spelled out.
    texts: Mutex<Vec<Shown>>,
}

/// A call and its text.
type Shown = (Box<[u8]>, Arc<str>);

impl Known {
    fn text(&self, call: &[u8]) -> Option<Arc<str>> {
        let texts = self.texts.lock().ok()?;
        texts.iter().find(|(known, _)| **known == *call).map(|(_, text)| Arc::clone(text))
    }
}

impl Fragments {
    /// Tells whose components are meant: functions are registered before the templates are read.
    pub(super) fn of(&self, tera: Weak<Tera>) {
        // Set once, right after the templates were read.
        let _ = self.tera.set(tera);
    }

    /// Adds a fragment, if it is not there yet. Its hash covers `site`.
    pub fn add(&self, hash: u128, site: &Value, content: impl FnOnce() -> Arc<dyn ToValue>) {
        if let Ok(mut known) = self.known.write() {
            let new = || Arc::new(Known { it: content(), site: site.clone(), texts: Mutex::default() });
            known.entry(hash).or_insert_with(new);
        }
    }

    /// The function `show`: one fragment, or a list of them a line each.
    pub(super) fn show(&self, args: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
        let component: &str = args.must_get("component")?;
        let of: &Value = args.must_get("of")?;
        let named = args.iter().filter_map(|(name, value)| Some((name.as_str()?, value)));
        let more: Vec<(&str, &Value)> = named.filter(|(name, _)| !matches!(*name, "component" | "of")).collect();
        let mut call = component.as_bytes().to_vec();
        for (name, value) in &more {
            spell(&mut call, name, value)?;
        }
        let single = std::slice::from_ref(of);
        let mut out = String::new();
        for (n, hash) in of.as_array().unwrap_or(single).iter().enumerate() {
            if n > 0 {
                out.push('\n');
            }
            let hash = hash.as_u128().ok_or_else(not_a_fragment)?;
            out.push_str(&self.text(hash, component, &call, &more, state)?);
        }
        Ok(Value::safe_string(&out))
    }

    fn text(
        &self,
        hash: u128,
        component: &str,
        call: &[u8],
        more: &[(&str, &Value)],
        state: &State<'_>,
    ) -> TeraResult<Arc<str>> {
        let fragment = self.known.read().ok().and_then(|all| all.get(&hash).cloned()).ok_or_else(not_a_fragment)?;
        if let Some(text) = fragment.text(call) {
            return Ok(text);
        }
        let text: Arc<str> = self.render(component, &fragment, more, state)?.into();
        if let Ok(mut texts) = fragment.texts.lock() {
            texts.push((call.into(), Arc::clone(&text)));
        }
        Ok(text)
    }

    fn render(&self, component: &str, of: &Known, more: &[(&str, &Value)], state: &State<'_>) -> TeraResult<String> {
        let tera = self.tera.get().and_then(Weak::upgrade).ok_or_else(|| Error::message("no templates yet"))?;
        let (mut given, mut around) = (Context::new(), Context::new());
        given.insert_value(IT, of.it.value());
        for (name, value) in more {
            given.insert_value((*name).to_owned(), (*value).clone());
        }
        around.insert_value("site", of.site.clone());
        let mut text = Vec::new();
        let escape = state.autoescaping_enabled();
        // An error in here is told with its own place in the component: see `error::of_tera`.
        tera.render_component_with_implicits_to(component, &given, &around, None, escape, &mut text)?;
        Ok(String::from_utf8(text)?)
    }
}

fn not_a_fragment() -> Error {
    Error::message("show: `of` is no part of this page, nor a list of them")
}

/// Adds an argument to what a call is known by. Only what is told apart by its own value can be one.
fn spell(call: &mut Vec<u8>, name: &str, value: &Value) -> TeraResult<()> {
    let mut add = |kind: u8, bytes: &[u8]| {
        call.push(kind);
        for part in [name.as_bytes(), bytes] {
            call.extend_from_slice(&part.len().to_le_bytes());
            call.extend_from_slice(part);
        }
        Ok(())
    };
    if let Some(text) = value.as_str() {
        add(if value.is_safe() { 2 } else { 1 }, text.as_bytes())
    } else if let Some(flag) = value.as_bool() {
        add(3, &[u8::from(flag)])
    } else if let Some(number) = value.as_i128() {
        add(4, &number.to_le_bytes())
    } else {
        Err(Error::message(format!("show: argument `{name}` is neither a text nor a whole number nor a flag")))
    }
}

/// The page with `root` wherever [`ROOT`] stands.
pub(super) fn put_root(page: &[u8], root: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(page.len() + page.len() / 8);
    let mut from = 0;
    for at in memchr::memchr_iter(ROOT as u8, page) {
        out.extend_from_slice(&page[from..at]);
        out.extend_from_slice(root.as_bytes());
        from = at + ROOT.len_utf8();
    }
    out.extend_from_slice(&page[from..]);
    out
}
