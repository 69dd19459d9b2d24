//! Agencies, groups of agencies, and what became of them.

use super::ids::{AgencyId, AgencyIx, GroupId, GroupIx};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashSet};

/// A body that can lead, coordinate or receive a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Address and reference.
    pub id: AgencyId,
    /// Full name.
    pub name: String,
    /// Full name in English, if the data has one.
    pub name_en: Option<String>,
    /// Short name, as used in tables.
    pub short: Option<String>,
    /// Other names and spellings, for search.
    pub also: Vec<String>,
    /// Its code in the exchange of data between offices.
    pub code: Option<AgencyCode>,
    /// What kind of body it is.
    pub kind: AgencyKind,
    /// First day of its life, if it matters.
    pub from: Option<NaiveDate>,
    /// Last day of its life, if it ended.
    pub until: Option<NaiveDate>,
    /// Who took its work over; the first entry takes the open obligations.
    pub succeeded_by: Vec<Succession>,
    /// Address of its own site.
    pub url: Option<String>,
    /// For readers.
    pub note: Option<String>,
}

impl Agency {
    /// All that it is called in the data: id, name, short name, other spellings.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        let texts = std::iter::once(&self.name).chain(&self.short).chain(&self.also).map(String::as_str);
        std::iter::once(self.id.as_str()).chain(texts)
    }

    /// Whether there is a day on which both live.
    pub fn lives_beside(&self, other: &Self) -> bool {
        let ends_before = |a: &Self, b: &Self| a.until.zip(b.from).is_some_and(|(until, from)| until < from);
        !ends_before(self, other) && !ends_before(other, self)
    }
}

/// Electronic identification code of an agency (mã định danh điện tử, Quyết định 20/2020/QĐ-TTg): `G22`, and below it
/// `G22.05`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyCode(Box<str>);

impl AgencyCode {
    /// Three characters that begin with a letter, then further levels of two to four after points: capital letters and
    /// digits.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let mut parts = text.split('.');
        let first = parts.next().is_some_and(|p| p.len() == 3 && plain(p) && p.as_bytes()[0].is_ascii_uppercase());
        let good = first && text.len() <= 35 && parts.all(|p| (2..=4).contains(&p.len()) && plain(p));
        good.then(|| Self(text.into()))
    }

    /// As it stands in files.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One step of succession.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    /// The agency that takes over.
    pub agency: AgencyIx,
    /// First day on which it answers for the open obligations.
    pub from: NaiveDate,
    /// For readers.
    pub note: Option<String>,
}

/// Kinds of bodies, in the order in which the index lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgencyKind {
    /// Bộ
    Ministry,
    /// Cơ quan ngang bộ
    Ministerial,
    /// Cơ quan thuộc Chính phủ
    GovernmentAgency,
    /// Tỉnh, thành phố trực thuộc trung ương
    Province,
    /// Ban chỉ đạo, tổ công tác, hội đồng
    Body,
    /// Cơ quan của Đảng
    Party,
    /// Doanh nghiệp, tổng công ty
    Enterprise,
    /// Anything else, posts included
    Other,
}

impl AgencyKind {
    /// All kinds, in the order of the index.
    pub const ALL: [Self; 8] = [
        Self::Ministry,
        Self::Ministerial,
        Self::GovernmentAgency,
        Self::Province,
        Self::Body,
        Self::Party,
        Self::Enterprise,
        Self::Other,
    ];

    /// As written in data files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ministry => "ministry",
            Self::Ministerial => "ministerial",
            Self::GovernmentAgency => "government-agency",
            Self::Province => "province",
            Self::Body => "body",
            Self::Party => "party",
            Self::Enterprise => "enterprise",
            Self::Other => "other",
        }
    }
}

