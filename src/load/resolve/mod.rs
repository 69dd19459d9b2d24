//! Raw files → `Dataset`: every name becomes an index, everything that needs more than one file is checked.
//!
//! Checking goes on after an error; what comes out is used only if there was none anywhere.

mod agencies;
mod aliases;
mod bounds;
mod circles;
mod commendations;
mod context;
mod deadlines;
mod decisions;
mod documents;
mod names;
mod reach;
mod tasks;
mod updates;

use super::raw::{OfFile, RawAgencies, RawMeeting, RawNews, RawOwnDocument, RawSite, RawTasks, Unresolved};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Alias, AliasOf, Dataset, Page};
use chrono::NaiveDate;
use context::Context;
use names::Names;
use tasks::Drafts;

/// All files of a site, in the order of their paths.
#[derive(Default)]
pub struct Raw {
    pub site: RawSite,
    pub agencies: Vec<RawAgencies>,
    pub meetings: Vec<OfFile<RawMeeting>>,
    pub own_documents: Vec<OfFile<RawOwnDocument>>,
    pub news: Vec<OfFile<RawNews>>,
    pub pages: Vec<OfFile<Page>>,
    pub english_pages: Vec<OfFile<Page>>,
    pub tasks: Vec<RawTasks>,
    pub lost: Lost,
}

/// What whole files took with them when they could not be read.
#[derive(Default)]
pub struct Lost {
    pub parties: Unresolved,
    pub meetings: Unresolved,
    pub documents: Unresolved,
    pub tasks: Unresolved,
}

/// Folders of the site's own pages: no free page may stand there.
#[rustfmt::skip]
const RESERVED: [&str; 17] = [
    "nhap", "nhiem-vu", "co-quan", "phien-hop", "van-ban", "linh-vuc", "lich", "thay-doi", "bao-cao", "du-lieu", "tim-kiem", "nhung",
    "en", "tin", "assets", "index", "404",
];

pub fn resolve(raw: Raw, today: NaiveDate, sink: &mut Sink) -> (Dataset, Drafts) {
    let Raw { site, agencies, meetings, own_documents, news, pages, english_pages, tasks, lost } = raw;
    let mut drafts = Drafts::new();
    let of_meetings = meetings.iter().filter(|meeting| meeting.value.meeting.draft).map(|meeting| meeting.file);
    let of_documents = own_documents.iter().filter(|own| own.value.document.draft).map(|own| own.file);
    drafts.extend(of_meetings.chain(of_documents).map(|file| (file, (0, true))));
    bounds::numbers(&agencies, &meetings, &own_documents, &news, &pages, &tasks, sink);
    let mut pages = free_pages(pages, sink);
    put_english(&mut pages, english_pages, sink);
    let parties = agencies::resolve(agencies, lost.parties, sink);
    let named = tasks::named_documents(&tasks);
    let files = documents::Files { meetings, documents: own_documents, news };
    let mut library = documents::resolve(files, &named, lost.meetings, lost.documents, &parties, sink);
    let (tasks, former_tasks, commendations) = {
        let context = Context::new(&site, &parties, &library, today);
        let (tasks, former_tasks) = tasks::resolve(tasks, lost.tasks, &context, &mut drafts, sink);
        (tasks, former_tasks, commendations::resolve(&context, sink))
    };
    library.finish(commendations);
    let former = |old: String, target| Alias { old, target };
    let mut aliases: Vec<Alias> = Vec::new();
    aliases.extend(former_tasks.into_iter().map(|(old, ix)| former(old, AliasOf::Task(ix))));
    aliases.extend(parties.aliases.into_iter().map(|(old, ix)| former(old, AliasOf::Agency(ix))));
    aliases.extend(library.aliases.into_iter().map(|(old, ix)| former(old, AliasOf::Meeting(ix))));
    let former_documents = library.document_aliases.into_iter();
    aliases.extend(former_documents.map(|(old, ix)| former(old, AliasOf::Document(ix))));
    aliases.sort();
    let data = Dataset {
        settings: site.settings,
        agencies: parties.agencies,
        groups: parties.groups,
        meetings: library.meetings,
        documents: library.documents,
        tasks,
        news: library.news,
        pages,
        aliases,
    };
    (data, drafts)
}

fn free_pages(pages: Vec<OfFile<Page>>, sink: &mut Sink) -> Vec<Page> {
    let mut names = Names::new(Unresolved::default());
    let mut kept: Vec<Page> = Vec::with_capacity(pages.len());
    for page in pages {
        let at = page.top();
        let id = page.value.id.as_str();
        if RESERVED.contains(&id) {
            let diagnostic = Diagnostic::new(Code::AddressClash, at).arg("address", format!("/{id}/"));
            sink.push(diagnostic.arg("reason", "reserved"));
        }
        if names.define_id(id, "page", (), at, sink) {
            kept.push(page.value);
        }
    }
    kept.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    kept
}

/// Gives pages their English texts. An English text of no page is a file whose name is no id.
fn put_english(pages: &mut [Page], english: Vec<OfFile<Page>>, sink: &mut Sink) {
    for text in english {
        let at = text.top();
        let Page { id, title, description, text, .. } = text.value;
        if let Some(page) = pages.iter_mut().find(|page| page.id == id) {
            page.title_en.get_or_insert(title);
            page.description_en = description;
            page.text_en = Some(text);
        } else {
            let diagnostic = Diagnostic::new(Code::BadId, at).arg("value", format!("{id}.en")).arg("reason", "file");
            sink.push(diagnostic.arg("character", ""));
        }
    }
}
