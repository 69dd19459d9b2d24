//! Invented papers of each kind, text in and what was read out.

use super::read;
use crate::import::draft::Draft;
use crate::import::due::Due;
use crate::import::names::Name;
use crate::import::paper::{Block, Cell, Paper, Paragraph, Place, Row, Table};

/// A paper of these lines; a line `left | right` is a row of a table without lines.
fn paper(text: &str) -> Paper {
    let blocks = (1..).zip(text.lines().map(str::trim).filter(|line| !line.is_empty())).map(|(n, line)| {
        if line.contains(" | ") {
            let cells =
                line.split(" | ").map(|text| Cell { text: text.replace(" / ", "\n"), ..Cell::default() }).collect();
            return Block::Table(Table { sheet: None, number: n, rows: vec![Row { number: 1, cells }] });
        }
        Block::Paragraph(Paragraph { text: line.to_owned(), number: None, centred: false, at: Place::Paragraph(n) })
    });
    Paper { blocks: blocks.collect(), ..Paper::default() }
}

fn draft(text: &str) -> Draft {
    read(&paper(text))
}

fn written(names: &[Name]) -> String {
    names.iter().map(|name| name.written.as_str()).collect::<Vec<_>>().join(" + ")
}

fn due(due: Option<&Due>) -> String {
    match due {
        None => "–".to_owned(),
        Some(Due::On(day)) => day.to_string(),
        Some(Due::By(period)) => period.clone(),
        Some(Due::Before(time)) => format!("before {time}"),
        Some(Due::Every(every)) => format!("every {}", every.unit),
        Some(other) => format!("{other:?}"),
    }
}

/// Each task as `clause | lead | with | due | first words`.
fn tasks(text: &str) -> Vec<String> {
    let line = |task: &crate::import::draft::Task| {
        let words: Vec<&str> = task.text.split_whitespace().take(4).collect();
        let with = if task.with.is_empty() { "–".to_owned() } else { written(&task.with) };
        format!("{} | {} | {with} | {} | {}", task.clause, written(&task.lead), due(task.due.as_ref()), words.join(" "))
    };
    draft(text).tasks.iter().map(line).collect()
}

/// A notice around these clauses.
fn notice(clauses: &str) -> String {
    format!(
        "Số: 1/TB-VP\nHải Vân, ngày 02 tháng 5 năm 2025\nTHÔNG BÁO\nKết luận của Giám đốc tại cuộc họp\nSau khi nghe báo cáo, Giám đốc kết luận như sau:\n{clauses}\nVăn phòng thông báo để các đơn vị biết, thực hiện./."
    )
}

macro_rules! tasks {
    ($($name:ident: $text:expr => [$($expected:expr),* $(,)?];)*) => {$(
        #[test]
        fn $name() {
            let expected: &[&str] = &[$($expected),*];
            assert_eq!(tasks(&notice($text)), expected);
        }
    )*};
}

