//! How long each phase of a build takes on an invented site of 1.000 tasks: `cargo bench`.
//!
//! Whole builds, beside other generators and on a disk, are measured by `benches/compare`.

use divan::{Bencher, black_box, counter::ItemsCount};
use rayon::prelude::*;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};
use tiendo::bundle::{Bundle, Source};
use tiendo::load::Snapshot;
use tiendo::open_data::Bounds;
use tiendo::site::{Address, Drafts, Extent, Options, Site};

const TASKS: usize = 1000;
const MEETINGS: usize = 50;
const AGENCIES: usize = 120;

/// One page of each kind, by its path.
const KINDS: [&str; 16] = [
    "index.html",
    "nhiem-vu/index.html",
    "nhiem-vu/nv-1/index.html",
    "nhiem-vu/nv-2/index.html",
    "nhiem-vu/nv-3/index.html",
    "co-quan/index.html",
    "co-quan/cq-1/index.html",
    "co-quan/nhom/index.html",
    "phien-hop/index.html",
    "phien-hop/hop-1/index.html",
    "tin/tin-1/index.html",
    "linh-vuc/index.html",
    "linh-vuc/lv-1/index.html",
    "lich/index.html",
    "phuong-phap/index.html",
    "404.html",
];

static SNAPSHOT: LazyLock<Snapshot> = LazyLock::new(|| Snapshot::of_texts(texts()));
static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| {
    let site = open(Extent::Bundle);
    site.bundle.unwrap_or_else(|| panic!("the invented site is at fault: {:?}", site.diagnostics.first()))
});

fn main() {
    divan::main();
}

/// A hundred pages of a Word file, from its bytes to tasks.
#[divan::bench]
fn word_paper(bencher: Bencher<'_, '_>) {
    let paper = word(1_000);
    bencher.counter(ItemsCount::new(100_usize)).bench(|| import(&paper, "a.docx"));
}

/// A register of 5.000 rows, from its bytes to tasks.
#[divan::bench]
fn register(bencher: Bencher<'_, '_>) {
    let sheet = workbook(5_000);
    bencher.counter(ItemsCount::new(5_000_usize)).bench(|| import(&sheet, "a.xlsx"));
}

fn import(bytes: &[u8], name: &str) -> usize {
    let paper = tiendo::import::text::read(bytes, name).expect("a paper that can be read");
    let draft = tiendo::import::reading::read(&paper, "a", None);
    assert!(draft.tasks.len() > 100, "{} tasks", draft.tasks.len());
    draft.tasks.len()
}

