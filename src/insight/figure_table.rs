//! Rows and columns of the table of figures: two rows for each series, years as columns.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use edit::{FigureCell, IndicatorText, TableCell};
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

impl RowsShown {
    /// The rows of a series, from top to bottom: true for 目標.
    pub fn kinds(self) -> &'static [bool] {
        match self {
            Self::Both => &[true, false],
            Self::Actuals => &[false],
            Self::Targets => &[true],
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FigureRow {
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
    /// True if its series has two rows.
    pub pair: bool,
}

/// The columns of the table: texts of the indicator, 当初値, years.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureColumns {
    /// Texts that are shown, 名称 first.
    pub texts: Vec<IndicatorText>,
    /// Years.
    pub years: Vec<FiscalYear>,
}

impl FigureColumns {
    /// Number of columns.
    pub fn count(&self) -> usize {
        self.texts.len() + 1 + self.years.len()
    }

    /// The place of 当初値.
    pub fn baseline(&self) -> usize {
        self.texts.len()
    }

    /// The column that holds what one of other columns held; where none does, the nearest of its kind.
    pub fn place_of(&self, column: usize, others: &Self) -> usize {
        if let Some(text) = others.texts.get(column) {
            return self.texts.iter().position(|own| own == text).unwrap_or(0);
        }
        let year = (column - others.baseline()).checked_sub(1);
        let year = year.and_then(|at| others.years.get(at));
        let there = year.and_then(|year| self.years.iter().position(|own| own == year));
        match (year, there) {
            (Some(_), Some(at)) => self.baseline() + 1 + at,
            (Some(_), None) => self.count() - 1,
            (None, _) => self.baseline(),
        }
    }

    /// Number of columns of figures.
    pub fn figures(&self) -> usize {
        1 + self.years.len()
    }
}

impl FigureRow {
    /// The row of a series at a place among those shown of it; the series has a place among so many of its indicator.
    pub fn of_series(
        indicator: Id<Indicator>,
        series: Id<Series>,
        (row, kinds): (usize, &[bool]),
        (nth, count): (usize, usize),
    ) -> Self {
        Self {
            indicator,
            series,
            target: kinds.get(row).copied().unwrap_or_default(),
            first: row == 0,
            at: nth * kinds.len() + row,
            of: count * kinds.len(),
            pair: kinds.len() > 1,
        }
    }

    /// Returns the cell in a column; `None` where there can be none.
    pub fn cell(self, column: usize, columns: &FigureColumns) -> Option<TableCell> {
        if let Some(text) = columns.texts.get(column) {
            return self.text_cell(*text);
        }
        match column - columns.texts.len() {
            0 if self.first => Some(self.figure(FigureCell::Baseline)),
            0 => (!self.target).then_some(TableCell::BaselineAt(self.series)),
            at => {
                let year = columns.years.get(at - 1).copied()?;
                Some(self.figure(match self.target {
                    true => FigureCell::Target(year),
                    false => FigureCell::Actual(year),
                }))
            }
        }
    }

    fn figure(self, cell: FigureCell) -> TableCell {
        TableCell::Figure(self.series, cell)
    }

    /// Texts of the indicator stand in its first row; in the first row of another series, the name of that.
    fn text_cell(self, text: IndicatorText) -> Option<TableCell> {
        match (self.at, text) {
            (0, text) => Some(TableCell::Text(self.indicator, text)),
            (_, IndicatorText::Name) if self.first => Some(TableCell::SeriesName(self.series)),
            _ => None,
        }
    }
}

/// Returns the rows of some indicators.
pub fn figure_rows(s: &Strategy, found: &[Id<Indicator>], shown: RowsShown) -> Vec<FigureRow> {
    let all = s.series.by_parent();
    let kinds = shown.kinds();
    let mut rows = Vec::with_capacity(found.len() * 2);
    for indicator in found {
        let under = all.under(*indicator);
        for (nth, series) in under.iter().enumerate() {
            for row in 0..kinds.len() {
                let place = (nth, under.len());
                rows.push(FigureRow::of_series(
                    *indicator,
                    series.id,
                    (row, kinds),
                    place,
                ));
            }
        }
    }
    rows
}

/// Returns the years of the columns: the period, and every other year that has a figure.
pub fn figure_years(s: &Strategy) -> Vec<FiscalYear> {
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
