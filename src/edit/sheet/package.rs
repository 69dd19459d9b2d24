//! The parts of an Office file: an archive of XML texts that refer to each other.
//!
//! Sizes that an archive states are not believed: what is unpacked is counted.

use super::cell::{Bound, SheetError};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The parts of an archive, by their paths.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Programs do not agree on the case of names, nor on the slash.
    places: BTreeMap<String, usize>,
    spent: usize,
}

/// What one part says of another.
pub struct Relation {
    /// By which the other part names it.
    pub id: String,
    /// The last word of its kind: `worksheet`, `styles`.
    pub kind: String,
    /// Where it is in the archive.
    pub path: String,
}

impl<'a> Package<'a> {
    /// Opens an archive.
    pub fn open(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Damaged)?;
        let names = archive.file_names().enumerate();
        let places = names.filter_map(|(n, name)| Some((name.ok()?.replace('\\', "/").to_lowercase(), n))).collect();
        Ok(Self { archive, places, spent: 0 })
    }

    /// Counts bytes that the file makes the program hold.
    pub fn spend(&mut self, bytes: usize) -> Result<(), SheetError> {
        self.spent = self.spent.saturating_add(bytes);
        Bound::Content.hold(self.spent)
    }

    /// The text of a part, if there is one.
    pub fn part(&mut self, path: &str) -> Result<Option<String>, SheetError> {
        let Some(place) = self.places.get(&path.to_lowercase()) else { return Ok(None) };
        let part = self.archive.by_index(*place).map_err(|_| SheetError::Damaged)?;
        let mut bytes = Vec::new();
        let left = Bound::Content.most().saturating_sub(self.spent) as u64;
        part.take(left + 1).read_to_end(&mut bytes).map_err(|_| SheetError::Damaged)?;
        self.spend(bytes.len())?;
        String::from_utf8(bytes).map(Some).map_err(|_| SheetError::Damaged)
    }

    /// What a part refers to; the package itself is the part without a name.
    pub fn relations(&mut self, of: &str) -> Result<Vec<Relation>, SheetError> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let mut found = Vec::new();
        let Some(text) = self.part(&path(folder, &format!("_rels/{name}.rels")))? else { return Ok(found) };
        walk(&text, |event| {
            if let Event::Start(e) = event
                && e.local_name().as_ref() == "Relationship"
            {
                let kind = attribute(e, "Type").rsplit('/').next().unwrap_or_default().to_owned();
                found.push(Relation { id: attribute(e, "Id"), kind, path: path(folder, &attribute(e, "Target")) });
            }
            Ok(())
        })?;
        Ok(found)
    }
}

/// Where `target` leads from a folder of the package.
fn path(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." => {}
            _ => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

/// Shows every event of an XML text; an element without content is opened and closed.
pub fn walk(text: &str, mut see: impl FnMut(&Event<'_>) -> Result<(), SheetError>) -> Result<(), SheetError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event().map_err(|_| SheetError::Damaged)? {
            Event::Eof => return Ok(()),
            event => see(&event)?,
        }
    }
}

/// The value of an attribute, whatever the prefix of its name; empty if it is not there.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> String {
    let found = element.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name);
    found.and_then(|a| Some(a.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())).unwrap_or_default()
}

/// The characters that an event adds to a text. Entities that a file defines itself are not known, and add none.
pub fn add_text(event: &Event<'_>, text: &mut String) {
    match event {
        Event::Text(t) => text.push_str(&t.xml10_content()),
        Event::CData(t) => text.push_str(&t.xml10_content()),
        Event::GeneralRef(e) => match e.resolve_char_ref() {
            Ok(Some(c)) => text.push(c),
            Ok(None) => text.push_str(resolve_xml_entity(&e.xml10_content()).unwrap_or_default()),
            Err(_) => {}
        },
        _ => {}
    }
}
