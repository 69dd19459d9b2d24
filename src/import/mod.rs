//! Reads an office's papers, notices and registers, into drafts of content.
//!
//! A draft is content like any other, in which each guess is marked and tied to the words that it rests on. The same
//! paper gives the same draft: no clock, no network, no disk.
//!
//! ```text
//! bytes ─► text: Paper ─┬─► notice   ─┐
//!                       └─► register ─┴─► Draft ─► matching (names to ids) ─► write (content files)
//!                             names, due: how agencies and deadlines are worded
//! ```

pub mod draft;
pub mod due;
pub mod json;
pub mod matching;
pub mod names;
pub mod notice;
pub mod paper;
pub mod reading;
pub mod register;
pub mod resolved;
pub mod text;
pub mod write;

mod recase;
