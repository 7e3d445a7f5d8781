//! Cells filled from others: with the handle, and inside a selection.

use grid::{Area, Filling, Position};
use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};

/// A grid of texts; `#` is not a cell, `.` an empty one.
struct Sheet(Vec<Vec<&'static str>>);

impl Sheet {
    fn of(rows: &[&'static str]) -> Self {
        Self(rows.iter().map(|row| row.split(' ').collect()).collect())
    }

    fn text(&self, at: Position) -> String {
        match self.0[at.row][at.column] {
            "." | "#" => String::new(),
            text => text.to_owned(),
        }
    }

    /// True in a column of words, which begins with `x`; `None` if there is no cell.
    fn kind(&self, at: Position) -> Option<bool> {
        let is_word = self.0[0][at.column] == "x";
        (self.0[at.row][at.column] != "#").then_some(is_word)
    }

    /// Returns the grid after a filling.
    fn filled(&self, filling: &Filling) -> Vec<String> {
        let mut rows: Vec<Vec<String>> = self
            .0
            .iter()
            .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
            .collect();
        for (at, text) in filling.texts(|at| self.kind(at), |at| self.text(at)) {
            rows[at.row][at.column] = text;
        }
        rows.iter().map(|row| row.join(" ")).collect()
    }
}

fn area((top, left): (usize, usize), (bottom, right): (usize, usize)) -> Area {
    let at = |row, column| Position { row, column };
    Area::between(at(top, left), at(bottom, right))
}

#[test]
fn g14_what_is_drawn_goes_on_line_by_line_from_the_nearest() {
    let sheet = Sheet::of(&["1 4 .", "2 6 .", ". . .", ". . ."]);
    let drawn = |from, to| sheet.filled(&Filling::drawn(from, to));
    assert_eq!(
        drawn(area((0, 0), (1, 1)), area((0, 0), (3, 1))),
        ["1 4 .", "2 6 .", "3 8 .", "4 10 ."]
    );
    assert_eq!(
        drawn(area((0, 0), (1, 0)), area((0, 0), (1, 1)))[..2],
        ["1 1 .", "2 2 ."]
    );
    // Up and to the left the nearest come first.
    let sheet = Sheet::of(&["0 . .", ". . .", ". . 5", ". . 7"]);
    let drawn = |from, to| sheet.filled(&Filling::drawn(from, to));
    assert_eq!(
        drawn(area((2, 2), (3, 2)), area((0, 2), (3, 2))),
        ["0 . 1", ". . 3", ". . 5", ". . 7"]
    );
    assert_eq!(
        drawn(area((2, 2), (2, 2)), area((2, 0), (2, 2)))[2],
        "5 5 5"
    );
}

#[test]
fn g21_cells_go_on_from_those_of_their_kind_alone() {
    // Words are not filled with numbers, and a place without a cell is skipped.
    let sheet = Sheet::of(&["1 x 2", "3 # 4", "# . .", ". . ."]);
    let right = Filling::drawn(area((0, 0), (1, 0)), area((0, 0), (1, 2)));
    assert_eq!(sheet.filled(&right)[..2], ["1 x 1", "3 # 3"]);
    let down = Filling::drawn(area((0, 0), (1, 2)), area((0, 0), (3, 2)));
    assert_eq!(sheet.filled(&down), ["1 x 2", "3 # 4", "# x 6", "5 x 8"]);
}

#[test]
fn g22_inside_a_selection_the_filled_cells_go_on_over_the_rest() {
    for (rows, expected) in [
        (["1", ".", ".", "."], ["1", "2", "3", "4"]),
        (["10", "20", ".", "."], ["10", "20", "30", "40"]),
        // After the first blank everything is overwritten.
        (["10", "20", ".", "9"], ["10", "20", "30", "40"]),
        (["R6", ".", ".", "."], ["R6", "R7", "R8", "R9"]),
        // Nothing to continue, and nothing to fill.
        ([".", "1", ".", "."], [".", "1", ".", "."]),
        (["1", "3", "4", "7"], ["1", "3", "4", "7"]),
    ] {
        let sheet = Sheet::of(&rows);
        assert_eq!(
            sheet.filled(&Filling::within(area((0, 0), (3, 0)))),
            expected
        );
        // The same to the right.
        let along = Sheet(vec![rows.to_vec()]);
        assert_eq!(
            along.filled(&Filling::within(area((0, 0), (0, 3)))),
            [expected.join(" ")]
        );
    }
    // The longer side decides, and down if both are as long.
    let sheet = Sheet::of(&["1 2", ". ."]);
    assert_eq!(
        sheet.filled(&Filling::within(area((0, 0), (1, 1)))),
        ["1 2", "2 3"]
    );
    let sheet = Sheet::of(&["1 . .", "1 2 ."]);
    assert_eq!(
        sheet.filled(&Filling::within(area((0, 0), (1, 2)))),
        ["1 2 3", "1 2 3"]
    );
}

proptest! {
    /// Nothing is written outside the drawn part, no place twice, and every place of a kind with a source is written.
    #[test]
    fn g23_a_drawn_area_is_filled_once_and_nothing_else(
        (rows, columns) in (1usize..6, 1usize..6),
        (top, left, bottom, right) in (0usize..6, 0usize..6, 0usize..6, 0usize..6),
        to in (0usize..6, 0usize..6),
        kinds in prop::collection::vec(prop::option::of(any::<bool>()), 36),
        down: bool,
    ) {
        let within = |row: usize, column: usize| (row % rows, column % columns);
        let from = area(within(top, left), within(bottom, right));
        let (row, column) = within(to.0, to.1);
        let Some(drawn) = from.stretched(Position { row, column }) else { return Ok(()) };
        let kind = |at: Position| kinds[if down { at.row } else { at.column }];
        let text = |at: Position| format!("{}x", at.row * 10 + at.column);
        let texts = Filling::drawn(from, drawn).texts(kind, text);
        for (nth, (at, _)) in texts.iter().enumerate() {
            prop_assert!(drawn.contains(*at) && !from.contains(*at));
            prop_assert!(texts[..nth].iter().all(|(before, _)| before != at));
        }
        let along = from.columns() == drawn.columns();
        let has_source = |at: &Position| {
            let alike = |other: Position| kind(other) == kind(*at);
            let line = |other: &Position| if along { other.column == at.column } else { other.row == at.row };
            kind(*at).is_some() && from.positions().filter(line).any(alike)
        };
        let expected = drawn.positions().filter(|at| !from.contains(*at)).filter(has_source).count();
        prop_assert_eq!(texts.len(), expected);
    }
}
