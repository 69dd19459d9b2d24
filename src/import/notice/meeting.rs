//! The meeting that a notice concludes: its day, place, chair and body, as the first paragraph and the title tell them.

use super::head::{DAY, day};
use super::lines::Line;
use super::person;
use crate::import::draft::Document;
use regex::Regex;
use std::sync::LazyLock;

/// `Ngày …, tại …, X đã chủ trì …`.
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:Vào\s+)?(?:[Ss]áng|[Cc]hiều|[Tt]ối)?\s*(?:các\s+)?[Nn]gày\s|Vừa\s+qua)").expect("a pattern")
});
static CHAIRED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?P<before>[^.;]+?)\s+(?:đã\s+)?(?:chủ\s+trì|chủ\s+tọa|làm\s+việc\s+với|có\s+buổi\s+làm\s+việc)\s+(?P<what>[^.;]+)").expect("a pattern")
});
static UNDER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"dưới\s+sự\s+chủ\s+trì\s+của\s+(?P<chair>[^.;]+)").expect("a pattern"));
/// Where the chair begins: after the words of time and place.
static CHAIR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:,|\d{4})\s+(?P<chair>(?:đồng\s+chí\s+|ông\s+|bà\s+)?\p{Lu}.*)$").expect("a pattern")
});
static VENUE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r",?\s+tại\s+(?P<venue>[^,;.]{3,80})").expect("a pattern"));
static HELD_IN_TITLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)(?:họp|hội nghị|phiên|làm việc|kiểm tra|khảo sát|giao ban)").expect("a pattern"));
static ORDINAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:phiên\s+(?:họp\s+)?|hội\s+nghị\s+|họp\s+)(?:lần\s+)?thứ\s+(?P<n>\d{1,3}|mười\s+\p{Ll}+|\p{Ll}+)",
    )
    .expect("a pattern")
});
static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:phiên\s+họp|hội\s+nghị|cuộc\s+họp|buổi\s+làm\s+việc|buổi\s+họp|họp\s+giao\s+ban|phiên\s+giải\s+trình)\b").expect("a pattern")
});
static BODY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[-,]\s*)(?:Phó\s+)?(?:(?:Tổ\s+trưởng|Trưởng\s+[Bb]an)\s+(?P<named>(?:Tổ|Ban)\s[^,()]+)|Trưởng\s+(?P<ban>Ban\s[^,()]+)|Chủ\s+tịch\s+(?P<council>(?:Hội\s+đồng|Ủy\s+ban\s+[Qq]uốc\s+gia)\s[^,()]+))").expect("a pattern")
});
static CONCLUSION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:thông\s+báo\s+)?(?:ý\s+kiến\s+)?kết\s+luận\s+(?:của|chỉ\s+đạo\s+của)\s+(?P<whose>.+?)\s+(?:tại|về|trong|sau)\s").expect("a pattern")
});

/// Lines of the body in which the meeting is told of, at most: stamps of whoever received the paper may stand before it.
const OPENING_LINES: usize = 30;

const NUMERALS: [&str; 12] =
    ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];

/// Adds what the title and the first paragraphs of the body say of the meeting.
pub(super) fn read(body: &[Line], document: &mut Document) {
    let opening = body
        .iter()
        .take(OPENING_LINES)
        .map(|line| line.text.as_str())
        .find(|text| OPENING.is_match(text) && chaired(text));
    let title = document.title.clone().unwrap_or_default();
    if let Some(found) = CONCLUSION.captures(&title) {
        document.conclusion_of = Some(found["whose"].to_owned());
    }
    if let Some(text) = opening {
        document.held = DAY.captures(text).and_then(|found| day(&found));
        if let Some(found) = CHAIRED.captures(text) {
            let before = &found["before"];
            let named = CHAIR.captures(before).and_then(|m| m.name("chair"));
            if let Some(named) = named {
                chair(named.as_str(), document);
            }
            let before = before.get(..named.map_or(before.len(), |m| m.start())).unwrap_or_default();
            document.meeting = MEETING.find(&found["what"]).map(|m| m.as_str().to_lowercase());
            document.ordinal = ordinal(&found["what"]);
            document.venue = VENUE.captures(before).map(|m| m["venue"].trim().to_owned());
        }
    } else if HELD_IN_TITLE.is_match(&title) {
        document.held = DAY.captures_iter(&title).last().and_then(|found| day(&found));
    }
    let concludes = document.kind.as_deref().is_some_and(|kind| matches!(kind, "Thông báo" | "Kết luận" | "Biên bản"));
    if let (true, None, Some(line)) =
        (concludes, document.held, body.first().filter(|line| OPENING.is_match(&line.text)))
        && HELD_IN_TITLE.is_match(&line.text)
    {
        document.held = DAY.captures(&line.text).and_then(|found| day(&found));
    }
    if document.chair.is_none() {
        let told = body.iter().take(OPENING_LINES).find_map(|line| UNDER.captures(&line.text));
        if let Some(found) = told {
            // The blank before a dash is often forgotten.
            chair(&found["chair"].replace("- ", " - ").replace("  ", " "), document);
        }
    }
    document.ordinal = document.ordinal.or_else(|| ordinal(&title));
    if document.meeting.is_none() {
        document.meeting = MEETING.find(&title).map(|m| m.as_str().to_lowercase());
    }
}

fn chaired(text: &str) -> bool {
    CHAIRED.is_match(text)
}

/// `Phó Thủ tướng Nguyễn Văn A - Tổ trưởng Tổ công tác …`: the name, the posts, and the body that they are in.
fn chair(words: &str, document: &mut Document) {
    let words = words.split(" (").next().unwrap_or(words);
    let cut = words.find(" - ").or_else(|| words.find(','));
    let (first, second) = cut.and_then(|n| words.split_at_checked(n)).unwrap_or((words, ""));
    let second = second.trim_start_matches([' ', '-', ',', '–']);
    document.chair = person::name(first).or_else(|| person::name(words));
    let name = document.chair.clone().unwrap_or_default();
    let post = first.strip_suffix(name.as_str()).unwrap_or(first).trim();
    let post = post.trim_start_matches("đồng chí").trim();
    let posts: Vec<&str> = [post, second].into_iter().filter(|part| !part.is_empty()).collect();
    document.chair_role = Some(posts.join(" - ")).filter(|posts| !posts.is_empty());
    let body = BODY.captures(words);
    document.body = body.and_then(|found| {
        let words = found.name("named").or(found.name("ban")).or(found.name("council"))?;
        Some(words.as_str().trim().to_owned())
    });
}

fn ordinal(text: &str) -> Option<u32> {
    let found = ORDINAL.captures(text)?;
    let word = found["n"].to_lowercase();
    word.parse().ok().or_else(|| {
        let one = |word: &str| NUMERALS.iter().position(|n| *n == word).and_then(|n| u32::try_from(n + 1).ok());
        one(&word).or_else(|| one(word.split_whitespace().next()?))
    })
}
