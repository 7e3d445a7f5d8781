//! Texts of copied cells, and their places when pasted.

use grid::{Area, Position, Size, laid, placed, rows_lacking};

fn at(row: usize, column: usize) -> Position {
    Position { row, column }
}

fn block(rows: &[&[&str]]) -> Vec<Vec<String>> {
    let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    rows.iter().map(row).collect()
}

#[test]
fn g6_the_texts_of_an_area_are_its_rows() {
    let text = |at: Position| format!("{}{}", at.row, at.column);
    let area = Area::between(at(1, 0), at(2, 1));
    assert_eq!(area.texts(text), block(&[&["10", "11"], &["20", "21"]]));
}

#[test]
fn g7_a_block_fills_a_whole_multiple_of_itself_and_else_begins_at_the_first_cell() {
    let told = |rows: &[&[&str]], first: (usize, usize), last: (usize, usize)| {
        let area = Area::between(at(first.0, first.1), at(last.0, last.1));
        let rows = block(rows);
        let cells = placed(&rows, area).into_iter();
        let cells = cells.map(|(at, text)| format!("{},{}={text}", at.row, at.column));
        cells.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told(&[&["7"]], (1, 1), (2, 2)), "1,1=7 1,2=7 2,1=7 2,2=7");
    assert_eq!(
        told(&[&["a", "b"]], (0, 0), (1, 1)),
        "0,0=a 0,1=b 1,0=a 1,1=b"
    );
    assert_eq!(told(&[&["a", "b"]], (0, 0), (0, 2)), "0,0=a 0,1=b");
    assert_eq!(told(&[&["a"], &["b"]], (3, 2), (3, 2)), "3,2=a 4,2=b");
    assert_eq!(
        told(&[&["a", "b"], &["c"]], (0, 0), (0, 0)),
        "0,0=a 0,1=b 1,0=c"
    );
    assert_eq!(told(&[], (0, 0), (4, 4)), "");
}

#[test]
fn g18_a_block_longer_than_the_grid_is_cut_and_tells_what_is_left() {
    let rows = block(&[&[" 1 ", "2"], &["3", "4"], &["", "5"]]);
    let size = Size {
        rows: 2,
        columns: 1,
    };
    let laid = laid(&rows, Area::between(at(0, 0), at(0, 0)), size);
    assert_eq!(laid.inside, [(at(0, 0), "1"), (at(1, 0), "3")]);
    assert_eq!(laid.outside, ["2", "4", "5"]);
}

#[test]
fn g18_a_block_of_a_million_cells_is_laid_in_proportion() {
    let block = |rows: usize| vec![vec!["1".to_owned(); 10]; rows];
    let area = Area {
        first: at(0, 0),
        last: at(0, 0),
    };
    let size = Size {
        rows: 50,
        columns: 8,
    };
    let time = |rows: usize| {
        let block = block(rows);
        let start = std::time::Instant::now();
        let laid = laid(&block, area, size);
        let taken = start.elapsed().as_secs_f64();
        assert_eq!(laid.inside.len() + laid.outside.len(), 10 * rows);
        taken
    };
    let (few, many) = (time(10_000), time(100_000));
    assert!(many < few.max(0.005) * 40.0, "{few} s, then {many} s");
}

#[test]
fn g25_a_block_tells_how_many_rows_are_lacking_for_its_texts() {
    let size = Size {
        rows: 4,
        columns: 2,
    };
    let lacking = |rows: &[&[&str]], first: Position| {
        rows_lacking(&block(rows), Area::between(first, first), size)
    };
    let three: &[&[&str]] = &[&["1"], &["2"], &["3"]];
    assert_eq!(lacking(three, at(1, 0)), 0);
    assert_eq!(lacking(three, at(2, 0)), 1);
    assert_eq!(lacking(three, at(3, 1)), 2);
    // Blank rows at the end, and columns beyond the last, need no row.
    assert_eq!(lacking(&[&["1"], &[" "], &[""]], at(3, 0)), 0);
    assert_eq!(lacking(&[&["1", "2"], &["", "3"]], at(3, 1)), 0);
    assert_eq!(lacking(&[], at(3, 0)), 0);
    // A selection that a repeated block fills never reaches below itself.
    let all = Area::between(at(0, 0), at(3, 1));
    assert_eq!(rows_lacking(&block(&[&["1"]]), all, size), 0);
}
