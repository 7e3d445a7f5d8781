//! Cells filled from others of their row or column: with the handle at the corner of a selection, or inside the
//! selection itself.
//!
//! ```text
//!   from │ 10   第1回        from │ 10   第1回
//!        │ 20   第2回   →         │ 20   第2回
//!     to │ ·    ·              to │ 30   第3回
//! ```

use super::fill::{OneNumber, continued};
use super::place::{Area, Position};

/// Cells of one row or column, in the order in which they are filled.
#[derive(Debug, Clone, PartialEq, Eq)]
enum FilledLine {
    /// Texts of the first places fill the second, the nearest first.
    Drawn(Vec<Position>, Vec<Position>),
    /// The filled ones at the beginning continue into the rest.
    Within(Vec<Position>),
}

/// The cells to fill, and their source cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filling {
    lines: Vec<FilledLine>,
    /// True if it continues before the first cell.
    back: bool,
}

impl Filling {
    /// Continues a selection to an area that was drawn from its corner: see [`Area::stretched`].
    pub fn drawn(from: Area, to: Area) -> Self {
        let down = from.columns() == to.columns();
        let (cells, all) = match down {
            true => (from.rows(), to.rows()),
            false => (from.columns(), to.columns()),
        };
        let back = all.start() < cells.start();
        let line = |places: Vec<Position>| {
            let old = |at: &Position| from.contains(*at);
            let (old, mut new): (Vec<_>, Vec<_>) = places.into_iter().partition(old);
            if back {
                new.reverse();
            }
            FilledLine::Drawn(old, new)
        };
        Self {
            lines: lines(to, down).map(line).collect(),
            back,
        }
    }

    /// Continues inside an area along its longer side (down, if both are as long): in each row or column the filled
    /// cells at its beginning continue over the rest.
    pub fn within(area: Area) -> Self {
        let size = area.size();
        let lines = lines(area, size.rows >= size.columns);
        Self {
            lines: lines.map(FilledLine::Within).collect(),
            back: false,
        }
    }

    /// Returns the places to fill, each with its text. Only cells of the same kind continue each other; those without
    /// a kind are neither read nor filled.
    pub fn texts<K: PartialEq>(
        &self,
        kind: impl Fn(Position) -> Option<K>,
        text: impl Fn(Position) -> String,
    ) -> Vec<(Position, String)> {
        let mut all = Vec::new();
        for line in &self.lines {
            let places = match line {
                FilledLine::Drawn(_, new) => new,
                FilledLine::Within(places) => places,
            };
            let mut kinds: Vec<K> = Vec::new();
            for one in places.iter().filter_map(|at| kind(*at)) {
                if !kinds.contains(&one) {
                    kinds.push(one);
                }
            }
            for one in kinds {
                let alike = |at: &Position| kind(*at).as_ref() == Some(&one);
                all.extend(line.continued(self.back, alike, &text));
            }
        }
        all
    }
}

impl FilledLine {
    /// Continues the cells that have a kind.
    fn continued(
        &self,
        back: bool,
        alike: impl Fn(&Position) -> bool,
        text: impl Fn(Position) -> String,
    ) -> impl Iterator<Item = (Position, String)> {
        let of_kind = |places: &[Position]| -> Vec<Position> {
            places.iter().copied().filter(|at| alike(at)).collect()
        };
        let (source, to, one) = match self {
            Self::Drawn(old, new) => {
                let source: Vec<String> = of_kind(old).into_iter().map(&text).collect();
                (source, of_kind(new), OneNumber::Copied)
            }
            Self::Within(places) => {
                let mut to = of_kind(places);
                let texts = to.iter().map(|at| text(*at));
                let filled = texts.take_while(|text| !text.trim().is_empty());
                let source: Vec<String> = filled.collect();
                let rest = to.split_off(source.len());
                (source, rest, OneNumber::Counted)
            }
        };
        let cells: Vec<&str> = source.iter().map(String::as_str).collect();
        let texts = continued(&cells, to.len(), back, one);
        to.into_iter().zip(texts)
    }
}

/// Returns the columns of an area from top to bottom, or its rows from left to right.
fn lines(area: Area, down: bool) -> impl Iterator<Item = Vec<Position>> {
    let (lines, cells) = match down {
        true => (area.columns(), area.rows()),
        false => (area.rows(), area.columns()),
    };
    lines.map(move |line| {
        let place = |cell: usize| match down {
            true => Position {
                row: cell,
                column: line,
            },
            false => Position {
                row: line,
                column: cell,
            },
        };
        cells.clone().map(place).collect()
    })
}
