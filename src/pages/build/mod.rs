//! Fills views from a report. Every function here is pure: (report, words, page) → view.

mod agency;
mod calendar;
mod changes;
mod data;
mod embed;
mod files;
mod frame;
mod home;
mod linked;
mod made_once;
mod matrix;
mod meeting;
mod moved;
mod picture;
mod rows;
mod search;
mod summary;
mod task;

pub(crate) use agency::row_count;
pub use calendar::Deadlines;
pub use changes::Changes;
pub use frame::{FrameOptions, site_view};
pub use made_once::MadeOnce;
pub use matrix::Matrices;
pub use meeting::Clauses;
pub(crate) use meeting::meeting_parts;
pub(crate) use rows::parts;

use super::view::{Link, Said, Tongue};
use super::words::Words;
use crate::derive::{Report, Worklist};
use crate::model::{AgencyIx, Dataset, Extra, GroupIx, Language, MeetingIx, Party, TaskIx};
use crate::open_data::Catalogue;
use crate::plan::route::{Route, folder_of, root_of};
use std::cell::OnceCell;
use std::sync::Arc;

/// Most rows of a table on one page (issue: pages of at most 200 rows).
pub const PAGE_ROWS: usize = 200;

/// Bytes of an address with the way to the root and the anchor of a clause, or a little more.
const AN_ADDRESS: usize = 80;

/// What every builder needs: the numbers, the words, the site-wide indices, and where the page lies.
pub struct Builder<'p> {
    /// All statuses and tallies.
    pub report: &'p Report,
    /// The words of the page's language.
    pub words: &'p Words,
    /// Orders and reverse relations, made once for the site.
    pub index: &'p SiteIndex,
    /// Parts that other pages show too.
    pub made_once: &'p MadeOnce,
    /// The page.
    pub route: Route,
    /// Leads to the root of the site.
    root: String,
    /// Folder of the pages of this language, below that root.
    folder: String,
    /// What is known of the page's task: its page says it twice.
    known: OnceCell<String>,
}

/// Orders and reverse relations that many pages need.
pub struct SiteIndex {
    /// Rank of each agency by name, in Vietnamese order.
    pub agency_rank: Vec<u32>,
    /// Rank of each group by name, in Vietnamese order.
    pub group_rank: Vec<u32>,
    /// Tasks whose `parent` is the task.
    pub children: Vec<Vec<TaskIx>>,
    /// Tasks by the clause that states them.
    pub clauses: Clauses,
    /// For each meeting the one of its body right before it, and the one right after.
    pub neighbours: Vec<(Option<MeetingIx>, Option<MeetingIx>)>,
    worklists: [Vec<TaskIx>; Worklist::ALL.len()],
    /// All deadlines by day; nothing where no page shows them.
    pub deadlines: Deadlines,
    /// All changes by month; nothing where the site leaves them out.
    pub changes: Changes,
    /// Duties of many agencies; nothing where the site leaves them out.
    pub matrices: Matrices,
    /// From whom each agency took over: (agency, position in its successions).
    pub predecessors: Vec<Vec<(AgencyIx, usize)>>,
    /// Groups that contain each agency at the as-of date, directly or through another group.
    pub groups_of: Vec<Vec<GroupIx>>,
    /// Tasks given to each group by the document.
    pub tasks_of_group: Vec<Vec<TaskIx>>,
    /// The files for machines: pages link to no other.
    pub files: Arc<Catalogue>,
}

impl<'p> Builder<'p> {
    /// A builder for the page at `route`, by what all pages share.
    pub fn new(
        report: &'p Report,
        words: &'p Words,
        index: &'p SiteIndex,
        made_once: &'p MadeOnce,
        route: Route,
    ) -> Self {
        let folder = folder_of(words.lang, &report.data.settings);
        let root = root_of(&format!("{folder}{}", route.path(&report.data)));
        Self { report, words, index, made_once, route, root, folder, known: OnceCell::new() }
    }

