//! 動き: how far a series has come from where it began, and from the year before.

use rust_decimal::Decimal;

use super::decimal::same;
use super::overview::SeriesSummary;
use super::progress::{Moved, Way};
use strategy::arithmetic::difference;
use strategy::*;

/// From one figure to a later one, in the unit of the series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The year it begins in; `None`: 当初値 without a year.
    pub since: Option<FiscalYear>,
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
    /// From 当初値 to the latest actual figure (I63).
    pub fn since_the_start(&self) -> Option<Move> {
        let (drawn, start) = self.trace.baseline?;
        let (year, to) = self.latest_value()?;
        let is_comparable = !start.counted_from_zero && !self.is_cut(drawn, year);
        let by = difference(to, start.value)?;
        is_comparable.then_some(Move {
            since: start.year,
            from: start.value,
            year,
            to,
            by,
        })
    }

    /// From the actual figure before to that of a year, and whether that is as wished (I64). None where it is to be kept, or
    /// where the way is not known.
    pub fn in_the_year(&self, year: FiscalYear) -> Option<(Move, Moved)> {
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
            since: Some(since),
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
    fn i63_a_move_begins_at_the_baseline_and_ends_at_the_latest_figure() {
        let births = row("出生", 2024);
        let moved = births.since_the_start().expect("both ends are known");
        assert_eq!(Some(moved.by), difference(moved.to, moved.from));
        let mut cut = births.clone();
        cut.trace.breaks = vec![moved.year];
        assert_eq!(cut.since_the_start(), None);
        let mut later = births;
        later.latest = None;
        assert_eq!(later.since_the_start(), None);
    }

    #[test]
    fn i64_a_year_is_compared_with_the_figure_before_by_the_way_wished() {
        let mut births = row("出生", 2024);
        let year = births.latest.as_ref().expect("there is one").0;
        let (told, moved) = births.in_the_year(year).expect("two years are known");
        let wished = if told.by > Decimal::ZERO {
            Moved::Wished
        } else {
            Moved::Against
        };
        assert_eq!(moved, wished);
        births.rated.status.tolerance = Some(Decimal::from(1000));
        assert_eq!(
            births.in_the_year(year).map(|(_, moved)| moved),
            Some(Moved::Same)
        );
        births.rated.status.way = Some(Way::Keep);
        assert_eq!(births.in_the_year(year), None);
        assert_eq!(births.in_the_year(FiscalYear(year.0 - 1)), None);
    }
}
