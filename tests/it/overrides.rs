//! What `docs/theming.md` promises to a theme holds on every page: blocks, parts, components, whole templates, assets, words.

use crate::golden::themed;
use crate::open::Opened;
use std::collections::{BTreeMap, BTreeSet};
use tiendo::bundle::Source as _;
use tiendo::site::view_schemas;

const DOCS: &str = include_str!("../../docs/theming.md");

/// Every page of two sites that have all kinds between them: its path, its template, its text.
fn pages(theme: &[(&str, &str)]) -> Vec<(String, &'static str, String)> {
    let of = |site: &Opened| {
        let page = |path: &str| (path.to_owned(), site.template(path).expect("a page has one"), site.text(path));
        site.pages().map(page).collect::<Vec<_>>()
    };
    let pages: Vec<_> = themed(theme).iter().flat_map(of).collect();
    let seen: BTreeSet<&str> = pages.iter().map(|(_, template, _)| *template).collect();
    assert_eq!(seen, view_schemas().into_keys().collect(), "every kind is among them");
    pages
}

/// Holds that a text stands once in every page for which `wanted` says so, and in no other.
fn assert_stands(pages: &[(String, &str, String)], text: &str, wanted: impl Fn(&str) -> bool) {
    for (path, template, html) in pages {
        assert_eq!(html.matches(text).count(), usize::from(wanted(template)), "{text} in {path} ({template})");
    }
}

#[test]
fn a_style_sheet_in_the_head_is_on_every_page() {
    let base = r#"{% extends "default/base.html" %}
{% block head %}
<link rel="stylesheet" href="{{ base.root }}{{ asset(name="ministry.css") }}">
{% endblock head %}
"#;
    for (path, _, html) in pages(&[("templates/base.html", base), ("assets/ministry.css", "h1 { color: red }")]) {
        let head = html.split("</head>").next().expect("a head");
        let root = if path == "404.html" { "/tien-do/".to_owned() } else { "../".repeat(path.matches('/').count()) };
        let link = format!("<link rel=\"stylesheet\" href=\"{root}assets/ministry.");
        assert_eq!(head.matches(&link).count(), 1, "{path}:\n{head}");
        // Last, so that it wins over the carried one.
        assert!(head.rfind("assets/site.") < head.rfind("assets/ministry."), "{path}");
    }
}

/// The table of blocks in the docs: each in the frame, and the templates that fill it themselves.
#[test]
fn each_block_of_the_frame_is_on_the_pages_that_the_docs_name() {
    let rows = DOCS.lines().skip_while(|line| !line.starts_with("| block |")).skip(2);
    let rows: Vec<Vec<&str>> = rows.take_while(|line| !line.is_empty()).map(|line| line.split('|').collect()).collect();
    let named = |cell: &'static str| cell.split('`').skip(1).step_by(2).collect::<BTreeSet<&str>>();
    let blocks: BTreeMap<&str, BTreeSet<&str>> =
        rows.iter().map(|row| (row[1].trim().trim_matches('`'), named(row[3]))).collect();
    let carried = include_str!("../../themes/default/templates/base.html");
    let there: BTreeSet<&str> =
        carried.split(" block ").skip(1).map(|rest| rest.split(' ').next().expect("a name")).collect();
    assert_eq!(blocks.keys().copied().collect::<BTreeSet<_>>(), there, "blocks of the docs and of base.html");
    let fill = |name: &&str| format!("{{% block {name} %}}{{{{ super() }}}}<!--own {name}-->{{% endblock {name} %}}\n");
    let base = format!("{{% extends \"default/base.html\" %}}\n{}", blocks.keys().map(fill).collect::<String>());
    let pages = pages(&[("templates/base.html", &base)]);
    for (block, filled_by) in &blocks {
        // What lies in a block that a page fills is gone with it.
        let outer = if ["hero", "main"].contains(block) { Some(&blocks["body"]) } else { None };
        let gone = |template: &str| filled_by.contains(template) || outer.is_some_and(|by| by.contains(template));
        // `main` is every page's own, and the title of the overview has no parts.
        let wanted =
            |template: &str| *block != "main" && !gone(template) && !(*block == "part" && template == "home.html");
        assert_stands(&pages, &format!("<!--own {block}-->"), wanted);
    }
}

