//! The two looks of a portal that `docs/theming.md` shows: on every page, readable, small.

use crate::golden::themed;
use std::collections::BTreeMap;
use std::path::Path;
use tiendo::bundle::Source as _;

const CARRIED: &str = include_str!("../../themes/default/assets/site.css");

/// Files of a look, as a theme has them.
fn look(name: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/looks").join(name);
    let files = crate::sample::files(&root);
    files.into_iter().map(|path| (path.clone(), std::fs::read_to_string(root.join(path)).expect("text"))).collect()
}

/// Colours of the first `:root` of a style sheet, or of the first after the dark begins.
fn colours(css: &str, dark: bool) -> BTreeMap<&str, &str> {
    let at = if dark { css.find("@media (prefers-color-scheme: dark)") } else { Some(0) };
    let block = at
        .and_then(|at| css[at..].split_once(":root {"))
        .map_or("", |(_, rest)| rest.split('}').next().unwrap_or_default());
    block
        .split(';')
        .filter_map(|one| one.rsplit_once("--")?.1.split_once(": "))
        .filter(|(_, v)| v.starts_with('#'))
        .collect()
}

/// Contrast of WCAG 2 between two colours, `#fff` or `#0a4f9e`.
fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |colour: &str| {
        let hex = &colour[1..];
        let step = hex.len() / 3;
        let part = |n: usize| {
            let digits = hex[n * step..(n + 1) * step].repeat(3 - step);
            let value = f64::from(u8::from_str_radix(&digits, 16).expect("a colour")) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2) + 0.05
    };
    let (a, b) = (luminance(a), luminance(b));
    (a / b).max(b / a)
}

#[test]
fn head_foot_mark_and_colours_of_a_look_stand_on_every_page() {
    for (name, portal) in [("bo", "Bộ Giả Lập"), ("tinh", "tỉnh Ví Dụ")] {
        let look = look(name);
        let lines: usize = look.iter().map(|(_, text)| text.lines().count()).sum();
        assert!(lines <= 60, "{name}: {lines} lines");
        let files: Vec<(&str, &str)> = look.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let mark = look.iter().find(|(path, _)| path.ends_with("mark.html")).expect("a mark").1.trim();
        for site in themed(&files) {
            for path in site.pages() {
                let html = site.text(path);
                let framed = usize::from(site.template(path) != Some("embed.html"));
                assert_eq!(
                    html.matches(&format!("<nav class=\"portal\" aria-label=\"Cổng thông tin {portal}\"")).count(),
                    framed,
                    "{path}"
                );
                assert_eq!(
                    html.matches(&format!("<section class=\"portal-foot\" aria-label=\"Về {portal}\"")).count(),
                    framed,
                    "{path}"
                );
                assert_eq!(html.matches(mark).count(), framed, "{path}");
                let (site, own) = (html.find("assets/site."), html.find("assets/portal."));
                assert!(site.is_some() && site < own, "{path}: the portal's style comes last");
            }
            assert!(site.pages().any(|path| path == "404.html"));
        }
    }
}

#[test]
fn colours_of_the_theme_and_of_each_look_are_readable() {
    for name in ["", "bo", "tinh"] {
        let look = if name.is_empty() { Vec::new() } else { look(name) };
        let own = look.iter().find(|(path, _)| path.ends_with("portal.css")).map_or("", |(_, text)| text);
        for dark in [false, true] {
            // Later rules win, and the carried dark is no stronger than a light one of the look.
            let mut all = colours(CARRIED, false);
            for (css, dark) in [(CARRIED, dark), (own, false), (own, dark)] {
                all.extend(colours(css, dark));
            }
            for (text, ground, least) in [
                ("on-brand", "brand", 4.5),
                ("on-brand-soft", "brand", 4.5),
                ("gold", "brand", 3.0),
                ("link", "surface", 4.5),
                ("link", "bg", 4.5),
                ("focus", "surface", 3.0),
            ] {
                let ratio = contrast(all[text], all[ground]);
                assert!(ratio >= least, "{name} dark={dark}: --{text} on --{ground} {ratio:.2}");
            }
        }
    }
    assert!(contrast("#fff", "#767676") > 4.5 && contrast("#777777", "#fff") < 4.5);
}
