//! The styles of a document (ECMA-376, 17.7), as far as they bear on what is printed.

use crate::edit::{SheetError, attribute, walk};
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// Steps from a style to those that it is based on.
const MAX_STEPS: usize = 20;

/// What paragraphs take from their style.
#[derive(Debug, Clone, Default)]
pub struct Look {
    based_on: String,
    name: String,
    /// The list, by its number.
    pub list: Option<String>,
    pub level: Option<usize>,
    /// `center`, `both`.
    pub alignment: Option<String>,
    pub font: Option<String>,
}

/// Styles by their ids.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: BTreeMap<String, Look>,
    /// Id of the style of paragraphs that name none.
    usual: String,
    /// Font of text that names none.
    font: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(part: &str) -> Result<Self, SheetError> {
        let mut this = Self::default();
        let mut id: Option<String> = None;
        walk(part, |event| {
            match event {
                Event::Start(e) => {
                    let value = || attribute(e, "val");
                    let name = e.local_name();
                    if name.as_ref() == "style" {
                        let new = attribute(e, "styleId");
                        if attribute(e, "type") == "paragraph" && matches!(&*attribute(e, "default"), "1" | "true") {
                            this.usual.clone_from(&new);
                        }
                        id = Some(new);
                    }
                    let Some(look) = id.as_ref().map(|id| this.by_id.entry(id.clone()).or_default()) else {
                        if name.as_ref() == "rFonts" {
                            this.font = font(&attribute(e, "ascii"));
                        }
                        return Ok(());
                    };
                    match name.as_ref() {
                        "name" => look.name = value().to_lowercase(),
                        "basedOn" => look.based_on = value(),
                        "numId" => look.list = Some(value()),
                        "ilvl" => look.level = value().parse().ok(),
                        "jc" => look.alignment = Some(value()),
                        "rFonts" => look.font = font(&attribute(e, "ascii")),
                        _ => {}
                    }
                }
                Event::End(e) if e.local_name().as_ref() == "style" => id = None,
                _ => {}
            }
            Ok(())
        })?;
        Ok(this)
    }

    /// The look of a style with what it takes from those that it is based on; the usual one for an empty id.
    pub fn look(&self, id: &str) -> Look {
        let mut look = Look { font: None, ..Look::default() };
        let mut id = if id.is_empty() { &self.usual } else { id };
        for step in 0..MAX_STEPS {
            let Some(style) = self.by_id.get(id) else { break };
            if step == 0 {
                look.name.clone_from(&style.name);
            }
            look.list = look.list.or_else(|| style.list.clone());
            look.level = look.level.or(style.level);
            look.alignment = look.alignment.or_else(|| style.alignment.clone());
            look.font = look.font.or_else(|| style.font.clone());
            id = &style.based_on;
        }
        look.font = look.font.or_else(|| self.font.clone());
        look
    }
}

impl Look {
    /// Whether it is that of a line in a table of contents.
    pub fn is_of_contents(&self) -> bool {
        self.name.starts_with("toc ")
    }
}

/// A font by its name, if it has one.
pub fn font(name: &str) -> Option<String> {
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_rest_on_others() {
        let part = r#"<w:styles xmlns:w="w"><w:docDefaults><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="A"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="C"><w:name w:val="TOC 1"/><w:basedOn w:val="C"/></w:style></w:styles>"#;
        let styles = Styles::read(part).expect("well-formed");
        let look = styles.look("B");
        assert_eq!((look.list.as_deref(), look.level, look.alignment.as_deref()), (Some("3"), Some(1), Some("both")));
        assert_eq!(styles.look("").alignment.as_deref(), Some("both"));
        assert_eq!(styles.look("").font.as_deref(), Some(".VnTime"));
        assert!(styles.look("C").is_of_contents() && !styles.look("none").is_of_contents());
    }
}
