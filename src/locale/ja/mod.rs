//! 日本語.

pub mod action;
pub mod alignment;
pub mod bulk;
pub mod chapters;
pub mod charts;
pub mod checks;
pub mod entry;
pub mod grid;
pub mod guess;
pub mod help;
pub mod history;
pub mod home;
pub mod indicators;
pub mod model;
pub mod outline;
pub mod overview;
pub mod palette;
pub mod paper;
pub mod plan;
pub mod review;
pub mod rules;
pub mod settings;
pub mod shell;
pub mod timetable;
pub mod version;
pub mod versions;
