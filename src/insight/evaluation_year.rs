//! 評価年度: the year a strategy is judged in.

use std::collections::BTreeMap;

use strategy::*;

/// The year to judge: the latest, up to today, for which at least half as many series have a number as in the
/// best-entered year; so a year just begun does not make everything look unrated. Without any actual: the last
/// year gone of the period.
pub fn evaluation_year(strategy: &Strategy, today: FiscalYear) -> FiscalYear {
    let mut entered: BTreeMap<FiscalYear, usize> = BTreeMap::new();
    for series in strategy.series.iter() {
        for (year, figure) in series.actuals.range(..=today) {
            *entered.entry(*year).or_default() += usize::from(figure.value().is_some());
        }
    }
    let most = entered.values().copied().max().unwrap_or_default();
    let well = entered
        .iter()
        .rev()
        .find(|(_, count)| **count > 0 && **count * 2 >= most);
    well.map(|(year, _)| *year).unwrap_or_else(|| {
        let period = strategy.about().period;
        FiscalYear(today.0.saturating_sub(1))
            .min(period.last)
            .max(period.first)
    })
}

/// The years that can be judged, newest first: every year of the period up to today, and the judged one.
pub fn evaluation_years(strategy: &Strategy, today: FiscalYear) -> Vec<FiscalYear> {
    let mut years: Vec<_> = strategy
        .about()
        .period
        .years()
        .filter(|year| *year <= today)
        .collect();
    years.push(evaluation_year(strategy, today));
    sort::ascending(&mut years);
    years.dedup();
    years.reverse();
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(actuals: &[&[i32]]) -> Strategy {
        let mut s = Strategy::default();
        for (i, years) in actuals.iter().enumerate() {
            let mut row = edit::empty_series(Id::new(i as u64 + 1), Id::new(1), "");
            row.actuals = years
                .iter()
                .map(|y| (FiscalYear(*y), Figure::read("1")))
                .collect();
            s.series.insert(row);
        }
        s
    }

    #[test]
    fn a_year_just_begun_is_not_yet_judged() {
        let today = FiscalYear(2026);
        let begun = with(&[&[2024, 2025, 2026], &[2024, 2025], &[2024, 2025]]);
        assert_eq!(evaluation_year(&begun, today), FiscalYear(2025));
        let half = with(&[&[2025, 2026], &[2025]]);
        assert_eq!(evaluation_year(&half, today), FiscalYear(2026));
        let future = with(&[&[2025, 2030]]);
        assert_eq!(evaluation_year(&future, today), FiscalYear(2025));
        assert_eq!(evaluation_year(&with(&[&[]]), today), FiscalYear(2025));
        assert_eq!(
            evaluation_year(&Strategy::default(), FiscalYear(2040)),
            FiscalYear(2029)
        );
    }
}
