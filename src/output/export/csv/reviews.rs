//! 評価シート: a row for each, newest year first, in the order of the plan.

use super::indicators::rows_of;
use crate::export::workbook;
use strategy::Strategy;

/// Returns 実績, ratings and planned changes, with the opinions of others.
pub fn reviews(s: &Strategy) -> String {
    rows_of(workbook::reviews(s))
}
