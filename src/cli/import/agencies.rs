//! The agencies that a draft names: known to the record, carried in the pack, or new.

use super::super::output::Output;
use super::ask::ask;
use crate::edit::{ChangeSet, Entry, Refusal, Yaml, new_agencies_of_pack, new_agency, new_groups};
use crate::import::draft::{Document, Draft, Task, Why};
use crate::import::matching::{Match, Matcher, Proposal};
use crate::import::names::{Kind, Name, list};
use crate::import::resolved::{Id, Resolved};
use crate::import::write::NOBODY;
use crate::load::MappedName;
use crate::model::Dataset;
use std::collections::{BTreeMap, BTreeSet};

/// Where new agencies go when several files could take them.
const FILE: &str = "content/agencies/khac.yaml";
/// The same for groups.
const GROUPS: &str = "content/agencies/nhom.yaml";

/// What each name of a draft means.
pub struct Names {
    all: BTreeMap<Name, Match>,
    /// Ids of the issuer and of the body that met.
    issuer: Option<Name>,
    body: Option<Name>,
    /// Whether some task names no lead.
    nobody: bool,
}

impl Names {
    pub fn of(draft: &Draft, matcher: &Matcher) -> Self {
        let mut names: BTreeSet<Name> = BTreeSet::new();
        let mut nobody = false;
        for task in tasks(draft) {
            let helpers = task.with.iter().filter(|name| name.kind != Kind::Person);
            names.extend(task.lead.iter().chain(helpers).chain(&task.report_to).cloned());
            nobody |= task.lead.iter().all(|name| name.kind == Kind::Reference);
        }
        let Document { issuer, body, .. } = &draft.document;
        let one = |text: &Option<String>| {
            let text = text.as_ref()?;
            let listed = list(text).into_iter().next().filter(|name| name.written == *text);
            Some(listed.unwrap_or_else(|| Name { written: text.clone(), kind: Kind::Body }))
        };
        let (issuer, body) = (one(issuer), one(body));
        names.extend(issuer.iter().chain(&body).cloned());
        Self { all: matcher.find_all(names), issuer, body, nobody }
    }

    /// Takes names for what a mapping says of them.
    pub fn confirm(&mut self, said: &[MappedName]) {
        for (name, found) in &mut self.all {
            if let Some(said) = said.iter().find(|said| said.name == name.written) {
                *found = Match::Known { id: said.id.clone(), why: None };
            }
        }
    }

    pub fn resolved(&self) -> Resolved {
        let ids = self.all.keys().filter_map(|name| Some((name.clone(), self.id(name)?)));
        Resolved::new(ids.collect())
    }

    fn id(&self, name: &Name) -> Option<Id> {
        match self.all.get(name)? {
            Match::Known { id, why } | Match::Pack { id, why, .. } => Some(Id { id: id.clone(), why: *why }),
            Match::Unknown(proposal) => Some(Id { id: proposal.id.clone(), why: Some(Why::Unknown) }),
            Match::Words => None,
        }
    }

    pub fn why(&self, name: &Name) -> Option<Why> {
        self.id(name)?.why
    }

    /// Ids of the body that met and of the issuer.
    pub fn of_document(&self) -> (Option<String>, Option<String>) {
        let id = |name: &Option<Name>| Some(self.id(name.as_ref()?)?.id);
        (id(&self.body), id(&self.issuer))
    }

    /// What the record and the pack lack, each once.
    pub fn unknown(&self) -> Vec<&Proposal> {
        let mut seen = BTreeSet::new();
        let proposals = self.all.values().filter_map(|found| match found {
            Match::Unknown(proposal) => Some(proposal),
            Match::Known { .. } | Match::Pack { .. } | Match::Words => None,
        });
        proposals.filter(|proposal| seen.insert(&proposal.id)).collect()
    }
}

fn tasks(draft: &Draft) -> impl Iterator<Item = &Task> {
    draft.tasks.iter().flat_map(|task| std::iter::once(task).chain(&task.parts))
}

/// Asks on a terminal whether what is unknown is to be added; without one the answer is no.
pub fn asked(names: &Names, out: &Output) -> bool {
    let n = out.words.number(names.unknown().len() as u64);
    let answer = ask(&out.words.with("import-ask-names", &[("n", &n)]));
    answer.is_some_and(|answer| matches!(answer.as_str(), "c" | "có" | "co" | "y" | "yes"))
}

/// Adds what the pack has and what is new; the names of those out of the pack.
///
/// # Errors
/// A file of agencies cannot be edited safely.
pub fn add(changes: &mut ChangeSet<'_>, names: &Names, record: &Dataset) -> Result<Vec<String>, Refusal> {
    let mut packed = Vec::new();
    if let Some(pack) = Matcher::pack() {
        let wanted: BTreeSet<_> = names
            .all
            .values()
            .filter_map(|found| match found {
                Match::Pack { agency, .. } => Some(*agency),
                Match::Known { .. } | Match::Unknown(_) | Match::Words => None,
            })
            .collect();
        packed = wanted.iter().map(|ix| pack[*ix].name.clone()).collect();
        or_in(FILE, |file| new_agencies_of_pack(changes, file, pack, record, wanted.iter().copied().collect()))?;
    }
    let mut groups = Vec::new();
    for proposal in names.unknown() {
        let entry: Entry = vec![("id", Yaml::Word(proposal.id.clone())), ("name", Yaml::Text(proposal.name.clone()))];
        match proposal.kind {
            Some(kind) => {
                let entry: Entry = entry.into_iter().chain([("kind", Yaml::Word(kind.to_owned()))]).collect();
                or_in(FILE, |file| new_agency(changes, file, entry.clone()))?;
            }
            None => groups.push(entry.into_iter().chain([("open", Yaml::Word("true".to_owned()))]).collect()),
        }
    }
    if names.nobody && record.groups.iter().all(|group| group.id.as_str() != NOBODY.0) {
        groups.push(vec![
            ("id", Yaml::Word(NOBODY.0.to_owned())),
            ("name", Yaml::Text(NOBODY.1.to_owned())),
            ("open", Yaml::Word("true".to_owned())),
        ]);
    }
    if !groups.is_empty() {
        or_in(GROUPS, |file| new_groups(changes, file, groups.clone()))?;
    }
    Ok(packed)
}

/// In the only file that there is, else in the usual one.
fn or_in<T>(usual: &str, mut edit: impl FnMut(Option<&str>) -> Result<T, Refusal>) -> Result<T, Refusal> {
    match edit(None) {
        Err(Refusal::WhichFile(_)) => edit(Some(usual)),
        done => done,
    }
}
