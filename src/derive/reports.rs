//! The reports of one task, by whom they speak for: looked up, not searched for each obligation.

use super::given::Given;
use super::succession::{heirs, holder_of};
use crate::model::{AgencyIx, Dataset, Due, Party, Period, Scope, Task, Update};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The reports known at a date, by speaker and period. A recurring duty's report names its period (the loader asks for
/// it); an ad hoc one names none and answers for none.
pub(super) struct Reports<'t> {
    task: &'t Task,
    by: HashMap<(Speaker, Option<Period>), Vec<usize>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Speaker {
    Agency(AgencyIx),
    /// The task as a whole.
    Collective,
    AllMembers,
}

impl<'t> Reports<'t> {
    pub(super) fn new(task: &'t Task, as_of: NaiveDate) -> Self {
        let recurring = matches!(task.deadline.due, Due::Every(_));
        let mut by: HashMap<_, Vec<usize>> = HashMap::new();
        for (n, update) in task.updates.iter().enumerate().filter(|(_, u)| u.date.last() <= as_of) {
            let speaker = match update.scope {
                Scope::Agency(agency) => Speaker::Agency(agency),
                Scope::Collective => Speaker::Collective,
                Scope::AllMembers => Speaker::AllMembers,
            };
            by.entry((speaker, update.period.filter(|_| recurring))).or_default().push(n);
        }
        if recurring {
            by.retain(|(_, period), _| period.is_some());
        }
        Self { task, by }
    }

    /// Those that count for an obligation, oldest first: its own, those of whoever held the duty on their day, those for
    /// all members; collective ones only for a group that is not expanded. `named` are those whose part it is.
    pub(super) fn of(
        &self,
        data: &Dataset,
        assigned: Party,
        named: &[AgencyIx],
        given: Given,
        period: Option<Period>,
    ) -> Vec<&'t Update> {
        if self.by.is_empty() {
            return Vec::new();
        }
        let said = |speaker| self.by.get(&(speaker, period)).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<usize> = Vec::new();
        for &agency in named {
            for by in heirs(data, self.task, agency) {
                let day = |n: usize| self.task.updates[n].date.last();
                let held = |n: &&usize| by == agency || by == holder_of(data, self.task, agency, day(**n));
                found.extend(said(Speaker::Agency(by)).iter().filter(held));
            }
        }
        match assigned {
            Party::Agency(_) if given == Given::ByName => {}
            Party::Agency(_) => found.extend(said(Speaker::AllMembers)),
            Party::Group(_) => found.extend(said(Speaker::AllMembers).iter().chain(said(Speaker::Collective))),
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|n| &self.task.updates[n]).collect()
    }
}
