//! The form that an agency fills and sends back: the last sheet of its workbook under `/du-lieu/`, which
//! `tiendo import-updates` reads. Old copies come back for years, so names and heads of columns never change.

use super::tables::Both;

pub const TITLE: Both = ["Mẫu báo cáo", "Report form"];

/// What a column of the form holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Id of the task.
    Task,
    /// What is to be done; for the eye.
    Title,
    /// The number that the office's register gives it; names the task where its id is not given.
    Reference,
    /// Period of a recurring duty.
    Period,
    /// Last day in time; for the eye.
    Due,
    /// Where it stands; for the eye.
    Status,
    /// Id of the agency that reports.
    Agency,
    Date,
    Progress,
    Percent,
    /// Date of the product.
    CompletedOn,
    /// Values of the indicator.
    Readings,
    Note,
    Reason,
    Proposal,
    EvidenceTitle,
    EvidenceNumber,
    EvidenceUrl,
}

#[derive(Debug)]
pub struct FormColumn {
    pub field: Field,
    /// Name in CSV.
    pub name: &'static str,
    /// Head in the sheet.
    pub head: Both,
    /// How it is filled; empty where it is filled already.
    pub hint: Both,
    /// Width in characters.
    pub width: f64,
}

impl FormColumn {
    const fn hint(self, vi: &'static str, en: &'static str) -> Self {
        Self { hint: [vi, en], ..self }
    }

    /// Whether the agency fills it.
    pub fn is_open(&self) -> bool {
        !self.hint[0].is_empty()
    }
}

const fn column(field: Field, name: &'static str, head: Both, width: f64) -> FormColumn {
    FormColumn { field, name, head, hint: ["", ""], width }
}

/// The columns, in the order of the sheet.
pub static COLUMNS: [FormColumn; 18] = [
    column(Field::Task, "task", ["Mã nhiệm vụ", "Task"], 28.0),
    column(Field::Title, "title", ["Nhiệm vụ", "Title"], 48.0),
    column(Field::Reference, "ref", ["Mã trong sổ", "Reference"], 12.0),
    column(Field::Period, "period", ["Kỳ", "Period"], 10.0),
    column(Field::Due, "due", ["Thời hạn", "Due"], 13.0),
    column(Field::Status, "status_text", ["Trạng thái", "Status"], 24.0),
    column(Field::Agency, "agency", ["Mã cơ quan", "Agency"], 24.0),
    column(Field::Date, "report_date", ["Ngày báo cáo", "Date of report"], 13.0)
        .hint("Ngày/tháng/năm; bỏ trống là ngày nhập.", "Day/month/year; empty: the day of import."),
    column(Field::Progress, "report_progress", ["Kết quả báo cáo", "State reported"], 18.0)
        .hint("Chọn một mục trong danh sách.", "Choose one of the list."),
    column(Field::Percent, "report_percent", ["Tỷ lệ hoàn thành (0–100)", "Percent done (0–100)"], 13.0)
        .hint("Số nguyên từ 0 đến 100, không ghi dấu %.", "A whole number from 0 to 100, without %."),
    column(Field::CompletedOn, "report_completed_on", ["Ngày có sản phẩm", "Date of the product"], 13.0).hint(
        "Chỉ ghi khi đã hoàn thành: ngày ban hành sản phẩm; chưa rõ thì ghi: chưa rõ.",
        "Only when completed: the day of the product, or: unknown.",
    ),
    column(Field::Readings, "report_readings", ["Giá trị chỉ tiêu", "Values of the indicator"], 13.0).hint(
        "Việc có chỉ tiêu: số đạt được, như 35,5; nhiều số thì cách nhau bằng dấu chấm phẩy.",
        "Where there is an indicator: the number reached, such as 35.5; semicolons between several.",
    ),
    column(Field::Note, "report_note", ["Nội dung báo cáo", "Report in words"], 48.0)
        .hint("Kết quả đã làm được.", "What was done."),
    column(Field::Reason, "report_reason", ["Lý do chậm", "Reason of the delay"], 32.0)
        .hint("Vì sao chậm hoặc chưa làm: khó khăn, vướng mắc.", "Why it is late or stands still."),
    column(Field::Proposal, "report_proposal", ["Kiến nghị", "Proposal"], 32.0)
        .hint("Đề nghị cấp trên điều gì.", "What you ask for."),
    column(Field::EvidenceTitle, "evidence_title", ["Tên sản phẩm, minh chứng", "Title of the product"], 32.0)
        .hint("Ví dụ: Quyết định ban hành danh mục.", "For example: Decision on the list."),
    column(Field::EvidenceNumber, "evidence_number", ["Số, ký hiệu", "Number of the product"], 18.0)
        .hint("Ví dụ: 12/QĐ-UBND.", "For example: 12/QĐ-UBND."),
    column(Field::EvidenceUrl, "evidence_url", ["Địa chỉ trên mạng", "Address of the product"], 32.0)
        .hint("Bắt đầu bằng https://", "Begins with https://"),
];

/// States as the data writes them, and in words.
pub static STATES: [(&str, Both); 5] = [
    ("not-started", ["Chưa thực hiện", "Not started"]),
    ("in-progress", ["Đang thực hiện", "In progress"]),
    ("completed", ["Hoàn thành", "Completed"]),
    ("not-applicable", ["Không áp dụng", "Not applicable"]),
    ("suspended", ["Tạm dừng", "Suspended"]),
];

/// What a column with this head holds; the open list of obligations calls the agency `holder`.
pub fn field_of(head: &str) -> Option<Field> {
    let head = head.trim().to_lowercase();
    let is = |text: &str| text.to_lowercase() == head;
    let found = COLUMNS.iter().find(|column| column.name == head || column.head.iter().any(|text| is(text)));
    found.map(|column| column.field).or((head == "holder").then_some(Field::Agency))
}

/// The state that a word names.
pub fn state_of(word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    let is = |text: &str| text.to_lowercase() == word;
    STATES.iter().find(|(code, words)| *code == word || words.iter().any(|text| is(text))).map(|(code, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Progress;

    #[test]
    fn heads_and_states_are_recognised() {
        for column in &COLUMNS {
            for head in [column.name, column.head[0], column.head[1]] {
                assert_eq!(field_of(&format!(" {} ", head.to_uppercase())), Some(column.field), "{head}");
            }
        }
        let states = [
            Progress::NotStarted,
            Progress::InProgress,
            Progress::Completed,
            Progress::NotApplicable,
            Progress::Suspended,
        ];
        assert_eq!(STATES.map(|(code, _)| code), states.map(Progress::code));
        assert_eq!(state_of("hoàn thành"), Some("completed"));
        assert_eq!(state_of("xong"), None);
    }
}
