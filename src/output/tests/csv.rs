//! Tables for other programs: what is written is read again, and adds up to what the plan says.

use std::collections::BTreeMap;

use format::csv::read;
use insight::money::{Edition, Ledger, Scope};
use insight::sheets::editions;
use output::export::csv::{budget, reviews, wide};
use output::export::formats::FORMATS;
use output::site::indicators_csv;
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use strategy::{FiscalYear, Side, Strategy};
use words::{Word, YearForms};

use fixtures::arbitrary::{self, seeds};
use fixtures::{SAMPLES, sample};

const TODAY: FiscalYear = FiscalYear(2025);

/// The rows under the heads, each by its heads.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut all = read(text).into_iter();
    let heads = all.next().unwrap_or_default();
    all.map(|row| {
        assert_eq!(row.len(), heads.len());
        heads.iter().cloned().zip(row).collect()
    })
    .collect()
}

/// The sums of the rows by edition, side and year: of all, and of those that count.
fn sums(s: &Strategy) -> BTreeMap<(i32, String, i32), (i128, i128)> {
    let mut sums: BTreeMap<_, (i128, i128)> = BTreeMap::new();
    for row in rows(&budget(s)) {
        let year = |head: &str| row[head].parse::<i32>().unwrap();
        let amount = row["金額（千円）"].parse::<i128>().unwrap_or(0);
        let key = (year("計画初年度"), row["区別"].clone(), year("年度"));
        let sum = sums.entry(key).or_default();
        sum.0 += amount;
        sum.1 += if row["純計"].starts_with("数える") {
            amount
        } else {
            0
        };
    }
    sums
}

fn assert_sums(s: &Strategy) {
    let mut told = 0;
    for ((edition, side, year), (sum, net)) in sums(s) {
        let [sum, net] = [sum, net].map(|sum| sum.clamp(i64::MIN.into(), i64::MAX.into()));
        let side = if side == "決算額" {
            Side::Done
        } else {
            Side::Planned
        };
        let ledger = Ledger::of(s, side, FiscalYear(year), Edition::Of(FiscalYear(edition)));
        let total = ledger.total(Scope::All);
        assert_eq!(
            (sum, net),
            (total.sum.into(), total.net.into()),
            "{edition} {side:?} {year}"
        );
        told += 1;
    }
    // The rows left out add up to nothing.
    for edition in editions(s).into_keys() {
        let ledger = Ledger::of(s, Side::Planned, edition, Edition::Of(edition));
        assert!(told > 0 || ledger.total(Scope::All).sum == 0);
    }
}

#[test]
fn p40_rows_of_money_add_up_to_the_sums_of_the_plan() {
    for name in SAMPLES {
        assert_sums(&sample(name));
    }
    let hokuto = sums(&sample("hokuto-2024"));
    assert!(
        hokuto.len() > 1 && hokuto.values().all(|(sum, _)| *sum > 0),
        "{hokuto:?}"
    );
}

#[test]
fn p41_every_figure_stands_in_the_wide_table_as_it_is_printed() {
    for name in SAMPLES {
        let s = sample(name);
        let all = rows(&wide(&s, TODAY));
        let series: usize = s
            .indicators
            .iter()
            .map(|one| s.series.under(one.id).len().max(1))
            .sum();
        assert_eq!(all.len(), series, "{name}");
        let mut there = all.iter();
        for indicator in s.indicators.sorted() {
            for one in s.series.under(indicator.id) {
                let row = there.next().unwrap();
                assert_eq!(row[strategy::Indicator::name.field.word()], indicator.name);
                for (year, figure) in &one.actuals {
                    assert_eq!(
                        row[&format!("{} 実績", year.short())],
                        figure.text(),
                        "{name}"
                    );
                }
                for (year, figure) in &one.targets {
                    assert_eq!(
                        row[&format!("{} 目標", year.short())],
                        figure.text(),
                        "{name}"
                    );
                }
            }
            if s.series.under(indicator.id).is_empty() {
                there.next();
            }
        }
    }
}

#[test]
fn every_review_is_a_row() {
    for name in SAMPLES {
        let s = sample(name);
        let all = rows(&reviews(&s));
        assert_eq!(all.len(), s.sheets.len(), "{name}");
        for sheet in s.sheets.iter().filter(|sheet| !sheet.results.is_empty()) {
            assert!(
                all.iter()
                    .any(|row| row.values().any(|cell| *cell == sheet.results))
            );
        }
    }
}

#[test]
fn formats_say_what_they_hold_and_write_it() {
    for name in SAMPLES {
        let s = sample(name);
        for format in FORMATS.iter().filter(|format| (format.holds)(&s)) {
            let file = format.write(&s, TODAY).unwrap();
            assert!(file.len() > 60, "{name} {}", (format.name)());
            let shown = (format.name)();
            assert!(
                shown.contains(&format!(".{}", format.kind.extension())),
                "{shown}"
            );
        }
    }
    // Two files of one kind do not have one name.
    for (at, one) in FORMATS.iter().enumerate() {
        for other in &FORMATS[at + 1..] {
            let named = |format: &output::export::formats::Format| format.part.map(|part| part());
            assert!(one.kind != other.kind || named(one) != named(other));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn v2_tables_of_any_plan_are_read_again((seed, size) in seeds(4)) {
        let s = arbitrary::strategy(seed, size);
        for text in [budget(&s), wide(&s, TODAY), reviews(&s), indicators_csv(&s)] {
            let mut again = String::from('\u{feff}');
            for row in read(&text) {
                format::csv::line(&mut again, &row);
            }
            prop_assert_eq!(again, text);
        }
    }

    #[test]
    fn p40_rows_of_any_plan_add_up((seed, size) in seeds(4)) {
        assert_sums(&arbitrary::strategy(seed, size));
    }
}