/// A notice of so many paragraphs; ten make a page.
fn word(paragraphs: usize) -> Vec<u8> {
    use std::io::Write as _;
    let mut body = String::new();
    let mut add = |text: &str| {
        let _ = write!(body, "<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    };
    add("Số: 1/TB-VP");
    add("Thành phố Mẫu, ngày 02 tháng 5 năm 2026");
    add("THÔNG BÁO");
    add("Kết luận của Chủ tịch tại cuộc họp ngày 28 tháng 4 năm 2026");
    add("Sau khi nghe báo cáo, Chủ tịch kết luận như sau:");
    for n in 1..=paragraphs / 10 {
        add(&format!("{n}. Sở Thử Nghiệm số {n}:"));
        for m in 1..10 {
            add(&format!(
                "- Chủ trì, phối hợp với Sở Vườn Cây và các đơn vị liên quan rà soát danh mục số {m} về thủ tục, biểu mẫu, cơ sở dữ liệu; báo cáo kết quả, đề xuất phương án sửa đổi, hoàn thành trong tháng {m} năm 2027."
            ));
        }
    }
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let relations = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let parts = [("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", document.as_str())];
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("memory");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A register of so many rows.
fn workbook(rows: u32) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in (0..).zip(["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm"])
    {
        sheet.write(0, column, head).expect("a cell");
    }
    for row in 1..=rows {
        let text = format!("Rà soát, hoàn thiện quy trình số {row} về giải quyết thủ tục hành chính");
        let lead = format!("Sở Thử Nghiệm số {}, Sở Vườn Cây", row % 40);
        let due = format!("Tháng {}/2027", row % 12 + 1);
        let cells = [text.as_str(), &lead, "Văn phòng và các đơn vị liên quan", &due, "Báo cáo"];
        sheet.write(row, 0, row).expect("a cell");
        for (column, cell) in (1..).zip(cells) {
            sheet.write(row, column, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// To every status and tally.
#[divan::bench]
fn report(bencher: Bencher<'_, '_>) {
    LazyLock::force(&SNAPSHOT);
    bencher.counter(ItemsCount::new(TASKS)).bench(|| open(Extent::Report));
}

/// To the plan of all files, and what the browser searches in.
#[divan::bench]
fn bundle(bencher: Bencher<'_, '_>) {
    LazyLock::force(&SNAPSHOT);
    bencher.counter(ItemsCount::new(TASKS)).bench(|| open(Extent::Bundle));
}

#[divan::bench(args = KINDS)]
fn render(bencher: Bencher<'_, '_>, path: &str) {
    LazyLock::force(&BUNDLE);
    bencher.bench(|| BUNDLE.bytes(black_box(path)).expect("the carried theme renders"));
}

#[divan::bench(args = KINDS)]
fn fingerprint(bencher: Bencher<'_, '_>, path: &str) {
    LazyLock::force(&BUNDLE);
    bencher.bench(|| BUNDLE.fingerprint(black_box(path)));
}

/// On all processors, as a build does; nothing is kept.
#[divan::bench]
fn render_all(bencher: Bencher<'_, '_>) {
    let paths = BUNDLE.paths();
    let all = || paths.par_iter().map(|p| BUNDLE.bytes(p).expect("the carried theme renders").len()).sum::<usize>();
    bencher.counter(ItemsCount::new(paths.len())).bench(all);
}

/// What an unchanged site costs after its data was read.
#[divan::bench]
fn fingerprint_all(bencher: Bencher<'_, '_>) {
    let paths = BUNDLE.paths();
    bencher.counter(ItemsCount::new(paths.len())).bench(|| {
        paths.par_iter().for_each(|p| {
            black_box(BUNDLE.fingerprint(p));
        });
    });
}

fn open(extent: Extent) -> Site {
    let options = Options {
        now: "2024-06-30T05:00:00Z".parse().expect("a moment"),
        as_of: None,
        address: Address::At("https://vidu.example/".to_owned()),
        drafts: Drafts::LeftOut,
        extent,
        bounds: Bounds::default(),
    };
    Site::open(&SNAPSHOT, &options)
}

/// The files of the invented site.
fn texts() -> Vec<(String, String)> {
    let mut files = vec![
        ("content/site.yaml".to_owned(), site()),
        ("content/agencies/agencies.yaml".to_owned(), agencies()),
        ("content/news/tin-1.md".to_owned(), "---\ntitle: Tin phiên họp\nmeeting: hop-1\n---\n\nTin vắn.\n".to_owned()),
        ("content/pages/phuong-phap.md".to_owned(), "---\ntitle: Phương pháp\n---\n\nCách đếm.\n".to_owned()),
    ];
    for m in 1..=MEETINGS {
        files.push((format!("content/meetings/hop-{m}.md"), meeting(m)));
        files.push((format!("content/tasks/hop-{m}.yaml"), tasks(m)));
    }
    files
}

fn site() -> String {
    let mut text = "title: Theo dõi nhiệm vụ (giả lập)\nlanguage: vi\ntopics:\n".to_owned();
    for n in 1..=4 {
        let _ = writeln!(text, "  - {{id: lv-{n}, name: Lĩnh vực {n}}}");
    }
    text
}

fn agencies() -> String {
    let mut text = "agencies:\n  - {id: to-cong-tac, name: Tổ công tác giả lập, kind: body}\n".to_owned();
    for n in 1..=AGENCIES {
        let kind = if n % 3 == 0 { "province" } else { "ministry" };
        let _ = writeln!(text, "  - {{id: cq-{n}, name: Cơ quan giả lập số {n}, short: CQ{n}, kind: {kind}}}");
    }
    text.push_str("groups:\n  - id: nhom\n    name: Nhóm cơ quan giả lập\n    members:\n");
    for n in 1..=20 {
        let _ = writeln!(text, "      - agency: cq-{n}");
    }
    text
}

/// Tasks of one meeting: each has a clause of its own.
fn tasks_of(meeting: usize) -> std::ops::RangeInclusive<usize> {
    let each = TASKS / MEETINGS;
    (meeting - 1) * each + 1..=meeting * each
}

fn meeting(m: usize) -> String {
    let (year, month) = (2021 + m % 2, m % 12 + 1);
    let mut text = format!(
        "---\ntitle: Phiên họp thứ {m} của Tổ công tác\nbody: to-cong-tac\nordinal: {m}\nheld: {year}-{month:02}-05\n\
         chair: {{name: Nguyễn Văn Giả, role: Tổ trưởng}}\ndocuments:\n  - kind: Thông báo kết luận\n    \
         number: {m}/TB-TCT\n    issued: {year}-{month:02}-09\n---\n\nTổ trưởng *kết luận* như sau:\n\n"
    );
    for (clause, task) in (1..).zip(tasks_of(m)) {
        let _ = write!(
            text,
            "{clause}. Giao cơ quan chủ trì rà soát, hoàn thiện **danh mục số {task}** phục vụ giải quyết thủ tục hành \
             chính trên phạm vi cả nước; báo cáo kết quả trước ngày họp phiên kế tiếp và công khai tiến độ.\n\n"
        );
    }
    text
}

/// Every 25th task is given to a group, every 25th comes every quarter, the others have a day and up to three reports.
fn tasks(m: usize) -> String {
    let mut text = format!("document: hop-{m}\ntasks:\n");
    let year = 2021 + m % 2;
    for (clause, n) in (1..).zip(tasks_of(m)) {
        let lead = n % AGENCIES + 1;
        let holder = if n % 25 == 2 { "nhom".to_owned() } else { format!("cq-{lead}") };
        let _ = write!(
            text,
            "  - id: nv-{n}\n    title: Rà soát, hoàn thiện danh mục số {n} phục vụ giải quyết thủ tục hành chính trên \
             phạm vi cả nước\n    clause: \"{clause}\"\n    lead: {holder}\n    coordinators: [cq-{}, cq-{}]\n    \
             topics: lv-{}\n",
            (n + 7) % AGENCIES + 1,
            (n + 31) % AGENCIES + 1,
            n % 4 + 1,
        );
        match n % 25 {
            2 => text.push_str("    due: 2024-Q1\n"),
            3 => text.push_str("    due: {every: quarter, from: 2024-01-01}\n"),
            _ => {
                let _ = writeln!(text, "    due: {}-{:02}-{:02}", 2023 + n % 3, n % 12 + 1, n % 28 + 1);
                reports(&mut text, n, lead, year);
            }
        }
    }
    text
}

fn reports(text: &mut String, n: usize, lead: usize, year: usize) {
    if !n.is_multiple_of(4) {
        text.push_str("    updates:\n");
    }
    for k in 1..=n % 4 {
        let progress = if k == 3 { "completed" } else { "in-progress" };
        let _ = write!(
            text,
            "      - date: {}-{:02}-20\n        agency: cq-{lead}\n        progress: {progress}\n        percent: {}\n        \
             note: Đã gửi lấy ý kiến các đơn vị liên quan và đang tổng hợp, tiếp thu, giải trình.\n",
            year + 1,
            n % 3 + k,
            if k == 3 { 100 } else { k * 30 },
        );
    }
}
