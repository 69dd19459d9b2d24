//! The carried pack of Vietnam beside the sample site, which is of the same bodies.

use crate::sample::folder;
use std::collections::BTreeMap;
use tiendo::load::{Pack, disk};
use tiendo::model::{Agency, Dataset};

/// Whatever both have under one id is the same body: name, code, kind, days, who came after.
#[test]
fn the_pack_and_the_sample_say_the_same() {
    let pack = Pack::named("vn").expect("the pack of Vietnam").read();
    let snapshot = disk::read(folder()).expect("the sample");
    let loaded = tiendo::load::load(&snapshot, |_| "2026-11-27".parse().expect("a day"));
    let sample = loaded.dataset.expect("a sound site");
    let known = told(&pack);
    let mut both = 0;
    for (id, said) in told(&sample) {
        if let Some(carried) = known.get(&id) {
            assert_eq!(&said, carried, "{id}");
            both += 1;
        }
    }
    // 18 + 4 and 2 new ones, 8 of the government, 63 and Huế under its former name.
    assert_eq!(both, 24 + 8 + 64);
}

fn told(data: &Dataset) -> BTreeMap<String, String> {
    let line = |agency: &Agency| {
        let steps: Vec<_> = agency.succeeded_by.iter().map(|s| (data[s.agency].id.as_str(), s.from)).collect();
        let kind = agency.kind.code();
        let life = (agency.from, agency.until);
        format!("{} {:?} {:?} {kind} {life:?} {steps:?}", agency.name, agency.name_en, agency.code)
    };
    data.agencies.iter().map(|agency| (agency.id.to_string(), line(agency))).collect()
}
