//! Pictures: bars side by side, each divided by what it counts, with the same numbers as a table.

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
