//! 動き: how far a series has come from the year before.

use rust_decimal::Decimal;

use super::decimal::same;
use super::overview::SeriesSummary;
use super::progress::{Moved, Way};
use strategy::arithmetic::difference;
use strategy::*;

/// From one figure to a later one, in the unit of the series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The year it begins in.
    pub since: FiscalYear,
    /// Its value then.
    pub from: Decimal,
    /// The year it ends in.
    pub year: FiscalYear,
    /// Its value now.
    pub to: Decimal,
    /// The increase; below zero for a decrease.
    pub by: Decimal,
}

impl SeriesSummary {
    /// From the actual figure before to that of a year, and whether that is as wished (I64). None where it is to be kept,
    /// where the way is not known, and of a running total, which cannot fall (I76).
    pub fn in_the_year(&self, counting: Counting, year: FiscalYear) -> Option<(Move, Moved)> {
        if matches!(counting, Counting::Cumulative { .. }) {
            return None;
        }
        let (latest, to) = self.latest_value()?;
        let mut earlier = self.trace.actuals.iter().rev();
        let (since, from) = earlier.find_map(|(own, value)| {
            let value = (*value)?;
            (*own < year).then_some((*own, value))
        })?;
        if latest != year || self.is_cut(since, year) {
            return None;
        }
        let by = difference(to, from)?;
        let moved = match self.rated.status.way? {
            Way::Keep => return None,
            _ if same(to, from, self.rated.status.tolerance) => Moved::Same,
            Way::Up if to > from => Moved::Wished,
            Way::Down if to < from => Moved::Wished,
            _ => Moved::Against,
        };
        let told = Move {
            since,
            from,
            year,
            to,
            by,
        };
        Some((told, moved))
    }

    fn latest_value(&self) -> Option<(FiscalYear, Decimal)> {
        let (year, _) = self.latest.as_ref()?;
        let mut own = self.trace.actuals.iter().filter(|(own, _)| own == year);
        Some((*year, own.next()?.1?))
    }

    /// True if the definition changed after `since` and no later than `year`.
    fn is_cut(&self, since: FiscalYear, year: FiscalYear) -> bool {
        let mut breaks = self.trace.breaks.iter();
        breaks.any(|cut| since < *cut && *cut <= year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::overview::glance;

    fn row(name: &str, year: i32) -> SeriesSummary {
        let bytes = include_bytes!("../../public/samples/mihon.json");
        let s = format::json::read(bytes).expect("the sample is readable");
        let one = s.indicators.iter().find(|one| one.name.contains(name));
        let id = one.expect("it is there").id;
        glance(&s, id, FiscalYear(year)).expect("it is rated").rows[0].clone()
    }

    #[test]
    fn i64_a_year_is_compared_with_the_figure_before_by_the_way_wished() {
        let mut births = row("出生", 2024);
        let year = births.latest.as_ref().expect("there is one").0;
        let (told, moved) = births
            .in_the_year(Counting::Year, year)
            .expect("two years are known");
        let wished = if told.by > Decimal::ZERO {
            Moved::Wished
        } else {
            Moved::Against
        };
        assert_eq!(moved, wished);
        let total = Counting::Cumulative { from: None };
        assert_eq!(births.in_the_year(total, year), None, "i76");
        births.rated.status.tolerance = Some(Decimal::from(1000));
        assert_eq!(
            births
                .in_the_year(Counting::Year, year)
                .map(|(_, moved)| moved),
            Some(Moved::Same)
        );
        births.rated.status.way = Some(Way::Keep);
        assert_eq!(births.in_the_year(Counting::Year, year), None);
        assert_eq!(
            births.in_the_year(Counting::Year, FiscalYear(year.0 - 1)),
            None
        );
    }
}
