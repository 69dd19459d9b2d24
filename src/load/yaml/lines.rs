//! Where a value stands on a line, found without the YAML engine: it has given up on that line, or does not tell.

use std::ops::Range;

/// The value around `byte` inside a list or mapping in brackets on one line.
pub fn value_inside(text: &str, whole: Range<usize>, byte: usize) -> Option<Range<usize>> {
    let before = text.get(whole.start..byte)?;
    let begins = [": ", ", ", "{", "["].into_iter().filter_map(|sign| Some(before.rfind(sign)? + sign.len())).max()?;
    let after = text.get(byte..whole.end)?;
    let ends = after.find([',', '}', ']'])?;
    let inside = &text[whole.start + begins..byte + ends];
    let start = whole.start + begins + (inside.len() - inside.trim_start().len());
    let value = start..start + inside.trim().len();
    (!value.is_empty()).then_some(value)
}

/// The line that `byte` lies in, without its end and the blanks before it.
pub fn line_around(text: &str, byte: usize) -> Range<usize> {
    let start = text[..byte].rfind('\n').map_or(0, |n| n + 1);
    let end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    start..(start + text[start..end].trim_end().len())
}

/// The value on a line: what stands behind `- ` and `key: `; empty at the line's end if there is none.
pub fn value_of_line(text: &str, start: usize, end: usize) -> Range<usize> {
    let line = &text[start..end];
    let mut rest = line.trim_start();
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
    }
    let key_end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'));
    match key_end {
        Some(n) if n > 0 && rest[n..].starts_with(':') && rest[n + 1..].starts_with([' ', '\t']) => {
            rest = rest[n + 1..].trim_start();
        }
        Some(n) if n > 0 && &rest[n..] == ":" => rest = "",
        Some(_) | None => {}
    }
    let from = end - rest.len();
    from..end
}

/// The comment that stands right behind a value and begins like a text: `Nhiệm vụ #1`.
pub fn comment_glued_on(text: &str, end: usize) -> Option<(usize, usize)> {
    let rest = text.get(end..)?;
    let blanks = rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    // Asked behind every value: the rest of the line is looked for only where there is a comment.
    let comment = rest[blanks..].strip_prefix('#')?;
    let line = comment.split('\n').next().unwrap_or("").trim_end();
    let start = end + blanks;
    line.starts_with(char::is_alphanumeric).then_some((start, start + "#".len() + line.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_of_a_line() {
        for (line, value) in [
            ("title: Báo cáo: tháng 9", "Báo cáo: tháng 9"),
            ("  - title: *a*", "*a*"),
            ("  - - %", "%"),
            ("title:", ""),
            ("title Báo cáo", "title Báo cáo"),
            ("", ""),
        ] {
            assert_eq!(&line[value_of_line(line, 0, line.len())], value, "{line}");
        }
    }

    #[test]
    fn comments_that_look_like_text() {
        assert_eq!(comment_glued_on("a: Nhiệm vụ #1\nb", 15), Some((16, 18)));
        assert_eq!(comment_glued_on("a: b # ghi chú", 4), None);
        assert_eq!(comment_glued_on("a: b", 4), None);
    }
}
