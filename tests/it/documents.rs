//! Documents without a meeting: their day, their page, their place among meetings, what other files say of them.

use crate::laws::dataset_of;
use crate::open::{Opened, open};
use tiendo::bundle::Source as _;
use tiendo::load::{Snapshot, load};
use tiendo::model::TimelineItem;

const HEAD: &str = "title: Nghị quyết Thí dụ\ntitle_en: Example resolution\nkind: Nghị quyết\nnumber: 03/NQ-TD\nissued: 2024-03-01\n\
                    url: https://thi-du.example/03\naliases: [nq-cu]\n";

fn site(tasks: &str) -> Vec<(String, String)> {
    let document = format!("---\n{HEAD}---\n\n1. Biểu dương.\n\n2. Các sở:\n\na) sửa cầu.\n");
    let groups = "groups:\n  - {id: cac-so, name: Các sở, members: [{agency: so-a}, {agency: so-b, from: 2024-02-01}]}";
    [
        ("site.yaml", "title: Thử\nlanguages: [vi, en]".to_owned()),
        ("agencies/a.yaml", format!("agencies:\n  - {{id: so-a, name: Sở A, kind: other}}\n  - {{id: so-b, name: Sở B, kind: other}}\n{groups}")),
        ("meetings/hop.md", "---\ntitle: Họp\nheld: 2024-01-10\ndocuments: [{kind: Thông báo}]\n---\n\n1. Một.\n".to_owned()),
        ("documents/nq-03.md", document),
        ("documents/chi-thi.md", "---\ntitle: Chỉ thị Thí dụ\nkind: Chỉ thị\n---\n".to_owned()),
        ("tasks/nq.yaml", format!("document: nq-03\ntasks:\n{tasks}")),
        ("tasks/hop.yaml", "document: hop\ntasks:\n  - {id: mot, title: Một, clause: \"1\", lead: so-a}\n".to_owned()),
    ]
    .map(|(path, text)| (format!("content/{path}"), text))
    .into()
}

const BRIDGE: &str = "  - {id: cau, title: Sửa cầu, clause: \"2.a\", lead: [cac-so], due: 2024-06-30}\n";

fn opened() -> Opened {
    open(site(BRIDGE), "2024-04-01", Some("https://thi-du.example/tien-do/"))
}

/// Groups are those of the day of issue, and a deadline before it is a fault.
#[test]
fn its_day_of_issue_is_the_day_that_counts() {
    let opened = opened();
    let cau = opened.report.data.task_list().find(|(_, t)| t.id.as_str() == "cau").expect("the task").0;
    assert_eq!(opened.report.obligations_of(cau).len(), 2, "both members on 1 March 2024");
    let early = site(&BRIDGE.replace("2024-06-30", "2024-02-20"));
    let loaded = load(&Snapshot::of_texts(early), |_| "2030-01-01".parse().expect("a day"));
    let codes: Vec<&str> = loaded.diagnostics.codes().iter().map(|code| code.id()).collect();
    assert_eq!(codes, ["due-before-document"]);
}

/// Nothing of it stands among the meetings.
#[test]
fn it_is_no_meeting() {
    let data = dataset_of(site(BRIDGE));
    assert_eq!(data.meetings.len(), 1);
    let ids: Vec<&str> = data.documents.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(ids, ["hop", "nq-03", "chi-thi"], "by day, undated last");
    let timeline: Vec<String> = data
        .timeline()
        .into_iter()
        .map(|item| match item {
            TimelineItem::Meeting(ix) => data[ix].id.to_string(),
            TimelineItem::Document(ix) => data[ix].id.to_string(),
        })
        .collect();
    assert_eq!(timeline, ["nq-03", "hop", "chi-thi"], "newest first, undated last");
    let site = opened();
    assert!(!site.text("du-lieu/phien-hop.csv").contains("nq-03"));
    assert!(site.text("du-lieu/van-ban.csv").contains("\"nq-03\",\"document\",\"\",\"Nghị quyết Thí dụ\""));
}

