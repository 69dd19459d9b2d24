//! `once(component="task_row", row=r)`: a component rendered once for all pages that give it the same.
//!
//! A row of a table stands on as many pages as there are agencies and documents that it concerns. What is given is told
//! apart by its `key` (see [`keyed`]), texts, numbers and flags by their value; where anything else is given, the component
//! is rendered anew. A component called so sees its arguments alone, nothing of the page.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{OnceLock, RwLock, Weak};
use tera::value::Key;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

/// The field by which two values are told to be the same.
const KEY: &str = "key";
/// Most bytes of rendered components that are kept; what comes after is rendered anew.
const MOST_KEPT: usize = 256 << 20;

thread_local! {
    /// A fault inside a component, which has its place there: the one that Tera makes of it has the place of the call.
    static FAULT: RefCell<Option<Error>> = const { RefCell::new(None) };
}

/// `value` with a field `key`, if it is a map: two values with one key are the same.
pub fn keyed(value: Value, key: u128) -> Value {
    if !value.is_map() {
        return value;
    }
    let mut fields = value.into_map().unwrap_or_default();
    fields.insert(Key::Str(KEY), Value::from_serializable(&key));
    Value::from(fields)
}

/// What was rendered for one language.
#[derive(Default)]
pub(super) struct Once {
    tera: OnceLock<Weak<Tera>>,
    kept: RwLock<Kept>,
}

#[derive(Default)]
struct Kept {
    /// By component and arguments, spelled out.
    by_call: HashMap<Vec<u8>, Value>,
    bytes: usize,
}

impl Once {
    /// Tells whose components are meant: the templates are read after their functions were registered.
    pub(super) fn of(&self, tera: Weak<Tera>) {
        // Set once, right after the templates were read.
        let _ = self.tera.set(tera);
    }

    /// What the function gives.
    pub(super) fn call(&self, args: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
        let component: &str = args.must_get("component")?;
        let mut call = Vec::with_capacity(64);
        call.extend_from_slice(component.as_bytes());
        let mut known = true;
        for (name, value) in args.iter() {
            if name.as_str() != Some("component") {
                known &= spell(&mut call, name.as_str().unwrap_or_default(), value);
            }
        }
        if known
            && let Ok(kept) = self.kept.read()
            && let Some(rendered) = kept.by_call.get(&call)
        {
            return Ok(rendered.clone());
        }
        let rendered = self.render(component, args, state)?;
        if known && let Ok(mut kept) = self.kept.write() {
            let size = call.len() + rendered.len().unwrap_or_default();
            if kept.bytes + size <= MOST_KEPT {
                kept.bytes += size;
                kept.by_call.insert(call, rendered.clone());
            }
        }
        Ok(rendered)
    }

    fn render(&self, component: &str, args: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
        let tera = self.tera.get().and_then(Weak::upgrade).ok_or_else(|| Error::message("No templates yet"))?;
        let mut given = Context::new();
        for (name, value) in args.iter() {
            if let Some(name) = name.as_str().filter(|name| *name != "component") {
                given.insert_value(name.to_owned(), value.clone());
            }
        }
        match tera.render_component(component, &given, None, state.autoescaping_enabled()) {
            Ok(text) => Ok(Value::safe_string(&text)),
            Err(error) => {
                let message = error.to_string();
                FAULT.replace(Some(error));
                Err(Error::message(message))
            }
        }
    }
}

/// Adds an argument to what a call is known by; whether that tells it from all others.
fn spell(call: &mut Vec<u8>, name: &str, value: &Value) -> bool {
    let mut add = |kind: u8, bytes: &[u8]| {
        for part in [name.as_bytes(), bytes] {
            call.push(0);
            call.extend_from_slice(&part.len().to_le_bytes());
            call.extend_from_slice(part);
        }
        call.push(kind);
        true
    };
    if let Some(key) = value.as_map().and_then(|map| map.get(&Key::Str(KEY))).and_then(Value::as_u128) {
        add(1, &key.to_le_bytes())
    } else if let Some(text) = value.as_str() {
        add(if value.is_safe() { 3 } else { 2 }, text.as_bytes())
    } else if let Some(flag) = value.as_bool() {
        add(4, &[u8::from(flag)])
    } else if value.is_none() {
        add(5, &[])
    } else if let Some(number) = value.as_i128() {
        add(6, &number.to_le_bytes())
    } else {
        false
    }
}

/// The fault inside a component, if the last rendering of this thread stopped at one.
pub(super) fn fault_inside() -> Option<Error> {
    FAULT.take()
}
