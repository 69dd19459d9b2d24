//! Arguments of the commands that write content.

use super::common::MessageArgs;
use crate::load::PACKS;
use crate::load::schema::{self, Kind, Record};
use clap::builder::PossibleValuesParser;
use clap::{Args as Flags, Subcommand, ValueHint};
use std::path::PathBuf;

/// What a command that writes content is about.
#[derive(Debug, Flags)]
pub struct EditArgs {
    /// Thư mục của trang · Folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,
    /// Chỉ in thay đổi, không ghi · Print the change, write nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub messages: MessageArgs,
}

/// The words that a field of the content takes.
fn choices(record: &'static Record, field: &str) -> PossibleValuesParser {
    match record.field(field).map(|field| field.kind) {
        Some(Kind::Choice(words)) => PossibleValuesParser::new(words),
        Some(_) | None => unreachable!("`{field}` is a choice in its record"),
    }
}

/// The carried packs.
pub fn packs() -> PossibleValuesParser {
    PossibleValuesParser::new(PACKS.iter().map(|pack| pack.name))
}

#[derive(Debug, Flags)]
pub struct UpdateArgs {
    /// Mã nhiệm vụ · Id of the task
    pub task: String,
    /// Ngày báo cáo: ngày, tháng hoặc năm · Day, month or year of the report [default: today]
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Báo cáo của cơ quan nào (mã) · Whom it speaks for (id)
    #[arg(long, value_name = "ID")]
    pub agency: Option<String>,
    /// Đúng với mọi thành viên của nhóm chủ trì · Holds for every member of the leading group
    #[arg(long, conflicts_with = "agency")]
    pub all_members: bool,
    /// Tình trạng · State reported
    #[arg(long, value_name = "STATE", value_parser = choices(&schema::UPDATE, "progress"))]
    pub progress: Option<String>,
    /// Tỷ lệ hoàn thành, 0 đến 100 · Percent done, 0 to 100
    #[arg(long, value_name = "N")]
    pub percent: Option<String>,
    /// Ngày hoàn thành sản phẩm, hoặc `unknown` · Date of the product, or `unknown`
    #[arg(long, value_name = "DATE")]
    pub completed_on: Option<String>,
    /// Kỳ báo cáo của việc định kỳ · Period of a recurring duty
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// Báo cáo đột xuất, không thuộc kỳ nào · An ad hoc report
    #[arg(long, conflicts_with = "period")]
    pub adhoc: bool,
    /// Chính báo cáo nêu là đã quá hạn · The report itself says that the deadline was missed
    #[arg(long)]
    pub overdue: bool,
    /// Ngày xác nhận hoàn thành; không có --progress là xác nhận báo cáo hoàn thành gần nhất · Day of acceptance; without --progress of the completion reported last
    #[arg(long, value_name = "DATE")]
    pub accepted: Option<String>,
    /// Ai xác nhận · Who accepted it
    #[arg(long, value_name = "TEXT", requires = "accepted")]
    pub accepted_by: Option<String>,
    /// Lý do chậm hoặc chưa làm · Why it is late or stands still
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Kiến nghị của cơ quan · What the agency asks for
    #[arg(long, value_name = "TEXT")]
    pub proposal: Option<String>,
    /// Nội dung · In words
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Nội dung bằng tiếng Anh · The same in English
    #[arg(long, value_name = "TEXT")]
    pub note_en: Option<String>,
    /// Minh chứng: "tên | số, ký hiệu | địa chỉ"; dùng được nhiều lần · Proof: "title | number | address"; may be repeated
    #[arg(long, value_name = "TEXT")]
    pub evidence: Vec<String>,
    /// Giá trị của chỉ tiêu; dùng được nhiều lần · Value of the indicator; may be repeated
    #[arg(long, value_name = "NUMBER")]
    pub reading: Vec<String>,
    #[command(flatten)]
    pub edit: EditArgs,
}

#[derive(Debug, Flags)]
pub struct ConfirmArgs {
    /// Mã các nhiệm vụ · Ids of tasks
    #[arg(value_name = "TASK", conflicts_with = "document")]
    pub tasks: Vec<String>,
    /// Văn bản hoặc cuộc họp (mã), cùng mọi nhiệm vụ của nó · A document or meeting (id), with all its tasks
    #[arg(long, value_name = "ID")]
    pub document: Option<String>,
    #[command(flatten)]
    pub edit: EditArgs,
}

