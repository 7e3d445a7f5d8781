//! Texts of the app: facts become sentences here, and only here. The texts themselves are data, a folder for each
//! language.
//!
//! ```
//! use strategy::{FiscalYear, Period};
//! use words::model;
//!
//! let period = Period { first: FiscalYear(2021), last: FiscalYear(2025) };
//! assert!(model::period(period).contains("令和3"));
//! ```
//!
//! # One figure, from the keyboard to the sentence
//!
//! ```
//! use edit::{FigureCell, History};
//! use format::json;
//! use insight::overview;
//! use strategy::{About, FiscalYear, Id, Indicator, Moment, Period, Series, Strategy};
//! use words::why::reasons;
//!
//! // WHAT: a plan of five years with one indicator, and whose it is.
//! let mut plan = Strategy::default();
//! plan.about.insert(About {
//!     title: "みほん町総合戦略".to_owned(),
//!     period: Period { first: FiscalYear(2021), last: FiscalYear(2025) },
//!     ..About::default()
//! });
//! let (visitors, row) = (Id::<Indicator>::new(1), Id::<Series>::new(2));
//! let mut history = History::default();
//! let made = edit::add_indicator(&plan, visitors, row, "観光客数", None).unwrap();
//! history.commit(&mut plan, made, Moment::default()).unwrap();
//!
//! // HOW it changes: what is typed is read as offices print it, and is an edit that can be taken back.
//! for (cell, typed) in [
//!     (FigureCell::Baseline, "250"),
//!     (FigureCell::Target(FiscalYear(2025)), "約380人"),
//!     (FigureCell::Actual(FiscalYear(2024)), "３０９"),
//! ] {
//!     let typed = edit::set_cell(&plan, row, cell, typed).unwrap();
//!     history.commit(&mut plan, typed, Moment::default()).unwrap();
//! }
//!
//! // WHAT it says, as facts; its words make sentences of them.
//! let seen = overview::glance(&plan, visitors, FiscalYear(2024)).expect("it is there");
//! let told = reasons(&seen.verdict, [("", &seen.rows[0].rated)]);
//! assert!(told[0].contains("380"), "{told:?}");
//!
//! // HOW it travels: a file of it reads as the same.
//! let file = json::write(&plan);
//! assert_eq!(json::write(&json::read(file.as_bytes()).unwrap()), file);
//!
//! // And back again, a step at a time.
//! history.undo(&mut plan).unwrap();
//! assert!(plan.get(row).expect("the row stays").actuals.is_empty());
//! ```

// Test-only code does not count towards size.
#![cfg_attr(test, allow(clippy::disallowed_methods))]
// A function that composes a sentence hides the generated text of the same name.
#![allow(hidden_glob_reexports)]

mod language;
mod packed;
mod style;
// Generated patterns match variants with fields and without.
#[allow(clippy::unneeded_struct_pattern)]
// Texts contain example addresses.
#[allow(rustdoc::bare_urls)]
mod text;

pub mod alignment;
pub mod answer;
pub mod assembly;
pub mod briefing;
pub mod chapters;
pub mod charts;
pub mod checks;
pub mod chosen_file;
pub mod csv;
pub mod display;
pub mod draft;
pub mod entry;
mod file;
mod findings;
pub mod grants;
pub mod grid;
pub mod ground;
pub mod guess;
pub mod handbook;
pub mod hands;
pub mod help;
pub mod history;
pub mod home;
pub mod indicators;
pub mod keeping;
pub mod learn;
pub mod logic;
pub mod long_list;
pub mod model;
pub mod number;
pub mod office_year;
pub mod open_data;
pub mod outline;
pub mod overview;
pub mod palette;
pub mod paper;
pub mod pasted_outline;
pub mod pasted_table;
pub mod plan;
pub mod plans;
pub mod population;
pub mod publication;
mod read_back;
pub mod reader;
pub mod reading;
mod refusal;
pub mod region;
pub mod review;
pub mod revisions;
pub mod rules;
mod say;
pub mod shell;
pub mod site;
pub mod start;
pub mod stratml;
pub mod submissions;
pub mod terms;
pub mod time;
pub mod timetable;
pub mod value;
pub mod version;
pub mod versions;
mod voice;
pub mod votes;
pub mod why;
pub mod workbook;
pub mod workshop;
mod year;

pub use findings::RuleWords;
pub use language::Language;
pub use markup::ruby;
pub use say::{Say, Word};
pub use style::{Minus, NumberStyle, Years};
pub use text::{ABSENT, adopt, supply};
pub use text::{
    action, bulk, formats, glossary, heard, marks, one_file, purposes, region_site, settings,
    troubles,
};
#[cfg(not(target_arch = "wasm32"))]
pub use voice::packed_for_sites;
pub use voice::{Voice, Voices, packed};
pub use year::YearForms;
