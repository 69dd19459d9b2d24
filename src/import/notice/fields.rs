//! Lines that give one field of the items above them, as plans have them: `2. Cơ quan chủ trì: …`, `- Thời gian: …`.

use super::clauses::Item;
use super::words::VERB_FIRST;
use crate::import::names::{self, Name};
use regex::Regex;
use std::sync::LazyLock;

/// Items above a group of fields that it may be about, at most.
const MOST: usize = 200;

/// What such a line gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Lead,
    With,
    Time,
    Product,
    /// Leads and coordinators stand below it, each with a heading of its own.
    Both,
}

/// The heads of these lines, the more special before the more general.
static FIELDS: LazyLock<[(Regex, Field); 5]> = LazyLock::new(|| {
    let who = r"(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|sở,\s+ngành)";
    let field = |words: &str| Regex::new(&format!(r"(?i)^(?:{words})\s*(?::|\.?$)")).expect("a pattern");
    [
        (
            field(&format!(
                r"(?:{who}\s+)?chủ\s+trì(?:\s*,|\s+và)?\s+(?:(?:{who}\s+)?phối\s+hợp|thực\s+hiện)|phân\s+công\s+thực\s+hiện"
            )),
            Field::Both,
        ),
        (field(&format!(r"(?:{who}\s+)?(?:phối\s+hợp|tham\s+gia)(?:\s+thực\s+hiện)?")), Field::With),
        (field(&format!(r"(?:{who}\s+)?(?:chủ\s+trì|đầu\s+mối)(?:\s+thực\s+hiện)?|{who}\s+thực\s+hiện")), Field::Lead),
        (
            field(
                r"thời\s+(?:gian|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|trình|ban\s+hành))*|tiến\s+độ(?:\s+thực\s+hiện)?|hoàn\s+thành",
            ),
            Field::Time,
        ),
        (
            field(r"(?:sản\s+phẩm|kết\s+quả)(?:\s+(?:dự\s+kiến|đầu\s+ra|thực\s+hiện|hoàn\s+thành|cần\s+đạt))*"),
            Field::Product,
        ),
    ]
});

/// What lines of fields say of one item.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Fields {
    pub(super) lead: Vec<Name>,
    pub(super) with: Vec<Name>,
    /// The words of the deadline.
    pub(super) time: Option<String>,
    pub(super) products: Vec<String>,
    /// The words that name who leads.
    pub(super) words: String,
}

/// What a paper's lines of fields say.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// For each item, if anything.
    pub(super) of: Vec<Option<Fields>>,
    /// Whether the item is such a line, or a value below one.
    pub(super) is_field: Vec<bool>,
}

/// Finds the lines of fields and the items that they are about. Lines count only where one of them names who leads.
pub(super) fn given(items: &[Item]) -> Given {
    let mut all = Given { of: vec![None; items.len()], is_field: vec![false; items.len()] };
    let mut n = 0;
    while n < items.len() {
        if field(&items[n].text).is_none() {
            n += 1;
            continue;
        }
        let (fields, end) = group(items, n);
        if fields.lead.is_empty() {
            n = end;
            continue;
        }
        all.is_field[n..end].fill(true);
        for target in targets(items, n, &all.is_field) {
            all.of[target] = Some(fields.clone());
        }
        n = end;
    }
    all
}

/// The field that a line gives, and its value on the same line.
fn field(text: &str) -> Option<(Field, &str)> {
    if text.chars().count() > 600 {
        return None;
    }
    let (found, kind) = FIELDS.iter().find_map(|(head, kind)| head.find(text).map(|found| (found, *kind)))?;
    Some((kind, text.get(found.end()..).unwrap_or_default().trim()))
}

/// Reads the fields from `start` on, up to the first item that is neither a field nor a value below one.
fn group(items: &[Item], start: usize) -> (Fields, usize) {
    let mut fields = Fields::default();
    let mut open: Option<(Field, Option<u8>)> = None;
    let top = items.get(start).and_then(|item| item.rank);
    let mut n = start;
    while let Some(item) = items.get(n) {
        let found = field(&item.text).filter(|_| item.rank >= top);
        let (kind, value) = match (found, open) {
            (Some((kind, value)), _) => {
                // A field with its value on its line has none below it.
                open = value.is_empty().then_some((kind, item.rank));
                (kind, value)
            }
            (None, Some((kind, rank))) if is_value(item.rank, rank) => (kind, item.text.as_str()),
            (None, _) => break,
        };
        let value = value.trim().trim_end_matches(['.', ';']);
        // Sentences below such a head are no names.
        let names = matches!(kind, Field::Lead | Field::With | Field::Both);
        if found.is_none() && names && !value.starts_with('(') && !are_names(value) {
            break;
        }
        if !value.is_empty() && !value.starts_with('(') {
            match kind {
                Field::Lead | Field::Both => {
                    fields.lead.extend(names::list(value));
                    fields.words.clone_from(&item.text);
                }
                Field::With => fields.with.extend(names::list(value)),
                Field::Time => fields.time = fields.time.or_else(|| Some(value.to_owned())),
                Field::Product => fields.products.push(value.to_owned()),
            }
        }
        n += 1;
    }
    (fields, n)
}

/// Whether an item of that rank is a value of a field of rank `field`: a list below it, or a paragraph without label.
fn is_value(rank: Option<u8>, field: Option<u8>) -> bool {
    match (rank, field) {
        (Some(rank), Some(field)) => rank > field,
        (Some(rank), None) => (50..90).contains(&rank),
        (None, field) => field.is_some(),
    }
}

/// Whether a value begins with a name that no verb of a duty follows.
fn are_names(value: &str) -> bool {
    names::leading(value)
        .is_some_and(|(_, used)| !VERB_FIRST.is_match(value.get(used..).unwrap_or_default().trim_start()))
}

/// The items that a group of fields at `start` is about: the item whose text or list of dashes they are, or the innermost
/// items of the clauses before them.
fn targets(items: &[Item], start: usize, is_field: &[bool]) -> Vec<usize> {
    let Some(first) = items.get(start) else { return Vec::new() };
    let first_seen = start.saturating_sub(MOST);
    let above = |path: &str| (first_seen..start).rev().find(|n| items[*n].path == path && items[*n].rank.is_some());
    let parent = first.path.rsplit_once('.').map_or("", |(parent, _)| parent);
    let Some(rank) = first.rank else { return above(&first.path).into_iter().collect() };
    if rank >= 50 {
        return above(parent).into_iter().collect();
    }
    let within = |n: usize| items[n].rank.is_some() && items[n].path.starts_with(parent) && !is_field[n];
    let from = (first_seen..start).rev().take_while(|n| within(*n) || items[*n].rank.is_none()).last().unwrap_or(start);
    let is_leaf = |n: &usize| {
        items[*n].rank.is_some()
            && items.get(*n + 1).is_none_or(|next| next.rank.is_none_or(|r| items[*n].rank.is_none_or(|own| r <= own)))
    };
    (from..start).filter(|n| within(*n) && items[*n].path != parent).filter(is_leaf).collect()
}
