//! Where new items of a list go in the text of a file: every other byte is left alone.

use super::locate::{block_end, column, dash_column, entry, items, line_end, newline, sign_before, text as text_of};
use super::yaml_writer::{Entry, Yaml, flow_map, item};
use crate::load::{Node, Value};
use crate::model::PartialDate;
use chrono::NaiveDate;

/// Widest item that is written on one line where its neighbours are.
const INLINE: usize = 140;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub at: usize,
    pub remove: usize,
    pub insert: String,
}

/// Where new items go among the old ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// By `date`, in the direction that the list has.
    Dated,
    /// At the end, with a blank line between items where the list has them or has one item only.
    Last,
}

/// How far the dashes of a list stand right of its key.
pub(super) fn list_step(text: &str, root: &Node<'_>, key: &str) -> usize {
    let dash = items(root, key).first().and_then(|first| dash_column(text, start_of(text, first)));
    match (dash, entry(root, key)) {
        (Some(dash), Some(entry)) => dash.saturating_sub(column(text, entry.key_at.start as usize)),
        _ => 2,
    }
}

/// First byte of an item, its bracket with it.
fn start_of(text: &str, item: &Node<'_>) -> usize {
    let at = item.at.start as usize;
    match sign_before(text, at) {
        Some('{') => text[..at].rfind('{').unwrap_or(at),
        Some(_) | None => at,
    }
}

/// The edits that put `new` into the list `key` of a mapping; none where the place is not plainly written there.
pub(super) fn add_items(
    text: &str,
    map: &Node<'_>,
    key: &str,
    new: &[Entry],
    order: Order,
    step: usize,
) -> Option<Vec<Edit>> {
    let (start, end) = (map.at.start as usize, map.end as usize);
    let sorted = sorted(new, order);
    let Some(list) = entry(map, key) else {
        return Some(vec![new_list(text, map, key, &sorted, step)?]);
    };
    let key_end = list.key_at.end as usize;
    // A key that was merged in stands elsewhere.
    if (list.key_at.start as usize) < start || key_end > end || text.get(list.key_at.start as usize..key_end)? != key {
        return None;
    }
    let key_column = column(text, list.key_at.start as usize);
    let after = text[key_end..].strip_prefix(':')?;
    let value = key_end + 1 + (after.len() - after.trim_start_matches(' ').len());
    let newline = newline(text);
    match &list.node.value {
        Value::Null => {
            let line = line_end(text, key_end);
            let written = text[key_end + 1..line].trim();
            if !written.is_empty() && !written.starts_with('#') {
                return None;
            }
            let lines = lines_of(&sorted, key_column + step, step, false);
            Some(vec![Edit { at: line, remove: 0, insert: format!("{newline}{}", lines.join(newline)) }])
        }
        Value::List(old) if old.is_empty() => {
            let (from, to) = (list.node.at.start as usize, list.node.end as usize);
            if text.get(from..to)?.trim_start_matches('[').trim_end_matches(']').trim() != "" || from != value {
                return None;
            }
            if sign_before(text, start) == Some('{') {
                return Some(vec![Edit { at: from, remove: to - from, insert: format!("[{}]", flow_maps(&sorted)) }]);
            }
            let rest = text[to..line_end(text, to)].to_owned();
            let lines = lines_of(&sorted, key_column + step, step, false);
            let insert = format!("{rest}{newline}{}", lines.join(newline));
            Some(vec![Edit { at: key_end + 1, remove: line_end(text, to) - key_end - 1, insert }])
        }
        Value::List(old) if text[value..].starts_with('[') => {
            let final_item = old.last()?;
            // The bracket that closes the list is where its node ends.
            let close = (list.node.end as usize).checked_sub(1).filter(|at| text[*at..].starts_with(']'))?;
            if (final_item.at.start as usize) < value || final_item.end as usize > close {
                return None;
            }
            let head = text[..close].trim_end();
            let comma = if head.ends_with(',') { " " } else { ", " };
            Some(vec![Edit { at: head.len(), remove: 0, insert: format!("{comma}{}", flow_maps(&sorted)) }])
        }
        Value::List(old) => into_block(text, old, key_end, end, &sorted, order, step),
        Value::Broken | Value::Scalar { .. } | Value::Map(_) => None,
    }
}

/// A mapping that has no such list yet.
fn new_list(text: &str, map: &Node<'_>, key: &str, new: &[&Entry], step: usize) -> Option<Edit> {
    let (start, end) = (map.at.start as usize, map.end as usize);
    if sign_before(text, start) == Some('{') && column(text, start) > 0 {
        let close = end.checked_sub(1).filter(|at| text[*at..].starts_with('}'))?;
        let head = text[..close].trim_end();
        let comma = if head.ends_with(',') { " " } else { ", " };
        return Some(Edit { at: head.len(), remove: 0, insert: format!("{comma}{key}: [{}]", flow_maps(new)) });
    }
    let column = column(text, start);
    let at = block_end(text, end, column.saturating_sub(1));
    let newline = newline(text);
    let mut lines = vec![format!("{}{key}:", " ".repeat(column))];
    lines.extend(lines_of(new, column + step, step, false));
    Some(Edit { at, remove: 0, insert: format!("{newline}{}", lines.join(newline)) })
}

