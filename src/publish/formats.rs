//! The formats a plan is saved in: one row each.

use crate::format::stratml::Part;
use crate::format::{NotPacked, json};
use crate::strategy::{FiscalYear, Strategy};
use crate::words::formats as words;

use super::site::indicators_csv;
use super::stratml::document;
use super::workbook::workbook;

/// A format a plan is saved in.
pub struct Format {
    /// What it is called.
    pub name: fn() -> &'static str,
    /// What it is good for.
    pub about: fn() -> &'static str,
    /// What of the plan does not travel with it; `None`: everything does.
    pub leaves_out: Option<fn() -> &'static str>,
    /// How the names of its files end, without the dot.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Writes a plan, as of a fiscal year.
    pub write: fn(&Strategy, FiscalYear) -> Result<Vec<u8>, NotPacked>,
}

/// Every format. The first is our own: what is saved in it is opened again as it was.
pub const FORMATS: [Format; 5] = [
    Format {
        name: words::json,
        about: words::json_about,
        leaves_out: None,
        extension: "json",
        media_type: "application/json",
        write: |strategy, _| Ok(json::write(strategy).into_bytes()),
    },
    Format {
        name: words::workbook,
        about: words::workbook_about,
        leaves_out: Some(words::workbook_leaves),
        extension: "xlsx",
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write: |strategy, today| workbook(strategy, today).write(),
    },
    Format {
        name: words::csv,
        about: words::csv_about,
        leaves_out: Some(words::csv_leaves),
        extension: "csv",
        media_type: "text/csv;charset=utf-8",
        write: |strategy, _| Ok(indicators_csv(strategy).into_bytes()),
    },
    Format {
        name: words::stratml_plan,
        about: words::stratml_plan_about,
        leaves_out: Some(words::stratml_plan_leaves),
        extension: "xml",
        media_type: "application/xml",
        write: |strategy, _| Ok(document(strategy).write(Part::One).into_bytes()),
    },
    Format {
        name: words::stratml_report,
        about: words::stratml_report_about,
        leaves_out: Some(words::stratml_report_leaves),
        extension: "xml",
        media_type: "application/xml",
        write: |strategy, _| Ok(document(strategy).write(Part::Two).into_bytes()),
    },
];