tasks! {
    assigned_by_a_verb: "1. Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ rà soát biên chế, trình trước ngày 30 tháng 6 năm 2025." =>
        ["1 | Sở Tài chính | Sở Nội vụ | before 2025-06-30 | Giao Sở Tài chính"];
    subject_and_verb: "1. Sở Nội vụ khẩn trương tổng hợp kết quả." => ["1 | Sở Nội vụ | – | – | Sở Nội vụ khẩn"];
    after_words_of_cause: "1. Trên cơ sở ý kiến các đại biểu, Sở Nội vụ dự thảo kế hoạch." =>
        ["1 | Sở Nội vụ | – | – | Trên cơ sở ý"];
    coordinates_without_lead_words: "1. Sở Tư pháp phối hợp Sở Nội vụ nghiên cứu chính sách." =>
        ["1 | Sở Tư pháp | Sở Nội vụ | – | Sở Tư pháp phối"];
    any_verb_opens_an_item: "1. Công an tỉnh tăng thời lượng tuần tra." => ["1 | Công an tỉnh | – | – | Công an tỉnh tăng"];
    names_before_a_colon: "1. Sở Nội vụ: Rà soát biên chế.\n2. Các sở: Báo cáo kết quả." =>
        ["1 | Sở Nội vụ | – | – | Sở Nội vụ: Rà", "2 | Các sở | – | – | Các sở: Báo cáo"];
    a_heading_carries_its_subject: "1. Sở Nội vụ:\n- Rà soát biên chế;\n- Chủ trì, phối hợp với Sở Tài chính bố trí kinh phí.\n2. Công an tỉnh giữ gìn trật tự." =>
        [
            "1.1 | Sở Nội vụ | – | – | Rà soát biên chế",
            "1.2 | Sở Nội vụ | Sở Tài chính | – | Chủ trì, phối hợp",
            "2 | Công an tỉnh | – | – | Công an tỉnh giữ",
        ];
    on_part_of: "1. Nhiệm vụ\na) Về phía các sở, ngành\n- Rà soát thủ tục.\n- Sở Nội vụ tổng hợp kết quả." =>
        ["1.a.1 | các sở, ngành | – | – | Rà soát thủ tục.", "1.a.2 | Sở Nội vụ | – | – | Sở Nội vụ tổng"];
    a_sentence_carries_to_what_follows: "1. Tình hình còn khó khăn.\n2. Yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:\na) Rà soát thủ tục.\nb) Công khai kết quả.\n3. Ghi nhận ý kiến của các sở." =>
        ["2.a | các sở, ngành | – | – | Rà soát thủ tục.", "2.b | các sở, ngành | – | – | Công khai kết quả."];
    assessments_hold_no_duties: "1. Kết quả đạt được\na) Các sở tiếp tục cải thiện thứ hạng.\n2. Tồn tại, hạn chế\na) Sở Nội vụ triển khai còn chậm.\n3. Nhiệm vụ\na) Sở Nội vụ rà soát biên chế." =>
        ["3.a | Sở Nội vụ | – | – | Sở Nội vụ rà"];
    what_was_done_is_no_duty: "1. Sở Nội vụ đã ban hành kế hoạch.\n2. Đánh giá cao Sở Tài chính tích cực phối hợp.\n3. Sở Y tế là cơ quan thường trực." => [];
    no_name_no_duty: "1. Nâng cao trách nhiệm\n- Chỉ đạo thực hiện nghiêm túc các nội dung." => [];
    details_of_a_duty_are_no_tasks: "1. Sở Nội vụ ban hành kế hoạch đào tạo, bao gồm:\n- Xây dựng chương trình.\n- Mở lớp.\n2. Sở Y tế mua thuốc." =>
        ["1 | Sở Nội vụ | – | – | Sở Nội vụ ban", "2 | Sở Y tế | – | – | Sở Y tế mua"];
    a_sentence_with_its_own_subject: "1. Sở Nội vụ rà soát biên chế. Giao Sở Tài chính bố trí kinh phí trong Quý III năm 2025." =>
        ["1 | Sở Nội vụ | – | – | Sở Nội vụ rà", "1 | Sở Tài chính | – | 2025-Q3 | Giao Sở Tài chính"];
    one_agency_one_item_one_task: "1. Sở Nội vụ rà soát biên chế. Kịp thời báo cáo kết quả trước ngày 30 tháng 6 năm 2025." =>
        ["1 | Sở Nội vụ | – | before 2025-06-30 | Sở Nội vụ rà"];
    orders_to_a_group_count_each: "1. Các sở, ngành:\n- Rà soát thủ tục. Đồng thời, công khai kết quả.\n- Cải cách: Rà soát hồ sơ. Công khai kết quả." =>
        [
            "1.1 | Các sở, ngành | – | – | Rà soát thủ tục.",
            "1.1 | Các sở, ngành | – | – | Đồng thời, công khai",
            "1.2 | Các sở, ngành | – | – | Cải cách: Rà soát",
        ];
    measures_of_a_group_are_parted_by_semicolons: "1. Yêu cầu các sở, ngành thực hiện:\na) Rà soát thủ tục; công khai kết quả; phối hợp với Sở Nội vụ.\nb) Bãi bỏ giấy phép con; cắt giảm chứng chỉ, hoàn thành trong Quý II năm 2025.\n2. Sở Y tế:\n- Rà soát thủ tục; công khai kết quả." =>
        [
            "1.a | các sở, ngành | – | – | Rà soát thủ tục",
            "1.a | các sở, ngành | Sở Nội vụ | – | công khai kết quả;",
            "1.b | các sở, ngành | – | 2025-Q2 | Bãi bỏ giấy phép",
            "1.b | các sở, ngành | – | 2025-Q2 | cắt giảm chứng chỉ,",
            "2.1 | Sở Y tế | – | – | Rà soát thủ tục;",
        ];
    what_goes_on_is_no_task: "1. Các sở, ngành rà soát thủ tục. Trong đó, tập trung lĩnh vực đất đai." =>
        ["1 | Các sở, ngành | – | – | Các sở, ngành rà"];
    semicolons_split_at_a_deadline: "1. Sở Nội vụ hoàn thành đề án trước ngày 30 tháng 6 năm 2025; tiếp tục theo dõi kết quả.\n2. Sở Y tế mua thuốc; cấp phát cho trạm y tế." =>
        [
            "1 | Sở Nội vụ | – | before 2025-06-30 | Sở Nội vụ hoàn",
            "1 | Sở Nội vụ | – | – | tiếp tục theo dõi",
            "2 | Sở Y tế | – | – | Sở Y tế mua",
        ];
    two_deadlines_two_tasks: "1. Sở Nội vụ trình đề án trong Quý II năm 2025, triển khai và khai trương trước ngày 01 tháng 11 năm 2025." =>
        ["1 | Sở Nội vụ | – | 2025-Q2 | Sở Nội vụ trình", "1 | Sở Nội vụ | – | before 2025-11-01 | triển khai và khai"];
    rhythms_and_names_of_plans: "1. Sở Nội vụ xây dựng kế hoạch đào tạo hằng năm.\n2. Sở Y tế định kỳ hằng quý báo cáo." =>
        ["1 | Sở Nội vụ | – | – | Sở Nội vụ xây", "2 | Sở Y tế | – | every quarter | Sở Y tế định"];
    to_carry_out_the_paper_is_no_task: "1. Sở Nội vụ rà soát.\n2. Các sở chịu trách nhiệm thi hành Thông báo này.\n3. Yêu cầu các sở nghiêm túc thực hiện." =>
        ["1 | Sở Nội vụ | – | – | Sở Nội vụ rà"];
    the_standing_agency_has_duties: "1. Sở Nội vụ là cơ quan thường trực, có trách nhiệm đôn đốc các sở." =>
        ["1 | Sở Nội vụ | – | – | Sở Nội vụ là"];
    money_for_the_plan_is_a_duty: "1. Sở Tài chính: Bố trí kinh phí thực hiện Kế hoạch." =>
        ["1 | Sở Tài chính | – | – | Sở Tài chính: Bố"];
    after_what_it_is_about: "1. Về hạ tầng: Sở Xây dựng rà soát quy hoạch.\n2. Về đất đai: Giao Sở Nội vụ báo cáo." =>
        ["1 | Sở Xây dựng | – | – | Về hạ tầng: Sở", "2 | Sở Nội vụ | – | – | Về đất đai: Giao"];
    coordinators_are_carried: "1. Sở Nội vụ chủ trì, phối hợp với Sở Y tế:\na) Rà soát biên chế.\n2. Giao Sở Tư pháp lãnh đạo, chỉ đạo:\n- Rà soát văn bản." =>
        ["1.a | Sở Nội vụ | Sở Y tế | – | Rà soát biên chế.", "2.1 | Sở Tư pháp | – | – | Rà soát văn bản."];
    by_their_functions: "1. Các sở, ngành theo chức năng, nhiệm vụ được giao:\na) Rà soát thủ tục." =>
        ["1.a | Các sở, ngành | – | – | Rà soát thủ tục."];
    a_person: "1. Giao đồng chí Nguyễn Thí Dụ trực tiếp chỉ đạo." => ["1 | Nguyễn Thí Dụ | – | – | Giao đồng chí Nguyễn"];
    who_answers_for_it_is_told_no_duty: "1. Các sở, ngành:\na) Rà soát thủ tục.\nb) Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm trước pháp luật." =>
        ["1.a | Các sở, ngành | – | – | Rà soát thủ tục."];
    to_carry_out_and_to_propose: "1. Thực hiện rà soát quy hoạch, báo cáo, kiến nghị Bộ Xây dựng xem xét." => [];
    an_order_to_require_something: "1. Sở Xây dựng:\n- Kiểm tra công trình; yêu cầu các đơn vị thi công khắc phục.\n- Yêu cầu các đơn vị thi công bảo đảm an toàn." =>
        ["1.1 | Sở Xây dựng | – | – | Kiểm tra công trình;", "1.2 | Sở Xây dựng | – | – | Yêu cầu các đơn"];
    each_member_is_those_of_the_heading: "1. Các thành viên Tổ công tác:\na) Yêu cầu từng đồng chí thành viên chủ động kiểm tra." =>
        ["1.a | Các thành viên Tổ công tác | – | – | Yêu cầu từng đồng"];
    two_letters_read_alike: "1. Nhiệm vụ\na) Sở A rà soát.\nb) Sở B rà soát.\nc) Sở C rà soát.\nđ) Sở D rà soát.\nđ) Sở Đ rà soát.\ne) Sở E rà soát." =>
        [
            "1.a | Sở A | – | – | Sở A rà soát.",
            "1.b | Sở B | – | – | Sở B rà soát.",
            "1.c | Sở C | – | – | Sở C rà soát.",
            "1.d | Sở D | – | – | Sở D rà soát.",
            "1.đ | Sở Đ | – | – | Sở Đ rà soát.",
            "1.e | Sở E | – | – | Sở E rà soát.",
        ];
    a_lost_number: "1. Sở Nội vụ rà soát.\n. Để kịp thời hạn, các sở cần tập trung thực hiện các nhiệm vụ sau:\na) Báo cáo kết quả." =>
        ["1 | Sở Nội vụ | – | – | Sở Nội vụ rà", "2.a | các sở | – | – | Báo cáo kết quả."];
    fields_below_an_item: "I. NHIỆM VỤ\n1. Xây dựng trung tâm dữ liệu.\n- Đơn vị chủ trì: Sở Nội vụ.\n- Đơn vị phối hợp: Công an tỉnh.\n- Thời gian: Quý IV/2025.\n2. Đào tạo cán bộ.\nĐơn vị chủ trì: Sở Y tế." =>
        ["I.1 | Sở Nội vụ | Công an tỉnh | 2025-Q4 | Xây dựng trung tâm", "I.2 | Sở Y tế | – | – | Đào tạo cán bộ."];
    fields_after_a_list: "I. TUYÊN TRUYỀN\n1. Nội dung\na) Mở hội nghị;\nb) In tài liệu.\n2. Cơ quan chủ trì, phối hợp\na) Cơ quan chủ trì\n- Sở Nội vụ.\n- Sở Y tế.\nb) Cơ quan phối hợp: Công an tỉnh.\n3. Thời gian thực hiện: Tháng 7/2025." =>
        [
            "I.1.a | Sở Nội vụ + Sở Y tế | Công an tỉnh | 2025-07 | Mở hội nghị;",
            "I.1.b | Sở Nội vụ + Sở Y tế | Công an tỉnh | 2025-07 | In tài liệu.",
        ];
}

