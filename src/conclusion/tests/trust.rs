//! What untrusted text must never become: anything beyond the listed elements and attributes.

use super::super::{read, read_page, read_with_annexes};
use super::{diagnostics, html};
use crate::diag::{Code, FileId, Sink};
use crate::model::{Fate, fate};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::time::{Duration, Instant};

const ELEMENTS: &str = "p br hr em strong del code pre blockquote ul ol li table thead tbody tr th td a img sup abbr";

/// Panics at any element or attribute that is not listed, and where elements do not nest.
fn assert_safe(html: &str) {
    let mut found = Vec::new();
    let check = element!("*", |e| {
        let tag = e.tag_name();
        if !ELEMENTS.split(' ').any(|listed| listed == tag) {
            found.push(format!("<{tag}>"));
        }
        for attribute in e.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let address = |v: &str| {
                let v = v.to_lowercase();
                let head = v.split(['/', '?', '#']).next().unwrap().to_owned();
                !v.starts_with("//")
                    && (!head.contains(':') || ["http:", "https:", "mailto:", "tel:"].iter().any(|s| v.starts_with(s)))
            };
            let good = match (tag.as_str(), name.as_str()) {
                ("a", "href") => address(&value),
                ("img", "src") => address(&value) && !value.contains("://"),
                ("img", "alt") => true,
                ("a", "rel") => value == "noopener noreferrer",
                ("th", "scope") => value == "col",
                ("th" | "td", "class") => matches!(value.as_str(), "num" | "mid"),
                ("abbr", "class") => value == "doubt",
                ("ol", "class") => value == "notes",
                ("li", "id") => value.strip_prefix("chu-thich-").is_some_and(|n| n.parse::<u32>().is_ok()),
                ("ol", "start") | ("li", "value") => value.parse::<u64>().is_ok(),
                _ => false,
            };
            if !good {
                found.push(format!("<{tag} {name}={value:?}>"));
            }
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(check);
    rewrite_str(html, settings).unwrap();
    assert_eq!(found, Vec::<String>::new(), "{html}");
    assert_nested(html);
}

/// Every element is closed by its own end, in order. Every `<` is markup, because text is escaped.
fn assert_nested(html: &str) {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap();
        let name = tag.split(' ').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None if matches!(name, "br" | "hr" | "img") => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, Vec::<&str>::new(), "{html}");
}

fn assert_all_safe(markdown: &str) {
    for read in [read, read_with_annexes, read_page] {
        for block in read(markdown, FileId(0), 0, &mut Sink::default()).blocks {
            assert_safe(&block.html);
            if block.heading.is_some() {
                assert!(!block.html.contains("<p>"), "{}", block.html);
            }
        }
    }
}

#[test]
fn known_holes() {
    for attack in [
        "<script>alert(1)</script>",
        "1. <script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=alert(1)>b</b> <!-- c --> <?php d ?> <![CDATA[ e ]]> <!DOCTYPE html>",
        "<style>*{}</style>\n\n<iframe src=//a.vn></iframe>\n\n<svg/onload=alert(1)>",
        "<details open ontoggle=alert(1)>\n<summary>\n",
        "# T {onclick=alert(1)}",
        "## T {#id .class onclick=\"alert(1)\"}",
        "[a](javascript:alert(1))",
        "[a](<javascript:alert(1)>)",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java&#x09;script:alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](&#x6a;avascript&colon;alert(1))",
        "[a](&amp;#106;avascript:alert(1))",
        "[a](javascript%3Aalert(1))",
        "[a](%6aavascript:alert(1))",
        "[a](\u{1}javascript:alert(1))",
        "[a](java\u{200b}script:alert(1))",
        "[a](\\javascript:alert(1))",
        "[a](javascript\\:alert(1))",
        "[a](vbscript:x) [b](data:text/html,<script>) [c](file:///etc/passwd)",
        "[a](//a.vn) [b](/\\a.vn) [c](\\\\\\\\a.vn) [d](%2f%2fa.vn)",
        "[a](https://a.vn \"x\\\" onmouseover=\\\"alert(1)\")",
        "[a](https://a.vn 'x\" onmouseover=\"alert(1)')",
        "[a](https://a.vn/\"onmouseover=alert(1))",
        "[a](<https://a.vn/\" onmouseover=\"alert(1)>)",
        "![a](javascript:alert(1))",
        "![\" onerror=\"alert(1)](a.png \"\\\" onerror=\\\"alert(1)\")",
        "![a](a.png\"onerror=alert(1))",
        "![<img src=x onerror=alert(1)>](a.png)",
        "![a ![b](javascript:c) [d](javascript:e)](https://a.vn/f.png)",
        "[![a](https://a.vn/b.png)](https://a.vn)",
        "[![a](javascript:b)](javascript:c)",
        "<javascript:alert(1)> <vbscript:a> <data:text/html,a>",
        "<a@b.vn> <mailto:a@b.vn> <\"onclick=a\"@b.vn>",
        "[a][x]\n\n[x]: javascript:alert(1) \"t\"",
        "[x]\n\n[x]: <data:text/html,a> '\" onclick=\"a'",
        "```\"><script>alert(1)</script>\na\n```",
        "```js onclick=alert(1)\n</code></pre><script>\n```",
        "~~~ {onclick=a}\n&lt;script&gt;\n~~~",
        "    <script>alert(1)</script>",
        "`<script>` `` ` ``",
        "a[^\"><script>]\n\n[^\"><script>]: b",
        "a[^1]\n\n[^1]: <script>b</script> [c](javascript:d)\n\n    - e\n\n    > f",
        "[^1]: a\n\n[^1]: b\n\nc[^1] d[^2]",
        "| <script> | a |\n|:-:|--:|\n| [b](javascript:c) | `d|e` |",
        "> <script>\n> alert(1)\n\n- <b>\n  - </b>",
        "***a **b *c** d* e***",
        "*a **b [c *d](javascript:e) f** g*",
        "[a [b](https://b.vn) c](https://c.vn)",
        "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
        "\\<script>alert(1)\\</script>",
        "1. *a;\nb) **c;\nd) e* f**\n   - [g;\n   h) i](javascript:j)",
        "- a;\na) b\n- c\n  - - d;\n1) e",
        "- x\n  - y\n    - 1. z\n\n      a) w\n\n  a) v",
        "1. > a\n   > - b\n\n   | c |\n   |---|\n   | d |\n\na) e",
        "# a\n\n- # b\n  c\n  ===\n- 1. # d",
        "[?](javascript:a) [[?]](https://a.vn)\n\n[?]: javascript:b",
        "\0\u{b}\u{fffe}<\0script>",
        "a\u{202e}b [c](https://a.vn/\u{202e}d)",
    ] {
        assert_all_safe(attack);
    }
}

/// One character of `javascript:` at a time in every spelling that some program undoes, and invisible ones before it.
#[test]
fn a_script_address_in_every_encoding() {
    let plain = "javascript:alert(1)";
    let mut spelt: Vec<String> = vec![plain.to_uppercase(), "jAvAsCrIpT:alert(1)".into()];
    for (at, c) in plain.char_indices().take("javascript:".len()) {
        let code = c as u32;
        let mut put = |instead: String| spelt.push(format!("{}{instead}{}", &plain[..at], &plain[at + 1..]));
        for instead in [
            format!("&#{code};"),
            format!("&#{code}"),
            format!("&#{code:07};"),
            format!("&#x{code:x};"),
            format!("&#X{code:X};"),
            format!("&amp;#{code};"),
            format!("&amp;amp;#x{code:x};"),
            format!("%{code:02x}"),
            format!("%{code:02X}"),
            format!("%25{code:02x}"),
            format!("%2525{code:02X}"),
            format!("&#37;{code:02x}"),
            format!("%26%23{code}%3B"),
            format!("\\{c}"),
        ] {
            put(instead);
        }
        // Without its semicolon a number goes on as long as there are digits.
        if plain[at + 1..].starts_with(|next: char| !next.is_ascii_hexdigit()) {
            put(format!("&#x{code:06x}"));
        }
        for unseen in
            ('\0'..=' ').chain("\u{7f}\u{85}\u{a0}\u{ad}\u{200b}\u{200d}\u{2028}\u{202e}\u{2060}\u{feff}".chars())
        {
            put(format!("{unseen}{c}"));
            put(format!("&#{};{c}", unseen as u32));
            if unseen.is_ascii() {
                put(format!("%{:02x}{c}", unseen as u32));
            }
        }
        put(format!("&Tab;{c}"));
        put(format!("&NewLine;{c}"));
        put(format!("&ZeroWidthSpace;{c}"));
        put(format!("&shy;{c}"));
    }
    spelt.extend(["javascript&colon;a", "ｊａｖａｓｃｒｉｐｔ:a"].map(str::to_owned));
    for address in &spelt {
        for text in [
            format!("[a]({address})"),
            format!("[a](<{address}>)"),
            format!("[a](<{address}> \"b\")"),
            format!("![a]({address})"),
            format!("<{address}>"),
            format!("[a]\n\n[a]: {address}"),
            format!("[a]\n\n[a]: <{address}> 'b'"),
        ] {
            let made = html(&text);
            let refused = !made.contains("<a ") && !made.contains("<img ");
            assert!(refused || is_plainly_relative(&made), "{text:?} became {made:?}");
        }
    }
}

/// Where Markdown has cut an address at a blank or turned a character, what is left may be harmless: no scheme in it.
fn is_plainly_relative(html: &str) -> bool {
    let addresses = html.split(['"']).skip(1).step_by(2);
    addresses.into_iter().all(|a| !a.contains(':') && !a.contains('%') && !a.contains('&'))
}

#[test]
fn nothing_that_was_written_is_lost() {
    assert_eq!(html("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>");
    assert_eq!(html("<div>\na\n</div>"), "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>");
    assert_eq!(html("[a](javascript:b) ![c](data:d)"), "<p>a c</p>");
    assert_eq!(
        html("[^a]: b\n\n[^a]: c"),
        "<ol class=\"notes\">\n<li id=\"chu-thich-1\"><p>b</p>\n</li>\n<li id=\"chu-thich-2\"><p>c</p>\n</li>\n</ol>"
    );
    assert_eq!(diagnostics("[a](data:b)"), ["1:1 unsafe-url data:b"]);
}

/// Numbers that are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

#[test]
fn any_text_is_read() {
    #[rustfmt::skip]
    const PIECES: &[&str] = &[
        "\n", "\n", "\n\n", "\r\n", " ", "  ", "    ", "\t", "1. ", "2) ", "1.1. ", "a) ", "đ) ", "- ", "+ ", "* ",
        "> ", "# ", "## ", "I. ", "A. ", "Thứ nhất, ", "Một là, ", "(i) ", "¶3. ", "Điều 5. ", "Nơi nhận", "**", "*",
        "_", "~~", "`", "```", "[", "]", "(", ")", "![", "](", "](a.png)", "](javascript:a)", "[^1]", "[^1]: ", "[?]",
        "|", "|-|-|", "---", "===", "<b>", "</b>", "<div>", "<!--", "-->", "<https://a.vn>", "&lt;", "&#106;", "\\",
        "\0", "\u{feff}", "\u{202e}", "ệ", "chữ", "Bộ", ";", ":", ".", "  \n",
    ];
    let mut dice = Dice(0x7469_656e_646f);
    for _ in 0..6000 {
        let text: String = (0..dice.below(40)).map(|_| PIECES[dice.below(PIECES.len())]).collect();
        assert_all_safe(&text);
    }
    for _ in 0..500 {
        let bytes: Vec<u8> = (0..dice.below(300)).map(|_| dice.below(256) as u8).collect();
        assert_all_safe(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn time_grows_with_length() {
    let nested = |n: usize| (0..n).map(|i| " ".repeat(2 * i) + "- a\n").collect::<String>();
    for text in [
        "[".repeat(50_000),
        "![".repeat(30_000),
        "[a](".repeat(30_000),
        "*a **b ".repeat(20_000),
        "**".repeat(40_000) + "a;\nb) c",
        "> ".repeat(5_000) + "a",
        "1. ".repeat(5_000),
        "1. a\n".repeat(20_000),
        "1. a\n\n- b\n  + c;\na) d\n\n".repeat(5_000),
        "- ".repeat(3_000) + "a",
        nested(400),
        "<b>".repeat(20_000),
        "`".repeat(50_001),
        "a[^1]".repeat(20_000) + "\n\n[^1]: b",
        "|a".repeat(5_000) + "\n" + &"|-".repeat(5_000) + "\n" + &"|b\n".repeat(10),
        "a;\nb) ".repeat(10_000),
        "*a;\n".repeat(10_000) + "a) b;\n" + &"b) c;\n".repeat(10_000),
        "Thứ nhất, ".repeat(10_000),
        "[?]".repeat(50_000),
    ] {
        let start = Instant::now();
        let conclusion = read(&text, FileId(0), 0, &mut Sink::default());
        let size: usize = conclusion.blocks.iter().map(|b| b.html.len()).sum();
        let took = start.elapsed();
        assert!(
            took < Duration::from_secs(4),
            "{took:?} for {:?}…, {size} bytes",
            text.chars().take(30).collect::<String>()
        );
    }
}

/// As written, in every place that holds words, and as references.
#[test]
fn characters_that_nobody_sees_are_taken_out() {
    for odd in ["\u{202e}", "&#x202e;", "&#8238;", "&rlm;", "\u{200b}", "&shy;", "\u{61c}", "\u{e0041}"] {
        for place in [
            "a# b",
            "# a#",
            "`a#`",
            "[a#](b)",
            "[a](b#)",
            "![a#](b#)",
            "|a#|\n|-|\n|b#|",
            "a[^1]\n\n[^1]: b#",
            "> a#",
            "*a#*",
            "<b>#",
            "    a#",
            "1. a#",
            "<https://a.vn/#>",
            "[a]: b#\n\n[a]",
        ] {
            let text = place.replace('#', odd);
            let mut sink = Sink::default();
            let read = read(&text, FileId(0), 0, &mut sink);
            let seen = |c: char| fate(c) == Fate::Drop;
            let found: String = read.blocks.iter().flat_map(|b| [b.html.as_str(), &b.text]).collect();
            assert!(!found.contains(seen) && !read.links.iter().any(|l| l.path.contains(seen)), "{text:?}: {found}");
            let raw = odd.starts_with('&') && found.contains("&amp;");
            assert!(raw || sink.codes().contains(&Code::OddCharacters), "{text:?}: {found}");
        }
    }
    for (text, expected) in [
        ("Sửa cầu\u{b}trước\u{c}mùa&#11;mưa.", "<p>Sửa cầu trước mùa mưa.</p>"),
        ("20\u{a0}tỷ, 20&nbsp;tỷ", "<p>20\u{a0}tỷ, 20\u{a0}tỷ</p>"),
    ] {
        assert_eq!(html(text), expected);
    }
    assert_eq!(
        diagnostics("a\n\nb &rlm;c\u{b}d\n"),
        ["3:3 odd-characters this-line U+200F", "3:8 odd-characters this-line U+000B"]
    );
}
