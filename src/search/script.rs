//! Data as a script. A page that is opened from a file may fetch nothing, but any page may have scripts beside it: so
//! all data comes as scripts, from a server as from a disk, under `script-src 'self'`.

/// A script that hands a JSON text to the page: ``tiendo.take(String.raw`{…}`)``.
///
/// A browser reads a text with `JSON.parse` faster than it reads a literal, and a raw template leaves the escapes of JSON
/// alone. What would end the template, begin an expression in it or end a script element is escaped as JSON itself
/// allows; all three stand in texts only, never between them.
pub(crate) fn script(json: &str) -> Vec<u8> {
    let text = json.replace('`', "\\u0060").replace("${", "\\u0024{").replace('<', "\\u003c");
    [OPEN, &text, CLOSE].concat().into_bytes()
}

const OPEN: &str = "tiendo.take(String.raw`";
const CLOSE: &str = "`)\n";

/// The JSON text of such a script.
pub(crate) fn json(script: &[u8]) -> Option<&str> {
    std::str::from_utf8(script).ok()?.strip_prefix(OPEN)?.strip_suffix(CLOSE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_text_cannot_end_what_it_stands_in() {
        let odd = "`${alert(1)}` \\` \\${x} $ </script><!-- \u{2028}\u{2029} \" \\";
        let made = script(&json!({ "a": odd }).to_string());
        let text = super::json(&made).unwrap();
        assert!(!text.contains(['`', '<']) && !text.contains("${"), "{text}");
        assert_eq!(serde_json::from_str::<Value>(text).unwrap()["a"], odd);
    }
}
