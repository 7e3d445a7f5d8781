//! When the rules are asked.

use strategy::*;

/// When the rules are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsOf {
    /// The fiscal year.
    pub year: FiscalYear,
    /// The day; without it, what is past is told by its year.
    pub day: Option<Date>,
}

impl From<FiscalYear> for AsOf {
    fn from(year: FiscalYear) -> Self {
        Self { year, day: None }
    }
}
