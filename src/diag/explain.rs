//! The long explanation of a code, out of `docs/diagnostics.md` and its Vietnamese twin.

use super::code::Code;
use crate::i18n::Language;

/// The section of the docs on a code, without its heading.
pub fn explain(code: Code, language: Language) -> Option<&'static str> {
    let docs = match language {
        Language::VI => include_str!("../../docs/vi/loi.md"),
        _ => include_str!("../../docs/diagnostics.md"),
    };
    section(docs, code.id())
}

fn section<'a>(docs: &'a str, id: &str) -> Option<&'a str> {
    let heading = format!("\n## {id}\n");
    let start = docs.find(&heading)? + heading.len();
    let end = docs[start..].find("\n## ").map_or(docs.len(), |n| start + n);
    Some(docs[start..end].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained() {
        for language in [Language::VI, Language::EN] {
            for code in Code::ALL {
                let text = explain(*code, language);
                assert!(text.is_some_and(|t| t.len() > 40), "{language:?}: {} is not explained", code.id());
            }
        }
        for docs in [include_str!("../../docs/diagnostics.md"), include_str!("../../docs/vi/loi.md")] {
            for id in docs.lines().filter_map(|line| line.strip_prefix("## ")) {
                assert!(Code::from_id(id).is_some(), "{id} is no code");
            }
        }
    }
}
