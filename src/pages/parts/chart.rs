//! Pictures drawn at build time: bars of counts, with the same counts for a table. Everything drawn is a number of the
//! report; this only places it.

use crate::derive::{Label, Obligation, Timeliness};
use crate::model::{Month, Period, Unreported};
use crate::pages::page::Page;
use crate::pages::words::Arg;
use chrono::Datelike;
use schemars::JsonSchema;
use serde::Serialize;

/// A picture of bars (`chart` in `parts/chart.html`). Positions across are percentages, positions down are pixels.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChartView {
    /// What it shows.
    pub title: String,
    /// The numbers in words; those of the first and the last bar where there are many.
    pub description: String,
    /// Width that the bars need, in pixels; a narrower page makes them narrower.
    pub width: usize,
    /// What the bars are divided by, from bottom to top.
    pub series: Vec<SeriesView>,
    /// From left to right.
    pub bars: Vec<BarView>,
    /// Head of the first column of the table.
    pub head: String,
}

/// One of the things counted.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SeriesView {
    /// Label's code that gives surface and pattern.
    pub code: &'static str,
    /// Words.
    pub text: String,
}

/// One bar.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BarView {
    /// What it stands for.
    pub text: String,
    /// The same in few letters, below the bar; empty where there is no room.
    pub label: String,
    /// All that it counts.
    pub total: String,
    /// Whether the total stands above the bar.
    pub total_shown: bool,
    /// Counts, one for each of the series.
    pub counts: Vec<String>,
    /// Left edge.
    pub x: String,
    /// Width.
    pub width: String,
    /// Middle.
    pub middle: String,
    /// Top edge.
    pub top: String,
    /// Surfaces, bottom first; those that count nothing are left out.
    pub parts: Vec<BarPart>,
}

/// One surface of a bar.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BarPart {
    /// Code of its series.
    pub code: &'static str,
    /// Top edge.
    pub y: String,
    /// Height.
    pub height: String,
}

/// Height of the drawing between the totals above and the names below, in pixels.
const HEIGHT: f64 = 150.0;
/// Room above the highest bar for its total.
const ABOVE: f64 = 20.0;
/// Width of a picture on a small phone, and of a letter in it, in pixels.
const PHONE: usize = 280;
const LETTER: usize = 7;
/// Bars up to which each has its numbers in the description.
const FEW: usize = 12;

/// One bar before it is placed.
pub(crate) struct Bar {
    pub text: String,
    /// The text in few letters.
    pub short: String,
    /// One for each of the series.
    pub counts: Vec<u32>,
}

