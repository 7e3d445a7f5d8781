//! みちしるべ: まちの総合戦略を、つくり、動かし、ひらく。
//!
//! A town's 総合戦略 is data: goals, measures, initiatives, and indicators with figures by year. Everything here makes that
//! data, changes it, says what it means, carries it about, keeps it, or shows it.
//!
//! # The rooms
//!
//! Lower ones first. A room knows those above it in this list, never those below.
//!
//! - [`strategy`]: WHAT a strategy is.
//! - [`edit`]: HOW it changes.
//! - [`insight`]: WHAT it says.
//! - [`format`](mod@format): HOW it travels.
//! - `browser`: what the browser gives.
//! - `keep`: HOW it lasts. What of it needs no browser is tested without one.
//! - [`words`]: its words.
//! - [`publish`]: HOW it is read by all.
//! - [`beside`]: WHAT is done beside the page.
//! - `app`: HOW it looks, with a face for each of those who use it.
//!
//! # One figure, from the keyboard to the sentence
//!
//! ```
//! use michishirube::edit::{self, FigureCell, History, Moment};
//! use michishirube::format::json;
//! use michishirube::insight::overview;
//! use michishirube::strategy::{About, FiscalYear, Id, Indicator, Period, Series, Strategy};
//! use michishirube::words::why::reasons;
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
//! let made = edit::add_indicator(&plan, visitors, row, "観光客数", None)?;
//! history.commit(&mut plan, made, Moment::default())?;
//!
//! // HOW it changes: what is typed is read as offices print it, and is an edit that can be taken back.
//! for (cell, typed) in [
//!     (FigureCell::Baseline, "250"),
//!     (FigureCell::Target(FiscalYear(2025)), "約380人"),
//!     (FigureCell::Actual(FiscalYear(2024)), "３０９"),
//! ] {
//!     let typed = edit::set_cell(&plan, row, cell, typed)?;
//!     history.commit(&mut plan, typed, Moment::default())?;
//! }
//!
//! // WHAT it says, as facts; its words make sentences of them.
//! let seen = overview::glance(&plan, visitors, FiscalYear(2024)).expect("it is there");
//! let told = reasons(&seen.verdict, [("", &seen.rows[0].rated)]);
//! assert!(told[0].contains("380"), "{told:?}");
//!
//! // HOW it travels: a file of it reads as the same.
//! let file = json::write(&plan);
//! assert_eq!(json::write(&json::read(file.as_bytes())?), file);
//!
//! // And back again, a step at a time.
//! history.undo(&mut plan)?;
//! assert!(plan.get(row).expect("the row stays").actuals.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// What only a test does weighs nothing.
#![cfg_attr(test, allow(clippy::disallowed_methods))]
#![cfg_attr(
    test,
    allow(
        clippy::too_many_lines,
        reason = "a table of cases is as long as its cases"
    )
)]

pub mod strategy;

pub mod edit;

pub mod insight;

pub mod format;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(any(all(target_arch = "wasm32", feature = "app"), test))]
pub mod keep;

pub mod words;

pub mod publish;

pub mod beside;

#[cfg(all(target_arch = "wasm32", feature = "app"))]
mod app;
#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub use app::{charts, faces};
