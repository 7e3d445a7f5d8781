//! The records of a strategy: plain data. No I/O, no clock, no browser, no judgement.
//!
//! A [`Strategy`] is a handful of [`Table`]s of small records, each with a typed [`Id`], its parent's id
//! and an [`Order`] among its siblings. Cloning one is cheap.
//!
//! A figure stays as it is printed, and is understood beside that:
//!
//! ```
//! use strategy::Figure;
//!
//! let figure = Figure::read("△１,２３４人");
//! assert_eq!(figure.text(), "△１,２３４人");
//! assert_eq!(figure.value().map(|value| value.to_string()), Some("-1234".to_owned()));
//! assert_eq!(Figure::read("集計中").value(), None);
//! ```

// Test-only code does not count towards size.
#![cfg_attr(test, allow(clippy::disallowed_methods))]

mod about;
pub mod arithmetic;
mod figure;
mod fiscal_year;
mod framework;
mod grant;
mod ground;
mod groups;
mod half_width;
mod handed_part;
mod id;
mod idea;
mod indicator;
mod integrity;
mod kind;
mod logic;
pub mod migration;
mod moment;
mod money;
mod office_year;
mod open_data;
mod order;
mod outline;
mod owners;
mod plan;
mod population;
mod printed;
mod publishing;
mod reading;
pub mod record;
mod revision;
mod row;
mod ruleset;
mod session;
pub mod sort;
#[allow(clippy::module_inception)]
mod steps;
mod strategy;
mod submission_request;
mod table;
mod timetable;
mod votes;
mod web_address;
mod with_commas;
mod year;

pub use about::*;
pub use figure::*;
pub use fiscal_year::*;
pub use framework::*;
pub use grant::*;
pub use ground::*;
pub use groups::*;
pub use half_width::*;
pub use handed_part::*;
pub use id::*;
pub use idea::*;
pub use indicator::*;
pub use integrity::*;
pub use kind::*;
pub use logic::*;
pub use moment::Moment;
pub use money::*;
pub use office_year::*;
pub use open_data::*;
pub use order::*;
pub use outline::*;
pub use owners::owners;
pub use plan::*;
pub use population::*;
pub use printed::*;
pub use publishing::*;
pub use reading::{CellPart, read_cell};
pub use revision::*;
pub use row::*;
pub use ruleset::*;
pub use session::*;
pub use steps::{Pace, Steps, at_once};
pub use strategy::*;
pub use submission_request::*;
pub use table::*;
pub use timetable::*;
pub use votes::*;
use web_address::web_address;
pub use with_commas::with_commas;
pub use year::*;
