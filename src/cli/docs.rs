//! Where the docs are that a message leads to.

use crate::diag::Code;
use crate::i18n::Language;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::path::Path;

/// What an address of a file need not escape.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b':').remove(b'.').remove(b'-').remove(b'_').remove(b'~');

/// The address of a code's entry: in the docs that are installed beside the program, else in those whose address it was
/// built with (`TIENDO_DOCS`), else the file's name in the repository.
pub fn entry(code: Code, language: Language) -> String {
    let program = std::env::current_exe().unwrap_or_default();
    format!("{}#{}", page(&program, option_env!("TIENDO_DOCS"), language), code.id())
}

fn page(program: &Path, docs: Option<&str>, language: Language) -> String {
    let (page, source) = match language {
        Language::VI => ("vi/loi.html", "docs/vi/loi.md"),
        _ => ("en/diagnostics.html", "docs/diagnostics.md"),
    };
    let online = || docs.filter(|docs| !docs.is_empty()).map(|docs| format!("{}/{page}", docs.trim_end_matches('/')));
    installed(program, page).or_else(online).unwrap_or_else(|| source.to_owned())
}

/// `PREFIX/share/doc/tiendo/html/PAGE` of a program in `PREFIX/bin`, if it is there.
fn installed(program: &Path, page: &str) -> Option<String> {
    let file = program.parent()?.parent()?.join("share/doc/tiendo/html").join(page);
    file.is_file().then(|| address(&file))
}

fn address(file: &Path) -> String {
    let path = file.to_string_lossy().replace('\\', "/");
    // A drive of Windows is the first part of the path.
    let root = if path.starts_with('/') { "" } else { "/" };
    format!("file://{root}{}", utf8_percent_encode(&path, ESCAPED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_docs_are_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("bin/tiendo");
        let docs = Some("https://docs.example/tiendo/");
        assert_eq!(page(&program, None, Language::VI), "docs/vi/loi.md");
        assert_eq!(page(&program, Some(""), Language::VI), "docs/vi/loi.md");
        assert_eq!(page(&program, docs, Language::EN), "https://docs.example/tiendo/en/diagnostics.html");
        let installed = folder.path().join("share/doc/tiendo/html/vi");
        std::fs::create_dir_all(&installed).expect("a folder");
        std::fs::write(installed.join("loi.html"), "").expect("a page");
        let told = page(&program, docs, Language::VI);
        assert!(told.starts_with("file:///") && told.ends_with("/share/doc/tiendo/html/vi/loi.html"), "{told}");
        assert_eq!(address(Path::new("/a b/ệ.html")), "file:///a%20b/%E1%BB%87.html");
        assert_eq!(address(Path::new(r"C:\a\b.html")), "file:///C:/a/b.html");
    }
}
