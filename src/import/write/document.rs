//! The head and the clauses of a paper as a file of `content/meetings/` or `content/documents/`.

use super::fields::{present, text};
use super::guesses::noted;
use crate::edit::{ChangeSet, DRAFT_WORDS, Refusal, Yaml, new_document, new_meeting};
use crate::import::draft::{Clause, Document, Draft};
use crate::load::slug_within;
use std::fmt::Write as _;

/// Longest part of an id that is made of a title.
const LONGEST_ID: usize = 48;

/// Whether a paper concludes a meeting; else it is a document of its own. Letters and telegrams call to a meeting that is
/// still to come.
pub fn is_meeting(document: &Document) -> bool {
    let of_itself = ["công điện", "công văn", "giấy mời", "quyết định", "chỉ thị", "kế hoạch", "nghị quyết"];
    let kind = document.kind.as_deref().unwrap_or_default().to_lowercase();
    document.held.is_some() && !of_itself.iter().any(|other| kind.starts_with(other))
}

/// The id that a paper gets: its day and its name.
pub fn document_id(document: &Document) -> String {
    let name = if is_meeting(document) { meeting_title(document) } else { None };
    let number = document.number.clone();
    let words = name.or(number).or_else(|| document.title.clone()).or_else(|| document.kind.clone());
    let words = slug_within(&words.unwrap_or_else(|| "van-ban".to_owned()), LONGEST_ID);
    let day = if is_meeting(document) { document.held } else { document.issued };
    let id = day.map_or_else(String::new, |day| format!("{day}-")) + &words;
    if id.is_empty() { "van-ban".to_owned() } else { id }
}

/// `Phiên họp thứ nhất của Tổ công tác` out of `Kết luận của … tại Phiên họp thứ nhất của Tổ công tác ngày …`.
fn meeting_title(document: &Document) -> Option<String> {
    let title = document.title.as_deref()?;
    let lower = title.to_lowercase();
    // Lower case keeps the lengths of Vietnamese letters.
    let at = [" tại phiên họp", " tại cuộc họp", " tại hội nghị", " tại buổi", " về "]
        .iter()
        .find_map(|words| lower.find(words));
    let name = at.and_then(|at| title.get(at..)).unwrap_or(title).trim();
    let name = name.strip_prefix("tại ").or(name.strip_prefix("TẠI ")).or(name.strip_prefix("về ")).unwrap_or(name);
    let end = name.to_lowercase().rfind(" ngày ").filter(|at| *at > 8).unwrap_or(name.len());
    let name = name.get(..end).unwrap_or(name).trim();
    Some(capital(name))
}

/// With a capital in front.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Writes the file of a paper; its id. `body` and `issuer` are ids of the record, as far as they are known.
///
/// # Errors
/// There is such a file.
pub fn write_document(
    changes: &mut ChangeSet<'_>,
    draft: &Draft,
    id: &str,
    (body, issuer): (Option<&str>, Option<&str>),
) -> Result<(), Refusal> {
    let document = &draft.document;
    let guesses = &document.guesses[..];
    let word = |id: Option<&str>| id.map(|id| Yaml::Word(id.to_owned()));
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| Yaml::Word(day.to_string()));
    let person = |name: Option<&String>, role: Option<&String>| {
        text(name).map(|name| Yaml::Inline(present([("name", Some(name)), ("role", text(role))])))
    };
    let capacity = document.signer_capacity.as_deref().map(post);
    let signer = noted(person(document.signer.as_ref(), capacity.as_ref()), "signer", guesses, None);
    let kind = noted(text(document.kind.as_ref()), "kind", guesses, None);
    let number = noted(text(document.number.as_ref()), "number", guesses, None);
    let issue_day = noted(day(document.issued), "issued", guesses, None);
    // `Lưu: …` is the office's own shelf mark, with the initials of whoever drafted the paper.
    let public: Vec<String> = document.recipients.iter().filter(|line| !line.starts_with("Lưu")).cloned().collect();
    let recipients = (!public.is_empty()).then_some(Yaml::Words(public));
    let conclusion_of = conclusion_of(document, body);
    let unnamed = || document.number.clone().unwrap_or_else(|| id.to_owned());
    let draft_flag = Some(Yaml::Word("true".to_owned()));
    let body_text = markdown(document, &draft.clauses);
    if is_meeting(document) {
        let title = meeting_title(document).unwrap_or_else(unnamed);
        let paper = present([
            ("kind", kind),
            ("number", number),
            ("issued", issue_day),
            ("issuer", word(issuer)),
            ("signer", signer),
            ("recipients", recipients),
            ("conclusion_of", conclusion_of),
        ]);
        let front = present([
            ("title", noted(Some(Yaml::Text(title)), "title", guesses, None)),
            ("draft", draft_flag),
            ("body", noted(word(body), "body", guesses, None)),
            ("ordinal", body.and(document.ordinal).map(|n| Yaml::Word(n.to_string()))),
            ("held", noted(day(document.held), "held", guesses, None)),
            ("place", noted(document.venue.as_deref().map(capital).map(Yaml::Text), "venue", guesses, None)),
            ("chair", noted(person(document.chair.as_ref(), document.chair_role.as_ref()), "chair", guesses, None)),
            ("documents", (!paper.is_empty()).then(|| Yaml::Maps(vec![paper]))),
        ]);
        new_meeting(changes, id, front, &body_text)?;
    } else {
        let title = document.title.as_deref().map_or_else(unnamed, capital);
        let front = present([
            ("title", noted(Some(Yaml::Text(title)), "title", guesses, None)),
            ("draft", draft_flag),
            ("kind", kind),
            ("number", number),
            ("issued", issue_day),
            ("issuer", word(issuer)),
            ("signer", signer),
            ("recipients", recipients),
        ]);
        new_document(changes, id, front, &body_text)?;
    }
    Ok(())
}

