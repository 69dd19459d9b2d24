//! The report for people: as a plain text for the terminal and a mail, or as Markdown.

use super::markup::{Markup, safe};
use super::summary::{Entry, Named, Summary, some_names};
use crate::derive::{Label, Rate, Tally};
use crate::i18n::Words;
use crate::model::{Person, Unreported};

/// Writes the report; of each list at most `limit` lines (0: all).
pub fn write(summary: &Summary, words: &Words, names: &Words, markup: Markup, limit: usize) -> String {
    Writer { summary, words, names, markup, limit, out: String::new() }.whole()
}

struct Writer<'a> {
    summary: &'a Summary,
    words: &'a Words,
    names: &'a Words,
    markup: Markup,
    limit: usize,
    out: String,
}

impl Writer<'_> {
    fn whole(mut self) -> String {
        let (summary, words) = (self.summary, self.words);
        let head = match &summary.agency {
            None => summary.title.clone(),
            Some(agency) => format!("{} · {}", summary.title, agency.name),
        };
        match self.markup {
            Markup::Text => self.line(&head),
            Markup::Markdown => self.line(&format!("# {}", safe(&head))),
        }
        self.line(&words.with("report-as-of", &[("day", &self.names.day(summary.as_of))]));
        if let Some(tasks) = &summary.tasks {
            self.tally("report-tasks", tasks);
        }
        self.tally("report-obligations", &summary.obligations);
        let besides = [("report-in-news", summary.in_news), ("report-drafts", summary.drafts)];
        let besides: Vec<String> =
            besides.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| words.count(key, n)).collect();
        if !besides.is_empty() {
            self.gap();
            for text in &besides {
                self.item(text);
            }
        }
        let (since, within) = (summary.ask.since.to_string(), summary.ask.within.to_string());
        self.list("report-newly-overdue", &since, &summary.newly_overdue);
        self.list("report-due", &within, &summary.due);
        self.list("report-unreported", "", &summary.unreported);
        if !summary.awaiting.is_empty() {
            self.list("report-awaiting", "", &summary.awaiting);
        }
        if !summary.without_day.is_empty() {
            self.list("report-without-day", "", &summary.without_day);
        }
        if summary.agency.is_none() {
            self.holders();
        }
        self.out.trim_end().to_owned()
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        let text = match self.markup {
            Markup::Text => format!("\n{text}"),
            Markup::Markdown => format!("\n## {text}"),
        };
        self.line(&text);
    }

    /// Markdown has a blank line before a list.
    fn gap(&mut self) {
        if self.markup == Markup::Markdown {
            self.out.push('\n');
        }
    }

    fn item(&mut self, text: &str) {
        let text = match self.markup {
            Markup::Text => format!("  {text}"),
            Markup::Markdown => format!("- {text}"),
        };
        self.line(&text);
    }

    /// A line that belongs to the item above.
    fn below(&mut self, text: &str) {
        let text = match self.markup {
            Markup::Text => format!("      {}", text.replace('\n', " ")),
            Markup::Markdown => format!("  - {}", safe(text)),
        };
        self.line(&text);
    }

    fn tally(&mut self, key: &str, tally: &Tally) {
        let words = self.words;
        self.heading(&words.with(key, &[("n", &words.number(u64::from(tally.total())))]));
        self.gap();
        for label in Label::ALL.into_iter().filter(|label| tally.of(*label) > 0) {
            let (name, count) = (self.names.label(label.code()), words.number(u64::from(tally.of(label))));
            let text = match self.markup {
                Markup::Text => format!("{} {count:>7}", padded(name, 46)),
                Markup::Markdown => format!("{name}: {count}"),
            };
            self.item(&text);
        }
        // What fell due is told whole, before any rate.
        if tally.fell_due() > 0 {
            let number = |n: u32| words.number(u64::from(n));
            let parts =
                [tally.completed_dated(), tally.of(Label::Overdue), tally.of(Label::PastDueUnreported)].map(number);
            let [done, overdue, unknown] = parts.each_ref().map(String::as_str);
            let total = number(tally.fell_due());
            let args = [("n", total.as_str()), ("done", done), ("overdue", overdue), ("unknown", unknown)];
            self.item(&words.with(&format!("{key}-fell-due"), &args));
        }
        let completion = self.completion(tally);
        let punctuality = self.rate(tally.punctuality_rate(), tally.punctuality_rate().basis_points());
        for (key, rate) in [("report-completion", completion), ("report-punctuality", punctuality)] {
            if let Some(text) = rate {
                self.item(&words.with(key, &[("rate", &text)]));
            }
        }
    }

    fn completion(&self, tally: &Tally) -> Option<String> {
        self.rate(tally.completion_rate(), tally.completion_percent(self.summary.unreported_is))
    }

    /// `24/26 = 92,31%`
    fn rate(&self, rate: Rate, percent: Option<u32>) -> Option<String> {
        let percent = self.names.percent(percent?);
        let number = |n: u32| self.words.number(u64::from(n));
        Some(format!("{}/{} = {percent}", number(rate.numerator), number(rate.denominator)))
    }

    fn list(&mut self, key: &str, days: &str, entries: &[Entry]) {
        let words = self.words;
        let count = words.number(entries.iter().map(|e| e.holders.len() as u64).sum());
        self.heading(&words.with(key, &[("n", &*count), ("days", days)]));
        if !entries.is_empty() {
            self.gap();
        }
        let shown = if self.limit == 0 { entries.len() } else { self.limit };
        for entry in entries.iter().take(shown) {
            let text = self.entry(entry);
            self.item(&text);
            for text in self.beside(entry) {
                self.below(&text);
            }
        }
        let hidden: usize = entries.iter().skip(shown).map(|e| e.holders.len()).sum();
        if hidden > 0 {
            self.item(&words.with("report-more", &[("n", &words.number(hidden as u64))]));
        }
    }

    fn entry(&self, entry: &Entry) -> String {
        let period = entry.period.map(|p| format!(", {}", self.names.period(p))).unwrap_or_default();
        let who = some_names(&entry.holders, self.words);
        let days = entry.due.map(|due| (due - self.summary.as_of).num_days());
        let days = days.map_or_else(String::new, |days| {
            let key = match days {
                0 => "report-today",
                1.. => "report-left",
                ..0 => "report-late",
            };
            self.words.count(key, days.unsigned_abs() as usize)
        });
        let title = &entry.title;
        let reference = entry.reference.as_ref();
        let reference =
            reference.map(|r| format!(", {}", self.words.with("report-ref", &[("ref", r)]))).unwrap_or_default();
        let Some(due) = entry.due.map(|due| self.names.day(due)) else {
            let why = entry.why.map(|why| self.names.uncomputed(why)).unwrap_or_default();
            return match self.markup {
                Markup::Text => format!("{who}: {title} ({why}) [{}{reference}]", entry.task),
                Markup::Markdown => {
                    format!("{}: {} ({why}) (`{}`{})", safe(&who), safe(title), entry.task, safe(&reference))
                }
            };
        };
        match self.markup {
            Markup::Text => format!("{due} ({days})  {who}: {title}{period} [{}{reference}]", entry.task),
            Markup::Markdown => {
                let (who, title, reference) = (safe(&who), safe(title), safe(&reference));
                format!("**{due}** ({days}) {who}: {title}{period} (`{}`{reference})", entry.task)
            }
        }
    }

    /// Who watches over a task, and why it is late in the words of its holders.
    fn beside(&self, entry: &Entry) -> Vec<String> {
        let words = self.words;
        let person = |key: &str, person: &Option<Person>| {
            let person = person.as_ref()?;
            let role = person.role.as_ref().map(|role| format!(" ({role})")).unwrap_or_default();
            Some(words.with(key, &[("who", &format!("{}{role}", person.name))]))
        };
        let people = [person("report-supervisor", &entry.supervisor), person("report-officer", &entry.officer)]
            .into_iter()
            .flatten();
        let people = people.collect::<Vec<_>>().join("; ");
        let said = entry.said.iter().map(|said| {
            let part = |key: &str, text: &Option<String>| Some(words.with(key, &[("text", text.as_deref()?)]));
            let parts = [part("report-reason", &said.reason), part("report-proposal", &said.proposal)];
            let text = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
            if entry.holders.len() > 1 { format!("{}: {text}", said.holder.name) } else { text }
        });
        Some(people).filter(|people| !people.is_empty()).into_iter().chain(said).collect()
    }

    fn holders(&mut self) {
        self.heading(&self.words.say("report-holders"));
        self.gap();
        let mut names = vec!["holder", "total", "completed", "in-time", "overdue", "unreported", "undated", "aside"];
        if self.summary.acceptance {
            names.insert(3, "awaiting");
        }
        if self.summary.unreported_is == Unreported::Overdue {
            names.push("rate");
        }
        let heads: Vec<String> = names.iter().map(|name| self.words.say(&format!("report-column-{name}"))).collect();
        let rows: Vec<Vec<String>> = self.summary.holders.iter().map(|(who, tally)| self.row(who, tally)).collect();
        match self.markup {
            Markup::Markdown => {
                self.line(&format!("| {} |", heads.join(" | ")));
                self.line(&format!("|---|{}", "--:|".repeat(heads.len() - 1)));
                for row in rows {
                    let cells: Vec<String> = row.iter().map(|cell| safe(cell)).collect();
                    self.line(&format!("| {} |", cells.join(" | ")));
                }
            }
            Markup::Text => {
                let width = |n: usize| rows.iter().chain([&heads]).map(|r| r[n].chars().count()).max().unwrap_or(0);
                let widths: Vec<usize> = (0..heads.len()).map(width).collect();
                for row in std::iter::once(&heads).chain(&rows) {
                    let cells = row.iter().zip(&widths).enumerate().map(|(n, (cell, width))| match n {
                        0 => padded(cell, *width),
                        _ => format!("{}{cell}", " ".repeat(width - cell.chars().count())),
                    });
                    let line = cells.collect::<Vec<_>>().join("  ");
                    self.item(line.trim_end());
                }
            }
        }
    }

    fn row(&self, who: &Named, tally: &Tally) -> Vec<String> {
        let awaiting = self.summary.acceptance.then(|| tally.awaiting());
        let counts = [
            tally.open_in_time(),
            tally.of(Label::Overdue),
            tally.of(Label::PastDueUnreported),
            tally.open_undated(),
            tally.aside(),
        ];
        let counts = [tally.total(), tally.completed()].into_iter().chain(awaiting).chain(counts);
        let counts = counts.map(|n| self.words.number(u64::from(n)));
        let rate = match self.summary.unreported_is {
            Unreported::Overdue => Some(self.completion(tally).unwrap_or_else(|| "–".to_owned())),
            Unreported::Separate => None,
        };
        std::iter::once(who.name.clone()).chain(counts).chain(rate).collect()
    }
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.chars().count())))
}
