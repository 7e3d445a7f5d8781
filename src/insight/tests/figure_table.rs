//! Rows and columns of the table of figures.

use edit::{FigureCell, IndicatorText, TableCell, empty_indicator, empty_series, set_table_cell};
use insight::{FigureColumns, FigureRow, RowsShown, figure_rows, figure_years};
use strategy::*;

/// An indicator with one series, and one with two.
fn plan() -> Strategy {
    let mut plan = Strategy::default();
    for (place, name) in ["総人口", "女性の就業率"].into_iter().enumerate() {
        let mut indicator = empty_indicator(Id::new(1 + place as u64), name);
        indicator.order = Order::nth(place);
        plan.indicators.insert(indicator);
    }
    let series = [(10, 1, ""), (20, 2, "25～34歳"), (21, 2, "35～44歳")];
    for (place, (id, indicator, name)) in series.into_iter().enumerate() {
        let mut series = empty_series(Id::new(id), Id::new(indicator), name);
        series.order = Order::nth(place);
        plan.series.insert(series);
    }
    plan
}

fn found(ids: &[u64]) -> Vec<Id<Indicator>> {
    ids.iter().map(|id| Id::new(*id)).collect()
}

fn columns(texts: &[IndicatorText], years: &[i32]) -> FigureColumns {
    FigureColumns {
        texts: texts.to_vec(),
        years: years.iter().map(|year| FiscalYear(*year)).collect(),
    }
}

/// The texts that stand in the columns of names and units, row by row.
fn names(plan: &Strategy, rows: &[FigureRow], columns: &FigureColumns) -> Vec<[String; 2]> {
    let text = |cell: Option<TableCell>| cell.map_or("—", |cell| cell.text(plan)).to_owned();
    let of = |row: &FigureRow| [0, 1].map(|column| text(row.cell(column, columns)));
    rows.iter().map(of).collect()
}

/// Whatever rows of a series are shown, its first one has the name; the others have no cell there.
#[test]
fn g32_each_view_has_a_name_in_the_first_row_of_each_series() {
    let (plan, all) = (plan(), found(&[1, 2]));
    let columns = columns(&[IndicatorText::Name, IndicatorText::Unit], &[2024]);
    let heads = |shown| names(&plan, &figure_rows(&plan, &all, shown), &columns);
    let single = [["総人口", ""], ["女性の就業率", ""], ["35～44歳", "—"]];
    for shown in [RowsShown::Actuals, RowsShown::Targets] {
        assert_eq!(heads(shown), single, "{shown:?}");
    }
    let empty = ["—", "—"];
    let [first, second, third] = single;
    let both = [first, empty, second, empty, third, empty];
    assert_eq!(heads(RowsShown::Both), both);
}

/// In 実績のみ a first row holds actuals, and 当初値 with its figure; in 目標と実績 the second one holds the year of 当初値.
#[test]
fn g32_each_view_has_its_figures_under_the_same_heads() {
    let (plan, all, year) = (plan(), found(&[1]), FiscalYear(2024));
    let columns = columns(&[IndicatorText::Name], &[2023, 2024]);
    let cells = |shown| -> Vec<[Option<TableCell>; 2]> {
        let rows = figure_rows(&plan, &all, shown);
        let of = |row: &FigureRow| [columns.baseline(), 3].map(|at| row.cell(at, &columns));
        rows.iter().map(of).collect()
    };
    let series = Id::new(10);
    let figure = |cell| Some(TableCell::Figure(series, cell));
    let baseline = figure(FigureCell::Baseline);
    let (target, actual) = (
        figure(FigureCell::Target(year)),
        figure(FigureCell::Actual(year)),
    );
    assert_eq!(cells(RowsShown::Actuals), [[baseline, actual]]);
    assert_eq!(cells(RowsShown::Targets), [[baseline, target]]);
    let at = Some(TableCell::BaselineAt(series));
    assert_eq!(cells(RowsShown::Both), [[baseline, target], [at, actual]]);
}

/// A column that is hidden or a year that is added leaves the cursor on the column that it was on.
#[test]
fn g28_a_column_is_found_again_among_others() {
    use IndicatorText::{Name, Owner, Unit};
    let before = columns(&[Name, Unit, Owner], &[2024, 2025]);
    let after = columns(&[Name, Owner], &[2023, 2024]);
    let places: Vec<usize> = (0..before.count())
        .map(|column| after.place_of(column, &before))
        .collect();
    // 名称, 単位 (gone: 名称), 担当課, 当初値, 令和6年度, 令和7年度 (gone: the last).
    assert_eq!(places, [0, 0, 1, 2, 4, 4]);
}

/// The cell in which writing began is a record's, not a place: rows that go or come above it leave it where it is.
#[test]
fn g29_letters_stay_with_their_cell_while_rows_move_under_the_cursor() {
    let mut plan = plan();
    let columns = columns(&[IndicatorText::Name], &[2024]);
    let at = |plan: &Strategy, ids: &[u64], row: usize| {
        let rows = figure_rows(plan, &found(ids), RowsShown::Actuals);
        rows.get(row).and_then(|row| row.cell(2, &columns))
    };
    let write = |plan: &mut Strategy, cell, text| {
        let edit = set_table_cell(plan, cell, text).unwrap();
        edit.apply(plan).unwrap();
    };
    let cell = at(&plan, &[1, 2], 1).unwrap();
    write(&mut plan, cell, "4");
    // A query takes the row above away, an order turns the rows round: the same place is another cell.
    for ids in [[2].as_slice(), &[2, 1]] {
        assert_ne!(at(&plan, ids, 1), Some(cell), "{ids:?}");
    }
    write(&mut plan, cell, "48");
    let actual = |id| {
        plan.get(Id::<Series>::new(id))
            .unwrap()
            .actuals
            .get(&FiscalYear(2024))
    };
    assert_eq!(actual(20).map(Figure::text), Some("48"));
    assert_eq!([actual(10), actual(21)], [None, None]);
}

/// A figure beyond the period brings its year; an empty plan has the years of its period.
#[test]
fn g32_the_years_are_those_of_the_period_and_those_with_a_figure() {
    let mut plan = plan();
    let period: Vec<FiscalYear> = plan.about().period.years().collect();
    assert_eq!(figure_years(&plan), period);
    let before = FiscalYear(period[0].0 - 3);
    let cell = TableCell::Figure(Id::new(10), FigureCell::Actual(before));
    set_table_cell(&plan, cell, "1")
        .unwrap()
        .apply(&mut plan)
        .unwrap();
    assert_eq!(figure_years(&plan), [vec![before], period].concat());
}
