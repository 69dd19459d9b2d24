//! Names that templates ask for in vain, whether Tera would come to them or not.

use super::*;
use schemars::{JsonSchema, Schema, schema_for};

/// What pages are given in these tests.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct Given<V> {
    root: String,
    view: V,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct View {
    title: &'static str,
    n: u32,
    nothing: Option<String>,
    none: Vec<Link>,
    map: BTreeMap<String, Link>,
    data: serde_json::Value,
    rows: Vec<Row>,
    parts: Vec<Fragment>,
    one: Fragment,
    several: Option<Either>,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct Row {
    a: u32,
    link: Option<Link>,
    tags: Vec<String>,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct Link {
    href: String,
}

#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
enum Either {
    Row(Row),
    Link(Link),
}

/// A fragment of many pages.
struct Fragment;

impl JsonSchema for Fragment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Fragment".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> Schema {
        schemars::json_schema!({ "fragment": generator.subschema_for::<Row>() })
    }
}

/// The unknown names under `overrides`, when `a.html` is given what `schema` describes.
fn unknown(overrides: &str, schema: Schema) -> Vec<String> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let theme = Theme::assemble(files(CARRIED_FILES), files(overrides), &mut sources, &mut sink);
    let theme = theme.unwrap_or_else(|| panic!("{:?}", sink.into_sorted(&sources)));
    let found = theme.unknown_names(&BTreeMap::from([("a.html", schema)]));
    let shown = found.iter().map(|d| show(d, &sources));
    // What was perhaps meant is the matter of another test.
    shown.map(|s| s.split(" (").next().unwrap_or_default().to_owned()).collect()
}

fn places(template: &str) -> Vec<String> {
    let found = unknown(&format!("--- templates/a.html\n{template}"), schema_for!(Given<View>));
    found.iter().map(|f| f.replace("themes/templates/a.html:", "").replace(" template", "")).collect()
}

#[test]
fn what_is_there_is_not_reported() {
    for template in [
        "{{ root }}{{ view.title }}{{ view.nothing }}{{ view.none[0].href }}{{ view.data.any.thing }}",
        "{% for r in view.rows %}{{ loop.index }}{{ r.a }}{{ r.link?.href }}{% for t in r.tags %}{{ t }}{% endfor %}{% else %}{{ view.n }}{% endfor %}",
        "{% for k, v in view.map %}{{ k }}{{ v.x }}{% endfor %}{{ view.map[\"k\"].y }}{{ view.map.k.y }}",
        "{% set x = view.rows %}{{ x[0].a }}{% if view.n %}{% set y = 1 %}{% else %}{% set y = 2 %}{% endif %}{{ y }}",
        "{% set z %}text{{ root }}{% endset %}{{ z | trim | upper }}{% set z | upper | trim %}{{ root }}{% endset %}",
        "{% set last = \"\" %}{% for r in view.rows %}{% if last %}{{ last.a }}{% endif %}{% set_global last = r %}{% endfor %}",
        "{{ view.rows | first | length }}{% set l = view.rows | last %}{{ l.a }}{{ view.rows[1:] | length }}{{ view.rows[-1].link.href }}",
        "{{ view.rows[1:][0].a }}{{ view.several.a }}{{ view.several.href }}",
        "{{ [r.a for r in view.rows if r.a > 1] | join(sep=root) }}{{ [1, view.n, ...view.none] }}{{ {\"a\": view.n, ...view.map} | keys }}",
        "{{ view.title if view.n == 3 and not view.nothing else root ~ `x` }}{{ view.n is number and \"a\" not in view.none }}",
        "{% set x = view.rows[0] if view.n else view.none[0] %}{{ x.a }}{{ x.href }}{% set y = view.one or view.parts %}{{ y.z }}",
        "{{ view.extra | default(value=\"\") }}{% if view.other is defined %}{{ view.other }}{% endif %}{% if q is not defined %}{{ q }}{% endif %}{{ root ~ \"defined\" }}",
        "{% filter upper %}{{ root }}{% endfilter %}{% filter replace(from=root, to=\"x\") | trim %}{{ root }}{% endfilter %}",
        "{% raw %}{{ nothing.at.all }}{% endraw %}{# {{ nor.here }} #}{{ root }}",
        "{{ range(end=view.n) }}{{ t(key=\"tasks\", n=view.n) }}{{ -view.n + 1.5 }}{{ true and none == null }}{{ view.n < view.n }}",
        "{{ <row r={view.rows[0]} /> }}{{ <row r={view.rows[0]} h={view.n} /> }}{% if <row r={view.rows[0]} /> %}{% endif %}",
        "{{ <row {...view.map} /> }}{% set r = view.rows[0] %}{{ <row r /> }}",
        "{{ show(component=\"held\", of=view.parts, h=1) }}{{ show(component=\"held\", of=view.one) }}{{ view.parts | length }}",
        "{{ show(component=\"held\", of=view.parts[:1]) }}",
    ] {
        let overrides = "--- templates/parts.html\n{%- component row(r: map, h: integer = 3, @root) %}{{ r.a }}{{ h }}{{ root }}{% endcomponent row -%}\n{%- component held(it: map, h: integer = 3) %}{{ it.a }}{% endcomponent held -%}\n--- templates/tasks.html\n\n";
        let found = unknown(&format!("--- templates/a.html\n{template}\n{overrides}"), schema_for!(Given<View>));
        assert_eq!(found, Vec::<String>::new(), "{template}");
    }
}

