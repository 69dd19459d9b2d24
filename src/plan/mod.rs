//! Where every page and file of a site lies.

pub mod route;
