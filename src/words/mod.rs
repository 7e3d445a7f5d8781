//! Its WORDS: facts become sentences here, and only here. The texts themselves are data, a folder for each language.
//!
//! ```
//! use michishirube::strategy::{FiscalYear, Period};
//! use michishirube::words::model;
//!
//! let period = Period { first: FiscalYear(2021), last: FiscalYear(2025) };
//! assert!(model::period(period).contains("令和3"));
//! ```

// A sentence put together by a function of its own stands before the text of that name.
#![allow(hidden_glob_reexports)]

mod language;
mod packed;
mod style;
mod text;

pub mod alignment;
pub mod briefing;
pub mod chapters;
pub mod charts;
pub mod checks;
pub mod chosen_file;
pub mod csv;
pub mod display;
pub mod entry;
mod file;
mod findings;
pub mod grid;
pub mod ground;
pub mod guess;
pub mod hands;
pub mod help;
pub mod history;
pub mod home;
pub mod indicators;
pub mod keeping;
pub mod learn;
pub mod model;
pub mod number;
pub mod outline;
pub mod overview;
pub mod palette;
pub mod paper;
pub mod pasted_outline;
pub mod pasted_table;
pub mod plan;
pub mod publication;
mod read_back;
pub mod reader;
pub mod reading;
mod refusal;
pub mod region;
pub mod review;
pub mod rules;
mod say;
pub mod shell;
pub mod site;
pub mod start;
pub mod stratml;
pub mod terms;
pub mod time;
pub mod timetable;
pub mod value;
pub mod version;
pub mod versions;
mod voice;
pub mod why;
pub mod workbook;
pub mod workshop;
mod year;

pub use findings::RuleWords;
pub use language::Language;
pub use say::{Say, Word};
pub use style::{Minus, Style, Years};
pub use text::{action, bulk, formats, marks, one_file, settings, troubles};
pub use text::{adopt, supply};
pub use voice::{Voice, Voices};
pub use year::YearForms;