#[test]
fn what_is_guessed_rests_on_words() {
    let read = draft(&notice("1. Sở Nội vụ:\n- Rà soát biên chế; trường hợp vượt thẩm quyền, báo cáo."));
    let guesses: Vec<_> = read.tasks[0].guesses.iter().map(|g| (g.field, g.because.as_str())).collect();
    assert_eq!(guesses, [("lead", "Sở Nội vụ:")]);
}

#[test]
fn title_leaves_out_who_has_the_duty() {
    let read = draft(&notice("1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Y tế rà soát biên chế."));
    assert_eq!(read.tasks[0].title, "Rà soát biên chế");
    assert_eq!(read.tasks[0].text, "Giao Sở Nội vụ chủ trì, phối hợp với Sở Y tế rà soát biên chế.");
}

#[test]
fn whom_it_goes_to_and_in_what_case() {
    let read = draft(&notice("1. Trường hợp có vướng mắc, đề nghị Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh."));
    assert_eq!(written(&read.tasks[0].report_to), "Ủy ban nhân dân tỉnh");
    assert_eq!(read.tasks[0].condition.as_deref(), Some("Trường hợp có vướng mắc"));
}

#[test]
fn head_and_foot_of_a_notice() {
    let read = draft(
        "ỦY BAN NHÂN DÂN / TỈNH HẢI VÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc
         Số: 12 /TB-UBND | Hải Vân, ngày 02 tháng 5 năm 2025
         THÔNG BÁO
         Kết luận của Chủ tịch Ủy ban nhân dân tỉnh
         tại Phiên họp thứ hai của Ban Chỉ đạo cải cách ngày 28 tháng 4 năm 2025
         Ngày 28 tháng 4 năm 2025, tại trụ sở Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban nhân dân tỉnh Nguyễn Thí Dụ, Trưởng Ban Chỉ đạo cải cách đã chủ trì Phiên họp thứ hai của Ban Chỉ đạo.
         1. Sở Nội vụ rà soát.
         Văn phòng thông báo để các sở biết, thực hiện./.
         Nơi nhận: / - Như trên; / - Lưu: VT. | KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Trần Văn Mẫu",
    );
    let d = &read.document;
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    assert_eq!(text(&d.kind), "Thông báo");
    assert_eq!(text(&d.number), "12/TB-UBND");
    assert_eq!(text(&d.issuer), "ỦY BAN NHÂN DÂN TỈNH HẢI VÂN");
    assert_eq!(text(&d.place), "Hải Vân");
    assert_eq!(d.issued.map(|day| day.to_string()).as_deref(), Some("2025-05-02"));
    assert_eq!(d.held.map(|day| day.to_string()).as_deref(), Some("2025-04-28"));
    assert!(text(&d.title).ends_with("ngày 28 tháng 4 năm 2025"), "{:?}", d.title);
    assert_eq!(text(&d.chair), "Nguyễn Thí Dụ");
    assert_eq!(text(&d.chair_role), "Chủ tịch Ủy ban nhân dân tỉnh - Trưởng Ban Chỉ đạo cải cách");
    assert_eq!(text(&d.body), "Ban Chỉ đạo cải cách");
    assert_eq!(d.ordinal, Some(2));
    assert_eq!(text(&d.venue), "trụ sở Ủy ban nhân dân tỉnh");
    assert_eq!(text(&d.signer), "Trần Văn Mẫu");
    assert_eq!(text(&d.signer_capacity), "KT. CHỦ TỊCH PHÓ CHỦ TỊCH");
    assert_eq!(d.recipients, ["Như trên", "Lưu: VT"]);
}

