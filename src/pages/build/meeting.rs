//! The timeline, one meeting with its conclusion, news, free pages.

use super::picture::Bar;
use super::{Builder, or_empty};
use crate::derive::{Label, Report};
use crate::model::{
    AgencyIx, Block, ClauseLabel, Conclusion, Dataset, Document, DocumentIx, MeetingIx, NewsIx, Origin, PageIx, Person,
    TaskIx,
};
use crate::pages::view::{
    BlockView, BodyLink, ChartView, ContentsEntry, Coverage, DocumentView, Link, MeetingCard, MeetingPage, MeetingYear,
    MeetingsView, NewsPage, PersonView, Said, TextPage,
};
use crate::pages::words::Arg;
use crate::plan::route::Route;
use chrono::Datelike;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Meetings on one part of the timeline.
const PART: usize = 100;
/// Meetings in a picture.
const MOST_BARS: usize = 24;
/// Tasks that a clause lists in its text.
const MOST_OF_CLAUSE: usize = 50;

/// Tasks of the whole site by the clause that states them, document by document.
#[derive(Debug, Default)]
pub struct Clauses(Vec<BTreeMap<ClauseLabel, Vec<TaskIx>>>);

impl Clauses {
    /// Every source of every task.
    pub fn new(report: &Report) -> Self {
        let mut found: Vec<BTreeMap<ClauseLabel, Vec<TaskIx>>> = vec![BTreeMap::new(); report.data.documents.len()];
        for ix in report.task_list() {
            for source in &report.data[ix].sources {
                let Some(clause) = &source.clause else { continue };
                let list = found[source.document.at()].entry(clause.clone()).or_default();
                if list.last() != Some(&ix) {
                    list.push(ix);
                }
            }
        }
        Self(found)
    }

    /// The tasks that a clause of a document states.
    pub fn tasks(&self, document: DocumentIx, clause: &ClauseLabel) -> &[TaskIx] {
        self.0[document.at()].get(clause).map_or(&[], Vec::as_slice)
    }
}

/// For each meeting the one of its body right before it, and the one right after.
pub(super) fn neighbours(data: &Dataset) -> Vec<(Option<MeetingIx>, Option<MeetingIx>)> {
    let mut found = vec![(None, None); data.meetings.len()];
    let mut last: BTreeMap<AgencyIx, MeetingIx> = BTreeMap::new();
    for (ix, meeting) in data.meeting_list() {
        let Some(body) = meeting.body else { continue };
        let before = last.insert(body, ix);
        found[ix.at()].0 = before;
        if let Some(before) = before {
            found[before.at()].1 = Some(ix);
        }
    }
    found
}

fn meetings_of(data: &Dataset, body: Option<AgencyIx>) -> impl Iterator<Item = MeetingIx> {
    data.meeting_list().filter(move |(_, m)| body.is_none() || m.body == body).map(|(ix, _)| ix)
}

/// How many parts the timeline takes; at least one.
pub(crate) fn meeting_parts(data: &Dataset, body: Option<AgencyIx>) -> usize {
    meetings_of(data, body).count().div_ceil(PART).max(1)
}

/// Tasks by the clause that states them, for the documents of one text.
type ByClause<'l> = BTreeMap<&'l ClauseLabel, Vec<TaskIx>>;

impl<'p> Builder<'p> {
    /// Part `page` of the timeline: of all meetings, or of those of one body.
    pub fn meetings(&self, body: Option<AgencyIx>, page: usize) -> MeetingsView {
        // The dataset lists meetings by day, unknown days last; the timeline shows the newest first.
        let mut all: Vec<MeetingIx> = meetings_of(self.data(), body).collect();
        all.sort_by_key(|ix| (self.data()[*ix].held.is_none(), std::cmp::Reverse(*ix)));
        let shown = all.iter().skip((page - 1) * PART).take(PART);
        let mut years: Vec<MeetingYear> = Vec::new();
        for ix in shown {
            let year = self.data()[*ix].held.map(|d| d.year().to_string()).unwrap_or_default();
            match years.last_mut() {
                Some(last) if last.year == year => last.meetings.push(self.meeting_card(*ix)),
                _ => years.push(MeetingYear { year, meetings: vec![self.meeting_card(*ix)] }),
            }
        }
        let pager = self.pager_of_parts(page, meeting_parts(self.data(), body), |n| match body {
            Some(body) => Route::MeetingsOfBody(body, n),
            None => Route::Meetings(n),
        });
        let notice_days = if page == 1 { self.notice_days(body) } else { None };
        MeetingsView { years, total: all.len(), pager, bodies: self.bodies(body), notice_days }
    }

