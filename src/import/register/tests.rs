//! Invented registers, as text: one line a row, cells between bars, `^` for a cell merged with the one above, `<` with the
//! one to its left.

use super::{Candidate, Field, candidate, find, is_register, tasks_of};
use crate::import::draft::{Task, Why};
use crate::import::due::{Context, Due};
use crate::import::paper::{Block, Cell, Merged, Paper, Paragraph, Place, Row, Table};

pub fn table(sheet: Option<&str>, text: &str) -> Table {
    let cell = |text: &str| {
        let (text, merged) = match text.trim() {
            "^" => ("", Merged::Above),
            "<" => ("", Merged::Left),
            text => (text, Merged::No),
        };
        Cell { text: text.replace('/', "\n").replace("÷", "/"), merged, is_day: false }
    };
    let lines = text.trim().lines().zip(1..);
    let row = |(line, number): (&str, u32)| Row { number, cells: line.trim().split('|').map(cell).collect() };
    Table { sheet: sheet.map(str::to_owned), number: 1, rows: lines.map(row).collect() }
}

fn tasks(text: &str) -> Vec<Task> {
    let table = table(None, text);
    tasks_of(&candidate(&table).expect("a register"), &Context::default())
}

fn columns(text: &str) -> Vec<Option<Field>> {
    let table = table(Some("S"), text);
    candidate(&table).map_or(Vec::new(), |found| found.columns.iter().map(|c| c.field).collect())
}

fn names(parties: &[crate::import::names::Name]) -> Vec<&str> {
    parties.iter().map(|name| name.written.as_str()).collect()
}

/// Clause, title, leads of each task.
fn brief(text: &str) -> Vec<String> {
    let of =
        |task: &Task| format!("{} {} [{}]", task.clause, task.text.replace('\n', "/"), names(&task.lead).join("; "));
    tasks(text).iter().map(of).collect()
}

#[test]
fn persons_in_charge_do_not_lead_beside_agencies() {
    use Field::{Due, Lead, Number, Supervisor, Title};
    let text =
        "STT|Nội dung|Đơn vị|Phụ trách|Hạn\n1|Lập danh bạ|Sở Vườn Cây|Nguyễn Văn Thử|2026\n2|Mở kho ảnh|Sở Mẫu||2027";
    let some = |fields: &[Field]| fields.iter().map(|field| Some(*field)).collect::<Vec<_>>();
    assert_eq!(columns(text), some(&[Number, Title, Lead, Supervisor, Due]));
}

#[test]
fn heads_tell_the_columns() {
    use Field::{
        Assigned, Due, Ignored, Lead, Note, Number, Officer, Product, Progress, Source, Status, Supervisor, Title, With,
    };
    let some = |fields: &[Field]| fields.iter().map(|field| Some(*field)).collect::<Vec<_>>();
    for (heads, fields) in [
        ("TT|Tên nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời hạn", vec![Number, Title, Lead, With, Due]),
        (
            "Số TT|Nội dung công việc|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành|Sản phẩm",
            vec![Number, Title, Lead, With, Due, Product],
        ),
        ("STT|Nhiệm vụ|Sở, ngành chủ trì tham mưu|Hạn|Kết quả|Ghi chú", vec![Number, Title, Lead, Due, Product, Note]),
        ("STT|Tên dự án|Tổng mức đầu tư|Chủ đầu tư|Thời gian thực hiện", vec![Number, Title, Ignored, Lead, Due]),
        (
            "STT|Nguồn chỉ đạo|Ngày chỉ đạo|Nội dung nhiệm vụ|Đầu mối|Trạng thái|Tiến độ",
            vec![Number, Source, Assigned, Title, Lead, Status, Progress],
        ),
        (
            "TT|Việc phải làm|Lãnh đạo phụ trách|Thư ký lãnh đạo|Đơn vị thực hiện|Tình hình thực hiện",
            vec![Number, Title, Supervisor, Officer, Lead, Progress],
        ),
        (
            "TT|Đơn vị được giao nhiệm vụ|Nhiệm vụ được giao|Thời hạn hoàn thành nhiệm vụ",
            vec![Number, Lead, Title, Due],
        ),
    ] {
        let line = heads.split('|').map(|_| "x").collect::<Vec<_>>().join("|");
        assert_eq!(columns(&format!("{heads}\n{line}")), some(&fields), "{heads}");
    }
}