/// Items between items in block style.
fn into_block(
    text: &str,
    old: &[Node<'_>],
    key_end: usize,
    end: usize,
    new: &[&Entry],
    order: Order,
    step: usize,
) -> Option<Vec<Edit>> {
    let starts: Vec<usize> = old.iter().map(|item| start_of(text, item)).collect();
    let dashes: Vec<usize> = starts.iter().map(|at| dash_column(text, *at)).collect::<Option<_>>()?;
    let dash = *dashes.first()?;
    // Items that stand elsewhere (`- *name`) are in no order of the text.
    let inside = |at: &usize| *at > key_end && *at < end;
    if !starts.is_sorted() || !starts.iter().all(inside) || dashes.iter().any(|d| *d != dash) {
        return None;
    }
    let newline = newline(text);
    let inline = sign_before(text, old.last()?.at.start as usize) == Some('{');
    let ends: Vec<usize> = old.iter().map(|item| block_end(text, item.end as usize, dash)).collect();
    let spaced = order == Order::Last && (old.len() < 2 || has_blank_line(&text[ends[old.len() - 2]..*starts.last()?]));
    let places = places(old, new, order);
    let edit = |(entry, after): (&&Entry, Option<usize>)| {
        let at = after.map_or_else(|| line_end(text, key_end), |n| ends[n]);
        let gap = if spaced { newline } else { "" };
        let lines = lines_of(&[*entry], dash, step, inline);
        Edit { at, remove: 0, insert: format!("{gap}{newline}{}", lines.join(newline)) }
    };
    Some(new.iter().zip(places).map(edit).collect())
}

fn flow_maps(entries: &[&Entry]) -> String {
    entries.iter().map(|entry| flow_map(entry)).collect::<Vec<_>>().join(", ")
}

fn has_blank_line(between: &str) -> bool {
    between.lines().skip(1).any(|line| line.trim().is_empty())
}

pub(super) fn lines_of(entries: &[&Entry], dash: usize, step: usize, inline: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in entries {
        let short = format!("{}- {}", " ".repeat(dash), flow_map(entry));
        if inline && short.chars().count() <= INLINE {
            lines.push(short);
        } else {
            lines.extend(item(entry, dash, step));
        }
    }
    lines
}

/// The item after which each new one goes; none: before the first.
fn places(old: &[Node<'_>], new: &[&Entry], order: Order) -> Vec<Option<usize>> {
    let last = old.len().checked_sub(1);
    let dates: Option<Vec<NaiveDate>> = old.iter().map(|item| day(text_of(item, "date")?)).collect();
    let (Order::Dated, Some(dates)) = (order, dates) else { return new.iter().map(|_| last).collect() };
    let newest_first = is_newest_first(&dates);
    if !newest_first && !dates.is_sorted() {
        return new.iter().map(|_| last).collect();
    }
    let place = |entry: &&Entry| {
        let own = date_of(entry)?;
        let before = |date: &NaiveDate| if newest_first { *date > own } else { *date <= own };
        dates.iter().rposition(before)
    };
    new.iter().map(|entry| if date_of(entry).is_none() { last } else { place(entry) }).collect()
}

fn is_newest_first(dates: &[NaiveDate]) -> bool {
    dates.first() > dates.last() && dates.windows(2).all(|pair| pair[0] >= pair[1])
}

fn day(text: &str) -> Option<NaiveDate> {
    PartialDate::parse(text.trim()).map(PartialDate::last)
}

fn date_of(entry: &Entry) -> Option<NaiveDate> {
    let (_, value) = entry.iter().find(|(key, _)| *key == "date")?;
    let Yaml::Word(text) = value else { return None };
    day(text)
}

/// New items in the order in which they go into the list.
fn sorted(new: &[Entry], order: Order) -> Vec<&Entry> {
    let mut sorted: Vec<&Entry> = new.iter().collect();
    match order {
        Order::Dated => sorted.sort_by_key(|entry| date_of(entry)),
        Order::Last => {}
    }
    sorted
}

/// Makes the edits; those at one place come in their order.
pub(super) fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.at);
    let (mut out, mut done) = (String::with_capacity(text.len() + 256), 0);
    for edit in edits {
        out.push_str(&text[done..edit.at]);
        out.push_str(&edit.insert);
        done = edit.at + edit.remove;
    }
    out.push_str(&text[done..]);
    out
}