    /// A builder for a part that stands on many pages: its addresses begin with what stands for the way to the root.
    fn anywhere(&self) -> Self {
        let root = crate::theme::ROOT.to_string();
        let Self { report, words, index, made_once, .. } = *self;
        let (folder, known) = (self.folder.clone(), OnceCell::new());
        Self { report, words, index, made_once, route: Route::Home, root, folder, known }
    }

    fn data(&self) -> &'p Dataset {
        &self.report.data
    }

    /// Address of a page, relative to this one.
    fn href(&self, to: Route) -> String {
        let mut href = String::with_capacity(AN_ADDRESS);
        href.push_str(&self.root);
        href.push_str(&self.folder);
        to.add_path(self.data(), &mut href);
        href
    }

    fn link(&self, to: Route, text: impl Into<Said>) -> Link {
        let Said { text, lang } = text.into();
        Link { href: self.href(to), text, lang }
    }

    fn task_title(&self, ix: TaskIx) -> Said {
        let task = &self.data()[ix];
        self.pick(&task.title, task.title_en.as_ref())
    }

    fn task_link(&self, ix: TaskIx) -> Link {
        self.link(Route::Task(ix), self.task_title(ix))
    }

    fn agency_link(&self, ix: AgencyIx) -> Link {
        let agency = &self.data()[ix];
        self.link(Route::Agency(ix, 1), self.pick(&agency.name, agency.name_en.as_ref()))
    }

    /// Agency with its short name, for tables; the full name where there is no short one.
    fn agency_short(&self, ix: AgencyIx) -> Link {
        let agency = &self.data()[ix];
        match &agency.short {
            Some(short) if self.own_tongue() => self.link(Route::Agency(ix, 1), short),
            Some(_) | None => self.agency_link(ix),
        }
    }

    fn group_link(&self, ix: GroupIx) -> Link {
        let group = &self.data()[ix];
        self.link(Route::Group(ix, 1), self.pick(&group.name, group.name_en.as_ref()))
    }

    fn party_link(&self, party: Party) -> Link {
        match party {
            Party::Agency(ix) => self.agency_link(ix),
            Party::Group(ix) => self.group_link(ix),
        }
    }

    fn party_short(&self, party: Party) -> Link {
        match party {
            Party::Agency(ix) => self.agency_short(ix),
            Party::Group(ix) => {
                let group = &self.data()[ix];
                match &group.short {
                    Some(short) if self.own_tongue() => self.link(Route::Group(ix, 1), short),
                    Some(_) | None => self.group_link(ix),
                }
            }
        }
    }

    fn holder_link(&self, holder: Party) -> Link {
        match holder {
            Party::Agency(ix) => self.agency_link(ix),
            Party::Group(ix) => self.group_link(ix),
        }
    }

    /// Whether the page speaks the language of the content.
    fn own_tongue(&self) -> bool {
        self.words.lang == self.data().settings.language
    }

    /// The text itself where the page speaks its language, else its translation, if there is one.
    fn pick(&self, text: &str, translation: Option<&String>) -> Said {
        let (text, lang) = self.pick_str(text, translation);
        Said { text: text.to_owned(), lang }
    }

    /// The same without a copy.
    fn pick_str<'t>(&self, text: &'t str, translation: Option<&'t String>) -> (&'t str, Tongue) {
        match translation {
            _ if self.own_tongue() => (text, None),
            Some(text) => (text, (self.words.lang != Language::EN).then_some("en")),
            None => (text, Some(self.data().settings.language.code())),
        }
    }

    fn rank(&self, holder: Party) -> (u8, u32) {
        match holder {
            Party::Agency(ix) => (0, self.index.agency_rank[ix.at()]),
            Party::Group(ix) => (1, self.index.group_rank[ix.at()]),
        }
    }
}

impl SiteIndex {
    /// The tasks of a ready-made list, in its order; nothing where no page shows them.
    pub fn worklist(&self, list: Worklist) -> &[TaskIx] {
        &self.worklists[list as usize]
    }