#[derive(Debug, Flags)]
pub struct ImportUpdatesArgs {
    /// Tệp XLSX hoặc CSV · The XLSX or CSV file
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// Chỉ nhận báo cáo của cơ quan này (mã) · Take reports of this agency alone (id)
    #[arg(long, value_name = "ID")]
    pub agency: Option<String>,
    /// Ngày của các báo cáo không ghi ngày · Day of reports that have none [default: today]
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[command(flatten)]
    pub edit: EditArgs,
}

#[derive(Debug, Flags)]
pub struct NewArgs {
    #[command(subcommand)]
    pub what: NewWhat,
}

#[derive(Debug, Subcommand)]
pub enum NewWhat {
    /// Thêm một cuộc họp (tệp Markdown mới) · Add a meeting (a new Markdown file)
    Meeting(NewMeetingArgs),
    /// Thêm một văn bản không qua họp (tệp Markdown mới) · Add a document without a meeting (a new Markdown file)
    Document(NewDocumentArgs),
    /// Thêm một nhiệm vụ của một văn bản · Add a task of a document
    Task(NewTaskArgs),
    /// Thêm một cơ quan · Add an agency
    Agency(NewAgencyArgs),
}

#[derive(Debug, Flags)]
pub struct NewMeetingArgs {
    /// Tên cuộc họp · Title
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    /// Ngày họp · Day of the meeting
    #[arg(long, value_name = "DATE")]
    pub held: String,
    /// Mã, là địa chỉ; bỏ trống: ngày họp và tên · Id, its address [default: day and title]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Tổ chức họp (mã) · The body that met (id)
    #[arg(long, value_name = "ID")]
    pub body: Option<String>,
    /// Phiên họp thứ mấy · Which session of that body
    #[arg(long, value_name = "N")]
    pub ordinal: Option<String>,
    /// Địa điểm · Place
    #[arg(long, value_name = "TEXT")]
    pub place: Option<String>,
    /// Người chủ trì: "họ tên | chức vụ" · Who chaired: "name | role"
    #[arg(long, value_name = "TEXT")]
    pub chair: Option<String>,
    /// Loại văn bản ban hành · Kind of the document
    #[arg(long, value_name = "TEXT")]
    pub kind: Option<String>,
    /// Số, ký hiệu văn bản · Number of the document
    #[arg(long, value_name = "TEXT")]
    pub number: Option<String>,
    /// Ngày ban hành · Day of issue
    #[arg(long, value_name = "DATE")]
    pub issued: Option<String>,
    /// Cơ quan ban hành (mã) · Who issued it (id)
    #[arg(long, value_name = "ID")]
    pub issuer: Option<String>,
    #[command(flatten)]
    pub edit: EditArgs,
}

#[derive(Debug, Flags)]
pub struct NewDocumentArgs {
    /// Tên văn bản, trích yếu · Title
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    /// Mã, là địa chỉ; bỏ trống: số, ký hiệu, hoặc ngày ban hành và tên · Id, its address [default: number, or day and title]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Loại văn bản · Kind
    #[arg(long, value_name = "TEXT")]
    pub kind: Option<String>,
    /// Số, ký hiệu · Number
    #[arg(long, value_name = "TEXT")]
    pub number: Option<String>,
    /// Ngày ban hành · Day of issue
    #[arg(long, value_name = "DATE")]
    pub issued: Option<String>,
    /// Cơ quan ban hành (mã) · Who issued it (id)
    #[arg(long, value_name = "ID")]
    pub issuer: Option<String>,
    /// Người ký: "họ tên | chức vụ" · Who signed: "name | role"
    #[arg(long, value_name = "TEXT")]
    pub signer: Option<String>,
    /// Địa chỉ bản chính thức · Address of the authentic text
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    #[command(flatten)]
    pub edit: EditArgs,
}

