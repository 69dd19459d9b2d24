//! What every file is made from: the report, the words, the address of the site.

use crate::derive::Report;
use crate::i18n::Words;
use crate::model::{AgencyIx, Dataset, DocumentIx, GroupIx, Party, SourceRef, TaskIx};
use crate::plan::route::{Route, public};
use std::sync::Arc;

/// A site as the files for machines see it.
pub struct ExportSite {
    pub report: Arc<Report>,
    /// Words of the site's language.
    pub words: Words,
    /// Public address, ends in `/`.
    pub base_url: Option<String>,
}

impl ExportSite {
    pub(crate) fn data(&self) -> &Dataset {
        &self.report.data
    }

    /// Address of a page: absolute where the site knows its own, else relative to the root of the site.
    pub(crate) fn address(&self, route: Route) -> String {
        let path = route.path(self.data());
        format!("{}{}", self.base_url.as_deref().unwrap_or_default(), public(&path))
    }

    /// The text in the language of the words, or in the content's where there is no other.
    pub(crate) fn pick<'t>(&self, text: &'t str, en: Option<&'t String>) -> &'t str {
        en.filter(|_| self.words.lang != self.data().settings.language).map_or(text, String::as_str)
    }

    pub(crate) fn title(&self) -> &str {
        let settings = &self.data().settings;
        self.pick(&settings.title, settings.title_en.as_ref())
    }

    /// Who runs the site; its title where that is not said.
    pub(crate) fn operator(&self) -> &str {
        let settings = &self.data().settings;
        settings.operator.as_ref().map_or(self.title(), |name| self.pick(name, settings.operator_en.as_ref()))
    }

    pub(crate) fn task_title(&self, ix: TaskIx) -> &str {
        let task = &self.data()[ix];
        self.pick(&task.title, task.title_en.as_ref())
    }

    pub(crate) fn agency_name(&self, ix: AgencyIx) -> &str {
        let agency = &self.data()[ix];
        self.pick(&agency.name, agency.name_en.as_ref())
    }

    pub(crate) fn group_name(&self, ix: GroupIx) -> &str {
        let group = &self.data()[ix];
        self.pick(&group.name, group.name_en.as_ref())
    }

    pub(crate) fn party_id(&self, party: Party) -> &str {
        match party {
            Party::Agency(ix) => self.data()[ix].id.as_str(),
            Party::Group(ix) => self.data()[ix].id.as_str(),
        }
    }

    pub(crate) fn party_name(&self, party: Party) -> &str {
        match party {
            Party::Agency(ix) => self.agency_name(ix),
            Party::Group(ix) => self.group_name(ix),
        }
    }

    /// The clause of a source in words; none where it names none.
    pub(crate) fn clause(&self, source: &SourceRef) -> Option<String> {
        Some(self.words.clause(&self.data().citation(source))).filter(|text| !text.is_empty())
    }

    /// The document that gives a task and the clause, in words.
    pub(crate) fn source(&self, ix: TaskIx) -> String {
        let source = &self.data()[ix].sources[0];
        let document = self.words.document(self.data(), source.document);
        self.clause(source).map_or(document.clone(), |clause| format!("{document}, {clause}"))
    }

    pub(crate) fn document_id(&self, ix: DocumentIx) -> &str {
        self.data()[ix].id.as_str()
    }

    pub(crate) fn leads(&self, ix: TaskIx) -> String {
        let names: Vec<&str> = self.data()[ix].lead.iter().map(|p| self.party_name(*p)).collect();
        names.join("; ")
    }
}