#[test]
fn a_table_without_such_heads_is_no_register() {
    assert_eq!(columns("Họ và tên|Chức vụ|Điện thoại\nA|B|C"), []);
    assert_eq!(columns("Nơi nhận: các bộ|TM. CHÍNH PHỦ\nx|y"), []);
    assert_eq!(columns("Nhiệm vụ|Kinh phí\nx|y"), []);
}

#[test]
fn the_head_stands_below_titles_and_over_two_rows() {
    let text = "
        DANH MỤC NHIỆM VỤ|<|<|<|<
        (Kèm theo Kế hoạch số 5)|<|<|<|<
        TT|Nhiệm vụ|Cơ quan thực hiện|<|Thời hạn
        ^|^|Chủ trì|Phối hợp|^
        (1)|(2)|(3)|(4)|(5)
        1|Lập báo cáo|Sở A|Sở B|6÷2025";
    let found = tasks(text);
    assert_eq!(found.len(), 1);
    assert_eq!((names(&found[0].lead), names(&found[0].with)), (vec!["Sở A"], vec!["Sở B"]));
    assert_eq!(found[0].due, Some(Due::By("2025-06".into())));
    assert_eq!(found[0].at, Place::Row { table: None, row: 6 });
    // A CSV knows of no merged cells.
    let bare = text.replace(['<', '^'], "");
    assert_eq!(brief(&bare), brief(text));
    let above = table(None, text);
    assert_eq!(candidate(&above).unwrap().above, ["DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 5)"]);
}

#[test]
fn a_column_that_counts_is_the_number_and_the_longest_unknown_one_the_title() {
    use Field::{Due, Lead, Number, Title};
    assert_eq!(columns("|Nhiệm vụ|Chủ trì\n1|A|B\n2|C|D"), [Some(Number), Some(Title), Some(Lead)]);
    let found = columns("TT|Vấn đề|Chủ trì|Hạn\n1|Một việc dài hơn cả|B|2025");
    assert_eq!(found, [Some(Number), Some(Title), Some(Lead), Some(Due)]);
}

#[test]
fn pace_is_a_deadline_where_its_cells_are() {
    use Field::{Due, Lead, Progress, Title};
    assert_eq!(columns("Nhiệm vụ|Chủ trì|Tiến độ\nA|B|Quý II÷2026"), [Some(Title), Some(Lead), Some(Due)]);
    assert_eq!(columns("Nhiệm vụ|Chủ trì|Tiến độ\nA|B|Đang lấy ý kiến"), [Some(Title), Some(Lead), Some(Progress)]);
}

#[test]
fn groups_are_headings_and_steps_of_the_path() {
    let text = "
        TT|Nhiệm vụ|Chủ trì|Thời hạn
        I|Về thể chế||
        1|Sửa quy định|Sở A|2025
        2|Ban hành quy chế|Sở B|2025
        II.|Về nhân lực||năm tiếp theo
        1|Mở lớp|Sở C|2026
        VIỆC THƯỜNG XUYÊN|<|<|<
        01|Báo cáo|Sở D|Hằng năm";
    assert_eq!(
        brief(text),
        [
            "PL.I.1 Sửa quy định [Sở A]",
            "PL.I.2 Ban hành quy chế [Sở B]",
            "PL.II.1 Mở lớp [Sở C]",
            "PL.II.1 Báo cáo [Sở D]",
        ]
    );
    let groups: Vec<_> = tasks(text).into_iter().filter_map(|task| task.group).collect();
    assert_eq!(groups, ["Về thể chế", "Về thể chế", "Về nhân lực", "VIỆC THƯỜNG XUYÊN"]);
}

