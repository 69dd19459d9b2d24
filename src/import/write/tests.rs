use super::*;
use crate::edit::ChangeSet;
use crate::import::draft::{Clause, Document, Draft, Guess, Task, Why};
use crate::import::due::Due;
use crate::import::names::{Kind, Name};
use crate::import::paper::Place;
use crate::import::resolved::{Id, Resolved};
use crate::load::Snapshot;
use chrono::NaiveDate;

fn name(written: &str, kind: Kind) -> Name {
    Name { written: written.to_owned(), kind }
}

fn draft() -> (Draft, Resolved) {
    let lead = name("Sở Thí Dụ", Kind::Body);
    let head = name("Giám đốc Sở Mẫu", Kind::Head);
    let known = [
        (lead.clone(), Id { id: "so-thi-du".into(), why: None }),
        (head.clone(), Id { id: "so-mau".into(), why: Some(Why::HeadForBody) }),
    ];
    let guess = Guess {
        field: "title",
        value: "Rà soát".into(),
        why: Why::Shortened,
        because: "rà soát danh mục".into(),
        at: Place::Paragraph(4),
    };
    let task = Task {
        clause: "2.a".into(),
        title: "Rà soát danh mục".into(),
        text: "rà soát danh mục, báo cáo trong Quý II năm 2024".into(),
        lead: vec![lead],
        with: vec![head, name("Nguyễn Văn Thử", Kind::Person)],
        due: Some(Due::By("2024-Q2".into())),
        wording: Some("trong Quý II năm 2024".into()),
        guesses: vec![guess],
        at: Place::Paragraph(4),
        ..Task::default()
    };
    let document = Document {
        kind: Some("Thông báo".into()),
        number: Some("12/TB-VP".into()),
        title: Some("Kết luận của Giám đốc tại phiên họp thứ hai ngày 02 tháng 3 năm 2024".into()),
        held: NaiveDate::from_ymd_opt(2024, 3, 2),
        issued: NaiveDate::from_ymd_opt(2024, 3, 5),
        ..Document::default()
    };
    let clause = |path: &str, label: &str, text: &str| Clause {
        path: path.into(),
        label: label.into(),
        text: text.into(),
        at: Place::Paragraph(3),
    };
    let clauses = vec![
        clause("2", "2.", "Nhiệm vụ:"),
        clause("2.a", "a)", "Sở Thí Dụ rà soát <danh mục>."),
        // Lost, misread, and with the number above it.
        clause("3", ".", "Ba."),
        clause("3.d", "đ)", "Bốn."),
        clause("3.d.1", "d.1.", "Năm."),
    ];
    (Draft { document, clauses, tasks: vec![task], remarks: vec![] }, Resolved::new(known.into()))
}

/// The field is `agency` in the content, `body` only of a meeting.
#[test]
fn a_body_that_concludes_is_named() {
    let (mut draft, _) = draft();
    draft.document.title = Some("Kết luận của Tổ công tác Mẫu tại phiên họp thứ hai".into());
    draft.document.body = Some("Tổ công tác Mẫu".into());
    let snapshot = Snapshot::of_texts([("content/site.yaml", "title: a")]);
    let mut changes = ChangeSet::new(&snapshot);
    write_document(&mut changes, &draft, "hop", (Some("to-mau"), None)).expect("written");
    let text = changes.text("content/meetings/hop.md").expect("a meeting");
    assert!(text.contains("\nbody: to-mau\n") && text.contains("    conclusion_of: {agency: to-mau}\n"), "{text}");
}

#[test]
fn a_paper_becomes_a_meeting() {
    let (draft, _) = draft();
    let snapshot = Snapshot::of_texts([("content/site.yaml", "title: a")]);
    let mut changes = ChangeSet::new(&snapshot);
    let id = document_id(&draft.document);
    assert_eq!(id, "2024-03-02-phien-hop-thu-hai");
    write_document(&mut changes, &draft, &id, (None, Some("van-phong"))).expect("written");
    assert_eq!(
        changes.text("content/meetings/2024-03-02-phien-hop-thu-hai.md"),
        Some(
            "---\ntitle: Phiên họp thứ hai\ndraft: true\nheld: 2024-03-02\ndocuments:\n  - kind: Thông báo\n    number: 12/TB-VP\n    issued: 2024-03-05\n    issuer: van-phong\n---\n\nBản nháp: các khoản dưới đây còn nguyên lời văn bản, cần tóm lược trước khi công bố; chỉ Thông báo số 12/TB-VP có giá trị chính thức.\n\n2. Nhiệm vụ:\n\na) Sở Thí Dụ rà soát \\<danh mục\\>.\n\n3. Ba.\n\nd) Bốn.\n\nd.1. Năm.\n"
        )
    );
}

#[test]
fn each_guess_stands_at_its_value() {
    let (draft, names) = draft();
    let mut taken = Taken {
        ids: ["ra-soat-danh-muc".to_owned()].into(),
        clauses: Some(["2".to_owned()].into()),
        ..Taken::default()
    };
    let entries = task_entries(&draft.tasks, &names, &mut taken);
    let snapshot = Snapshot::of_texts([("content/site.yaml", "title: a")]);
    let mut changes = ChangeSet::new(&snapshot);
    let path = crate::edit::new_tasks(&mut changes, None, "phien-hop", entries).expect("a place");
    assert_eq!(
        changes.text(&path),
        Some(
            "document: phien-hop\ntasks:\n  - id: ra-soat-danh-muc-2\n    draft: true\n    title: Rà soát danh mục  # đoán: tên rút gọn từ nội dung, theo \"rà soát danh mục\" (đoạn 4)\n    text: rà soát danh mục, báo cáo trong Quý II năm 2024\n    clause: \"2\"\n    lead: [so-thi-du]\n    coordinators: [so-mau]  # đoán: nêu người đứng đầu, hiểu là cơ quan, theo \"Giám đốc Sở Mẫu\" (đoạn 4); đoán: tên người, không ghi thành cơ quan, theo \"Nguyễn Văn Thử\" (đoạn 4)\n    due: {by: 2024-Q2, wording: trong Quý II năm 2024}\n"
        )
    );
}

#[test]
fn deadlines_in_one_word() {
    for (due, expected) in [
        (Due::By("2024-06".into()), Some("2024-06")),
        (Due::Before("2024-06-30".into()), Some("before: 2024-06-30")),
        (Due::Continuous { from: None }, None),
    ] {
        assert_eq!(code(&due).as_deref(), expected);
    }
}
