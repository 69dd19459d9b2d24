//! `content/agencies/*.yaml`

use super::unresolved::{Unresolved, named};
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::{Fields, Loc, id};
use crate::load::schema;
use crate::load::values::check_order;
use crate::load::yaml::Node;
use crate::model::{Agency, AgencyId, AgencyKind, Group, GroupId};
use chrono::NaiveDate;

#[derive(Debug, Clone, Default)]
pub struct RawAgencies {
    pub agencies: Vec<RawAgency>,
    pub groups: Vec<RawGroup>,
    pub unresolved: Unresolved,
}

#[derive(Debug, Clone)]
pub struct RawAgency {
    /// Still without successors.
    pub agency: Agency,
    pub at: Place,
    /// Where its code stands.
    pub code_at: Option<Place>,
    pub aliases: Vec<Loc<String>>,
    pub succeeded_by: Vec<RawSuccession>,
}

#[derive(Debug, Clone)]
pub struct RawSuccession {
    pub agency: Loc<String>,
    pub from: NaiveDate,
    pub note: Option<String>,
}

#[derive(Debug, Clone)]
pub struct RawGroup {
    /// Still without members.
    pub group: Group,
    pub at: Place,
    pub members: Vec<RawMember>,
}

#[derive(Debug, Clone)]
pub struct RawMember {
    pub who: RawWho,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

#[derive(Debug, Clone)]
pub enum RawWho {
    Agency(Loc<String>),
    Group(Loc<String>),
}

pub fn agencies(yaml: Node<'_>, sink: &mut Sink) -> RawAgencies {
    let mut unresolved = Unresolved::default();
    let Some(mut f) = Fields::open(yaml, &schema::AGENCIES_FILE, sink) else {
        unresolved.lose(None);
        return RawAgencies { unresolved, ..RawAgencies::default() };
    };
    let agencies = named(&mut f, "agencies", &schema::AGENCY, &mut unresolved, sink, agency);
    let groups = named(&mut f, "groups", &schema::GROUP, &mut unresolved, sink, group);
    RawAgencies { agencies, groups, unresolved }
}

fn agency(f: &mut Fields<'_>, name: Loc<String>, sink: &mut Sink) -> Option<RawAgency> {
    let id = id(name, AgencyId::parse, sink);
    let name = f.text("name", sink);
    let kind = f.choice("kind", sink, |text| AgencyKind::ALL.into_iter().find(|k| k.code() == text));
    let (name_en, short) = (f.text("name_en", sink), f.text("short", sink));
    let also = f.texts("also", sink);
    let code = f.agency_code("code", sink);
    let code_at = code.as_ref().map(|code| code.at);
    let aliases = f.ids("aliases", AgencyId::parse, sink);
    let (from, until) = life(f, sink);
    let succeeded_by = f.many("succeeded_by", sink, succession);
    let (url, note) = (f.url("url", sink).map(|l| l.value), f.text("note", sink));
    let (Loc { value: id, at }, name, kind) = (id?, name?, kind?.value);
    let code = code.map(|code| code.value);
    let agency =
        Agency { id, name, name_en, short, also, code, kind, from, until, succeeded_by: Vec::new(), url, note };
    Some(RawAgency { agency, at, code_at, aliases, succeeded_by })
}

fn succession(yaml: Node<'_>, sink: &mut Sink) -> Option<RawSuccession> {
    let mut f = Fields::open(yaml, &schema::SUCCESSION, sink)?;
    let (agency, from, note) = (f.located("agency", sink), f.day("from", sink), f.text("note", sink));
    Some(RawSuccession { agency: agency?, from: from?.value, note })
}

fn group(f: &mut Fields<'_>, name: Loc<String>, sink: &mut Sink) -> Option<RawGroup> {
    let id = id(name, GroupId::parse, sink);
    let (name, name_en, short) = (f.text("name", sink), f.text("name_en", sink), f.text("short", sink));
    let has_open = f.written("open");
    let open = f.flag("open", sink);
    let mut lost = f.lost("members") || (has_open && open.is_none());
    let members = f.many("members", sink, |node, sink| {
        let made = member(node, sink);
        lost |= made.is_none();
        made
    });
    let note = f.text("note", sink);
    let Loc { value: id, at } = id?;
    let open = open.is_some_and(|o| o.value);
    if open && !members.is_empty() {
        let at = f.key_place("members").unwrap_or(at);
        sink.push(Diagnostic::new(Code::GroupMembers, at).arg("id", id.as_str()).arg("reason", "open"));
    }
    if !open && members.is_empty() && !lost {
        sink.push(Diagnostic::new(Code::GroupMembers, at).arg("id", id.as_str()).arg("reason", "empty"));
    }
    let group = Group { id, name: name?, name_en, short, open, members: Vec::new(), note };
    Some(RawGroup { group, at, members })
}

fn member(yaml: Node<'_>, sink: &mut Sink) -> Option<RawMember> {
    let mut f = Fields::open(yaml, &schema::MEMBER, sink)?;
    let (from, until) = life(&mut f, sink);
    let (agency, group) = (f.located("agency", sink), f.located("group", sink));
    let who = match (agency, group) {
        (Some(agency), None) => RawWho::Agency(agency),
        (None, Some(group)) => RawWho::Group(group),
        (Some(_), Some(group)) => {
            let diagnostic = Diagnostic::new(Code::ConflictingFields, group.at).arg("reason", "excludes");
            sink.push(diagnostic.arg("field", "group").arg("other", "agency"));
            return None;
        }
        (None, None) => {
            if !f.has("agency") && !f.has("group") {
                let diagnostic = Diagnostic::new(Code::MissingField, f.at).arg("field", "agency");
                sink.push(diagnostic.arg("record", "member").arg("example", "bo-noi-vu"));
            }
            return None;
        }
    };
    Some(RawMember { who, from, until })
}

/// `from` and `until`.
fn life(f: &mut Fields<'_>, sink: &mut Sink) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (from, until) = (f.day("from", sink), f.day("until", sink));
    if let (Some(from), Some(until)) = (&from, &until) {
        check_order(from.value, from.at, until.value, until.at, sink);
    }
    (from.map(|l| l.value), until.map(|l| l.value))
}
