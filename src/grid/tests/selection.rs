//! Keys and the selection they make, as office workers know them from spreadsheets.

use grid::{Area, Command, Direction, Key, Position, Selection, SelectionGrid, Size};
use proptest::prelude::{Strategy as _, any, prop, prop_assert, proptest};

const SIZE: Size = Size {
    rows: 6,
    columns: 4,
};

/// Filled cells of the tested grid: two blocks with an empty row between them.
const FILLED: [&str; 6] = ["xxx.", "xxx.", "....", "..xx", "..x.", "...."];

fn is_filled(at: Position) -> bool {
    FILLED[at.row].as_bytes()[at.column] == b'x'
}

fn at(row: usize, column: usize) -> Position {
    Position { row, column }
}

/// Presses keys such as `Shift+Down`, one after the other.
fn pressed(selection: &mut Selection, keys: &str) {
    for key in keys.split_whitespace() {
        let parts: Vec<&str> = key.split('+').collect();
        let name = match *parts.last().expect("a key") {
            "Up" => "ArrowUp",
            "Down" => "ArrowDown",
            "Left" => "ArrowLeft",
            "Right" => "ArrowRight",
            "Space" => " ",
            other => other,
        };
        let held = |modifier| parts.len() > 1 && parts[..parts.len() - 1].contains(&modifier);
        let command = Command::of(Key {
            name,
            ctrl: held("Ctrl"),
            shift: held("Shift"),
            writing: false,
            in_text: false,
        });
        assert!(selection.obey(command.expect("a command"), FIELD), "{key}");
    }
}

const FIELD: SelectionGrid = SelectionGrid {
    size: SIZE,
    page: 3,
    is_filled: &is_filled,
};

/// Keys pressed from the cell in row 1 and column 1, the resulting active cell, and the selected area.
#[test]
fn g1_keys_move_and_select_as_in_a_spreadsheet() {
    for (keys, active, area) in [
        ("Right", (1, 2), (1, 2, 1, 2)),
        ("Up Up", (0, 1), (0, 1, 0, 1)),
        ("Shift+Down Shift+Right", (1, 1), (1, 1, 2, 2)),
        ("Shift+Down Shift+Up Shift+Up", (1, 1), (0, 1, 1, 1)),
        ("Shift+Down Right", (1, 2), (1, 2, 1, 2)),
        ("Home", (1, 0), (1, 0, 1, 0)),
        ("End", (1, 3), (1, 3, 1, 3)),
        ("Shift+End", (1, 1), (1, 1, 1, 3)),
        ("Ctrl+End", (5, 3), (5, 3, 5, 3)),
        ("Ctrl+Home", (0, 0), (0, 0, 0, 0)),
        ("Ctrl+Shift+End", (1, 1), (1, 1, 5, 3)),
        ("PageDown", (4, 1), (4, 1, 4, 1)),
        ("Shift+PageDown PageUp", (0, 1), (0, 1, 0, 1)),
        // To the end of a run, over a gap to the next, to the edge.
        ("Ctrl+Right", (1, 2), (1, 2, 1, 2)),
        ("Ctrl+Right Ctrl+Down", (3, 2), (3, 2, 3, 2)),
        ("Ctrl+Right Ctrl+Right", (1, 3), (1, 3, 1, 3)),
        ("Ctrl+Shift+Left", (1, 1), (1, 0, 1, 1)),
        // Enter returns to where Tab began, with Shift a row up.
        ("Tab Tab Enter", (2, 1), (2, 1, 2, 1)),
        ("Tab Shift+Enter", (0, 1), (0, 1, 0, 1)),
        ("Tab Down Enter", (3, 2), (3, 2, 3, 2)),
        // At the end of a row to the next one, and back.
        ("Tab Tab Tab", (2, 0), (2, 0, 2, 0)),
        ("Shift+Tab Shift+Tab", (0, 3), (0, 3, 0, 3)),
        // Inside a block the active cell cycles.
        ("Shift+Down Shift+Right Enter", (2, 1), (1, 1, 2, 2)),
        ("Shift+Down Shift+Right Enter Enter", (1, 2), (1, 1, 2, 2)),
        ("Shift+Down Shift+Right Shift+Enter", (2, 2), (1, 1, 2, 2)),
        ("Shift+Down Shift+Right Tab Tab", (2, 1), (1, 1, 2, 2)),
        ("Shift+Down Enter Enter", (1, 1), (1, 1, 2, 1)),
        // Whole rows and columns.
        ("Shift+Space", (1, 1), (1, 0, 1, 3)),
        ("Shift+Down Shift+Space", (1, 1), (1, 0, 2, 3)),
        ("Ctrl+Space", (1, 1), (0, 1, 5, 1)),
        // The block first, then all.
        ("Ctrl+a", (1, 1), (0, 0, 1, 2)),
        ("Ctrl+a Ctrl+a", (1, 1), (0, 0, 5, 3)),
        ("Ctrl+End Ctrl+a", (5, 3), (3, 2, 5, 3)),
        ("End Ctrl+Up Ctrl+a", (0, 3), (0, 0, 1, 3)),
    ] {
        let mut selection = Selection::at(at(1, 1));
        pressed(&mut selection, keys);
        let (top, left, bottom, right) = area;
        let expected = Area {
            first: at(top, left),
            last: at(bottom, right),
        };
        assert_eq!(selection.active(), at(active.0, active.1), "{keys}");
        assert_eq!(selection.area(), expected, "{keys}");
    }
}

