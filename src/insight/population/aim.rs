//! Between the published years, and from a 試算 to the target of 総人口.

use super::ages::{AgeGroup, YearPopulation};
use strategy::{FiscalYear, Id, Indicator, Strategy, half_width, sort};

/// Persons of a group in a year: published, or on the straight line between the years before and after, rounded to a
/// person. `None` outside of them.
pub fn at_year(years: &[YearPopulation], group: AgeGroup, year: FiscalYear) -> Option<i64> {
    if let Some(own) = years.iter().find(|one| one.year == year) {
        return Some(own.group(group));
    }
    let after = years.iter().position(|one| one.year > year)?;
    let (before, after) = (years.get(after.checked_sub(1)?)?, &years[after]);
    let (from, to) = (
        i128::from(before.group(group)),
        i128::from(after.group(group)),
    );
    let span = i128::from(after.year.0) - i128::from(before.year.0);
    let gone = i128::from(year.0) - i128::from(before.year.0);
    let twice = 2 * (to - from) * gone;
    let step = (twice.abs() + span) / (2 * span);
    i64::try_from(from + step * twice.signum()).ok()
}

/// The first year in which 総人口 is at most half of that of the first year.
pub fn halved_in(years: &[YearPopulation]) -> Option<FiscalYear> {
    let (first, last) = (years.first()?, years.last()?);
    let half = first.group(AgeGroup::All);
    let mut between = (first.year.0..=last.year.0).map(FiscalYear);
    between.find(|year| {
        at_year(years, AgeGroup::All, *year)
            .is_some_and(|now| half > 0 && now.saturating_mul(2) <= half)
    })
}

/// The indicators whose target 総人口 can be: those that are called so first, then others that count 人口 in 人.
pub fn total_indicators(strategy: &Strategy) -> Vec<Id<Indicator>> {
    let rank = |indicator: &Indicator| {
        let name = half_width(&indicator.name).replace(' ', "");
        match name.as_str() {
            "総人口" => Some(0),
            name if name.contains("総人口") => Some(1),
            "人口" => Some(2),
            name if name.contains("人口") && indicator.unit.trim() == "人" => Some(3),
            _ => None,
        }
    };
    let listed = strategy.indicators.sorted().into_iter();
    let mut found: Vec<_> = listed
        .filter_map(|one| Some((rank(one)?, one.id)))
        .collect();
    sort::by_key(&mut found, |(rank, _)| *rank);
    found.into_iter().map(|(_, id)| id).collect()
}
