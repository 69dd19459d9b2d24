//! Names that templates ask for in vain, whether Tera would come to them or not.

use super::*;

/// The unknown names of `a.html` under `overrides`, when it is given `views`.
fn unknown(overrides: &str, views: &[serde_json::Value]) -> Vec<String> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let theme = Theme::assemble(files(CARRIED_FILES), files(overrides), &mut sources, &mut sink);
    let theme = theme.unwrap_or_else(|| panic!("{:?}", sink.into_sorted(&sources)));
    let mut names = theme.names();
    for view in views {
        names.given("a.html", view);
    }
    let shown = names.finish().iter().map(|d| show(d, &sources)).collect::<Vec<_>>();
    // What was perhaps meant is the matter of another test.
    shown.iter().map(|s| s.split(" (").next().unwrap_or_default().to_owned()).collect()
}

fn places(template: &str) -> Vec<String> {
    let view = json!({"root": "", "view": {
        "title": "T", "nothing": null, "none": [], "map": {"k": {"x": 1}}, "n": 3,
        "rows": [{"a": 1, "link": null}, {"a": 2, "link": {"href": "x"}, "tags": ["u"]}],
    }});
    let found = unknown(&format!("--- templates/a.html\n{template}"), &[view]);
    found.iter().map(|f| f.replace("themes/templates/a.html:", "").replace(" template", "")).collect()
}

#[test]
fn what_is_there_is_not_reported() {
    for template in [
        "{{ root }}{{ view.title }}{{ view.nothing.any.thing }}{{ view.none[0].x }}",
        "{% for r in view.rows %}{{ loop.index }}{{ r.a }}{{ r.link?.href }}{% for t in r.tags %}{{ t }}{% endfor %}{% else %}{{ view.n }}{% endfor %}",
        "{% for k, v in view.map %}{{ k }}{{ v.x }}{% endfor %}{{ view.map[\"k\"].y }}",
        "{% set x = view.rows %}{{ x[0].a }}{% if view.n %}{% set y = 1 %}{% else %}{% set y = 2 %}{% endif %}{{ y }}",
        "{% set z %}text{{ root }}{% endset %}{{ z | trim | upper }}",
        "{{ view.rows | first | length }}{% set l = view.rows | last %}{{ l.a }}{{ view.rows[1:] | length }}{{ view.rows[-1].link.href }}",
        "{{ [r.a for r in view.rows if r.a > 1] | join(sep=root) }}{{ [1, view.n, ...view.none] }}{{ {\"a\": view.n, ...view.map} | keys }}",
        "{{ view.title if view.n == 3 and not view.nothing else root ~ `x` }}{{ view.n is number and \"a\" not in view.none }}",
        "{{ view.extra | default(value=\"\") }}{% if view.other is defined %}{{ view.other }}{% endif %}",
        "{% filter upper %}{{ root }}{% endfilter %}{% raw %}{{ nothing.at.all }}{% endraw %}{# {{ nor.here }} #}",
        "{{ range(end=view.n) }}{{ t(key=\"tasks\", n=view.n) }}{{ -view.n + 1.5 }}{{ true and none == null }}",
        "{{ <row r={view.rows[0]} /> }}",
        "{{ show(component=\"held\", of=view.parts, h=1) }}{{ show(component=\"held\", of=view.one) }}{{ view.parts | length }}",
    ] {
        let overrides = "--- templates/parts.html\n{%- component row(r: map, h: integer = 3, @root) %}{{ r.a }}{{ h }}{{ root }}{% endcomponent row -%}\n{%- component held(it: map, h: integer = 3) %}{{ it.a }}{% endcomponent held -%}\n--- templates/tasks.html\n\n";
        let view = json!({"root": "", "view": {
            "title": "T", "nothing": null, "none": [], "map": {"k": {"x": 1}}, "n": 3,
            "rows": [{"a": 1, "link": null}, {"a": 2, "link": {"href": "x"}, "tags": ["u"]}],
            "parts": [{"part": {"a": 1}}], "one": {"part": {"a": 2}},
        }});
        let found = unknown(&format!("--- templates/a.html\n{template}\n{overrides}"), &[view]);
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
        ("{{ view\n  .map.k.y }}", &["2:10 [y] unknown-field y"]),
    ] {
        assert_eq!(places(template), expected, "{template}");
    }
}

#[test]
fn components_blocks_and_includes_are_followed() {
    let view = json!({"root": "", "view": {"total": 1, "rows": [{"title": "a", "day": "b"}]}});
    let overrides = "--- templates/a.html\n{% extends \"base.html\" %}{% block main %}{% set s = view.total %}{% include \"i.html\" %}{{ <card c={view.rows[0]} /> }}{% endblock main %}\n\
         --- templates/i.html\n{{ s }}{{ view.row }}\n\
         --- templates/base.html\n{{ rot }}{% block main %}{{ never.rendered }}{% endblock main %}\n\
         --- templates/tasks.html\n\n\
         --- templates/c.html\n{%- component card(c: map, @root, @view) %}{{ <row r={c} /> }}{{ c.titel }}{{ view.totl }}{{ base }}{% endcomponent card -%}\n\
         --- templates/parts.html\n{%- component row(r: map) %}{{ r.dya }}{% endcomponent row -%}\n";
    assert_eq!(
        unknown(overrides, &[view]),
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
fn all_views_of_a_template_count() {
    let of = |view| json!({"root": "", "view": view});
    let template = "--- templates/a.html\n{{ view.x.a }}{{ view.x.b }}";
    let whole = [of(json!({"x": {"a": 1}})), of(json!({"x": null})), of(json!({"x": {"b": 1}}))];
    assert_eq!(unknown(template, &whole), Vec::<String>::new());
    assert_eq!(unknown(template, &whole[..2]), ["themes/templates/a.html:1:25 [b] template unknown-field b"]);
    assert_eq!(unknown(template, &whole[1..2]), Vec::<String>::new());
}