#[test]
fn g2_tab_leaves_the_grid_only_at_its_ends() {
    let mut selection = Selection::at(at(5, 3));
    assert!(!selection.tab(false, SIZE));
    assert_eq!(selection.active(), at(5, 3));
    selection = Selection::at(at(0, 0));
    assert!(!selection.tab(true, SIZE));
}

#[test]
fn g3_heads_select_columns_and_extend_over_them() {
    let mut selection = Selection::at(at(2, 2));
    selection.column(1, false, SIZE);
    assert_eq!(selection.area(), Area::between(at(0, 1), at(5, 1)));
    selection.column(3, true, SIZE);
    assert_eq!(selection.area(), Area::between(at(0, 1), at(5, 3)));
    assert_eq!(selection.active(), at(0, 1));
}

#[test]
fn g12_an_area_is_drawn_from_its_corner_in_one_direction() {
    let area = Area::between(at(2, 1), at(3, 2));
    for (to, expected) in [
        ((3, 2), None),
        ((2, 1), None),
        ((5, 2), Some(((2, 1), (5, 2)))),
        ((0, 1), Some(((0, 1), (3, 2)))),
        ((3, 4), Some(((2, 1), (3, 4)))),
        ((4, 4), Some(((2, 1), (3, 4)))),
        ((2, 0), Some(((2, 0), (3, 2)))),
        // As far down as sideways: down.
        ((5, 4), Some(((2, 1), (5, 2)))),
    ] {
        let corners =
            |((row, column), (below, along))| Area::between(at(row, column), at(below, along));
        assert_eq!(
            area.stretched(at(to.0, to.1)),
            expected.map(corners),
            "{to:?}"
        );
    }
}

/// While a text is edited most keys belong to it.
#[test]
fn g4_keys_of_a_text_being_written_are_the_text_s() {
    let of = |name, ctrl| {
        Command::of(Key {
            name,
            ctrl,
            shift: false,
            writing: true,
            in_text: true,
        })
    };
    for own in [
        "ArrowLeft",
        "ArrowRight",
        "Home",
        "End",
        "Backspace",
        "Delete",
        " ",
        "x",
    ] {
        assert_eq!(of(own, false), None, "{own}");
    }
    assert_eq!(of("a", true), None);
    assert_eq!(
        of("ArrowDown", false),
        Some(Command::Step(Direction::Down, false))
    );
    assert_eq!(of("Enter", true), Some(Command::FillSelection));
    assert_eq!(of("Escape", false), Some(Command::Cancel));
    assert_eq!(of("r", true), Some(Command::Nothing));
}

