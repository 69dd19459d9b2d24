//! Data as a script. A page that is opened from a file may fetch nothing, but any page may have scripts beside it: so
//! all data comes as scripts, from a server as from a disk, under `script-src 'self'`.

/// A script that hands a JSON text to the page: ``tiendo.take(String.raw`{…}`)``.
///
/// A browser reads a text with `JSON.parse` faster than it reads a literal, and a raw template leaves the escapes of JSON
/// alone. What would end the template, begin an expression in it or end a script element is escaped as JSON itself
/// allows; all three stand in texts only, never between them.
pub(super) fn script(json: &str) -> Vec<u8> {
    let text = json.replace('`', "\\u0060").replace("${", "\\u0024{").replace('<', "\\u003c");
    format!("tiendo.take(String.raw`{text}`)\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_text_cannot_end_what_it_stands_in() {
        let odd = "`${alert(1)}` \\` \\${x} $ </script><!-- \u{2028}\u{2029} \" \\";
        let made = String::from_utf8(script(&json!({ "a": odd }).to_string())).unwrap();
        let text = made.strip_prefix("tiendo.take(String.raw`").and_then(|t| t.strip_suffix("`)\n")).unwrap();
        assert!(!text.contains(['`', '<']) && !text.contains("${"), "{text}");
        assert_eq!(serde_json::from_str::<Value>(text).unwrap()["a"], odd);
    }
}
