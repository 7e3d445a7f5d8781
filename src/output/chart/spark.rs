//! 小さな線: an indicator's way in the height of a line of text: what is drawn of it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use insight::overview::SeriesSummary;
use strategy::{FiscalYear, Tone};

/// Data of a sparkline.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Spark {
    /// Figures by year, in order, the baseline first; a year without one is a gap.
    pub points: Vec<(FiscalYear, Option<f64>)>,
    /// 目標値 and its year.
    pub target: Option<(FiscalYear, f64)>,
    /// Tone of its rating.
    pub tone: Option<Tone>,
}

/// The figures of a row as a small line.
pub fn spark(row: &SeriesSummary) -> Spark {
    let number = |value: Option<Decimal>| value.and_then(|v| v.to_f64());
    let baseline = row
        .trace
        .baseline
        .iter()
        .map(|(year, start)| (*year, number(Some(start.value))));
    let actuals = row
        .trace
        .actuals
        .iter()
        .map(|(year, value)| (*year, number(*value)));
    let year = row.target.as_ref().map(|(year, _)| *year);
    let target = row.rated.status.target_value();
    Spark {
        points: baseline.chain(actuals).collect(),
        target: year.zip(number(target)),
        tone: row.rated.band.as_ref().map(|band| band.tone),
    }
}