impl Page<'_> {
    /// Places bars; none where there is nothing to see.
    pub(crate) fn chart(
        &self,
        title: String,
        head: &str,
        series: &[(&'static str, String)],
        bars: &[Bar],
    ) -> Option<ChartView> {
        let total = |bar: &Bar| bar.counts.iter().sum::<u32>();
        let highest = bars.iter().map(total).max().filter(|n| *n > 0)?;
        let used: Vec<usize> = (0..series.len()).filter(|n| bars.iter().any(|b| b.counts[*n] > 0)).collect();
        let every_name = gap(bars.iter().map(|b| b.short.chars().count()), bars.len());
        let every_total = gap(bars.iter().map(|b| self.words.number(u64::from(total(b))).len()), bars.len());
        let step = 100.0 / bars.len() as f64;
        let placed = bars.iter().enumerate().map(|(n, bar)| {
            let mut y = ABOVE + HEIGHT;
            let mut parts = Vec::new();
            for s in used.iter().filter(|s| bar.counts[**s] > 0) {
                let height = (f64::from(bar.counts[*s]) * HEIGHT / f64::from(highest)).max(1.5);
                y -= height;
                parts.push(BarPart { code: series[*s].0, y: short(y), height: short(height) });
            }
            let left = n as f64 * step;
            BarView {
                text: bar.text.clone(),
                // Counted from the last bar, which always has its name.
                label: if (bars.len() - 1 - n).is_multiple_of(every_name) { bar.short.clone() } else { String::new() },
                total: self.words.number(u64::from(total(bar))),
                total_shown: (bars.len() - 1 - n).is_multiple_of(every_total),
                counts: used.iter().map(|s| self.words.number(u64::from(bar.counts[*s]))).collect(),
                x: short(left + step * 0.14),
                width: short(step * 0.72),
                middle: short(left + step / 2.0),
                top: short(y),
                parts,
            }
        });
        let bars_placed: Vec<BarView> = placed.collect();
        let series: Vec<SeriesView> =
            used.iter().map(|s| SeriesView { code: series[*s].0, text: series[*s].1.clone() }).collect();
        let in_words = |bar: &BarView| {
            let counts: Vec<String> =
                series.iter().zip(&bar.counts).map(|(s, count)| format!("{} {count}", s.text)).collect();
            format!("{}: {}.", bar.text, counts.join("; "))
        };
        let told: Vec<String> = match bars_placed.as_slice() {
            [first, .., last] if bars_placed.len() > FEW => vec![in_words(first), in_words(last)],
            all => all.iter().map(in_words).collect(),
        };
        Some(ChartView {
            title,
            description: told.join(" "),
            width: bars.len() * 84,
            series,
            bars: bars_placed,
            head: self.words.say(head),
        })
    }

    /// How obligations stood over time; none for a single point.
    pub(crate) fn history<'o>(&self, obligations: impl Iterator<Item = &'o Obligation>) -> Option<ChartView> {
        let points = self.report.history(obligations);
        let [first, second, ..] = points.as_slice() else { return None };
        let by_year = (second.day - first.day).num_days() > 31
            || points.len() > 2 && (points[2].day - second.day).num_days() > 31;
        let bars: Vec<Bar> = points
            .iter()
            .map(|p| Bar {
                text: self.words.day(p.day).text,
                short: if by_year {
                    p.day.year().to_string()
                } else {
                    format!("{:02}/{}", p.day.month(), p.day.year())
                },
                counts: vec![p.completed, p.open, p.past_due, p.aside],
            })
            .collect();
        let past_due = match self.data().settings.unreported {
            Unreported::Separate => (Label::PastDueUnreported.code(), "series-past-due"),
            Unreported::Overdue => (Label::Overdue.code(), "series-overdue"),
        };
        let series = [
            (Label::CompletedOnTime.code(), self.words.say("series-completed")),
            (Label::InTime.code(), self.words.say("series-open")),
            (past_due.0, self.words.say(past_due.1)),
            (Label::NotApplicable.code(), self.words.say("series-aside")),
        ];
        self.chart(self.words.say("history-title"), "col-until", &series, &bars)
    }

    /// How late what is late is.
    pub(crate) fn lateness<'o>(&self, obligations: impl Iterator<Item = &'o Obligation>) -> Option<ChartView> {
        const BOUNDS: [u32; 4] = [30, 90, 180, 365];
        const LABELS: [Label; 3] = [Label::CompletedLate, Label::Overdue, Label::PastDueUnreported];
        let mut counts = vec![vec![0; LABELS.len()]; BOUNDS.len() + 1];
        for o in obligations {
            let (Timeliness::Missed(days) | Timeliness::Overdue(days)) = o.status.timeliness else { continue };
            if let Some(series) = LABELS.iter().position(|l| *l == o.status.label) {
                counts[BOUNDS.iter().take_while(|b| days > i64::from(**b)).count()][series] += 1;
            }
        }
        let bars = counts.into_iter().enumerate().map(|(n, counts)| {
            let from = if n == 0 { 1 } else { BOUNDS[n - 1] + 1 };
            let (key, short) = match BOUNDS.get(n) {
                Some(to) => ("days-range", format!("{from}–{to}")),
                None => ("days-more", format!("> {}", from - 1)),
            };
            Bar { text: self.words.with(key, &[("range", Arg::Text(&short))]), short, counts }
        });
        let bars: Vec<Bar> = bars.collect();
        let series = LABELS.map(|l| (l.code(), self.words.label(l).to_owned()));
        self.chart(self.words.say("lateness-title"), "col-days-late", &series, &bars)
    }

    /// Deadlines of one year, month by month, by the label of each.
    pub(crate) fn deadlines_by_month(&self, year: i32, codes: &[(u32, &str)]) -> Option<ChartView> {
        let series = Label::ALL.map(|l| (l.code(), self.words.label(l).to_owned()));
        let bars = (1..=12).map(|month| {
            let mut counts = vec![0; Label::ALL.len()];
            for (_, code) in codes.iter().filter(|(m, _)| *m == month) {
                if let Some(n) = Label::ALL.iter().position(|l| l.code() == *code) {
                    counts[n] += 1;
                }
            }
            let text = self.words.period(Period::Month(Month { year, month }));
            Bar { text, short: month.to_string(), counts }
        });
        let bars: Vec<Bar> = bars.collect();
        let text = year.to_string();
        self.chart(self.words.with("calendar-title", &[("year", Arg::Text(&text))]), "col-month", &series, &bars)
    }
}

/// Texts of these lengths fit below or above every how many bars on a phone.
fn gap(lengths: impl Iterator<Item = usize>, bars: usize) -> usize {
    let longest = lengths.max().unwrap_or_default().max(1);
    bars.div_ceil((PHONE / (longest * LETTER + 3)).max(1)).max(1)
}

/// At most two places, none that are zero.
fn short(x: f64) -> String {
    let text = format!("{x:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn places_of_a_drawing() {
        assert_eq!(
            (short(12.5), short(100.0), short(0.004), short(33.333)),
            ("12.5".into(), "100".into(), "0".into(), "33.33".into())
        );
    }
}
