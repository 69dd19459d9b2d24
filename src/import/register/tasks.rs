//! Tasks out of the rows of a register.

use super::cells;
use super::field::Field;
use super::head::{self, Column};
use super::number::Label;
use super::rows::{Kind, Rows};
use super::title;
use crate::import::draft::{Guess, Indicator, Task, Why};
use crate::import::due::{self, Context};
use crate::import::paper::{Place, Row};
use std::collections::{BTreeMap, BTreeSet};

/// Words of a paper that a guess rests on are cut at so many characters.
const BECAUSE: usize = 80;

/// Reads the rows below a head. `annex`: they are rows of an annex, whose clauses are `PL.1`; `sheet` is told with the
/// places.
pub fn read(rows: Vec<&Row>, columns: &[Column], sheet: Option<&str>, annex: bool, context: Context) -> Vec<Task> {
    let of = |field| columns.iter().find(|c| c.field == Some(field));
    let indicators =
        of(Field::Target).is_some() && of(Field::Title).is_some_and(|c| head::speaks_of_indicators(&c.head));
    let mut reader = Reader {
        rows: Rows::new(rows, columns, indicators),
        columns,
        sheet,
        above: BTreeMap::new(),
        groups: Vec::new(),
        drafts: Vec::new(),
    };
    for at in 0..reader.rows.len() {
        reader.take(at);
    }
    let finish = |words: Words| {
        let path = words.path.clone();
        (words.finish(annex, indicators, context, columns), path)
    };
    let mut tasks: Vec<_> = reader.drafts.into_iter().map(finish).collect();
    references(&mut tasks, of(Field::Number).is_some());
    tasks.into_iter().map(|(task, _)| task).collect()
}

struct Reader<'a> {
    rows: Rows<'a>,
    columns: &'a [Column],
    sheet: Option<&'a str>,
    /// The last words of each column, for the cells merged with them.
    above: BTreeMap<Field, String>,
    groups: Vec<Group>,
    drafts: Vec<Words>,
}

struct Group {
    label: Option<Label>,
    words: String,
}

/// The cells of a task, rows that go on joined to them.
#[derive(Default)]
struct Words {
    label: Option<Label>,
    path: String,
    cells: BTreeMap<Field, String>,
    remarks: Vec<String>,
    group: Vec<String>,
    /// Fields whose words stand in the row of a larger number above.
    carried: Vec<Field>,
    parts: Vec<Words>,
    at: Place,
}

/// Fields with one column each, that are words of a task.
const CELLS: [Field; 14] = [
    Field::Number,
    Field::Title,
    Field::Group,
    Field::Lead,
    Field::With,
    Field::Due,
    Field::Product,
    Field::Source,
    Field::Assigned,
    Field::Supervisor,
    Field::Officer,
    Field::Unit,
    Field::Target,
    Field::Detail,
];