    /// Makes the orders and reverse relations of a site.
    pub fn new(report: &Report, files: Arc<Catalogue>) -> Self {
        let data = &*report.data;
        let has = |extra| data.settings.has(extra);
        // The overview shows the first of what is overdue, with or without a list of its own.
        let wanted = |list| list == Worklist::Overdue || has(Extra::Lists);
        let worklist = |list| if wanted(list) { report.worklist(list) } else { Vec::new() };
        // A box for other sites shows the next deadlines, with or without a calendar.
        let dated = has(Extra::Calendar) || data.settings.open_data;
        let mut children = vec![Vec::new(); data.tasks.len()];
        let mut tasks_of_group = vec![Vec::new(); data.groups.len()];
        for ix in report.task_list() {
            if let Some(parent) = data[ix].parent {
                children[parent.at()].push(ix);
            }
            for party in &data[ix].lead {
                if let Party::Group(group) = party {
                    tasks_of_group[group.at()].push(ix);
                }
            }
        }
        let mut predecessors = vec![Vec::new(); data.agencies.len()];
        for (ix, agency) in data.agency_list() {
            for (n, step) in agency.succeeded_by.iter().enumerate().filter(|(_, s)| s.from <= report.as_of) {
                predecessors[step.agency.at()].push((ix, n));
            }
        }
        let mut groups_of = vec![Vec::new(); data.agencies.len()];
        for (group, _) in data.group_list() {
            for agency in data.expand(Party::Group(group), Some(report.as_of)) {
                groups_of[agency.at()].push(group);
            }
        }
        Self {
            agency_rank: vietnamese_ranks(data.agencies.iter().map(|a| a.name.as_str())),
            group_rank: vietnamese_ranks(data.groups.iter().map(|g| g.name.as_str())),
            children,
            clauses: Clauses::new(report),
            neighbours: meeting::neighbours(data),
            worklists: Worklist::ALL.map(worklist),
            deadlines: if dated { Deadlines::new(report) } else { Deadlines::default() },
            changes: if has(Extra::Changes) { Changes::new(report) } else { Changes::default() },
            matrices: if has(Extra::Matrices) { Matrices::new(report) } else { Matrices::default() },
            predecessors,
            groups_of,
            tasks_of_group,
            files,
        }
    }
}

/// A text that may be absent; then it is empty.
fn or_empty(text: Option<&String>) -> &str {
    text.map_or("", String::as_str)
}

/// The rank of each name in Vietnamese order (numbers by value, equal names by position).
fn vietnamese_ranks<'n>(names: impl Iterator<Item = &'n str>) -> Vec<u32> {
    use icu_collator::options::CollatorOptions;
    use icu_collator::preferences::CollationNumericOrdering;
    let names: Vec<&str> = names.collect();
    let mut preferences = icu_collator::CollatorPreferences::from(icu_locale_core::locale!("vi"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let collator = icu_collator::Collator::try_new(preferences, CollatorOptions::default())
        .expect("the Vietnamese collation is compiled in");
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|&a, &b| collator.compare(names[a], names[b]).then(a.cmp(&b)));
    let mut ranks = vec![0; names.len()];
    for (rank, &n) in order.iter().enumerate() {
        ranks[n] = rank as u32;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::vietnamese_ranks;

    #[test]
    fn vietnamese_order() {
        let names = ["Đà Nẵng", "Hà Nội", "Bộ 10", "Dương Kinh", "Ấn Độ", "An Giang", "Ăng-ten", "Bộ 2", "mã", "má"];
        let ranks = vietnamese_ranks(names.into_iter());
        let mut order: Vec<_> = names.iter().zip(ranks).collect();
        order.sort_by_key(|(_, r)| *r);
        let order: Vec<_> = order.into_iter().map(|(n, _)| *n).collect();
        assert_eq!(
            order,
            ["An Giang", "Ăng-ten", "Ấn Độ", "Bộ 2", "Bộ 10", "Dương Kinh", "Đà Nẵng", "Hà Nội", "mã", "má"]
        );
    }
}
