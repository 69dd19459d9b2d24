//! Archives of small published folders; what a browser makes of one is seen by `tests/browser/archive.mjs`.

use super::run::Done;
use super::*;
use crate::publish::{ErrorKind, Published};
use crate::search::{json_of, script};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::PathBuf;

const SAID: fn() -> Said = || Said { about: "Lưu & giữ".into(), no_script: "Tắt".into(), too_old: "Cũ".into() };

/// A page as templates write it: its head is a canonical address, its frame a menu.
fn page(title: &str, up: &str, base: &str, main: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head><title>{title}</title>{base}\n\
         <link rel=\"alternate\" type=\"application/atom+xml\" href=\"{up}feed.xml\">\n\
         <link rel=\"stylesheet\" href=\"{up}assets/site.1.css\"><script src=\"{up}assets/site.2.js\"></script></head>\n\
         <body>\n<nav><a class=\"x\" href=\"{up}lich/index.html\">Lịch</a></nav>\n\
         <main id=\"main\" tabindex=\"-1\">{main}</main>\n<footer>Chân</footer></body>\n</html>\n"
    )
}

struct Place {
    dir: tempfile::TempDir,
    files: BTreeMap<String, String>,
}

impl Place {
    fn new(base: &str) -> Self {
        let base = if base.is_empty() { String::new() } else { format!("<link rel=\"canonical\" href=\"{base}\">") };
        let place = |title: &str, depth: usize, main: &str| page(title, &"../".repeat(depth), &base, main);
        let files = [
            ("index.html", place("Trang", 0, "<h1>Trang</h1>")),
            (
                "phien-hop/hop/index.html",
                place(
                    "Họp",
                    2,
                    "<a href=\"../../nhiem-vu/cau/index.html\">Cầu</a> <a href=\"#k\">khoản</a> \
              <a class=\"y\" href=\"../../nhiem-vu/index.html?nam=2024\">tất cả</a> <img src=\"../../assets/dau.png\">",
                ),
            ),
            ("nhiem-vu/cau/index.html", place("Cầu", 2, "<a href=\"../../co-quan/so/index.html#h\">Sở</a>")),
            ("nhiem-vu/duong/index.html", place("Đường", 2, "")),
            ("nhiem-vu/index.html", place("Nhiệm vụ", 1, "")),
            ("co-quan/so/index.html", place("Sở", 2, "")),
            ("co-quan/so/trang/2/index.html", place("Sở", 4, "")),
            ("co-quan/ban/index.html", place("Ban", 2, "")),
            ("lich/index.html", place("Lịch", 1, "")),
            (
                "tim-kiem/index.html",
                place("Tìm", 1, "<form data-root=\"../\" action=\"../tim-kiem/index.html\"></form>"),
            ),
            ("nhung/o/index.html", "<!doctype html><html lang=\"vi\"><body><main>Ô</main></body></html>".to_owned()),
            ("feed.xml", "<feed/>".to_owned()),
            ("assets/site.1.css", "a { background: url(dau.png) }".to_owned()),
            ("assets/site.1.css.gz", "z".to_owned()),
            ("assets/site.2.js", "let a = '</script>';".to_owned()),
            ("assets/dau.png", "png".to_owned()),
        ];
        let mut files: BTreeMap<String, String> =
            files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect();
        let mut data = |path: &str, value: Value| {
            files.insert(format!("tim-kiem/{path}.js"), String::from_utf8(script(&value.to_string())).unwrap());
        };
        // Task 1 is kept, task 3 is not; the meeting is 2²⁴ on.
        data("dau", json!({"parts": ["c", "d"], "kinds": ["task", "meeting"], "file": 128}));
        data("muc/0-0", json!({"1": ["Cầu", "nhiem-vu/cau/"], "3": ["Đường", "nhiem-vu/duong/"]}));
        data("muc/1-0", json!({"0": ["Họp", "phien-hop/hop/#k"]}));
        data("tu/c", json!({"cau": [["cầu", "B", "DAB"]], "chung": [["", "BC"]]}));
        data("tu/d", json!({"duong": [["đường", "D"]]}));
        let place = Self { dir: tempfile::tempdir().unwrap(), files };
        place.write();
        place
    }