#[test]
fn what_is_not_there_is_reported_with_its_place() {
    for (template, expected) in [
        ("{% if false %}{{ view.titel }}{% endif %}", &["1:23 [titel] unknown-field titel"][..]),
        (
            "{% if view.titel %}x{% elif vieww %}y{% endif %}",
            &["1:12 [titel] unknown-field titel", "1:29 [vieww] unknown-variable vieww"],
        ),
        (
            "{% for r in view.rows %}{{ r.b }}{{ r.link.hre }}{% endfor %}{{ r.a }}",
            &["1:30 [b] unknown-field b", "1:44 [hre] unknown-field hre", "1:65 [r] unknown-variable r"],
        ),
        ("{{ [q.a for r in view.rows if r.c] }}", &["1:5 [q] unknown-variable q", "1:33 [c] unknown-field c"]),
        (
            "{{ view.rows[0].b }}{% set f = view.rows | first %}{{ f.b }}",
            &["1:17 [b] unknown-field b", "1:57 [b] unknown-field b"],
        ),
        ("{{ view.title if view.m else view.o }}", &["1:23 [m] unknown-field m", "1:35 [o] unknown-field o"]),
        (
            "{{ t(key=\"tasks\", n=view.m) }}{{ root | replace(from=view.f, to=\"\") }}",
            &["1:26 [m] unknown-field m", "1:59 [f] unknown-field f"],
        ),
        (
            "{% set x = view.rows[0] %}{{ x.b }}{{ {\"k\": view.k} }}",
            &["1:32 [b] unknown-field b", "1:50 [k] unknown-field k"],
        ),
        ("{{ view\n  .one.k }}", &["2:8 [k] unknown-field k"]),
        // What the values of a site would not tell: an empty list, a text that may be none, a fragment.
        (
            "{{ view.none[0].x }}{{ view.nothing.x }}{{ view.title.x }}{{ view.rows.a }}{{ view.parts[0].a }}",
            &[
                "1:17 [x] unknown-field x",
                "1:37 [x] unknown-field x",
                "1:55 [x] unknown-field x",
                "1:72 [a] unknown-field a",
                "1:93 [a] unknown-field a",
            ],
        ),
        (
            "{{ (view.rows | first) ~ view.b }}{{ view.rows[view.k].a }}{{ -view.l < view.m }}{{ view.o is containing(pat=view.p) }}",
            &[
                "1:31 [b] unknown-field b",
                "1:53 [k] unknown-field k",
                "1:69 [l] unknown-field l",
                "1:78 [m] unknown-field m",
                "1:90 [o] unknown-field o",
                "1:115 [p] unknown-field p",
            ],
        ),
        (
            "{% filter replace(from=frm, to=\"\") | trim(pat=pt) %}{% endfilter %}{% set x | trim(pat=pt) %}{% endset %}",
            &["1:24 [frm] unknown-variable frm", "1:47 [pt] unknown-variable pt", "1:88 [pt] unknown-variable pt"],
        ),
    ] {
        assert_eq!(places(template), expected, "{template}");
    }
}

