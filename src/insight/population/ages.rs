//! Persons by age and sex of one year, and the groups that are told.

use rust_decimal::{Decimal, RoundingStrategy};

use strategy::{FiscalYear, Projection, ProjectionYear, arithmetic};

/// Ages, in years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    /// The first.
    pub first: u32,
    /// The last; `None`: it is open.
    pub last: Option<u32>,
}

/// A group of ages that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgeGroup {
    /// 総人口.
    All,
    /// 年少人口, 0–14.
    Children,
    /// 生産年齢人口, 15–64.
    Working,
    /// 65歳以上.
    Elderly,
    /// 75歳以上.
    Oldest,
    /// 小学生: 6–11, estimated from the bands, see [`PUPIL_SHARES`].
    Pupils,
}

/// The bands that 小学生 (6 to 11) are estimated from, each by its first age, with the share of its five ages that counts: four
/// of 5–9 and two of 10–14, as if every age of a band were as many.
pub const PUPIL_SHARES: [(u32, u32); 2] = [(5, 4), (10, 2)];

impl AgeGroup {
    /// All of them.
    pub const ALL: [AgeGroup; 6] = [
        AgeGroup::All,
        AgeGroup::Children,
        AgeGroup::Working,
        AgeGroup::Elderly,
        AgeGroup::Oldest,
        AgeGroup::Pupils,
    ];

    /// Its ages; `None`: they are not whole bands.
    pub fn ages(self) -> Option<Ages> {
        let (first, last) = match self {
            AgeGroup::All => (0, None),
            AgeGroup::Children => (0, Some(14)),
            AgeGroup::Working => (15, Some(64)),
            AgeGroup::Elderly => (65, None),
            AgeGroup::Oldest => (75, None),
            AgeGroup::Pupils => return None,
        };
        Some(Ages { first, last })
    }

    /// The figure that the projection prints; `None`: it prints none.
    fn printed(self, year: &ProjectionYear) -> Option<u32> {
        match self {
            AgeGroup::All => Some(year.total),
            AgeGroup::Children => Some(year.children),
            AgeGroup::Working => Some(year.working),
            AgeGroup::Elderly => Some(year.elderly),
            AgeGroup::Oldest => Some(year.oldest),
            AgeGroup::Pupils => None,
        }
    }
}

/// Persons of a year: of the projection, or of a 試算.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearPopulation {
    /// The year, as of 1 October.
    pub year: FiscalYear,
    /// 男 by band of five years, the last one open.
    pub men: Vec<i64>,
    /// 女, likewise.
    pub women: Vec<i64>,
    /// For each group, how much the printed figure is above the sum of its bands: almost always 0.
    above: [i64; 6],
}

/// The years of a projection as they were published.
pub fn published(projection: &Projection) -> Vec<YearPopulation> {
    projection.years.iter().map(of_year).collect()
}

fn of_year(year: &ProjectionYear) -> YearPopulation {
    let persons = |bands: &[u32]| bands.iter().map(|&persons| i64::from(persons)).collect();
    let mut people = YearPopulation {
        year: year.year,
        men: persons(&year.men),
        women: persons(&year.women),
        above: [0; 6],
    };
    for (at, group) in AgeGroup::ALL.into_iter().enumerate() {
        if let Some(printed) = group.printed(year) {
            people.above[at] = i64::from(printed) - people.group(group);
        }
    }
    people
}

impl YearPopulation {
    /// The same year with other persons by age and sex.
    pub(super) fn with(&self, men: Vec<i64>, women: Vec<i64>) -> Self {
        Self {
            year: self.year,
            men,
            women,
            above: self.above,
        }
    }

    /// Persons of both sexes in a band.
    pub fn band(&self, at: usize) -> i64 {
        let of = |people: &[i64]| people.get(at).copied().unwrap_or_default();
        of(&self.men).saturating_add(of(&self.women))
    }

    /// Persons of a group. Of the projection it is the printed figure; of a 試算 that figure and what its bands differ by.
    /// 小学生 are rounded to a person.
    pub fn group(&self, group: AgeGroup) -> i64 {
        let above = AgeGroup::ALL.iter().position(|one| *one == group);
        let above = above.map_or(0, |at| self.above[at]);
        let sum = match group.ages() {
            Some(ages) => self.sum(ages),
            None => self.pupils(),
        };
        sum.saturating_add(above)
    }

    /// The sum of the bands within some ages.
    fn sum(&self, ages: Ages) -> i64 {
        let last = self.men.len().max(self.women.len());
        let within = |at: &usize| {
            let first = *at as u32 * 5;
            let is_open = *at + 1 == last;
            first >= ages.first && ages.last.is_none_or(|end| !is_open && first + 4 <= end)
        };
        let bands = (0..last).filter(within).map(|at| self.band(at));
        bands.fold(0, i64::saturating_add)
    }

    fn pupils(&self) -> i64 {
        let fifths = PUPIL_SHARES.iter().map(|(first, fifths)| {
            let band = self.band(*first as usize / 5);
            band.saturating_mul(i64::from(*fifths))
        });
        let fifths = fifths.fold(0, i64::saturating_add);
        // To the nearest whole: half of five is never met.
        (fifths.saturating_add(2)).div_euclid(5)
    }
}

/// Percent of a whole, with one decimal; `None` where the whole is nobody.
pub fn share_of(part: i64, whole: i64) -> Option<Decimal> {
    let share = arithmetic::quotient(Decimal::from(part), Decimal::from(whole))?;
    let share = arithmetic::product(share, Decimal::ONE_HUNDRED)?;
    Some(share.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero))
}