#[test]
fn who_chaired_may_be_told_otherwise() {
    let read = draft("Sáng 8/9, Tổ công tác họp dưới sự chủ trì của đồng chí Nguyễn Thí Dụ- Phó Giám đốc Sở Nội vụ.");
    assert_eq!(read.document.chair.as_deref(), Some("Nguyễn Thí Dụ"));
}

#[test]
fn a_letter_has_no_kind_and_its_addressees_act() {
    let read = draft(
        "VĂN PHÒNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
         Số: 3021/VP-CN V/v xử lý kiến nghị | Hải Vân, ngày 05 tháng 4 năm 2024
         Kính gửi: | - Sở Nội vụ; / - Sở Y tế.
         Xét đề nghị của các sở, Phó Chủ tịch Nguyễn Thí Dụ có ý kiến như sau:
         Sở Nội vụ nghiên cứu kiến nghị, báo cáo trong tháng 5 năm 2024.
         Văn phòng thông báo để các sở biết, thực hiện./.",
    );
    assert_eq!(read.document.kind.as_deref(), Some("Công văn"));
    assert_eq!(read.document.number.as_deref(), Some("3021/VP-CN"));
    assert_eq!(read.document.title.as_deref(), Some("Về việc xử lý kiến nghị"));
    assert_eq!(read.tasks.len(), 1);
}

