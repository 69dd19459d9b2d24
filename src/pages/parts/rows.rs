//! Rows of tasks, and what else several pages say of a task.

use super::common::{Lang, Link, StatusView, TaskRow};
use crate::derive::{Label, Obligation, Report};
use crate::model::{Party, SourceRef, TaskIx, Update};
use crate::pages::fragment::Fragment;
use crate::pages::page::Page;
use crate::pages::page::or_empty;
use crate::pages::words::Arg;
use crate::plan::route::page_of;

/// Characters of a title in a table: six lines of the widest column. The page of the task has all of it.
const MOST_OF_A_TITLE: usize = 320;

impl Page<'_> {
    /// A task in a list: a title of hundreds of words is cut.
    pub(crate) fn task_in_short(&self, ix: TaskIx) -> Link {
        let link = self.task_link(ix);
        Link { text: shortened(link.text, MOST_OF_A_TITLE), ..link }
    }

    pub(crate) fn task_row(&self, ix: TaskIx) -> TaskRow {
        let task = &self.data()[ix];
        let view = self.report.task(ix);
        let count = view.tally.total();
        TaskRow {
            link: self.task_in_short(ix),
            leads: task.lead.iter().take(2).map(|p| self.party_short(*p)).collect(),
            more_leads: task.lead.len().saturating_sub(2),
            obligations: (view.label.is_some() && count != 1).then_some(count),
            status: self.task_status(ix),
            wording: shortened(task.deadline.wording.clone().unwrap_or_default(), MOST_OF_A_TITLE),
            terms: self.words.terms(self.data(), &task.deadline, self.report.as_of),
            urgency: task.urgency.clone().unwrap_or_default(),
            source: self.source_link(&task.sources[0]),
            clause: self.words.clause_unbroken(&self.data().citation(&task.sources[0])),
        }
    }

    pub(crate) fn task_rows<'t>(&self, tasks: impl IntoIterator<Item = &'t TaskIx>) -> Vec<Fragment<TaskRow>> {
        tasks.into_iter().map(|ix| self.edition.row(ix.at(), || self.anywhere().task_row(*ix))).collect()
    }

    /// The one label of a task, with days where one duty gave it and with the deadline where there is one.
    pub(crate) fn task_status(&self, ix: TaskIx) -> StatusView {
        let view = self.report.task(ix);
        match (&view.status, view.label) {
            (Some(status), _) => self.words.status(status),
            (None, label) => {
                let due = self.report.due(ix);
                let bare = label.map_or_else(|| self.words.in_news(), |label| self.words.bare(label));
                StatusView { due: due.map(|d| self.words.day(d)), ..bare }
            }
        }
    }

    /// The page of a document, at the clause if there is one.
    pub(crate) fn source_link(&self, source: &SourceRef) -> Link {
        let data = self.data();
        let mut link = self.link(page_of(data, source.document), self.words.document(data, source.document));
        if let Some(clause) = source.block.and(source.clause.as_ref()) {
            link.href.push('#');
            link.href.push_str(&clause.anchor());
        }
        link
    }

    pub(crate) fn leads_text(&self, ix: TaskIx) -> String {
        let lead = &self.data()[ix].lead;
        let mut names: Vec<String> = lead.iter().take(2).map(|p| self.party_short(*p).text).collect();
        if lead.len() > 2 {
            names.push(self.words.with("and-more", &[("n", Arg::Count(lead.len() - 2))]));
        }
        names.join("; ")
    }

    pub(crate) fn note_of<'u>(&self, u: &'u Update) -> (&'u str, Lang) {
        self.pick_str(or_empty(u.note.as_ref()), u.note_en.as_ref())
    }
}

/// The text, or its first words with `…` where it has more than `most` characters.
pub(crate) fn shortened(text: String, most: usize) -> String {
    // A text has no more characters than bytes.
    if text.len() <= most {
        return text;
    }
    let Some((end, _)) = text.char_indices().nth(most) else { return text };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", text[..whole].trim_end_matches([' ', ',', ';', '.', ':']))
}

/// Whether a party of a task is a group that the document's day does not expand.
pub(crate) fn is_unexpanded(report: &Report, task: TaskIx, party: Party) -> bool {
    let day = report.data.reference_day(report.data[task].document());
    matches!(party, Party::Group(_)) && report.data.expand(party, day).is_empty()
}

/// Most pressing first: overdue, past due without information, then by deadline, then the rest.
pub(crate) fn urgency_key(o: &Obligation) -> (usize, Option<chrono::NaiveDate>) {
    let order = Label::PRESSING_FIRST.iter();
    (order.take_while(|l| **l != o.status.label).count(), o.status.due)
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_titles_end_at_a_word() {
        let of = |text: &str| shortened(text.to_owned(), 12);
        assert_eq!(of("Rà soát xong"), "Rà soát xong");
        assert_eq!(of("Rà soát, cắt giảm"), "Rà soát …");
        assert_eq!(of("ràsoátcắtgiảmđơngiản"), "ràsoátcắtgiả …");
    }
}
