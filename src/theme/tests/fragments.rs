//! `show`: fragments that many pages have, rendered once.

use super::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A fragment that counts how often a component is given it.
struct Row {
    text: &'static str,
    asked: AtomicUsize,
}

impl Row {
    fn new(text: &'static str) -> Arc<Self> {
        Arc::new(Self { text, asked: AtomicUsize::new(0) })
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}

impl ToValue for Row {
    fn value(&self) -> Value {
        self.asked.fetch_add(1, Ordering::Relaxed);
        Value::from_serializable(&json!({"text": self.text, "href": format!("{ROOT}a/index.html")}))
    }
}

const COMPONENTS: &str = "\
--- templates/c.html
{%- component line(it: map, bold: bool = false, @site) %}<a href=\"{{ it.href }}\">{% if bold %}<b>{{ it.text }}</b>{% else %}{{ it.text }}{% endif %}</a>{{ site.name }}{% endcomponent line -%}
{%- component short(it: map) %}{{ it.text }}{% endcomponent short -%}
{%- component wrong(it: map) %}<p>{{ it.txet }}{% endcomponent wrong -%}
";

fn theme_of(template: &str) -> (Theme, Sources) {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let overrides = files(&format!("--- templates/a.html\n{template}\n{COMPONENTS}"));
    let theme = Theme::assemble(files(CARRIED_FILES), overrides, &mut sources, &mut sink);
    (theme.unwrap_or_else(|| panic!("{sink:?}")), sources)
}

fn rendered(theme: &Theme, root: &str, rows: &[Arc<Row>]) -> Result<String, Diagnostic> {
    let site = Value::from_serializable(&json!({"name": "S"}));
    let mut hashes: Vec<u128> = Vec::new();
    for row in rows {
        let hash = u128::MAX - hashes.len() as u128;
        theme.fragments("vi").add(hash, &site, || Arc::clone(row) as Arc<dyn ToValue>);
        hashes.push(hash);
    }
    let mut context = Context::new();
    context.insert("rows", &hashes);
    theme.render_context("a.html", "vi", &context, root).map(|bytes| String::from_utf8(bytes).unwrap())
}

#[test]
fn a_fragment_is_rendered_once_and_leads_home_from_every_page() {
    let (theme, _) = theme_of("{{ show(component=\"line\", of=rows) }}");
    let rows = [Row::new("<x>"), Row::new("y")];
    assert_eq!(
        rendered(&theme, "../", &rows).unwrap(),
        "<a href=\"../a/index.html\">&lt;x&gt;</a>S\n<a href=\"../a/index.html\">y</a>S\n"
    );
    assert!(rendered(&theme, "../../", &rows).unwrap().starts_with("<a href=\"../../a/index.html\">&lt;x&gt;</a>S\n"));
    assert!(rendered(&theme, "", &rows).unwrap().starts_with("<a href=\"a/index.html\">&lt;x&gt;</a>S\n"));
    assert_eq!((rows[0].asked(), rows[1].asked()), (1, 1));
}

#[test]
fn components_and_arguments_are_told_apart() {
    let (theme, _) = theme_of(
        "{{ show(component=\"short\", of=rows[0]) }}|{{ show(component=\"line\", of=rows[0], bold=true) }}|{{ show(component=\"line\", of=rows[:1]) }}",
    );
    let part = [Row::new("x")];
    for _ in 0..2 {
        assert_eq!(
            rendered(&theme, "", &part).unwrap(),
            "x|<a href=\"a/index.html\"><b>x</b></a>S|<a href=\"a/index.html\">x</a>S\n"
        );
    }
    assert_eq!(part[0].asked(), 3);
}

#[test]
fn errors_in_fragments_are_told_with_their_places() {
    for (template, expected) in [
        (
            "{{ show(component=\"wrong\", of=rows) }}",
            "themes/templates/c.html:3:41 [txet] template unknown-field txet (text?)",
        ),
        (
            "{{ show(component=\"line\", of=rows, bold=rows) }}",
            "themes/templates/a.html:1:4 [show(component=\"line\", of=rows, bold=rows)] template other-at bold",
        ),
        (
            "{{ show(component=\"line\", of=7) }}",
            "themes/templates/a.html:1:4 [show(component=\"line\", of=7)] template other-at of",
        ),
    ] {
        let (theme, sources) = theme_of(template);
        let fault = rendered(&theme, "", &[Row::new("x")]).unwrap_err();
        assert_eq!(super::show(&fault, &sources), expected, "{fault:?}");
    }
    let unknown = load("--- templates/a.html\n{{ show(component=\"rw\", of=1) }}").unwrap_err();
    assert_eq!(unknown, ["themes/templates/a.html:1:19 [\"rw\"] template unknown-component rw (row?)"]);
}