/// Its page ties clauses to tasks; pages, search, feeds and tables call it by kind, number and day.
#[test]
fn it_is_called_by_kind_number_and_day() {
    let site = opened();
    let page = site.text("van-ban/nq-03/index.html");
    let clause = page.split("id=\"khoan-2-a\"").nth(1).expect("the clause");
    assert!(clause.contains("nhiem-vu/cau/") && page.contains("https://thi-du.example/03"), "{page}");
    let name = "Nghị quyết 03/NQ-TD ngày 01/3/2024";
    let task = site.text("nhiem-vu/cau/index.html");
    assert!(task.contains(&format!("van-ban/nq-03/index.html#khoan-2-a\">điểm a khoản 2, {name}</a>")), "{task}");
    assert!(!task.contains("<dt>Phiên họp</dt>"), "{task}");
    assert!(site.text("en/nhiem-vu/cau/index.html").contains(">point a, clause 2, 03/NQ-TD of 1 Mar 2024</a>"));
    assert!(site.text("du-lieu/atom.xml").contains(&format!("({name}, điểm a khoản 2)")));
    assert!(site.text("du-lieu/nhiem-vu.csv").contains("\"nq-03\",\"2.a\",\"điểm a khoản 2\""));
    assert!(site.text("van-ban/nq-cu/index.html").contains("van-ban/nq-03/"), "a former id leads on");
    assert!(site.text("sitemap.xml").contains("/tien-do/van-ban/nq-03/"));
    let records: String =
        site.paths().iter().filter(|p| p.starts_with("tim-kiem/muc/")).map(|p| site.text(p)).collect();
    assert!(
        records
            .contains("[\"Nghị quyết Thí dụ\",\"van-ban/nq-03/\",\"03/NQ-TD\",\"2024-03-01\",\"Example resolution\"]")
    );
    assert!(records.contains("{\"en\":\"point a, clause 2\",\"vi\":\"điểm a khoản 2\"}"), "{records}");
}

/// What is not known of a paper is said, and the day of its meeting is not taken for its own.
#[test]
fn what_is_unknown_is_said() {
    let site = opened();
    assert!(
        site.text("nhiem-vu/mot/index.html").contains("Kết luận cuộc họp ngày 10/01/2024 (chưa rõ số, ngày ban hành)")
    );
    assert!(site.text("van-ban/chi-thi/index.html").matches("chưa rõ").count() >= 4, "number, day, issuer, signer");
}

/// Praise stands with the document, on the page of the agency and in a table of its own; it is no task.
#[test]
fn praise_is_shown_where_it_is_looked_for() {
    let mut files = site(BRIDGE);
    let document = files.iter_mut().find(|(path, _)| path.ends_with("nq-03.md")).expect("the document");
    document.1 = document
        .1
        .replace("aliases:", "commendations: [{agency: so-b, clause: \"1\", words: Sửa xong sớm.}]\naliases:");
    let site = open(files, "2024-04-01", None);
    for page in ["van-ban/nq-03/index.html", "co-quan/so-b/index.html", "du-lieu/bieu-duong.csv"] {
        assert!(site.text(page).contains("Sửa xong sớm.") && site.text(page).contains("khoản 1"), "{page}");
    }
    assert!(!site.text("co-quan/so-a/index.html").contains("Sửa xong sớm."));
}

/// Each page that quotes a summary says that the document alone is authentic.
#[test]
fn only_the_document_is_authentic() {
    let site = opened();
    for page in ["van-ban/nq-03/", "phien-hop/hop/", "nhiem-vu/cau/", "co-quan/so-a/", "tim-kiem/"] {
        let text = site.text(&format!("{page}index.html"));
        assert_eq!(text.matches("Chỉ văn bản do cơ quan có thẩm quyền ban hành").count(), 1, "{page}");
    }
    assert!(site.text("nhiem-vu/cau/index.html").contains("https://thi-du.example/03"));
}

/// The name comes before the role: a role that ends in another's post names nobody else.
#[test]
fn a_person_is_named_before_the_role() {
    let mut files = site(BRIDGE);
    let of = "conclusion_of: {name: Trần Thí Dụ, role: Phó Chủ tịch}";
    files[2].1 = files[2].1.replace("{kind: Thông báo}", &format!("{{kind: Thông báo, {of}}}"));
    let page = open(files, "2024-04-01", None).text("phien-hop/hop/index.html");
    assert!(page.contains("Trần Thí Dụ, Phó Chủ tịch") && !page.contains("Phó Chủ tịch Trần"), "{page}");
}
