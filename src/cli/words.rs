//! What the commands say, in the languages of the interface: `words/vi.ftl` and `words/en.ftl`.

use crate::i18n::{Language, Messages, Words};
use std::sync::{Arc, LazyLock};

pub fn words(language: Language) -> Words {
    static VI: LazyLock<Arc<Messages>> = LazyLock::new(|| carried(Language::VI, include_str!("words/vi.ftl")));
    static EN: LazyLock<Arc<Messages>> = LazyLock::new(|| carried(Language::EN, include_str!("words/en.ftl")));
    Words::new(Arc::clone(if language == Language::VI { &VI } else { &EN }), language)
}

fn carried(language: Language, text: &str) -> Arc<Messages> {
    Arc::new(Messages::carried(language, text))
}
