//! 全事業の表のことば.

use super::super::text::plan_works as text;
pub use super::super::text::plan_works::*;
use crate::YearForms;

use super::{amount_in_thousand, counted};
use insight::money::Total;
use strategy::*;

/// The columns of the table of all works.
pub fn work_columns(year: FiscalYear) -> [String; 6] {
    let next = year.next();
    [
        super::work().to_owned(),
        super::measures().to_owned(),
        super::funding().to_owned(),
        text::work_columns(year.short()),
        text::work_columns_2(next.short()),
        text::work_columns_3(next.next().short()),
    ]
}

/// Summary of the table of all works.
pub fn works_found(total: &Total) -> String {
    text::works_found(
        counted(total),
        amount_in_thousand(total.amount()),
        amount_in_thousand(total.net_amount()),
    )
}
