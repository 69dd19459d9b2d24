//! iCalendar (RFC 5545): deadlines and meetings as all-day events.
//!
//! An event keeps its UID for ever. Its DTSTAMP is the as-of date: for a calendar that is published it says when the file
//! was made (3.8.7.2), and nothing else that is known here only ever grows. A record may be corrected backwards: a report
//! taken out, a completion that was none. So there is no SEQUENCE, which would fall with it; where all have the same,
//! programs go by the DTSTAMP (RFC 5546, 2.1.5). The writer is our own, because those of the crates add random ids and
//! the current time.

use super::ids;
use crate::derive::{Label, Obligation};
use crate::i18n::Arg;
use crate::model::{AgencyIx, MeetingIx, Party, Period, TaskIx};
use crate::open_data::site::ExportSite;
use crate::plan::route::Route;
use chrono::NaiveDate;

/// The calendar of the site: every deadline once, whatever the number of holders, and every meeting.
pub(in crate::open_data) fn of_site(site: &ExportSite) -> Vec<u8> {
    let mut out = Lines::default();
    begin(&mut out, site, site.title());
    for ix in site.report.task_list() {
        deadlines(&mut out, site, ix);
    }
    for (ix, _) in site.data().meeting_list() {
        meeting(&mut out, site, ix);
    }
    out.end()
}

/// The calendar of a task: its deadlines as the site's calendar has them, so that an event is the same in both.
pub(in crate::open_data) fn of_task(site: &ExportSite, ix: TaskIx) -> Vec<u8> {
    let mut out = Lines::default();
    begin(&mut out, site, &format!("{} – {}", site.task_title(ix), site.title()));
    deadlines(&mut out, site, ix);
    out.end()
}

fn deadlines(out: &mut Lines, site: &ExportSite, ix: TaskIx) {
    for same in site.report.obligations_of(ix).chunk_by(|a, b| a.period == b.period) {
        deadline(out, site, same, None);
    }
}

/// The calendar of an agency: the deadlines of what it holds, and its own meetings.
pub(in crate::open_data) fn of_agency(site: &ExportSite, ix: AgencyIx) -> Vec<u8> {
    let mut out = Lines::default();
    let title = format!("{} – {}", site.agency_name(ix), site.title());
    begin(&mut out, site, &title);
    for obligation in site.report.held_by(ix) {
        deadline(&mut out, site, std::slice::from_ref(obligation), Some(obligation.holder));
    }
    for (meeting_ix, _) in site.data().meeting_list().filter(|(_, m)| m.body == Some(ix)) {
        meeting(&mut out, site, meeting_ix);
    }
    out.end()
}

fn begin(out: &mut Lines, site: &ExportSite, title: &str) {
    out.raw("BEGIN", "VCALENDAR");
    out.raw("VERSION", "2.0");
    out.raw("PRODID", "-//Tiendo//Tiendo//VI");
    out.raw("CALSCALE", "GREGORIAN");
    out.raw("METHOD", "PUBLISH");
    out.text("NAME", title);
    out.text("X-WR-CALNAME", title);
    let zone = &site.data().settings.timezone;
    // Programs look it up by its name; a bare offset has none.
    if !zone.starts_with(['+', '-']) {
        out.raw("X-WR-TIMEZONE", zone);
    }
}

