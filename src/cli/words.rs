//! What the commands say, in the languages of the interface.

use crate::model::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The messages of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The messages of `language`.
    pub fn of(language: Language) -> Self {
        let text = match language {
            Language::VI => include_str!("words/vi.ftl"),
            _ => include_str!("words/en.ftl"),
        };
        let id: LanguageIdentifier = language.code().parse().expect("our codes are BCP 47 tags");
        let resource = FluentResource::try_new(text.to_owned()).expect("the carried messages are held by a test");
        let mut bundle = FluentBundle::new(vec![id]);
        // The marks around values are for mixed scripts; on a terminal they are noise.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("no message stands twice");
        Self { language, bundle }
    }

    /// Their language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message `key` with its values.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.format(key, values.iter().map(|(name, value)| (*name, FluentValue::from(*value))))
    }

    /// The message `key` with a number that decides its form.
    pub fn count(&self, key: &str, n: usize) -> String {
        self.format(key, [("n", FluentValue::from(n))])
    }

    fn format<'v>(&self, key: &str, values: impl IntoIterator<Item = (&'v str, FluentValue<'v>)>) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(name, value);
        }
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else { return key.to_owned() };
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Seconds with one decimal, as the language writes them.
    pub fn seconds(&self, time: std::time::Duration) -> String {
        let text = format!("{:.1}", time.as_secs_f64());
        match self.language {
            Language::VI => text.replace('.', ","),
            _ => text,
        }
    }

    /// A whole number, as the language groups its digits.
    pub fn number(&self, n: usize) -> String {
        let digits = n.to_string();
        let mark = match self.language {
            Language::VI => '.',
            _ => ',',
        };
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// Key → names of values, of one message file.
    fn keys(text: &str) -> BTreeMap<String, Vec<String>> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(char::is_alphabetic)) {
                name.clone_into(&mut key);
                found.entry(key.clone()).or_default();
            }
            for value in line.split('$').skip(1) {
                let name: String = value.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let names = found.get_mut(&key).expect("a value stands in a message");
                if !names.contains(&name) {
                    names.push(name);
                    names.sort();
                }
            }
        }
        found
    }

    #[test]
    fn both_languages_say_the_same() {
        let (vi, en) = (keys(include_str!("words/vi.ftl")), keys(include_str!("words/en.ftl")));
        assert_eq!(vi, en);
        for language in [Language::VI, Language::EN] {
            let words = Words::of(language);
            for key in vi.keys() {
                assert_ne!(words.say(key, &[]), *key);
            }
        }
    }

    #[test]
    fn every_key_in_the_code_has_words() {
        let known = keys(include_str!("words/vi.ftl"));
        let code = [
            include_str!("../publish/error.rs"),
            include_str!("build.rs"),
            include_str!("check.rs"),
            include_str!("diff.rs"),
            include_str!("edit.rs"),
            include_str!("explain.rs"),
            include_str!("import_updates.rs"),
            include_str!("init.rs"),
            include_str!("man.rs"),
            include_str!("options.rs"),
            include_str!("report/mod.rs"),
            include_str!("report/text.rs"),
            include_str!("rollback.rs"),
            include_str!("schema.rs"),
            include_str!("serve.rs"),
            include_str!("trouble.rs"),
            include_str!("new.rs"),
            include_str!("update.rs"),
            include_str!("verify.rs"),
        ]
        .concat();
        let is_key = |text: &&str| {
            let heads = [
                "publish-",
                "usage-",
                "build-",
                "check-",
                "diff-",
                "edit-",
                "explain-",
                "init-",
                "serve-",
                "verify-",
                "report-",
                "rollback-",
                "schema-",
                "sheet-",
                "why-",
                "faults-",
            ];
            heads.iter().any(|head| text.starts_with(head)) && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        };
        let used: Vec<&str> = code.split('"').filter(is_key).collect();
        assert!(used.len() > 30, "{used:?}");
        for key in used {
            assert!(known.contains_key(key), "{key}");
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let (vi, en) = (Words::of(Language::VI), Words::of(Language::EN));
        assert_eq!(
            (vi.number(21_914), en.number(21_914), vi.number(914)),
            ("21.914".into(), "21,914".into(), "914".into())
        );
        let time = std::time::Duration::from_millis(1_440);
        assert_eq!((vi.seconds(time), en.seconds(time)), ("1,4".into(), "1.4".into()));
    }
}
