//! The words of rule sets: states, quantities, tests.

use super::{figures, percent};
use crate::strategy::{Quantity, Test};

/// 「ペースが80％以上」: what a test asks.
pub fn test(test: &Test) -> String {
    format!("{}が{}", test.of.word(), bounds(test))
}

/// 「80％以上」: how much a test asks.
pub fn bounds(test: &Test) -> String {
    let bound = |value| match test.of {
        Quantity::Surplus => figures(value),
        _ => percent(value),
    };
    let limits: Vec<String> = [
        test.at_least.map(|v| bound(v) + "以上"),
        test.more_than.map(|v| bound(v) + "超"),
        test.less_than.map(|v| bound(v) + "未満"),
    ]
    .into_iter()
    .flatten()
    .collect();
    limits.join("・")
}