/// One deadline: of obligations of one task and period, which share it.
fn deadline(out: &mut Lines, site: &ExportSite, same: &[Obligation], of: Option<Party>) {
    let Some(first) = same.first() else { return };
    let Some(due) = first.status.due else { return };
    let data = site.data();
    let (ix, task) = (first.task, &data[first.task]);
    let closed = same.iter().all(|o| o.status.state.is_closed());
    let dropped = same.iter().all(|o| matches!(o.status.label, Label::NotApplicable | Label::Cancelled));
    out.raw("BEGIN", "VEVENT");
    let mut parts = vec![task.id.as_str().to_owned()];
    parts.extend(first.period.map(Period::code));
    // One duty of one task passes from hand to hand, so it is known by whom it was given to.
    parts.extend(of.map(|_| site.party_id(first.assigned).to_owned()));
    uid(out, site, "nhiem-vu", &parts.join("."));
    stamp(out, site);
    out.raw("DTSTART;VALUE=DATE", &compact(due));
    let key = if closed && !dropped { "event-done" } else { "event-due" };
    let title = match first.period {
        None => site.task_title(ix).to_owned(),
        Some(period) => format!("{} ({})", site.task_title(ix), site.words.period(period)),
    };
    out.text("SUMMARY", &site.words.with(key, &[("title", Arg::Text(&title))]));
    out.text("DESCRIPTION", &described(site, ix, same));
    if site.base_url.is_some() {
        out.raw("URL", &site.address(Route::Task(ix)));
    }
    if !task.topics.is_empty() {
        let topics = task.topics.iter().map(|t| site.pick(&data[*t].name, data[*t].name_en.as_ref()));
        out.list("CATEGORIES", topics);
    }
    out.raw("STATUS", if dropped { "CANCELLED" } else { "CONFIRMED" });
    out.raw("TRANSP", "TRANSPARENT");
    out.raw("END", "VEVENT");
}

/// Who leads, where it is stated, what the document says of the deadline, and how it stands where one holder is meant.
fn described(site: &ExportSite, ix: TaskIx, same: &[Obligation]) -> String {
    let mut lines = vec![site.leads(ix), site.source(ix)];
    let deadline = &site.data()[ix].deadline;
    lines.extend(deadline.wording.clone());
    lines.extend(Some(site.words.terms(site.data(), deadline, site.report.as_of)).filter(|terms| !terms.is_empty()));
    if let [only] = same {
        lines.push(site.words.label(only.status.label.code()).to_owned());
    }
    lines.join("\n")
}

fn meeting(out: &mut Lines, site: &ExportSite, ix: MeetingIx) {
    let meeting = &site.data()[ix];
    let Some(held) = meeting.held else { return };
    out.raw("BEGIN", "VEVENT");
    uid(out, site, "phien-hop", meeting.id.as_str());
    stamp(out, site);
    out.raw("DTSTART;VALUE=DATE", &compact(held));
    out.text("SUMMARY", site.pick(&meeting.title, meeting.title_en.as_ref()));
    if let Some(place) = &meeting.place {
        out.text("LOCATION", place);
    }
    if site.base_url.is_some() {
        out.raw("URL", &site.address(Route::Meeting(ix)));
    }
    out.raw("STATUS", "CONFIRMED");
    out.raw("TRANSP", "TRANSPARENT");
    out.raw("END", "VEVENT");
}

fn uid(out: &mut Lines, site: &ExportSite, folder: &str, name: &str) {
    out.text("UID", &ids::event(site, folder, name));
}

fn stamp(out: &mut Lines, site: &ExportSite) {
    out.raw("DTSTAMP", &format!("{}T000000Z", compact(site.report.as_of)));
}

fn compact(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// Content lines: folded at 75 octets between characters, ended by CR LF.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn raw(&mut self, name: &str, value: &str) {
        let mut room = 75;
        for c in name.chars().chain([':']).chain(value.chars().filter(|c| !c.is_control())) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = 74;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }

    fn text(&mut self, name: &str, value: &str) {
        self.raw(name, &escaped(value));
    }

    fn list<'t>(&mut self, name: &str, values: impl Iterator<Item = &'t str>) {
        let values: Vec<String> = values.map(escaped).collect();
        self.raw(name, &values.join(","));
    }

    fn end(mut self) -> Vec<u8> {
        self.raw("END", "VCALENDAR");
        self.0.into_bytes()
    }
}

/// A TEXT value: `\`, `,`, `;` and line ends escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"Đẩy mạnh cải cách, ".repeat(12));
        let text = lines.0;
        assert!(text.split("\r\n").all(|l| l.len() <= 75), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{}\r\n", "Đẩy mạnh cải cách\\, ".repeat(12)));
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escaped("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
    }
}
