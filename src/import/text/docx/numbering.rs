//! The numbers that Word prints before paragraphs (ECMA-376, 17.9): they stand in no text and are counted here.

use crate::edit::{SheetError, attribute, walk};
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};

/// Word has this many levels.
pub const LEVELS: usize = 9;

/// One level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    /// `%1.%2`: the values of the levels, from 1.
    text: String,
    /// The style whose paragraphs are on this level.
    style: String,
    /// Above which level it starts anew, from 1; 0 for never; none for any above it.
    restart: Option<usize>,
    /// Values of all levels are shown as plain numbers.
    legal: bool,
}

/// A list as it is defined.
#[derive(Debug, Clone, Default)]
struct Definition {
    levels: [Level; LEVELS],
    /// The style in which it is defined instead.
    elsewhere: String,
}

/// A list as paragraphs name it.
#[derive(Debug, Clone, Default)]
struct List {
    definition: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// The lists of a document, and how far each is counted.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: BTreeMap<String, Definition>,
    lists: BTreeMap<String, List>,
    counted: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// Lists and levels that have started anew.
    started: BTreeSet<(String, usize)>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(part: &str) -> Result<Self, SheetError> {
        let mut this = Self::default();
        let (mut definition, mut list): (Option<String>, Option<String>) = (None, None);
        let mut level: Option<usize> = None;
        walk(part, |event| {
            match event {
                Event::Start(e) => {
                    let value = || attribute(e, "val");
                    match e.local_name().as_ref() {
                        "abstractNum" => definition = Some(attribute(e, "abstractNumId")),
                        "num" => list = Some(attribute(e, "numId")),
                        "lvl" | "lvlOverride" => level = attribute(e, "ilvl").parse().ok().filter(|n| *n < LEVELS),
                        "numStyleLink" => {
                            if let Some(id) = &definition {
                                this.definitions.entry(id.clone()).or_default().elsewhere = value();
                            }
                        }
                        "abstractNumId" => {
                            if let Some(id) = &list {
                                this.lists.entry(id.clone()).or_default().definition = value();
                            }
                        }
                        "startOverride" => {
                            if let (Some(id), Some(n)) = (&list, level) {
                                let start = value().parse().unwrap_or(1);
                                this.lists.entry(id.clone()).or_default().starts.insert(n, start);
                            }
                        }
                        name => {
                            if let Some(level) = level.and_then(|n| this.level(definition.as_ref(), list.as_ref(), n)) {
                                level.take(name, value());
                            }
                        }
                    }
                }
                Event::End(e) => match e.local_name().as_ref() {
                    "abstractNum" => definition = None,
                    "num" => list = None,
                    "lvlOverride" => level = None,
                    "lvl" if list.is_none() => level = None,
                    _ => {}
                },
                _ => {}
            }
            Ok(())
        })?;
        Ok(this)
    }

    /// The level that is being read.
    fn level(&mut self, definition: Option<&String>, list: Option<&String>, n: usize) -> Option<&mut Level> {
        match (definition, list) {
            (Some(id), _) => self.definitions.entry(id.clone()).or_default().levels.get_mut(n),
            (None, Some(id)) => Some(self.lists.entry(id.clone()).or_default().levels.entry(n).or_default()),
            (None, None) => None,
        }
    }

