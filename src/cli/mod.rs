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
mod timings;
mod update;
mod verify;
mod words;

pub use exit::Exit;

use args::{
    Args, BuildArgs, CheckArgs, CompletionsArgs, DiffArgs, ExplainArgs, ImportUpdatesArgs, InitArgs, ManArgs, NewArgs,
    ReportArgs, RollbackArgs, SchemaArgs, ServeArgs, UpdateArgs, VerifyArgs,
};
use clap::{Parser, Subcommand};
use std::ffi::OsString;

macro_rules! commands {
    ($($(#[$about:meta])* $command:ident($args:ty) = $file:ident),+ $(,)?) => {
        /// A command with its arguments.
        #[derive(Debug, Subcommand)]
        pub enum Command {
            $($(#[$about])* $command($args)),+
        }

        impl Command {
            fn run(&self) -> Exit {
                match self { $(Self::$command(args) => $file::run(args)),+ }
            }
        }
    };
}

// What the help says of each, its arguments, the file that runs it.
commands! {
    /// Dựng trang · Build the site
    Build(BuildArgs) = build,
    /// Kiểm tra nội dung, không ghi gì · Check the content, write nothing
    Check(CheckArgs) = check,
    /// Xem thử trên máy này · Preview on this machine
    Serve(ServeArgs) = serve,
    /// Tạo một trang mẫu nhỏ · Start a small site
    Init(InitArgs) = init,
    /// Đối chiếu trang đã dựng với bảng kê của nó · Compare a built site with its manifest
    Verify(VerifyArgs) = verify,
    /// Đưa trang trước trở lại · Bring the former site back
    Rollback(RollbackArgs) = rollback,
    /// Ghi một cập nhật vào tệp nhiệm vụ · Write an update into a file of tasks
    Update(UpdateArgs) = update,
    /// Thêm cuộc họp, nhiệm vụ, cơ quan · Add a meeting, a task, an agency
    New(NewArgs) = new,
    /// Nhập mẫu báo cáo cơ quan gửi lại (XLSX, CSV) · Take in the sheet that an agency filled (XLSX, CSV)
    ImportUpdates(ImportUpdatesArgs) = import_updates,
    /// Báo cáo số liệu: tổng hợp, mới quá hạn, sắp đến hạn · Report the numbers: tallies, newly overdue, due soon
    Report(ReportArgs) = report,
    /// So sánh hai thời điểm của trang, hoặc hai thư mục · Compare two dates of a site, or two folders
    Diff(DiffArgs) = diff,
    /// In lược đồ JSON của các tệp nội dung, cho trình soạn thảo · Print JSON Schemas of the content files, for editors
    Schema(SchemaArgs) = schema,
    /// Giải thích một mã lỗi · Explain a code
    Explain(ExplainArgs) = explain,
    /// In tệp gợi ý lệnh cho shell · Print completions for a shell
    Completions(CompletionsArgs) = completions,
    /// In trang hướng dẫn (man) · Print the manual pages
    Man(ManArgs) = man,
}

/// Runs one command.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Exit {
    match Args::try_parse_from(args) {
        Ok(args) => args.command.run(),
        Err(e) => {
            // A closed terminal is no reason to fail while failing.
            let _ = e.print();
            if e.use_stderr() { Exit::Usage } else { Exit::Done }
        }
    }
}
