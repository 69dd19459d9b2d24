//! What in a draft is a guess.

/// A value of a draft that does not simply stand in the paper it was read from. Content has it as a comment at the value:
/// `# đoán: chủ thể nêu ở câu dẫn, theo "Về phía các bộ" (đoạn 14)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The field as content names it: `lead`, `due`, `clause`.
    pub field: String,
    /// All that the comment says.
    pub words: String,
}

impl Guess {
    /// The reason that the words begin with; none where a person worded them.
    pub fn why(&self) -> Option<Why> {
        Why::ALL.into_iter().find(|why| self.words.starts_with(why.words()))
    }
}

/// Why something had to be guessed; the later, the more doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A title was made by shortening the duty's words.
    Shortened,
    /// It is the subject of the sentence or heading above.
    Carried,
    /// The year is that of the paper.
    YearOfPaper,
    /// Words such as `đầu tháng 5` leave a range.
    Vague,
    /// The words name a person of a body, and the body is meant.
    HeadForBody,
    /// A group without a list of members.
    Group,
    /// A person is named among agencies, and is left out.
    Person,
    /// The body of that name had ended, or had not begun, on the day of the paper.
    Ended,
    /// The name resembles a known one and is not it.
    Near,
    /// No label is printed where one belongs, or one is printed twice.
    Label,
    /// It may be an exhortation rather than a duty.
    MaybeNoTask,
    /// Nothing says who leads.
    NoLead,
    /// The name is known nowhere.
    Unknown,
}

impl Why {
    /// From the least doubtful to the most.
    pub const ALL: [Self; 13] = [
        Self::Shortened,
        Self::Carried,
        Self::YearOfPaper,
        Self::Vague,
        Self::HeadForBody,
        Self::Group,
        Self::Person,
        Self::Ended,
        Self::Near,
        Self::Label,
        Self::MaybeNoTask,
        Self::NoLead,
        Self::Unknown,
    ];

    /// In a comment of the draft: Vietnamese, as the paper is.
    pub fn words(self) -> &'static str {
        match self {
            Self::Shortened => "tên rút gọn từ nội dung",
            Self::Carried => "chủ thể nêu ở câu dẫn",
            Self::YearOfPaper => "năm lấy theo văn bản",
            Self::Vague => "thời hạn nêu không rõ ngày",
            Self::HeadForBody => "nêu người đứng đầu, hiểu là cơ quan",
            Self::Group => "nhóm cơ quan, chưa rõ thành viên",
            Self::Person => "tên người, không ghi thành cơ quan",
            Self::Ended => "cơ quan không còn hoặc chưa có vào ngày văn bản",
            Self::Near => "tên gần giống",
            Self::Label => "số thứ tự in thiếu hoặc trùng",
            Self::MaybeNoTask => "có thể không phải nhiệm vụ",
            Self::NoLead => "không nêu cơ quan chủ trì",
            Self::Unknown => "chưa có trong dữ liệu",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Guess, Why};

    #[test]
    fn the_words_of_a_comment_name_its_reason() {
        for why in Why::ALL {
            let guess = |words: String| Guess { field: "lead".into(), words };
            assert_eq!(guess(format!("{}, theo \"Các bộ\" (đoạn 14)", why.words())).why(), Some(why));
        }
        assert_eq!(Guess { field: "lead".into(), words: "hỏi lại chị Hoa".into() }.why(), None);
        assert!(Why::ALL.is_sorted());
    }
}