/// Agencies that a document names together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Address and reference; shares its namespace with agencies.
    pub id: GroupId,
    /// Full name.
    pub name: String,
    /// Full name in English, if the data has one.
    pub name_en: Option<String>,
    /// Short name, as used in tables.
    pub short: Option<String>,
    /// Named, never expanded ("các cơ quan liên quan").
    pub open: bool,
    /// Who belongs to it, and when; empty for an open group.
    pub members: Vec<Member>,
    /// For readers.
    pub note: Option<String>,
}

/// One entry of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// An agency, or another group with all its members.
    pub who: Party,
    /// First day of membership.
    pub from: Option<NaiveDate>,
    /// Last day of membership.
    pub until: Option<NaiveDate>,
}

impl Member {
    /// Whether the membership holds on `day`.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// The agencies that `party` means on `day` (without a day: ever), each once, and how many entries were read for them. A
/// group is read once, however many ways lead to it.
pub(crate) fn expand(groups: &[Group], party: Party, day: Option<NaiveDate>) -> (BTreeSet<AgencyIx>, usize) {
    let (mut found, mut read) = (BTreeSet::new(), 1);
    let mut seen = HashSet::new();
    let mut open = vec![party];
    while let Some(party) = open.pop() {
        match party {
            Party::Agency(agency) => {
                found.insert(agency);
            }
            Party::Group(group) => {
                if seen.insert(group) {
                    let members = &groups[group.at()].members;
                    read += members.len();
                    open.extend(members.iter().filter(|m| day.is_none_or(|day| m.holds_on(day))).map(|m| m.who));
                }
            }
        }
    }
    (found, read)
}

/// Whoever a task names or an obligation is held by: one agency or a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// One agency.
    Agency(AgencyIx),
    /// A group.
    Group(GroupIx),
}

impl Party {
    /// Name in exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agency(_) => "agency",
            Self::Group(_) => "group",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(members: &[Party]) -> Group {
        let member = |who: &Party| Member { who: *who, from: None, until: None };
        let members = members.iter().map(member).collect();
        let id = GroupId::parse("nhom").expect("a slug");
        Group { id, name: String::new(), name_en: None, short: None, open: false, members, note: None }
    }

    #[test]
    fn codes_of_agencies() {
        for good in ["G22", "H57", "H57.12", "G12.18.003", "A0B.1C"] {
            assert_eq!(AgencyCode::parse(good).as_ref().map(AgencyCode::as_str), Some(good));
        }
        for bad in ["", "G", "G2", "g22", "022", "G222", "G22.", "G22.1", "G22..01", ".G22", "000.00.00.G22", "G22 "] {
            assert_eq!(AgencyCode::parse(bad), None, "{bad}");
        }
        assert_eq!(AgencyCode::parse(&format!("G22{}", ".1234".repeat(7))), None);
    }

    /// Two groups a level, both with both of the level below: 2^60 ways, and each entry is read once.
    #[test]
    fn a_group_is_read_once_however_many_ways_lead_to_it() {
        let below = |n: usize| match n / 2 {
            0 => vec![Party::Agency(AgencyIx::new(0))],
            level => vec![Party::Group(GroupIx::new(level * 2 - 2)), Party::Group(GroupIx::new(level * 2 - 1))],
        };
        let groups: Vec<Group> = (0..120).map(|n| group(&below(n))).collect();
        let (found, read) = expand(&groups, Party::Group(GroupIx::new(119)), None);
        // The top reads two entries, each of the 58 levels below four, the lowest two.
        assert_eq!((found.len(), read), (1, 1 + 2 + 58 * 4 + 2));
    }

    #[test]
    fn no_nesting_is_too_deep() {
        let below = |n: usize| match n.checked_sub(1) {
            None => vec![Party::Agency(AgencyIx::new(0))],
            Some(n) => vec![Party::Group(GroupIx::new(n))],
        };
        let groups: Vec<Group> = (0..100_000).map(|n| group(&below(n))).collect();
        assert_eq!(expand(&groups, Party::Group(GroupIx::new(99_999)), None).1, 100_001);
    }
}
