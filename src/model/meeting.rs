//! Meetings, news about them, free pages.

use super::clause::Conclusion;
use super::guess::Guess;
use super::ids::{AgencyIx, DocumentIx, MeetingId, MeetingIx, NewsId, NewsIx, PageId};
use chrono::NaiveDate;

/// One meeting or conference. Whatever its source does not state is `None`, never invented.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// Address: the stem of the file's name.
    pub id: MeetingId,
    /// Title.
    pub title: String,
    /// Title in English, if the data has one.
    pub title_en: Option<String>,
    /// The body that met; a conference has none.
    pub body: Option<AgencyIx>,
    /// "phiên họp thứ N" of that body.
    pub ordinal: Option<u32>,
    /// Day of the meeting.
    pub held: Option<NaiveDate>,
    /// Place, in words.
    pub place: Option<String>,
    /// In person, online, both: in words.
    pub format: Option<String>,
    /// Number of localities connected.
    pub localities: Option<u32>,
    /// Who chaired.
    pub chair: Option<Person>,
    /// Documents that the meeting ended in.
    pub documents: Vec<DocumentIx>,
    /// News items about it.
    pub news: Vec<NewsIx>,
    /// Why the text is a restoration and what is doubtful, if it is one.
    pub restored: Option<String>,
    /// For readers.
    pub note: Option<String>,
    /// Nobody has confirmed it yet.
    pub draft: bool,
    /// What in the front matter of a draft is a guess.
    pub guesses: Vec<Guess>,
    /// The conclusion.
    pub conclusion: Conclusion,
}

/// A person with the role in which the document names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Role, in words.
    pub role: Option<String>,
}

/// Press coverage of a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    /// Address: the stem of the file's name.
    pub id: NewsId,
    /// Title.
    pub title: String,
    /// Title in English, if the data has one.
    pub title_en: Option<String>,
    /// The meeting it reports.
    pub meeting: MeetingIx,
    /// Day of publication.
    pub date: Option<NaiveDate>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Author.
    pub author: Option<String>,
    /// Address of the original.
    pub url: Option<String>,
    /// For readers.
    pub note: Option<String>,
    /// The text.
    pub text: Conclusion,
}

/// A free page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Address: the stem of the file's name.
    pub id: PageId,
    /// Title.
    pub title: String,
    /// Title in English, if the data has one.
    pub title_en: Option<String>,
    /// One sentence, for search engines.
    pub description: Option<String>,
    /// Place in the menu, low first.
    pub order: u32,
    /// The text.
    pub text: Conclusion,
    /// The sentence in English, if there is one.
    pub description_en: Option<String>,
    /// The text in English, if there is one.
    pub text_en: Option<Conclusion>,
}
