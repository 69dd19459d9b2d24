//! Titles that are printed in capitals, with the capitals that their words have in the text below.

use std::collections::BTreeMap;

/// Words after which a Roman numeral stands.
const NUMBERED: [&str; 6] = ["lục", "phần", "chương", "mục", "quý", "khóa"];

/// A title in capitals as the text spells its words; one that has small letters stays as it is.
pub fn recased(title: &str, texts: &[&str]) -> String {
    let letters = || title.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    // Names of papers in a title keep small letters: `1237/QĐ-TTg`.
    if capitals * 10 < letters().count() * 9 || letters().next().is_none() {
        return title.to_owned();
    }
    let mut spelt: BTreeMap<(String, String), BTreeMap<&str, usize>> = BTreeMap::new();
    for text in texts {
        let mut before = String::new();
        for word in text.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let lower = bare.to_lowercase();
            if !lower.is_empty() {
                *spelt.entry((before, lower.clone())).or_default().entry(bare).or_default() += 1;
            }
            // A word after the end of a sentence has its capital from there.
            before = if word.ends_with(['.', ':', ';']) { String::from(".") } else { lower };
        }
    }
    let mut before = String::new();
    let mut out: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        let before_word = before.clone();
        let known = spelt.get(&(before, lower.clone())).and_then(|forms| forms.iter().max_by_key(|(_, n)| **n));
        let has_digit = bare.chars().any(|c| c.is_ascii_digit()) && bare.contains('/');
        let numeral = bare.chars().all(|c| "IVX".contains(c)) && NUMBERED.contains(&before_word.as_str());
        let form = match known {
            _ if numeral => bare.to_owned(),
            Some((form, _)) => (*form).to_owned(),
            None if has_digit => bare.to_owned(),
            None => lower.clone(),
        };
        out.push(if bare.is_empty() { word.to_owned() } else { word.replacen(bare, &form, 1) });
        before = lower;
    }
    let joined = out.join(" ");
    let mut chars = joined.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::recased;

    #[test]
    fn names_get_their_capitals_from_the_text() {
        let text = "Ngày 02, Chủ tịch Thành phố Mẫu Nguyễn Thí Dụ đã chủ trì phiên họp thứ ba.";
        for (title, expected) in [
            ("KẾT LUẬN CỦA CHỦ TỊCH THÀNH PHỐ MẪU NGUYỄN THÍ DỤ", "Kết luận của chủ tịch Thành phố Mẫu Nguyễn Thí Dụ"),
            ("Kết luận của Chủ tịch", "Kết luận của Chủ tịch"),
            ("TRIỂN KHAI QUYẾT ĐỊNH SỐ 12/QĐ-TTG", "Triển khai quyết định số 12/QĐ-TTG"),
            ("PHỤ LỤC II DANH MỤC VIỆC TRONG PHẠM VI", "Phụ lục II danh mục việc trong phạm vi"),
            ("", ""),
        ] {
            assert_eq!(recased(title, &[text]), expected);
        }
    }
}
