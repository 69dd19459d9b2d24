//! Names in a form in which equal names are equal: the one table of what does not tell agencies apart.

use crate::load::slug;

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

/// The name of the body of which a name is the head.
pub fn body_of_head(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    // Lower case keeps the number of bytes of Vietnamese letters; where it does not, nothing is cut.
    if lower.len() != text.len() {
        return None;
    }
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
        let key = key(&words.collect::<Vec<_>>().join(" "));
        // A province and its people's committee are one agency.
        key.strip_prefix("uy-ban-nhan-dan-").map_or(key.clone(), str::to_owned)
    };
    let mut nouns: Vec<String> = parts.map(noun).filter(|noun| !noun.is_empty()).collect();
    nouns.sort();
    nouns.dedup();
    (nouns, open)
}