#[test]
fn a_heading_of_a_wide_cell_has_its_number_in_its_words() {
    let text = "TT|Nhiệm vụ|Chủ trì\nA. Giao các sở|<|<\nI. Về đất đai|<|<\n1|Đo đạc|Sở A\n2|Lập bản đồ|Sở B\nB. Giao các xã|<|<\n3|Niêm yết|Xã C";
    assert_eq!(brief(text), ["PL.A.I.1 Đo đạc [Sở A]", "PL.A.I.2 Lập bản đồ [Sở B]", "PL.B.3 Niêm yết [Xã C]"]);
}

#[test]
fn a_numbered_heading_is_told_by_the_rows_below_it() {
    let text = "TT|Nhiệm vụ|Chủ trì\n1|Về đất đai|\n1.1|Đo đạc|Sở A\n1.2|Lập bản đồ|Sở B\n2|Về nước|\na|Khảo sát|Sở C\n3|Tổng kết|Sở D";
    assert_eq!(
        brief(text),
        ["PL.1.1 Đo đạc [Sở A]", "PL.1.2 Lập bản đồ [Sở B]", "PL.2.a Khảo sát [Sở C]", "PL.3 Tổng kết [Sở D]",]
    );
    let roman = "TT|Nhiệm vụ|Chủ trì\nI|Đo đạc|Sở A\nII|Lập bản đồ|Sở B";
    assert_eq!(brief(roman), ["PL.I Đo đạc [Sở A]", "PL.II Lập bản đồ [Sở B]"]);
}

#[test]
fn sub_rows_that_name_nobody_have_the_lead_of_their_number() {
    let text = "TT|Nhiệm vụ|Chủ trì|Hạn\n1|Rà soát|Sở A|2025\n1.1|Rà soát đợt một||6÷2025\na)|gồm các xã||";
    let found = tasks(text);
    assert_eq!(brief(text), ["PL.1 Rà soát [Sở A]", "PL.1.1 Rà soát đợt một gồm các xã [Sở A]"]);
    assert_eq!(found[1].guesses.iter().map(|guess| guess.why).collect::<Vec<_>>(), [Why::Carried]);
}

#[test]
fn a_row_cut_by_a_page_goes_on() {
    for more in ["|trên toàn tỉnh|", "|(2) lập danh sách|", "|Kết quả gửi về Sở A|"] {
        let text = format!("TT|Nhiệm vụ|Chủ trì\n1|Rà soát hồ sơ;|Sở A\n{more}\n2|Báo cáo|Sở B");
        let whole = format!("PL.1 Rà soát hồ sơ; {} [Sở A]", more.trim_matches('|'));
        assert_eq!(brief(&text), [whole.as_str(), "PL.2 Báo cáo [Sở B]"], "{more}");
    }
    let text = "TT|Nhiệm vụ|Chủ trì|Phối hợp\n1|Rà soát|Sở Văn hóa, Thể thao|\n||và Du lịch|nghệ và Môi trường\n2|Báo cáo|Sở B|";
    assert_eq!(names(&tasks(text)[0].lead), ["Sở Văn hóa, Thể thao và Du lịch"]);
    assert!(tasks(text)[0].with.is_empty(), "what goes on where nothing was begun stands in the wrong column");
}

#[test]
fn a_whole_title_is_followed_by_a_heading() {
    let text = "TT|Nhiệm vụ|Chủ trì\n1|Rà soát hồ sơ|Sở A\n|Lĩnh vực nước|\n2|Báo cáo|Sở B";
    assert_eq!(brief(text), ["PL.1 Rà soát hồ sơ [Sở A]", "PL.2 Báo cáo [Sở B]"]);
    assert_eq!(tasks(text)[1].group.as_deref(), Some("Lĩnh vực nước"));
}

#[test]
fn merged_rows_are_parts_with_other_leads_and_days() {
    let text = "TT|Nhiệm vụ|Chủ trì|Hạn\n1|Số hóa hồ sơ|Sở A|6÷2025\n^|^|Sở B|9÷2025\n^|^|Sở C|^\n2|Báo cáo|Sở D|2025";
    for text in [text.to_owned(), text.replace('^', "")] {
        let found = tasks(&text);
        assert_eq!(found.len(), 2, "{text}");
        assert_eq!(names(&found[0].lead), ["Sở A"]);
        assert_eq!(found[0].parts.len(), 1);
        assert_eq!(names(&found[0].parts[0].lead), ["Sở B", "Sở C"]);
        assert_eq!(found[0].parts[0].text, "Số hóa hồ sơ");
        assert_eq!(found[0].parts[0].due, Some(Due::By("2025-09".into())));
    }
}

