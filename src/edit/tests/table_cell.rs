//! Cells of the table of indicators.

use edit::{
    Edit, FigureCell, IndicatorText, Refusal, TableCell, paste, paste_with_rows, set_table_cell,
};
use strategy::*;

fn sample() -> Strategy {
    let bytes = include_bytes!("../../../public/samples/mihon.json");
    format::json::read(bytes).unwrap_or_else(|why| panic!("{why:?}"))
}

fn made(strategy: &Strategy, edit: Result<Edit, Refusal>) -> Strategy {
    let edit = edit.unwrap_or_else(|why| panic!("{why:?}"));
    let mut after = strategy.clone();
    edit.apply(&mut after)
        .unwrap_or_else(|why| panic!("{why:?}"));
    after
}

/// Every cell of the first indicators that is no figure.
fn texts(strategy: &Strategy) -> Vec<TableCell> {
    let some = strategy.indicators.sorted();
    let some = some.iter().take(5).map(|k| k.id);
    some.flat_map(|id| {
        let series = strategy.series.under(id);
        let series: Vec<_> = series.iter().map(|s| s.id).collect();
        let of_indicator = IndicatorText::ALL.map(|column| TableCell::Text(id, column));
        let of_series = series
            .into_iter()
            .flat_map(|id| [TableCell::SeriesName(id), TableCell::BaselineAt(id)]);
        of_indicator
            .into_iter()
            .chain(of_series)
            .collect::<Vec<_>>()
    })
    .collect()
}

#[test]
fn e60_each_text_cell_is_written_alone_and_emptied() {
    let strategy = sample();
    for cell in texts(&strategy) {
        let after = made(&strategy, set_table_cell(&strategy, cell, "R4"));
        assert_eq!(cell.text(&after), "R4", "{cell:?}");
        for other in texts(&strategy) {
            if other != cell {
                assert_eq!(
                    other.text(&after),
                    other.text(&strategy),
                    "{cell:?} {other:?}"
                );
            }
        }
        let emptied = made(&after, set_table_cell(&after, cell, ""));
        assert_eq!(cell.text(&emptied), "", "{cell:?}");
    }
}

#[test]
fn e60_a_block_of_texts_and_figures_is_one_edit_that_can_be_undone() {
    let strategy = sample();
    let cells: Vec<_> = texts(&strategy).into_iter().enumerate().collect();
    let texts_of = |prefix: &str| {
        let cell = |(at, cell): &(usize, TableCell)| (*cell, format!("{prefix}{at}"));
        cells.iter().map(cell).collect::<Vec<_>>()
    };
    let pasted = paste(&strategy, &texts_of("R"), 2);
    assert_eq!((pasted.written, pasted.skipped), (cells.len(), 2));
    let after = made(&strategy, pasted.edit);
    for (cell, text) in texts_of("R") {
        assert_eq!(cell.text(&after), text);
    }
    // The same again changes nothing.
    let again = paste(&after, &texts_of("R"), 0);
    assert_eq!((again.written, again.edit), (0, Err(Refusal::Nothing)));
}

#[test]
fn e61_a_baseline_without_figure_and_year_is_none() {
    let strategy = sample();
    let has_year =
        |s: &&std::sync::Arc<Series>| s.baseline.as_ref().is_some_and(|b| b.at.is_some());
    let series = strategy.series.iter().find(has_year).map(|s| s.id);
    let series = series.unwrap_or_else(|| panic!("no baseline"));
    let baseline = TableCell::Figure(series, edit::FigureCell::Baseline);
    let (at, empty) = (TableCell::BaselineAt(series), String::new());
    for order in [[baseline, at], [at, baseline]] {
        let cells = order.map(|cell| (cell, empty.clone()));
        let after = made(&strategy, paste(&strategy, &cells, 0).edit);
        assert_eq!(after.get(series).map(|s| s.baseline.is_none()), Some(true));
    }
}

#[test]
fn e94_rows_added_for_a_long_block_and_what_it_writes_are_one_edit() {
    let strategy = sample();
    let added = [(901, 902), (903, 904)].map(|(id, series)| (Id::new(id), Id::new(series)));
    let last = strategy.indicators.sorted()[strategy.indicators.len() - 1].id;
    let year = strategy.about().period.last;
    let name = |id| TableCell::Text(id, IndicatorText::Name);
    let actual = |series| TableCell::Figure(series, FigureCell::Actual(year));
    let cells = [
        (name(last), "前からある指標"),
        (name(added[0].0), "一つ目"),
        (actual(added[0].1), "1,200"),
        (actual(added[1].1), "ふめい"),
    ];
    let pasted = paste_with_rows(&strategy, &added, &cells, 1);
    assert_eq!((pasted.written, pasted.skipped), (4, 1));
    assert_eq!(
        pasted.unread,
        [(added[1].1, FigureCell::Actual(year))],
        "kept as typed, to be checked"
    );
    let edit = pasted.edit.unwrap_or_else(|why| panic!("{why:?}"));
    let after = made(&strategy, Ok(edit.clone()));
    for (cell, text) in &cells {
        assert_eq!(cell.text(&after), *text);
    }
    let sorted = after.indicators.sorted();
    let ends: Vec<_> = sorted.iter().rev().take(3).map(|k| k.id).collect();
    assert_eq!(ends, [added[1].0, added[0].0, last]);
    assert_eq!(made(&after, Ok(edit.reverse())), strategy);
    // An id that is taken changes nothing.
    let taken = [(last, Id::new(905))];
    assert!(
        paste_with_rows(&strategy, &taken, &cells[..1], 0)
            .edit
            .is_err()
    );
}
