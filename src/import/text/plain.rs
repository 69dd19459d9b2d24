//! Text and Markdown, and what layout programs make of a PDF: lines become paragraphs.

use super::line::{Line, is_finished, is_of_page, is_rule};
use super::wrap::{Between, Shape, join};
use super::{clean, columns, labels, marks, pipes};
use crate::import::paper::{Block, Paper, Paragraph, Place, Table};

/// Lines with words, from the beginning, among which a letterhead stands.
const HEAD: usize = 15;

/// Places at which columns are looked for: a paper has one foot, and one for each annex at most.
const MOST_COLUMNS: usize = 100;

/// A piece of the text, in its order.
enum Piece {
    Line(Line),
    Between(Between),
    Table(Table),
    Note(String),
}

/// Stands before the number of a table, on the line that is its place.
const TABLE: char = '\u{e000}';

/// The line that is the place of a table, by its number among those that [`read`] is given.
pub fn place_of(table: usize) -> String {
    format!("{TABLE}{table}\n")
}

/// The paper that a text is, and the tables that have a place in it.
pub fn read(text: &str, tables: &[Table]) -> Paper {
    let pieces = pieces(text, tables);
    let lines: Vec<Line> =
        pieces.iter().filter_map(|p| if let Piece::Line(l) = p { Some(l.clone()) } else { None }).collect();
    let blanks = pieces.iter().filter(|p| matches!(p, Piece::Between(Between::Blank))).count();
    let mut paper =
        Builder { shape: Shape::of(&lines, blanks), paper: Paper::default(), paragraphs: 0, tables: 0, open: None };
    let mut between = Between::Nothing;
    // Lines directly below a footnote go on with it.
    let mut in_note = false;
    for piece in pieces {
        in_note &= matches!(piece, Piece::Line(_));
        match piece {
            Piece::Line(line) if in_note && paper.goes_on(&line.text) => {}
            Piece::Line(line) => {
                in_note = false;
                paper.line(line, between);
                between = Between::Nothing;
            }
            // A cut outweighs the empty lines around it.
            Piece::Between(what) => between = if between == Between::Cut { between } else { what },
            Piece::Table(table) => paper.table(table),
            Piece::Note(text) => {
                let at = Place::Paragraph(paper.paragraphs);
                paper.paper.notes.push(Paragraph { text, number: None, centred: false, at });
                (between, in_note) = (Between::Cut, true);
            }
        }
    }
    paper.close();
    paper.paper
}

fn pieces(text: &str, tables: &[Table]) -> Vec<Piece> {
    let lines: Vec<&str> = text.split('\n').map(|line| line.trim_end_matches('\r')).collect();
    let typed_breaks = typed_breaks(&lines);
    let mut pieces = Vec::new();
    let mut at = front_matter(&lines);
    let (mut seen, mut tries) = (0, 0);
    while let Some(raw) = lines.get(at) {
        let rest = &lines[at..];
        let number = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
        let table = raw.strip_prefix(TABLE).and_then(|n| tables.get(n.parse::<usize>().ok()?));
        let block = if let Some(table) = table {
            Some((table.clone(), 1))
        } else if pipes::is_row(raw) {
            Some(pipes::read(rest, number))
        } else if tries < MOST_COLUMNS && columns::may_begin(raw, seen < HEAD) {
            tries += 1;
            columns::read(rest, number)
        } else {
            None
        };
        if let Some((table, used)) = block {
            pieces.push(Piece::Table(table));
            (at, seen) = (at + used, seen + used);
            continue;
        }
        at += 1;
        if raw.contains('\u{c}') {
            pieces.push(Piece::Between(Between::Cut));
        }
        if let Some(note) = marks::note(raw) {
            pieces.push(Piece::Note(clean::line(&marks::off(note))));
            continue;
        }
        let before = pieces.len();
        let break_behind = typed_breaks && raw.ends_with("  ");
        pieces.extend(words(raw, break_behind));
        seen += pieces.len() - before;
    }
    pieces
}

