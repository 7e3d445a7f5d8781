//! Places of cells on the screen: where they stand in the frame of the table, and which stands at a point.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::card::CardPlaces;
use super::state::GridState;
use crate::parts::{Edges, Scroll};
use ::grid::{Area, Position};
use insight::FigureColumns;

impl GridState {
    /// Left edge and width of a column inside the scroller.
    pub(super) fn column(self, column: usize) -> (f64, f64) {
        self.widths.with(|widths| widths.column(column))
    }

    /// The places of the cells in a row that is a card or a part of one.
    fn card(self, row: usize, seen: Scroll) -> CardPlaces {
        let row = self.rows.with(|rows| rows.get(row).copied());
        CardPlaces::of(row, seen.width, self.text_size.get())
    }

    /// Height of what lies of a row over the one below.
    pub(super) fn over_next(self, row: usize, seen: Scroll) -> f64 {
        match self.cards.get() {
            true => self.card(row, seen).over(self.shown.get()),
            false => 0.0,
        }
    }

    /// Edges of an area, from the top left of the table's frame, though it may be scrolled out of sight; on cards those of
    /// its first cell.
    pub fn edges(self, area: Area, seen: Scroll) -> Edges {
        let (high, header) = (self.row.get(), self.header.get());
        if self.cards.get() {
            let top = area.first.row as f64 * high - seen.top;
            let card = self.card(area.first.row, seen);
            return card.cell(area.first.column).lower(top);
        }
        let (left, _) = self.column(area.first.column);
        let (last, width) = self.column(area.last.column);
        let top = |row: usize| header + row as f64 * high - seen.top;
        // Names stay where they are.
        let moved = |column: usize| if column == 0 { 0.0 } else { seen.left };
        Edges {
            left: left - moved(area.first.column),
            top: top(area.first.row),
            right: last + width - moved(area.last.column),
            bottom: top(area.last.row + 1),
        }
    }

    /// The part of an area in sight; `None`: nothing of it is. Columns that scroll go below the names.
    pub fn in_sight(self, area: Area, seen: Scroll) -> Option<Edges> {
        let edges = self.edges(area, seen);
        let is_name = area.last.column == 0;
        let sticky = match is_name || self.cards.get() {
            true => 0.0,
            false => self.widths.with(|widths| widths.sticky()),
        };
        let shown = Edges {
            left: edges.left.max(sticky),
            top: edges.top.max(self.header.get()),
            right: edges.right.min(seen.width),
            bottom: edges.bottom.min(seen.height),
        };
        (shown.left < shown.right && shown.top < shown.bottom).then_some(shown)
    }

    /// The rectangle of the table in the window.
    pub fn frame(self) -> Option<web_sys::DomRect> {
        let element = self.scroller.get_untracked()?;
        Some(element.get_bounding_client_rect())
    }

    /// The frame in which cells scroll: without the head and the names.
    pub fn seen_cells(self) -> Option<Edges> {
        let frame = self.frame()?;
        let sticky = self.widths.with_untracked(|widths| widths.sticky());
        Some(Edges {
            left: frame.left() + sticky,
            top: frame.top() + self.header.get_untracked(),
            right: frame.right(),
            bottom: frame.bottom(),
        })
    }

    /// Scrolls by so many px.
    pub fn scroll_by(self, (along, down): (f64, f64)) {
        if let Some(element) = self.scroller.get_untracked() {
            element.scroll_by_with_x_and_y(along, down);
        }
    }

    /// The place of the table under the pointer.
    pub fn position_at(self, event: &MouseEvent) -> Option<Position> {
        self.position_at_point((f64::from(event.client_x()), f64::from(event.client_y())))
    }

    /// The place of the table at a point of the window.
    pub fn position_at_point(self, (x, y): (f64, f64)) -> Option<Position> {
        let (frame, element) = (self.frame()?, self.scroller.get_untracked()?);
        let along = x - frame.left() + f64::from(element.scroll_left());
        let down = y - frame.top() + f64::from(element.scroll_top());
        if self.cards.get_untracked() {
            return Some(untrack(|| self.position_on_card(along, down)));
        }
        let (row, header) = (self.row.get_untracked(), self.header.get_untracked());
        Some(self.size().nearest(Position {
            // A negative number becomes 0.
            row: ((down - header) / row) as usize,
            column: self.column_at(along - f64::from(element.scroll_left()), along),
        }))
    }

    /// The place so many px from the left and the top of all cards.
    fn position_on_card(self, along: f64, down: f64) -> Position {
        let (high, seen) = (self.row.get(), self.seen());
        // A negative number becomes 0.
        let mut row = (down / high) as usize;
        let above = row.checked_sub(1);
        let lies_over = |above: &usize| down - row as f64 * high < self.over_next(*above, seen);
        if let Some(above) = above.filter(lies_over) {
            row = above;
        }
        let column = self
            .card(row, seen)
            .column_at(along, down - row as f64 * high);
        self.size().nearest(Position { row, column })
    }

    /// The column so many px from the left of the frame, and of the table that may be scrolled.
    fn column_at(self, from_frame: f64, from_table: f64) -> usize {
        let count = self.columns.with_untracked(FigureColumns::count);
        self.widths
            .with_untracked(|widths| match from_frame < widths.sticky() {
                true => 0,
                false => widths.column_at(from_table, count),
            })
    }

    /// True if the pointer is over the header.
    pub fn is_over_header(self, event: &MouseEvent) -> bool {
        let header = self.header.get_untracked();
        self.frame()
            .is_some_and(|frame| f64::from(event.client_y()) < frame.top() + header)
    }
}
