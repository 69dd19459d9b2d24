//! What a name that nothing bears would become.

use super::book::Book;
use super::keys::key;
use crate::import::names::{Kind, Name};
use crate::load::slug_within;
use std::collections::BTreeSet;

/// Longest id made of a name.
const LONGEST: usize = 60;
/// Most names shown beside another.
const MOST: usize = 3;
/// How alike a name must be to be shown beside another, of 1.
const ALIKE: f64 = 0.86;

/// A new agency or group, to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub id: String,
    /// As written, with a capital letter in front.
    pub name: String,
    /// `ministry`, `province`, `body`, `party`, `enterprise`, `other`; none: a group, which is open.
    pub kind: Option<&'static str>,
    /// Ids of those that are named alike, at most three, nearest first.
    pub nearest: Vec<String>,
}

/// Words that a name begins with, by key, and what kind of body it is.
const KINDS: &[(&str, &str)] = &[
    ("bo-chi-huy", "other"),
    ("bo-tu-lenh", "other"),
    ("bo-", "ministry"),
    ("uy-ban-nhan-dan-tinh-", "province"),
    ("uy-ban-nhan-dan-thanh-pho-", "province"),
    ("tinh-uy", "party"),
    ("thanh-uy", "party"),
    ("dang-uy", "party"),
    ("ban-tuyen-giao", "party"),
    ("ban-to-chuc-trung-uong", "party"),
    ("tinh-", "province"),
    ("thanh-pho-", "province"),
    ("ban-chi-dao", "body"),
    ("to-cong-tac", "body"),
    ("hoi-dong-", "body"),
    ("to-nghien-cuu", "body"),
    ("tap-doan", "enterprise"),
    ("tong-cong-ty", "enterprise"),
    ("cong-ty", "enterprise"),
    ("ngan-hang-", "enterprise"),
];

impl Proposal {
    pub fn new(name: &Name, known: &Book) -> Self {
        let written = name.written.trim();
        let is_group = matches!(name.kind, Kind::Group | Kind::OpenGroup);
        let some = ["các ", "những ", "từng ", "mọi ", "một số "];
        let lower = written.to_lowercase();
        let bare = is_group && !some.iter().any(|word| lower.contains(word));
        // `địa phương` and `các địa phương` are one group.
        let written = if bare { format!("các {}", lower_first(written)) } else { written.to_owned() };
        let written = written.as_str();
        let mut chars = written.chars();
        let capital = chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect());
        let own = key(written);
        let kind = match name.kind {
            Kind::Group | Kind::OpenGroup => None,
            Kind::Body | Kind::Head | Kind::Person | Kind::Reference => {
                Some(KINDS.iter().find(|(start, _)| own.starts_with(start)).map_or("other", |(_, kind)| *kind))
            }
        };
        let mut near: Vec<(f64, &str)> = Vec::new();
        for party in &known.parties {
            let alike = strsim::jaro_winkler(&own, &key(&party.name));
            if alike >= ALIKE {
                near.push((alike, &party.id));
            }
        }
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        let mut nearest = known.bearers(&name.written);
        nearest.extend(near.into_iter().map(|(_, id)| id).take(MOST));
        let mut seen = BTreeSet::new();
        let nearest = nearest.into_iter().filter(|id| seen.insert(*id)).take(MOST).map(str::to_owned).collect();
        Self { id: id(written), name: capital, kind, nearest }
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

fn id(name: &str) -> String {
    let id = slug_within(name, LONGEST);
    if id.is_empty() { "co-quan".to_owned() } else { id }
}
