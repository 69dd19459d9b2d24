//! Parts of pages that many pages show: `show(component="task_row", of=view.rows)` renders each of them once.
//!
//! A row of a table stands on as many pages as there are agencies and documents that it concerns. So a view does not hand
//! it to the template but gives a number for it, and `show` puts in what the component made of it the first time. The
//! component gets the part as `it`, further arguments as they are, and `site`; it sees nothing else of the page. An
//! address in a part begins with [`ROOT`] where a page has its way to the root of the site.

use std::cell::RefCell;
use std::sync::{Arc, Mutex, OnceLock, Weak};
use tera::value::Key;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

/// Stands in a part for the way from a page to the root of the site.
pub const ROOT: char = '\u{1}';
/// What the component calls the part.
const IT: &str = "it";

/// A part of a view that a template shows by `show`.
pub trait ShownPart: Send + Sync {
    /// What the component gets.
    fn value(&self) -> Value;
    /// What components made of it; none: it stands on one page only, and is not worth keeping.
    fn renderings(&self) -> Option<&Renderings>;
}

/// What components made of a part.
#[derive(Default)]
pub struct Renderings(Mutex<Vec<Rendering>>);

/// Component and arguments, spelled out, and what came of them.
type Rendering = (Box<[u8]>, Arc<str>);

impl Renderings {
    fn find(&self, call: &[u8]) -> Option<Arc<str>> {
        let all = self.0.lock().ok()?;
        all.iter().find(|(known, _)| **known == *call).map(|(_, text)| Arc::clone(text))
    }

    fn keep(&self, call: &[u8], text: &Arc<str>) {
        if let Ok(mut all) = self.0.lock() {
            all.push((call.into(), Arc::clone(text)));
        }
    }
}

/// The page that this thread is rendering.
struct Page {
    root: String,
    site: Value,
    parts: Vec<Arc<dyn ShownPart>>,
}

thread_local! {
    static PAGE: RefCell<Option<Page>> = const { RefCell::new(None) };
    /// Room for what `show` gives, kept from call to call.
    static ROOM: RefCell<String> = const { RefCell::new(String::new()) };
    /// A fault inside a component, which has its place there: the one that Tera makes of it has the place of the call.
    static FAULT: RefCell<Option<Error>> = const { RefCell::new(None) };
}

/// Renders a page with `render`: until it ends, parts are handed out as numbers. `root` leads to the root of the site.
pub fn on_page<T>(root: &str, site: &Value, render: impl FnOnce() -> T) -> T {
    PAGE.replace(Some(Page { root: root.to_owned(), site: site.clone(), parts: Vec::new() }));
    let made = render();
    PAGE.take();
    made
}

/// The number by which the page being rendered knows `part`; none where no page is.
pub fn hand_out(part: &Arc<impl ShownPart + 'static>) -> Option<u64> {
    PAGE.with_borrow_mut(|page| {
        let parts = &mut page.as_mut()?.parts;
        parts.push(Arc::clone(part) as Arc<dyn ShownPart>);
        Some(parts.len() as u64 - 1)
    })
}

/// The function `show` of one language's templates.
#[derive(Default)]
pub(super) struct Show {
    tera: OnceLock<Weak<Tera>>,
}

impl Show {
    /// Tells whose components are meant: the templates are read after their functions were registered.
    pub(super) fn of(&self, tera: Weak<Tera>) {
        // Set once, right after the templates were read.
        let _ = self.tera.set(tera);
    }

    /// What the function gives: one part, or a list of them a line each.
    pub(super) fn call(&self, args: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
        let component: &str = args.must_get("component")?;
        let of: &Value = args.must_get("of")?;
        let more: Vec<(&str, &Value)> =
            args.iter().filter_map(|(name, value)| Some((name.as_str()?, value))).filter(is_further).collect();
        let mut call = component.as_bytes().to_vec();
        for (name, value) in &more {
            spell(&mut call, name, value)?;
        }
        // Taken, not borrowed: a component may call `show`.
        let mut text = ROOM.take();
        text.clear();
        match of.as_array() {
            Some(list) => {
                for (n, number) in list.iter().enumerate() {
                    if n > 0 {
                        text.push('\n');
                    }
                    self.one(component, number, &call, &more, state, &mut text)?;
                }
            }
            None => self.one(component, of, &call, &more, state, &mut text)?,
        }
        let shown = Value::safe_string(&text);
        ROOM.replace(text);
        Ok(shown)
    }

    fn one(
        &self,
        component: &str,
        number: &Value,
        call: &[u8],
        more: &[(&str, &Value)],
        state: &State<'_>,
        out: &mut String,
    ) -> TeraResult<()> {
        let (part, site) = PAGE
            .with_borrow(|page| {
                let page = page.as_ref()?;
                let part = page.parts.get(usize::try_from(number.as_u64()?).ok()?)?;
                Some((Arc::clone(part), page.site.clone()))
            })
            .ok_or_else(|| Error::message("show: `of` is no part of this page, nor a list of them"))?;
        let text = if let Some(text) = part.renderings().and_then(|all| all.find(call)) {
            text
        } else {
            let text: Arc<str> = self.render(component, &*part, site, more, state)?.into();
            if let Some(all) = part.renderings() {
                all.keep(call, &text);
            }
            text
        };
        PAGE.with_borrow(|page| {
            let root = page.as_ref().map_or("", |page| page.root.as_str());
            let mut from = 0;
            for at in memchr::memchr_iter(ROOT as u8, text.as_bytes()) {
                out.push_str(&text[from..at]);
                out.push_str(root);
                from = at + ROOT.len_utf8();
            }
            out.push_str(&text[from..]);
        });
        Ok(())
    }

    fn render(
        &self,
        component: &str,
        part: &dyn ShownPart,
        site: Value,
        more: &[(&str, &Value)],
        state: &State<'_>,
    ) -> TeraResult<String> {
        let tera = self.tera.get().and_then(Weak::upgrade).ok_or_else(|| Error::message("no templates yet"))?;
        let (mut given, mut around) = (Context::new(), Context::new());
        given.insert_value(IT, part.value());
        for (name, value) in more {
            given.insert_value((*name).to_owned(), (*value).clone());
        }
        around.insert_value("site", site);
        let mut text = Vec::new();
        let autoescape = state.autoescaping_enabled();
        match tera.render_component_with_implicits_to(component, &given, &around, None, autoescape, &mut text) {
            Ok(()) => Ok(String::from_utf8(text)?),
            Err(error) => {
                let message = error.to_string();
                FAULT.replace(Some(error));
                Err(Error::message(message))
            }
        }
    }
}

fn is_further((name, _): &(&str, &Value)) -> bool {
    !matches!(*name, "component" | "of")
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

/// The fault inside a component, if the last rendering of this thread stopped at one.
pub(super) fn fault_inside() -> Option<Error> {
    FAULT.take()
}

/// The field under which the check of names finds what a part holds; no template reaches it but by `show`.
pub const HELD: &str = "part";

/// A part as the check of names sees it: a thing of which nothing but [`HELD`] is known.
pub fn held(value: Value) -> Value {
    Value::from(tera::Map::from_iter([(Key::Str(HELD), value)]))
}