    fn write(&self) {
        let entry = |text: &String| json!({"hash": blake3::hash(text.as_bytes()).to_hex().as_str(), "size": text.len(), "input": ""});
        let files: serde_json::Map<String, Value> =
            self.files.iter().map(|(path, text)| (path.clone(), entry(text))).collect();
        let manifest =
            json!({"format": 1, "generator": "t", "as_of": "2024-02-29", "key": null, "files": files}).to_string();
        for (path, text) in self.files.iter().chain([(&".tiendo/manifest.json".to_owned(), &manifest)]) {
            let path = self.at(&format!("site/{path}"));
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn archive(&self, part: &Part, file: &str) -> Result<Done, ArchiveError> {
        let site = Published::at(&self.at("site")).unwrap().unwrap();
        archive(&site, part, &self.at(file), &SAID())
    }

    /// The files of a ZIP.
    fn zip(&self, part: &Part, file: &str) -> BTreeMap<String, String> {
        self.archive(part, file).unwrap();
        let mut zip = ::zip::ZipArchive::new(std::fs::File::open(self.at(file)).unwrap()).unwrap();
        let mut files = BTreeMap::new();
        for n in 0..zip.len() {
            let mut file = zip.by_index(n).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            files.insert(file.name().unwrap().into_owned(), text);
        }
        files
    }

    fn one_page(&self, part: &Part) -> String {
        self.archive(part, "a.html").unwrap();
        std::fs::read_to_string(self.at("a.html")).unwrap()
    }
}

fn meeting() -> Part {
    Part::Meeting("hop".into())
}

#[test]
fn a_whole_site_is_its_files_in_a_folder_and_the_same_bytes_each_time() {
    let place = Place::new("");
    let files = place.zip(&Part::Whole, "lưu.zip");
    let expected = place.files.iter().filter(|(path, _)| !path.ends_with(".gz"));
    assert_eq!(files, expected.map(|(path, text)| (format!("lưu/{path}"), text.clone())).collect());
    let first = std::fs::read(place.at("lưu.zip")).unwrap();
    place.zip(&Part::Whole, "lưu.zip");
    assert_eq!(std::fs::read(place.at("lưu.zip")).unwrap(), first);
}

#[test]
fn a_meeting_is_its_page_its_tasks_and_the_agencies_that_they_name() {
    let place = Place::new("");
    let files = place.zip(&meeting(), "hop.zip");
    let pages: Vec<&str> =
        files.keys().filter_map(|path| path.strip_prefix("hop/")?.strip_suffix("index.html")).collect();
    assert_eq!(pages, ["co-quan/so/", "co-quan/so/trang/2/", "", "nhiem-vu/cau/", "phien-hop/hop/", "tim-kiem/"]);
    assert!(files["hop/index.html"].contains("url=phien-hop/hop/index.html"), "{}", files["hop/index.html"]);
    let page = &files["hop/phien-hop/hop/index.html"];
    for kept in
        ["<a href=\"../../nhiem-vu/cau/index.html\">Cầu</a>", "<a href=\"#k\">", "<img src=\"../../assets/dau.png\">"]
    {
        assert!(page.contains(kept), "{page}");
    }
    // What is left out is text, and in the head not there.
    assert!(page.contains("<a class=\"x\">Lịch</a>") && page.contains("<a class=\"y\">tất cả</a>"), "{page}");
    assert!(!page.contains("atom+xml") && page.contains("rel=\"stylesheet\""), "{page}");
}

#[test]
fn links_to_what_is_left_out_lead_to_the_public_site_where_there_is_one() {
    let place = Place::new("https://vidu.example/td/");
    let page = &place.zip(&meeting(), "hop.zip")["hop/phien-hop/hop/index.html"];
    assert!(page.contains("<a class=\"y\" href=\"https://vidu.example/td/nhiem-vu/?nam=2024\">tất cả</a>"), "{page}");
    assert!(page.contains("type=\"application/atom+xml\" href=\"https://vidu.example/td/feed.xml\""), "{page}");
}

#[test]
fn the_search_of_a_meeting_finds_its_pages_alone() {
    let files = Place::new("").zip(&meeting(), "hop.zip");
    let data = |path: &str| -> Value {
        serde_json::from_str(json_of(files[&format!("hop/tim-kiem/{path}.js")].as_bytes()).unwrap()).unwrap()
    };
    assert_eq!(data("muc/0-0"), json!({"1": ["Cầu", "nhiem-vu/cau/"]}));
    assert_eq!(data("muc/1-0"), json!({"0": ["Họp", "phien-hop/hop/#k"]}));
    // Of the numbers 3, 3 and 4 none is kept.
    assert_eq!(data("tu/c"), json!({"cau": [["cầu", "B", ""]], "chung": [["", "B"]]}));
    assert_eq!(data("dau")["parts"], json!(["c"]));
    assert!(!files.contains_key("hop/tim-kiem/tu/d.js"));
}

#[test]
fn one_page_holds_all_pages_and_nothing_ends_it_too_soon() {
    let place = Place::new("");
    assert_eq!(place.archive(&Part::Whole, "a.html").unwrap().pages, 10);
    let page = place.one_page(&Part::Whole);
    assert_eq!(page.matches("data-page=").count(), 10);
    assert!(!page.contains("nhung/o"), "a box is no page");
    assert!(page.contains("<main id=\"main\" tabindex=\"-1\"><noscript>") && page.contains("<h1>Trang</h1>"));
    assert!(page.contains("<a class=\"x\" href=\"#/lich/index.html\">Lịch</a>") && page.contains("Lưu &amp; giữ"));
    assert!(page.contains("let a = '<\\/script>';") && page.contains("url(data:image/png;base64,cG5n)"));
    let hop = place.one_page(&meeting());
    assert!(hop.contains("<a href=\"#/nhiem-vu/cau/index.html\">") && hop.contains("<a href=\"#k\">"));
    assert!(hop.contains("<img src=\"data:image/png;base64,cG5n\">") && hop.contains("<a class=\"y\">tất cả</a>"));
}

#[test]
fn what_is_refused_leaves_what_was_there() {
    let place = Place::new("");
    std::fs::write(place.at("a.zip"), "cũ").unwrap();
    let fails = |part: &Part, file: &str| place.archive(part, file).unwrap_err();
    assert!(matches!(fails(&Part::Whole, "a.txt"), ArchiveError::Form));
    assert!(matches!(fails(&Part::Whole, "site/co-quan/a.zip"), ArchiveError::Inside));
    assert!(matches!(fails(&Part::Whole, "khong-co/a.zip"), ArchiveError::Io(..)));
    let near = fails(&Part::Meeting("hopp".into()), "a.zip");
    assert!(matches!(&near, ArchiveError::NoPage(id, Some(meant)) if id == "hopp" && meant == "hop"), "{near:?}");
    assert!(matches!(fails(&Part::Document("../phien-hop/hop".into()), "a.zip"), ArchiveError::NoPage(..)));
    std::fs::write(place.at("site/lich/index.html"), "khác").unwrap();
    assert!(
        matches!(fails(&Part::Whole, "a.zip"), ArchiveError::Publish(error) if matches!(error.kind, ErrorKind::Altered))
    );
    assert_eq!(std::fs::read_to_string(place.at("a.zip")).unwrap(), "cũ");
    let left = std::fs::read_dir(place.dir.path()).unwrap().count();
    assert_eq!(left, 2, "the site and the former archive");
}