impl Reader<'_> {
    fn take(&mut self, at: usize) {
        let before = self
            .drafts
            .last()
            .map(|words| words.parts.last().unwrap_or(words).cells.get(&Field::Title).map_or("", |t| t));
        match self.rows.kind(at, before) {
            Kind::None => {}
            Kind::Group(label, words) => self.group(label, words),
            Kind::More => self.more(at),
            Kind::Part => {
                let mut part = self.words(at, None);
                if let Some(task) = self.drafts.last_mut() {
                    part.path.clone_from(&task.path);
                    task.parts.push(part);
                }
            }
            Kind::Task(label) => {
                self.leave(label.as_ref());
                let mut words = self.words(at, label);
                self.carry(&mut words);
                self.drafts.push(words);
            }
        }
    }

    /// A heading ends those that count as it does, and all below them.
    fn group(&mut self, label: Option<Label>, words: String) {
        let same = |group: &Group| match (&group.label, &label) {
            (Some(Label::Count(one)), Some(Label::Count(other))) => !other.starts_with(&format!("{one}.")),
            (Some(one), Some(other)) => one.same_kind(other),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        if let Some(level) = self.groups.iter().position(same) {
            self.groups.truncate(level);
        }
        self.groups.push(Group { label, words });
    }

    /// A number that does not go on from a heading's (`3` after `2.1`) ends that heading.
    fn leave(&mut self, label: Option<&Label>) {
        let Some(Label::Count(number)) = label else { return };
        let ends = |group: &Group| match &group.label {
            Some(Label::Count(count)) => !number.starts_with(&format!("{count}.")),
            Some(Label::Roman(_) | Label::Capital(_) | Label::Small(_)) | None => false,
        };
        if let Some(level) = self.groups.iter().position(ends) {
            self.groups.truncate(level);
        }
    }

    fn more(&mut self, at: usize) {
        let Some(task) = self.drafts.last_mut() else { return };
        let last = match task.parts.len() {
            0 => task,
            parts => &mut task.parts[parts - 1],
        };
        for field in CELLS.into_iter().filter(|field| *field != Field::Number) {
            let own = self.rows.own(at, field);
            if own.is_empty() {
                continue;
            }
            let words = last.cells.entry(field).or_default();
            // An empty cell has nothing that goes on: the words were cut from another one.
            if words.is_empty() && own.starts_with(char::is_lowercase) {
                continue;
            }
            // Names in rows of their own are a list; a cell that was cut goes on in small letters or after an open end.
            let is_list = matches!(field, Field::Lead | Field::With)
                && self.rows.own(at, Field::Title).is_empty()
                && own.starts_with(char::is_uppercase)
                && !words.ends_with([',', ';', '-']);
            words.push_str(if words.is_empty() {
                ""
            } else if is_list {
                "\n"
            } else {
                " "
            });
            words.push_str(own);
            self.above.insert(field, words.clone());
        }
    }

    /// The cells of a row; of those merged with the one above, the words above.
    fn words(&mut self, at: usize, label: Option<Label>) -> Words {
        let mut words = Words { label, at: self.place(at), ..Words::default() };
        for field in CELLS {
            let own = self.rows.own(at, field);
            if !own.is_empty() || !(self.rows.merged(at, field) || field == Field::Group) {
                self.above.insert(field, own.to_owned());
            }
            if let Some(text) = self.above.get(&field).filter(|text| !text.is_empty()) {
                words.cells.insert(field, text.clone());
            }
        }
        let cells = &self.rows.row(at).cells;
        for column in self.columns {
            let named = matches!(column.field, Some(Field::Status | Field::Progress));
            let text = cells.get(column.at).map_or("", |cell| cell.text.trim());
            match column.field {
                _ if text.is_empty() => {}
                Some(Field::Note) => words.remarks.push(text.to_owned()),
                _ if named => words.remarks.push(format!("{}: {text}", column.head)),
                _ => {}
            }
        }
        let steps = self.groups.iter().filter_map(|group| group.label.as_ref()).map(Label::text);
        words.path = steps.fold(String::new(), |path, step| join(&path, step));
        words.group = self.groups.iter().map(|group| group.words.clone()).collect();
        words.group.extend(words.cells.get(&Field::Group).cloned());
        match &words.label {
            Some(Label::Small(letter))
                if words.group.is_empty()
                    || !matches!(self.groups.last(), Some(Group { label: Some(Label::Count(_)), .. })) =>
            {
                let count = self.drafts.iter().rev().find_map(|task| match &task.label {
                    Some(Label::Count(count)) => Some(count.as_str()),
                    _ => None,
                });
                words.path = count.iter().fold(words.path, |path, count| join(&path, count));
                words.path = join(&words.path, letter);
            }
            Some(label) => words.path = join(&words.path, label.text()),
            None => {}
        }
        words
    }

    /// Who leads a row `1.2` or `a)` that names nobody: whoever leads `1`; without a column of leads, the heading.
    fn carry(&self, words: &mut Words) {
        if words.cells.contains_key(&Field::Lead) {
            return;
        }
        let parent = match &words.label {
            Some(Label::Count(own)) => own.rsplit_once('.').and_then(|(parent, _)| {
                self.drafts
                    .iter()
                    .rev()
                    .find(|task| matches!(&task.label, Some(Label::Count(count)) if count == parent))
            }),
            Some(Label::Small(_)) => self.drafts.iter().rev().find(|task| !matches!(task.label, Some(Label::Small(_)))),
            Some(Label::Roman(_) | Label::Capital(_)) | None => None,
        };
        let above = match parent.and_then(|task| task.cells.get(&Field::Lead)) {
            Some(lead) => Some(lead.clone()),
            None if self.rows.column(Field::Lead).is_none() => self.groups.last().map(|group| group.words.clone()),
            None => None,
        };
        if let Some(lead) = above {
            words.cells.insert(Field::Lead, lead);
            words.carried.push(Field::Lead);
        }
    }

    fn place(&self, at: usize) -> Place {
        Place::Row { table: self.sheet.map(str::to_owned), row: self.rows.row(at).number }
    }
}

/// A step more of a path; a number that has the path in it already stands for itself.
fn join(path: &str, step: &str) -> String {
    match path {
        "" => step.to_owned(),
        path if step.starts_with(&format!("{path}.")) => step.to_owned(),
        path => match path.rsplit_once('.') {
            Some((before, last)) if step.starts_with(&format!("{last}.")) => format!("{before}.{step}"),
            Some(_) | None => format!("{path}.{step}"),
        },
    }
}

