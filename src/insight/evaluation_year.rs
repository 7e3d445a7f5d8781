//! 評価年度: the year a strategy is judged in.

use std::collections::BTreeMap;

use edit::Changes;
use strategy::*;

/// Number of series with an actual number, by year: what the year to judge is proposed from. Kept up to date with
/// [`EnteredYears::apply`], so that an edit costs what it changes, however large the plan is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EnteredYears(BTreeMap<FiscalYear, usize>);

impl EnteredYears {
    /// Counts them in a whole plan.
    pub fn of(strategy: &Strategy) -> Self {
        let mut entered = Self::default();
        for series in strategy.series.iter() {
            for year in numbers(series) {
                *entered.0.entry(year).or_default() += 1;
            }
        }
        entered
    }

    /// Brings the counts up to date with changes that were applied to the plan. Returns true if a count is another now.
    pub fn apply(&mut self, changes: &Changes) -> bool {
        let before = self.0.clone();
        for step in changes.series.values() {
            for year in step.from.iter().flat_map(|series| numbers(series)) {
                if let Some(count) = self.0.get_mut(&year) {
                    *count = count.saturating_sub(1);
                }
            }
            for year in step.to.iter().flat_map(|series| numbers(series)) {
                *self.0.entry(year).or_default() += 1;
            }
        }
        self.0.retain(|_, count| *count > 0);
        self.0 != before
    }

    /// The year to judge: the latest, up to today, for which at least half as many series have a number as in the
    /// best-entered year; so a year just begun does not make everything look unrated. Without any actual: the last
    /// year gone of the period.
    pub fn evaluation_year(&self, period: Period, today: FiscalYear) -> FiscalYear {
        let until_today = || self.0.range(..=today);
        let most = until_today().map(|(_, count)| *count).max();
        let most = most.unwrap_or_default();
        let well = until_today().rev().find(|(_, count)| **count * 2 >= most);
        well.map(|(year, _)| *year).unwrap_or_else(|| {
            FiscalYear(today.0.saturating_sub(1))
                .min(period.last)
                .max(period.first)
        })
    }

    /// The years that can be judged, newest first: every year of the period up to today, and the one proposed.
    pub fn evaluation_years(&self, period: Period, today: FiscalYear) -> Vec<FiscalYear> {
        let mut years: Vec<_> = period.years().filter(|year| *year <= today).collect();
        years.push(self.evaluation_year(period, today));
        sort::ascending(&mut years);
        years.dedup();
        years.reverse();
        years
    }
}

/// The years of which a series has an actual number.
fn numbers(series: &Series) -> impl Iterator<Item = FiscalYear> {
    let actuals = series.actuals.iter();
    actuals.filter_map(|(year, figure)| figure.is_number().then_some(*year))
}

/// The year to judge a plan in: see [`EnteredYears::evaluation_year`].
pub fn evaluation_year(strategy: &Strategy, today: FiscalYear) -> FiscalYear {
    EnteredYears::of(strategy).evaluation_year(strategy.about().period, today)
}

/// The years a plan can be judged in: see [`EnteredYears::evaluation_years`].
pub fn evaluation_years(strategy: &Strategy, today: FiscalYear) -> Vec<FiscalYear> {
    EnteredYears::of(strategy).evaluation_years(strategy.about().period, today)
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
