//! Parts that several kinds of page show.

pub(super) mod agencies;
pub(super) mod blocks;
pub(super) mod cards;
pub(super) mod changes;
pub(super) mod chart;
pub(super) mod commendations;
pub(super) mod common;
pub(super) mod contents;
pub(super) mod course;
pub(super) mod deadlines;
pub(super) mod drafts;
pub(super) mod duty;
pub(super) mod feedback;
pub(super) mod holders;
pub(super) mod indicator;
pub(super) mod linked;
pub(super) mod lists;
pub(super) mod obligations;
pub(super) mod pager;
pub(super) mod periods;
pub(super) mod rows;
pub(super) mod site;
pub(super) mod summary;
pub(super) mod updates;
