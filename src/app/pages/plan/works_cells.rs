//! The cells of 全事業の表: 決算額, 予算額, 方向性 and 財源 of each work.

use leptos::html::Div;
use leptos::prelude::*;

use super::works_columns::{ColumnKind, WorkColumn, WorkColumns};
use crate::pages::sheets::{FiscalCycle, course_of, totals_of, write_cells};
use crate::parts::{Act, ColumnHandle, FieldCells, reveal_row, width_of_texts};
use crate::store::Store;
use ::grid::{Area, Position, Size};
use ::words::plan as words;
use edit::LineCell;
use insight::Totals;
use insight::money::{ListedBy, ListedWork, Wanted, works};
use strategy::*;

/// The DOM id of the field in a column of a work.
pub fn work_id(work: &ListedWork, column: usize) -> String {
    format!("work-{}-{column}", work.planned)
}

/// The cells of the works that are shown.
#[derive(Clone, Copy)]
pub struct WorkCells {
    /// The open strategy.
    pub store: Store,
    /// Text that could not be kept.
    pub cycle: FiscalCycle,
    /// The works, from top to bottom.
    pub rows: Memo<Vec<ListedWork>>,
    /// The columns that are shown, from left to right.
    pub columns: Memo<Vec<WorkColumn>>,
    /// The choices for the columns.
    pub choices: WorkColumns,
    /// The scroller of the table.
    pub scroller: NodeRef<Div>,
    /// Height of a row, in CSS px.
    pub height: Memo<f64>,
    /// Height of the head, in CSS px.
    pub head: Memo<f64>,
}

impl WorkCells {
    /// The work and the column of a place.
    pub fn at(self, at: Position) -> Option<(ListedWork, WorkColumn)> {
        let work = self.rows.with_untracked(|rows| rows.get(at.row).copied());
        let column = self
            .columns
            .with_untracked(|columns| columns.get(at.column).copied());
        work.zip(column)
    }

    fn cell(self, at: Position) -> Option<LineCell> {
        let (work, column) = self.at(at)?;
        column.cell(&work)
    }

    /// The text in a cell.
    pub fn text_at(self, at: Position) -> String {
        match self.cell(at) {
            Some(LineCell::Money(cell)) => self.cycle.text_of(self.store, cell),
            Some(LineCell::Course(line, year)) => {
                let course = self.store.with(|s| course_of(s, line, year));
                course.unwrap_or_default()
            }
            None => String::new(),
        }
    }

    /// The columns of a kind, for their border and their commands.
    pub fn column_handle(self, kind: ColumnKind) -> ColumnHandle {
        let fitting = Callback::new(move |()| self.fitting(kind));
        self.choices.handle(kind, fitting)
    }

    /// Width of the longest text in the columns of a kind, in CSS px in text of the usual size.
    fn fitting(self, kind: ColumnKind) -> f64 {
        let rows = self.rows.get_untracked();
        let of = |text: &dyn Fn(&Strategy, &ListedWork) -> Option<String>| -> Vec<String> {
            self.store
                .with(|s| rows.iter().filter_map(|work| text(s, work)).collect())
        };
        let texts = match kind {
            ColumnKind::Name => of(&|s, work| Some(s.get(work.planned)?.title.clone())),
            ColumnKind::Measure => of(&|s, work| Some(s.get(work.measure)?.title.clone())),
            ColumnKind::Funding => vec![words::funding_none().to_owned()],
            _ => {
                let columns = self.columns.get_untracked();
                let columns = columns.iter().enumerate();
                let columns = columns.filter(|(_, one)| one.kind() == kind);
                let places = columns.flat_map(|(column, _)| {
                    (0..rows.len()).map(move |row| Position { row, column })
                });
                places.map(|at| self.text_at(at)).collect()
            }
        };
        // Beside the text there is the border of a field, and the mark of a list.
        let texts = texts.iter().map(String::as_str).chain([kind.word()]);
        width_of_texts(texts, 15.0) + 20.0
    }

    /// The works and columns whose text could not be kept, each with the reason.
    pub fn wrongs(self) -> Vec<(ListedWork, usize, String)> {
        let mut wrongs = Vec::new();
        self.cycle.invalid().with(|invalid| {
            if invalid.is_empty() {
                return;
            }
            let (rows, columns) = (self.rows.get(), self.columns.get());
            for work in rows {
                for (at, column) in columns.iter().enumerate() {
                    if let Some(LineCell::Money(cell)) = column.cell(&work)
                        && let Some(input) = invalid.get(&cell)
                    {
                        wrongs.push((work, at, input.why.clone()));
                    }
                }
            }
        });
        wrongs
    }
}

impl FieldCells for WorkCells {
    fn size(&self) -> Size {
        Size {
            rows: self.rows.with_untracked(Vec::len),
            columns: self.columns.with_untracked(Vec::len),
        }
    }

    fn text(&self, at: Position) -> String {
        self.text_at(at)
    }

    fn label(&self, at: Position) -> String {
        let label = |(work, column): (ListedWork, WorkColumn)| {
            let line = self.store.with(|s| s.get(work.planned).cloned())?;
            Some(column.label(line.title.clone()))
        };
        self.at(at).and_then(label).unwrap_or_default()
    }

    fn is_text(&self, at: Position) -> bool {
        matches!(self.cell(at), Some(LineCell::Course(..)))
    }

    fn totals(&self, area: Area) -> Totals {
        let cells = area.positions().filter_map(|at| self.cell(at));
        totals_of(self.store, self.cycle, cells)
    }

    fn hides_rows(&self) -> bool {
        let year = self.cycle.edition().get_untracked();
        let all = |s: &Strategy| works(s, year, &Wanted::default(), ListedBy::default()).len();
        self.rows.with_untracked(Vec::len) < self.store.with(all)
    }

    fn id(&self, at: Position) -> Option<String> {
        let (work, column) = self.at(at)?;
        column.cell(&work).map(|_| work_id(&work, at.column))
    }

    fn write(&self, cells: Vec<(Position, String)>, outside: &[String], act: Act) -> String {
        let cells = cells.into_iter();
        let cells = cells.filter_map(|(at, text)| Some((self.cell(at)?, text)));
        write_cells(self.store, self.cycle, cells.collect(), outside, act)
    }

    fn column(&self, at: Position) -> Option<ColumnHandle> {
        let (_, column) = self.at(at)?;
        // Cards have no heads, and no widths.
        let has_heads = self.head.get_untracked() > 0.0;
        has_heads.then(|| self.column_handle(column.kind()))
    }

    fn reveal(&self, row: usize) {
        let [height, head] = [self.height, self.head].map(|one| one.get_untracked());
        reveal_row(self.scroller, row, height, head);
    }
}
