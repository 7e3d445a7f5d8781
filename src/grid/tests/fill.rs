//! Series written by the fill handle.

use grid::{Area, OneNumber, Position, continued, copies};
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
        ("R6 R7", "R8 R9 R10"),
        ("令和6年度", "令和7年度 令和8年度 令和9年度"),
        ("令和元年度", "令和2年度 令和3年度 令和4年度"),
        ("令和元年度 令和3年度", "令和5年度 令和7年度 令和9年度"),
        ("１ ２", "３ ４ ５"),
        ("令和６年度", "令和７年度 令和８年度 令和９年度"),
        ("１，９９０ ２，０００", "２，０１０ ２，０２０ ２，０３０"),
        ("R08", "R09 R10 R11"),
        ("第098回 第099回", "第100回 第101回 第102回"),
        ("0.5 0.6", "0.7 0.8 0.9"),
        // Not a series: repeated in its order.
        ("1 2 4", "1 2 4"),
        ("12人 14％", "12人 14％ 12人"),
        ("なし", "なし なし なし"),
        ("増加 維持", "増加 維持 増加"),
        ("", "  "),
    ] {
        let cells: Vec<&str> = cells.split(' ').collect();
        assert_eq!(
            continued(&cells, 3, false, OneNumber::Copied).join(" "),
            expected,
            "{cells:?}"
        );
    }
}

#[test]
fn g9_a_series_goes_on_before_its_first() {
    let before = |cells: &[&str], count| continued(cells, count, true, OneNumber::Copied);
    assert_eq!(before(&["10", "20"], 3), ["0", "-10", "-20"]);
    assert_eq!(before(&["R6"], 2), ["R5", "R4"]);
    assert_eq!(before(&["a", "b"], 3), ["b", "a", "b"]);
    assert_eq!(before(&[], 3), Vec::<String>::new());
}

#[test]
fn g20_a_number_alone_is_copied_or_counted() {
    let three = |cell: &str, one| continued(&[cell], 3, false, one).join(" ");
    for (cell, copied, counted) in [
        ("5", "5 5 5", "6 7 8"),
        ("5人", "5人 5人 5人", "6人 7人 8人"),
        ("△2", "△2 △2 △2", "△1 0 1"),
        ("0.5", "0.5 0.5 0.5", "1.5 2.5 3.5"),
        ("第5回", "第6回 第7回 第8回", "第6回 第7回 第8回"),
        ("なし", "なし なし なし", "なし なし なし"),
    ] {
        assert_eq!(three(cell, OneNumber::Copied), copied, "{cell}");
        assert_eq!(three(cell, OneNumber::Counted), counted, "{cell}");
    }
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
    /// No text stops it, and it returns as many as requested.
    #[test]
    fn g10_any_cells_go_on(cells in prop::collection::vec(".{0,12}|[0-9,.\\-]{1,40}", 1..4), count in 0usize..6, back: bool) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        for one in [OneNumber::Copied, OneNumber::Counted] {
            prop_assert_eq!(continued(&cells, count, back, one).len(), count);
        }
    }

    /// Any two numbers, one after the other, continue by their difference; the width of digits stays.
    #[test]
    fn g20_two_numbers_go_on_by_their_difference(first in -9_999i64..9_999, step in -99i64..99, count in 1usize..6) {
        let number = |at: usize| first + step * at as i64;
        let cells = [number(0), number(1)].map(|number| number.to_string());
        let expected: Vec<String> = (2..2 + count).map(|at| number(at).to_string()).collect();
        let cells = cells.each_ref().map(String::as_str);
        prop_assert_eq!(continued(&cells, count, false, OneNumber::Copied), expected);
    }
}