#[derive(Debug, Flags)]
pub struct NewTaskArgs {
    /// Văn bản giao nhiệm vụ (mã) · The document that gives it (id)
    #[arg(long, value_name = "ID")]
    pub document: String,
    /// Việc phải làm · What is to be done
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    /// Nội dung giao đầy đủ, khi tên viết gọn · The words of the duty in full, where the title is short
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
    /// Mã trong sổ theo dõi của cơ quan · The number that the office's own register gives it
    #[arg(long = "ref", value_name = "TEXT")]
    pub reference: Option<String>,
    /// Lãnh đạo theo dõi, có công bố: "họ tên | chức vụ" · The leader who watches over it, published: "name | role"
    #[arg(long, value_name = "TEXT")]
    pub supervisor: Option<String>,
    /// Chuyên viên theo dõi, không bao giờ công bố: "họ tên | chức vụ" · The officer who follows it, never published: "name | role"
    #[arg(long, value_name = "TEXT")]
    pub officer: Option<String>,
    /// Cơ quan chủ trì (mã), cách nhau bằng dấu phẩy · Who answers for it (ids), commas between
    #[arg(long, value_name = "IDS", value_delimiter = ',', required = true)]
    pub lead: Vec<String>,
    /// Mã nhiệm vụ; bỏ trống: theo tên · Its id [default: made of the title]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Khoản, điểm của văn bản · Clause of the document
    #[arg(long, value_name = "LABEL")]
    pub clause: Option<String>,
    /// Cơ quan phối hợp (mã), cách nhau bằng dấu phẩy · Who helps (ids), commas between
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub coordinators: Vec<String>,
    /// Thời hạn: ngày, kỳ (2025-Q2) hoặc continuous · Deadline: a day, a period (2025-Q2) or continuous
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    /// Thời hạn: trước ngày hoặc tháng này · Deadline: before this day or month
    #[arg(long, value_name = "DATE", conflicts_with = "due")]
    pub before: Option<String>,
    /// Thời hạn: trong số ngày này kể từ ngày ban hành · Deadline: within so many days of the issue
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=366), conflicts_with_all = ["due", "before"])]
    pub within: Option<u32>,
    /// --within tính ngày làm việc · --within counts working days
    #[arg(long, requires = "within")]
    pub working_days: bool,
    /// Cách ghi thời hạn của văn bản · The words of the source for the deadline
    #[arg(long, value_name = "TEXT")]
    pub wording: Option<String>,
    /// Lĩnh vực (mã), cách nhau bằng dấu phẩy · Topics (ids), commas between
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub topics: Vec<String>,
    /// Tệp ghi vào, nếu có nhiều tệp của văn bản này · The file, if several hold tasks of the document
    #[arg(long, value_name = "FILE")]
    pub file: Option<String>,
    #[command(flatten)]
    pub edit: EditArgs,
}

#[derive(Debug, Flags)]
pub struct NewAgencyArgs {
    /// Với --pack: tên, tên viết tắt hay cách viết khác, có dấu hay không · With --pack: its name, short name or another spelling, with or without marks
    #[arg(value_name = "NAME", requires = "pack")]
    pub of_pack: Option<String>,
    /// Lấy từ bộ cơ quan có sẵn, cùng cơ quan kế thừa · Take it from a carried pack, with who came after it
    #[arg(long, value_name = "PACK", value_parser = packs(), requires = "of_pack", conflicts_with_all = ["name", "kind", "id", "short", "name_en", "code", "url"])]
    pub pack: Option<String>,
    /// Tên đầy đủ · Full name
    #[arg(long, value_name = "TEXT", required_unless_present = "pack")]
    pub name: Option<String>,
    /// Loại cơ quan · Kind of body
    #[arg(long, value_name = "KIND", value_parser = choices(&schema::AGENCY, "kind"), required_unless_present = "pack")]
    pub kind: Option<String>,
    /// Mã cơ quan; bỏ trống: theo tên · Its id [default: made of the name]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Tên viết tắt · Short name
    #[arg(long, value_name = "TEXT")]
    pub short: Option<String>,
    /// Tên bằng tiếng Anh · Name in English
    #[arg(long, value_name = "TEXT")]
    pub name_en: Option<String>,
    /// Mã định danh điện tử, như G22 · Electronic identification code, such as G22
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
    /// Trang của cơ quan · Its own site
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// Tệp ghi vào, nếu có nhiều tệp cơ quan · The file, if several hold agencies
    #[arg(long, value_name = "FILE")]
    pub file: Option<String>,
    #[command(flatten)]
    pub edit: EditArgs,
}

#[derive(Debug, Flags)]
pub struct ImportArgs {
    /// Văn bản hoặc sổ theo dõi: DOCX, PDF, MD, TXT, XLSX, XLS, ODS, CSV · The paper or register
    #[arg(value_name = "PAPER", value_hint = ValueHint::FilePath)]
    pub paper: PathBuf,
    /// Ghi vào văn bản đã có (mã) · The document of the record that it belongs to (id)
    #[arg(long, value_name = "DOCUMENT")]
    pub into: Option<String>,
    /// Cách đọc sổ: tên trong content/import/ · How the register is read: a name in content/import/
    #[arg(long, value_name = "NAME")]
    pub mapping: Option<String>,
    /// Thêm cả những cơ quan chưa có trong dữ liệu · Add the agencies that the record lacks, too
    #[arg(long)]
    pub accept: bool,
    /// In bản nháp dạng JSON; không ghi, trừ khi có --accept · Print the draft as JSON; write only with --accept
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub edit: EditArgs,
}
