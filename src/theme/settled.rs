//! What of a carried template is known before any page is made, put in its place: words, addresses of assets, markup of
//! small components.
//!
//! Most words of a page are the same on every page, and to call a component of one line takes as long as ten lines of
//! markup. A template of the site's own stays as it was written, so that an error in it has its place.

use super::assets::Assets;
use super::diagnostic::Texts;
use super::files::{Layer, Text};
use crate::i18n::{Arg, Messages};
use regex::{Captures, Regex};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

/// `{{ t(key="nav-home") }}`, `{{ asset(name="site.css") }}`.
static SAID: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(?-u)\{\{ (?:t\(key|asset\(name)="([a-z0-9.-]+)"\) \}\}"#));
/// `{{ <date d={view.due} /> }}`.
static CALLED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?-u)\{\{ <(\w+) (\w+)=\{([\w.]+)\} /> \}\}"));
/// A component on one line that takes one thing.
static SMALL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?m)^\{%- component (\w+)\((\w+)(?:: map)?\) -?%\}(.*?)\{%-? endcomponent \w+ -?%\}$"));
/// Any component.
static DEFINED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bcomponent\s+(\w+)\s*\("));
static TAG: LazyLock<Regex> = LazyLock::new(|| pattern(r"\{\{.*?\}\}|\{%.*?%\}"));

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a good pattern")
}

/// Small components by name.
pub(super) struct Small<'t>(BTreeMap<&'t str, Component<'t>>);

struct Component<'t> {
    /// The name of what it takes.
    given: &'t str,
    /// That name, with what stands before it, and with the point behind it where a field is meant.
    named: Regex,
    markup: &'t str,
}

impl<'t> Small<'t> {
    /// Those of the carried theme, but for names that the site has components of.
    pub(super) fn of(texts: &'t Texts) -> Self {
        let defined = |text: &'t Text| SMALL.captures_iter(&text.content).map(|found| found.extract().1);
        let carried = texts.values().filter(|text| text.layer == Layer::Carried).flat_map(defined);
        let plain = |body: &str| !TAG.find_iter(body).any(|tag| tag.as_str().contains(['<', '"', '\'', '~']));
        let of_site = texts.values().filter(|text| text.layer == Layer::Site);
        let own: BTreeSet<&str> = of_site
            .flat_map(|text| DEFINED.captures_iter(&text.content))
            .map(|found| found.extract::<1>().1[0])
            .collect();
        let kept = carried.filter(|[name, _, markup]| plain(markup) && !own.contains(name));
        let component = |[name, given, markup]: [&'t str; 3]| {
            let named = pattern(&format!(r"(^|[^\w.]){given}\b(\.?)"));
            (name, Component { given, named, markup })
        };
        Self(kept.map(component).collect())
    }

    /// The markup of a call; none where the component is not small, or takes its thing as a whole.
    fn called(&self, name: &str, given: &str, value: &str) -> Option<String> {
        let component = self.0.get(name).filter(|component| component.given == given)?;
        let mut whole = false;
        let markup = TAG.replace_all(component.markup, |tag: &Captures<'_>| {
            let put = |found: &Captures<'_>| {
                whole |= found[2].is_empty();
                format!("{}{value}{}", &found[1], &found[2])
            };
            component.named.replace_all(&tag[0], put).into_owned()
        });
        (!whole).then(|| markup.into_owned())
    }
}

/// The template as Tera is to read it.
pub(super) fn settled<'t>(text: &'t Text, small: &Small<'_>, words: &Messages, assets: &Assets) -> Cow<'t, str> {
    if text.layer == Layer::Site {
        return Cow::Borrowed(&text.content);
    }
    let called = CALLED.replace_all(&text.content, |call: &Captures<'_>| {
        small.called(&call[1], &call[2], &call[3]).unwrap_or_else(|| call[0].to_owned())
    });
    let said = SAID.replace_all(&called, |call: &Captures<'_>| {
        let said = if call[0].starts_with("{{ t") {
            words.say(&call[1], &[] as &[(&str, Arg<'_>)]).ok()
        } else {
            assets.path(&call[1]).map(Arc::from)
        };
        // What Tera would read as its own stays a call, and so does what it might trim.
        let said = said.filter(|said| !said.contains('{') && !said.is_empty() && said.trim() == &**said);
        said.map_or_else(|| call[0].to_owned(), |said| escaped(&said))
    });
    Cow::Owned(said.into_owned())
}

fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    tera::escape_html(text, &mut out).expect("writing to memory does not fail");
    String::from_utf8(out).expect("escaped text is text")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;

    fn texts(files: &[(&str, Layer, &str)]) -> Texts {
        let text = |content: &str, layer| Text { layer, file: FileId(0), content: content.into() };
        files.iter().map(|(name, layer, content)| ((*name).to_owned(), text(content, *layer))).collect()
    }

    const CARRIED: &str = "{%- component tongue(of: map) %}{% if of.lang %} lang=\"{{ of.lang }}\"{% endif %}{% endcomponent tongue -%}\n\
                           {%- component date(d) -%}<time class=\"d\">d {{ d.text }}</time>{%- endcomponent date -%}\n\
                           {%- component whole(d) -%}{{ d }}{%- endcomponent whole -%}\n\
                           {%- component said(d) -%}{{ t(key=\"a\", n=d.n) }}{%- endcomponent said -%}";

    #[test]
    fn a_small_component_stands_where_it_is_called() {
        let texts = texts(&[("default/a.html", Layer::Carried, CARRIED)]);
        let small = Small::of(&texts);
        let called = |name, given| small.called(name, given, "v.list.d");
        let tongue = "{% if v.list.d.lang %} lang=\"{{ v.list.d.lang }}\"{% endif %}";
        assert_eq!(called("tongue", "of").as_deref(), Some(tongue));
        assert_eq!(called("date", "d").as_deref(), Some("<time class=\"d\">d {{ v.list.d.text }}</time>"));
        assert_eq!((called("date", "of"), called("whole", "d"), called("said", "d")), (None, None, None));
    }

    #[test]
    fn a_component_of_the_sites_own_stays_a_call() {
        let own = "{% component  date (d) %}{{ d.iso }}{% endcomponent date %}";
        let texts = texts(&[("default/a.html", Layer::Carried, CARRIED), ("b.html", Layer::Site, own)]);
        let small = Small::of(&texts);
        assert!(small.called("date", "d", "v").is_none() && small.called("tongue", "of", "v").is_some());
    }
}
