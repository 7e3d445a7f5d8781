//! Cells of the table of indicators.

use edit::{Edit, IndicatorText, Refusal, TableCell, paste, set_table_cell};
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
