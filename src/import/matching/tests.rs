use super::*;
use crate::load::{Snapshot, load};

const AGENCIES: &str = "
agencies:
  - {id: so-tai-chinh, name: Sở Tài chính, kind: other}
  - {id: vu-gddh, name: Vụ Giáo dục Đại học, kind: other}
  - {id: vu-gdtrh, name: Vụ Giáo dục Trung học, kind: other}
  - {id: dan-toc, name: Vụ Giáo dục Dân tộc, kind: other}
  - {id: hoc-vien, name: Học viện Quản lý giáo dục, kind: other}
  - {id: noi-vu, name: Sở Nội vụ tỉnh Thí Dụ, kind: other}
  - {id: cuc-a, name: Cục Thử nghiệm, kind: other}
  - {id: cuc-b, name: Cục Tổng ngạch, kind: other}
  - {id: thi-du, name: Tỉnh Thí Dụ, kind: province}
  - {id: bo-cu, name: Bộ Việc Cũ, kind: ministry, until: 2025-02-28}
  - {id: bo-moi, name: Bộ Việc Mới và Cũ, short: Bộ VM&C, kind: ministry, from: 2025-03-01}
  - {id: vp, name: Văn phòng Thí Dụ, kind: other}
groups:
  - {id: nganh, name: \"Các bộ, ngành, địa phương\", open: true}
  - {id: cac-tinh, name: \"Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương\", open: true}
  - {id: lien-quan, name: Các cơ quan liên quan, open: true}
";

fn found(name: &str, kind: Kind, day: &str) -> String {
    let snapshot = Snapshot::of_texts([("content/site.yaml", "title: a"), ("content/agencies/a.yaml", AGENCIES)]);
    let today = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let data = load(&snapshot, |_| today).dataset.expect("sound");
    let matcher = Matcher::new(Some(&data), day.parse().ok());
    match matcher.find(&Name { written: name.to_owned(), kind }) {
        Match::Known { id, why } => why.map_or(id.clone(), |why| format!("{id} {why:?}")),
        Match::Pack { id, why, .. } => why.map_or(format!("pack {id}"), |why| format!("pack {id} {why:?}")),
        Match::Unknown(proposal) => format!("? {} {}", proposal.id, proposal.kind.unwrap_or("group")),
        Match::Words => "words".to_owned(),
    }
}

#[test]
fn who_is_meant() {
    for (name, kind, day, expected) in [
        ("Sở Tài chính", Kind::Body, "2026-01-01", "so-tai-chinh"),
        ("SỞ TÀI CHÍNH", Kind::Body, "2026-01-01", "so-tai-chinh"),
        ("Vụ GDĐH", Kind::Body, "2026-01-01", "vu-gddh"),
        ("Vụ GD ĐH", Kind::Body, "2026-01-01", "vu-gddh"),
        ("Vụ GDTrH", Kind::Body, "2026-01-01", "vu-gdtrh"),
        ("Vụ GDDT", Kind::Body, "2026-01-01", "dan-toc"),
        ("HV Quản lý GD", Kind::Body, "2026-01-01", "hoc-vien"),
        ("Sở Nội vụ", Kind::Body, "2026-01-01", "noi-vu Near"),
        ("các đồng chí Chủ tịch UBND tỉnh Thí Dụ", Kind::Head, "2026-01-01", "thi-du HeadForBody"),
        (
            "Bộ trưởng các bộ, Thủ trưởng các ngành, Chủ tịch các địa phương",
            Kind::Head,
            "2026-01-01",
            "nganh HeadForBody",
        ),
        ("UBND tỉnh Thí Dụ", Kind::Body, "2026-01-01", "thi-du"),
        ("Chủ tịch Ủy ban nhân dân tỉnh Thí Dụ", Kind::Head, "2026-01-01", "thi-du HeadForBody"),
        ("Bộ Việc Cũ", Kind::Body, "2024-01-01", "bo-cu"),
        ("Bộ Việc Cũ", Kind::Body, "2026-01-01", "bo-cu Ended"),
        ("Bộ VM&C", Kind::Body, "2026-01-01", "bo-moi"),
        ("Chánh Văn phòng Thí Dụ", Kind::Head, "2026-01-01", "vp HeadForBody"),
        ("các bộ, ngành và địa phương", Kind::Group, "2026-01-01", "nganh"),
        ("bộ, cơ quan, địa phương", Kind::Group, "2026-01-01", "nganh Near"),
        ("các cơ quan có liên quan", Kind::OpenGroup, "2026-01-01", "lien-quan"),
        ("Các tỉnh, thành phố trực thuộc TW", Kind::Group, "2026-01-01", "cac-tinh"),
        ("Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương", Kind::Head, "2026-01-01", "cac-tinh HeadForBody"),
        ("Bộ Việc Mới, Cũ", Kind::Body, "2026-01-01", "bo-moi Near"),
        (
            "Viện Hàn lâm Khoa học và Công nghệ",
            Kind::Body,
            "2024-01-01",
            "pack vien-han-lam-khoa-hoc-va-cong-nghe-viet-nam Near",
        ),
        ("Bộ Nội vụ", Kind::Body, "2024-01-01", "pack bo-noi-vu"),
        ("Bộ trưởng Bộ Tư pháp", Kind::Head, "2024-01-01", "pack bo-tu-phap HeadForBody"),
        ("Bộ TT&TT", Kind::Body, "2024-01-01", "pack bo-thong-tin-va-truyen-thong"),
        ("UBND tỉnh Nghệ An", Kind::Body, "2024-01-01", "pack nghe-an"),
        ("theo phân công tại Quyết định số 5/QĐ", Kind::Reference, "2026-01-01", "words"),
    ] {
        assert_eq!(found(name, kind, day), expected, "{name}");
    }
}

#[test]
fn who_is_not_meant() {
    for (name, kind, expected) in [
        ("Bộ Tài chính tỉnh Thí Dụ", Kind::Body, "? bo-tai-chinh-tinh-thi-du ministry"),
        ("Sở Tài chính tỉnh Nghệ An", Kind::Body, "? so-tai-chinh-tinh-nghe-an other"),
        ("Bộ Chỉ huy Quân sự tỉnh Thí Dụ", Kind::Body, "? bo-chi-huy-quan-su-tinh-thi-du other"),
        ("các cơ quan, địa phương", Kind::Group, "? cac-co-quan-dia-phuong group"),
        ("Địa phương", Kind::Group, "? cac-dia-phuong group"),
        ("Ban Chỉ đạo số hóa", Kind::Body, "? ban-chi-dao-so-hoa body"),
        ("Vụ TC", Kind::Body, "? vu-tc other"),
        ("Vụ GDĐT", Kind::Body, "? vu-gddt other"),
        ("Cục TN", Kind::Body, "? cuc-tn other"),
        ("Bộ trưởng các bộ", Kind::Head, "? bo-truong-cac-bo group"),
    ] {
        assert_eq!(found(name, kind, "2026-01-01"), expected, "{name}");
    }
}

/// An abbreviation that fits two is told with both.
#[test]
fn two_that_may_be_meant() {
    let snapshot = Snapshot::of_texts([("content/site.yaml", "title: a"), ("content/agencies/a.yaml", AGENCIES)]);
    let data = load(&snapshot, |_| NaiveDate::MIN).dataset.expect("sound");
    let name = Name { written: "Cục TN".to_owned(), kind: Kind::Body };
    let Match::Unknown(proposal) = Matcher::new(Some(&data), None).find(&name) else { panic!("it is not certain") };
    assert_eq!(proposal.nearest, ["cuc-a", "cuc-b"]);
}

fn record(agencies: &str) -> Dataset {
    let snapshot = Snapshot::of_texts([("content/site.yaml", "title: a"), ("content/agencies/a.yaml", agencies)]);
    load(&snapshot, |_| NaiveDate::MIN).dataset.expect("sound")
}

fn proposed(record: &Dataset, name: &Name) -> Option<Proposal> {
    match Matcher::new(Some(record), None).find(name) {
        Match::Unknown(proposal) => Some(proposal),
        Match::Known { .. } | Match::Pack { .. } | Match::Words => None,
    }
}

/// Whoever adds a name to `also` as it is told has done all that is needed.
#[test]
fn a_name_that_is_told_is_one_that_also_takes() {
    let before = record(AGENCIES);
    for (text, told) in [
        ("UBND cấp xã, phường", "Các UBND cấp xã, phường"),
        ("Ủy ban nhân dân cấp xã", "Các ủy ban nhân dân cấp xã"),
        ("các UBND cấp xã", "Các UBND cấp xã"),
        ("Chủ tịch UBND cấp xã, phường", "Các chủ tịch UBND cấp xã, phường"),
        ("UBND các xã, phường", "UBND các xã, phường"),
        ("UBND tỉnh", "UBND tỉnh"),
        ("địa phương", "Các địa phương"),
        ("Sở, ban, ngành và địa phương", "Các sở, ban, ngành và địa phương"),
        ("các cơ quan, đơn vị liên quan", "Các cơ quan, đơn vị liên quan"),
        ("từng đơn vị", "Từng đơn vị"),
        ("Giám đốc Sở Công Thương", "Sở Công Thương"),
        ("SỞ CÔNG THƯƠNG", "SỞ CÔNG THƯƠNG"),
        ("Thanh tra tỉnh", "Thanh tra tỉnh"),
        ("Vụ TC", "Vụ TC"),
        ("Cục TN", "Cục TN"),
        ("BQL Khu kinh tế", "BQL Khu kinh tế"),
        ("Sở KH&ĐT", "Sở KH&ĐT"),
    ] {
        for name in names::list(text).into_iter().take(1) {
            let proposal = proposed(&before, &name).unwrap_or_else(|| panic!("{text} is known"));
            assert_eq!(proposal.name, told, "{text}");
            let also = format!("also: [\"{}\"]", proposal.name);
            let agencies = AGENCIES
                .replace("id: cuc-a, name: Cục Thử nghiệm", &format!("id: cuc-a, {also}, name: Cục Thử nghiệm"));
            assert_ne!(agencies, AGENCIES);
            let Match::Known { id, .. } = Matcher::new(Some(&record(&agencies)), None).find(&name) else {
                panic!("{told} is not found")
            };
            assert_eq!(id, "cuc-a", "{text}");
        }
    }
}

/// One of several is not all of them.
#[test]
fn several_of_a_name_are_not_the_one_that_has_it() {
    assert_eq!(found("các Sở Tài chính", Kind::Group, "2026-01-01"), "? cac-so-tai-chinh group");
}

#[test]
fn two_spellings_of_a_name_are_told_once() {
    let names = |texts: [&str; 2]| texts.iter().flat_map(|text| names::list(text)).collect::<BTreeSet<_>>();
    for (texts, told) in [
        (["UBND tỉnh", "Ủy ban nhân dân tỉnh"], "Ủy ban nhân dân tỉnh"),
        (["UBND các xã, phường", "Ủy ban nhân dân các xã, phường"], "Ủy ban nhân dân các xã, phường"),
        (["UBND cấp xã", "các Ủy ban nhân dân cấp xã"], "Các Ủy ban nhân dân cấp xã"),
    ] {
        let all = Matcher::new(Some(&record(AGENCIES)), None).find_all(names(texts));
        assert_eq!(all.len(), 2);
        for found in all.values() {
            let Match::Unknown(proposal) = found else { panic!("{told} is known") };
            assert_eq!(proposal.name, told);
        }
    }
}

/// None rather than an absurd one.
#[test]
fn only_what_is_near_is_shown_beside_a_name() {
    let record = record(
        "
agencies:
  - {id: ha-noi, name: Thành phố Hà Nội, kind: province}
  - {id: can-tho, name: Thành phố Cần Thơ, kind: province}
  - {id: so-vi-du, name: Sở Ví dụ, kind: other}
  - {id: bo-noi-vu, name: Bộ Nội vụ, kind: ministry}
  - {id: uy-ban-dan-toc, name: Ủy ban Dân tộc, kind: ministry}
  - {id: thanh-tra, name: Thanh tra Chính phủ, kind: ministry}
groups:
  - {id: cap-tinh, name: UBND cấp tỉnh, open: true}
  - {id: nganh, name: \"Các bộ, ngành, địa phương\", open: true}
  - {id: thuoc, name: Các cơ quan thuộc Chính phủ, open: true}
",
    );
    for (name, kind, near) in [
        ("Thanh tra tỉnh", Kind::Body, &[][..]),
        ("Sở Nội vụ", Kind::Body, &["bo-noi-vu"]),
        ("Bộ Nội vji", Kind::Body, &["bo-noi-vu"]),
        ("Bộ Nộ vụ", Kind::Body, &["bo-noi-vu"]),
        ("Ủy ban nhân dân tỉnh", Kind::Body, &["cap-tinh"]),
        ("các cơ quan chức năng", Kind::Group, &[]),
        ("các sở, ban, ngành và địa phương", Kind::Group, &["nganh"]),
        ("X", Kind::Body, &[]),
    ] {
        let proposal = proposed(&record, &Name { written: name.to_owned(), kind }).expect("not known");
        assert_eq!(proposal.nearest, near, "{name}");
    }
}