/// Whose conclusion it is: the body that met, where the title says so, else who chaired.
fn conclusion_of(document: &Document, body: Option<&str>) -> Option<Yaml> {
    let title = document.title.as_deref().unwrap_or_default().to_lowercase();
    let of_body = |name: &String| title.starts_with(&format!("kết luận của {}", name.to_lowercase()));
    match (document.body.as_ref().filter(|name| of_body(name)), body) {
        (Some(_), Some(id)) => Some(Yaml::Inline(vec![("agency", Yaml::Word(id.to_owned()))])),
        _ if title.starts_with("kết luận của") => {
            let name = text(document.chair.as_ref())?;
            Some(Yaml::Inline(present([("name", Some(name)), ("role", text(document.chair_role.as_ref()))])))
        }
        _ => None,
    }
}

/// A post that is printed in capitals, as content writes it: `Bộ trưởng, Chủ nhiệm`. Signing for another is left as printed.
fn post(printed: &str) -> String {
    if printed.chars().any(char::is_lowercase) || printed.contains('.') {
        return printed.to_owned();
    }
    printed.to_lowercase().split(", ").map(capital).collect::<Vec<_>>().join(", ")
}

/// The clauses as Markdown, in the words of the paper, below a line that says so.
fn markdown(document: &Document, clauses: &[Clause]) -> String {
    if clauses.is_empty() {
        return String::new();
    }
    let name = match (&document.kind, &document.number) {
        (Some(kind), Some(number)) => format!("{kind} số {number}"),
        (Some(kind), None) => kind.clone(),
        (None, Some(number)) => format!("văn bản số {number}"),
        (None, None) => "văn bản gốc".to_owned(),
    };
    let mut out = format!("{DRAFT_WORDS}{name} có giá trị chính thức.\n");
    for clause in clauses {
        let words = clause.text.lines().map(escaped).collect::<Vec<_>>().join("\n\n");
        let label = &printed(clause);
        let _ = match (label.is_empty(), words.is_empty()) {
            (true, true) => Ok(()),
            (true, false) => write!(out, "\n{words}\n"),
            (false, true) => write!(out, "\n{label}\n"),
            (false, false) => write!(out, "\n{label} {words}\n"),
        };
    }
    out
}

/// The label as printed; where it was lost or misread and put right, as it must have been.
fn printed(clause: &Clause) -> String {
    let label = clause.label.trim();
    let own = clause.path.rsplit('.').next().unwrap_or_default();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    // `11.1.` ends a path as well as `1.` does; a label that was lost has no letters.
    let said = !letters(label).is_empty() && letters(&clause.path).ends_with(&letters(label));
    let is_counted = own.is_empty() || own.starts_with('-') || !label.contains(['.', ')']) || said;
    if is_counted || letters(own).is_empty() {
        return label.to_owned();
    }
    let sign = if own.chars().all(|c| c.is_ascii_digit()) { '.' } else { ')' };
    format!("{own}{sign}")
}

/// A line that Markdown reads as the words that it is.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.trim().chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '|' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
