//! What a report says, whatever its form. Every number comes from `derive`.

use crate::derive::{Label, Obligation, Report, Tally};
use crate::i18n::Words;
use crate::model::{
    AcceptancePolicy, AgencyIx, Language, Party, Period, Person, Scope, TaskIx, Uncomputed, Unreported,
};
use crate::open_data::tally_json;
use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// What a report is to tell.
#[derive(Debug, Clone, Copy)]
pub struct Ask {
    pub whose: Whose,
    /// "Newly" means within so many days.
    pub since: u32,
    /// "Soon" means within so many days.
    pub within: u32,
    pub language: Language,
}

/// Whose obligations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    All,
    /// Those that one agency holds.
    Agency(AgencyIx),
}

/// What a report says.
#[derive(Debug)]
pub struct Summary {
    pub ask: Ask,
    /// The day that it speaks of.
    pub as_of: NaiveDate,
    pub title: String,
    pub agency: Option<Named>,
    /// Of tasks, one label each; none for one agency, which has obligations only.
    pub tasks: Option<Tally>,
    pub obligations: Tally,
    /// Tasks known from news alone, in none of the numbers.
    pub in_news: usize,
    /// Tasks of the whole site that are drafts, in none of the numbers.
    pub drafts: usize,
    /// Whether completions are to be accepted.
    pub acceptance: bool,
    /// What silence means there: it decides whether there is a rate.
    pub unreported_is: Unreported,
    /// Past their last day for at most so many days.
    pub newly_overdue: Vec<Entry>,
    /// With a last day that is near.
    pub due: Vec<Entry>,
    /// Past their last day without a report whether they are done.
    pub unreported: Vec<Entry>,
    /// Reported as completed, not accepted yet.
    pub awaiting: Vec<Entry>,
    /// With a deadline whose day is not known yet.
    pub without_day: Vec<Entry>,
    /// The obligations by holder, the most pressing first.
    pub holders: Vec<(Named, Tally)>,
}

/// Obligations of one task with one deadline.
#[derive(Debug)]
pub struct Entry {
    pub task: String,
    pub title: String,
    /// The number that the office's register gives it.
    pub reference: Option<String>,
    pub supervisor: Option<Person>,
    /// For the office alone: the site shows it nowhere.
    pub officer: Option<Person>,
    /// Why it is late and what is asked for, by who says so.
    pub said: Vec<Said>,
    /// Of a recurring duty.
    pub period: Option<Period>,
    pub due: Option<NaiveDate>,
    /// Why there is no day, where the source sets a deadline.
    pub why: Option<Uncomputed>,
    /// The label that all of them carry.
    pub label: Label,
    pub holders: Vec<Named>,
}

/// What a holder said last about a delay.
#[derive(Debug)]
pub struct Said {
    pub holder: Named,
    pub reason: Option<String>,
    pub proposal: Option<String>,
}

/// An agency or a group that is not expanded.
#[derive(Debug, Clone)]
pub struct Named {
    pub id: String,
    pub name: String,
}

impl Summary {
    pub fn new(report: &Report, ask: Ask, drafts: usize) -> Self {
        let settings = &report.data.settings;
        let entries = |found: Vec<&Obligation>| {
            let mine = |o: &&Obligation| match ask.whose {
                Whose::All => true,
                Whose::Agency(ix) => o.holder == Party::Agency(ix),
            };
            entries(report, found.into_iter().filter(mine), ask.language)
        };
        let (agency, tasks, obligations, in_news) = match ask.whose {
            Whose::All => (None, Some(report.task_tally()), report.tally(), report.tasks_in_news().len()),
            Whose::Agency(ix) => {
                let (agency, own) = (party(report, Party::Agency(ix), ask.language), report.agency(ix));
                (Some(agency), None, own.tally, own.in_news.len())
            }
        };
        Self {
            ask,
            as_of: report.as_of,
            title: pick(ask.language, &settings.title, settings.title_en.as_deref()),
            agency,
            tasks,
            obligations,
            in_news,
            drafts,
            acceptance: settings.acceptance == AcceptancePolicy::Required,
            unreported_is: settings.unreported,
            newly_overdue: entries(report.newly_overdue(ask.since)),
            due: entries(report.due_within(ask.within)),
            unreported: entries(report.unreported()),
            awaiting: entries(report.awaiting()),
            without_day: entries(report.without_day().collect()),
            holders: holders(report, ask),
        }
    }

    /// As JSON, with nothing cut.
    pub fn json(&self) -> Json {
        let list = |entries: &[Entry]| entries.iter().map(|e| self.entry(e)).collect::<Json>();
        let holders: Json = self
            .holders
            .iter()
            .map(|(who, tally)| json!({"id": who.id, "name": who.name, "obligations": tally_json(tally, self.unreported_is)}))
            .collect();
        json!({
            "command": "report",
            "site": self.title,
            "as_of": self.as_of,
            "agency": self.agency.as_ref().map(|a| &a.id),
            "tasks": self.tasks.as_ref().map(|tally| tally_json(tally, self.unreported_is)),
            "obligations": tally_json(&self.obligations, self.unreported_is),
            "in_news": self.in_news,
            "drafts": self.drafts,
            "newly_overdue": {"days": self.ask.since, "entries": list(&self.newly_overdue)},
            "due": {"days": self.ask.within, "entries": list(&self.due)},
            "unreported": {"entries": list(&self.unreported)},
            "awaiting": {"entries": list(&self.awaiting)},
            "without_day": {"entries": list(&self.without_day)},
            "holders": holders,
        })
    }

