//! Which fields the templates of a page ask for, branches not taken included.
//!
//! What no template asks for cannot show on the page, so it need not count in its fingerprint nor be handed to it. Told by
//! names alone, whatever they are fields of: to know a field too many costs a little time, one too few would cost the truth.

use super::code::{Code, dotted};
use super::lexer::{Kind, Lexed};
use foldhash::{HashSet, HashSetExt};
use std::collections::{BTreeMap, BTreeSet};

/// The fields that a page's templates ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedFields {
    /// None: any, for a template handles one of the page's values as a whole.
    names: Option<HashSet<String>>,
}

impl AskedFields {
    /// Any field.
    pub const ANY: Self = Self { names: None };

    /// Whether the templates may ask for a field of this name.
    pub fn asks(&self, field: &str) -> bool {
        self.names.as_ref().is_none_or(|names| names.contains(field))
    }
}

/// The values that every page gets.
const VALUES: [&str; 3] = ["base", "site", "view"];

/// What one template, or one component, says.
#[derive(Debug, Default)]
struct Says<'t> {
    /// Names of fields and texts, by which a field can be subscripted.
    names: BTreeSet<&'t str>,
    /// Templates that it extends or includes, by their names there.
    templates: BTreeSet<&'t str>,
    /// Components that it calls.
    components: BTreeSet<String>,
    /// It handles a value of the page as a whole, or calls a component that only a variable names.
    anything: bool,
}

/// The fields asked for by each template, by its name in Tera; `resolve` gives that of a template named in another.
pub(in crate::theme) fn asked<'t>(
    lexed: &'t BTreeMap<String, Lexed>,
    resolve: impl Fn(&str) -> Option<&'t str>,
) -> BTreeMap<String, AskedFields> {
    let mut templates: BTreeMap<&str, Says<'t>> = BTreeMap::new();
    let mut components: BTreeMap<String, Vec<Says<'t>>> = BTreeMap::new();
    for (name, lexed) in lexed {
        let code = Code { template: name, tokens: &lexed.tokens };
        let (outside, inside) = parted(code);
        templates.insert(name, outside);
        for (name, says) in inside {
            // One of two with a name may be overridden: both count.
            components.entry(name).or_default().push(says);
        }
    }
    templates.keys().map(|name| ((*name).to_owned(), closure(name, &templates, &components, &resolve))).collect()
}

fn closure<'t>(
    name: &'t str,
    templates: &BTreeMap<&'t str, Says<'t>>,
    components: &BTreeMap<String, Vec<Says<'t>>>,
    resolve: impl Fn(&str) -> Option<&'t str>,
) -> AskedFields {
    let (mut names, mut seen) = (HashSet::new(), BTreeSet::new());
    let mut waiting: Vec<&Says<'t>> = templates.get(name).into_iter().collect();
    let mut known: BTreeSet<&str> = BTreeSet::from([name]);
    while let Some(says) = waiting.pop() {
        if says.anything {
            return AskedFields { names: None };
        }
        names.extend(says.names.iter().map(|name| (*name).to_owned()));
        for template in says.templates.iter().filter_map(|name| resolve(name)) {
            if known.insert(template) {
                waiting.extend(templates.get(template));
            }
        }
        for component in &says.components {
            if seen.insert(component.as_str()) {
                waiting.extend(components.get(component).into_iter().flatten());
            }
        }
    }
    AskedFields { names: Some(names) }
}

/// What a template says outside its components, and in each of them.
fn parted(code: Code<'_>) -> (Says<'_>, Vec<(String, Says<'_>)>) {
    let (mut outside, mut inside, mut open) = (Says::default(), Vec::new(), None);
    for at in 0..code.tokens.len() {
        let tag = at > 0 && code.kind(at - 1) == Some(&Kind::TagStart);
        match code.name(at) {
            Some("component") if tag => open = Some((dotted(code, at + 1).0, Says::default())),
            Some("endcomponent") if tag => inside.extend(open.take()),
            _ => note(code, at, open.as_mut().map_or(&mut outside, |(_, says)| says)),
        }
    }
    inside.extend(open);
    (outside, inside)
}

fn note<'t>(code: Code<'t>, at: usize, says: &mut Says<'t>) {
    let before = |sign: &str| at > 0 && code.is_sign(at - 1, sign);
    match code.kind(at) {
        Some(Kind::Text(text)) => {
            says.names.insert(text);
            says.templates.insert(text);
        }
        Some(Kind::Name(name)) => {
            let field = before(".") || before("?.");
            if field {
                says.names.insert(name);
            } else if name == "__tera_context" {
                says.anything = true;
            } else if name == "show" && code.is_sign(at + 1, "(") {
                match shown(code, at + 2) {
                    Some(component) => drop(says.components.insert(component.to_owned())),
                    None => says.anything = true,
                }
            } else if VALUES.contains(&name.as_str()) {
                // `@site` asks for it by name, `site=…` names an argument.
                let whole = !before("@") && !["=", ".", "?.", ":"].iter().any(|sign| code.is_sign(at + 1, sign));
                says.anything |= whole;
            }
        }
        Some(Kind::Sign("<")) if code.name(at + 1).is_some() => {
            // A comparison looks the same; then this is no component's name.
            says.components.insert(dotted(code, at + 1).0);
        }
        _ => {}
    }
}

/// The component that `show` is told, if it is told by a text.
fn shown(code: Code<'_>, from: usize) -> Option<&str> {
    let end = (from..code.tokens.len()).find(|at| matches!(code.kind(*at), Some(Kind::ValueEnd | Kind::TagEnd)))?;
    let at = (from..end).find(|at| code.name(*at) == Some("component") && code.is_sign(at + 1, "="))?;
    match (code.kind(at + 2)?, code.kind(at + 3)?) {
        (Kind::Text(component), Kind::Sign("," | ")")) => Some(component),
        _ => None,
    }
}
