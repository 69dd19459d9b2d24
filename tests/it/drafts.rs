//! Drafts: what nobody has confirmed is in no byte of what is published.

use crate::laws::{THREE, small_files};
use crate::open::{Opened, open, open_drafts};
use chrono::NaiveDate;
use tiendo::bundle::Source as _;
use tiendo::load::{DraftFile, Loaded, Snapshot, load};

/// A confirmed meeting with two tasks.
const CONFIRMED: &str = "  - {id: mot, title: Việc một, clause: \"1\", lead: [so-a], due: 2024-06-30}
  - {id: hai, title: Việc hai, lead: [so-c], due: {at: {body: so-a, ordinal: 2}}}
";

/// The same, tied to drafts in every way that there is, and a task that is one.
const TIED: &str = "  - {id: mot, title: Việc một, clause: \"1\", lead: [so-a], due: 2024-06-30, parent: nhap, related: [nhap, tu-van-ban], sources: [{document: hop-nhap}, {document: vb-nhap}]}
  - id: nhap
    aliases: nhap-cu
    title: Việc nháp
    lead: [so-a]  # đoán: chủ thể nêu ở câu dẫn, theo \"Các sở\" (đoạn 3)
    sources: [{document: tin}]
    officer: {name: Trần Văn Kín}  # đoán: tên gần giống, theo \"ông Kín\" (đoạn 4)
    draft: true
  - {id: hai, title: Việc hai, lead: [so-c], due: {at: {body: so-a, ordinal: 2}}}
";

fn site(tasks: &str, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut files = small_files("base_url: https://vidu.example/\nlanguages: [vi, en]", THREE, tasks);
    files.extend(more.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    files
}

fn with_drafts() -> Vec<(String, String)> {
    site(
        TIED,
        &[
            (
                "content/meetings/hop-nhap.md",
                "---\ntitle: Họp nháp\naliases: hop-cu\nbody: so-a\nordinal: 2\nheld: 2024-03-10\ndraft: true\ndocuments:\n  - {issued: 2024-03-15}\n---\n\n1. Nháp.\n",
            ),
            (
                "content/tasks/hop-nhap.yaml",
                "document: hop-nhap\ntasks:\n  - {id: tu-hop, title: Từ họp nháp, lead: so-c, due: 2024-03-31}\n",
            ),
            (
                "content/documents/vb-nhap.md",
                "---\ntitle: Văn bản nháp\nissued: 2024-02-01  # đoán: năm lấy theo văn bản, theo \"01/02\" (đoạn 1)\ndraft: true\n---\n\n1. Nháp.\n",
            ),
            (
                "content/tasks/vb-nhap.yaml",
                "document: vb-nhap\ntasks:\n  - {id: tu-van-ban, title: Từ văn bản nháp, lead: so-c}\n",
            ),
            (
                "content/news/tin-nhap.md",
                "---\ntitle: Tin họp nháp\nmeeting: hop-nhap\ndate: 2024-03-11\n---\n\nTin.\n",
            ),
            ("content/news/tin.md", "---\ntitle: Tin\nmeeting: hop\ndate: 2024-01-11\n---\n\nTin.\n"),
            (
                "content/tasks/tin-nhap.yaml",
                "document: tin-nhap\nfrom_news: true\ntasks:\n  - {id: tu-tin, title: Từ tin nháp, lead: so-c}\n",
            ),
        ],
    )
}

fn loaded(files: Vec<(String, String)>) -> Loaded {
    load(&Snapshot::of_texts(files), |_| NaiveDate::from_ymd_opt(2030, 1, 1).expect("a day"))
}

fn bytes(site: &Opened) -> Vec<(String, Vec<u8>)> {
    site.paths().into_iter().map(|path| (path.to_owned(), site.file(path))).collect()
}

#[test]
fn a_site_with_drafts_is_the_site_as_if_they_were_not_written() {
    let news = [("content/news/tin.md", "---\ntitle: Tin\nmeeting: hop\ndate: 2024-01-11\n---\n\nTin.\n")];
    let without = bytes(&open(site(CONFIRMED, &news), "2024-05-01", None));
    let with = bytes(&open(with_drafts(), "2024-05-01", None));
    for ((path, expected), (other, got)) in without.iter().zip(&with) {
        assert_eq!(path, other);
        let text = String::from_utf8_lossy;
        assert!(expected == got, "{path}\n{}\n{}", text(expected), text(got));
    }
    assert_eq!(without.len(), with.len());
}

#[test]
fn drafts_are_shown_when_asked_for() {
    let site = open_drafts(with_drafts(), "2024-05-01", None);
    for page in ["nhiem-vu/nhap", "nhiem-vu/tu-hop", "nhiem-vu/tu-van-ban", "phien-hop/hop-nhap", "van-ban/vb-nhap"] {
        let page = site.text(&format!("{page}/index.html"));
        assert!(page.contains("<h2 id=\"h-draft\">") && page.contains("[Nháp] "), "{page}");
    }
    // Whatever lists a draft says that it is one; an officer is nowhere, nor is what is guessed of one.
    for (path, bytes) in bytes(&site) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Kín") && !text.contains("officer"), "{path}");
        assert_eq!(text.matches("Việc nháp").count(), text.matches("[Nháp] Việc nháp").count(), "{path}");
    }
    // Nobody looks for drafts where none is shown.
    assert!(!open(with_drafts(), "2024-05-01", None).pages().any(|path| path.starts_with("nhap/")));
}

