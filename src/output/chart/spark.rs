//! 小さな線: an indicator's way in the height of a line of text: what is drawn of it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub use format::document::Spark;
use insight::overview::SeriesSummary;

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
    let drawn = row.trace.target.as_ref();
    let target = drawn.and_then(|_| row.rated.status.target_value());
    Spark {
        points: baseline.chain(actuals).collect(),
        target: year.zip(number(target)),
        tone: row.rated.band.as_ref().map(|band| band.tone),
    }
}