#[test]
fn a_lead_merged_over_rows_leads_them_all() {
    let text = "TT|Nhiệm vụ|Chủ trì\n1|Đo đạc|Sở A\n2|Lập bản đồ|^\n3|Báo cáo|Sở B";
    assert_eq!(brief(text), ["PL.1 Đo đạc [Sở A]", "PL.2 Lập bản đồ [Sở A]", "PL.3 Báo cáo [Sở B]"]);
}

#[test]
fn what_is_no_task_is_none() {
    let text = "
        TT|Nhiệm vụ|Chủ trì|Hạn
        1|Đo đạc|Sở A|2025
        TT|Nhiệm vụ|Chủ trì|Hạn
        2|Tổng hợp báo cáo|Sở B|2025
        3|||
        |||
        Tổng cộng||2 nhiệm vụ|
        Ghi chú: hạn tính theo năm|<|<|<
        |Đề xuất, kiến nghị: không||
        |NGƯỜI LẬP BIỂU||GIÁM ĐỐC";
    assert_eq!(brief(text), ["PL.1 Đo đạc [Sở A]", "PL.2 Tổng hợp báo cáo [Sở B]"]);
}

#[test]
fn indicators_take_their_deadline_from_the_group() {
    let text = "TT|Chỉ tiêu|Đơn vị|Kết quả|Cơ quan chủ trì theo dõi\nI|Đến năm 2030|||\n1|Tỷ lệ hồ sơ trực tuyến|%|≥ 80|Sở A\n2|Hạ tầng||Tiên tiến|Sở B";
    let found = tasks(text);
    let targets: Vec<_> = found.iter().map(|task| task.indicator.clone().unwrap()).collect();
    assert_eq!((targets[0].unit.as_deref(), targets[0].target.as_str()), (Some("%"), "≥ 80"));
    assert_eq!((targets[1].unit.as_deref(), targets[1].target.as_str()), (None, "Tiên tiến"));
    assert_eq!(found[0].due, Some(Due::By("2030".into())));
    assert_eq!(found[0].group.as_deref(), Some("Đến năm 2030"));
}