#[test]
fn components_blocks_and_includes_are_followed() {
    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only its schema is used")]
    struct Listed {
        title: String,
        day: String,
    }
    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only its schema is used")]
    struct List {
        total: u32,
        rows: Vec<Listed>,
    }
    let overrides = "--- templates/a.html\n{% extends \"base.html\" %}{% block main %}{% set s = view.total %}{% include \"i.html\" %}{{ <card c={view.rows[0]} /> }}{% endblock main %}\n\
         --- templates/i.html\n{{ s }}{{ view.row }}\n\
         --- templates/base.html\n{{ rot }}{% block main %}{{ never.rendered }}{% endblock main %}\n\
         --- templates/tasks.html\n\n\
         --- templates/c.html\n{%- component card(c: map, @root, @view) %}{{ <row r={c} /> }}{{ c.titel }}{{ view.totl }}{{ base }}{% endcomponent card -%}\n\
         --- templates/parts.html\n{%- component row(r: map) %}{{ r.dya }}{% endcomponent row -%}\n";
    assert_eq!(
        unknown(overrides, schema_for!(Given<List>)),
        [
            "themes/templates/base.html:1:4 [rot] template unknown-variable rot",
            "themes/templates/c.html:1:68 [titel] template unknown-field titel",
            "themes/templates/c.html:1:84 [totl] template unknown-field totl",
            "themes/templates/c.html:1:94 [base] template unknown-variable base",
            "themes/templates/i.html:1:16 [row] template unknown-field row",
            "themes/templates/parts.html:1:34 [dya] template unknown-field dya",
        ]
    );
}

#[test]
fn a_component_may_use_what_any_of_its_calls_gives() {
    let overrides = |row: &str| {
        format!(
            "--- templates/a.html\n{{{{ <row r={{view.rows[0]}} /> }}}}{{{{ <row r={{view.none[0]}} /> }}}}\n--- templates/tasks.html\n\n\
             --- templates/parts.html\n{{%- component row(r: map) %}}{row}{{% endcomponent row -%}}\n"
        )
    };
    let schema = || schema_for!(Given<View>);
    assert_eq!(unknown(&overrides("{{ r.a }}{{ r.href }}"), schema()), Vec::<String>::new());
    assert_eq!(
        unknown(&overrides("{{ r.a }}{{ r.hre }}"), schema()),
        ["themes/templates/parts.html:1:43 [hre] template unknown-field hre"]
    );
}

#[test]
fn all_views_of_a_template_count() {
    let mut generator = schemars::SchemaGenerator::default();
    let (one, other) = (Given::<Link>::json_schema(&mut generator), Given::<Row>::json_schema(&mut generator));
    let both = schemars::json_schema!({ "anyOf": [one, other], "$defs": generator.take_definitions(true) });
    let template = "--- templates/a.html\n{{ view.href }}{{ view.a }}{{ view.x }}";
    assert_eq!(unknown(template, both), ["themes/templates/a.html:1:36 [x] template unknown-field x"]);
}

#[test]
fn the_names_that_there_are_come_along() {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let overrides = files("--- templates/a.html\n{{ view.titel }}{{ veiw }}{{ view.title.x }}");
    let theme = Theme::assemble(files(CARRIED_FILES), overrides, &mut sources, &mut sink).expect("it loads");
    let found = theme.unknown_names(&BTreeMap::from([("a.html", schema_for!(Given<View>))]));
    let told: Vec<_> = found.iter().map(|d| (d.args[2].1.clone(), d.did_you_mean.clone())).collect();
    let fields = "data, map, n, none, nothing, one, parts, rows, several, title";
    assert_eq!(
        told,
        [
            (format!("Field `titel` is not defined in `view`. Available: {fields}"), Some("title".to_owned())),
            ("Variable `veiw` is not defined. Available: root, view".to_owned(), Some("view".to_owned())),
            ("Field `x` is not defined in `view.title`.".to_owned(), None),
        ]
    );
}
