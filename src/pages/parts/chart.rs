//! Pictures drawn at build time: bars of counts, with the same counts for a table. Everything drawn is a number of the
//! report; this only places it.

use crate::derive::{Family, Obligation};
use crate::model::Unreported;
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
    /// Lines across, from bottom to top: zero, half, the whole.
    pub ticks: Vec<TickView>,
    /// What the bars are divided by, from bottom to top.
    pub series: Vec<SeriesView>,
    /// From left to right.
    pub bars: Vec<BarView>,
    /// Head of the first column of the table.
    pub head: String,
}

/// One line of the scale.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TickView {
    /// Where it is, from the top.
    pub y: String,
    /// What it stands for.
    pub text: String,
}

/// One of the things counted.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SeriesView {
    /// Code of the family that gives surface and pattern.
    pub code: &'static str,
    /// Words.
    pub text: String,
    /// What the last bar counts of it.
    pub latest: String,
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
    /// Counts, one for each of the series.
    pub counts: Vec<String>,
    /// Left edge.
    pub x: String,
    /// Width.
    pub width: String,
    /// Middle.
    pub middle: String,
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

/// Height of the drawing between the highest line and the lowest, in pixels.
const HEIGHT: f64 = 150.0;
/// Room above the highest line for its number.
const ABOVE: f64 = 20.0;
/// Width of a picture on a small phone, and of a letter in it, in pixels.
const PHONE: usize = 280;
const LETTER: usize = 7;
/// A picture over time of fewer obligations than these shows nothing that a sentence does not.
const FEWEST: u32 = 20;
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
        let whole = round_up(highest);
        let step = 100.0 / bars.len() as f64;
        let placed = bars.iter().enumerate().map(|(n, bar)| {
            let mut y = ABOVE + HEIGHT;
            let mut parts = Vec::new();
            for s in used.iter().filter(|s| bar.counts[**s] > 0) {
                let height = (f64::from(bar.counts[*s]) * HEIGHT / f64::from(whole)).max(1.5);
                y -= height;
                parts.push(BarPart { code: series[*s].0, y: short(y), height: short(height) });
            }
            let left = n as f64 * step;
            BarView {
                text: bar.text.clone(),
                // Counted from the last bar, which always has its name.
                label: if (bars.len() - 1 - n).is_multiple_of(every_name) { bar.short.clone() } else { String::new() },
                total: self.words.number(u64::from(total(bar))),
                counts: used.iter().map(|s| self.words.number(u64::from(bar.counts[*s]))).collect(),
                x: short(left + step * 0.14),
                width: short(step * 0.72),
                middle: short(left + step / 2.0),
                parts,
            }
        });
        let bars_placed: Vec<BarView> = placed.collect();
        let series: Vec<SeriesView> = used
            .iter()
            .map(|s| {
                let latest = bars.last().map_or(0, |bar| bar.counts[*s]);
                SeriesView { code: series[*s].0, text: series[*s].1.clone(), latest: self.words.number(latest.into()) }
            })
            .collect();
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
            ticks: [0, whole / 2, whole]
                .map(|n| TickView {
                    y: short(ABOVE + HEIGHT - f64::from(n) * HEIGHT / f64::from(whole)),
                    text: self.words.number(n.into()),
                })
                .into(),
            series,
            bars: bars_placed,
            head: self.words.say(head),
        })
    }

    /// How obligations stood over time; none of a few, none for a single point.
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
                counts: vec![p.completed, p.past_due, p.open, p.aside],
            })
            .collect();
        let (past_due, words) = match self.data().settings.unreported {
            Unreported::Separate => (Family::Unclear, "series-past-due"),
            Unreported::Overdue => (Family::Overdue, "series-overdue"),
        };
        let series = [
            (Family::Done.code(), self.words.say("series-completed")),
            (past_due.code(), self.words.say(words)),
            (Family::Undated.code(), self.words.say("series-open")),
            (Family::Dropped.code(), self.words.say("series-aside")),
        ];
        let last = points.last()?;
        let all = last.completed + last.open + last.past_due + last.aside;
        if all < FEWEST {
            return None;
        }
        let (day, since) = (self.words.day(last.day).text, self.words.day(first.day).text);
        let number = |n: u32| self.words.number(n.into());
        let (done, all, before) = (number(last.completed), number(all), number(first.completed));
        let args = [
            ("date", Arg::Text(&day)),
            ("done", Arg::Text(&done)),
            ("all", Arg::Text(&all)),
            ("since", Arg::Text(&since)),
            ("before", Arg::Text(&before)),
        ];
        self.chart(self.words.with("history-title", &args), "col-until", &series, &bars)
    }
}

/// Texts of these lengths fit below or above every how many bars on a phone.
fn gap(lengths: impl Iterator<Item = usize>, bars: usize) -> usize {
    let longest = lengths.max().unwrap_or_default().max(1);
    bars.div_ceil((PHONE / (longest * LETTER + 3)).max(1)).max(1)
}

/// The least of 2, 4, 6, 10 and their tenfold that is not below `n`: halves of it are round too.
fn round_up(n: u32) -> u32 {
    let steps = (0..9).flat_map(|e| [2, 4, 6, 10].map(|step| step * 10_u32.pow(e)));
    steps.into_iter().find(|step| *step >= n).unwrap_or(u32::MAX)
}

/// At most two places, none that are zero.
fn short(x: f64) -> String {
    let text = format!("{x:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{round_up, short};

    #[test]
    fn scales_are_round() {
        assert_eq!([1, 2, 3, 5, 7, 11, 41, 61, 3_646].map(round_up), [2, 2, 4, 6, 10, 20, 60, 100, 4_000]);
    }

    #[test]
    fn places_of_a_drawing() {
        assert_eq!(
            (short(12.5), short(100.0), short(0.004), short(33.333)),
            ("12.5".into(), "100".into(), "0".into(), "33.33".into())
        );
    }
}
