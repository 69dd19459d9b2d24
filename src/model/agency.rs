//! Agencies, groups of agencies, and what became of them.

use super::ids::{AgencyId, AgencyIx, GroupId, GroupIx};
use chrono::NaiveDate;

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
