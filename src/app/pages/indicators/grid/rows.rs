//! Rows and columns of the table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use edit::FigureCell;
use strategy::*;

/// Rows shown for a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowsShown {
    /// 目標 and 実績.
    Both,
    /// 実績 only.
    Actuals,
    /// 目標 only.
    Targets,
}

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowKey {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The series.
    pub series: Id<Series>,
    /// 目標, else 実績.
    pub target: bool,
    /// True if it is the first row of its series, which shows name, unit and baseline.
    pub first: bool,
    /// Its place among the rows of its indicator.
    pub at: usize,
    /// Number of rows of its indicator.
    pub of: usize,
}

impl RowKey {
    /// Returns the cell in a column, counted from the baseline; `None` where there can be none (the baseline beside
    /// 実績).
    pub fn cell(self, column: usize, years: &[FiscalYear]) -> Option<FigureCell> {
        match column.checked_sub(1) {
            None => self.first.then_some(FigureCell::Baseline),
            Some(at) if self.target => years.get(at).copied().map(FigureCell::Target),
            Some(at) => years.get(at).copied().map(FigureCell::Actual),
        }
    }
}

/// The rows of some indicators.
pub fn rows(s: &Strategy, found: &[Id<Indicator>], shown: RowsShown) -> Vec<RowKey> {
    let all = s.series.by_parent();
    let kinds: &[bool] = match shown {
        RowsShown::Both => &[true, false],
        RowsShown::Actuals => &[false],
        RowsShown::Targets => &[true],
    };
    let mut rows = Vec::with_capacity(found.len() * 2);
    for indicator in found {
        let under = all.under(*indicator);
        for (nth, series) in under.iter().enumerate() {
            for (row, target) in kinds.iter().enumerate() {
                rows.push(RowKey {
                    indicator: *indicator,
                    series: series.id,
                    target: *target,
                    first: row == 0,
                    at: nth * kinds.len() + row,
                    of: under.len() * kinds.len(),
                });
            }
        }
    }
    rows
}

/// The columns: the period, and every other year that has a figure.
pub fn years(s: &Strategy) -> Vec<FiscalYear> {
    let period = s.about().period;
    let mut years = sort::set(period.years());
    // Most figures are within the period, and there is nothing to add.
    let beyond = |figures: &&BTreeMap<FiscalYear, Figure>| {
        let ends = [figures.keys().next(), figures.keys().next_back()];
        ends.into_iter().flatten().any(|year| !years.contains(year))
    };
    let all = s.series.iter().flat_map(|r| [&r.targets, &r.actuals]);
    let others: Vec<_> = all
        .filter(beyond)
        .flat_map(|figures| figures.keys())
        .collect();
    years.extend(others);
    years.into_iter().collect()
}