    fn bodies(&self, shown: Option<AgencyIx>) -> Vec<BodyLink> {
        let data = self.data();
        let mut bodies: Vec<AgencyIx> = data.bodies().into_iter().collect();
        bodies.sort_by_key(|ix| self.index.agency_rank[ix.at()]);
        let count = |body: AgencyIx| data.meetings.iter().filter(|m| m.body == Some(body)).count();
        if bodies.iter().all(|b| count(*b) == data.meetings.len()) {
            return Vec::new();
        }
        let all = BodyLink {
            link: self.link(Route::Meetings(1), self.words.say("all-bodies")),
            count: data.meetings.len(),
            current: shown.is_none(),
        };
        let one = |ix: AgencyIx| BodyLink {
            link: self.link(Route::MeetingsOfBody(ix, 1), Said::from(self.agency_link(ix))),
            count: count(ix),
            current: shown == Some(ix),
        };
        std::iter::once(all).chain(bodies.into_iter().map(one)).collect()
    }

    /// Of the latest meetings, oldest first.
    fn notice_days(&self, body: Option<AgencyIx>) -> Option<ChartView> {
        let known = self.data().meetings.iter().rev().filter(|m| body.is_none() || m.body == body).filter_map(|m| {
            let issued = m.documents.first().and_then(|d| self.data()[*d].issued)?;
            Some((m.held?, u32::try_from((issued - m.held?).num_days()).ok()?))
        });
        let mut bars: Vec<Bar> = known
            .take(MOST_BARS)
            .map(|(held, days)| Bar {
                text: self.words.day(held).text,
                short: format!("{:02}/{}", held.month(), held.year()),
                counts: vec![days],
            })
            .collect();
        bars.reverse();
        let series = [(Label::InTime.code(), self.words.say("series-days"))];
        (bars.len() > 2).then(|| self.chart(self.words.say("days-to-notice"), "meeting-held", &series, &bars))?
    }

    pub(super) fn meeting_card(&self, ix: MeetingIx) -> MeetingCard {
        let meeting = &self.data()[ix];
        let issued = meeting.documents.first().and_then(|d| self.data()[*d].issued);
        MeetingCard {
            link: self.link(Route::Meeting(ix), self.meeting_title(ix)),
            held: meeting.held.map(|d| self.words.day(d)),
            body: meeting.body.map(|b| self.agency_link(b)),
            ordinal: meeting.ordinal.map(|n| self.ordinal(n)).unwrap_or_default(),
            chair: meeting.chair.as_ref().map(person),
            documents: meeting.documents.iter().map(|d| self.document(&self.data()[*d])).collect(),
            days_to_notice: meeting.held.zip(issued).map(|(held, issued)| (issued - held).num_days()),
            tally: self.words.tally(&self.report.tally_of_tasks(self.report.tasks_of_meeting(ix).iter().copied())),
            news: meeting.news.iter().map(|n| self.link(Route::News(*n), self.news_title(*n))).collect(),
            restored: meeting.restored.is_some(),
        }
    }

    fn ordinal(&self, n: u32) -> String {
        self.words.with("ordinal-session", &[("n", Arg::Count(n as usize))])
    }

