//! Kinds of pages that a site leaves out: not a file of them, not a link to them, not a word about them.

use crate::crawl;
use crate::laws::{THREE, small_files};
use crate::open::open;
use crate::sample;
use std::collections::BTreeSet;
use std::path::Path;
use tempfile::TempDir;
use tiendo::model::PageGroup;

/// Where the files of a kind lie, in each language of the interface.
fn folders(extra: PageGroup) -> &'static [&'static str] {
    match extra {
        PageGroup::Search => &["tim-kiem/", "nhiem-vu/bang/"],
        PageGroup::Lists => &["nhiem-vu/danh-sach/"],
        PageGroup::Changes => &["thay-doi/"],
        PageGroup::Calendar => &["lich/"],
        PageGroup::Matrices => &["bao-cao/"],
    }
}

fn is_of(extra: PageGroup, path: &str) -> bool {
    let path = path.strip_prefix("en/").unwrap_or(path);
    folders(extra).iter().any(|folder| path.starts_with(folder))
}

/// What pages say only of that kind, in the default theme.
fn marks(extra: PageGroup) -> &'static [&'static str] {
    match extra {
        PageGroup::Search => {
            &["role=\"search\"", "id=\"filter\"", "assets/table.", "assets/search.", "ìm kiếm", ">Search<", " search, "]
        }
        PageGroup::Lists => &["class=\"jump lists\"", "danh sách lập sẵn", "ready-made"],
        PageGroup::Changes => &["id=\"h-latest\""],
        PageGroup::Calendar => {
            &["Xem lịch thời hạn", "See all deadlines", "Thời hạn trong 30 ngày tới", "Deadlines in the next 30 days"]
        }
        PageGroup::Matrices => &["Xem bảng", "See the table of all agencies"],
    }
}

fn setting(left_out: &[PageGroup]) -> String {
    let words: Vec<&str> = left_out.iter().map(|extra| extra.code()).collect();
    format!("leave_out: [{}]", words.join(", "))
}

/// The sample site without these kinds.
fn sample_without(left_out: &[PageGroup], languages: &str, more: &str) -> sample::Built {
    let temp = TempDir::new().expect("a temporary folder");
    let (from, to) = (sample::folder().join("content"), temp.path().join("content"));
    for file in sample::files(&from) {
        let target = to.join(&file);
        std::fs::create_dir_all(target.parent().unwrap_or(Path::new("."))).expect("a folder of the test");
        std::fs::copy(from.join(&file), target).expect("a copy of the sample");
    }
    let settings = to.join("site.yaml");
    let text = std::fs::read_to_string(&settings).expect("the sample's settings");
    let text = text.replace("languages: [vi, en]", languages);
    std::fs::write(&settings, format!("{text}\n{}\n{more}", setting(left_out))).expect("a file of the test");
    sample::build(temp.path(), &["--base-url", ""])
}

fn look_at(left_out: &[PageGroup], languages: &str, more: &str) {
    let built = sample_without(left_out, languages, more);
    let faults = crawl::faults(&built);
    assert!(faults.is_empty(), "{left_out:?}: {} faults:\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
    let files = sample::files(&built.output);
    for extra in PageGroup::ALL {
        let there = files.iter().any(|path| is_of(extra, path));
        assert_eq!(there, !left_out.contains(&extra), "{extra:?} of {left_out:?}");
    }
    let pages = files.iter().filter(|path| path.ends_with(".html"));
    let pages: Vec<(&String, String)> = pages.map(|path| (path, sample::read(&built, path))).collect();
    for extra in PageGroup::ALL {
        let told = |html: &str| marks(extra).iter().find(|mark| html.contains(**mark)).copied();
        let found = pages.iter().find_map(|(path, html)| Some((path, told(html)?)));
        assert_eq!(found.is_some(), !left_out.contains(&extra), "{extra:?} of {left_out:?}: {found:?}");
    }
}

#[test]
fn the_sample_without_each_kind() {
    for extra in PageGroup::ALL {
        look_at(&[extra], "", "");
    }
}

#[test]
fn the_sample_without_all_kinds() {
    look_at(&PageGroup::ALL, "languages: [vi, en]", "");
    look_at(&PageGroup::ALL, "", "open_data: false\n");
}

/// Every kind that a page can lead to is there, so that each subset has something to leave out.
const TASKS: &str = "  - {id: mot, title: Một, clause: \"1\", lead: [cac-so], due: 2024-03-31, updates: [{date: 2024-03-01, agency: so-a, progress: completed}]}\n\
    \x20 - {id: ba, title: Ba, clause: \"1\", lead: [so-a, so-c], due: {every: month}}";

/// The pages of a small site without these kinds; every one of them renders.
fn pages(left_out: &[PageGroup]) -> BTreeSet<String> {
    let settings = format!("languages: [vi, en]\n{}", setting(left_out));
    let site = open(small_files(&settings, THREE, TASKS), "2024-04-20", None);
    site.pages().inspect(|path| drop(site.file(path))).map(str::to_owned).collect()
}

#[test]
fn every_subset_leaves_out_its_own_pages_and_no_others() {
    let all = pages(&[]);
    for bits in 0..1_u32 << PageGroup::ALL.len() {
        let left_out: Vec<PageGroup> = PageGroup::ALL
            .into_iter()
            .enumerate()
            .filter(|(n, _)| bits & (1 << n) != 0)
            .map(|(_, extra)| extra)
            .collect();
        let expected = all.iter().filter(|path| !left_out.iter().any(|extra| is_of(*extra, path)));
        assert_eq!(pages(&left_out), expected.cloned().collect(), "{left_out:?}");
    }
}
