//! Records read for one keystroke in 指標の表: as many in a plan of 10,000 indicators as in one of 100.

use edit::{FigureCell, History, TableCell, closed_years, refuse_closed, set_table_cell};
use insight::EnteredYears;
use insight::overview::{glance, glance_with};
use strategy::*;

const YEAR: FiscalYear = FiscalYear(2026);

/// Returns a plan of this many indicators, each of two series.
fn plan(indicators: u64) -> Strategy {
    let mut s = Strategy::default();
    s.about.insert(About {
        period: Period {
            first: FiscalYear(2025),
            last: FiscalYear(2029),
        },
        ..About::default()
    });
    for at in 1..=indicators {
        let indicator = Id::new(at);
        s.indicators.insert(Indicator {
            id: indicator,
            name: format!("指標{at}"),
            order: Order::nth(at as usize),
            ..Indicator::default()
        });
        for which in 0..2 {
            let mut series = edit::empty_series(Id::new(at * 2 + which), indicator, "");
            series.targets.insert(FiscalYear(2029), Figure::read("200"));
            series.actuals.insert(FiscalYear(2025), Figure::read("100"));
            s.series.insert(series);
        }
    }
    s
}

/// Returns the numbers of records read for each letter of a figure, and for the display after typing stops.
fn reads(indicators: u64) -> (Vec<usize>, usize) {
    let mut s = plan(indicators);
    let (mut entered, mut history) = (EnteredYears::of(&s), History::default());
    let (indicator, series) = (Id::new(indicators / 2), Id::new(indicators));
    let cell = TableCell::Figure(series, FigureCell::Actual(YEAR));
    let mut key = |text: &str| {
        let edit = set_table_cell(&s, cell, text).unwrap();
        refuse_closed(&s, &edit.changes).unwrap();
        history
            .commit(&mut s, edit.clone(), Moment::default())
            .unwrap();
        entered.apply(&edit.changes);
        assert_eq!(cell.text(&s), text);
        let year = entered.evaluation_year(s.about().period, YEAR);
        assert!(!closed_years(&s).contains(&year));
    };
    let letters = ["1", "12", "120"]
        .map(|text| strategy::reads::during(|| key(text)))
        .to_vec();
    let own: Vec<_> = [series, Id::new(indicators + 1)]
        .iter()
        .filter_map(|id| s.get(*id))
        .collect();
    let shown = strategy::reads::during(|| {
        assert!(glance_with(&s, indicator, &own, FiscalYear(2025)).is_some());
    });
    (letters, shown)
}

#[test]
fn g24_a_key_reads_as_many_records_in_a_large_plan_as_in_a_small_one() {
    let (small, large) = (reads(100), reads(10_000));
    assert_eq!(small, large);
    assert!(
        large.0.iter().all(|count| (1..=24).contains(count)),
        "{large:?}"
    );
    assert!((1..=8).contains(&large.1), "{large:?}");
}

#[test]
fn g24_records_that_are_walked_are_counted() {
    for indicators in [100, 1_000] {
        let s = plan(indicators);
        let count = strategy::reads::during(|| drop(glance(&s, Id::new(1), YEAR)));
        assert!(count >= 2 * indicators as usize, "{count}");
    }
}

/// Returns the numbers of records read for pasting 100 rows of targets and committing them: in all, and by the edit alone.
fn reads_of_paste(years: i32) -> (usize, usize) {
    let mut s = plan(1_000);
    let mut about = About::clone(&s.about());
    // Decided targets ask for a reason: each cell is looked at for one.
    about.stage = Stage::Decided;
    s.about.insert(about);
    let cells: Vec<_> = (101..=200)
        .flat_map(|at| (0..years).map(move |year| (Id::new(at), FiscalYear(2030 + year))))
        .map(|(series, year)| TableCell::Figure(series, FigureCell::Target(year)))
        .enumerate()
        .map(|(at, cell)| (cell, at.to_string()))
        .collect();
    let mut made = None;
    let by_edit = strategy::reads::during(|| made = Some(edit::paste(&s, &cells, 0)));
    let pasted = made.unwrap();
    assert_eq!((pasted.written, pasted.skipped), (cells.len(), 0));
    let edit = pasted.edit.unwrap();
    let committed = strategy::reads::during(|| {
        refuse_closed(&s, &edit.changes).unwrap();
        History::default()
            .commit(&mut s, edit.clone(), Moment::default())
            .unwrap();
    });
    (by_edit + committed, by_edit)
}

#[test]
fn g40_a_pasted_block_reads_its_records_once_however_many_cells_each_has() {
    let (narrow, wide) = (reads_of_paste(1), reads_of_paste(6));
    assert_eq!(narrow, wide);
    assert!((100..=900).contains(&wide.0), "{wide:?}");
}
