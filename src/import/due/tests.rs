use super::*;
use chrono::NaiveDate;

fn code(due: Option<&Due>) -> String {
    match due {
        None => "-".to_owned(),
        Some(Due::On(day)) => day.to_string(),
        Some(Due::By(period)) => period.clone(),
        Some(Due::Before(limit)) => format!("before:{limit}"),
        Some(Due::Every(every)) => {
            let day = every.day.map(|d| format!(",{d}")).unwrap_or_default();
            let weekday = every.weekday.map(|d| format!(",{d}")).unwrap_or_default();
            format!("every:{}{day}{weekday}{}", every.unit, if every.adhoc { "+" } else { "" })
        }
        Some(Due::Within { days, working, of }) => {
            let of = of.map(|day| format!(" of {day}")).unwrap_or_default();
            format!("within:{days}{}{of}", if *working { "w" } else { "" })
        }
        Some(Due::Continuous { from }) => {
            format!("continuous{}", from.as_ref().map(|f| format!(" from {f}")).unwrap_or_default())
        }
        Some(Due::ThenContinuous(due)) => format!("{} then", code(Some(due))),
    }
}

fn paper() -> Context {
    Context { issued: NaiveDate::from_ymd_opt(2024, 2, 15), held: NaiveDate::from_ymd_opt(2024, 2, 2) }
}

/// Deadlines of a sentence in a paper of 15/02/2024, `code@words`.
fn in_text(text: &str) -> String {
    let found = find(text, &paper());
    found.iter().map(|f| code(f.due.as_ref())).collect::<Vec<_>>().join(" ")
}

