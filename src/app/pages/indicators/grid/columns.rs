//! The columns that are shown, and their widths, as chosen on this device.

use std::sync::Arc;

use leptos::prelude::*;

use super::widths::ColumnKind;
use crate::parts::{ColumnChoices, ColumnHandle, MenuItem, width_of_texts};
use ::words::{YearForms, grid as words};
use edit::{FigureCell, IndicatorText};
use insight::FigureColumns;
use strategy::{Figure, Series, Strategy};

/// Choices for the columns. Copy it freely.
#[derive(Clone, Copy)]
pub struct ColumnSettings(ColumnChoices);

impl ColumnSettings {
    /// As remembered on this device.
    pub fn remembered() -> Self {
        Self(ColumnChoices::remembered(""))
    }

    /// Tracked: the texts that are shown.
    pub fn texts(self) -> Vec<IndicatorText> {
        let all = IndicatorText::ALL.into_iter();
        all.filter(|column| self.shows(*column)).collect()
    }

    fn shows(self, column: IndicatorText) -> bool {
        let at_first = matches!(column, IndicatorText::Name | IndicatorText::Unit);
        column == IndicatorText::Name || self.0.shows(ColumnKind::Text(column).name(), at_first)
    }

    /// Tracked: the width chosen for a column.
    pub fn width(self, column: ColumnKind) -> Option<f64> {
        self.0.width(column.name()).map(f64::from)
    }

    /// A column, for its border and its commands, with its present width and the one that fits.
    pub fn handle(
        self,
        column: ColumnKind,
        width: Callback<(), f64>,
        fitting: Callback<(), f64>,
    ) -> ColumnHandle {
        ColumnHandle {
            choices: self.0,
            column: column.name(),
            width,
            fitting,
        }
    }

    /// Entries of the menu of columns.
    pub fn items(self) -> Vec<MenuItem> {
        let hideable = [
            IndicatorText::Unit,
            IndicatorText::Owner,
            IndicatorText::Source,
        ];
        let switch = |column| {
            let on = untrack(|| self.shows(column));
            MenuItem::switch(words::text_head(column), on, move || {
                self.0.show(ColumnKind::Text(column).name(), !on);
            })
        };
        let switches = hideable.into_iter().map(switch);
        switches.chain(self.0.reset_item()).collect()
    }
}

/// Width of the longest text of a column, in CSS px in text of the usual size.
pub fn fitting(column: ColumnKind, strategy: &Strategy) -> f64 {
    let of_figures = |texts: Vec<String>| width_of_texts(texts.iter().map(String::as_str), 15.0);
    match column {
        ColumnKind::Text(text) => {
            let texts = strategy.indicators.iter().map(|k| text.of(k));
            let letter = match text {
                IndicatorText::Name => 15.0,
                _ => 12.5,
            };
            width_of_texts(texts, letter)
        }
        ColumnKind::Baseline => {
            let cell = |s: &Arc<Series>| FigureCell::Baseline.of(s).map(|f| f.text().to_owned());
            of_figures(strategy.series.iter().filter_map(cell).collect())
        }
        ColumnKind::Year => {
            let all = strategy.series.iter();
            let figures = all.flat_map(|s| s.targets.values().chain(s.actuals.values()));
            of_figures(figures.map(Figure::text).map(str::to_owned).collect())
        }
    }
}

/// The kind of a column.
pub fn column_kind(columns: &FigureColumns, column: usize) -> ColumnKind {
    match columns.texts.get(column) {
        Some(text) => ColumnKind::Text(*text),
        None if column == columns.baseline() => ColumnKind::Baseline,
        None => ColumnKind::Year,
    }
}

/// Heads of the columns of figures.
pub fn figure_heads(columns: &FigureColumns) -> impl Iterator<Item = String> {
    let baseline = std::iter::once(words::baseline().to_owned());
    baseline.chain(columns.years.iter().map(|year| year.short()))
}
