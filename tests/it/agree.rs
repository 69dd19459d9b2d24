//! The program as a whole: the same totals wherever they are told, and not a byte of what is internal.

use crate::exports::{shown, unpacked};
use crate::laws::invented;
use crate::starter::{Site, tiendo};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;
use tiendo::derive::{Family, Label};

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("JSON")
}

fn output(command: &mut assert_cmd::Command) -> Vec<u8> {
    let done = command.output().expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// How many rows of a list carry each label.
fn counted(labels: impl Iterator<Item = String>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for label in labels {
        *counts.entry(label).or_default() += 1;
    }
    counts
}

/// Counts of a tally in the report, without the zeros.
fn told(tally: &Value) -> BTreeMap<String, u64> {
    let counts = tally["by_status"].as_object().expect("counts").iter();
    counts.map(|(label, n)| (label.clone(), n.as_u64().expect("a count"))).filter(|(_, n)| *n > 0).collect()
}

fn obligations_in(list: &Value) -> u64 {
    let entries = list["entries"].as_array().expect("entries");
    entries.iter().map(|e| e["holders"].as_array().expect("holders").len() as u64).sum()
}

/// Ten invented sites, each at a date of its own, by the real program: the overview, CSV, JSON, the feed and the report.
#[test]
fn totals_agree_wherever_they_are_told() {
    for seed in 0..10_u64 {
        let dir = tempfile::tempdir().expect("a folder for the test");
        for (path, text) in invented(seed * 7919 + 1, if seed % 2 == 0 { "separate" } else { "overdue" }) {
            let full = dir.path().join(path);
            std::fs::create_dir_all(full.parent().expect("a folder")).expect("a folder of the test");
            std::fs::write(full, text).expect("a file of the test");
        }
        let as_of = format!("2024-{:02}-15", 2 + seed);
        let run = |command: &str, more: &[&str]| {
            output(tiendo().arg(command).arg("--site").arg(dir.path()).args(["--as-of", &as_of]).args(more))
        };
        run("build", &["--no-sync", "--base-url", "https://vidu.example/"]);
        let read = |path: &str| std::fs::read(dir.path().join("output").join(path)).expect(path);
        let report = json(&run("report", &["--format", "json", "--since", "36500", "--within", "36500"]));
        let text = String::from_utf8(run("report", &["--format", "text"])).expect("UTF-8");
        let home = String::from_utf8(read("index.html")).expect("UTF-8");
        for (unit, table) in [("tasks", "nhiem-vu"), ("obligations", "dau-viec")] {
            let tally = &report[unit];
            let total = tally["total"].as_u64().expect("a total");
            let rows = json(&read(&format!("du-lieu/{table}.json")));
            let rows = rows["rows"].as_array().expect("rows");
            let of_json = counted(rows.iter().map(|r| r["status"].as_str().expect("a status").to_owned()));
            let csv = read(&format!("du-lieu/{table}.csv"));
            let records = csv::Reader::from_reader(&csv[3..]).into_deserialize::<BTreeMap<String, String>>();
            let of_csv = counted(records.map(|r| r.expect("a record")["status"].clone()));
            assert_eq!((total, &told(tally)), (rows.len() as u64, &of_json), "{unit} of {seed}");
            assert_eq!(of_csv, of_json, "{unit} of {seed}");
            // The overview shows tasks, by the families of their labels.
            if unit == "tasks" {
                let (on_page, families) = shown(&home, unit);
                assert_eq!(on_page, total.to_string(), "{unit} of {seed}");
                assert_eq!(families.values().map(|n| u64::from(*n)).sum::<u64>(), total, "{unit} of {seed}");
                let mut counts: Vec<u64> = families.values().map(|n| u64::from(*n)).collect();
                let of_family = |family: Family| {
                    let labels = Label::ALL.into_iter().filter(|label| label.family() == family);
                    labels.filter_map(|label| of_json.get(label.code())).sum::<u64>()
                };
                let mut wanted: Vec<u64> = Family::ALL.map(of_family).into_iter().filter(|n| *n > 0).collect();
                counts.sort_unstable();
                wanted.sort_unstable();
                assert_eq!(counts, wanted, "{unit} of {seed}");
            }
            let heading = if unit == "tasks" { "Nhiệm vụ: " } else { "Đầu việc: " };
            assert!(text.contains(&format!("\n{heading}{total}\n")), "{text}");
        }
        // Lists of the report are the boxes of the same names; its holders share out the obligations.
        let of = |label: Label| report["obligations"]["by_status"][label.code()].as_u64().expect("a count");
        assert_eq!(obligations_in(&report["newly_overdue"]), of(Label::Overdue) + of(Label::PastDueUnreported));
        assert_eq!(obligations_in(&report["due"]), of(Label::InTime) + of(Label::DueSoon));
        assert_eq!(obligations_in(&report["unreported"]), of(Label::PastDueUnreported));
        let holders = report["holders"].as_array().expect("holders");
        let held: u64 = holders.iter().map(|h| h["obligations"]["total"].as_u64().expect("a total")).sum();
        assert_eq!(Some(held), report["obligations"]["total"].as_u64());
        let tallies = json(&read("du-lieu/tong-hop.json"));
        let sum = |column: &str| {
            let rows = tallies["rows"].as_array().expect("rows").iter();
            rows.map(|r| r[column].as_u64().expect("a count")).sum::<u64>()
        };
        let rate = &report["obligations"]["completion"];
        assert_eq!(Some(sum("completion_numerator")), rate["numerator"].as_u64());
        assert_eq!(Some(sum("completion_denominator")), rate["denominator"].as_u64());
        // The feed tells as many completions of tasks as there are reports of them, as far as it reaches.
        let updates = json(&read("du-lieu/cap-nhat.json"));
        let completed =
            updates["rows"].as_array().expect("rows").iter().filter(|r| r["progress"] == "completed").count();
        let feed = String::from_utf8(read("du-lieu/atom.xml")).expect("UTF-8");
        assert!(feed.matches("<entry>").count() <= 50);
        if feed.matches("<entry>").count() < 50 {
            assert_eq!(feed.matches("term=\"completed\"").count(), completed, "{seed}");
        }
    }
}

/// What a file holds, whatever it is packed in.
fn opened(path: &Path) -> Vec<Vec<u8>> {
    let bytes = std::fs::read(path).expect("a file of the output");
    let name = path.to_string_lossy().into_owned();
    if let Some(inner) = name.strip_suffix(".gz") {
        let mut out = Vec::new();
        flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut out).expect("gzip");
        return unpacked(inner, out);
    }
    if let Some(inner) = name.strip_suffix(".br") {
        let mut out = Vec::new();
        brotli::BrotliDecompress(&mut &bytes[..], &mut out).expect("Brotli");
        return unpacked(inner, out);
    }
    unpacked(&name, bytes)
}