    /// The level at which paragraphs of a style stand in a list.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let definition = self.definitions.get(&self.lists.get(list)?.definition)?;
        definition.levels.iter().position(|level| level.style == style)
    }

    /// Counts a paragraph of a list at a level from 0, and gives what is printed before it. `list_of` tells the list of a
    /// style.
    pub fn next(&mut self, id: &str, n: usize, list_of: impl Fn(&str) -> Option<String>) -> Option<String> {
        let n = n.min(LEVELS - 1);
        let list = self.lists.get(id)?;
        let mut name = list.definition.clone();
        if let Some(definition) = self.definitions.get(&name)
            && !definition.elsewhere.is_empty()
            && let Some(other) = list_of(&definition.elsewhere).and_then(|id| self.lists.get(&id))
        {
            name.clone_from(&other.definition);
        }
        let levels = &self.definitions.get(&name)?.levels;
        let level = |n: usize| list.levels.get(&n).filter(|own| !own.format.is_empty()).unwrap_or(&levels[n]);
        let counted = self.counted.entry(name).or_default();
        let begun = self.started.contains(&(id.to_owned(), n));
        counted[n] = Some(match (list.starts.get(&n), counted[n]) {
            (Some(start), _) if !begun => *start,
            (_, Some(value)) => value.saturating_add(1),
            (start, None) => start.copied().unwrap_or(level(n).start),
        });
        for (below, value) in counted.iter_mut().enumerate().skip(n + 1) {
            if level(below).restart.is_none_or(|above| above > n) {
                *value = None;
            }
        }
        let at = level(n);
        let mut printed = String::new();
        let mut signs = at.text.chars().peekable();
        while let Some(c) = signs.next() {
            let named = (c == '%').then(|| signs.peek().and_then(|c| c.to_digit(10))).flatten();
            let Some(which) = named.and_then(|which| (which as usize).checked_sub(1)).filter(|n| *n < LEVELS) else {
                printed.push(c);
                continue;
            };
            signs.next();
            let value = counted[which].unwrap_or(level(which).start);
            printed.push_str(&shown(value, if at.legal { "decimal" } else { &level(which).format }));
        }
        let bullet = at.format == "bullet";
        self.started.insert((id.to_owned(), n));
        if bullet {
            return Some(if printed.trim() == "+" { "+".to_owned() } else { "-".to_owned() });
        }
        let printed = printed.trim().to_owned();
        (!printed.is_empty()).then_some(printed)
    }
}

impl Level {
    fn take(&mut self, name: &str, value: String) {
        match name {
            "start" => self.start = value.parse().unwrap_or(1),
            "numFmt" => self.format = value,
            "lvlText" => self.text = value,
            "pStyle" => self.style = value,
            "lvlRestart" => self.restart = value.parse().ok(),
            "isLgl" => self.legal = !matches!(&*value, "0" | "false"),
            _ => {}
        }
    }
}

/// A value in the signs of a format; letters go on as `aa`, `bb`, as Word has them.
fn shown(value: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "lowerLetter" => letters(value, 'a'),
        "upperLetter" => letters(value, 'A'),
        "lowerRoman" => roman(value).to_lowercase(),
        "upperRoman" => roman(value),
        "decimalZero" => format!("{value:02}"),
        _ => value.to_string(),
    }
}

fn letters(value: u32, first: char) -> String {
    let Some(n) = value.checked_sub(1) else { return String::new() };
    let letter = char::from_u32(first as u32 + n % 26).unwrap_or(first);
    std::iter::repeat_n(letter, (n / 26 + 1).min(9) as usize).collect()
}

fn roman(value: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if value > 3999 {
        return value.to_string();
    }
    let mut left = value;
    let mut out = String::new();
    for (worth, sign) in SIGNS {
        while left >= worth {
            out.push_str(sign);
            left -= worth;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_formats() {
        assert_eq!([1, 4, 26, 27].map(|n| shown(n, "lowerLetter")), ["a", "d", "z", "aa"]);
        assert_eq!([1, 4, 9, 14].map(|n| shown(n, "upperRoman")), ["I", "IV", "IX", "XIV"]);
        assert_eq!([shown(3, "lowerRoman"), shown(2, "upperLetter"), shown(7, "decimalZero")], ["iii", "B", "07"]);
        assert_eq!([shown(0, "lowerLetter"), shown(5000, "upperRoman"), shown(5, "none")], ["", "5000", ""]);
    }

    const LISTS: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Muc"/><w:lvlText w:val="%2."/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
            <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    </w:numbering>"#;

    #[test]
    fn lists_are_counted_level_by_level() {
        let mut numbers = Numbering::read(LISTS).expect("well-formed");
        let mut next = |list: &str, level: usize| numbers.next(list, level, |_| None).unwrap_or_default();
        assert_eq!([next("1", 0), next("1", 1), next("1", 1), next("1", 2)], ["I.", "1.", "2.", "1.2.1"]);
        assert_eq!([next("1", 0), next("1", 1), next("1", 3)], ["II.", "1.", "-"], "the second level starts anew");
        assert_eq!([next("2", 1), next("2", 1), next("1", 1)], ["5.", "6.", "7."], "a start of its own, once");
        assert_eq!([next("9", 0), next("1", 99)], ["", ""]);
        assert_eq!(numbers.level_of_style("1", "Muc"), Some(1));
    }
}