#[test]
fn a_telegram_binds_whom_it_is_sent_to() {
    let text = "Số: 5/CĐ-CT\nHải Vân, ngày 05 tháng 4 năm 2024\nCÔNG ĐIỆN\nVề việc ứng phó bão\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n- Sở Y tế;\n- Công an tỉnh.\nĐể ứng phó bão, Chủ tịch yêu cầu:\n1. Sẵn sàng cứu hộ.\n2. Sở Y tế dự trữ thuốc.\nNhận được Công điện này, báo cáo./.";
    assert_eq!(
        tasks(text),
        ["1 | Sở Y tế + Công an tỉnh | – | – | Sẵn sàng cứu hộ.", "2 | Sở Y tế | – | – | Sở Y tế dự"]
    );
}

#[test]
fn a_plan_attached_to_a_decision_is_read_as_well() {
    let text = "Số: 8/QĐ-CT\nHải Vân, ngày 05 tháng 4 năm 2024\nQUYẾT ĐỊNH\nBan hành Kế hoạch đào tạo\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch đào tạo.\nĐiều 2. Giao Sở Nội vụ triển khai Kế hoạch.\nĐiều 3. Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.\nNơi nhận:\n- Như Điều 3.\nCHỦ TỊCH\nTrần Văn Mẫu\nKẾ HOẠCH\nĐào tạo năm 2024\n(Kèm theo Quyết định số 8/QĐ-CT)\nI. MỤC ĐÍCH, YÊU CẦU\n1. Các sở xác định rõ trách nhiệm.\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế mở lớp.";
    assert_eq!(tasks(text), ["2 | Sở Nội vụ | – | – | Giao Sở Nội vụ", "II.1 | Sở Y tế | – | – | Sở Y tế mở"]);
}

#[test]
fn nothing_is_read_out_of_nothing() {
    for text in ["", ".", "Nơi nhận:", "THÔNG BÁO", "1.", "a) :", "Số: /KH-UBND", "Kính gửi:", "đ) đ) đ)", "./."]
    {
        let read = draft(text);
        assert!(read.tasks.is_empty(), "{text}");
        assert_eq!(read.document.number, None, "{text}");
    }
}
