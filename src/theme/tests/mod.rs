//! A small carried theme, overrides, and what each fault looks like.

mod fragments;
mod names;
mod policy;

use super::*;
use crate::i18n::Language;
use serde_json::json;

/// Files from one text: `--- path` lines begin a file.
fn files(text: &str) -> Vec<ThemeFile> {
    text.split("--- ")
        .skip(1)
        .map(|part| {
            let (path, content) = part.split_once('\n').unwrap_or((part, ""));
            ThemeFile { path: path.trim().to_owned(), bytes: content.as_bytes().to_vec(), file: None }
        })
        .collect()
}

const CARRIED_FILES: &str = "\
--- messages/vi.ftl
as-of = Số liệu tính đến {$day}
tasks = {$n} nhiệm vụ
menu = Trình đơn
--- messages/en.ftl
as-of = As of {$day}
tasks = { $n ->
    [one] {$n} task
   *[other] {$n} tasks
}
menu = Menu
--- templates/base.html
<link href=\"{{ root }}{{ asset(name=\"site.css\") }}\">{% block main %}{% endblock main %}
--- templates/tasks.html
{% extends \"base.html\" %}
{% block main %}{{ t(key=\"tasks\", n=view.total) }}{{ <row r={view.rows[0]} /> }}{% endblock main %}
--- templates/parts.html
{%- component row(r: map) %}<b title=\"{{ r.title }}\">{{ t(key=\"as-of\", day=r.day) }}</b>{% endcomponent row -%}
--- assets/site.css
body { background: url(\"dot.svg#a\") } /* url(none.png) */
--- assets/dot.svg
<svg/>
--- README.md
";

fn load(overrides: &str) -> Result<Theme, Vec<String>> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let theme = Theme::assemble(files(CARRIED_FILES), files(overrides), &mut sources, &mut sink);
    let faults = sink.into_sorted(&sources).iter().map(|d| show(d, &sources)).collect::<Vec<_>>();
    match theme {
        Some(theme) => {
            assert_eq!(faults, Vec::<String>::new());
            Ok(theme)
        }
        None => Err(faults),
    }
}

fn show(d: &Diagnostic, sources: &Sources) -> String {
    let at = d.at.map_or("–".to_owned(), |p| {
        let (line, column) = sources.line_column(p.file, p.start);
        let text = &sources.text(p.file)[p.start as usize..p.end as usize];
        format!("{}:{line}:{column} [{text}]", sources.path(p.file))
    });
    let arg = |name| d.args.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| v.as_str());
    let meant = d.did_you_mean.as_ref().map_or(String::new(), |name| format!(" ({name}?)"));
    let lacking = if arg("lacking").is_empty() { String::new() } else { format!(": {}", arg("lacking")) };
    format!("{at} {} {} {}{lacking}{meant}", d.code.id(), arg("kind"), arg("name")).trim_end().to_owned()
}

fn view() -> serde_json::Value {
    json!({"root": "../", "view": {"total": 21914, "rows": [{"title": "A \"<b>\"", "day": "1/1"}]}})
}

fn render(theme: &Theme, template: &str, language: &str) -> Result<Vec<u8>, Diagnostic> {
    theme.render_context(template, language, &Context::from_serialize(&view()).unwrap(), "")
}

fn page(theme: &Theme, language: &str) -> String {
    String::from_utf8(render(theme, "tasks.html", language).unwrap()).unwrap()
}

#[test]
fn renders_in_each_language() {
    let theme = load("").unwrap();
    let css = theme.asset("site.css").unwrap();
    assert!(css.starts_with("assets/site.") && css.ends_with(".css") && css.len() == "assets/site.12345678.css".len());
    assert_eq!(
        page(&theme, "vi"),
        format!(
            "<link href=\"../{css}\">21.914 nhiệm vụ<b title=\"A &quot;&lt;b&gt;&quot;\">Số liệu tính đến 1/1</b>\n"
        )
    );
    assert!(page(&theme, "en").contains("21,914 tasks"));
    assert_eq!(theme.languages().collect::<Vec<_>>(), ["en", "vi"]);
    assert_eq!(theme.messages("vi").unwrap().keys().collect::<Vec<_>>(), ["as-of", "menu", "tasks"]);
    let (keys, prefixes) = theme.messages_used();
    assert_eq!((keys.into_iter().collect::<Vec<_>>(), prefixes.len()), (vec!["as-of", "tasks"], 0));
    assert_eq!(theme.messages("en").unwrap().word("menu"), Some("Menu"));
    assert_eq!(theme.messages("en").unwrap().word("tasks"), None);
    assert_eq!(theme.words(Language::EN).count("tasks", 1), "1 task");
}

#[test]
fn overrides_replace_extend_and_add() {
    let theme = load(
        "--- templates/tasks.html\n{% extends \"default/tasks.html\" %}{% block main %}<i>{{ super() }}</i>{% endblock main %}\n\
         --- templates/mine.html\n{%- component row(r: map) %}[{{ r.title }}]{% endcomponent row -%}\n\
         --- messages/vi.ftl\ntasks = {$n} việc\nown = Riêng\n\
         --- assets/dot.svg\n<svg><g/></svg>\n",
    )
    .unwrap();
    assert!(page(&theme, "vi").ends_with("\"><i>21.914 việc[A &quot;&lt;b&gt;&quot;]</i>\n"), "{}", page(&theme, "vi"));
    assert_eq!(theme.messages("vi").unwrap().word("own"), Some("Riêng"));
    let resolved = ["tasks.html", "default/tasks.html", "x.html"].map(|name| theme.templates.resolve(name));
    assert_eq!(resolved, [Some("tasks.html"), Some("default/tasks.html"), None]);
    // The style sheet refers to the picture, so its name changes with it.
    let plain = load("").unwrap();
    assert_ne!(theme.asset("site.css"), plain.asset("site.css"));
    let css = theme.assets().find(|a| Some(a.path.as_str()) == theme.asset("site.css")).unwrap();
    let dot = theme.asset("dot.svg").unwrap().trim_start_matches("assets/");
    assert_eq!(
        std::str::from_utf8(&css.bytes).unwrap(),
        format!("body {{ background: url(\"{dot}#a\") }} /* url(none.png) */\n")
    );
    assert_ne!(theme.fingerprint(), plain.fingerprint());
    assert_eq!(load("").unwrap().fingerprint(), plain.fingerprint());
}

#[test]
fn faults_of_a_theme_are_told_with_their_places() {
    for (overrides, expected) in [
        ("--- templates/a.html\n{{ view.", &["themes/templates/a.html:1:8 [.] template syntax"][..]),
        (
            "--- templates/a.html\n<p>\n{{ a || b }}\n--- templates/b.html\n{% if %}",
            &[
                "themes/templates/a.html:2:7 [|] template syntax-at |",
                "themes/templates/b.html:1:7 [%}] template syntax-at %}",
            ],
        ),
        (
            "--- templates/a.html\nĐề {{ a | upperr }} {{ tt() }}\n{{ <rw /> }}{% include \"x.html\" %}{{ a is od }}",
            &[
                "themes/templates/a.html:1:11 [upperr] template unknown-filter upperr",
                "themes/templates/a.html:1:24 [tt()] template unknown-function tt",
                "themes/templates/a.html:2:4 [<rw />] template unknown-component rw",
                "themes/templates/a.html:2:24 [\"x.html\"] template unknown-template x.html",
                "themes/templates/a.html:2:43 [od] template unknown-test od",
            ],
        ),
        (
            "--- templates/a.html\n\n{% extends \"basis.html\" %}",
            &["themes/templates/a.html:2:12 [\"basis.html\"] template unknown-template basis.html"],
        ),
        (
            "--- templates/base.html\n{% extends \"base.html\" %}",
            &["themes/templates/base.html:1:12 [\"base.html\"] template circular base.html"],
        ),
        (
            "--- templates/a.html\n{% extends \"base.html\" %}{% block mian %}{% endblock mian %}",
            &["themes/templates/a.html:1:35 [mian] template unknown-block mian"],
        ),
        (
            "--- templates/a.html\n{% if false %}{{ t(key=\"menuu\") }}{{ asset(name=\"a.css\") }}{% endif %}",
            &[
                "themes/templates/a.html:1:24 [\"menuu\"] message unknown-message menuu (menu?)",
                "themes/templates/a.html:1:49 [\"a.css\"] template unknown-asset a.css",
            ],
        ),
        // A file that lacks messages is told once: at the first use of one, or where the language has a file, there.
        (
            "--- messages/vi.ftl\nown = Riêng\nother = Khác\n--- templates/a.html\n{{ t(key=\"own\") }}{{ t(key=\"other\") }}{{ t(key=\"own\") }}",
            &["themes/templates/a.html:1:10 [\"own\"] message incomplete messages/en.ftl: other, own"],
        ),
        (
            "--- messages/lo.ftl\ntasks = {$n}\n--- messages/en.ftl\nown = Own",
            &["themes/messages/lo.ftl:1:1 [] message incomplete messages/lo.ftl: as-of, menu"],
        ),
        ("--- messages/vi.ftl\nown = Riêng {$\n", &["themes/messages/vi.ftl:1:15 [\n] message syntax"]),
        ("--- messages/vi.ftl\nown = a\nown = b\n", &["themes/messages/vi.ftl:2:1 [own] message duplicate own"]),
        ("--- messages/v!.ftl\na = b\n", &["themes/messages/v!.ftl:1:1 [] message language v!"]),
        (
            "--- assets/site.css\na { b: url(c.png); d: url(data:x) }",
            &["themes/assets/site.css:1:12 [c.png] template unknown-asset c.png"],
        ),
    ] {
        assert_eq!(load(overrides).unwrap_err(), expected, "{overrides}");
    }
}

#[test]
fn what_is_never_closed_is_a_fault() {
    for template in
        ["{{ t(key=\"hủ", "{{ '", "{{ \"", "{{ `ủ", "{% if 'a\\'", "{#ủ", "{{-ủ", "{% raw %}ủ", "{{ [\"ủ\", '"]
    {
        assert!(load(&format!("--- templates/a.html\n{template}")).is_err(), "{template}");
    }
}

#[test]
fn faults_of_a_page_are_told_with_their_places() {
    for (template, expected) in [
        ("{{ view.titel }}", "themes/templates/a.html:1:9 [titel] template unknown-field titel"),
        ("\n {{ vieww }}", "themes/templates/a.html:2:5 [vieww] template unknown-variable vieww (view?)"),
        ("{{ t(key=\"as-of\") }}", "themes/templates/a.html:1:4 [t(key=\"as-of\")] message message-argument as-of"),
        (
            "{{ t(key=\"as-of\", day=none) }}",
            "themes/templates/a.html:1:4 [t(key=\"as-of\", day=none)] message message-argument as-of",
        ),
        (
            "{{ t(key=\"x-\" ~ root) }}",
            "themes/templates/a.html:1:4 [t(key=\"x-\" ~ root)] message unknown-message x-../",
        ),
        (
            "{{ <row r={view.rows[0].title} /> }}",
            "themes/templates/a.html:1:4 [<row r={view.rows[0].title} />] template other-at r",
        ),
    ] {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let overrides = files(&format!("--- templates/a.html\n{template}"));
        let theme = Theme::assemble(files(CARRIED_FILES), overrides, &mut sources, &mut sink);
        let fault = render(&theme.unwrap_or_else(|| panic!("{sink:?}")), "a.html", "vi").unwrap_err();
        assert_eq!(show(&fault, &sources), expected, "{fault:?}");
    }
    let theme = load("").unwrap();
    assert!(render(&theme, "none.html", "vi").is_err());
    assert!(render(&theme, "tasks.html", "fr").is_err());
}

#[test]
fn the_carried_theme_loads() {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let theme = Theme::load(Vec::new(), &mut sources, &mut sink);
    let faults: Vec<_> = sink.into_sorted(&sources).iter().map(|d| show(d, &sources)).collect();
    assert!(theme.is_some(), "{faults:#?}");
}
