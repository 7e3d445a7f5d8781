//! The actuals of one year as a grid of one column.

use leptos::html::Div;
use leptos::prelude::*;

use crate::parts::{Act, FieldCells, reveal_row};
use crate::store::Store;
use ::grid::{Area, Position, Size};
use ::words::grid as words;
use edit::{FigureCell, TableCell};
use insight::Totals;
use strategy::*;

/// The DOM id of the field of a series.
pub fn actual_id(series: Id<Series>) -> String {
    format!("actual-{series}")
}

/// The actuals of the series that are shown.
pub struct ActualCells {
    /// The open strategy.
    pub store: Store,
    /// The series, from top to bottom.
    pub rows: Memo<Vec<Id<Series>>>,
    /// The year.
    pub year: RwSignal<FiscalYear>,
    /// The scroller of the list.
    pub scroller: NodeRef<Div>,
    /// Height of a row, in CSS px.
    pub height: Signal<f64>,
}

impl ActualCells {
    fn series(&self, at: Position) -> Option<Id<Series>> {
        self.rows.with_untracked(|rows| rows.get(at.row).copied())
    }

    fn cell(&self) -> FigureCell {
        FigureCell::Actual(self.year.get_untracked())
    }
}

impl FieldCells for ActualCells {
    fn size(&self) -> Size {
        Size {
            rows: self.rows.with_untracked(Vec::len),
            columns: 1,
        }
    }

    fn text(&self, at: Position) -> String {
        let figure = self.series(at).and_then(|series| {
            let text = |s: &Strategy| Some(self.cell().of(s.get(series)?)?.text().to_owned());
            self.store.with(text)
        });
        figure.unwrap_or_default()
    }

    fn label(&self, at: Position) -> String {
        let label = |s: &Strategy| {
            let series = s.get(self.series(at)?)?;
            let name = &s.get(series.indicator)?.name;
            Some(words::cell(
                name,
                &series.name,
                TableCell::Figure(series.id, self.cell()),
            ))
        };
        self.store.with(label).unwrap_or_default()
    }

    fn is_text(&self, _: Position) -> bool {
        true
    }

    fn totals(&self, area: Area) -> Totals {
        let cell = self.cell();
        self.store.with(|s| {
            Totals::of(area.positions().filter_map(|at| {
                let series = s.get(self.series(at)?)?;
                Some((cell.of(series)?, s.get(series.indicator)?.unit.as_str()))
            }))
        })
    }

    fn hides_rows(&self) -> bool {
        let shown = self.rows.with_untracked(Vec::len);
        shown < self.store.with(|s| s.series.len())
    }

    fn id(&self, at: Position) -> Option<String> {
        self.series(at).map(actual_id)
    }

    fn write(&self, cells: Vec<(Position, String)>, outside: &[String], act: Act) -> String {
        let cells = cells.into_iter();
        let cells: Vec<_> = cells
            .filter_map(|(at, text)| Some((TableCell::Figure(self.series(at)?, self.cell()), text)))
            .collect();
        let made = self.store.with(|s| match act {
            Act::Paste => edit::paste(s, &cells, outside.len()),
            Act::Fill => edit::fill_cells(s, &cells),
            Act::FillDown => edit::fill_down(s, &cells),
            Act::FillRight => edit::fill_right(s, &cells),
            Act::Clear => edit::clear_cells(s, &cells),
            Act::Replace => edit::replace_in_cells(s, &cells),
        });
        let account = match act {
            Act::Paste => words::pasted(&made),
            Act::Fill => words::filled_all(&made),
            Act::FillDown => words::filled(&made),
            Act::FillRight => words::filled_right(&made),
            Act::Clear => words::cleared(&made),
            Act::Replace => words::replaced(&made),
        };
        self.store.carry_out(made.edit, account).unwrap_or_default()
    }

    fn reveal(&self, row: usize) {
        reveal_row(self.scroller, row, self.height.get_untracked(), 0.0);
    }
}
