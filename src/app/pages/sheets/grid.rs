//! The cells of one side of a sheet: which lines and years there are, and what is selected of them.

use leptos::prelude::*;

use super::super::row;
use super::FiscalCycle;
use super::block::{CourseCells, LineYears, MoneyCells};
use crate::parts::{CellPlace, FieldGrid, GridHost};
use crate::store::Store;
use ::grid::Position;
use browser::focus::focus;
use insight::sheets;
use strategy::*;

/// The lines of one side, and what goes with each of them.
#[derive(Clone, Copy)]
pub struct SheetGrid {
    /// The sheet.
    pub sheet: Id<Sheet>,
    /// The side.
    pub side: Side,
    /// The lines, in order.
    pub lines: Signal<Vec<Id<Line>>>,
    /// The years with a column.
    pub years: Memo<Vec<FiscalYear>>,
    /// True if no cell can be edited now.
    pub locked: Signal<bool>,
    /// The line being dragged.
    pub dragged: RwSignal<Option<Id<Line>>>,
    /// The line it is over.
    pub over: RwSignal<Option<Id<Line>>>,
    /// The places of its cells.
    places: LineYears,
    /// The cells of money.
    money: FieldGrid,
    /// The cells of 方向性.
    courses: FieldGrid,
    /// Their menu, their bar, and the result of the last act on them.
    pub host: GridHost,
}

impl SheetGrid {
    /// That of the components below.
    pub fn set_up(sheet: Id<Sheet>, side: Side) -> Self {
        let store = Store::here();
        let lines = Memo::new(move |_| {
            let all = store.list::<Line>(sheet).into_iter();
            all.filter(|id| store.get(*id).is_some_and(|line| line.side == side))
                .collect::<Vec<_>>()
        });
        let years = Memo::new(move |_| match side {
            Side::Done => vec![FiscalCycle::here().year(side)],
            Side::Planned => store.follow(|s| sheets::columns(s, sheet)),
        });
        let places = LineYears {
            store,
            sheet,
            cycle: FiscalCycle::here(),
            side,
            lines: lines.into(),
            years,
        };
        let host = GridHost::new("sheet-find");
        let grid = Self {
            sheet,
            side,
            lines: lines.into(),
            years,
            locked: FiscalCycle::here().locked(side),
            dragged: RwSignal::new(None),
            over: RwSignal::new(None),
            places,
            money: FieldGrid::new(MoneyCells(places), host),
            courses: FieldGrid::new(CourseCells(places), host),
            host,
        };
        provide_context(grid);
        grid
    }

    /// The grid this component stands in.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// The cell of 決算額 of a line.
    pub fn settled_at(self, line: Id<Line>) -> CellPlace {
        let at = move |_: Option<&_>| {
            let row = self.places.row(line)?;
            Some(Position { row, column: 0 })
        };
        CellPlace {
            grid: self.money,
            at: Memo::new(at).into(),
        }
    }

    /// The cell of 予算額 of a line and a year.
    pub fn budget_at(self, line: Id<Line>, year: FiscalYear) -> CellPlace {
        let at = Memo::new(move |_| self.places.position(line, year));
        CellPlace {
            grid: self.money,
            at: at.into(),
        }
    }

    /// The cell of 方向性 of a line and a year.
    pub fn course_at(self, line: Id<Line>, year: FiscalYear) -> CellPlace {
        CellPlace {
            grid: self.courses,
            ..self.budget_at(line, year)
        }
    }

    /// Moves a line to a place among the others, and the keyboard with it.
    pub fn shift(self, line: Id<Line>, to: usize) {
        let focused = document().active_element().map(|element| element.id());
        if Store::here().edit(|s| edit::shift_line(s, line, to))
            && let Some(id) = focused.filter(|id| !id.is_empty())
        {
            request_animation_frame(move || focus(&id));
        }
    }

    /// Moves a line one place up or down.
    pub fn step(self, line: Id<Line>, up: bool) {
        row::shift(Store::here(), line, if up { -1 } else { 1 });
    }
}
