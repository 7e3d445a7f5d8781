//! The words of rule sets: states, quantities, tests.

use super::{figures, percent};
use crate::strategy::{Quantity, State, Test};

/// 「当初値を下回る」: what a state says.
pub fn state(state: State) -> &'static str {
    match state {
        State::Reached => "目標値に届いた",
        State::Kept => "めざす範囲に保てた",
        State::Nearing => "めざす範囲の外だが、当初値より近づいている",
        State::NotKept => "めざす範囲に保てなかった",
        State::AsWished => "めざす向きに動いた",
        State::NoMove => "めざす向きに動いていない",
        State::AgainstWish => "めざす向きと逆に動いた",
        State::Unmoved => "当初値から動いていない",
        State::Worse => "当初値より悪い",
        State::OnPath => "この年度に見込む値に届いている",
        State::OffPath => "この年度に見込む値に届いていない",
        State::Missed => "当初値がなく、目標値に届いていない",
        State::NoActual => "実績なし",
        State::NoTarget => "目標なし",
        State::NotComparable => "比べられない",
    }
}

/// 進捗率, ペース …: what a quantity is called.
pub fn quantity(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Progress => "進捗率",
        Quantity::Pace => "ペース",
        Quantity::Ratio => "達成率（実績÷目標）",
        Quantity::YearRatio => "年度目標に対する達成率",
        Quantity::ShareOfTarget => "経過に応じた目標に対する達成率",
        Quantity::Change => "当初値からの変化率",
        Quantity::Surplus => "目標との差",
        Quantity::Elapsed => "経過率",
    }
}

/// 「ペースが80％以上」: what a test asks.
pub fn test(test: &Test) -> String {
    format!("{}が{}", quantity(test.of), bounds(test))
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
