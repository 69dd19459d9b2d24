//! Front matter: the YAML between two `---` lines at the top of a Markdown file.

/// The two halves of a Markdown file, with the bytes at which they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrontMatter<'a> {
    pub yaml: &'a str,
    pub yaml_start: usize,
    pub body: &'a str,
    pub body_start: usize,
}

/// Cuts a file at its front matter; none if the file does not begin with a line `---` or no second one follows.
/// A byte order mark before it and blanks after the dashes are let pass.
pub fn split_front_matter(text: &str) -> Option<FrontMatter<'_>> {
    let mut lines = Lines { text, at: text.len() - text.trim_start_matches('\u{feff}').len() };
    let (_, first) = lines.next()?;
    if !is_fence(first) {
        return None;
    }
    let yaml_start = lines.at;
    let (yaml_end, _) = lines.by_ref().find(|(_, line)| is_fence(line))?;
    let body_start = lines.at;
    Some(FrontMatter { yaml: &text[yaml_start..yaml_end], yaml_start, body: &text[body_start..], body_start })
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// Lines with the byte at which each begins.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (start, rest) = (self.at, &self.text[self.at..]);
        if rest.is_empty() {
            return None;
        }
        let line = &rest[..rest.find('\n').map_or(rest.len(), |n| n + 1)];
        self.at += line.len();
        Some((start, line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_the_dashes() {
        for (text, yaml, body) in [
            ("---\ntitle: a\n---\n1. b", "title: a\n", "1. b"),
            ("\u{feff}---  \r\ntitle: a\r\n---\r\n\r\nb", "title: a\r\n", "\r\nb"),
            ("---\n---", "", ""),
            ("---\na: |\n  ---\n---\nb\n---\n", "a: |\n  ---\n", "b\n---\n"),
        ] {
            let front = split_front_matter(text).unwrap();
            assert_eq!((front.yaml, front.body), (yaml, body));
            assert_eq!(&text[front.yaml_start..front.yaml_start + front.yaml.len()], yaml);
            assert_eq!(&text[front.body_start..], body);
        }
        for bad in ["", "\n---\n---\n", "title: a", "---\ntitle: a\n", "----\n---\n", "--- a\n---\n"] {
            assert_eq!(split_front_matter(bad), None, "{bad:?}");
        }
    }
}
