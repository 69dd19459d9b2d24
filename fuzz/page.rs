//! What must hold of every page, whatever its content.

use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Nothing inline that a browser runs or draws by, and no address of a scheme that is not listed.
pub fn assert_safe(path: &str, html: &str) {
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("*", |element| {
        assert_element(path, element);
        Ok(())
    }));
    rewrite_str(html, settings).unwrap_or_else(|error| panic!("{path}: {error}"));
}

fn assert_element(path: &str, element: &Element<'_, '_>) {
    let tag = element.tag_name();
    let linked_data = element.get_attribute("type").as_deref() == Some("application/ld+json");
    assert!(tag != "script" || linked_data || element.has_attribute("src"), "{path}: a script inside");
    assert!(!matches!(tag.as_str(), "style" | "iframe" | "object" | "embed" | "base"), "{path}: <{tag}>");
    for attribute in element.attributes() {
        let (name, value) = (attribute.name(), attribute.value().to_lowercase());
        assert!(name != "style" && !name.starts_with("on"), "{path}: <{tag} {name}=…>");
        if matches!(name.as_str(), "href" | "src" | "action") {
            let head = value.trim_start().split(['/', '?', '#']).next().unwrap_or_default();
            let listed = ["http:", "https:", "mailto:", "tel:"].iter().any(|scheme| head.starts_with(scheme));
            assert!(listed || !head.contains(':') && !head.contains('&'), "{path}: <{tag} {name}={value:?}>");
            assert!(!matches!(tag.as_str(), "script" | "img" | "link") || !head.contains(':'), "{path}: {value}");
        }
    }
}
