//! Text in, text out: what the documents' quirks become, and what untrusted text must never become.

mod citations;
mod links;
mod quirks;
mod trust;

use super::{read, read_page};
use crate::diag::{FileId, Sink, Sources};
use crate::model::Conclusion;
use std::fmt::Write as _;

/// One line a block: `path | printed label | text`, indented by depth, headings with their level.
fn outline(markdown: &str) -> String {
    show(&read(markdown, FileId(0), 0, &mut Sink::default()))
}

fn page(markdown: &str) -> String {
    show(&read_page(markdown, FileId(0), 0, &mut Sink::default()))
}

fn show(conclusion: &Conclusion) -> String {
    let mut out = String::new();
    for block in &conclusion.blocks {
        let label = block.label.as_ref().map_or("", |l| l.as_str());
        let heading = block.heading.map_or(String::new(), |h| format!("h{h} "));
        let text = block.text.split_whitespace().collect::<Vec<_>>().join(" ");
        writeln!(out, "{}{label} | {} | {heading}{text}", "  ".repeat(block.depth), block.printed).unwrap();
    }
    out
}

/// The HTML of all blocks.
fn html(markdown: &str) -> String {
    let conclusion = read(markdown, FileId(0), 0, &mut Sink::default());
    conclusion.blocks.into_iter().map(|b| b.html).collect::<Vec<_>>().join("\n")
}

/// The problems: `line:column code arguments`.
fn diagnostics(file: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let id = sources.add("a.md", file);
    let front = super::split_front_matter(file);
    let (body, start) = front.map_or((file, 0), |f| (f.body, f.body_start));
    let mut sink = Sink::default();
    read(body, id, start, &mut sink);
    let found = sink.into_sorted(&sources);
    let one = |d: &crate::diag::Diagnostic| {
        let at = d.at.unwrap();
        let (line, column) = sources.line_column(id, at.start);
        let args: Vec<_> = d.args.iter().map(|(_, value)| value.as_str()).collect();
        format!("{line}:{column} {} {}", d.code.id(), args.join(" "))
    };
    found.iter().map(one).collect()
}
