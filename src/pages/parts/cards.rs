//! Cards of meetings and documents.

use super::common::{DateView, Link, TallyView};
use crate::model::{Annex, DocumentIx, MeetingIx, Origin, Person, TimelineItem};
use crate::pages::page::Page;
use crate::pages::words::Arg;
use crate::plan::route::Route;
use schemars::JsonSchema;
use serde::Serialize;

/// One meeting of the timeline.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingCard {
    /// Address and title.
    pub link: Link,
    /// Day; none if unknown.
    pub held: Option<DateView>,
    /// The body that met.
    pub body: Option<Link>,
    /// "Phiên họp thứ bảy"; empty without an ordinal.
    pub ordinal: String,
    /// Who chaired.
    pub chair: Option<PersonView>,
    /// Its documents.
    pub documents: Vec<DocumentView>,
    /// Days between the meeting and its first document; none if unknown.
    pub days_to_notice: Option<i64>,
    /// Of its tasks.
    pub tally: TallyView,
    /// News items.
    pub news: Vec<Link>,
    /// Whether the text is a restoration.
    pub restored: bool,
}

/// One document without a meeting, in the timeline.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DocumentCard {
    /// Address and title.
    pub link: Link,
    /// What it is: kind, number, day, who issued and signed it.
    pub document: DocumentView,
    /// Of its tasks.
    pub tally: TallyView,
    /// Whether the text is a restoration.
    pub restored: bool,
}

/// One entry of the timeline: one of the two.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimelineCard {
    /// A meeting.
    pub meeting: Option<MeetingCard>,
    /// A document without a meeting.
    pub document: Option<DocumentCard>,
}

/// A person with a role.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PersonView {
    /// Name.
    pub name: String,
    /// Role; empty if not said.
    pub role: String,
}

/// A document. Empty texts are unknown: shown as "chưa rõ".
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DocumentView {
    /// Kind, in words.
    pub kind: String,
    /// Number and symbol; empty if unknown.
    pub number: String,
    /// Day of issue.
    pub issued: Option<DateView>,
    /// Issuing agency.
    pub issuer: Option<Link>,
    /// Who signed.
    pub signer: Option<PersonView>,
    /// Whose conclusion it is, in words; empty if not said.
    pub conclusion_of: String,
    /// Recipients, as printed.
    pub recipients: Vec<String>,
    /// Address of the authentic text.
    pub url: Option<String>,
    /// Annexes.
    pub annexes: Vec<AnnexView>,
    /// For readers; empty if there is none.
    pub note: String,
}

/// An annex.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AnnexView {
    /// `Phụ lục II`.
    pub name: String,
    /// Title.
    pub title: String,
    /// Its place in the text of the page, `#khoan-PL2`; none where the text does not have it.
    pub href: Option<String>,
}

impl Page<'_> {
    pub(crate) fn meeting_card(&self, ix: MeetingIx) -> MeetingCard {
        let meeting = &self.data()[ix];
        let ordinal = |n| self.words.with("ordinal-session", &[("n", Arg::Count(n as usize))]);
        let issued = meeting.documents.first().and_then(|d| self.data()[*d].issued);
        MeetingCard {
            link: self.link(Route::Meeting(ix), self.meeting_title(ix)),
            held: meeting.held.map(|d| self.words.day(d)),
            body: meeting.body.map(|b| self.agency_link(b)),
            ordinal: meeting.ordinal.map(ordinal).unwrap_or_default(),
            chair: meeting.chair.as_ref().map(person),
            documents: meeting.documents.iter().map(|d| self.document(*d)).collect(),
            days_to_notice: meeting.held.zip(issued).map(|(held, issued)| (issued - held).num_days()),
            tally: self.words.tally(&self.report.tally_of_tasks(self.report.tasks_of_meeting(ix).iter().copied())),
            news: meeting.news.iter().map(|n| self.link(Route::News(*n), self.news_title(*n))).collect(),
            restored: meeting.restored.is_some(),
        }
    }

    pub(crate) fn document_card(&self, ix: DocumentIx) -> DocumentCard {
        DocumentCard {
            link: self.link(Route::Document(ix), self.document_title(ix)),
            document: self.document(ix),
            tally: self.words.tally(&self.report.tally_of_tasks(self.report.tasks_of_document(ix).iter().copied())),
            restored: self.data()[ix].restored.is_some(),
        }
    }

    pub(crate) fn timeline_card(&self, item: TimelineItem) -> TimelineCard {
        match item {
            TimelineItem::Meeting(ix) => TimelineCard { meeting: Some(self.meeting_card(ix)), document: None },
            TimelineItem::Document(ix) => TimelineCard { meeting: None, document: Some(self.document_card(ix)) },
        }
    }

    fn document(&self, ix: DocumentIx) -> DocumentView {
        let d = &self.data()[ix];
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        // The name first: a role may end in the name of a post above it.
        let of_person = d.conclusion_of.as_ref().map(|p| match &p.role {
            Some(role) => format!("{}, {role}", p.name),
            None => p.name.clone(),
        });
        let annex = |annex: &Annex| {
            let label = annex.label();
            // The text of a meeting is that of its first document.
            let has_text = match d.origin {
                Origin::Meeting(meeting) => self.data()[meeting].documents.first() == Some(&ix),
                Origin::Own | Origin::News(_) => true,
            };
            let text = Some(self.data().text_of(ix)).filter(|_| has_text);
            AnnexView {
                name: self.words.clause(&label.citation()),
                title: annex.title.clone(),
                href: text.and_then(|text| text.place_of(&label)).map(|_| format!("#{}", label.anchor())),
            }
        };
        let of_body = d.conclusion_of_body.map(|b| self.agency_link(b).text);
        DocumentView {
            kind: text(&d.kind),
            number: text(&d.number),
            issued: d.issued.map(|day| self.words.day(day)),
            issuer: d.issuer.map(|a| self.agency_link(a)),
            signer: d.signer.as_ref().map(person),
            conclusion_of: of_person.or(of_body).unwrap_or_default(),
            recipients: d.recipients.clone(),
            url: d.url.clone(),
            annexes: d.annexes.iter().map(annex).collect(),
            note: text(&d.note),
        }
    }
}

pub(crate) fn person(p: &Person) -> PersonView {
    PersonView { name: p.name.clone(), role: p.role.clone().unwrap_or_default() }
}