#[test]
fn sentences() {
    for (text, expected) in [
        ("báo cáo Tổ trưởng trước ngày 30 tháng 9 năm 2024.", "before:2024-09-30"),
        ("hoàn thành trước tháng 6 năm 2024, vì rất cấp bách", "before:2024-06"),
        ("hoàn thành trong Quý II năm 2024", "2024-Q2"),
        ("xong vào quý 3/2024", "2024-Q3"),
        ("trình Thủ tướng Chính phủ ban hành trong tháng 10 năm 2024", "2024-10"),
        ("ngay trong tháng 3 phải xong", "2024-03"),
        ("báo cáo trong tháng 01", "2025-01"),
        ("báo cáo trước 15/8/2025", "before:2025-08-15"),
        ("gửi về trước 17h00 ngày 20/3/2024", "before:2024-03-20"),
        ("gửi trước 14 giờ, ngày 20 tháng 3 năm 2024", "before:2024-03-20"),
        ("chậm nhất là ngày 25/3/2024", "2024-03-25"),
        ("chậm nhất trong tháng 4/2024", "2024-04"),
        ("không quá ngày 30/4/2024", "2024-04-30"),
        ("đến hết Quý I năm 2025", "2025-Q1"),
        ("hoàn thành trong 6 tháng đầu năm 2024", "2024-H1"),
        ("từ nay đến cuối năm 2025 đạt mức 40%", "2025"),
        ("cuối tháng 5 năm 2024 phải có", ""),
        ("trong đầu tháng 5 năm 2024", "2024-05"),
        ("trong năm 2024", "2024"),
        ("trong vòng 15 ngày kể từ ngày ban hành Thông báo này", "within:15"),
        ("trong thời hạn 07 ngày làm việc kể từ ngày 01/3/2024", "within:7w of 2024-03-01"),
        ("trong 10 ngày kể từ ngày nhận được hồ sơ", "-"),
        ("Định kỳ hằng Quý hoặc đột xuất báo cáo", "every:quarter+"),
        ("định kỳ hàng tháng, báo cáo", "every:month"),
        ("báo cáo trước ngày 25 hằng tháng", "every:month,24"),
        ("ngày 20 của tháng cuối quý", "every:quarter,20"),
        ("thứ Sáu hằng tuần", "every:week,friday"),
        ("định kỳ 6 tháng báo cáo", "every:half"),
        ("định kỳ hàng năm (trước ngày 10/12) hoặc đột xuất", "every:year,9+"),
        ("Thường xuyên đôn đốc, kiểm tra", "continuous"),
        ("trước Phiên họp thứ ba", "-"),
        ("trong tuần này", "2024-W07"),
        ("đến năm 2030", "2030"),
        ("các việc của Kế hoạch trọng tâm 6 tháng đầu năm 2024", "2024-H1"),
    ] {
        assert_eq!(in_text(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_deadline() {
    for text in [
        "ban hành kèm theo Quyết định số 12/QĐ-TTg ngày 06 tháng 8 năm 2024",
        "Kế hoạch cải cách hành chính năm 2024",
        "Đề án giai đoạn 2024 - 2026, tầm nhìn đến năm 2030",
        "Chương trình tổng thể đến năm 2025, định hướng đến năm 2030",
        "giảm chi thường xuyên của các cơ quan",
        "trong thời gian tới",
        "Trước mắt, tập trung tháo gỡ",
        "các dự án được duyệt trước ngày 01 tháng 01 năm 2021",
        "kết quả thực hiện trong năm 2023",
        "báo cáo công tác 6 tháng cuối năm 2023",
        "03 năm không phát sinh hồ sơ",
        "trước khi trình Chính phủ",
        "trong tháng 13 năm 2024",
    ] {
        assert_eq!(in_text(text), "", "{text}");
    }
}

#[test]
fn two_deadlines_and_their_places() {
    let text = "trình Đề án trong Quý IV năm 2024, khai trương trước ngày 01 tháng 11 năm 2025.";
    let found = find(text, &paper());
    let words: Vec<&str> = found.iter().map(|f| &text[f.range.clone()]).collect();
    assert_eq!(words, ["trong Quý IV năm 2024", "trước ngày 01 tháng 11 năm 2025"]);
}

#[test]
fn cells() {
    let context = Context { issued: NaiveDate::from_ymd_opt(2024, 2, 15), held: None };
    for (text, expected) in [
        ("6/2025", "2025-06"),
        ("2025", "2025"),
        ("2025-2026", "2026"),
        ("2025 - 2026", "2026"),
        ("31/03/2025", "2025-03-31"),
        ("2025-03-31", "2025-03-31"),
        ("15/12/2024-15/02/2025", "2025-02-15"),
        ("Tháng 5 /2025", "2025-05"),
        ("Tháng 4 đến tháng 5/2025", "2025-05"),
        ("Quý I đến tháng 9/2025", "2025-09"),
        ("Từ tháng 3/2025 đến năm 2026", "2026"),
        ("Trong Quý I và trước ngày 30/4/2025", "before:2025-04-30"),
        ("Xong trong Quý II/2025", "2025-Q2"),
        ("Cả năm 2025", "2025"),
        ("Thường xuyên", "continuous"),
        ("Nhiệm vụ thường xuyên", "continuous"),
        ("Hằng năm", "every:year"),
        ("Hàng quý", "every:quarter"),
        ("Tháng 4, 5/2025 và thường xuyên", "2025-05 then"),
        ("2025 và những năm tiếp theo", "2025 then"),
        ("Từ tháng 3 năm 2025 và thường xuyên", "continuous from 2025-03"),
        ("Từ tháng 11/2025 trở đi", "continuous from 2025-11"),
        ("Tháng 12", "2024-12"),
        ("Theo tiến độ dự án", "-"),
        ("trong 15 ngày làm việc kể từ ngày ký", "within:15w"),
        ("Trước ngày 25 hằng tháng", "every:month,24"),
    ] {
        let due = of_cell(text, &context).map(|found| code(found.due.as_ref()));
        assert_eq!(due.as_deref(), Some(expected), "{text}");
    }
    assert_eq!(of_cell("  ", &context), None);
}

#[test]
fn without_a_day_of_the_paper_no_year_is_invented() {
    let nothing = Context::default();
    assert_eq!(find("trong tháng 10", &nothing).first().and_then(|f| f.due.clone()), None);
    assert_eq!(of_cell("Tháng 10", &nothing).and_then(|f| f.due), None);
}
