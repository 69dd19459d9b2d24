//! Names of persons at the end of their posts: `Phó Thủ tướng Chính phủ Nguyễn Văn A`.

/// Family names, the commonest of the Kinh and of the peoples of the north and the highlands.
const FAMILY: &[&str] = &[
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Trương", "Đinh", "Lâm", "Mai", "Cao", "Hà", "Tô", "Tạ", "Thái", "Trịnh", "Đoàn", "Đào", "Lương", "Chu",
    "Triệu", "Vương", "La", "Từ", "Nông", "Lò", "Giàng", "Sùng", "Vàng", "Hầu", "Quách", "Kiều", "Nghiêm", "Phùng",
    "Doãn", "Thân", "Tống", "Tăng", "Lưu", "Lục", "Khuất", "Điểu", "Tòng", "Cầm", "Lường", "Ma", "Bế", "Hứa", "Viên",
    "Mạc", "Ninh", "Đàm", "Châu", "Bạch", "Văn", "Thạch", "Sơn", "Kim", "Danh", "Siu", "Rơ", "Ksor", "Y", "Giang",
    "Âu", "Nhữ", "Đồng", "Trang",
];

/// Words of posts, after which a name may come although they are capitalised.
const POSTS: &[&str] = &["Phó", "Thủ", "Bộ", "Chủ", "Ông", "Bà", "Chính", "Thứ", "Đồng"];

/// The name that `text` ends with. Places before it (`tỉnh Lào Cai Nguyễn Văn A`) do not belong to it.
pub(super) fn name(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_part =
        |word: &&&str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '\'');
    let run = words
        .iter()
        .rev()
        .take_while(is_part)
        .filter(|w| !super::lines::is_capitals(w) || w.chars().count() == 1)
        .count();
    let run = words.get(words.len() - run..)?;
    let begins =
        run.iter().enumerate().position(|(n, word)| FAMILY.contains(word) && (2..=5).contains(&(run.len() - n)));
    // The longest run that begins with a family name and has at most four words, else five.
    let four = run.iter().enumerate().position(|(n, word)| FAMILY.contains(word) && (2..=4).contains(&(run.len() - n)));
    let from = four.or(begins)?;
    Some(run.get(from..)?.join(" "))
}

/// The name that `text` begins with: capitalised words up to the first that is none.
pub(super) fn first(text: &str) -> Option<String> {
    let is_part = |word: &&str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    let words: Vec<&str> = text.split_whitespace().take_while(is_part).take(6).collect();
    let found = words.join(" ");
    is_name(&found).then_some(found)
}

/// Whether `text` is nothing but a name, as below a signature.
pub(super) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let first = text.split_whitespace().next().unwrap_or_default();
    (2..=5).contains(&words)
        && !POSTS.contains(&first)
        && name(text).is_some_and(|name| name.len() == text.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_end_of_its_posts() {
        for (text, expected) in [
            ("Phó Thủ tướng Chính phủ Nguyễn Văn An", Some("Nguyễn Văn An")),
            ("Chủ tịch UBND tỉnh Lào Cai Trần Thị Bình", Some("Trần Thị Bình")),
            ("Thủ tướng Chính phủ", None),
            ("Bộ trưởng Bộ Nội vụ", None),
        ] {
            assert_eq!(name(text).as_deref(), expected, "{text}");
        }
        assert!(is_name("Lê Văn Cường"));
        assert!(!is_name("Bộ Tài chính"));
    }
}
