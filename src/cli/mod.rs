//! The commands: arguments become meaning, a site is opened, the outcome becomes words and an exit code.
//!
//! Deals with flags, the clock, the terminal, signals. Refuses: deciding anything about content. Results go to stdout,
//! all else to stderr; the words are in `words/`.

mod archive;
mod args;
mod build;
mod check;
mod clock;
mod completions;
mod confirm;
mod diagnostics;
mod diff;
mod docs;
mod doctor;
mod drafts;
mod edit;
mod errors;
mod exit;
mod explain;
mod export;
mod import;
mod import_updates;
mod init;
mod man;
mod migrate;
mod misuse;
mod new;
mod options;
mod output;
mod progress;
mod report;
mod rollback;
mod schema;
mod serve;
mod theme;
mod timings;
mod update;
mod verify;
mod words;

pub use exit::Exit;

use args::{
    ArchiveArgs, BuildArgs, CheckArgs, CompletionsArgs, ConfirmArgs, DiffArgs, DoctorArgs, EditArgs, ExplainArgs,
    ExportArgs, Format, ImportArgs, ImportUpdatesArgs, InitArgs, ManArgs, MessageArgs, NewArgs, ReportArgs,
    RollbackArgs, SchemaArgs, ServeArgs, ThemeArgs, UpdateArgs, VerifyArgs,
};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use output::Output;
use std::ffi::OsString;

/// The last line of the help and of the manual page.
const GUIDES: &str =
    "Hướng dẫn · Guides: docs/vi/, docs/; gói cài có ở · a package has them in /usr/share/doc/tiendo/html/";

/// Theo dõi tiến độ nhiệm vụ: từ dữ liệu thành trang · A progress site from a record of tasks
#[derive(Debug, Parser)]
#[command(name = "tiendo", version, arg_required_else_help = true, max_term_width = 110)]
#[command(after_help = GUIDES)]
pub struct Args {
    /// Which command.
    #[command(subcommand)]
    pub command: Command,
}

macro_rules! commands {
    ($($(#[$about:meta])* $command:ident($args:ty) = $run:path),+ $(,)?) => {
        /// A command with its arguments.
        #[derive(Debug, Subcommand)]
        pub enum Command {
            $($(#[$about])* $command($args)),+
        }

        impl Command {
            fn run(&self) -> Exit {
                match self { $(Self::$command(args) => $run(args)),+ }
            }
        }
    };
}

// What the help says of each, its arguments, what runs it.
commands! {
    /// Tạo một trang mẫu nhỏ · Start a small site
    Init(InitArgs) = init::run,
    /// Dựng trang · Build the site
    Build(BuildArgs) = build::run,
    /// Kiểm tra nội dung, không ghi gì · Check the content, write nothing
    Check(CheckArgs) = check::run,
    /// Xem thử trên máy này · Preview on this machine
    Serve(ServeArgs) = serve::run,
    /// Đối chiếu trang đã dựng với bảng kê của nó · Compare a built site with its manifest
    Verify(VerifyArgs) = verify::run,
    /// Lưu trang đã dựng, hoặc một cuộc họp, thành một tệp mở được ngay · Keep a built site, or one meeting, as one file that opens by a double click
    Archive(ArchiveArgs) = archive::run,
    /// Đưa trang trước trở lại · Bring the former site back
    Rollback(RollbackArgs) = rollback::run,
    /// Xem máy và trang có ổn không: mười dòng cho thư nhờ hỗ trợ · Look at machine and site: ten lines for a mail that asks for help
    Doctor(DoctorArgs) = doctor::run,
    /// Ghi một cập nhật vào tệp nhiệm vụ · Write an update into a file of tasks
    Update(UpdateArgs) = update::run,
    /// Thêm cuộc họp, nhiệm vụ, cơ quan · Add a meeting, a task, an agency
    New(NewArgs) = new::run,
    /// Xác nhận bản nháp đã xem: từ đó được công bố · Confirm drafts that were read: they are published from then on
    Confirm(ConfirmArgs) = confirm::run,
    /// Đọc văn bản, sổ theo dõi thành bản nháp · Read a paper or a register into a draft
    Import(ImportArgs) = import::run,
    /// Xuất sổ theo dõi theo đúng các cột của cơ quan (XLSX) · Write a register in the office's own columns (XLSX)
    Export(ExportArgs) = export::run,
    /// Nhập mẫu báo cáo cơ quan gửi lại (XLSX, CSV) · Take in the sheet that an agency filled (XLSX, CSV)
    ImportUpdates(ImportUpdatesArgs) = import_updates::run,
    /// Báo cáo số liệu: tổng hợp, mới quá hạn, sắp đến hạn · Report the numbers: tallies, newly overdue, due soon
    Report(ReportArgs) = report::run,
    /// So sánh hai thời điểm của trang, hoặc hai thư mục · Compare two dates of a site, or two folders
    Diff(DiffArgs) = diff::run,
    /// Chuyển nội dung dạng cũ sang dạng hiện nay · Bring content of an older format up to the present one
    Migrate(EditArgs) = migrate::run,
    /// In lược đồ JSON của các tệp nội dung, cho trình soạn thảo · Print JSON Schemas of the content files, for editors
    Schema(SchemaArgs) = schema::run,
    /// Lấy tệp của giao diện có sẵn ra để sửa · Take out files of the carried theme, to change them
    Theme(ThemeArgs) = theme::run,
    /// Giải thích một mã lỗi · Explain a code
    Explain(ExplainArgs) = explain::run,
    /// In tệp gợi ý lệnh cho shell · Print completions for a shell
    Completions(CompletionsArgs) = completions::run::<Args>,
    /// In trang hướng dẫn (man) · Print the manual pages
    Man(ManArgs) = man::run::<Args>,
}

/// Runs one command.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Exit {
    let mut known = known();
    let args = misuse::help_first(args::joined(args, &known));
    let parsed = known.try_get_matches_from_mut(&args).and_then(|matches| Args::from_arg_matches(&matches));
    match parsed {
        Ok(args) => args.command.run(),
        Err(error) => {
            Output::new(&MessageArgs::default(), Format::Human).run(|_| Ok(misuse::tell(&error, &args, &known)))
        }
    }
}

/// All commands, with their help in both languages.
fn known() -> clap::Command {
    misuse::program(Args::command())
}

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn arguments_are_consistent() {
        known().debug_assert();
    }

    #[test]
    fn every_command_and_flag_is_explained_in_both_languages() {
        let app = known();
        let inner = app.get_subcommands().flat_map(clap::Command::get_subcommands);
        for command in std::iter::once(&app).chain(app.get_subcommands()).chain(inner) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(about.contains(" · "), "{}", command.get_name());
            for arg in command.get_arguments().filter(|arg| arg.get_id() != "shell") {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(help.contains(" · "), "{} {}", command.get_name(), arg.get_id());
            }
        }
    }
}
