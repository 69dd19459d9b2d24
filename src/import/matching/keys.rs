//! Names in a form in which equal names are equal: the one table of what does not tell agencies apart.

use crate::load::slug;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Abbreviations of whole words, each with what it stands for; compared by words.
const SHORT: &[(&str, &str)] = &[
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("mttq", "mặt trận tổ quốc"),
    ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("bcđ", "ban chỉ đạo"),
    ("tct", "tổ công tác"),
    ("vp", "văn phòng"),
    ("vpcp", "văn phòng chính phủ"),
    ("ttcp", "thanh tra chính phủ"),
    ("nhnn", "ngân hàng nhà nước"),
    ("bhxh", "bảo hiểm xã hội"),
    ("ttxvn", "thông tấn xã việt nam"),
    ("vtv", "đài truyền hình việt nam"),
    ("vov", "đài tiếng nói việt nam"),
    ("tp", "thành phố"),
    ("tw", "trung ương"),
    ("bql", "ban quản lý"),
    ("cp", "chính phủ"),
    ("tttt", "thông tin và truyền thông"),
    ("tnmt", "tài nguyên và môi trường"),
    ("kh&cn", "khoa học và công nghệ"),
    ("cchc", "cải cách hành chính"),
    ("tthc", "thủ tục hành chính"),
    ("cntt", "công nghệ thông tin"),
    ("qs", "quân sự"),
    ("bđbp", "bộ đội biên phòng"),
];

/// Heads of bodies: what they are called, and with what the name of the body begins in its place. Longest first.
const HEADS: &[(&str, &str)] = &[
    ("bộ trưởng, chủ nhiệm", ""),
    ("bộ trưởng - chủ nhiệm", ""),
    ("bộ trưởng", ""),
    ("thủ trưởng", ""),
    ("thứ trưởng", ""),
    ("tổng thanh tra", "Thanh tra"),
    ("thống đốc", ""),
    ("chủ nhiệm", ""),
    ("phó chủ tịch", ""),
    ("chủ tịch", ""),
    ("tổng giám đốc", ""),
    ("giám đốc", ""),
    ("chánh văn phòng", "Văn phòng"),
    ("chánh thanh tra", "Thanh tra"),
    ("tổng kiểm toán", "Kiểm toán"),
    ("phó tổng giám đốc", ""),
    ("phó giám đốc", ""),
    ("phó chánh văn phòng", "Văn phòng"),
    ("chánh án", ""),
    ("chỉ huy trưởng", ""),
    ("chi cục trưởng", ""),
    ("tổ trưởng", ""),
    ("tư lệnh", ""),
    ("bí thư", ""),
    ("viện trưởng", ""),
    ("vụ trưởng", ""),
    ("cục trưởng", ""),
    ("tổng cục trưởng", ""),
    ("hiệu trưởng", ""),
    ("trưởng ban", "Ban"),
    ("lãnh đạo", ""),
    ("người đứng đầu", ""),
];

/// Equal for names that differ in capitals, marks, their placement, `&` and `và`, abbreviations of words.
pub fn key(text: &str) -> String {
    let spaced = text.replace('&', " và ").replace(['.', '/'], " ");
    let words = spaced.split_whitespace().map(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        SHORT.iter().find(|(short, _)| *short == bare).map_or_else(|| word.to_owned(), |(_, full)| (*full).to_owned())
    });
    let joined = words.collect::<Vec<_>>().join(" ");
    let key = slug(&joined);
    key.strip_suffix("-truc-thuoc-trung-uong").map_or(key.clone(), str::to_owned)
}

/// The key of several without the word that says so: `các UBND cấp xã` gives that of `UBND cấp xã`.
pub fn bare(key: &str) -> Option<&str> {
    key.strip_prefix("cac-")
}

/// The name of the body of which a name is the head.
pub fn body_of_head(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    // Lower case keeps the number of bytes of Vietnamese letters; where it does not, nothing is cut.
    if lower.len() != text.len() {
        return None;
    }
    let start =
        ["các đồng chí ", "đồng chí ", "các "].iter().find(|start| lower.starts_with(**start)).map_or(0, |s| s.len());
    let (lower, text) = (lower.get(start..)?, text.get(start..)?);
    let (head, body) = HEADS.iter().find(|(head, _)| lower.starts_with(&format!("{head} ")))?;
    let rest = text.get(head.len()..)?.trim();
    if rest.is_empty() {
        return None;
    }
    Some(if body.is_empty() { rest.to_owned() } else { format!("{body} {rest}") })
}

/// The bare name of a province: `UBND tỉnh Nghệ An`, `thành phố Hà Nội`; none where more than a province is named.
pub fn province(text: &str) -> Option<String> {
    let mut rest = key(text);
    for words in ["uy-ban-nhan-dan-", "tinh-", "thanh-pho-"] {
        rest = rest.strip_prefix(words).map_or(rest.clone(), str::to_owned);
    }
    (!rest.is_empty() && rest != "tinh" && rest != "thanh-pho").then_some(rest)
}

