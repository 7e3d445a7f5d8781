//! The pages, each named for what its user calls it.

pub(super) mod alignment;
mod being_read;
pub(super) mod briefing;
pub(super) mod chapters;
pub(super) mod checks;
mod cited;
pub(super) mod diagram;
mod foreign_text;
pub(super) mod hands;
mod heard;
pub mod home;
pub(super) mod indicators;
pub(super) mod outline;
pub(super) mod overview;
pub(super) mod paper;
mod paste_file;
mod paste_form;
pub(super) mod paste_outline;
mod pasted_text;
pub(super) mod plan;
pub(super) mod population;
pub(super) mod publication;
mod record_route;
pub(super) mod region;
mod request_answer;
pub(super) mod review;
pub(super) mod revisions;
mod row;
pub(super) mod settings;
mod sheets;
pub(super) mod start;
pub(super) mod timetable;
pub(super) mod versions;
pub(super) mod workshop;
pub(super) mod year;

pub use record_route::{page_of, route_to};
