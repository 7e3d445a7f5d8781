//! The cells of 全事業の表: 決算額, 予算額, 方向性 and 財源 of each work.

use leptos::html::Div;
use leptos::prelude::*;

use super::works_columns::{ColumnKind, WorkColumns};
use crate::pages::sheets::{FiscalCycle, course_of, totals_of, write_cells};
use crate::parts::{Act, ColumnHandle, FieldCells, reveal_row};
use crate::store::Store;
use ::grid::{Area, Position, Size};
use ::words::plan as words;
use edit::{LineCell, MoneyCell};
use insight::Totals;
use insight::money::Work;
use strategy::*;

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkColumn {
    /// 決算額 of the year before the plan.
    Settled,
    /// 予算額 of a year planned.
    Budget(FiscalYear),
    /// 方向性 of a year planned.
    Course(FiscalYear),
    /// A part of 財源内訳 of the planned line.
    Fund(FundSource),
}

impl WorkColumn {
    /// The columns of a plan that begins with this year.
    pub fn all(first: FiscalYear) -> Vec<Self> {
        let years = (first.0..first.0 + Sheet::YEARS).map(FiscalYear);
        let funds = FundSource::ALL.iter().copied().map(Self::Fund);
        std::iter::once(Self::Settled)
            .chain(years.clone().map(Self::Budget))
            .chain(years.map(Self::Course))
            .chain(funds)
            .collect()
    }

    /// Its head, in a plan that begins with this year.
    pub fn head(self, first: FiscalYear) -> String {
        match self {
            Self::Settled => words::settled_head(first.previous()),
            Self::Budget(year) => words::budget_head(year),
            Self::Course(year) => words::course_head(year),
            Self::Fund(source) => words::fund_head(source),
        }
    }

    /// The kind of it.
    pub fn kind(self) -> ColumnKind {
        match self {
            Self::Settled => ColumnKind::Settled,
            Self::Budget(_) => ColumnKind::Budget,
            Self::Course(_) => ColumnKind::Course,
            Self::Fund(_) => ColumnKind::Fund,
        }
    }

    /// Name of its cell in the row of a work, for screen readers.
    pub fn label(self, title: String) -> String {
        match self {
            Self::Settled => words::of_line(&title, words::settled()),
            Self::Budget(year) => words::budget_of(title, year),
            Self::Course(year) => words::course_of(title, year),
            Self::Fund(source) => words::fund_of(&title, source),
        }
    }

    /// The cell of a work; `None`: the work has no line of 実績.
    pub fn cell(self, work: &Work) -> Option<LineCell> {
        let line = work.planned;
        Some(match self {
            Self::Settled => LineCell::Money(MoneyCell::Settled(work.done?)),
            Self::Budget(year) => LineCell::Money(MoneyCell::Budget(line, year)),
            Self::Course(year) => LineCell::Course(line, year),
            Self::Fund(source) => LineCell::Money(MoneyCell::Fund(line, source)),
        })
    }

    /// The year with which the cell of a work is closed.
    pub fn closes_with(self, work: &Work) -> FiscalYear {
        match self {
            Self::Settled => work.edition.previous(),
            _ => work.edition,
        }
    }
}

/// The DOM id of the field in a column of a work.
pub fn work_id(work: &Work, column: usize) -> String {
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
    pub rows: Memo<Vec<Work>>,
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
    pub fn at(self, at: Position) -> Option<(Work, WorkColumn)> {
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

    /// The works and columns whose text could not be kept, each with the reason.
    pub fn wrongs(self) -> Vec<(Work, usize, String)> {
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
        let label = |(work, column): (Work, WorkColumn)| {
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
        Some(self.choices.handle(*self, column.kind()))
    }

    fn reveal(&self, row: usize) {
        let [height, head] = [self.height, self.head].map(|one| one.get_untracked());
        reveal_row(self.scroller, row, height, head);
    }
}
