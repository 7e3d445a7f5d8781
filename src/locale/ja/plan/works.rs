//! 全事業の表のことば.

use super::{FUNDING, MEASURES, WORK};
use super::{amount_in_thousand, counted};
use crate::insight::money::Total;
use crate::strategy::*;

/// Tab, and the table.
pub const ALL_WORKS: &str = "全事業の表";
/// Choice.
pub const ANY_COURSE: &str = "方向性：すべて";
/// Field.
pub const ORDER: &str = "並び順";
/// Choice.
pub const BY_READING: &str = "計画の順";
/// Choice.
pub const BY_AMOUNT: &str = "予算額の大きい順";
/// Choice.
pub const BY_COURSE: &str = "方向性の順";
/// Empty.
pub const NO_WORKS: &str = "条件に合う事業がありません。絞り込みを解除してください。";

/// The columns of the table of all works.
pub fn work_columns(year: FiscalYear) -> [String; 6] {
    let next = year.next();
    [
        WORK.to_owned(),
        MEASURES.to_owned(),
        FUNDING.to_owned(),
        format!("{} 予算額", year.short()),
        format!("{} 方向性", next.short()),
        format!("{} 方向性", next.next().short()),
    ]
}

/// What the table of all works shows.
pub fn works_found(total: &Total) -> String {
    format!(
        "{}　計 {}、純計 {}",
        counted(total),
        amount_in_thousand(total.amount()),
        amount_in_thousand(total.net_amount())
    )
}
