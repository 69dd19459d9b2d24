//! What a problem says in a language, out of `words/vi.ftl` and `words/en.ftl`.

use super::{Code, Diagnostic, Severity};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::OnceLock;

/// Languages of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

/// Longest value quoted in a message, in characters.
const MAX_VALUE: usize = 120;

/// The words of one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub message: String,
    /// What stands under the place, where the message alone is not enough.
    pub cause: Option<String>,
    /// The next step.
    pub cure: Option<String>,
    /// "Did you mean …?", or what to write instead.
    pub suggestion: Option<String>,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language of a BCP 47 tag (`vi`, `en`, `en-GB`).
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()? {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        static VI: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
        static EN: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
        let (cell, tag, text) = match self {
            Self::Vi => (&VI, "vi", include_str!("words/vi.ftl")),
            Self::En => (&EN, "en", include_str!("words/en.ftl")),
        };
        cell.get_or_init(|| {
            let tag = tag.parse().expect("both tags are well-formed");
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            bundle.set_use_isolating(false);
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
            // A test holds both files against the parser and against each other.
            bundle.add_resource_overriding(resource);
            bundle
        })
    }

    /// A message, or one of its attributes; none if the file lacks it.
    fn say(self, key: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.bundle();
        let message = bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
    }

    /// A message without arguments; its key if the file lacks it.
    pub(super) fn word(self, key: &str) -> String {
        self.say(key, None, &FluentArgs::new()).unwrap_or_else(|| key.to_owned())
    }

    /// A message with numbers.
    pub(super) fn count(self, key: &str, numbers: &[(&'static str, usize)]) -> String {
        let mut args = FluentArgs::new();
        for (name, number) in numbers {
            args.set(*name, *number);
        }
        self.say(key, None, &args).unwrap_or_else(|| key.to_owned())
    }

    /// The word for a severity.
    pub(super) fn severity(self, severity: Severity) -> String {
        self.word(match severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
        })
    }
}

/// The words of a problem.
pub fn words(diagnostic: &Diagnostic, language: Language) -> Words {
    let mut args = FluentArgs::new();
    for (name, value) in &diagnostic.args {
        // The list of allowed words is ours, and of use only as a whole.
        args.set(*name, if matches!(*name, "known" | "allowed") { value.clone() } else { shown(value) });
    }
    let key = diagnostic.code.id();
    let suggestion = diagnostic.did_you_mean.as_ref().map(|name| {
        let mut args = FluentArgs::new();
        args.set("name", shown(name));
        let key = if is_correction(diagnostic.code) { "write-instead" } else { "did-you-mean" };
        language.say(key, None, &args).unwrap_or_default()
    });
    Words {
        message: language.say(key, None, &args).unwrap_or_else(|| key.to_owned()),
        cause: language.say(key, Some("cause"), &args),
        cure: language.say(key, Some("cure"), &args),
        suggestion,
    }
}

/// Whether the proposal of such a problem is the same value put right, not another name.
fn is_correction(code: Code) -> bool {
    matches!(code, Code::YamlSyntax | Code::EmptyText | Code::BadDate | Code::BadId | Code::BadClause | Code::WrongType)
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
    use fluent_bundle::FluentResource;

    #[test]
    fn both_files_are_sound_and_say_every_code() {
        for (language, text) in
            [(Language::Vi, include_str!("words/vi.ftl")), (Language::En, include_str!("words/en.ftl"))]
        {
            assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{language:?}");
            for code in Code::ALL {
                let words = words(&Diagnostic::of_site(*code), language);
                assert_ne!(words.message, code.id(), "{language:?}: no message for {}", code.id());
                assert!(words.cure.is_some(), "{language:?}: no cure for {}", code.id());
            }
            for key in ["first-here", "defined-here", "also-here", "from-here", "reported-here"] {
                assert_ne!(language.word(&format!("related-{key}")), format!("related-{key}"));
            }
        }
    }

    #[test]
    fn values_are_tamed() {
        assert_eq!(shown("a\u{1b}[31mb"), "a\u{fffd}[31mb");
        assert_eq!(shown(&"đ".repeat(200)).chars().count(), MAX_VALUE + 1);
    }
}
