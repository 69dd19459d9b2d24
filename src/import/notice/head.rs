//! The head of a paper: kind, number, day and place of issue, issuer, title. Finds as well where the body begins.

use super::lines::{Line, is_capitals};
use crate::import::draft::Document;
use chrono::NaiveDate;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The kinds of papers, as they are printed above the title (Nghị định 30/2020/NĐ-CP, phụ lục III, and the Party's own).
const KINDS: &[&str] = &[
    "THÔNG BÁO",
    "CHỈ THỊ",
    "CÔNG ĐIỆN",
    "QUYẾT ĐỊNH",
    "NGHỊ QUYẾT",
    "KẾ HOẠCH",
    "CHƯƠNG TRÌNH",
    "BÁO CÁO",
    "KẾT LUẬN",
    "TỜ TRÌNH",
    "HƯỚNG DẪN",
    "BIÊN BẢN",
    "ĐỀ ÁN",
    "PHƯƠNG ÁN",
    "GIẤY MỜI",
    "QUY ĐỊNH",
    "QUY CHẾ",
    "NGHỊ ĐỊNH",
    "THÔNG TƯ",
    "PHIẾU GIAO VIỆC",
    "CÔNG VĂN",
];

/// Lines of the head in which a kind is looked for.
const HEAD_LINES: usize = 60;
/// Paragraphs of a title at most.
const TITLE_LINES: usize = 6;

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"Số\s*:?\s*(?P<number>\d[\d.]{0,7}[a-zA-Z]?\s*(?:/\s*\d{4}\s*)?[/-]\s*[A-ZĐƯa-zđư0-9]+(?:\s?[-–/&]\s?[A-ZĐƯ0-9][\p{L}0-9.]*|\.[\p{L}0-9]+)*)")
        .expect("a pattern")
});
pub(super) static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)ngày\s+(?P<day>\d{1,2})\s*(?:tháng|[/.-])\s*(?P<month>\d{1,2})\s*(?:,?\s*năm|[/.-])\s*(?P<year>\d{4})",
    )
    .expect("a pattern")
});
static ISSUED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?P<place>\p{Lu}[\p{L}.-]*(?:\s+(?:-\s+)?\p{Lu}[\p{L}.]*){0,6})\s*,\s*ngày").expect("a pattern")
});
static SUBJECT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)(?:^|\s)(?:V/v|Về\s+việc)\s*:?\s*(?P<subject>.+)$").expect("a pattern"));
static COUNTRY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\s*(?:C[ÔO]NG\s+H[OÒÓ][AÀ]\s+X[ÃA]|CỘNG\s+H[OÒ][ÀA]\s+XÃ|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|[ĐÐ]ộc\s+lập\s*-\s*Tự\s+do).*$")
        .expect("a pattern")
});

/// Words that the first paragraph of a body begins with; a title does not.
static BODY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)^(?: (?:Sáng|Chiều|Tối)?\s*[Nn]gày\s+\d | Căn\scứ | Thực\shiện | Sau\skhi | Trong\s | Để\s | Xét\s | Nhằm\s | Theo\s | Trên\scơ\ssở
            | Kính\sgửi | Thời\sgian | Vừa\squa | Qua\s | Thời\sgian\squa | Hiện\snay | Năm\s\d | Từ\sngày | Tại\s | Văn\sphòng\s | Ủy\sban\snhân\sdân\s
            | Thủ\stướng\sChính\sphủ\s | (?:Thường\strực|Ban\sThường\svụ|Ban\sBí\sthư|Bộ\sChính\strị)\s
            | (?:Số|Hà\sNội,)[:\s] )",
    )
    .expect("a pattern")
});

/// Who a telegram is of, on the line of its addressees: `… THỦ TƯỚNG CHÍNH PHỦ điện:`.
static TELEGRAM: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:^|\s)(\p{Lu}[\p{Lu}\s]*\s+điện:)").expect("a pattern"));

/// Who a telegram or decision is of, printed in capitals below its title.
static AUTHORITY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|CHỦ TỊCH|ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|THỐNG ĐỐC|CHÁNH|VĂN PHÒNG|BAN |TRƯỞNG BAN|VIỆN TRƯỞNG|CỤC TRƯỞNG|HIỆU TRƯỞNG|BỘ )",
    )
    .expect("a pattern")
});

/// A day by the groups of [`DAY`].
pub(super) fn day(found: &Captures<'_>) -> Option<NaiveDate> {
    let number = |name: &str| found.name(name).and_then(|m| m.as_str().parse::<u32>().ok());
    let year = i32::try_from(number("year")?).ok()?;
    NaiveDate::from_ymd_opt(year, number("month")?, number("day")?)
}

/// The head, and the line at which the body begins.
pub(super) fn read(lines: &[Line]) -> (Document, usize) {
    let mut document = Document::default();
    let letter = lines.iter().take(HEAD_LINES).position(|line| line.text.starts_with("Kính gửi"));
    let kind = lines.iter().take(HEAD_LINES).position(|line| kind_of(&line.text).is_some());
    let kind = kind.filter(|at| letter.is_none_or(|letter| *at < letter));
    let head = kind.or(letter).unwrap_or(0);
    letterhead(lines.get(..head).unwrap_or_default(), &mut document);
    let body = match (kind, letter) {
        (Some(at), _) => titled(lines, at, &mut document),
        (None, Some(at)) => {
            document.kind = Some("Công văn".to_owned());
            let subject = lines.iter().take(at).find_map(|line| subject(&line.text));
            document.title = subject.map(|words| format!("Về việc {words}"));
            addressed(lines, at)
        }
        // Without kind or addressee nothing tells the title but that it stands first.
        (None, None) => match lines.first() {
            Some(line) if !line.text.ends_with(['.', ':', ';']) => {
                document.title = Some(line.text.clone());
                1
            }
            Some(_) | None => 0,
        },
    };
    (document, body)
}

