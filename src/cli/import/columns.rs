//! What is unsure about the columns of a register that is read for the first time: asked on a terminal, told without one,
//! and kept in its mapping either way.

use super::super::output::Output;
use super::ask::{ask, is_possible};
use crate::i18n::Words;
use crate::import::paper::Paper;
use crate::import::register::{self, Field};
use crate::load::Mapping;

/// Settles the columns of a new mapping.
pub fn settle(mapping: &mut Mapping, paper: &Paper, out: &Output) {
    let candidates = register::find(paper);
    let Some(first) = candidates.first() else { return };
    for question in first.questions() {
        let field = called(question.guess, &out.words);
        let values = [("head", question.head), ("sample", &question.sample), ("field", &field)];
        if !is_possible() {
            out.remark(&out.words.with("import-column-taken", &values));
        } else if let Some(meant) =
            ask(&out.words.with("import-ask-column", &values)).and_then(|answer| field_of(&answer))
            && let Some(column) = mapping.columns.iter_mut().find(|column| column.head == question.head)
        {
            column.field = meant.name();
        }
    }
    let ignored = first.ignored();
    if !ignored.is_empty() {
        out.remark(&out.words.with("import-columns-ignored", &[("heads", &ignored.join(", "))]));
    }
}

/// What an answer means: nothing keeps the guess, `b` leaves the column out, anything else is the word of a field.
fn field_of(answer: &str) -> Option<Field> {
    match answer {
        "" | "c" | "y" => None,
        "b" | "k" | "n" => Some(Field::Ignored),
        word => Field::named(word),
    }
}

/// A field as a person calls it.
fn called(field: Field, words: &Words) -> String {
    words.with("import-field", &[("field", field.name())])
}
