//! What a program writes into the content: lines come, none go, and the site says one thing more and nothing else.

use crate::sample;
use crate::starter::Site;
use chrono::NaiveDate;
use std::path::Path;
use tiendo::edit::{ChangeSet, Entry, Yaml, add_updates, new_agency, new_tasks, task_files};
use tiendo::load::{Loaded, Snapshot, disk, load};
use tiendo::model::Dataset;

const TASKS: &str = "content/tasks/2025-01-15-phien-hop-thu-nhat.yaml";

fn read(folder: &Path) -> Snapshot {
    disk::read(folder).expect("the site folder")
}

fn dataset(snapshot: &Snapshot) -> Dataset {
    let Loaded { dataset, diagnostics, .. } = load(snapshot, |_| NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day"));
    dataset.unwrap_or_else(|| panic!("{:?}", diagnostics.codes()))
}

fn note(text: &str) -> Entry {
    let evidence = vec![("title", Yaml::Text("Tờ trình \"mới\"".to_owned()))];
    vec![
        ("date", Yaml::Word("2026-11-20".to_owned())),
        ("note", Yaml::Text(text.to_owned())),
        ("evidence", Yaml::Maps(vec![evidence])),
    ]
}

/// Only lines added: no line of the old files is in the diff as gone.
fn assert_only_added(changes: &ChangeSet<'_>) {
    let diff = changes.diff();
    let gone: Vec<&str> = diff.lines().filter(|l| l.starts_with('-') && !l.starts_with("--- a/")).collect();
    assert!(gone.is_empty() && diff.contains("\n+"), "{diff}");
}

#[test]
fn every_task_of_the_sample_takes_an_update() {
    let snapshot = read(sample::folder());
    let before = dataset(&snapshot);
    let tasks: Vec<String> = task_files(&ChangeSet::new(&snapshot)).into_keys().collect();
    assert!(tasks.len() >= before.tasks.len() && before.tasks.len() > 90);
    let text = "Một câu rất dài: nói về kết quả, có \"ngoặc kép\", có # và có - gạch; dài hơn một dòng của tệp để phải \
                ngắt thành nhiều dòng khi ghi vào tệp nhiệm vụ của trang.";
    let mut all = ChangeSet::new(&snapshot);
    for task in &tasks {
        let mut changes = ChangeSet::new(&snapshot);
        add_updates(&mut changes, vec![(task.clone(), note(text))]).unwrap_or_else(|e| panic!("{task}: {e:?}"));
        assert_only_added(&changes);
        add_updates(&mut all, vec![(task.clone(), note(text))]).unwrap_or_else(|e| panic!("{task}: {e:?}"));
    }
    let mut after = dataset(&all.applied());
    for (old, new) in before.tasks.iter().zip(&mut after.tasks) {
        let last = new.updates.pop().expect("an update");
        assert_eq!((last.note.as_deref(), new.updates.len()), (Some(text), old.updates.len()), "{}", old.id);
        assert_eq!(last.evidence[0].title, "Tờ trình \"mới\"");
    }
    assert!(before == after, "nothing else changed");
}

#[test]
fn many_updates_at_once_are_the_same_as_one_by_one() {
    let snapshot = read(sample::folder());
    let tasks: Vec<String> = task_files(&ChangeSet::new(&snapshot)).into_keys().take(20).collect();
    let (mut at_once, mut single) = (ChangeSet::new(&snapshot), ChangeSet::new(&snapshot));
    let news: Vec<(String, Entry)> = tasks.iter().map(|task| (task.clone(), note("Mới."))).collect();
    add_updates(&mut at_once, news.clone()).expect("all can be placed");
    for one in news {
        add_updates(&mut single, vec![one]).expect("it can be placed");
    }
    assert_eq!(at_once.files(), single.files());
}

#[test]
fn tasks_and_agencies_are_added_to_the_sample() {
    let snapshot = read(sample::folder());
    let before = dataset(&snapshot);
    let mut changes = ChangeSet::new(&snapshot);
    let agency = vec![
        ("id", Yaml::Word("co-quan-thu".to_owned())),
        ("name", Yaml::Text("Cơ quan Thử (hư cấu)".to_owned())),
        ("kind", Yaml::Word("other".to_owned())),
    ];
    let path = new_agency(&mut changes, Some("khac.yaml"), agency).expect("a place");
    assert_eq!(path, "content/agencies/khac.yaml");
    let task = |id: &str| {
        vec![
            ("id", Yaml::Word(id.to_owned())),
            ("title", Yaml::Text("Việc thử: một".to_owned())),
            ("lead", Yaml::Words(vec!["co-quan-thu".to_owned()])),
        ]
    };
    for document in ["2018-09-11-hoi-nghi-tthc", "2023-10-16-phien-hop-thu-hai-to-cong-tac"] {
        new_tasks(&mut changes, None, document, vec![task(&format!("viec-thu-{}", &document[..4]))]).expect("a place");
    }
    assert_only_added(&changes);
    let after = dataset(&changes.applied());
    assert_eq!(after.tasks.len(), before.tasks.len() + 2);
    assert_eq!(after.agencies.len(), before.agencies.len() + 1);
}

/// Two commands at a time, each with an update for another task of one file: whatever ends well is there.
#[test]
fn edits_at_the_same_time_lose_nothing() {
    let site = Site::starter();
    for n in 0..10 {
        let edit = |task: &str, note: &str| {
            let mut command = site.tiendo("update");
            command.args([task, "--agency", "so-vi-du", "--date", "2025-06-01", "--quiet", "--note", note]);
            command
        };
        let (one, other) = (format!("Một {n}."), format!("Hai {n}."));
        std::thread::scope(|scope| {
            scope.spawn(|| edit("thu-tuc-len-mang", &one).assert().success());
            scope.spawn(|| edit("bao-cao-hang-quy", &other).assert().success());
        });
        let text = std::fs::read_to_string(site.folder().join(TASKS)).expect("the tasks");
        assert!(text.contains(&one) && text.contains(&other), "{text}");
    }
    site.tiendo("check").assert().success();
}

/// An editor saves at some moment of a command: either the command says that it wrote nothing, or it had not read yet.
#[test]
fn a_save_during_an_edit_stays() {
    let site = Site::starter();
    let path = site.folder().join(TASKS);
    for n in 0..10 {
        let (note, saved) = (format!("Lệnh {n}."), format!("# lưu {n}\n"));
        let mut command = site.tiendo("update");
        command.args(["thu-tuc-len-mang", "--agency", "so-vi-du", "--date", "2025-06-01", "--quiet", "--note", &note]);
        let code = std::thread::scope(|scope| {
            let running = scope.spawn(|| command.output().expect("the program runs").status.code());
            std::thread::sleep(std::time::Duration::from_millis(n * 25));
            let text = std::fs::read_to_string(&path).expect("the tasks") + &saved;
            let new = path.with_extension("moi");
            std::fs::write(&new, text).and_then(|()| std::fs::rename(&new, &path)).expect("saved");
            running.join().expect("no panic")
        });
        let text = std::fs::read_to_string(&path).expect("the tasks");
        assert!(text.contains(&saved), "{n}");
        assert!(code == Some(0) || (code == Some(3) && !text.contains(&note)), "{n}: {code:?}");
    }
}
