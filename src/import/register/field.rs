//! What the columns of a register hold, told by their heads.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Number in the register.
    Number,
    /// What is to be done.
    Title,
    /// More words of the duty, beside its title.
    Detail,
    /// Heading that the row belongs to, where a column has it.
    Group,
    /// Who leads.
    Lead,
    /// Who coordinates.
    With,
    /// Time limit.
    Due,
    /// What is to come out of it.
    Product,
    /// Papers that the duty comes from.
    Source,
    /// Day of assignment.
    Assigned,
    /// The leader in charge.
    Supervisor,
    /// The officer who follows it; never published.
    Officer,
    /// Unit of an indicator.
    Unit,
    /// What an indicator is to reach.
    Target,
    /// Status in the office's words.
    Status,
    /// What was done so far.
    Progress,
    /// Remarks.
    Note,
    /// Known to say nothing that a task carries: money, marks, telephone numbers.
    Ignored,
}

impl Field {
    /// All fields by the words of a mapping (`docs/content.md`).
    pub const NAMES: &[(&str, Self)] = &[
        ("ref", Self::Number),
        ("title", Self::Title),
        ("text", Self::Detail),
        ("group", Self::Group),
        ("lead", Self::Lead),
        ("coordinators", Self::With),
        ("due", Self::Due),
        ("products", Self::Product),
        ("source", Self::Source),
        ("assigned", Self::Assigned),
        ("supervisor", Self::Supervisor),
        ("officer", Self::Officer),
        ("unit", Self::Unit),
        ("target", Self::Target),
        ("status", Self::Status),
        ("progress", Self::Progress),
        ("note", Self::Note),
        ("ignored", Self::Ignored),
    ];

    /// Its word in a mapping.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, field)| *field == self).map_or("ignored", |(name, _)| name)
    }

    /// The field of a mapping's word.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(word, _)| *word == name).map(|(_, field)| *field)
    }

    /// Whether several columns of one register may hold it; of other fields the first column counts.
    pub fn repeats(self) -> bool {
        matches!(self, Self::Detail | Self::Note | Self::Status | Self::Progress | Self::Ignored)
    }
}

/// Words of heads; the first line that matches tells the field. `=` before words: they are the whole head; `^`: it
/// begins with them.
const WORDS: &[(Field, &[&str])] = &[
    (Field::Number, &["=tt", "=stt", "=số tt", "=số thứ tự", "=thứ tự", "=#", "=no", "=số"]),
    (Field::Title, &["ý kiến chỉ đạo", "nội dung chỉ đạo", "nội dung giao", "nội dung kết luận", "^tên"]),
    (Field::Lead, &["chủ trì", "chủ đầu tư", "đầu mối"]),
    (Field::With, &["phối hợp"]),
    (Field::Officer, &["thư ký", "chuyên viên", "công chức", "cán bộ", "người theo dõi"]),
    (Field::Supervisor, &["lãnh đạo", "đồng chí phụ trách", "đồng chí chỉ đạo", "người chỉ đạo", "phụ trách chỉ đạo"]),
    (
        Field::Assigned,
        &[
            "ngày giao",
            "ngày chỉ đạo",
            "ngày ban hành",
            "ngày văn bản",
            "ngày ký",
            "thời gian giao",
            "ngày tháng văn bản",
        ],
    ),
    (
        Field::Ignored,
        &[
            "thực tế",
            "bắt đầu",
            "cập nhật",
            "kinh phí",
            "ngân sách",
            "giải ngân",
            "tổng mức",
            "điện thoại",
            "email",
            "đôn đốc",
        ],
    ),
    (
        Field::Source,
        &[
            "nguồn chỉ đạo",
            "nguồn giao",
            "nguồn nhiệm vụ",
            "nguồn gốc",
            "xuất xứ",
            "văn bản giao",
            "văn bản chỉ đạo",
            "căn cứ",
            "số văn bản",
            "số ký hiệu",
            "số hiệu",
            "=văn bản",
            "=nguồn",
        ],
    ),
    (
        Field::Due,
        &[
            "thời hạn",
            "^hạn",
            "tiến độ hoàn thành",
            "tiến độ yêu cầu",
            "thời gian",
            "ngày hoàn thành",
            "thời điểm",
            "hoàn thành trước",
            "mốc hoàn thành",
        ],
    ),
    (
        Field::Progress,
        &[
            "kết quả thực hiện",
            "kết quả xử lý",
            "kết quả giải quyết",
            "kết quả đạt được",
            "tình hình",
            "tiến độ",
            "khó khăn",
            "vướng mắc",
            "nguyên nhân",
            "lý do",
            "kiến nghị",
            "đã thực hiện",
        ],
    ),
    (Field::Status, &["trạng thái", "tình trạng"]),
    (Field::Product, &["sản phẩm", "đầu ra", "kết quả", "hình thức văn bản"]),
    (Field::Unit, &["đơn vị tính", "=đvt", "đơn vị đo", "đv tính"]),
    (Field::Target, &["mục tiêu", "chỉ tiêu năm", "chỉ tiêu giao", "kế hoạch năm"]),
    (Field::Group, &["lĩnh vực", "^nhóm", "loại nhiệm vụ"]),
    (
        Field::Lead,
        &[
            "cơ quan thực hiện",
            "đơn vị thực hiện",
            "người thực hiện",
            "cơ quan được giao",
            "đơn vị được giao",
            "cơ quan tham mưu",
            "đơn vị tham mưu",
            "phụ trách",
            "phân công",
            "trách nhiệm",
            "tổ chức thực hiện",
            "=cơ quan",
            "=đơn vị",
        ],
    ),
    (
        Field::Title,
        &[
            "nhiệm vụ",
            "nội dung",
            "công việc",
            "chỉ tiêu",
            "chỉ số",
            "dự án",
            "đề án",
            "hoạt động",
            "giải pháp",
            "việc",
        ],
    ),
    (Field::Lead, &["=thực hiện"]),
    (Field::Note, &["ghi chú", "lưu ý", "ý kiến"]),
];

/// The field of a head, and how early in the table it was found: the earlier, the surer.
pub fn of_head(head: &str) -> Option<(Field, usize)> {
    let head = words(head);
    let padded = format!(" {head} ");
    let says = |phrase: &str| match (phrase.strip_prefix('='), phrase.strip_prefix('^')) {
        (Some(whole), _) => head == whole,
        (None, Some(start)) => padded.starts_with(&format!(" {start} ")),
        (None, None) => padded.contains(&format!(" {phrase} ")),
    };
    let mut rank = 0;
    for (field, phrases) in WORDS {
        for phrase in *phrases {
            if says(phrase) {
                return Some((*field, rank));
            }
            rank += 1;
        }
    }
    None
}

/// The words of a head, for comparing: small letters, no brackets, no signs, single spaces.
pub fn words(head: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(head.len());
    for c in head.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '#' => out.push('#'),
            c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => out.push(' '),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
