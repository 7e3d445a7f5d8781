//! The columns that are shown, and their widths, as chosen on this device.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::rows::Columns;
use super::widths::{ColumnKind, full_widths};
use crate::parts::MenuItem;
use crate::workspace::Workspace;
use ::words::grid as words;
use edit::{FigureCell, IndicatorText};
use strategy::{Figure, Strategy};

/// The value of a column that is shown.
const YES: &str = "yes";

/// Least and greatest width of a column, in CSS px.
const BOUNDS: (f64, f64) = (32.0, 640.0);

type Settings = BTreeMap<String, String>;

fn key_of_width(column: ColumnKind) -> String {
    ["width.", column.name()].concat()
}

fn key_of_show(column: IndicatorText) -> String {
    ["show.", ColumnKind::Text(column).name()].concat()
}

/// Choices for the columns. Copy it freely.
#[derive(Clone, Copy)]
pub struct ColumnSettings {
    /// `show.owner`, `width.name` …, each with its value.
    settings: RwSignal<Settings>,
    workspace: Workspace,
}

impl ColumnSettings {
    /// As remembered on this device.
    pub fn remembered() -> Self {
        let workspace = Workspace::here();
        Self {
            settings: RwSignal::new(workspace.table()),
            workspace,
        }
    }

    /// Tracked: the texts that are shown.
    pub fn texts(self) -> Vec<IndicatorText> {
        let all = IndicatorText::ALL.into_iter();
        all.filter(|column| self.shows(*column)).collect()
    }

    fn shows(self, column: IndicatorText) -> bool {
        let chosen = self.settings.with(|settings| {
            let chosen = settings.get(&key_of_show(column))?;
            Some(chosen == YES)
        });
        match column {
            IndicatorText::Name => true,
            IndicatorText::Unit => chosen.unwrap_or(true),
            IndicatorText::Owner | IndicatorText::Source => chosen.unwrap_or(false),
        }
    }

    /// Tracked: the width chosen for a column.
    pub fn width(self, column: ColumnKind) -> Option<f64> {
        self.settings
            .with(|settings| settings.get(&key_of_width(column))?.parse().ok())
            .map(|width: u16| f64::from(width))
    }

    /// Shows or hides a column of texts.
    pub fn show(self, column: IndicatorText, shown: bool) {
        let chosen = if shown { YES } else { "no" };
        self.change(|settings| {
            settings.insert(key_of_show(column), chosen.to_owned());
        });
    }

    /// Sets the width of a column until it is remembered.
    pub fn resize(self, column: ColumnKind, width: f64) {
        // Whole px, kept as such: what reads and writes fractions is long.
        let width = width.clamp(BOUNDS.0, BOUNDS.1) as u16;
        self.settings.update(|settings| {
            settings.insert(key_of_width(column), width.to_string());
        });
    }

    /// Gives a column the width of its longest text.
    pub fn fit(self, column: ColumnKind, strategy: &Strategy) {
        self.resize(column, fitting(column, strategy));
        self.remember();
    }

    /// True if a column has a width of its own.
    pub fn is_resized(self) -> bool {
        self.settings
            .with(|settings| settings.keys().any(|key| key.starts_with("width.")))
    }

    /// Gives all columns the widths they had at first.
    pub fn reset_widths(self) {
        self.change(|settings| settings.retain(|key, _| !key.starts_with("width.")));
    }

    fn change(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.remember();
    }

    /// Remembers them on this device.
    pub fn remember(self) {
        self.workspace.remember_table(self.settings.get_untracked());
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
            MenuItem::switch(words::text_head(column), on, move || self.show(column, !on))
        };
        let mut items: Vec<_> = hideable.into_iter().map(switch).collect();
        if untrack(|| self.is_resized()) {
            items.push(MenuItem::act(words::reset_widths(), move || {
                self.reset_widths()
            }));
        }
        items
    }
}

/// Width of the longest text of a column, in CSS px in text of the usual size.
fn fitting(column: ColumnKind, strategy: &Strategy) -> f64 {
    let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(full_widths).fold(0.0, f64::max);
    match column {
        ColumnKind::Text(text) => {
            let mut texts = strategy.indicators.iter().map(|k| text.of(k));
            let size = if text == IndicatorText::Name {
                15.0
            } else {
                12.5
            };
            widest(&mut texts) * size + 14.0
        }
        ColumnKind::Baseline => {
            let cell = |s: &std::sync::Arc<strategy::Series>| {
                FigureCell::Baseline.of(s).map(|f| f.text().to_owned())
            };
            let texts: Vec<_> = strategy.series.iter().filter_map(cell).collect();
            widest(&mut texts.iter().map(String::as_str)) * 15.0 + 14.0
        }
        ColumnKind::Year => {
            let figures = strategy
                .series
                .iter()
                .flat_map(|s| s.targets.values().chain(s.actuals.values()));
            widest(&mut figures.map(Figure::text)) * 15.0 + 14.0
        }
    }
}

impl Columns {
    /// The kind of a column.
    pub fn kind(&self, column: usize) -> ColumnKind {
        match self.texts.get(column) {
            Some(text) => ColumnKind::Text(*text),
            None if column == self.baseline() => ColumnKind::Baseline,
            None => ColumnKind::Year,
        }
    }
}
