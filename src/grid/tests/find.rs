//! Finding texts in cells, and replacing them.

use grid::{Pattern, Position, Size, find_next};
use proptest::prelude::*;

fn replaced(sought: &str, whole: bool, cell: &str, new: &str) -> Option<String> {
    Pattern::new(sought, whole)?.replaced(cell, new)
}

#[test]
fn g15_width_case_and_commas_do_not_matter() {
    let fits = |sought: &str, cell: &str| Pattern::new(sought, false).is_some_and(|p| p.fits(cell));
    for (sought, cell) in [
        ("1200", "1,200"),
        ("1,200", "１２００"),
        ("１，２００人", "1200人"),
        ("ai", "ＡＩの件数"),
        ("集計", "集計中"),
        ("00", "1,200"),
        ("a,b", "A,B"),
        (" 12 ", "12"),
    ] {
        assert!(fits(sought, cell), "{sought} in {cell}");
    }
    for (sought, cell) in [
        ("1200", "120"),
        ("", "1"),
        (" ", " "),
        ("a,b", "ab"),
        ("12", "1"),
    ] {
        assert!(!fits(sought, cell), "{sought} in {cell}");
    }
}

#[test]
fn g15_a_whole_cell_is_all_of_its_text() {
    let whole = |sought: &str, cell: &str| Pattern::new(sought, true).is_some_and(|p| p.fits(cell));
    assert!(whole("1200", "1,200"));
    assert!(!whole("12", "1,200"));
    assert!(!whole("集計", "集計中"));
}

#[test]
fn g16_every_occurrence_is_replaced_and_the_rest_stays_as_typed() {
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        replaced("集計中", false, "集計中（R6）", "未定"),
        some("未定（R6）")
    );
    assert_eq!(
        replaced("人", false, "１，２００人　3人", ""),
        some("１，２００　3")
    );
    assert_eq!(replaced("200", false, "1,200", "300"), some("1,300"));
    assert_eq!(replaced("1200", true, "1,200", "1,300"), some("1,300"));
    assert_eq!(replaced("aa", false, "aaa", "b"), some("ba"));
    assert_eq!(replaced("a", false, "b", "c"), None);
    assert_eq!(replaced("", false, "b", "c"), None);
}

#[test]
fn g17_the_next_place_goes_row_by_row_round_the_grid() {
    let size = Size {
        rows: 3,
        columns: 2,
    };
    let at = |row: usize, column: usize| Position { row, column };
    let marked = [at(0, 1), at(2, 0)];
    let next = |from, backward| find_next(from, backward, size, |place| marked.contains(&place));
    assert_eq!(next(at(0, 0), false), Some(at(0, 1)));
    assert_eq!(next(at(0, 1), false), Some(at(2, 0)));
    assert_eq!(next(at(2, 0), false), Some(at(0, 1)));
    assert_eq!(next(at(0, 1), true), Some(at(2, 0)));
    assert_eq!(next(at(2, 1), true), Some(at(2, 0)));
    // A single match is found again from itself.
    assert_eq!(
        find_next(at(1, 1), false, size, |place| place == at(1, 1)),
        Some(at(1, 1))
    );
    assert_eq!(find_next(at(0, 0), false, size, |_| false), None);
    assert_eq!(
        find_next(
            at(0, 0),
            false,
            Size {
                rows: 0,
                columns: 2
            },
            |_| true
        ),
        None
    );
}

proptest! {
    #[test]
    fn g16_replacing_with_a_text_that_lacks_the_pattern_leaves_none(
        cell in "[0-9０-９,，a-cＡ-Ｃあ人]{0,12}",
        sought in "[0-9a-c人]{1,3}",
    ) {
        let pattern = Pattern::new(&sought, false).expect("it has letters");
        match pattern.replaced(&cell, "。") {
            Some(new) => {
                prop_assert!(pattern.fits(&cell));
                prop_assert!(!pattern.fits(&new), "{} in {}", sought, new);
            }
            None => prop_assert!(!pattern.fits(&cell)),
        }
    }

    #[test]
    fn g17_going_on_visits_every_place_that_fits_and_comes_back(
        rows in 1usize..6, columns in 1usize..5, bits in any::<u32>(),
    ) {
        let size = Size { rows, columns };
        let fits = |place: Position| bits >> (place.row * columns + place.column) & 1 == 1;
        let all = (0..rows * columns).filter(|at| bits >> at & 1 == 1).count();
        if let Some(first) = find_next(size.last(), false, size, fits) {
            let mut place = first;
            for _ in 0..all {
                let next = find_next(place, false, size, fits).expect("there is one");
                prop_assert_eq!(find_next(next, true, size, fits), Some(place));
                place = next;
            }
            prop_assert_eq!(place, first);
        }
    }
}
