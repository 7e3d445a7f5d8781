//! Series written by the fill handle.

use grid::{Area, Position, continued, copies};
use proptest::prelude::{prop, prop_assert_eq, proptest};

#[test]
fn g8_a_series_goes_on_and_anything_else_is_repeated() {
    for (cells, expected) in [
        ("10", "10 10 10"),
        ("10 20", "30 40 50"),
        ("5 4", "3 2 1"),
        ("1.5 2", "2.5 3.0 3.5"),
        ("1,980 2,000", "2,020 2,040 2,060"),
        ("12人 14人", "16人 18人 20人"),
        ("△62 △58", "△54 △50 △46"),
        ("△5 △3", "△1 1 3"),
        ("2 −1", "−4 −7 −10"),
        ("▲1,020 ▲1,010", "▲1,000 ▲990 ▲980"),
        ("1-2 1-3", "1-4 1-5 1-6"),
        ("R6", "R7 R8 R9"),
        ("第1回", "第2回 第3回 第4回"),
        ("R6 R8", "R10 R12 R14"),
        // No series: repeated in its order.
        ("1 2 4", "1 2 4"),
        ("12人 14％", "12人 14％ 12人"),
        ("なし", "なし なし なし"),
        ("増加 維持", "増加 維持 増加"),
        ("", "  "),
    ] {
        let cells: Vec<&str> = cells.split(' ').collect();
        assert_eq!(continued(&cells, 3, false).join(" "), expected, "{cells:?}");
    }
}

#[test]
fn g9_a_series_goes_on_before_its_first() {
    assert_eq!(continued(&["10", "20"], 3, true), ["0", "-10", "-20"]);
    assert_eq!(continued(&["R6"], 2, true), ["R5", "R4"]);
    assert_eq!(continued(&["a", "b"], 3, true), ["b", "a", "b"]);
    assert_eq!(continued(&[], 3, true), Vec::<String>::new());
}

#[test]
fn g13_the_first_row_or_column_is_copied_or_the_one_before_a_single_one() {
    let told = |first: (usize, usize), last: (usize, usize), down: bool| {
        let at = |(row, column)| Position { row, column };
        let pairs = copies(Area::between(at(first), at(last)), down).into_iter();
        let pairs = pairs
            .map(|(from, to)| format!("{},{}>{},{}", from.row, from.column, to.row, to.column));
        pairs.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told((1, 0), (2, 1), true), "1,0>2,0 1,1>2,1");
    assert_eq!(told((1, 0), (1, 1), true), "0,0>1,0 0,1>1,1");
    assert_eq!(told((0, 0), (0, 1), true), "");
    assert_eq!(told((1, 0), (2, 1), false), "1,0>1,1 2,0>2,1");
    assert_eq!(told((1, 2), (1, 2), false), "1,1>1,2");
    assert_eq!(told((1, 0), (1, 0), false), "");
}

proptest! {
    /// No text makes it stop, and as many come as were asked for.
    #[test]
    fn g10_any_cells_go_on(cells in prop::collection::vec(".{0,12}|[0-9,.\\-]{1,40}", 1..4), count in 0usize..6, back: bool) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        prop_assert_eq!(continued(&cells, count, back).len(), count);
    }
}
