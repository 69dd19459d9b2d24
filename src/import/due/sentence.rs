//! Deadlines in running text: only what a word such as `trước`, `trong` or `chậm nhất` makes one. Days of cited papers,
//! years in the names of plans and periods of schemes are none.

use super::atom::{ATOM, Atom, TIMES};
use super::limit::{Context, Due, Every, Found};
use crate::model::Why;
use regex::Regex;
use std::sync::LazyLock;

/// How a stretch of time binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Limit {
    Before,
    Within,
    /// `đến năm 2025`: a deadline, or part of the name of a plan.
    Until,
}

/// The word that makes a deadline, with what may stand between it and the time.
static LIMIT: LazyLock<Regex> = LazyLock::new(|| {
    let time = r"(?:\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{1,2}\s*(?:phút|p)?)?\s*,?\s*)?";
    let within = r"chậm\s+nhất(?:\s+là|\s+vào|\s+trong|\s+đến)*(?:\s+hết)?|muộn\s+nhất(?:\s+là|\s+vào|\s+trong)*|không\s+(?:quá|muộn\s+hơn)|(?:đến|trước)\s+hết|hết|hoàn\s+thành\s+(?:trong|vào)|xong\s+(?:trong|vào)|hoàn\s+thành|xong|ngay\s+trong|trong|vào";
    let part = r"(?P<part>(?:(?:nửa|những|các|khoảng)\s+)?(?:đầu|giữa|cuối)\s+|(?:những|các)\s+tháng\s+(?:đầu|giữa|cuối)\s+|tuần\s+\w+\s+)?";
    let atom = ATOM.trim_start_matches("(?x)");
    Regex::new(&format!(
        r"(?i)\b(?:(?P<before>trước)\s+{time}(?:thời\s+điểm\s+)?|(?P<within>{within})\s+{time}|(?P<now>từ\s+nay\s+)?(?P<until>đến)\s+{time})\s*{part}(?x:{atom})",
    ))
    .expect("a pattern")
});

static DAYS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:trong(?:\s+vòng|\s+thời\s+hạn|\s+thời\s+gian)?|chậm\s+nhất(?:\s+là|\s+sau)*|không\s+quá|sau)\s+(?:không\s+quá\s+)?(?P<n>\d{1,3})\s*(?:\([^)]{1,20}\)\s*)?ngày(?P<working>\s+làm\s+việc)?(?P<of>,?\s+(?:kể\s+)?từ\s+(?:ngày|khi)\s+(?:(?P<issue>ký|ban\s+hành|có\s+hiệu\s+lực)|(?P<other>[^.;,]{1,60})))?",
    )
    .expect("a pattern")
});

static EVERY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)\b (?: (?:(?P<before>trước\s+)?ngày\s+(?P<day>\d{1,2})(?:/(?P<month>\d{1,2}))?\s+(?:của\s+)?(?:(?P<last>tháng\s+cuối)\s+(?:của\s+)?(?:mỗi\s+)?|(?:hằng|hàng|mỗi)\s+))
              | (?P<weekday>thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)\s+(?:hằng|hàng|mỗi)\s+
              | (?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi)\s+
              | định\s+kỳ\s+ )
          (?P<unit>6\s+tháng|sáu\s+tháng|tuần|tháng|quý|năm)\b
          (?P<aside>\s*\(\s*(?:chậm\s+nhất\s+)?(?P<before2>trước\s+)?(?:là\s+)?ngày\s+(?P<day2>\d{1,2})(?:/(?P<month2>\d{1,2})|\s+(?:của\s+)?tháng[^)]{0,30})?\s*\))?
          (?P<adhoc>\s*(?:,|hoặc|và|,\s*hoặc)\s*(?:báo\s+cáo\s+)?(?:khi\s+)?đột\s+xuất)?",
    )
    .expect("a pattern")
});

/// Words before `đến …` that make it part of a name or of a period.
static NAME_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:tầm\s+nhìn|định\s+hướng|giai\s+đoạn|thời\s+kỳ|chương\s+trình|chiến\s+lược|kế\s+hoạch|đề\s+án|quy\s+hoạch|dự\s+báo|mục\s+tiêu)[^.;]{0,90}$").expect("a pattern")
});

