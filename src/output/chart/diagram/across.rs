//! Columns side by side. An arrow that skips a column passes between its boxes.

use super::super::Px;
use super::layout::{DiagramLayout, GAP, HEAD, PlacedArrow, PlacedBox, sized};
use super::path::{PathData, before_head, head};
use format::document::Diagram;
use strategy::sort;

/// Room between columns, for arrows; and the least width of a column.
const BETWEEN: f64 = 4.0;
const LEAST: f64 = 9.5;
const MOST: f64 = 22.0;
/// The height of a gap through which arrows pass.
const PASSAGE: f64 = 0.5;

/// Returns the width of a column; `None`: there is no room for all of them.
pub fn column_width(diagram: &Diagram, width: f64) -> Option<f64> {
    let count = diagram.heads.len().max(1) as f64;
    let column = (width - (count - 1.0) * BETWEEN) / count;
    (column >= LEAST).then(|| column.min(MOST))
}

/// A place in a column: a box, or the way of arrows to a box in a later column. Both hold the index of the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BoxPlace {
    Box(usize),
    Passage(usize),
}

/// A place with its upper edge.
struct Placed {
    place: BoxPlace,
    top: f64,
    height: f64,
}

impl Placed {
    fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }
}

/// Lays the columns out side by side.
pub fn layout(diagram: &Diagram, width: f64, column: f64) -> DiagramLayout {
    let mut across = Across {
        diagram,
        boxes: diagram.boxes.iter().map(|one| sized(one, column)).collect(),
        columns: Vec::new(),
        column,
        pitch: column + room_between(diagram, width, column),
    };
    let unplaced = (0..diagram.heads.len()).map(|at| across.places(at));
    let unplaced: Vec<_> = unplaced.collect();
    let heights = unplaced.iter().map(|places| across.stacked(places));
    let height = heights.fold(0.0, f64::max);
    for places in unplaced {
        across.place(places, height);
    }
    across.finish(width, height)
}

fn room_between(diagram: &Diagram, width: f64, column: f64) -> f64 {
    let count = diagram.heads.len();
    let free = width - column * count as f64;
    free / count.saturating_sub(1).max(1) as f64
}

struct Across<'a> {
    diagram: &'a Diagram,
    boxes: Vec<PlacedBox>,
    /// The columns placed so far.
    columns: Vec<Vec<Placed>>,
    column: f64,
    pitch: f64,
}

impl Across<'_> {
    /// The boxes of a column, and the ways of the arrows that skip it, in reading order.
    fn places(&self, column: usize) -> Vec<BoxPlace> {
        let of = |at: usize| self.diagram.boxes.get(at).map_or(0, |one| one.column);
        let boxes = self.diagram.column(column).map(BoxPlace::Box);
        let later = (0..self.diagram.boxes.len()).filter(|at| of(*at) > column);
        let passed = later.filter(|at| {
            let mut arrows = self.diagram.arrows.iter();
            arrows.any(|arrow| arrow.to == *at && of(arrow.from) < column)
        });
        boxes.chain(passed.map(BoxPlace::Passage)).collect()
    }

    fn height(&self, place: BoxPlace) -> f64 {
        match place {
            BoxPlace::Box(at) => self.boxes[at].size.1,
            BoxPlace::Passage(_) => PASSAGE,
        }
    }

    fn stacked(&self, places: &[BoxPlace]) -> f64 {
        let heights = places.iter().map(|place| self.height(*place) + GAP);
        heights.sum::<f64>() - GAP
    }

    /// The middle of those places of the column before that lead to this one.
    fn middle_before(&self, place: BoxPlace) -> Option<f64> {
        let before = self.columns.last()?;
        let (BoxPlace::Box(end) | BoxPlace::Passage(end)) = place;
        let leads = |one: &&Placed| match one.place {
            BoxPlace::Passage(to) => to == end,
            BoxPlace::Box(from) => {
                let mut arrows = self.diagram.arrows.iter();
                arrows.any(|arrow| (arrow.from, arrow.to) == (from, end))
            }
        };
        let middles: Vec<f64> = before.iter().filter(leads).map(Placed::middle).collect();
        (!middles.is_empty()).then(|| middles.iter().sum::<f64>() / middles.len() as f64)
    }

    /// Places the next column: each place as near as can be to what leads to it.
    fn place(&mut self, places: Vec<BoxPlace>, height: f64) {
        let spare = height - self.stacked(&places);
        let share = spare / places.len().max(1) as f64;
        let mut next = 0.0;
        let mut wanted: Vec<(f64, BoxPlace)> = Vec::new();
        for (at, place) in places.into_iter().enumerate() {
            let own = self.height(place);
            let evenly = next + share * (at as f64 + 0.5) + own / 2.0;
            next += own + GAP;
            wanted.push((self.middle_before(place).unwrap_or(evenly), place));
        }
        sort::by(&mut wanted, |one, other| one.0.total_cmp(&other.0));
        let mut placed: Vec<Placed> = Vec::new();
        let mut free = 0.0;
        for (middle, place) in wanted {
            let own = self.height(place);
            let top = (middle - own / 2.0).max(free);
            free = top + own + GAP;
            placed.push(Placed {
                place,
                top,
                height: own,
            });
        }
        let mut end = height;
        for one in placed.iter_mut().rev() {
            one.top = one.top.min(end - one.height);
            end = one.top - GAP;
        }
        self.columns.push(placed);
    }

    fn finish(mut self, width: f64, height: f64) -> DiagramLayout {
        for (at, column) in self.columns.iter().enumerate() {
            for one in column {
                if let BoxPlace::Box(index) = one.place {
                    self.boxes[index].at = (self.left(at), HEAD + one.top);
                }
            }
        }
        let boxes_of = |column: &Vec<Placed>| {
            let boxes = column.iter().filter_map(|one| match one.place {
                BoxPlace::Box(at) => Some(at),
                BoxPlace::Passage(_) => None,
            });
            boxes.collect()
        };
        let columns = self.columns.iter().map(boxes_of).collect();
        let arrows = self.diagram.arrows.iter();
        let arrows = arrows.map(|one| self.arrow(one.from, one.to)).collect();
        let heads = (0..self.columns.len()).map(|at| ((self.left(at), 0.0), self.column));
        DiagramLayout {
            size: (width, HEAD + height.max(3.0) + 0.5),
            is_down: false,
            heads: heads.collect(),
            arrows,
            columns,
            boxes: self.boxes,
        }
    }

    fn left(&self, column: usize) -> f64 {
        self.pitch * column as f64
    }

    fn arrow(&self, from: usize, to: usize) -> PlacedArrow {
        let (source, end) = (&self.boxes[from], &self.boxes[to]);
        let middle = |one: &PlacedBox| one.at.1 + one.size.1 / 2.0;
        let mut at: Px = (source.at.0 + source.size.0, middle(source));
        let mut path = PathData::from(at);
        let (first, last) = (
            self.diagram.boxes[from].column,
            self.diagram.boxes[to].column,
        );
        for column in first + 1..last {
            let mut places = self.columns[column].iter();
            let passage = places.find(|one| one.place == BoxPlace::Passage(to));
            let Some(passage) = passage else {
                continue;
            };
            let begin = (self.left(column), HEAD + passage.middle());
            path = path.curved(at, begin);
            at = (begin.0 + self.column, begin.1);
            path = path.straight("H", at.0);
        }
        let end = (end.at.0, middle(end));
        PlacedArrow {
            line: path.curved(at, before_head(end)).line(),
            head: head(end),
            joint: None,
        }
    }
}
