//! Documents of Word since 2007 (`.docx`).

mod body;
mod numbering;
mod styles;
mod table;
#[cfg(test)]
pub mod tests;

use super::clean;
use super::unreadable::Unreadable;
use crate::edit::{Package, SheetError, add_text, attribute, walk};
use crate::import::paper::{Paper, Paragraph, Place};
use body::Body;
use numbering::Numbering;
use quick_xml::events::Event;
use styles::Styles;

/// Reads the document whose main part is at `root`.
pub fn read(package: &mut Package<'_>, root: &str) -> Result<Paper, Unreadable> {
    let text = package.part(root)?.ok_or(Unreadable::Damaged)?;
    let (mut styles, mut numbering, mut notes) = (Styles::default(), Numbering::default(), Vec::new());
    for relation in package.relations(root)? {
        match &*relation.kind {
            "styles" => styles = Styles::read(&package.part(&relation.path)?.unwrap_or_default())?,
            "numbering" => numbering = Numbering::read(&package.part(&relation.path)?.unwrap_or_default())?,
            "footnotes" => notes.extend(notes_of(&package.part(&relation.path)?.unwrap_or_default(), "footnote")?),
            "endnotes" => notes.extend(notes_of(&package.part(&relation.path)?.unwrap_or_default(), "endnote")?),
            "comments" => notes.extend(notes_of(&package.part(&relation.path)?.unwrap_or_default(), "comment")?),
            _ => {}
        }
    }
    let mut body = Body::new(&styles, numbering);
    body.read(&text)?;
    if body.blocks.is_empty() && body.pictures {
        return Err(Unreadable::Scan);
    }
    Ok(Paper { blocks: body.blocks, notes, remarks: body.converted.into_iter().collect() })
}

/// The notes of a part, each as one paragraph. Lines that only draw a rule have a kind.
fn notes_of(part: &str, element: &str) -> Result<Vec<Paragraph>, SheetError> {
    let mut notes = Vec::new();
    let (mut open, mut in_text): (Option<String>, bool) = (None, false);
    walk(part, |event| {
        match event {
            Event::Start(e) => match e.local_name().as_ref() {
                name if name == element => {
                    let drawn =
                        matches!(&*attribute(e, "type"), "separator" | "continuationSeparator" | "continuationNotice");
                    open = (!drawn).then(String::new);
                }
                "t" => in_text = true,
                "p" | "tab" | "br" => open.iter_mut().for_each(|text| text.push(' ')),
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                name if name == element => {
                    let text = clean::line(&open.take().unwrap_or_default());
                    if !text.is_empty() {
                        notes.push(Paragraph { text, number: None, centred: false, at: Place::Whole });
                    }
                }
                "t" => in_text = false,
                _ => {}
            },
            text if in_text => open.iter_mut().for_each(|open| add_text(text, open)),
            _ => {}
        }
        Ok(())
    })?;
    Ok(notes)
}