/// Words that make an end of a deadline although nothing else does.
static END_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:hoàn\s+thành|xong|phấn\s+đấu|kéo\s+dài|thực\s+hiện|^|[.;:]\s*)$").expect("a pattern")
});

static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:trước|tại|đến)\s+(?:ngày\s+)?(?:cuộc\s+họp|phiên\s+họp|hội\s+nghị|kỳ\s+họp)\s+(?:(?:lần\s+)?thứ\s+\w+|tiếp\s+theo|tới|sau|chính\s+phủ\s+tháng\s+\d+|tháng\s+\d+)").expect("a pattern")
});

static WEEK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\btrong\s+tuần\s+(?P<which>này|tới|sau)\b").expect("a pattern"));

static ALWAYS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|[.;]\s+)(?P<always>thường\s+xuyên)\b(?:,\s+liên\s+tục)?").expect("a pattern")
});

/// The deadlines of a text, in its order, none within another.
pub fn find(text: &str, context: &Context) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut add = |found: Found| {
        if !all.iter().any(|f| f.range.start < found.range.end && found.range.start < f.range.end) {
            all.push(found);
        }
    };
    every(text).into_iter().for_each(&mut add);
    days(text, *context).into_iter().for_each(&mut add);
    limits(text, *context).into_iter().for_each(&mut add);
    for found in MEETING.find_iter(text) {
        add(Found { due: None, range: found.range(), wording: found.as_str().to_owned(), why: Some(Why::Vague) });
    }
    for found in WEEK.captures_iter(text) {
        let (whole, which) = (found.get_match(), found.name("which").map_or("", |m| m.as_str()));
        let ahead = if which.to_lowercase() == "này" { 0 } else { 7 };
        let day = context.day().and_then(|day| day.checked_add_days(chrono::Days::new(ahead)));
        let due = day.map(|day| Due::By(day.format("%G-W%V").to_string()));
        add(Found { due, range: whole.range(), wording: whole.as_str().to_owned(), why: Some(Why::Vague) });
    }
    for found in ALWAYS.captures_iter(text) {
        let Some(words) = found.name("always") else { continue };
        let due = Some(Due::Continuous { from: None });
        add(Found { due, range: words.range(), wording: words.as_str().to_owned(), why: None });
    }
    if all.is_empty() {
        all.extend(half(text, *context));
    }
    all.sort_by_key(|found| found.range.start);
    all
}

static HALF: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm\s+20\d\d\b").expect("a pattern"));

/// A half year that is named and not over, as in the name of a plan that is to be carried out: nothing else says by when.
fn half(text: &str, context: Context) -> Option<Found> {
    let words = HALF.find(text)?;
    let atom = Atom::of(&TIMES.captures(words.as_str())?)?;
    let over = context.day().is_some_and(|day| atom.end().is_none_or(|end| end <= day));
    let found =
        Found { due: atom.within(), range: words.range(), wording: words.as_str().to_owned(), why: Some(Why::Vague) };
    (!over).then_some(found)
}

fn limits(text: &str, context: Context) -> Vec<Found> {
    let mut found = Vec::new();
    for words in LIMIT.captures_iter(text) {
        let whole = words.get_match();
        let Some(atom) = Atom::of(&words) else { continue };
        let limit = match (words.name("before"), words.name("until")) {
            (Some(_), _) => Limit::Before,
            (None, Some(_)) => Limit::Until,
            (None, None) => Limit::Within,
        };
        let before = text.get(..whole.start()).unwrap_or_default();
        let is_end = words.name("now").is_some() || END_BEFORE.is_match(before.trim_end());
        // `đến năm 2030` in the name of a scheme, `đến ngày …` of figures.
        if limit == Limit::Until && !matches!(atom, Atom::Day(..)) && (!is_end || NAME_BEFORE.is_match(before)) {
            continue;
        }
        // Nothing else stands before a bare year or month but what makes it a limit: `hoàn thành 2024` is no wording.
        let (atom, year) = atom.dated(context);
        let over = |day: chrono::NaiveDate| atom.end().is_some_and(|end| end <= day);
        let begun = |day: chrono::NaiveDate| limit == Limit::Before && atom.first().is_some_and(|first| first < day);
        if context.day().is_some_and(|day| over(day) || begun(day)) {
            continue;
        }
        let due = match limit {
            Limit::Before => atom.before(),
            Limit::Within | Limit::Until => atom.within(),
        };
        let part = words.name("part").map(|m| m.as_str().trim().to_lowercase());
        // The end of a year is its end; of a month its beginning or middle is a stretch without a day.
        let vague = part.is_some_and(|part| part != "cuối");
        let why = if due.is_none() || vague { Some(Why::Vague) } else { year };
        found.push(Found { due, range: whole.range(), wording: whole.as_str().trim().to_owned(), why });
    }
    found
}

