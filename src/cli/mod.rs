//! The commands: arguments become meaning, a site is opened, the outcome becomes words and an exit code.
//!
//! Deals with flags, the clock, the terminal, signals. Refuses: deciding anything about content. Results go to stdout,
//! all else to stderr; the words are in `words/`.

mod args;
mod build;
mod check;
mod clock;
mod completions;
mod diagnostics;
mod diff;
mod edit;
mod errors;
mod exit;
mod explain;
mod import_updates;
mod init;
mod man;
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
    BuildArgs, CheckArgs, CompletionsArgs, DiffArgs, ExplainArgs, ImportUpdatesArgs, InitArgs, ManArgs, NewArgs,
    ReportArgs, RollbackArgs, SchemaArgs, ServeArgs, ThemeArgs, UpdateArgs, VerifyArgs,
};
use clap::{CommandFactory, Parser, Subcommand};
use std::ffi::OsString;

/// Theo dõi tiến độ nhiệm vụ: từ dữ liệu thành trang · A progress site from a record of tasks
#[derive(Debug, Parser)]
#[command(name = "tiendo", version, arg_required_else_help = true, max_term_width = 110)]
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
    /// Dựng trang · Build the site
    Build(BuildArgs) = build::run,
    /// Kiểm tra nội dung, không ghi gì · Check the content, write nothing
    Check(CheckArgs) = check::run,
    /// Xem thử trên máy này · Preview on this machine
    Serve(ServeArgs) = serve::run,
    /// Tạo một trang mẫu nhỏ · Start a small site
    Init(InitArgs) = init::run,
    /// Đối chiếu trang đã dựng với bảng kê của nó · Compare a built site with its manifest
    Verify(VerifyArgs) = verify::run,
    /// Đưa trang trước trở lại · Bring the former site back
    Rollback(RollbackArgs) = rollback::run,
    /// Ghi một cập nhật vào tệp nhiệm vụ · Write an update into a file of tasks
    Update(UpdateArgs) = update::run,
    /// Thêm cuộc họp, nhiệm vụ, cơ quan · Add a meeting, a task, an agency
    New(NewArgs) = new::run,
    /// Nhập mẫu báo cáo cơ quan gửi lại (XLSX, CSV) · Take in the sheet that an agency filled (XLSX, CSV)
    ImportUpdates(ImportUpdatesArgs) = import_updates::run,
    /// Báo cáo số liệu: tổng hợp, mới quá hạn, sắp đến hạn · Report the numbers: tallies, newly overdue, due soon
    Report(ReportArgs) = report::run,
    /// So sánh hai thời điểm của trang, hoặc hai thư mục · Compare two dates of a site, or two folders
    Diff(DiffArgs) = diff::run,
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
    match Args::try_parse_from(args::joined(args, &Args::command())) {
        Ok(args) => args.command.run(),
        Err(e) => {
            // A closed terminal is no reason to fail while failing.
            let _ = e.print();
            if e.use_stderr() { Exit::Usage } else { Exit::Done }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Args;
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn every_command_and_flag_is_explained_in_both_languages() {
        let app = Args::command();
        let inner = app.get_subcommands().flat_map(clap::Command::get_subcommands);
        for command in std::iter::once(&app).chain(app.get_subcommands()).chain(inner) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(about.contains(" · "), "{}", command.get_name());
            for arg in
                command.get_arguments().filter(|arg| !["help", "version", "shell"].contains(&arg.get_id().as_str()))
            {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(help.contains(" · "), "{} {}", command.get_name(), arg.get_id());
            }
        }
    }
}
