//! Pages for Vietnamese readers have no English word where there is a Vietnamese one. Code, addresses and names are let be.

use crate::links::{documents, is_vietnamese};
use crate::markdown::Piece;
use tiendo::diag::Code;

/// English, and what is written instead.
const WORDS: &[(&str, &str)] = &[
    ("admin", "người quản trị"),
    ("backup", "sao lưu"),
    ("browser", "trình duyệt"),
    ("build", "dựng"),
    ("button", "nút"),
    ("cache", "bộ nhớ đệm"),
    ("check", "kiểm tra"),
    ("click", "nhấp"),
    ("copy", "chép"),
    ("database", "cơ sở dữ liệu"),
    ("deadline", "thời hạn"),
    ("default", "mặc định"),
    ("deploy", "triển khai"),
    ("desktop", "máy tính để bàn"),
    ("domain", "tên miền"),
    ("download", "tải về"),
    ("email", "thư điện tử"),
    ("e-mail", "thư điện tử"),
    ("file", "tệp"),
    ("folder", "thư mục"),
    ("format", "định dạng"),
    ("host", "máy chủ"),
    ("hosting", "máy chủ"),
    ("import", "nhập"),
    ("input", "đầu vào"),
    ("install", "cài đặt"),
    ("link", "liên kết"),
    ("log", "nhật ký"),
    ("login", "đăng nhập"),
    ("mail", "thư"),
    ("mode", "chế độ"),
    ("offline", "không cần mạng"),
    ("online", "trực tuyến"),
    ("output", "đầu ra"),
    ("package", "gói"),
    ("page", "trang"),
    ("password", "mật khẩu"),
    ("path", "đường dẫn"),
    ("release", "bản phát hành"),
    ("report", "báo cáo"),
    ("script", "tập lệnh"),
    ("search", "tìm kiếm"),
    ("server", "máy chủ"),
    ("service", "dịch vụ"),
    ("setup", "cài đặt"),
    ("sheet", "bảng"),
    ("shell", "dòng lệnh"),
    ("site", "trang"),
    ("source", "nguồn"),
    ("task", "nhiệm vụ"),
    ("template", "mẫu"),
    ("terminal", "cửa sổ dòng lệnh"),
    ("test", "thử"),
    ("theme", "giao diện"),
    ("timer", "lịch chạy"),
    ("update", "cập nhật"),
    ("upload", "tải lên"),
    ("url", "địa chỉ"),
    ("user", "người dùng"),
    ("version", "phiên bản"),
    ("warning", "cảnh báo"),
    ("website", "trang web"),
];

#[test]
fn vietnamese_pages_use_vietnamese_words() {
    let mut english = Vec::new();
    for (path, pieces) in documents().iter().filter(|(path, _)| is_vietnamese(path)) {
        for piece in pieces {
            let Piece::Prose(line, text) = piece else { continue };
            // The headings of `loi.md`.
            if Code::from_id(text).is_some() {
                continue;
            }
            let words = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '.' && c != '/');
            for word in words.map(|word| word.trim_end_matches('.').to_lowercase()) {
                let own = WORDS
                    .iter()
                    .find(|(foreign, _)| word.strip_suffix('s').unwrap_or(&word) == *foreign || word == *foreign);
                english.extend(own.map(|(_, own)| format!("{}:{line}: {word} → {own}", path.display())));
            }
        }
    }
    assert!(english.is_empty(), "\n{}", english.join("\n"));
}
