//! 全事業の表のことば.

use super::super::text::plan_works as text;
pub use super::super::text::plan_works::*;
use crate::YearForms;

use super::{amount_in_thousand, counted};
use insight::money::Total;
use strategy::*;

/// Head of 決算額 of the year before.
pub fn settled_head(year: FiscalYear) -> String {
    text::settled_head(year.short())
}

/// Head of 予算額 of a year.
pub fn budget_head(year: FiscalYear) -> String {
    text::budget_head(year.short())
}

/// Head of 方向性 of a year.
pub fn course_head(year: FiscalYear) -> String {
    text::course_head(year.short())
}

/// Head of a part of 財源.
pub fn fund_head(source: FundSource) -> String {
    text::fund_head(super::fund(source))
}

/// Summary of the table of all works.
pub fn works_found(total: &Total) -> String {
    text::works_found(
        counted(total),
        amount_in_thousand(total.amount()),
        amount_in_thousand(total.net_amount()),
    )
}
