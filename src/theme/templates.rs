//! Templates: one Tera per language, each with that language's messages bound to `t`.
//!
//! Bound, not looked up, because a component sees nothing of the page but its arguments. Templates know these functions:
//! `t(key="…", name=value)` says a message, `asset(name="site.css")` gives the path of an asset within the site; a third,
//! `show`, is in its own file.

use super::assets::Assets;
use super::diagnostic::{self, Problem, Texts};
use super::files::{CARRIED, Text};
use super::fragments::{Fragments, put_root};
use super::messages::Languages;
use super::names::literals::Literals;
use super::names::tokens::{Tag, read};
use super::settled::{Small, settled};
use super::shapes::keep_used;
use crate::diag::{Diagnostic, Sink};
use crate::i18n::{Arg, Messages, Unsaid};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use tera::{ComponentInfo, Context, Error, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// Bytes of a page, or a little more.
const A_PAGE: usize = 32 << 10;

struct Engine {
    tera: Arc<Tera>,
    fragments: Arc<Fragments>,
}

pub(super) struct Templates {
    by_language: BTreeMap<String, Engine>,
    pub(super) texts: Texts,
    pub(super) literals: Literals,
}

impl fmt::Debug for Templates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Templates").field("texts", &self.texts.keys()).finish_non_exhaustive()
    }
}

impl Templates {
    /// Parses all templates; none if one is wrong.
    pub(super) fn build(texts: Texts, languages: &Languages, assets: &Arc<Assets>, sink: &mut Sink) -> Option<Self> {
        let mut by_language = BTreeMap::new();
        let engines: Vec<_> =
            languages.words.par_iter().map(|(language, words)| (language, engine(&texts, words, assets))).collect();
        for (language, engine) in engines {
            match engine {
                Ok(engine) => drop(by_language.insert(language.clone(), engine)),
                Err(error) => {
                    for diagnostic in all_errors(&error, &texts) {
                        sink.push(diagnostic);
                    }
                    // The other languages have the same templates.
                    return None;
                }
            }
        }
        let literals = Literals::read(&tags(&texts));
        let before = sink.errors();
        let components = by_language.values().flat_map(|engine: &Engine| engine.tera.get_component_names()).collect();
        literals.check(&texts, languages, assets, &components, sink);
        (sink.errors() == before).then_some(Self { by_language, texts, literals })
    }

    pub(super) fn render(
        &self,
        template: &str,
        language: &str,
        context: &Context,
        root: &str,
    ) -> Result<Vec<u8>, Diagnostic> {
        let Some(engine) = self.by_language.get(language) else {
            return Err(Problem::unknown_language(language).into_diagnostic(None));
        };
        let mut page = Vec::with_capacity(A_PAGE);
        match engine.tera.render_to(template, context, &mut page) {
            Ok(()) => {
                keep_used(&mut page);
                Ok(put_root(&page, root))
            }
            Err(error) => Err(diagnostic::of_tera(&error, &self.texts).swap_remove(0)),
        }
    }

    pub(super) fn fragments(&self, language: &str) -> &Fragments {
        &self.by_language[language].fragments
    }

    /// The name under which Tera finds a template.
    pub(super) fn resolve(&self, name: &str) -> Option<&str> {
        let carried = format!("{CARRIED}{name}");
        [name, &carried].into_iter().find_map(|name| self.texts.get_key_value(name).map(|(name, _)| name.as_str()))
    }

    pub(super) fn component(&self, name: &str) -> Option<ComponentInfo> {
        self.by_language.values().next()?.tera.get_component_definition(name)
    }
}

/// The tags of all templates, by name in Tera.
pub(super) fn tags(texts: &Texts) -> BTreeMap<&str, Vec<Tag<'_>>> {
    texts.iter().map(|(name, text)| (name.as_str(), read(&text.content))).collect()
}

fn engine(texts: &Texts, words: &Arc<Messages>, assets: &Arc<Assets>) -> TeraResult<Engine> {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes([CARRIED])?;
    tera.autoescape_on([".html", ".xml", ".svg"]);
    // Functions come before templates, which are checked against them.
    let said = Arc::clone(words);
    tera.register_function("t", move |args: Kwargs, _: &State| say(&said, &args));
    let known = Arc::clone(assets);
    tera.register_function("asset", move |args: Kwargs, _: &State| -> TeraResult<Value> {
        let name: &str = args.must_get("name")?;
        known.path(name).map(Value::from).ok_or_else(|| Problem::unknown_asset(name).into_error())
    });
    let fragments = Arc::new(Fragments::default());
    let shown = Arc::clone(&fragments);
    tera.register_function("show", move |args: Kwargs, state: &State| shown.show(&args, state));
    let small = Small::of(texts);
    tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), settled(text, &small, words, assets))))?;
    let tera = Arc::new(tera);
    fragments.of(Arc::downgrade(&tera));
    Ok(Engine { tera, fragments })
}

fn say(words: &Messages, args: &Kwargs) -> TeraResult<Value> {
    let key: &str = args.must_get("key")?;
    let lacks = |what: &str| Problem::message_argument(key, words.language(), what).into_error();
    let mut values = Vec::new();
    for (name, value) in args.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
        let value = value.as_str().map(Arg::Text).or_else(|| value.as_f64().map(Arg::Number));
        let what = || lacks(&format!("argument {name} is neither text nor a number"));
        values.push((name, value.ok_or_else(what)?));
    }
    match words.say(key, &values) {
        Ok(text) => Ok(Value::from(&*text)),
        Err(Unsaid::Unknown) => Err(Problem::unknown_message(key, &[words.language()]).into_error()),
        Err(Unsaid::Lacks { what, .. }) => Err(lacks(&what)),
    }
}

/// Tera stops at the first template that does not parse: then each is tried alone, so that all of them are reported.
fn all_errors(first: &Error, texts: &Texts) -> Vec<Diagnostic> {
    if !matches!(first.kind(), ErrorKind::SyntaxError(_)) {
        return diagnostic::of_tera(first, texts);
    }
    let mut found = Vec::new();
    for (name, Text { content, .. }) in texts {
        if let Err(error) = Tera::new().add_raw_template(name, content)
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            found.append(&mut diagnostic::of_tera(&error, texts));
        }
    }
    found
}
