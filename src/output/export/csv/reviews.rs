//! 評価シート: a row for each, newest year first, in the order of the plan.

use super::indicators::rows_of;
use crate::export::workbook;
use strategy::Strategy;

/// What was done, judged and is to change, with what others think.
pub fn reviews(s: &Strategy) -> String {
    rows_of(workbook::reviews(s))
}
