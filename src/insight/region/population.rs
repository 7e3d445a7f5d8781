//! Population of a town, out of the indicators of its plan.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::folded;
use crate::unit;
use strategy::{Figure, FiscalYear};

/// Population, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TownPopulation {
    /// People.
    pub people: u64,
    /// The year of the figure.
    pub year: FiscalYear,
    /// Name of the indicator.
    pub indicator: String,
}

/// Names of an indicator that counts everybody.
const NAMES: [&str; 4] = ["総人口", "人口", "人口総数", "住民基本台帳人口"];

/// Returns the number of people; `None`: the unit counts something else.
fn counted(value: Decimal, own: &str) -> Option<Decimal> {
    let counts_people = !own.trim().is_empty() && unit::counts_same(own, "人");
    counts_people.then(|| unit::told_in(value, own, "人"))?
}

impl TownPopulation {
    /// Returns the latest actual of the indicator that counts everybody in people, 千人 or 万人 (R11); `None`: there is none.
    /// An indicator is given as name, unit and latest actual.
    pub fn of<'a>(
        indicators: impl Iterator<Item = (&'a str, &'a str, &'a (FiscalYear, Figure))>,
    ) -> Option<Self> {
        let names = NAMES.map(folded);
        let mut counting = indicators.filter(|(name, ..)| {
            let bare = name.split(['（', '(']).next().unwrap_or_default();
            names.contains(&folded(bare))
        });
        counting.find_map(|(name, unit, (year, figure))| {
            let people = counted(figure.value()?, unit)?;
            Some(Self {
                people: u64::try_from(people.trunc()).ok().filter(|one| *one > 0)?,
                year: *year,
                indicator: name.to_owned(),
            })
        })
    }

    /// Returns an amount for each 1,000 people, rounded to a whole number.
    pub fn per_thousand(&self, amount: i64) -> i64 {
        let people = i128::from(self.people.max(1));
        let scaled = i128::from(amount) * 1000;
        let half = people / 2 * scaled.signum();
        i64::try_from((scaled + half) / people).unwrap_or(i64::MAX)
    }
}
