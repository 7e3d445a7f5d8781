//! Figures with the time they are of.

use ::words::number::shown;
use ::words::{YearForms, reader as words};
use insight::overview::SeriesSummary;
use rust_decimal::Decimal;
use strategy::*;

/// 当初値 and its time: a year, or as it is written (H28～R2平均). A dash says no more than that there is none.
pub fn baseline(series: &Series) -> Option<(String, Figure)> {
    let baseline = series.baseline.as_ref()?;
    if matches!(
        baseline.figure.missing(),
        Some(Missing::Dash | Missing::Unset)
    ) {
        return None;
    }
    let at = baseline.at.as_ref();
    let at = at.map(|at| at.year().map_or_else(|| shown(&at.0), |year| year.short()));
    Some((at.unwrap_or_default(), baseline.figure.clone()))
}

/// 期間平均: the mean that is judged, and of which years; none where it is that of one year.
pub fn mean(row: &SeriesSummary) -> Option<(String, Decimal)> {
    let status = &row.rated.status;
    let actual = status.actual.as_ref().ok()?;
    let told = words::mean_to(status.year.short(), actual.years);
    (actual.years > 1).then(|| (told, status.shown(actual, None)))
}
