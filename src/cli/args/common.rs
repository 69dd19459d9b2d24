//! Arguments that many commands take.

use clap::{Args as Flags, ValueEnum, ValueHint};
use std::path::PathBuf;

/// What a command is about.
#[derive(Debug, Flags)]
pub struct SiteArgs {
    /// Thư mục của trang · Folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub site: PathBuf,
    /// Số liệu tính đến ngày nào · Day that the site speaks of
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<String>,
    /// Địa chỉ công khai, thay cho `base_url` · Public address, instead of `base_url`
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub base_url: Option<String>,
}

/// The messages of a command.
#[derive(Debug, Default, Flags)]
pub struct MessageArgs {
    /// Ngôn ngữ của thông báo · Language of messages [default: the site's]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<LangArg>,
    /// Chỉ in lỗi · Print errors only
    #[arg(long, short)]
    pub quiet: bool,
}

/// The form of diagnostics and results, and how bad a warning is.
#[derive(Debug, Flags)]
pub struct DiagnosticArgs {
    /// Dạng kết quả · Form of results
    #[arg(long, value_name = "FORM", default_value = "human")]
    pub format: Format,
    /// Coi cảnh báo là lỗi · Treat warnings as errors
    #[arg(long)]
    pub deny_warnings: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

/// In what form results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Cho người đọc · For people
    Human,
    /// JSON
    Json,
    /// GitHub Actions
    Github,
}