#[test]
fn numbers_that_restart_have_the_groups_number_and_others_that_repeat_are_no_key() {
    let refs = |text: &str| tasks(text).into_iter().map(|task| task.reference.unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(refs("TT|Nhiệm vụ|Chủ trì\nI|Một|\n1|Đo|Xã B\nII|Hai|\n1|Vẽ|Xã D\n2|In|Xã F"), ["I.1", "II.1", "II.2"]);
    assert_eq!(refs("TT|Nhiệm vụ|Chủ trì\n5|Đo|Xã B\n5|Vẽ|Xã D\n7|In|Xã F"), ["5", "", "7"]);
    let found = tasks("TT|Nhiệm vụ|Chủ trì\n5|Đo|Xã B\n5|Vẽ|Xã D");
    assert_eq!(
        found[1].guesses.iter().map(|guess| (guess.field, guess.why)).collect::<Vec<_>>(),
        [("ref", Why::Label)]
    );
}

#[test]
fn cells_become_values() {
    let heads = "TT|Nhiệm vụ|Nội dung chi tiết|Lãnh đạo phụ trách|Thư ký|Chủ trì|Phối hợp|Hạn|Sản phẩm|Văn bản giao|Ngày giao|Trạng thái|Ghi chú|Kinh phí";
    let found = tasks(&format!(
        "{heads}\n1|Đo đạc|Toàn huyện|Ông A|Bà B|• Sở C/• Sở D [+] Xem thêm||31÷3÷2025|Báo cáo; Bản đồ|5÷KH-UBND|20÷01÷2025|Đang thực hiện|Khẩn|12"
    ));
    let task = &found[0];
    assert_eq!((task.title.as_str(), task.text.as_str()), ("Đo đạc", "Đo đạc\nToàn huyện"));
    assert_eq!((task.supervisor.as_deref(), task.officer.as_deref()), (Some("Ông A"), Some("Bà B")));
    assert_eq!(names(&task.lead), ["Sở C", "Sở D"]);
    assert_eq!(task.products, ["Báo cáo", "Bản đồ"]);
    assert_eq!(
        (task.source.as_deref(), task.assigned.unwrap().to_string()),
        (Some("5/KH-UBND"), "2025-01-20".to_owned())
    );
    assert_eq!(task.note.as_deref(), Some("Trạng thái: Đang thực hiện\nKhẩn"));
    let odd = tasks(&format!("{heads}\n1|Đo đạc|||||Sở D|sau khi có vốn|Đã hoàn thành||20÷01÷201|||"));
    assert_eq!((odd[0].due.clone(), odd[0].wording.as_deref()), (None, Some("sau khi có vốn")));
    assert_eq!((odd[0].products.len(), odd[0].note.as_deref(), odd[0].assigned), (0, Some("Đã hoàn thành"), None));
    let whys: Vec<_> = odd[0].guesses.iter().map(|guess| guess.why).collect();
    assert_eq!(whys, [Why::NoLead, Why::Vague]);
}

#[test]
fn one_cell_may_say_both_roles() {
    let found = tasks("TT|Nhiệm vụ|Cơ quan chủ trì, phối hợp\n1|Đo đạc|Chủ trì: Sở A/Phối hợp: Sở B; Sở C");
    assert_eq!((names(&found[0].lead), names(&found[0].with)), (vec!["Sở A"], vec!["Sở B", "Sở C"]));
}

#[test]
fn without_a_column_of_leads_the_heading_leads() {
    let found = tasks("TT|Nhiệm vụ|Thời hạn\nI|Sở Tài chính|\n1|Lập dự toán|2025");
    assert_eq!(names(&found[0].lead), ["Sở Tài chính"]);
    assert_eq!(found[0].guesses[0].why, Why::Carried);
}

fn paper(blocks: Vec<Block>) -> Paper {
    Paper { blocks, ..Paper::default() }
}

#[test]
fn a_table_without_a_head_goes_on_from_the_one_before() {
    let first = Block::Table(table(None, "TT|Nhiệm vụ|Chủ trì\n1|Đo đạc|Sở A"));
    let more = Block::Table(table(None, "2|Lập bản đồ|Sở B\n3|Báo cáo|Sở C"));
    let paper = paper(vec![first, more]);
    let found: Vec<Candidate<'_>> = find(&paper);
    assert_eq!(found.len(), 1);
    assert_eq!(tasks_of(&found[0], &Context::default()).len(), 3);
}

#[test]
fn most_words_of_a_register_stand_in_its_table() {
    let text =
        |text: &str| Block::Paragraph(Paragraph { text: text.into(), number: None, centred: false, at: Place::Whole });
    let annex = || Block::Table(table(None, "TT|Nhiệm vụ|Chủ trì\n1|Đo đạc đất đai trên địa bàn|Sở A"));
    assert!(is_register(&paper(vec![text("PHỤ LỤC"), annex()])));
    assert!(!is_register(&paper(vec![text(&"Giao các sở rà soát. ".repeat(9)), annex()])));
    assert!(!is_register(&paper(vec![text("THÔNG BÁO")])));
}

#[test]
fn long_words_are_cut_at_a_phrase() {
    let long = format!("Rà soát quy định về đất đai trên địa bàn; {}", "lập danh sách ".repeat(12));
    assert_eq!(super::short(&long), ("Rà soát quy định về đất đai trên địa bàn".to_owned(), true));
    assert_eq!(super::short("Đo đạc."), ("Đo đạc".to_owned(), false));
    let one = "việc ".repeat(60);
    assert!(super::short(&one).0.ends_with("việc…") && super::short(&one).0.chars().count() <= 120);
}