    fn document(&self, d: &Document) -> DocumentView {
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        let of_person = d.conclusion_of.as_ref().map(|p| match &p.role {
            Some(role) => format!("{role} {}", p.name),
            None => p.name.clone(),
        });
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
            note: text(&d.note),
        }
    }

    /// The page of a meeting.
    pub fn meeting(&self, ix: MeetingIx) -> MeetingPage<'p> {
        let meeting = &self.data()[ix];
        let of_notice = self.tasks_by_clause(&meeting.documents, &meeting.conclusion);
        let placed: BTreeSet<TaskIx> = of_notice.values().flatten().copied().collect();
        let stated = |from_news: bool| {
            let origin_fits = move |d: DocumentIx| matches!(self.data()[d].origin, Origin::News(_)) == from_news;
            let all = self.report.tasks_of_meeting(ix).iter();
            all.filter(move |t| !self.data()[**t].sources.is_empty() && origin_fits(self.data()[**t].document()))
        };
        let (previous, next) = self.index.neighbours[ix.at()];
        let beside = |ix: MeetingIx| self.link(Route::Meeting(ix), self.meeting_title(ix));
        MeetingPage {
            card: self.meeting_card(ix),
            place: or_empty(meeting.place.as_ref()),
            format: or_empty(meeting.format.as_ref()),
            localities: meeting.localities,
            restored: or_empty(meeting.restored.as_ref()),
            note: or_empty(meeting.note.as_ref()),
            contents: contents(&meeting.conclusion, &of_notice),
            blocks: self.blocks(&meeting.conclusion, &of_notice),
            coverage: coverage(&meeting.conclusion, &of_notice),
            unplaced: self.task_rows(stated(false).filter(|t| !placed.contains(t)).take(super::PAGE_ROWS)),
            from_news: self.task_rows(stated(true).take(super::PAGE_ROWS)),
            previous: previous.map(beside),
            next: next.map(beside),
        }
    }

    /// The page of a news item.
    pub fn news(&self, ix: NewsIx) -> NewsPage<'p> {
        let news = &self.data()[ix];
        let origin = Origin::News(ix);
        let documents: Vec<DocumentIx> =
            self.data().document_list().filter(|(_, d)| d.origin == origin).map(|(i, _)| i).collect();
        let by_clause = self.tasks_by_clause(&documents, &news.text);
        let mut alone: Vec<TaskIx> = Vec::new();
        for document in &documents {
            let tasks = self.report.tasks_of_document(*document);
            alone.extend(tasks.iter().filter(|t| self.data()[**t].document() == *document));
        }
        NewsPage {
            title: self.pick_str(&news.title, news.title_en.as_ref()).0,
            meeting: self.link(Route::Meeting(news.meeting), self.meeting_title(news.meeting)),
            date: news.date.map(|d| self.words.day(d)),
            publisher: or_empty(news.publisher.as_ref()),
            author: or_empty(news.author.as_ref()),
            url: news.url.as_deref(),
            note: or_empty(news.note.as_ref()),
            blocks: self.blocks(&news.text, &by_clause),
            tasks: self.task_rows(&alone),
        }
    }

    /// A free page.
    pub fn page(&self, ix: PageIx) -> TextPage<'p> {
        let page = &self.data()[ix];
        TextPage {
            title: self.pick_str(&page.title, page.title_en.as_ref()).0,
            blocks: self.blocks(&page.text, &ByClause::new()),
        }
    }

    fn tasks_by_clause<'l>(&self, documents: &[DocumentIx], text: &'l Conclusion) -> ByClause<'l> {
        let mut found: ByClause<'l> = text.labels().map(|l| (l, Vec::new())).collect();
        for document in documents {
            for (label, list) in &mut found {
                list.extend(self.index.clauses.tasks(*document, label));
            }
        }
        found
    }

    pub(super) fn news_title(&self, ix: NewsIx) -> Said {
        let news = &self.data()[ix];
        self.pick(&news.title, news.title_en.as_ref())
    }

    /// A text's HTML on this page. Its relative links are written for the site's own language, whose pages lie beside the
    /// files for download; from a page under a language's folder, those files lie one folder further up.
    fn placed<'h>(&self, html: &'h str) -> Cow<'h, str> {
        if self.own_tongue() {
            return html.into();
        }
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(at) = rest.find("href=\"") {
            let (before, link) = rest.split_at(at + "href=\"".len());
            out.push_str(before);
            let end = link.find(['"', '#', '?']).unwrap_or(link.len());
            let path = &link[..end];
            let name = path.rsplit('/').next().unwrap_or_default();
            let of_site = !path.starts_with('/') && !path.contains(':');
            if of_site && name.contains('.') && !name.ends_with(".html") && !matches!(name, "." | "..") {
                out.push_str("../");
            }
            rest = link;
        }
        out.push_str(rest);
        out.into()
    }

    fn blocks(&self, text: &'p Conclusion, by_clause: &ByClause<'_>) -> Vec<BlockView<'p>> {
        let tasks = |b: &Block| b.label.as_ref().and_then(|l| by_clause.get(l)).map_or(&[][..], Vec::as_slice);
        text.blocks
            .iter()
            .map(|b| BlockView {
                anchor: b.label.as_ref().map(ClauseLabel::anchor).unwrap_or_default(),
                label: b.label.as_ref().map_or("", ClauseLabel::as_str),
                printed: &b.printed,
                depth: b.depth,
                heading: b.heading.unwrap_or(0),
                html: self.placed(&b.html),
                tasks: self.task_rows(tasks(b).iter().take(MOST_OF_CLAUSE)),
                more_tasks: tasks(b).len().saturating_sub(MOST_OF_CLAUSE),
            })
            .collect()
    }
}

