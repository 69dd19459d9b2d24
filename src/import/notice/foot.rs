//! What stands below the text: the recipients, and who signed in which capacity.

use super::lines::{Line, is_capitals};
use super::person;
use regex::Regex;
use std::sync::LazyLock;

static RECIPIENTS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^N[ơo]i\s+nh[ậa]n\b\s*:?\s*").expect("a pattern"));
/// Posts as they are printed above a signature, with `KT.`, `TM.`, `TL.`, `TUQ.`, `Q.` before them.
static CAPACITY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)(?:^|\s)(?P<capacity>(?:(?:KT|TM|TL|TUQ|Q)\.?\s+|T/[ML]\s+)?
          (?:BỘ\ TRƯỞNG|THỨ\ TRƯỞNG|THỦ\ TƯỚNG|PHÓ\ |CHỦ\ NHIỆM|CHỦ\ TỊCH|CHÁNH\ |GIÁM\ ĐỐC|TỔNG\ |THỐNG\ ĐỐC|TRƯỞNG\ |BÍ\ THƯ|ỦY\ BAN|UỶ\ BAN|CHÍNH\ PHỦ
            |VỤ\ TRƯỞNG|CỤC\ TRƯỞNG|VIỆN\ TRƯỞNG|HIỆU\ TRƯỞNG|TỔ\ TRƯỞNG|BAN\ |HỘI\ ĐỒNG|CHI\ CỤC|TỔNG\ CỤC|THỦ\ TRƯỞNG|UBND)
          [^\p{Ll}]*)",
    )
    .expect("a pattern")
});

/// The foot of a paper.
#[derive(Debug, Default)]
pub(super) struct Foot {
    pub(super) recipients: Vec<String>,
    pub(super) capacity: Option<String>,
    pub(super) signer: Option<String>,
}

/// The line at which the foot begins, from `body` on: the recipients or what is printed above them, or the line after the
/// sign `./.` that ends every paper.
pub(super) fn begins(lines: &[Line], body: usize) -> usize {
    let rest = lines.get(body..).unwrap_or_default();
    let ended = rest.iter().position(|line| line.text.trim_end().ends_with("./.")).map(|n| n + 1);
    let mut recipients = rest.iter().position(|line| RECIPIENTS.is_match(&line.text));
    while let Some(n) = recipients.filter(|n| *n > 0)
        && rest.get(n - 1).is_some_and(|line| is_capacity(&line.text))
    {
        recipients = Some(n - 1);
    }
    let found = match (ended, recipients) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b).or_else(|| signed(rest)),
    };
    body + found.unwrap_or(rest.len())
}

/// The line at which the last lines are a capacity and a name.
fn signed(lines: &[Line]) -> Option<usize> {
    let (_, above) = lines.split_last().filter(|(last, _)| person::is_name(&last.text))?;
    let posts = above.iter().rev().take_while(|line| is_capacity(&line.text)).count();
    (posts > 0).then(|| above.len() - posts)
}

fn is_capacity(text: &str) -> bool {
    is_capitals(text) && CAPACITY.find(text).is_some_and(|found| found.start() == 0) && text.chars().count() < 100
}

/// Reads the foot, up to `end` lines of it.
pub(super) fn read(lines: &[Line]) -> Foot {
    let mut foot = Foot::default();
    let mut capacity: Vec<String> = Vec::new();
    let mut column = None;
    let mut listing = false;
    for line in lines {
        let mut text = line.text.as_str();
        if let Some(found) = RECIPIENTS.find(text) {
            (listing, column) = (true, line.column);
            text = text.get(found.end()..).unwrap_or_default();
        } else if listing && line.column != column {
            listing = false;
        }
        // The recipients and the capacity may be glued on one line.
        let own = text.trim_start_matches(['-', '–', '~', '+', ' ']);
        if let Some((posts, name)) = signature(own).filter(|_| foot.signer.is_none()) {
            capacity.push(posts.to_owned());
            foot.signer = person::name(name);
            continue;
        }
        if person::is_name(own) && !capacity.is_empty() {
            foot.signer = Some(own.to_owned());
            listing = false;
        } else if person::is_name(text) && !text.starts_with(['-', '–']) && listing && line.column.is_none() {
            foot.signer = foot.signer.or_else(|| Some(text.to_owned()));
        } else if listing {
            add_recipients(text, &mut foot.recipients);
        }
    }
    foot.capacity = Some(capacity.join(" ")).filter(|words| !words.is_empty());
    foot
}

/// The capacity that `text` is, and the name after it: `KT. BỘ TRƯỞNG PHÓ CHỦ NHIỆM Nguyễn Văn A`.
fn signature(text: &str) -> Option<(&str, &str)> {
    let found = CAPACITY.find(text).filter(|found| found.start() == 0)?;
    let capitals = found.as_str();
    let (posts, name) = if capitals.len() == text.len() {
        (capitals, "")
    } else {
        // The first letter of the name is a capital as well.
        text.split_at_checked(capitals.rfind(' ').map_or(capitals.len(), |n| n + 1))?
    };
    let posts = posts.trim().trim_end_matches([',', ';']);
    let words = posts.split_whitespace().count();
    (words >= 2 && (name.is_empty() || person::is_name(name))).then_some((posts, name))
}

/// One recipient an entry: entries of a list on one line begin with ` - `.
fn add_recipients(text: &str, all: &mut Vec<String>) {
    let text = text.trim_start_matches([' ', '~', '_']);
    for (n, part) in text.split(" - ").enumerate() {
        let is_new = n > 0 || text.starts_with(['-', '–', '+']) || all.is_empty();
        let words = part.trim().trim_start_matches(['-', '–', '+', '~', ' ']).trim_end_matches([';', '.', '=', ' ']);
        match all.last_mut() {
            _ if words.is_empty() => {}
            Some(last) if !is_new => {
                last.push(' ');
                last.push_str(words);
            }
            Some(_) | None => all.push(words.to_owned()),
        }
    }
}
