//! One integration binary: text in, text out, behind few helpers.

mod agree;
mod aliases;
mod changes;
mod commands;
mod crawl;
mod cron;
mod edits;
mod exports;
mod golden;
mod languages;
mod large;
mod laws;
mod leave_out;
mod load;
mod matrices;
mod modules;
mod open;
mod publish;
mod sample;
mod sharing;
mod starter;
mod summary;
mod theming;
mod transcripts;
mod words;
