//! A text clause by clause, each with the tasks that it created.

use super::common::TaskRow;
use crate::model::{Block, ClauseLabel, Conclusion, DocumentIx, TaskIx};
use crate::pages::fragment::Fragment;
use crate::pages::page::Page;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Tasks that a clause lists in its text.
const MOST_OF_CLAUSE: usize = 50;

/// Tasks by the clause that states them, for the documents of one text.
pub(crate) type ByClause<'l> = BTreeMap<&'l ClauseLabel, Vec<TaskIx>>;

/// One block of a text.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BlockView<'d> {
    /// Id of the clause in the page; empty for text between clauses.
    pub anchor: String,
    /// Path of the clause as printed, `III.2.a.7`; empty for text between clauses.
    pub label: &'d str,
    /// The clause in words: `điểm a khoản 2 mục III`; empty for text between clauses.
    pub cited: String,
    /// Label as it stands in the text.
    pub printed: &'d str,
    /// Nesting (0-based).
    pub depth: usize,
    /// Heading level (2-6); 0 if it is no heading.
    pub heading: u8,
    /// Safe HTML.
    pub html: Cow<'d, str>,
    /// Tasks that the clause created, at most fifty.
    pub tasks: Vec<Fragment<TaskRow>>,
    /// How many more there are; they stand in the table of all tasks.
    pub more_tasks: usize,
}

impl<'p> Page<'p> {
    pub(crate) fn tasks_by_clause<'l>(&self, documents: &[DocumentIx], text: &'l Conclusion) -> ByClause<'l> {
        let mut found: ByClause<'l> = text.labels().map(|l| (l, Vec::new())).collect();
        for document in documents {
            for (label, list) in &mut found {
                list.extend(self.index.clauses.tasks(*document, label));
            }
        }
        found
    }

    /// A text's HTML on this page. Its relative links are written for the site's own language, whose pages lie beside the
    /// files for download; from a page under a language's folder, those files lie one folder further up.
    fn placed<'h>(&self, html: &'h str) -> Cow<'h, str> {
        if self.is_in_content_language() {
            return html.into();
        }
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(at) = rest.find("href=\"") {
            let (before, link) = rest.split_at(at + "href=\"".len());
            out.push_str(before);
            let end = link.find(['"', '#', '?']).unwrap_or(link.len());
            let path = &link[..end];
            let name = path.rsplit('/').next().unwrap_or_default();
            let of_site = !path.starts_with('/') && !path.contains(':');
            if of_site && name.contains('.') && !name.ends_with(".html") && !matches!(name, "." | "..") {
                out.push_str("../");
            }
            rest = link;
        }
        out.push_str(rest);
        out.into()
    }

    pub(crate) fn blocks(&self, text: &'p Conclusion, by_clause: &ByClause<'_>) -> Vec<BlockView<'p>> {
        let tasks = |b: &Block| b.label.as_ref().and_then(|l| by_clause.get(l)).map_or(&[][..], Vec::as_slice);
        text.blocks
            .iter()
            .enumerate()
            .map(|(n, b)| BlockView {
                anchor: b.label.as_ref().map(ClauseLabel::anchor).unwrap_or_default(),
                label: b.label.as_ref().map_or("", ClauseLabel::as_str),
                cited: b.label.as_ref().map(|_| self.words.clause(&text.citation(n))).unwrap_or_default(),
                printed: &b.printed,
                depth: b.depth,
                heading: b.heading.unwrap_or(0),
                html: self.placed(&b.html),
                tasks: self.task_rows(tasks(b).iter().take(MOST_OF_CLAUSE)),
                more_tasks: tasks(b).len().saturating_sub(MOST_OF_CLAUSE),
            })
            .collect()
    }
}