#[test]
fn what_is_internal_is_in_no_byte_of_the_output() {
    let site = Site::starter();
    let secret = "
  - id: viec-kin-mat
    title: Chuyện kín đáo
    title_en: Hush hush
    internal: true
    aliases: [viec-kin-cu]
    clause: \"3\"
    lead: [so-vi-du]
    due: 2025-07-07
    urgency: gấp kín đáo
    products: [Văn bản kín đáo]
    note: Ghi chú kín đáo
    updates: [{date: 2025-04-04, progress: completed, note: Xong kín đáo, evidence: [{title: Tờ kín đáo, url: \"https://kin-dao.example/\"}]}]
";
    let path = "content/tasks/2025-01-15-phien-hop-thu-nhat.yaml";
    let plain = std::fs::read_to_string(site.folder().join(path)).expect("the tasks");
    let counts = |site: &Site| {
        let report = json(&output(site.tiendo("report").args(["--format", "json"])));
        (report["tasks"].clone(), report["obligations"].clone())
    };
    let before = counts(&site);
    site.put(path, &format!("{plain}{secret}"));
    site.build().args(["--base-url", "https://vidu.example/", "--precompress", "gz,br"]).assert().success();
    assert_eq!(counts(&site), before, "not even in a count");
    let (mut packed, mut open) = (0, 0);
    for entry in walkdir::WalkDir::new(site.output()) {
        let entry = entry.expect("a file of the output");
        if !entry.file_type().is_file() {
            continue;
        }
        let shown = entry.path().display();
        assert!(!shown.to_string().contains("viec-kin"), "{shown}");
        let parts = opened(entry.path());
        packed += usize::from(parts.len() > 1);
        for part in parts {
            let text = String::from_utf8_lossy(&part);
            for word in ["viec-kin", "kín đáo", "Hush hush", "kin-dao"] {
                assert!(!text.contains(word), "{shown} has {word}");
            }
            open += usize::from(text.contains("thu-tuc-len-mang"));
        }
    }
    assert!(packed > 3 && open > 20, "the other tasks are in {open} parts, {packed} files are packed");
}