impl Words {
    /// `annex`: the path is one of an annex.
    fn finish(self, annex: bool, indicators: bool, context: Context, columns: &[Column]) -> Task {
        let cell = |field: Field| self.cells.get(&field).map_or("", String::as_str);
        let at = &self.at;
        let mut guesses = Vec::new();
        let mut guess = |field, value: &str, why, because: &str| {
            guesses.push(Guess { field, value: value.to_owned(), why, because: cut(because), at: at.clone() });
        };
        let text = paragraphs(&[cell(Field::Title), cell(Field::Detail)]);
        let (title, shortened) = title::short(cell(Field::Title));
        if shortened {
            guess("title", &title, Why::Shortened, &text);
        }
        let (lead, mut with) = cells::roles(cell(Field::Lead));
        with.extend(cells::parties(cell(Field::With)));
        if lead.is_empty() {
            guess("lead", "", Why::NoLead, &text);
        } else if self.carried.contains(&Field::Lead) {
            guess("lead", &cells::line(cell(Field::Lead)), Why::Carried, cell(Field::Lead));
        }
        let own = cells::line(cell(Field::Due));
        let found = due::of_cell(&own, &context);
        let head = columns.iter().find(|c| c.field == Some(Field::Target)).map_or("", |c| c.head.as_str());
        // A group `Đến năm 2030`, or the head over the targets, sets the deadline of indicators.
        let outside = || {
            self.group.iter().rev().map(String::as_str).chain([head]).find_map(|words| {
                indicators.then(|| due::of_cell(words, &context)).flatten().filter(|found| found.due.is_some())
            })
        };
        let (mut due, mut wording) = (None, None);
        match found.or_else(|| own.is_empty().then(outside).flatten()) {
            Some(found) => {
                if let Some(why) = found.why {
                    guess("due", &own, why, &found.wording);
                }
                (due, wording) = (found.due, Some(found.wording));
            }
            None if own.chars().any(char::is_alphanumeric) => {
                guess("due", &own, Why::Vague, &own);
                wording = Some(own);
            }
            None => {}
        }
        let mut remarks = self.remarks;
        let product = cell(Field::Product);
        let products = if cells::is_status(product) {
            remarks.push(cells::line(product));
            Vec::new()
        } else {
            cells::products(product)
        };
        let mut parts: Vec<_> =
            self.parts.into_iter().map(|part| part.finish(annex, indicators, context, columns)).collect();
        // A part without words of its own has those of the whole.
        for part in parts.iter_mut().filter(|part| part.text.is_empty()) {
            (part.title, part.text) = (title.clone(), text.clone());
        }
        let some = |field| Some(cells::line(cell(field))).filter(|text| !text.is_empty());
        let target = some(Field::Target);
        Task {
            clause: if annex && !self.path.is_empty() { format!("PL.{}", self.path) } else { String::new() },
            title,
            text,
            lead,
            with,
            supervisor: some(Field::Supervisor),
            officer: some(Field::Officer),
            due,
            wording,
            reference: self.label.as_ref().map(|label| label.text().to_owned()),
            products,
            group: self.group.last().map(|group| cells::line(group)),
            source: some(Field::Source),
            assigned: cells::day(cell(Field::Assigned)),
            indicator: target.map(|target| Indicator { unit: some(Field::Unit), target }),
            note: Some(remarks.join("\n")).filter(|note| !note.is_empty()),
            parts,
            guesses,
            at: self.at,
            ..Task::default()
        }
    }
}

/// Paragraphs below each other, each on one line.
fn paragraphs(texts: &[&str]) -> String {
    let lines = texts.iter().flat_map(|text| text.lines()).map(cells::line).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn cut(words: &str) -> String {
    let words = cells::line(words);
    match words.char_indices().nth(BECAUSE) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or("")),
        None => words,
    }
}

/// References of tasks, by the printed number and the number with those of its groups. Numbers that restart in each
/// group are told apart by the group's; others that repeat are a key for the first alone.
fn references(tasks: &mut [(Task, String)], numbered: bool) {
    let repeats = |keys: Vec<&str>| {
        let mut seen = BTreeSet::new();
        keys.into_iter().filter(|key| !seen.insert(*key)).count()
    };
    let printed = repeats(tasks.iter().filter_map(|(task, _)| task.reference.as_deref()).collect());
    let with_groups = repeats(tasks.iter().map(|(_, path)| path.as_str()).filter(|path| !path.is_empty()).collect());
    let restart = printed > 0 && with_groups == 0;
    let mut taken = BTreeSet::new();
    for (task, path) in tasks.iter_mut() {
        if restart && task.reference.is_some() {
            task.reference = Some(path.clone());
        }
        let number = task.reference.clone().unwrap_or_default();
        let repeated = task.reference.as_ref().is_some_and(|number| !taken.insert(number.clone()));
        if repeated {
            task.reference = None;
        }
        if repeated || (numbered && number.is_empty()) {
            let because = cut(&task.text);
            task.guesses.push(Guess { field: "ref", value: number, why: Why::Label, because, at: task.at.clone() });
        }
    }
}
