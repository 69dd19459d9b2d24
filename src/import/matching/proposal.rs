//! What a name that nothing bears would become.

use super::book::Book;
use super::keys::{bare, key, loose};
use crate::import::names::{Kind, Name};
use crate::load::slug_within;
use std::collections::BTreeSet;

/// Longest id made of a name.
const LONGEST: usize = 60;
/// Most names shown beside another.
const MOST: usize = 3;
/// How alike a name must be to be shown beside another, in hundredths.
const ALIKE: usize = 50;
/// One letter of so many may be a slip.
const SLIP: usize = 6;

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
        let mut near: Vec<(usize, &str)> = Vec::new();
        for party in &known.parties {
            let alike = alike(&own, &key(&party.name));
            if alike >= ALIKE {
                near.push((alike, &party.id));
            }
        }
        near.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let mut nearest = known.bearers(&name.written);
        nearest.extend(near.into_iter().map(|(_, id)| id).take(MOST));
        let mut seen = BTreeSet::new();
        let nearest = nearest.into_iter().filter(|id| seen.insert(*id)).take(MOST).map(str::to_owned).collect();
        Self { id: id(written), name: capital, kind, nearest }
    }

    /// Equal for proposals that are one agency or group: `UBND tỉnh`, `Ủy ban nhân dân tỉnh`.
    pub fn one(&self) -> (String, bool) {
        (key(&self.name), self.kind.is_none())
    }
}

/// How alike two keys are, in hundredths: by the words that they share, and by those that they share in pairs, since
/// `Ủy ban nhân dân` and `Ủy ban Dân tộc` have three words in common; and by a slip of few letters.
fn alike(one: &str, other: &str) -> usize {
    let (one, other) = (loose(bare(one).unwrap_or(one)), loose(bare(other).unwrap_or(other)));
    let (a, b): (Vec<&str>, Vec<&str>) = (one.split('-').collect(), other.split('-').collect());
    let pairs = |words: &[&str]| words.windows(2).map(|pair| pair.join("-")).collect::<Vec<_>>();
    let words = shared(&a, &b);
    let paired = if a.len() == 1 && b.len() == 1 { words } else { shared(&pairs(&a), &pairs(&b)) };
    let longest = one.len().max(other.len());
    // Words that share nothing are too far apart to be counted letter by letter.
    let slips = if words == 0 || longest > LONGEST * 2 { longest } else { strsim::osa_distance(&one, &other) };
    let slip = if slips * SLIP <= longest { 100 - slips * 100 / longest.max(1) } else { 0 };
    slip.max(usize::midpoint(words, paired))
}

/// Twice what two lists share, in hundredths of what both have.
fn shared<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    let mut left: Vec<&T> = other.iter().collect();
    let mut common = 0;
    for item in one {
        if let Some(at) = left.iter().position(|other| *other == item) {
            left.swap_remove(at);
            common += 1;
        }
    }
    common * 200 / (one.len() + other.len()).max(1)
}

/// With a small letter in front, unless the first word is an abbreviation.
fn lower_first(text: &str) -> String {
    if text.chars().take_while(|c| c.is_alphanumeric()).filter(|c| c.is_uppercase()).count() > 1 {
        return text.to_owned();
    }
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

fn id(name: &str) -> String {
    let id = slug_within(name, LONGEST);
    if id.is_empty() { "co-quan".to_owned() } else { id }
}