#[test]
fn a_portal_has_its_head_and_foot_on_every_page() {
    let pages = pages(&[
        ("templates/parts/portal-head.html", "<p>Cổng của {{ site.operator }}</p>"),
        (
            "templates/parts/portal-foot.html",
            "<p>Chân cổng <a href=\"{{ base.root }}index.html\">{{ base.kind }}</a></p>",
        ),
    ]);
    // A box stands within a page of somebody else's.
    assert_stands(&pages, "<p>Cổng của Văn phòng Giả lập</p>\n<header class=\"top\">", |t| t != "embed.html");
    assert_stands(&pages, "<p>Chân cổng <a href=", |t| t != "embed.html");
    assert!(pages.iter().any(|(path, _, html)| path == "404.html" && html.contains("index.html\">not-found</a></p>")));
}

#[test]
fn each_template_can_be_extended_or_replaced() {
    let names: Vec<&str> = view_schemas().into_keys().collect();
    let block = |name: &str| if name == "embed.html" { "body" } else { "main" };
    let extended = |name: &&str| {
        let block = block(name);
        let text = format!(
            "{{% extends \"default/{name}\" %}}{{% block {block} %}}{{{{ super() }}}}<!--{name}-->{{% endblock {block} %}}"
        );
        (format!("templates/{name}"), text)
    };
    let replaced = |name: &&str| {
        let text = format!("{{% extends \"base.html\" %}}{{% block main %}}<!--{name}-->{{% endblock main %}}");
        (format!("templates/{name}"), text)
    };
    let plain = pages(&[]);
    let files = |of: &dyn Fn(&&str) -> (String, String)| names.iter().map(of).collect::<Vec<_>>();
    for (theme, whole) in [(files(&extended), true), (files(&replaced), false)] {
        let theme: Vec<(&str, &str)> = theme.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        for ((path, template, html), (_, _, carried)) in pages(&theme).iter().zip(&plain) {
            let mark = format!("<!--{template}-->");
            assert_eq!(html.matches("<!--").count() - html.matches(&mark).count(), 0, "{path}");
            assert_eq!(html.matches(&mark).count(), 1, "{path}");
            assert_eq!(html.replace(&mark, "") == *carried, whole, "{path}");
        }
    }
}

/// The docs name each part with its components; each component of the site stands before the carried one.
#[test]
fn each_component_of_the_docs_can_be_defined_anew() {
    let parts = DOCS.split("    parts/").nth(1).expect("the layout").split("  assets/").next().expect("its end");
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in parts.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        let (file, components) = line.trim().split_once(".html").expect("a file and what is in it");
        let words = components.split(',').map(|word| word.trim().split(' ').next().unwrap_or_default().to_owned());
        named.insert(
            format!("{file}.html"),
            words.filter(|word| !file.starts_with("portal-") && file != "mark" && !word.is_empty()).collect(),
        );
    }
    let mut there: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates/parts");
    for entry in std::fs::read_dir(folder).expect("the parts") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a part");
        let heads = text.split(" component ").skip(1).map(|rest| rest.split('(').next().unwrap_or_default().to_owned());
        there.insert(path.file_name().expect("a name").to_string_lossy().into_owned(), heads.collect());
    }
    assert_eq!(named, there);
    // Of each kind of call one: from a page, from another component, by `show`.
    let own = "{% component crumbs(@base) %}<!--crumbs {{ base.kind }}-->{% endcomponent crumbs %}\n\
               {% component badge(s: map) %}<!--badge-->{% endcomponent badge %}\n\
               {% component site_menu(it: map) %}<!--menu {{ it.kind }}-->{% endcomponent site_menu %}\n\
               {% component site_foot(it: map, @site) %}<!--foot {{ site.title }}-->{% endcomponent site_foot %}\n";
    let pages = pages(&[("templates/parts/mine.html", own)]);
    let boxed = |template: &str| template == "embed.html";
    assert_stands(&pages, "<!--menu ", |t| !boxed(t));
    assert_stands(&pages, "<!--foot ", |t| !boxed(t));
    assert_stands(&pages, "<!--crumbs ", |t| !boxed(t) && !["home.html", "not-found.html"].contains(&t));
    assert!(pages.iter().any(|(_, _, html)| html.contains("<!--badge-->")));
    assert!(!pages.iter().any(|(_, _, html)| html.contains("<nav class=\"crumbs\"")));
}

