//! What holds of every pack, and the sums of Vietnam's.

use super::*;
use crate::model::{Agency, AgencyKind, Party, expand};
use std::collections::{BTreeMap, HashMap};

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

fn lives(agency: &Agency, day: NaiveDate) -> bool {
    agency.from.is_none_or(|from| from <= day) && agency.until.is_none_or(|until| day <= until)
}

fn vietnam() -> Dataset {
    Pack::named("vn").expect("the pack of Vietnam").read()
}

/// Members of a group on a day.
fn members(data: &Dataset, group: &str, on: &str) -> Vec<String> {
    let (ix, _) = data.group_list().find(|(_, g)| g.id.as_str() == group).expect(group);
    let (found, _) = expand(&data.groups, Party::Group(ix), Some(day(on)));
    found.into_iter().map(|ix| data[ix].id.to_string()).collect()
}

#[test]
fn packs_load_without_a_word() {
    for pack in PACKS {
        let settings = ("content/site.yaml".to_owned(), "title: x\n".to_owned());
        let snapshot = Snapshot::of_texts(pack.files().chain([settings]).collect::<Vec<_>>());
        let loaded = load(&snapshot, |_| pack.checked());
        assert_eq!(loaded.diagnostics.into_sorted(&loaded.sources), Vec::new(), "{}", pack.name);
    }
}

#[test]
fn every_entry_says_its_source_and_its_day_of_check() {
    for pack in PACKS {
        for (path, text) in pack.files() {
            let lines: Vec<&str> = text.lines().collect();
            let checked = format!("Đối chiếu: {}.", pack.checked().format("%d/%m/%Y"));
            for (n, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("  - id: ")) {
                let said = lines[n - 1];
                assert!(said.starts_with("  # Nguồn: ") && said.ends_with(&checked), "{path}: {line}");
            }
        }
    }
}

/// A body that is a member in several stretches of time has neither a day twice nor a day between them, and is one only
/// while it lives.
#[test]
fn memberships_have_no_gap_and_no_overlap() {
    for data in PACKS.iter().map(Pack::read) {
        for group in &data.groups {
            type Span = (Option<NaiveDate>, Option<NaiveDate>);
            let mut of: BTreeMap<Party, Vec<Span>> = BTreeMap::new();
            for member in &group.members {
                of.entry(member.who).or_default().push((member.from, member.until));
            }
            for (who, mut spans) in of {
                spans.sort();
                for pair in spans.windows(2) {
                    let ((_, until), (from, _)) = (pair[0], pair[1]);
                    let next = until.and_then(|until| until.succ_opt());
                    assert!(next.is_some() && next == from, "{} in {}", name(&data, who), group.id);
                }
                if let Party::Agency(ix) = who {
                    let agency = &data[ix];
                    let (first, last) = (spans[0].0, spans[spans.len() - 1].1);
                    assert!(agency.from.is_none_or(|from| first.is_some_and(|f| from <= f)), "{}", agency.id);
                    assert!(agency.until.is_none_or(|until| last.is_some_and(|l| l <= until)), "{}", agency.id);
                }
            }
        }
    }
}

fn name(data: &Dataset, who: Party) -> String {
    match who {
        Party::Agency(ix) => data[ix].id.to_string(),
        Party::Group(ix) => data[ix].id.to_string(),
    }
}

#[test]
fn who_ends_is_followed_on_the_next_day_by_who_lives() {
    for data in PACKS.iter().map(Pack::read) {
        for agency in &data.agencies {
            assert_eq!(agency.until.is_some(), !agency.succeeded_by.is_empty(), "{}", agency.id);
            for step in &agency.succeeded_by {
                assert_eq!(agency.until.and_then(|d| d.succ_opt()), Some(step.from), "{}", agency.id);
                assert!(lives(&data[step.agency], step.from), "{}", agency.id);
            }
        }
    }
}

/// So that a name on a paper of any day means one body.
#[test]
fn no_spelling_means_two_bodies() {
    for data in PACKS.iter().map(Pack::read) {
        let mut known: HashMap<String, &str> = HashMap::new();
        for agency in &data.agencies {
            for spelling in agency.spellings() {
                let first = *known.entry(slug(spelling)).or_insert(agency.id.as_str());
                assert_eq!(first, agency.id.as_str(), "{spelling}");
            }
        }
    }
}

#[test]
fn sums_of_vietnam() {
    let data = vietnam();
    for (on, ministries, ministerial, of_government, provinces) in [
        ("2018-09-11", 18, 4, 8, 63),
        ("2024-12-31", 18, 4, 8, 63),
        ("2025-02-28", 18, 4, 8, 63),
        ("2025-03-01", 14, 3, 5, 63),
        ("2025-06-30", 14, 3, 5, 63),
        ("2025-07-01", 14, 3, 5, 34),
        ("2026-11-27", 14, 3, 5, 34),
    ] {
        let of_kind = |kind| data.agencies.iter().filter(|a| a.kind == kind && lives(a, day(on))).count();
        let counts = (of_kind(AgencyKind::Ministry), of_kind(AgencyKind::Ministerial), of_kind(AgencyKind::Province));
        assert_eq!(counts, (ministries, ministerial, provinces), "{on}");
        let central = ministries + ministerial;
        for (group, count) in [
            ("cac-bo-co-quan-ngang-bo", central),
            ("co-quan-thuoc-chinh-phu", of_government),
            ("ubnd-cap-tinh", provinces),
            ("cac-bo-co-quan-thuoc-chinh-phu", central + of_government),
            ("cac-bo-nganh", central + of_government),
            ("cac-bo-nganh-dia-phuong", central + of_government + provinces),
            ("nguoi-dung-dau-bo-co-quan-tinh", central + of_government + provinces),
        ] {
            assert_eq!(members(&data, group, on).len(), count, "{group} on {on}");
        }
    }
}

#[test]
fn names_find_their_agency() {
    let data = vietnam();
    for (name, id) in [
        ("Bộ Thông tin và Truyền thông", "bo-thong-tin-va-truyen-thong"),
        ("bo thong tin va truyen thong", "bo-thong-tin-va-truyen-thong"),
        ("BỘ TT&TT", "bo-thong-tin-va-truyen-thong"),
        ("Bộ Lao động, Thương binh và Xã hội", "bo-lao-dong-thuong-binh-va-xa-hoi"),
        ("UBND tỉnh Khánh Hoà", "khanh-hoa"),
        ("khánh hòa", "khanh-hoa"),
        ("TP.HCM", "tp-ho-chi-minh"),
        ("vpcp", "van-phong-chinh-phu"),
        ("Huế", "hue"),
        ("Thừa Thiên Huế", "thua-thien-hue"),
    ] {
        assert_eq!(agency_named(&data, name).map(|ix| data[ix].id.as_str()), Some(id), "{name}");
    }
    for name in ["", "Bộ", "Bộ Ví Dụ", "Tỉnh"] {
        assert_eq!(agency_named(&data, name), None, "{name}");
    }
}