fn days(text: &str, context: Context) -> Vec<Found> {
    let read = |words: regex::Captures<'_>| {
        let whole = words.get_match();
        let days: u32 = words.name("n")?.as_str().parse().ok().filter(|n| *n > 0)?;
        let working = words.name("working").is_some();
        let other = words.name("other").map(|m| m.as_str());
        let of = other.and_then(|text| TIMES.captures(text)).and_then(|found| Atom::of(&found));
        let of = of.and_then(|atom| atom.dated(context).0.first());
        // Counted from an event that has no day yet, such as `kể từ ngày nhận được văn bản`.
        let unknown = other.is_some() && of.is_none();
        let due = (!unknown).then_some(Due::Within { days, working, of });
        let why = match (unknown, words.name("of")) {
            (true, _) | (false, None) => Some(Why::Vague),
            (false, Some(_)) => None,
        };
        Some(Found { due, range: whole.range(), wording: whole.as_str().trim().to_owned(), why })
    };
    DAYS.captures_iter(text).filter_map(read).collect()
}

/// What comes again and again.
pub(super) fn every(text: &str) -> Vec<Found> {
    let read = |words: regex::Captures<'_>| {
        let whole = words.get_match();
        let unit = match words.name("unit")?.as_str().to_lowercase().split_whitespace().next()? {
            "6" | "sáu" => "half",
            "tuần" => "week",
            "tháng" => "month",
            "quý" => "quarter",
            _ => "year",
        };
        let number = |name: &str| words.name(name).and_then(|m| m.as_str().parse::<u32>().ok());
        let day = number("day").or(number("day2"));
        let before = words.name("before").is_some() || words.name("before2").is_some();
        // Content counts the day in the last month of the period: another month cannot be told.
        let month = number("month").or(number("month2"));
        let other_month = month.is_some_and(|m| unit != "year" || m != 12);
        let day =
            day.map(|d| if before { d.saturating_sub(1) } else { d }).filter(|d| (1..=31).contains(d) && !other_month);
        let weekday = words.name("weekday").map(|m| weekday(m.as_str()));
        let adhoc = words.name("adhoc").is_some();
        let due = Some(Due::Every(Every { unit, day, weekday, adhoc }));
        let why = other_month.then_some(Why::Vague);
        Some(Found { due, range: whole.range(), wording: whole.as_str().trim().to_owned(), why })
    };
    EVERY.captures_iter(text).filter_map(read).collect()
}

fn weekday(words: &str) -> &'static str {
    let words = words.to_lowercase();
    let names = [
        ("hai", "monday"),
        ("ba", "tuesday"),
        ("tư", "wednesday"),
        ("năm", "thursday"),
        ("sáu", "friday"),
        ("bảy", "saturday"),
    ];
    names.iter().find(|(name, _)| words.ends_with(name)).map_or("sunday", |(_, code)| code)
}

static URGENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:khẩn\s+trương|kịp\s+thời|sớm|ngay|rất\s+cấp\s+bách|trước\s+mắt|đẩy\s+nhanh)\b")
        .expect("a pattern")
});

/// A word of urgency in a duty: a label, never a date.
pub fn urgency(text: &str) -> Option<String> {
    URGENT.find(text).map(|word| word.as_str().to_lowercase())
}