    fn entry(&self, entry: &Entry) -> Json {
        json!({
            "task": entry.task,
            "title": entry.title,
            "ref": entry.reference,
            "supervisor": entry.supervisor.as_ref().map(person),
            "officer": entry.officer.as_ref().map(person),
            "said": entry.said.iter().map(said).collect::<Json>(),
            "period": entry.period.map(Period::code),
            "due": entry.due,
            "due_unknown": entry.why.map(Uncomputed::code),
            "days": entry.due.map(|due| (due - self.as_of).num_days()),
            "status": entry.label.code(),
            "holders": entry.holders.iter().map(|h| h.id.as_str()).collect::<Vec<_>>(),
        })
    }
}

fn person(person: &Person) -> Json {
    json!({"name": person.name, "role": person.role})
}

fn said(said: &Said) -> Json {
    json!({"holder": said.holder.id, "reason": said.reason, "proposal": said.proposal})
}

/// One entry for each task, period, day and label, in the order in which they come.
pub fn entries<'o>(report: &Report, found: impl Iterator<Item = &'o Obligation>, language: Language) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut seen: BTreeMap<(TaskIx, Option<Period>, Option<NaiveDate>, Label), usize> = BTreeMap::new();
    for o in found {
        let due = o.status.due;
        let n = *seen.entry((o.task, o.period, due, o.status.label)).or_insert_with(|| {
            let task = &report.data[o.task];
            entries.push(Entry {
                task: task.id.to_string(),
                title: pick(language, &task.title, task.title_en.as_deref()),
                reference: task.reference.clone(),
                supervisor: task.supervisor.clone(),
                officer: task.officer.clone(),
                said: Vec::new(),
                period: o.period,
                due,
                why: task.deadline.uncomputed(report.as_of),
                label: o.status.label,
                holders: Vec::new(),
            });
            entries.len() - 1
        });
        let holder = party(report, o.holder, language);
        entries[n].said.extend(said_of(report, o, &holder));
        entries[n].holders.push(holder);
    }
    entries
}

/// The last report about an obligation that gives a reason or asks for something.
fn said_of(report: &Report, o: &Obligation, holder: &Named) -> Option<Said> {
    let speaks = |scope: Scope| match scope {
        Scope::Agency(by) => [o.holder, o.assigned].contains(&Party::Agency(by)) || o.taken_over.contains(&by),
        Scope::Collective | Scope::AllMembers => matches!(o.holder, Party::Group(_)),
    };
    let known = report.updates_of(o.task).map(|(_, update)| update);
    let said =
        known.filter(|u| u.period == o.period && speaks(u.scope) && (u.reason.is_some() || u.proposal.is_some()));
    let last = said.last()?;
    Some(Said { holder: holder.clone(), reason: last.reason.clone(), proposal: last.proposal.clone() })
}

fn holders(report: &Report, ask: Ask) -> Vec<(Named, Tally)> {
    let agencies = report.data.agency_list().map(|(ix, _)| (Party::Agency(ix), report.agency(ix).tally));
    let groups = report.data.group_list().map(|(ix, _)| {
        let tally = report.held_by_group(ix).map(|o| o.status.label).collect();
        (Party::Group(ix), tally)
    });
    let asked = |holder: Party| match ask.whose {
        Whose::All => true,
        Whose::Agency(ix) => holder == Party::Agency(ix),
    };
    let mut found: Vec<(Party, Tally)> =
        agencies.chain(groups).filter(|(holder, tally)| tally.total() > 0 && asked(*holder)).collect();
    found.sort_by_key(|(holder, tally)| {
        let of = |label| std::cmp::Reverse(tally.of(label));
        (of(Label::Overdue), of(Label::PastDueUnreported), of(Label::DueSoon), *holder)
    });
    found.into_iter().map(|(holder, tally)| (party(report, holder, ask.language), tally)).collect()
}

pub fn party(report: &Report, holder: Party, language: Language) -> Named {
    match holder {
        Party::Agency(ix) => {
            let agency = &report.data[ix];
            Named { id: agency.id.to_string(), name: pick(language, &agency.name, agency.name_en.as_deref()) }
        }
        Party::Group(ix) => {
            let group = &report.data[ix];
            Named { id: group.id.to_string(), name: pick(language, &group.name, group.name_en.as_deref()) }
        }
    }
}

/// The first three names, and how many more there are.
pub fn some_names(holders: &[Named], words: &Words) -> String {
    const SHOWN: usize = 3;
    let shown = holders.iter().take(SHOWN).map(|h| h.name.as_str()).collect::<Vec<_>>().join(", ");
    match holders.len().saturating_sub(SHOWN) {
        0 => shown,
        rest => format!("{shown} {}", words.with("report-others", &[("n", &words.number(rest as u64))])),
    }
}

/// The English text, unless the language is Vietnamese or there is none.
pub fn pick(language: Language, text: &str, english: Option<&str>) -> String {
    english.filter(|_| language != Language::VI).unwrap_or(text).to_owned()
}
