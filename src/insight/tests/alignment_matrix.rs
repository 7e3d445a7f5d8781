//! 整合 as a matrix, of real documents and of any.

use edit::{Answering, align};
use insight::{AlignmentMatrix, ItemHeads, alignment_matrix, coverage};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, prop_assume, proptest};
use strategy::*;

use fixtures::arbitrary::{seeds, strategy};
use fixtures::sample;

/// Returns the number of items of each framework, and of those that nothing answers to.
fn holes(matrix: &AlignmentMatrix) -> Vec<(usize, usize)> {
    let frameworks = matrix.frameworks.iter();
    let frameworks = frameworks.filter(|one| one.head.is_none());
    frameworks
        .map(|one| (one.items.len(), one.holes().count()))
        .collect()
}

#[test]
fn i60_the_holes_of_the_samples() {
    let hokuto = alignment_matrix(&sample("hokuto-2020"));
    assert_eq!(holes(&hokuto), [(4, 0), (4, 0), (6, 6), (6, 6)]);
    let told = ::words::alignment::matrix_sentences(&sample("hokuto-2020"), &hokuto);
    for sentence in [
        "「国における基本目標 第1期戦略」の4項目すべてに結びつきがあります。",
        "「国から示された次期戦略における新たな視点」の6項目には、まだ結びつきがありません。",
    ] {
        assert!(told.iter().any(|one| one == sentence), "{told:?}");
    }
    let mihon = alignment_matrix(&sample("mihon"));
    assert_eq!(holes(&mihon), [(6, 0), (6, 0), (5, 1), (4, 0), (9, 0)]);
    let crossing = sample("mihon");
    let crossing = crossing
        .goals
        .iter()
        .filter(|goal| goal.kind == GoalKind::CrossCutting);
    for goal in crossing {
        let of = Answering::Goal(goal.id);
        assert!(mihon.rows.iter().any(|row| row.of == of), "{}", goal.title);
    }
}

#[test]
fn goals_that_cross_are_called_so_among_what_an_item_is_tied_to() {
    let s = sample("mihon");
    let all = ::words::alignment::goals_and_measures(&s, &|_| true);
    assert_eq!(all.len(), s.goals.len() + s.measures.len());
    let names: Vec<_> = all.iter().map(|(_, name)| name.as_str()).collect();
    assert!(names.contains(&"横断的な目標1 デジタルと多様な担い手の力をいかす"));
    let short = |name: &&str| name.starts_with('横') && !name.starts_with("横断的な目標");
    assert!(!names.iter().any(short), "{names:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn i60_every_tie_is_in_the_matrix_once((seed, size) in seeds(12)) {
        let s = strategy(seed, size);
        let matrix = alignment_matrix(&s);
        let heads = ItemHeads::of(&s);
        let columns: Vec<_> = matrix.columns().collect();
        prop_assert_eq!(columns.len(), s.framework_items.iter().count());
        prop_assert_eq!(matrix.rows.len(), s.goals.iter().count() + s.measures.iter().count());
        // The same holes as the sentence at the head of the page.
        let told: Vec<_> = coverage(&s).iter().map(|one| (one.items, one.holes())).collect();
        prop_assert_eq!(holes(&matrix), told);
        for row in &matrix.rows {
            prop_assert_eq!(row.cells.len(), columns.len());
            for (cell, column) in row.cells.iter().zip(&columns) {
                let is_under = s.framework_items.iter().any(|item| heads.above(item.id) == Some(column.item));
                prop_assert!(!cell.own || column.answering.contains(&row.of));
                prop_assert!(cell.own || is_under || !column.answering.contains(&row.of));
                prop_assert!(!(row.is_untied && (cell.own || cell.under > 0)));
            }
        }
    }

    #[test]
    fn i60_what_is_tied_and_untied_by_the_matrix_leaves_no_trace((seed, size) in seeds(12), at in any::<usize>()) {
        let mut s = strategy(seed, size);
        let before = s.clone();
        let matrix = alignment_matrix(&s);
        let columns: Vec<_> = matrix.columns().map(|column| column.item).collect();
        let cells = matrix.rows.len() * columns.len();
        prop_assume!(cells > 0);
        let (row, column) = (at % cells / columns.len(), at % columns.len());
        let (of, own) = (matrix.rows[row].of, matrix.rows[row].cells[column].own);
        let edit = align(&s, of, columns[column], !own).unwrap();
        edit.apply(&mut s).unwrap();
        prop_assert_eq!(alignment_matrix(&s).rows[row].cells[column].own, !own);
        edit.reverse().apply(&mut s).unwrap();
        prop_assert_eq!(s, before);
    }
}
