//! One integration binary: text in, text out, behind few helpers.

mod crawl;
mod laws;
mod load;
mod modules;
mod site;