/// The lines with words that one line of the file is, or what it stands for.
fn words(raw: &str, break_behind: bool) -> Vec<Piece> {
    let cleaned = clean::line(raw);
    if cleaned.is_empty() || cleaned == "|" {
        return vec![Piece::Between(Between::Blank)];
    }
    if is_of_page(&cleaned) {
        return vec![Piece::Between(Between::Cut)];
    }
    // A break is typed as two spaces or a backslash.
    let (raw, break_behind) = raw.strip_suffix('\\').map_or((raw, break_behind), |raw| (raw, true));
    let indent = raw.chars().take_while(|c| c.is_whitespace() && *c != '\u{c}').count();
    let right = raw.trim_end().chars().count();
    let marked = marks::off(raw);
    let texts: Vec<String> = marked.split('\n').map(clean::line).filter(|text| !text.is_empty()).collect();
    let last = texts.len().saturating_sub(1);
    let mut pieces = Vec::new();
    for (n, text) in texts.into_iter().enumerate() {
        if is_rule(&text) {
            pieces.push(Piece::Between(Between::Blank));
        } else {
            let text = labels::with_plain_dash(without_rule(&text));
            pieces.push(Piece::Line(Line { text, indent, right, broken: break_behind || n < last }));
        }
    }
    if pieces.is_empty() {
        pieces.push(Piece::Between(Between::Blank));
    }
    pieces
}

/// The text behind a rule that was drawn on its line.
fn without_rule(text: &str) -> &str {
    match text.split_once(' ') {
        Some((rule, rest)) if is_rule(rule) => rest,
        Some(_) | None => text,
    }
}

/// How many lines the front matter takes.
fn front_matter(lines: &[&str]) -> usize {
    if lines.first().is_none_or(|line| line.trim_end() != "---") {
        return 0;
    }
    lines.iter().take(200).skip(1).position(|line| line.trim_end() == "---").map_or(0, |at| at + 2)
}

/// Whether two spaces at the end of a line were typed as a break. Where most lines have them, a program put them there.
fn typed_breaks(lines: &[&str]) -> bool {
    let ending = lines.iter().filter(|line| line.ends_with("  ") && !line.trim().is_empty()).count();
    ending * 4 < lines.iter().filter(|line| !line.trim().is_empty()).count()
}

/// Puts lines together.
struct Builder {
    shape: Shape,
    paper: Paper,
    paragraphs: u32,
    tables: u32,
    open: Option<(String, Line)>,
}

impl Builder {
    fn line(&mut self, line: Line, between: Between) {
        if let Some((text, last)) = &mut self.open
            && !self.shape.begins(text, last, &line, between)
        {
            join(text, last, &line.text);
            *last = line;
            return;
        }
        self.close();
        self.open = Some((line.text.clone(), line));
    }

    /// Adds a line to the last footnote, unless it begins an item.
    fn goes_on(&mut self, line: &str) -> bool {
        let Some(note) = self.paper.notes.last_mut() else { return false };
        if labels::begins_item(line, &note.text, is_finished(&note.text)) {
            return false;
        }
        note.text.push(' ');
        note.text.push_str(line);
        true
    }

    fn close(&mut self) {
        let Some((text, _)) = self.open.take() else { return };
        self.paragraphs += 1;
        let at = Place::Paragraph(self.paragraphs);
        self.paper.blocks.push(Block::Paragraph(Paragraph { text, number: None, centred: false, at }));
    }

    fn table(&mut self, table: Table) {
        self.close();
        self.tables += 1;
        self.paper.blocks.push(Block::Table(Table { number: self.tables, ..table }));
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::paper::{Block, Paper};

    fn texts(paper: &Paper) -> Vec<&str> {
        let blocks = paper.blocks.iter();
        blocks.map(|block| if let Block::Paragraph(p) = block { &*p.text } else { "(bảng)" }).collect()
    }

    #[test]
    fn markdown_is_read_by_its_labels() {
        let text = "---\ntitle: a\n---\n# **THÔNG BÁO**\n\nKết luận\\\ntại phiên họp\n\n- 1\\. Giao Sở A<sup>1</sup>\n\n\
            <sup>1</sup> Theo báo cáo\ncủa Sở.\n\nrà soát.\n\n| a | b |\n|---|---|\n| c | d |\n\n2. Sở B";
        let paper = read(text, &[]);
        assert_eq!(
            texts(&paper),
            ["THÔNG BÁO", "Kết luận tại phiên họp", "1. Giao Sở A", "rà soát.", "(bảng)", "2. Sở B"]
        );
        assert_eq!(paper.notes.iter().map(|note| &*note.text).collect::<Vec<_>>(), ["Theo báo cáo của Sở."]);
    }

    #[test]
    fn a_page_end_inside_a_sentence_is_none() {
        let line = "Ủy ban nhân dân Giả định yêu cầu các sở, ngành, địa phương và các đơn vị có liên quan";
        let text = format!("{line}\n\n--- PAGE BREAK ---\n\n2\n\ntổ chức thực hiện.\n\n1. Sở A");
        let paper = read(&text, &[]);
        assert_eq!(texts(&paper), [&*format!("{line} tổ chức thực hiện."), "1. Sở A"]);
    }
}
