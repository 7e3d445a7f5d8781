//! Our own tables of indicators, opened by the reader of pasted tables: UTF-8 with its mark, or Shift_JIS, as text of a browser.

use ::words::{NumberStyle, Word, Years};
use output::export::csv::wide;
use output::site::indicators_csv;
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use recognise::{PastedIndicator, read_table};
use strategy::*;

use fixtures::arbitrary::{self, seeds};
use fixtures::{SAMPLES, sample};

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

/// Returns the parts of a series that both tables have: its name, 当初値, targets and actuals.
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

/// Returns the parts of an indicator that both tables have.
fn told(indicator: &Indicator, series: &[&Series]) -> impl PartialEq + std::fmt::Debug + use<> {
    let words = [&indicator.code, &indicator.name, &indicator.owner];
    let series: Vec<_> = series.iter().map(|one| told_series(one)).collect();
    (words.map(|word| cell(word)), series)
}

/// Returns the parts that only the wide table has.
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
        for (nth, mut row) in format::csv::read(&text).into_iter().enumerate() {
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

/// Our tables as Excel saves them again.
fn saved_again(text: &str) -> Vec<(&'static str, String)> {
    let rows = format::csv::read(text);
    let written = |mark: char, quoted: &dyn Fn(&str) -> String, end: &str, more: usize| {
        let cells = |row: &Vec<String>| {
            let cells = row.iter().map(|cell| quoted(cell));
            let cells = cells.chain(std::iter::repeat_n(String::new(), more));
            cells.collect::<Vec<_>>().join(&mark.to_string()) + end
        };
        rows.iter().map(cells).collect::<String>()
    };
    let quoted = |marks: &'static [char]| {
        move |cell: &str| match cell.contains(marks) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell.to_owned(),
        }
    };
    let comma = quoted(&[',', '"', '\n']);
    let tab = quoted(&['\t', '"', '\n', ',']);
    let blank = ",".repeat(rows.first().map_or(0, Vec::len)) + "\r\n";
    vec![
        ("CRLF", written(',', &comma, "\r\n", 0)),
        ("LF", written(',', &comma, "\n", 0)),
        ("CR", written(',', &comma, "\r", 0)),
        ("empty columns", written(',', &comma, "\r\n", 7)),
        (
            "empty rows",
            written(',', &comma, "\r\n", 0) + &blank.repeat(9),
        ),
        ("tabs", written('\t', &tab, "\r\n", 0)),
        ("tabs and empty columns", written('\t', &tab, "\r\n", 7)),
    ]
}

#[test]
fn t11_our_tables_saved_again_by_a_spreadsheet_are_the_same() {
    for name in SAMPLES {
        let s = sample(name);
        for years in Years::ALL {
            let style = NumberStyle {
                years,
                ..NumberStyle::default()
            };
            style.adopt();
            for (is_wide, text) in [
                (true, wide(&s, FiscalYear(2025))),
                (false, indicators_csv(&s)),
            ] {
                for (how, text) in saved_again(&text) {
                    let case = format!("{name}, {years:?}, {how}, {is_wide}");
                    let again = read(&format!("\u{feff}{text}"), &s);
                    assert_eq!(again.len(), s.indicators.len(), "{case}");
                    for (one, (indicator, series)) in again.iter().zip(of(&s)) {
                        let read = of_read(one);
                        assert_eq!(
                            told(&one.indicator, &read),
                            told(indicator, &series),
                            "{case}"
                        );
                        if is_wide {
                            assert_eq!(
                                more(&one.indicator, &read),
                                more(indicator, &series),
                                "{case}"
                            );
                        }
                    }
                }
            }
        }
        NumberStyle::default().adopt();
    }
}

#[test]
fn t11_the_year_of_a_baseline_is_written_as_plans_write_it_whatever_is_shown() {
    let s = sample("mihon");
    let read = |years| {
        let style = NumberStyle {
            years,
            ..NumberStyle::default()
        };
        style.adopt();
        let again = read(&indicators_csv(&s), &s);
        NumberStyle::default().adopt();
        again
    };
    let plain = read(Years::Era);
    let all = plain.iter().flat_map(|one| &one.series);
    let years: Vec<_> = all
        .filter_map(|one| one.baseline.as_ref()?.at.clone())
        .collect();
    assert!(
        years.len() > 3 && years.iter().all(|at| at.0.starts_with(['R', 'H'])),
        "{years:?}"
    );
    assert_eq!(read(Years::Western), plain);
    assert_eq!(read(Years::Both), plain);
}

/// Gives every indicator and every series a name of its own: the wide table cannot separate two with one name, or one
/// without a name from none.
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
