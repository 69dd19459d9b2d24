//! What a problem says in a language, out of `words/vi.ftl` and `words/en.ftl`.

use super::code::Code;
use super::diagnostic::Diagnostic;
use crate::i18n::{Arg, Language, Messages, Unsaid};
use std::sync::LazyLock;

/// Longest value quoted in a message, in characters.
const MAX_VALUE: usize = 120;

pub(super) struct Wording {
    pub message: String,
    /// What stands under the place, where the message alone is not enough.
    pub cause: Option<String>,
    /// The next step.
    pub cure: Option<String>,
    /// "Did you mean …?", or what to write instead.
    pub suggestion: Option<String>,
}

pub(super) fn wording(diagnostic: &Diagnostic, language: Language) -> Wording {
    let (key, messages) = (diagnostic.code.id(), messages(language));
    // Lists of allowed and of lacking words are ours, and of use only as a whole.
    let value = |name, value: &str| {
        if matches!(name, "known" | "allowed" | "lacking") { value.to_owned() } else { shown(value) }
    };
    let values: Vec<_> = diagnostic.args.iter().map(|(name, text)| (*name, value(*name, text))).collect();
    let args: Vec<(&str, &str)> = values.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let suggestion = diagnostic.did_you_mean.as_ref().map(|name| {
        let key = if is_correction(diagnostic.code) { "write-instead" } else { "did-you-mean" };
        say(key, &[("name", Arg::Text(&shown(name)))], language)
    });
    Wording {
        message: text(messages.part(key, None, &args)).unwrap_or_else(|| key.to_owned()),
        cause: text(messages.part(key, Some("cause"), &args)),
        cure: text(messages.part(key, Some("cure"), &args)),
        suggestion,
    }
}

/// A message without arguments; its key if the file lacks it.
pub(super) fn word(key: &str, language: Language) -> String {
    messages(language).word(key).unwrap_or(key).to_owned()
}

/// A message with arguments; its key if the file lacks it.
pub(super) fn say(key: &str, args: &[(&str, Arg<'_>)], language: Language) -> String {
    messages(language).say(key, args).map_or_else(|_| key.to_owned(), |text| text.to_string())
}

fn messages(language: Language) -> &'static Messages {
    static VI: LazyLock<Messages> = LazyLock::new(|| Messages::carried(Language::VI, include_str!("words/vi.ftl")));
    static EN: LazyLock<Messages> = LazyLock::new(|| Messages::carried(Language::EN, include_str!("words/en.ftl")));
    if language == Language::VI { &VI } else { &EN }
}

/// A text, where an argument is lacking with that argument's name in its place: better than no word on a problem.
fn text(said: Result<String, Unsaid>) -> Option<String> {
    match said {
        Ok(text) | Err(Unsaid::Lacks { text, .. }) => Some(text),
        Err(Unsaid::Unknown) => None,
    }
}

/// Whether the proposal of such a problem is the same value put right, not another name.
fn is_correction(code: Code) -> bool {
    matches!(
        code,
        Code::YamlSyntax
            | Code::OldEncoding
            | Code::EmptyText
            | Code::BadDate
            | Code::BadId
            | Code::BadClause
            | Code::WrongType
    )
}

/// A value out of a file as it may stand in a message: no control characters, not too long.
fn shown(value: &str) -> String {
    let clean = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let mut out: String = value.chars().take(MAX_VALUE).map(clean).collect();
    if value.chars().nth(MAX_VALUE).is_some() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_are_sound_and_say_every_code() {
        for (language, text) in
            [(Language::VI, include_str!("words/vi.ftl")), (Language::EN, include_str!("words/en.ftl"))]
        {
            assert_eq!(Messages::read(language.code(), &[text]).unwrap().1, [], "{language:?}");
            for code in Code::ALL {
                let words = wording(&Diagnostic::of_site(*code), language);
                assert_ne!(words.message, code.id(), "{language:?}: no message for {}", code.id());
                assert!(words.cure.is_some(), "{language:?}: no cure for {}", code.id());
            }
            for key in ["first-here", "defined-here", "also-here", "from-here", "reported-here"] {
                assert_ne!(word(&format!("related-{key}"), language), format!("related-{key}"));
            }
        }
    }

    #[test]
    fn values_are_tamed() {
        assert_eq!(shown("a\u{1b}[31mb"), "a\u{fffd}[31mb");
        assert_eq!(shown(&"đ".repeat(200)).chars().count(), MAX_VALUE + 1);
    }
}
