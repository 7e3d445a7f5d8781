//! Texts of copied cells, and the places they are pasted into.

use grid::{Area, Block, Position, placed};

fn at(row: usize, column: usize) -> Position {
    Position { row, column }
}

fn block(rows: &[&[&str]]) -> Vec<Vec<String>> {
    let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    rows.iter().map(row).collect()
}

#[test]
fn g6_copied_cells_keep_tabs_quotes_and_line_ends() {
    let all = Block(block(&[&["a", "b\tc"], &["\"d\"", "e\nf"], &["<i>&", ""]]));
    assert_eq!(
        all.tsv(),
        "a\t\"b\tc\"\r\n\"\"\"d\"\"\"\t\"e\nf\"\r\n<i>&\t"
    );
    assert_eq!(
        all.html(),
        "<table><tr><td>a</td><td>b\tc</td></tr><tr><td>\"d\"</td><td>e<br>f</td></tr><tr><td>&lt;i&gt;&amp;</td><td></td></tr></table>"
    );
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
