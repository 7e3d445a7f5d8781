//! Our own tables of indicators, opened by the reader of pasted tables: UTF-8 with its mark, or Shift_JIS, as text of a browser.

use michishirube::format::{PastedIndicator, read_table};
use michishirube::publish::csv::wide;
use michishirube::publish::site::indicators_csv;
use michishirube::strategy::*;
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

use crate::arbitrary::{self, seeds};
use crate::samples::{SAMPLES, sample};

/// A text as a cell gives it back: without spaces around it.
fn cell(text: &str) -> String {
    text.trim().replace("\r\n", "\n")
}

type Figures = Vec<(i32, String)>;

/// A head of the year 1 or 9999 names none.
fn figures(of: &std::collections::BTreeMap<FiscalYear, Figure>) -> Figures {
    let of = of.iter().filter(|(year, _)| (1989..2100).contains(&year.0));
    let told = of.map(|(year, figure)| (year.0, cell(figure.text())));
    told.filter(|(_, text)| !text.is_empty()).collect()
}

/// What both tables carry of a series: its name, 当初値, targets and actuals.
fn told_series(series: &Series) -> (String, Option<String>, Figures, Figures) {
    let baseline = series.baseline.as_ref();
    let baseline = baseline.map(|one| cell(one.figure.text()));
    (
        cell(&series.name),
        baseline.filter(|text| !text.is_empty()),
        figures(&series.targets),
        figures(&series.actuals),
    )
}

/// What both tables carry of an indicator.
fn told(indicator: &Indicator, series: &[&Series]) -> impl PartialEq + std::fmt::Debug + use<> {
    let words = [&indicator.code, &indicator.name, &indicator.owner];
    let series: Vec<_> = series.iter().map(|one| told_series(one)).collect();
    (words.map(|word| cell(word)), series)
}

/// What only the wide table carries.
fn more(indicator: &Indicator, series: &[&Series]) -> impl PartialEq + std::fmt::Debug + use<> {
    let desired = indicator.desired.map(|desired| desired.word());
    let at = |one: &&Series| {
        one.baseline
            .as_ref()
            .and_then(|b| Some(cell(&b.at.as_ref()?.0)))
    };
    let words = [&indicator.unit, &indicator.source, &indicator.definition];
    (
        words.map(|word| cell(word)),
        desired,
        indicator.counting.word(),
        series.iter().map(at).collect::<Vec<_>>(),
    )
}

fn read(text: &str, s: &Strategy) -> Vec<PastedIndicator> {
    // As a browser reads a file: its mark is gone.
    let text = text.strip_prefix('\u{feff}').unwrap();
    let table = read_table(
        text,
        &Strategy {
            about: s.about.clone(),
            ..Strategy::default()
        },
    );
    assert_eq!(table.unread, []);
    table.indicators
}

fn of(s: &Strategy) -> Vec<(&Indicator, Vec<&Series>)> {
    let all = s.indicators.sorted().into_iter();
    all.map(|one| {
        (
            &**one,
            s.series
                .under(one.id)
                .into_iter()
                .map(|one| &**one)
                .collect(),
        )
    })
    .collect()
}

fn of_read(one: &PastedIndicator) -> Vec<&Series> {
    one.series.iter().collect()
}

#[test]
fn t11_our_own_tables_are_the_indicators_they_were_written_of() {
    let mut compared = 0;
    for name in SAMPLES {
        let s = sample(name);
        let again = read(&wide(&s, FiscalYear(2025)), &s);
        assert_eq!(again.len(), s.indicators.len(), "{name}");
        for (one, (indicator, series)) in again.iter().zip(of(&s)) {
            assert_eq!(
                told(&one.indicator, &of_read(one)),
                told(indicator, &series)
            );
            assert_eq!(
                more(&one.indicator, &of_read(one)),
                more(indicator, &series)
            );
            compared += 1;
        }
        let again = read(&indicators_csv(&s), &s);
        assert_eq!(again.len(), s.indicators.len(), "{name}");
        for (one, (indicator, series)) in again.iter().zip(of(&s)) {
            assert_eq!(
                told(&one.indicator, &of_read(one)),
                told(indicator, &series)
            );
            assert_eq!(one.indicator.unit, indicator.unit);
        }
    }
    assert!(compared > 30);
}

#[test]
fn t11_tables_copied_out_of_a_spreadsheet_too_and_columns_of_others_are_kept() {
    let s = sample("mihon");
    for text in [wide(&s, FiscalYear(2025)), indicators_csv(&s)] {
        let mut tabbed = String::from('\u{feff}');
        for (nth, mut row) in michishirube::format::csv::read(&text)
            .into_iter()
            .enumerate()
        {
            row.push(if nth == 0 { "所見" } else { "見た" }.to_owned());
            let row: Vec<_> = row
                .iter()
                .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
                .collect();
            tabbed.push_str(&row.join("\t"));
            tabbed.push('\n');
        }
        let again = read(&tabbed, &s);
        assert_eq!(again.len(), s.indicators.len());
        for (one, (indicator, series)) in again.iter().zip(of(&s)) {
            assert_eq!(
                told(&one.indicator, &of_read(one)),
                told(indicator, &series)
            );
            assert!(
                one.indicator.note.contains("所見：見た"),
                "{}",
                one.indicator.note
            );
        }
    }
}

/// What stands under one name twice cannot be told apart in the wide table, nor what has none from nothing: every indicator
/// and every series has a name of its own.
fn named(s: &mut Strategy) {
    let indicators: Vec<_> = s
        .indicators
        .iter()
        .map(|one| Indicator::clone(one))
        .collect();
    for mut one in indicators {
        one.name = format!("{} {}", one.name.trim(), one.id).trim().to_owned();
        s.indicators.insert(one);
    }
    let series: Vec<_> = s.series.iter().map(|one| Series::clone(one)).collect();
    for mut one in series {
        one.name = format!("{} {}", one.name.trim(), one.id).trim().to_owned();
        s.series.insert(one);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn t11_the_wide_table_of_any_plan_is_its_indicators((seed, size) in seeds(4)) {
        let mut s = arbitrary::strategy(seed, size);
        named(&mut s);
        let again = read(&wide(&s, FiscalYear(2025)), &s);
        prop_assert_eq!(again.len(), s.indicators.len());
        for (one, (indicator, series)) in again.iter().zip(of(&s)) {
            if !series.is_empty() {
                prop_assert_eq!(told(&one.indicator, &of_read(one)), told(indicator, &series));
            }
        }
    }
}
