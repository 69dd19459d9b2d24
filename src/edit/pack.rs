//! Agencies out of a carried pack, into a site.

use super::change_set::ChangeSet;
use super::create::new_agency;
use super::refusal::Refusal;
use super::yaml_writer::{Entry, Yaml};
use crate::diag::closest;
use crate::load::{agency_named, slug};
use crate::model::{Agency, AgencyIx, Dataset};

/// Adds the agency of a pack that a name means, and those that come after it as far as the site lacks them; the path of
/// their file.
///
/// # Errors
/// The pack has none of that name, the site has it already, or [`new_agency`] refuses.
pub fn new_agency_of_pack(
    changes: &mut ChangeSet<'_>,
    file: Option<&str>,
    pack: &Dataset,
    site: &Dataset,
    name: &str,
) -> Result<String, Refusal> {
    let Some(wanted) = agency_named(pack, name) else {
        let spellings = pack.agencies.iter().flat_map(Agency::spellings);
        return Err(Refusal::NotInPack(name.to_owned(), closest(name, spellings).map(str::to_owned)));
    };
    if let Some(known) = on_site(site, &pack[wanted]) {
        return Err(Refusal::Known(known.id.to_string(), known.name.clone()));
    }
    let path = new_agencies_of_pack(changes, file, pack, site, vec![wanted])?;
    Ok(path.expect("the agency that was wanted is new"))
}

/// Adds agencies of a pack, and those that come after them, as far as the site lacks them; the path of their file, if any
/// is new.
///
/// # Errors
/// [`new_agency`] refuses.
pub fn new_agencies_of_pack(
    changes: &mut ChangeSet<'_>,
    file: Option<&str>,
    pack: &Dataset,
    site: &Dataset,
    wanted: Vec<AgencyIx>,
) -> Result<Option<String>, Refusal> {
    let mut new = wanted;
    new.retain(|ix| on_site(site, &pack[*ix]).is_none());
    let mut at = 0;
    while let Some(ix) = new.get(at).copied() {
        for step in &pack[ix].succeeded_by {
            if !new.contains(&step.agency) && on_site(site, &pack[step.agency]).is_none() {
                new.push(step.agency);
            }
        }
        at += 1;
    }
    let mut path = None;
    for ix in new {
        let named = path.as_deref().or(file);
        path = Some(new_agency(changes, named, entry(pack, site, ix))?);
    }
    Ok(path)
}

/// The site's own entry of a body: of the same id, or of the same name under another id.
fn on_site<'d>(site: &'d Dataset, agency: &Agency) -> Option<&'d Agency> {
    let name = slug(&agency.name);
    site.agencies.iter().find(|own| own.id == agency.id || slug(&own.name) == name)
}

fn entry(pack: &Dataset, site: &Dataset, ix: AgencyIx) -> Entry {
    let agency = &pack[ix];
    let text = |text: &Option<String>| text.clone().map(Yaml::Text);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| Yaml::Word(day.to_string()));
    let steps: Vec<Entry> = agency
        .succeeded_by
        .iter()
        .map(|step| {
            let after = &pack[step.agency];
            let id = on_site(site, after).unwrap_or(after).id.to_string();
            vec![("agency", Yaml::Word(id)), ("from", Yaml::Word(step.from.to_string()))]
        })
        .collect();
    [
        ("id", Some(Yaml::Word(agency.id.to_string()))),
        ("name", Some(Yaml::Text(agency.name.clone()))),
        ("name_en", text(&agency.name_en)),
        ("short", text(&agency.short)),
        ("also", (!agency.also.is_empty()).then(|| Yaml::Words(agency.also.clone()))),
        ("code", agency.code.as_ref().map(|code| Yaml::Word(code.as_str().to_owned()))),
        ("kind", Some(Yaml::Word(agency.kind.code().to_owned()))),
        ("from", day(agency.from)),
        ("until", day(agency.until)),
        ("succeeded_by", (!steps.is_empty()).then_some(Yaml::Maps(steps))),
        ("url", text(&agency.url)),
        ("note", text(&agency.note)),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((key, value?)))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{PACKS, Pack, Snapshot, load};

    fn site(agencies: &str) -> Snapshot {
        let site = ("content/site.yaml", "title: Trang thử\n");
        Snapshot::of_texts([site, ("content/agencies/co-quan.yaml", agencies)])
    }

    fn read(snapshot: &Snapshot, pack: &Pack) -> Dataset {
        let loaded = load(snapshot, |_| pack.checked());
        loaded.dataset.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics.into_sorted(&loaded.sources)))
    }

    /// Each agency of a pack can be taken, and stands in the site as in the pack.
    #[test]
    fn what_was_taken_is_what_the_pack_has() {
        for pack in PACKS {
            let data = pack.read();
            let snapshot = site("agencies:\n  - {id: van-phong, name: Văn phòng Thí Dụ, kind: other}\n");
            let own = read(&snapshot, pack);
            for agency in &data.agencies {
                let mut changes = ChangeSet::new(&snapshot);
                let made = new_agency_of_pack(&mut changes, None, &data, &own, &agency.name);
                assert_eq!(made.as_deref(), Ok("content/agencies/co-quan.yaml"), "{}", agency.id);
                let site = read(&changes.applied(), pack);
                let (ix, taken) = site.agency_list().find(|(_, a)| a.id == agency.id).expect("it was taken");
                let after = |data: &Dataset, of: &Agency| -> Vec<String> {
                    of.succeeded_by.iter().map(|step| format!("{} {}", data[step.agency].id, step.from)).collect()
                };
                assert_eq!(after(&site, taken), after(&data, agency));
                let bare = |agency: &Agency| Agency { succeeded_by: Vec::new(), ..agency.clone() };
                assert_eq!(bare(&site[ix]), bare(agency));
            }
        }
    }

    #[test]
    fn a_body_that_the_site_has_under_another_id_is_not_written_again() {
        let pack = Pack::named("vn").expect("the pack of Vietnam");
        let snapshot = site("agencies:\n  - {id: khcn, name: Bộ Khoa học và Công nghệ, kind: ministry}\n");
        let own = read(&snapshot, pack);
        let mut changes = ChangeSet::new(&snapshot);
        new_agency_of_pack(&mut changes, None, &pack.read(), &own, "Bộ TT&TT").expect("taken");
        let site = read(&changes.applied(), pack);
        let taken = site.agencies.iter().find(|a| a.id.as_str() == "bo-thong-tin-va-truyen-thong").expect("taken");
        assert_eq!((site.agencies.len(), site[taken.succeeded_by[0].agency].id.as_str()), (2, "khcn"));
        let known = Refusal::Known("khcn".into(), "Bộ Khoa học và Công nghệ".into());
        assert_eq!(new_agency_of_pack(&mut changes, None, &pack.read(), &own, "bo kh&cn"), Err(known));
    }
}
