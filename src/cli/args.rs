//! The arguments as typed. `options` says what they mean, [`Command`](super::Command) which command takes which.

mod common;
mod dashes;
mod writing;

pub use common::{DiagnosticArgs, Format, LangArg, MessageArgs, SiteArgs};
pub use dashes::joined;
pub use writing::{
    ConfirmArgs, EditArgs, ImportArgs, ImportUpdatesArgs, NewAgencyArgs, NewArgs, NewDocumentArgs, NewMeetingArgs,
    NewTaskArgs, NewWhat, UpdateArgs,
};

use crate::load::schema;
use clap::builder::PossibleValuesParser;
use clap::{Args as Flags, FromArgMatches, Subcommand, ValueEnum, ValueHint};
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PublishArg {
    /// Đổi cả thư mục trong một bước · The whole folder in one step
    Swap,
    /// Thay từng tệp, thư mục giữ nguyên · File by file, the folder stays
    InPlace,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum CodingArg {
    /// gzip
    Gz,
    /// Brotli
    Br,
}

#[derive(Debug, Flags)]
pub struct BuildArgs {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Thư mục công khai · Public web root [default: SITE/output]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Cách đưa trang lên · How the site goes live
    #[arg(long, value_name = "HOW", default_value = "swap")]
    pub publish: PublishArg,
    /// Nhận thư mục đã có tệp, giữ nguyên các tệp đó · Take over a folder that has files, keeping them
    #[arg(long)]
    pub adopt: bool,
    /// Chờ lần dựng khác tối đa bao nhiêu giây · Wait for another build up to so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 0)]
    pub wait: u32,
    /// Không chờ đĩa ghi xong · Do not wait for the disk
    #[arg(long)]
    pub no_sync: bool,
    /// Thêm tệp nén sẵn cạnh mỗi tệp văn bản · Put compressed files beside each text
    #[arg(long, value_name = "FORMS", value_delimiter = ',')]
    pub precompress: Vec<CodingArg>,
    /// Nói thời gian của từng bước và từng mẫu trang · Say where the time went, by phase and by template
    #[arg(long)]
    pub timings: bool,
    /// Giữ N bản trước cạnh thư mục công khai, cho `tiendo rollback` · Keep N former sites beside the web root, for `tiendo rollback`
    #[arg(long, value_name = "N")]
    pub keep: Option<u16>,
    /// Đưa lên cả khi có liên kết không dẫn đến đâu · Publish even if a link leads nowhere
    #[arg(long)]
    pub allow_dead_links: bool,
    /// Công bố cả bản nháp chưa ai xác nhận · Publish drafts too, which nobody has confirmed
    #[arg(long)]
    pub drafts: bool,
    /// Chỉ nói sẽ thay đổi gì, không ghi · Say what would change, write nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub diagnostics: DiagnosticArgs,
    #[command(flatten)]
    pub messages: MessageArgs,
}

impl BuildArgs {
    /// As if no flag were given but the folder of the site.
    pub fn plain(site: &Path, messages: MessageArgs) -> Self {
        let plain = Self::augment_args(clap::Command::new("build")).get_matches_from(["build"]);
        let plain = Self::from_arg_matches(&plain).expect("no flag of a build is required");
        Self { site: SiteArgs { site: site.to_owned(), ..plain.site }, messages, ..plain }
    }
}

#[derive(Debug, Flags)]
pub struct CheckArgs {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Báo các địa chỉ của trang đã dựng ở đây mà trang tới không có · Warn of addresses of the site built here that would vanish
    #[arg(long, value_name = "OUTPUT", value_hint = ValueHint::DirPath)]
    pub against: Option<PathBuf>,
    /// Thử dựng cả các trang của bản nháp, như `build --drafts` · Make the pages of drafts too, as `build --drafts` does
    #[arg(long)]
    pub drafts: bool,
    #[command(flatten)]
    pub diagnostics: DiagnosticArgs,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct ServeArgs {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Cổng trên 127.0.0.1; 0: cổng nào cũng được. Bỏ trống: 8300, đã có chương trình dùng thì cổng trống kế tiếp · Port on 127.0.0.1; 0: any [default: 8300, or the next free one]
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
    /// Không hiện bản nháp: xem trang như sẽ công bố · Hide drafts: the site as it would be published
    #[arg(long)]
    pub no_drafts: bool,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct InitArgs {
    /// Thư mục mới · New folder
    #[arg(value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
    /// Kèm các cơ quan của bộ có sẵn · With the agencies of a carried pack
    #[arg(long, value_name = "PACK", value_parser = writing::packs())]
    pub pack: Option<String>,
    /// Chỉ tạo tệp, chưa dựng: khi thư mục công khai ở chỗ khác · Make the files only: where the web root lies elsewhere
    #[arg(long)]
    pub no_build: bool,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct DoctorArgs {
    /// Thư mục của trang · Folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,
    /// Thư mục công khai · Public web root [default: SITE/output]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Hỏi cả máy chủ web của chính máy này ở địa chỉ này, như http://127.0.0.1/tien-do/ · Ask the web server of this very machine too, like http://127.0.0.1/tien-do/
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub url: Option<String>,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct VerifyArgs {
    /// Thư mục của trang · Folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,
    /// Thư mục công khai · Public web root [default: SITE/output]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Dạng kết quả · Form of results
    #[arg(long, value_name = "FORM", default_value = "human")]
    pub format: Format,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct ArchiveArgs {
    /// Thư mục công khai đã dựng · Public web root, as built
    #[arg(value_name = "OUTPUT", value_hint = ValueHint::DirPath)]
    pub output: PathBuf,
    /// Tệp sẽ ghi: .html (một trang chứa tất cả) hoặc .zip (cả thư mục) · File to write: .html (one page that holds all) or .zip (the folder)
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// Chỉ cuộc họp này (mã), nhiệm vụ và cơ quan của nó · Only this meeting (id), with its tasks and agencies
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    /// Chỉ văn bản này (mã), khi không thuộc cuộc họp nào · Only this document (id), where it belongs to no meeting
    #[arg(long, value_name = "ID", conflicts_with = "meeting")]
    pub document: Option<String>,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct RollbackArgs {
    /// Thư mục của trang · Folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,
    /// Thư mục công khai · Public web root [default: SITE/output]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Chờ lần dựng khác tối đa bao nhiêu giây · Wait for another build up to so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 0)]
    pub wait: u32,
    /// Không chờ đĩa ghi xong · Do not wait for the disk
    #[arg(long)]
    pub no_sync: bool,
    /// Dạng kết quả · Form of results
    #[arg(long, value_name = "FORM", default_value = "human")]
    pub format: Format,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportForm {
    /// Văn bản, cho thư và màn hình · Text, for a mail and the screen
    Text,
    /// Markdown
    Markdown,
    /// JSON
    Json,
}

#[derive(Debug, Flags)]
pub struct ReportArgs {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Chỉ của cơ quan này (mã) · Of this agency alone (its id)
    #[arg(long, value_name = "ID")]
    pub agency: Option<String>,
    /// Mới quá hạn: trong bao nhiêu ngày qua · Newly overdue: within so many days past
    #[arg(long, value_name = "DAYS", default_value_t = 7, value_parser = clap::value_parser!(u32).range(0..=36500))]
    pub since: u32,
    /// Sắp đến hạn: trong bao nhiêu ngày tới · Due soon: within so many days to come [default: due_soon_days]
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(0..=36500))]
    pub within: Option<u32>,
    /// Mỗi danh sách tối đa bao nhiêu dòng; 0: tất cả (JSON luôn đủ) · Lines of each list at most; 0: all (JSON has all)
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,
    /// Dạng báo cáo · Form of the report
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub format: ReportForm,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct ExportArgs {
    /// Tệp XLSX sẽ ghi, chưa có · The XLSX file to write, not there yet
    #[arg(long = "as", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// Sổ của văn bản này (mã); bỏ trống: sổ duy nhất đã nhập · Of this document (id) [default: the only register]
    #[arg(long, value_name = "ID")]
    pub document: Option<String>,
    #[command(flatten)]
    pub site: SiteArgs,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct DiffArgs {
    /// Ngày, hoặc thư mục của trang cũ · A date, or the folder of the old site
    pub old: String,
    /// Ngày, hoặc thư mục của trang mới · A date, or the folder of the new site
    pub new: String,
    /// Thư mục của trang, khi so sánh hai ngày · Folder of the site, where dates are compared
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,
    /// Số liệu của các thư mục tính đến ngày nào · Day that folders speak of [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<String>,
    /// Dạng kết quả · Form of the result
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub format: ReportForm,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct SchemaArgs {
    /// Loại tệp; bỏ trống: danh sách · Kind of file; none: the list
    #[arg(value_parser = PossibleValuesParser::new(schema::FILES.iter().map(|f| f.name)))]
    pub kind: Option<String>,
    /// Ghi mọi lược đồ vào thư mục này · Write all schemas into this folder
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "kind")]
    pub dir: Option<PathBuf>,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct ThemeArgs {
    #[command(subcommand)]
    pub what: ThemeWhat,
}

#[derive(Debug, Subcommand)]
pub enum ThemeWhat {
    /// Ghi tệp của giao diện có sẵn vào thư mục giao diện của trang, không ghi đè · Write files of the carried theme into the folder of the site's theme, over nothing
    Export(ThemeExportArgs),
}

#[derive(Debug, Flags)]
pub struct ThemeExportArgs {
    /// Thư mục của trang · Folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,
    /// Chỉ một tệp, như `assets/site.css` · One file alone, like `assets/site.css`
    #[arg(long, value_name = "FILE")]
    pub only: Option<String>,
    /// Tên giao diện: thư mục trong themes/ · Name of the theme: the folder in themes/ [default: that of site.yaml]
    #[arg(long, value_name = "NAME")]
    pub into: Option<String>,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct ExplainArgs {
    /// Mã lỗi; bỏ trống: danh sách mã · A code; none: the list of codes
    pub code: Option<String>,
    #[command(flatten)]
    pub messages: MessageArgs,
}

#[derive(Debug, Flags)]
pub struct CompletionsArgs {
    /// Shell
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Flags)]
pub struct ManArgs {
    /// Ghi mọi trang vào thư mục này thay vì in trang chính · Write all pages into this folder instead of printing the first
    #[arg(value_hint = ValueHint::DirPath)]
    pub dir: Option<PathBuf>,
}