fn person(p: &Person) -> PersonView {
    PersonView { name: p.name.clone(), role: p.role.clone().unwrap_or_default() }
}

/// The clauses of the two upper levels, with their first words.
fn contents(text: &Conclusion, by_clause: &ByClause<'_>) -> Vec<ContentsEntry> {
    let labelled = text.blocks.iter().filter_map(|b| Some((b, b.label.as_ref()?)));
    labelled
        .filter(|(b, _)| b.depth < 2)
        .map(|(b, label)| {
            let below = |other: &ClauseLabel| {
                other == label || other.as_str().strip_prefix(label.as_str()).is_some_and(|rest| rest.starts_with('.'))
            };
            ContentsEntry {
                href: format!("#{}", label.anchor()),
                text: format!("{} {}", b.printed, first_words(&b.text, 12)).trim().to_owned(),
                depth: b.depth,
                tasks: by_clause.iter().filter(|(l, _)| below(l)).map(|(_, tasks)| tasks.len()).sum(),
            }
        })
        .collect()
}

fn first_words(text: &str, most: usize) -> String {
    let mut words = text.split_whitespace();
    let first = words.by_ref().take(most).collect::<Vec<_>>().join(" ");
    match words.next() {
        None => first,
        Some(_) => format!("{} …", first.trim_end_matches([',', ';', ':', '.'])),
    }
}

/// Clauses that hold no others, with and without tasks; a task of the enclosing clause covers them too.
fn coverage(text: &Conclusion, by_clause: &ByClause<'_>) -> Coverage {
    let parents: BTreeSet<ClauseLabel> = text.labels().filter_map(ClauseLabel::parent).collect();
    let has_tasks = |label: &ClauseLabel| by_clause.get(label).is_some_and(|tasks| !tasks.is_empty());
    let covered =
        |label: &ClauseLabel| std::iter::successors(Some(label.clone()), ClauseLabel::parent).any(|l| has_tasks(&l));
    let leaves = text.blocks.iter().filter_map(|b| Some((b, b.label.as_ref()?))).filter(|(_, l)| !parents.contains(*l));
    let (mut clauses, mut without) = (0, Vec::new());
    for (block, label) in leaves {
        clauses += 1;
        if !covered(label) {
            let text = format!("{label} – {}", first_words(&block.text, 12));
            without.push(Link { href: format!("#{}", label.anchor()), text, lang: None });
        }
    }
    Coverage { clauses, with_tasks: clauses - without.len(), without }
}