/// As in a spreadsheet, every arrow leaves a text that began with a letter.
#[test]
fn g31_left_and_right_leave_a_text_that_was_begun_by_a_letter() {
    let of = |name, (ctrl, shift)| {
        Command::of(Key {
            name,
            ctrl,
            shift,
            writing: true,
            in_text: false,
        })
    };
    for (name, direction) in [
        ("ArrowLeft", Direction::Left),
        ("ArrowRight", Direction::Right),
    ] {
        let step = Some(Command::Step(direction, false));
        assert_eq!(of(name, (false, false)), step);
        assert_eq!(of(name, (false, true)), None, "it selects letters");
        assert_eq!(of(name, (true, false)), None, "it goes over words");
    }
    assert_eq!(of("Home", (false, false)), None);
}

proptest! {
    /// After any keys the active cell lies in the selected area, and the area in the grid, of any size.
    #[test]
    fn g5_the_selection_stays_inside_the_grid(
        (rows, columns) in (0usize..5, 0usize..5),
        keys in prop::collection::vec((0usize..11, any::<bool>()).prop_map(|(key, extend)| (key, extend)), 0..40),
    ) {
        let size = Size { rows, columns };
        let mut selection = Selection::at(at(0, 0));
        let directions = [Direction::Up, Direction::Down, Direction::Left, Direction::Right];
        for (key, extend) in keys {
            match key {
                0..=3 => selection.step(directions[key], 2, extend, size),
                4 => selection.leap(Direction::Down, extend, size, &|at| at.row % 2 == 0),
                5 => selection.enter(extend, size),
                6 => drop(selection.tab(extend, size)),
                7 => selection.rows(size),
                8 => selection.columns(size),
                9 => selection.all(size, &|at| at.column == 1),
                _ => selection.corner(extend, true, size),
            }
            let last = size.last();
            prop_assert!(selection.area().contains(selection.active()));
            prop_assert!(Area::between(at(0, 0), last).contains(selection.area().last));
        }
    }
}

#[test]
fn g19_a_field_keeps_its_own_keys_until_several_cells_are_selected() {
    let told = |name, ctrl, writing, is_block| {
        let shift = false;
        let key = Key {
            name,
            ctrl,
            shift,
            writing,
            in_text: false,
        };
        Command::of_field(key, is_block)
    };
    for name in ["Tab", "F2", "Delete", "Backspace", "Home"] {
        assert_eq!(told(name, false, name == "Home", false), None, "{name}");
    }
    for name in ["Delete", "Backspace"] {
        assert_eq!(told(name, false, false, true), Some(Command::Clear));
    }
    assert_eq!(told("Tab", false, false, true), None);
    assert_eq!(told("Escape", false, true, true), None);
    assert_eq!(
        told("Enter", false, true, false),
        Some(Command::Enter(false))
    );
    assert_eq!(
        told("Enter", true, true, false),
        Some(Command::FillSelection)
    );
    assert_eq!(told("d", true, false, false), Some(Command::FillDown));
}

#[test]
fn g28_a_selection_stays_on_its_columns_where_these_stand_elsewhere() {
    let size = Size {
        rows: 4,
        columns: 6,
    };
    let mut selection = Selection::at(at(1, 2));
    selection.go(at(2, 4), true, size);
    // The second column is hidden.
    selection.move_columns(&|column| column - usize::from(column > 1));
    assert_eq!(selection.area(), Area::between(at(1, 1), at(2, 3)));
    assert_eq!((selection.active(), selection.head()), (at(1, 1), at(2, 3)));
    // Enter returns to the column where Tab was first pressed, wherever that is now.
    let mut selection = Selection::at(at(0, 2));
    selection.tab(false, size);
    selection.move_columns(&|column| column - 1);
    selection.enter(false, size);
    assert_eq!(selection.active(), at(1, 1));
}