/// A name whose tail is initials, `Vụ GDĐH`, `Bộ LĐ-TB&XH`: the key of its head, and the initials in lower case.
pub fn initials(text: &str) -> Option<(String, String)> {
    let (head, tail) = text.trim().split_once(' ')?;
    let letters: String = tail.chars().filter(|c| c.is_alphabetic()).collect();
    let upper = letters.chars().filter(|c| c.is_uppercase()).count();
    // One small letter is a slip or a conjunction: `TNvMT`.
    let enough = upper >= 2 && letters.chars().count() <= upper + 1 && !tail.contains(' ');
    enough.then(|| (key(head), letters.to_lowercase()))
}

/// The key of the first word of a full name and the initials of the others, conjunctions left out.
pub fn initials_of(name: &str) -> Option<(String, String)> {
    let mut words = name.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty());
    let head = words.next()?;
    let rest = words.filter(|word| !matches!(word.to_lowercase().as_str(), "và" | "của" | "&"));
    let letters: String = rest.filter_map(|word| word.chars().find(|c| c.is_alphanumeric())).collect();
    (letters.chars().count() >= 2).then(|| (key(head), letters.to_lowercase()))
}

/// Whether a name with abbreviations stands for a full one, word for word: `Vụ GDTrH`, `Học viện Quản lý GD`, `BNV`.
/// Every capital of an abbreviation is the beginning of one word; `Đ` is another letter than `D`.
pub fn abbreviates(name: &str, full: &str) -> bool {
    let words: Vec<String> = split(full).map(letters).filter(|word| !matches!(word.as_str(), "va" | "cua")).collect();
    let (mut at, mut shortened) = (0, 0);
    for word in split(name) {
        if word.chars().filter(|c| c.is_uppercase()).count() < 2 {
            let word = letters(word);
            if word == "va" || word == "cua" {
                continue;
            }
            if words.get(at) != Some(&word) {
                return false;
            }
            at += 1;
            continue;
        }
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let small = |c: char| !c.is_uppercase();
            let end = rest.char_indices().skip(1).find(|(_, c)| !small(*c)).map_or(rest.len(), |(end, _)| end);
            let (group, after) = rest.split_at(end.max(first.len_utf8()));
            if !words.get(at).is_some_and(|word| word.starts_with(&letters(group))) {
                return false;
            }
            (at, shortened, rest) = (at + 1, shortened + 1, after);
        }
    }
    at == words.len() && shortened >= 2
}

/// Words between spaces and signs.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|word| !word.is_empty())
}

/// Small letters without marks; `đ` is a letter of its own.
fn letters(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The key of a name without the place that it ends with: `Sở Nội vụ tỉnh Nghệ An`.
pub fn unplaced(key: &str) -> Option<&str> {
    let at = ["-tinh-", "-thanh-pho-"].iter().filter_map(|place| key.rfind(place)).max()?;
    key.get(..at).filter(|start| start.contains('-') && *start != "uy-ban-nhan-dan")
}

/// A key without the words that writers leave out or change: conjunctions, `Việt Nam` at the end.
pub fn loose(key: &str) -> String {
    let kept: Vec<&str> = key.split('-').filter(|word| !matches!(*word, "va" | "cua")).collect();
    let joined = kept.join("-");
    joined.strip_suffix("-viet-nam").map_or(joined.clone(), str::to_owned)
}

/// The nouns of a group in order, whether it is open: `các bộ, ngành và địa phương có liên quan` gives bộ, ngành, địa phương.
pub fn nouns(text: &str) -> (Vec<String>, bool) {
    let lower = text.to_lowercase().replace(['(', ')'], " ");
    let open = lower.contains("liên quan");
    let bare = lower.replace("có liên quan", " ").replace("liên quan", " ");
    let parts = bare.split([',', ';']).flat_map(|part| part.split(" và "));
    let noun = |part: &str| {
        let words = part.split_whitespace().filter(|w| !matches!(*w, "các" | "những" | "từng" | "mọi" | "tất" | "cả"));
        let words = words.collect::<Vec<_>>().join(" ");
        // Who heads bodies stands for them: `Thủ trưởng cơ quan ngang bộ`.
        let of_heads = body_of_head(&words).or_else(|| (words == "bộ trưởng").then(|| "bộ".to_owned()));
        let key = key(of_heads.as_deref().unwrap_or(&words));
        // A province and its people's committee are one agency.
        key.strip_prefix("uy-ban-nhan-dan-").map_or(key.clone(), str::to_owned)
    };
    let mut nouns: Vec<String> = parts.map(noun).filter(|noun| !noun.is_empty()).collect();
    nouns.sort();
    nouns.dedup();
    (nouns, open)
}