#[test]
fn assets_and_words_of_a_theme_take_the_place_of_the_carried_ones() {
    let theme = [
        ("assets/site.css", "body { background: url(img/seal.svg) }"),
        ("assets/img/seal.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("messages/vi.ftl", "nav-agencies = Sở, ngành\n"),
    ];
    for site in themed(&theme) {
        let paths: Vec<&str> = site.paths();
        let css = paths.iter().find(|path| path.starts_with("assets/site.") && path.ends_with(".css")).expect("one");
        let seal = paths.iter().find(|path| path.starts_with("assets/img/seal.")).expect("one");
        assert_eq!(site.text(css), format!("body {{ background: url({}) }}", seal.trim_start_matches("assets/")));
        assert!(site.text("nhiem-vu/index.html").contains(css));
        assert!(site.text("index.html").contains("Sở, ngành"));
        assert!(!site.text("en/index.html").contains("Sở, ngành"));
    }
}

/// The files of a theme below `folder` that lie in its folder `part`.
fn theme_in(folder: &str, part: &str) -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = crate::sample::files(&folder).into_iter().filter(|path| path.starts_with(part));
    let text = |path: String| (path.clone(), std::fs::read_to_string(folder.join(path)).expect("a text"));
    files.map(text).collect()
}

fn borrowed(theme: &[(String, String)]) -> Vec<(&str, &str)> {
    theme.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect()
}

/// A template of the site's own is read as it stands, a carried one with all that is known put into it.
#[test]
fn an_exported_theme_makes_the_same_pages() {
    let theme = theme_in("themes/default", "templates/");
    assert!(theme.len() > 40);
    let (carried, own) = (pages(&[]), pages(&borrowed(&theme)));
    assert_eq!(carried.len(), own.len());
    for (carried, own) in carried.into_iter().zip(own) {
        assert_eq!(carried, own);
    }
}

/// The theme of the comparison with other generators follows the views.
#[test]
fn the_theme_of_the_benches_makes_every_page() {
    let theme = theme_in("benches/compare/plain/themes/plain", "templates/");
    for (path, _, html) in pages(&borrowed(&theme)) {
        assert!(html.contains("</html>"), "{path}");
    }
}

/// A sprite keeps what its page names, and nothing else but where scripts draw shapes.
#[test]
fn a_page_has_the_shapes_that_it_names() {
    let mut named = 0;
    for (path, template, html) in pages(&[]) {
        let after = |start: &'static str, end: char| {
            html.split(start).skip(1).filter_map(move |rest| rest.split(end).next()).collect::<BTreeSet<&str>>()
        };
        let uses = &after("<use href=\"#", '"') | &after("url(#", ')');
        let there = &after("<symbol id=\"", '"') | &after("<pattern id=\"", '"');
        assert!(uses.is_subset(&there), "{path}: {uses:?} of {there:?}");
        assert!(matches!(template, "tasks.html" | "search.html") || uses == there, "{path}: {uses:?} of {there:?}");
        named += uses.len();
    }
    assert!(named > 100);
}
