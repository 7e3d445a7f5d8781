//! A figure keeps its unit everywhere: StratML, Excel, the tables and the screen show the same number.

use edit::{empty_indicator, empty_series};
use format::workbook::Cell;
use insight::unit::value_in;
use output::export::{stratml::document, workbook};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use rust_decimal::Decimal;
use strategy::*;

const UNITS: [&str; 8] = ["人", "千人", "万人", "％", "割", "円", "千円", "億円"];

/// Returns a plan with one indicator in `unit` whose target of R11 is printed in another.
fn plan(unit: &str, printed: &str) -> Strategy {
    let mut s: Strategy =
        format::json::read(include_bytes!("../data/cases/90-plan-r7-r11.json")).unwrap();
    let mut goal = Goal {
        id: Id::new(1),
        title: "目標".to_owned(),
        ..Goal::default()
    };
    goal.targets.push(Id::new(2));
    let mut indicator = empty_indicator(Id::new(2), "指標");
    indicator.unit = unit.to_owned();
    let mut series = empty_series(Id::new(3), indicator.id, "");
    series
        .targets
        .insert(FiscalYear(2029), Figure::read(printed));
    s.goals.insert(goal);
    s.indicators.insert(indicator);
    s.series.insert(series);
    s
}

/// Returns the number of the only target in StratML; `None` if there is none.
fn in_stratml(s: &Strategy) -> Option<Decimal> {
    let document = document(s);
    let indicators = document.goals.iter().flat_map(|goal| &goal.objectives);
    let mut results = indicators
        .flat_map(|one| &one.indicators)
        .flat_map(|one| &one.results);
    results.find_map(|one| one.number.parse().ok())
}

/// Returns the number of the cell with the printed figure.
fn in_excel(s: &Strategy, printed: &str) -> Option<Decimal> {
    let sheets = workbook::workbook(s, FiscalYear(2025)).sheets;
    let cells = sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .flat_map(|row| &row.cells);
    let mut numbers = cells.filter_map(|cell| match cell {
        Cell::Number(shown) if shown.text().contains(printed) => Some(shown.value),
        _ => None,
    });
    numbers.next()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn x11_a_figure_keeps_its_unit_wherever_it_travels(
        number in 1..9_999_u32,
        own in 0..UNITS.len(),
        of in 0..UNITS.len(),
    ) {
        let printed = format!("{number}{}", UNITS[own]);
        let s = plan(UNITS[of], &printed);
        let figure = Figure::read(&printed);
        let told = value_in(figure.number().unwrap(), UNITS[of]);
        prop_assert_eq!(in_stratml(&s), told, "{} in {}", &printed, UNITS[of]);
        prop_assert_eq!(in_excel(&s, &printed), told, "{} in {}", &printed, UNITS[of]);
    }
}

#[test]
fn x11_what_is_printed_stands_beside_its_number() {
    let s = plan("千人", "260万人");
    assert_eq!(in_stratml(&s), Some(2600.into()));
    assert_eq!(in_excel(&s, "2,600 (260万人)"), Some(2600.into()));
    let csv = output::export::csv::wide(&s, FiscalYear(2025));
    assert!(csv.contains(",260万人,"), "{csv}");
}