/// The kind that a line begins with, and what follows it. In the middle of a sentence the same words are no kind.
fn kind_of(text: &str) -> Option<(&'static str, &str)> {
    let upper = text.to_uppercase();
    KINDS.iter().find_map(|kind| {
        let rest = text.strip_prefix(kind).or_else(|| (upper == **kind).then_some(""))?;
        (rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == ':')).then_some((*kind, rest.trim()))
    })
}

/// Whether a line is the kind of a paper, such as that of a plan below the decision that it belongs to.
pub(super) fn is_kind(text: &str) -> bool {
    kind_of(text).is_some()
}

/// What stands above the kind or the addressees.
fn letterhead(lines: &[Line], document: &mut Document) {
    let mut issuer: Vec<String> = Vec::new();
    for line in lines {
        let mut text = line.text.clone();
        if let Some(found) = NUMBER.captures(&text) {
            let number = found.name("number").map_or("", |m| m.as_str());
            let whole = found.get_match().range();
            if document.number.is_none() {
                document.number = Some(number.split_whitespace().collect::<String>().replace('–', "-"));
            }
            text.replace_range(whole, " ");
        }
        if document.issued.is_none()
            && let Some(found) = DAY.captures(&text)
        {
            document.issued = day(&found);
            document.place = ISSUED.captures(&text).map(|m| m["place"].to_owned());
            continue;
        }
        let left = COUNTRY.replace(&text, "").trim().to_owned();
        let is_issuer = line.column.is_none_or(|column| column == 0) && is_capitals(&left) && document.number.is_none();
        if is_issuer && left.chars().count() >= 3 {
            issuer.push(left);
        }
    }
    // A body below another one: the last that is a body of its own.
    let own = issuer.iter().rposition(|line| AUTHORITY.is_match(line) || line.starts_with("SỞ ")).unwrap_or(0);
    let issuer = issuer.get(own..).unwrap_or_default().join(" ");
    document.issuer = Some(issuer).filter(|issuer| !issuer.is_empty());
}

/// Kind and title from the line at `at` on; gives where the body begins.
fn titled(lines: &[Line], at: usize, document: &mut Document) -> usize {
    let Some((kind, rest)) = lines.get(at).and_then(|line| kind_of(&line.text)) else { return at };
    document.kind = Some(sentence_case(kind));
    let mut title: Vec<&str> = Vec::new();
    let rest = rest.trim_start_matches([':', ' ']);
    if !rest.is_empty() {
        title.push(rest);
    }
    let mut next = at + 1;
    while let Some(line) = lines.get(next) {
        let text = line.text.as_str();
        let ended = title.last().is_some_and(|last| ends_with_day(last) || last.ends_with('.'));
        let authority = !title.is_empty() && is_capitals(text) && AUTHORITY.is_match(text);
        let labelled = super::label::Mark::read(text).is_some();
        if let Some((before, _)) =
            TELEGRAM.captures(text).and_then(|found| text.split_at_checked(found.get(1)?.start()))
        {
            title.push(before.trim());
            break;
        }
        if ended || authority || labelled || title.len() >= TITLE_LINES || BODY.is_match(text) || text.ends_with(':') {
            break;
        }
        if !title.is_empty() && (text.ends_with(['.', ';']) || text.chars().count() > 400) {
            break;
        }
        title.push(text);
        next += 1;
    }
    let title = title.join(" ");
    let title = title.trim_matches(|c: char| c == '*' || c == '.' || c.is_whitespace());
    document.title = Some(title.to_owned()).filter(|title| !title.is_empty());
    // Stamps of whoever received the paper may stand between its title and its text.
    let window = lines.get(next..).unwrap_or_default().iter().take(HEAD_LINES);
    let begins = window.clone().position(|line| line.column.is_none() && begins_body(&line.text));
    next + begins.unwrap_or(0)
}

fn begins_body(text: &str) -> bool {
    BODY.is_match(text)
        || super::label::Mark::read(text).is_some()
        || text.ends_with([':', ';'])
        || text.chars().count() > 120
}

/// Where the body of a letter begins: below its addressees.
fn addressed(lines: &[Line], at: usize) -> usize {
    let is_addressee = |line: &Line| {
        line.column.is_some() || line.text.starts_with(['-', '–', '+', '•']) || line.text.starts_with("Kính gửi")
    };
    let below = lines.iter().skip(at).position(|line| !is_addressee(line));
    below.map_or(lines.len(), |n| at + n)
}

fn subject(text: &str) -> Option<String> {
    SUBJECT.captures(text).map(|found| found["subject"].trim().trim_end_matches('.').to_owned())
}

fn ends_with_day(text: &str) -> bool {
    DAY.find_iter(text).last().is_some_and(|found| found.end() + 2 >= text.len())
}

/// `THÔNG BÁO` → `Thông báo`.
fn sentence_case(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_string() + &chars.as_str().to_lowercase()).unwrap_or_default()
}
