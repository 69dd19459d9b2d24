//! What a browser would block: warned of in a site's own templates, absent from the carried ones.

use super::*;
use crate::theme::{carried, policy};

/// The warnings under `overrides`, of a theme that is used all the same.
fn warnings(overrides: &str) -> Vec<String> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let theme = Theme::assemble(files(CARRIED_FILES), files(overrides), &mut sources, &mut sink);
    let found: Vec<_> = sink.into_sorted(&sources).iter().map(|d| show(d, &sources)).collect();
    assert!(theme.is_some(), "{found:#?}");
    found
}

fn of_template(template: &str) -> Vec<String> {
    let found = warnings(&format!("--- templates/a.html\n{template}"));
    found.iter().map(|f| f.replace("themes/templates/a.html:", "").replace(" blocked-by-policy", "")).collect()
}

#[test]
fn what_is_blocked_is_told_with_its_place() {
    for (template, expected) in [
        ("<p>\n<script>a()</script>", &["2:1 [<script] script"][..]),
        ("<SCRIPT type=\"module\">a()</SCRIPT>", &["1:1 [<SCRIPT] script"]),
        ("<style>a { b: c }</style>", &["1:1 [<style] style"]),
        ("<p style=\"color: {{ view.total }}\">", &["1:4 [style=\"color: {{ view.total }}\"] style-attribute"]),
        ("<p STYLE = 'x'>", &["1:4 [STYLE = 'x'] style-attribute"]),
        (
            "<body onload=\"a('>')\" class=x><a onClick=b>",
            &["1:7 [onload=\"a('>')\"] handler onload", "1:34 [onClick=b] handler onclick"],
        ),
        (
            "<a{% if root %} class=\"{{ root ~ \">\" }}\"{% endif %} onfocus=\"{{ root }}\">",
            &["1:53 [onfocus=\"{{ root }}\"] handler onfocus"],
        ),
        ("<a href=\" java\nscript:a()\">", &["1:4 [href=\" java\nscript:a()\"] address"]),
        ("<form action=JavaScript:a()>", &["1:7 [action=JavaScript:a()] address"]),
        (
            "<script src=\"https://a.example/x.js\">",
            &["1:9 [src=\"https://a.example/x.js\"] elsewhere https://a.example/x.js"],
        ),
        (
            "<img alt='<' src=//a.example/{{ root }}.png>",
            &["1:14 [src=//a.example/{{ root }}.png] elsewhere //a.example/….png"],
        ),
        (
            "<link href=\"http://a.example/a.css\" rel=\"preload StyleSheet\">",
            &["1:7 [href=\"http://a.example/a.css\"] elsewhere http://a.example/a.css"],
        ),
        (
            "<img srcset=\"a.png 1x, https://a.example/b.png 2x\">",
            &["1:6 [srcset=\"a.png 1x, https://a.example/b.png 2x\"] elsewhere a.png 1x, https://a.example/b.png 2x"],
        ),
        ("{% component own() %}<b onclick=a>{% endcomponent own %}", &["1:25 [onclick=a] handler onclick"]),
        ("{% raw %}<b onclick=\"{{ a }}\">{% endraw %}", &["1:13 [onclick=\"{{ a }}\"] handler onclick"]),
        ("<p a=\"", &[]),
        ("<p a=", &[]),
        ("<p =x onclick", &["1:7 [onclick] handler onclick"]),
        ("<", &[]),
    ] {
        assert_eq!(of_template(template), expected, "{template}");
    }
    let css = "--- assets/a.css\n@import url(https://a.example/a.css);\nb { c: url( '//a.example/d.png' ) }";
    assert_eq!(
        warnings(css),
        [
            "themes/assets/a.css:1:13 [https://a.example/a.css] blocked-by-policy elsewhere https://a.example/a.css",
            "themes/assets/a.css:2:14 [//a.example/d.png] blocked-by-policy elsewhere //a.example/d.png"
        ]
    );
}

#[test]
fn what_is_not_blocked_is_not_told() {
    for template in [
        "<script src=\"{{ root }}{{ asset(name=\"site.css\") }}\"></script><script {{ root }}></script>",
        "<script type=\"application/ld+json\">{{ root | safe }}</script><script type=\"{{ root }}\"></script>",
        "<a href=\"https://a.example/\" rel=\"stylesheet\">x</a><link rel=\"canonical\" href=\"https://a.example/\">",
        "<a href=\"{{ root }}\" title='style=\"x\" onclick=\"y\"'>onclick=\"x\" style=\"y\"</a> 1 < 2 onclick=3",
        "<!-- <script>a()</script> --><textarea><style></textarea>{# <style> #}{{ \"<style>\" }}",
        "{% if root < 3 %}<a{% if root %} class=\"x\"{% endif %}{{ <row r={view.rows[0]} /> }} on=\"\">{% endif %}",
        "<use href=\"#s-a\"/><img src=\"{{ root }}a.png\"><img src=\"{{ root }}:x\"><img src=\"data:image/png;base64,x\">",
        "<p data-style=\"x\" data-onclick=\"y\" on-x=\"\"><meta property=\"og:url\" content=\"https://a.example/\">",
    ] {
        assert_eq!(of_template(template), Vec::<String>::new(), "{template}");
    }
}

#[test]
fn the_carried_theme_has_nothing_that_is_blocked() {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let mut parts = Files::default();
    for file in carried::files() {
        parts.sort_in(file, Layer::Carried, &mut sources, &mut sink);
    }
    Assets::build(&parts.assets, &mut sink);
    parts.templates.values().flat_map(policy::blocked).for_each(|warning| sink.push(warning));
    let found: Vec<_> = sink.into_sorted(&sources).iter().map(|d| show(d, &sources)).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_file_that_nothing_reads_is_a_warning_alone() {
    assert_eq!(warnings("--- tempaltes/a.html\nx"), ["– unknown-file"]);
}