#[test]
fn a_draft_says_what_it_guesses() {
    let loaded = loaded(with_drafts());
    let data = loaded.dataset.expect("it is sound");
    let task = |id: &str| data.tasks.iter().find(|task| task.id.as_str() == id).expect(id);
    let guesses: Vec<(&str, &str)> = task("nhap").guesses.iter().map(|guess| (&*guess.field, &*guess.words)).collect();
    let officer = ("officer", "tên gần giống, theo \"ông Kín\" (đoạn 4)");
    assert_eq!(guesses, [("lead", "chủ thể nêu ở câu dẫn, theo \"Các sở\" (đoạn 3)"), officer]);
    let own = data.documents.iter().find(|document| document.id.as_str() == "vb-nhap").expect("the document");
    assert_eq!((own.draft, &*own.guesses[0].field), (true, "issued"));
    // The tasks of a draft are drafts; those of a confirmed document are what they say.
    assert!(task("tu-hop").draft && task("tu-van-ban").draft && task("tu-tin").draft && !task("mot").draft);
    let file = |path: &str, tasks, document| DraftFile { path: path.into(), tasks, document };
    assert_eq!(
        loaded.drafts,
        [
            file("content/documents/vb-nhap.md", 0, true),
            file("content/meetings/hop-nhap.md", 0, true),
            file("content/tasks/hop-nhap.yaml", 1, false),
            file("content/tasks/t.yaml", 1, false),
            file("content/tasks/tin-nhap.yaml", 1, false),
            file("content/tasks/vb-nhap.yaml", 1, false),
        ]
    );
}

/// A comment that stayed in a confirmed task is a comment.
#[test]
fn what_is_confirmed_guesses_nothing() {
    let files = with_drafts().into_iter().map(|(path, text)| (path, text.replace("    draft: true\n", "")));
    let data = loaded(files.collect()).dataset.expect("it is sound");
    assert!(data.tasks.iter().find(|task| task.id.as_str() == "nhap").expect("nhap").guesses.is_empty());
}

/// A deadline at a meeting that is still a draft and has no number keeps its words.
#[test]
fn a_deadline_at_a_draft_is_not_known() {
    let tasks = "  - {id: ba, title: Ba, lead: [so-c], due: {at: {meeting: hop-nhap}, wording: tại cuộc họp tới}}\n";
    let meeting =
        ("content/meetings/hop-nhap.md", "---\ntitle: Họp nháp\nheld: 2024-03-10\ndraft: true\n---\n\n1. Nháp.\n");
    let site = open(site(tasks, &[meeting]), "2024-05-01", None);
    let page = site.text("nhiem-vu/ba/index.html");
    assert!(page.contains("tại cuộc họp tới") && !page.contains("10/03/2024"), "{page}");
}
