//! 試算: the cohorts of the projection under other assumptions.
//!
//! With P for the projection, D for how much the 試算 differs from it and r for the share of a decrease that stays away
//! (減少を抑える割合), of each sex:
//!
//! - a cohort: P(x+5, t+5) + D(x+5, t+5) = (c + r·(1 − c))·(P + D), where c = P(x+5, t+5) ÷ P(x, t) and r counts where
//!   c < 1. Therefore D(x+5, t+5) = r·(P(x, t) − P(x+5, t+5)) + c'·D(x, t). Ages of 90 and over are one cohort with those of
//!   85 to 89 before them.
//! - children of 0 to 4: k = P(0–4) ÷ women of 15–49, of the same year; with b for 子どもの数の増減,
//!   D(0–4) = b·P(0–4) + (1 + b)·k·D(women of 15–49).
//! - 子育て世帯 that move in are added at the end of the five years with their ages of then; they have no other children
//!   within these five years, and belong to their cohorts from then on.
//!
//! D is 0 where nothing is assumed: a 試算 without assumptions is the projection, whatever its figures. Persons are
//! rounded once, when a year is told; the next five years go on from what is not rounded.

use rust_decimal::{Decimal, RoundingStrategy};

use super::ages::{YearPopulation, published};
use strategy::{Projection, Scenario, arithmetic};

/// The groups of ages, at the beginning of the five years, whose decrease a 試算 can change: first and last age. Above 64,
/// people leave a cohort chiefly by death.
pub const AGE_GROUPS: [(u32, u32); 4] = [(0, 14), (15, 24), (25, 39), (40, 64)];

/// First ages of the bands of 15 to 49.
const MOTHERS: std::ops::Range<usize> = 3..10;
/// The band of 90 and over, once it is joined.
const OPEN: usize = 18;

/// A 試算 cannot be computed: a figure has too many digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfRange;

/// Persons of each year of the projection under a 試算.
///
/// # Errors
/// If a figure has too many digits.
pub fn outlook(
    projection: &Projection,
    scenario: &Scenario,
) -> Result<Vec<YearPopulation>, OutOfRange> {
    let base = published(projection);
    let mut differs = [AgeBands::default(), AgeBands::default()];
    let mut all = Vec::with_capacity(base.len());
    for (at, year) in base.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).map(|at| &base[at])
            && before.year >= scenario.from
        {
            differs = step(before, year, &differs, scenario).ok_or(OutOfRange)?;
        }
        let [men, women] = &differs;
        all.push(year.with(
            rounded(&year.men, men).ok_or(OutOfRange)?,
            rounded(&year.women, women).ok_or(OutOfRange)?,
        ));
    }
    Ok(all)
}

/// Persons that a 試算 has more than the projection, by band; 90 and over are one.
#[derive(Debug, Clone, Default)]
struct AgeBands([Decimal; OPEN + 1]);

/// Share of the decrease of a band that stays away: at most 1, negative if more leave.
fn kept(scenario: &Scenario, band: usize) -> Option<Decimal> {
    let age = band as u32 * 5;
    let group = AGE_GROUPS
        .iter()
        .find(|(first, last)| (*first..=*last).contains(&age));
    let share = group.and_then(|(first, _)| {
        let mut shares = scenario.kept.iter();
        shares.find(|share| share.age == *first)
    });
    let percent = share.map_or(0, |share| share.percent.min(100));
    percents(percent)
}

fn percents(percent: i64) -> Option<Decimal> {
    arithmetic::quotient(Decimal::from(percent), Decimal::ONE_HUNDRED)
}

/// The bands with 90 and over joined.
fn joined(people: &[i64]) -> [i64; OPEN + 1] {
    let mut bands = [0_i64; OPEN + 1];
    for (at, persons) in people.iter().enumerate() {
        let band = &mut bands[at.min(OPEN)];
        *band = band.saturating_add(*persons);
    }
    bands
}

/// Five years on.
fn step(
    before: &YearPopulation,
    year: &YearPopulation,
    differs: &[AgeBands; 2],
    scenario: &Scenario,
) -> Option<[AgeBands; 2]> {
    let mut next = [AgeBands::default(), AgeBands::default()];
    let sexes = [(&before.men, &year.men), (&before.women, &year.women)];
    for (sex, (then, now)) in sexes.into_iter().enumerate() {
        next[sex] = cohorts(&joined(then), &joined(now), &differs[sex], scenario)?;
    }
    children(year, &mut next, scenario)?;
    families(&mut next, scenario)?;
    Some(next)
}

fn cohorts(
    then: &[i64; OPEN + 1],
    now: &[i64; OPEN + 1],
    differs: &AgeBands,
    scenario: &Scenario,
) -> Option<AgeBands> {
    let mut next = AgeBands::default();
    for band in 0..OPEN - 1 {
        next.0[band + 1] = cohort(
            then[band],
            now[band + 1],
            differs.0[band],
            kept(scenario, band)?,
        )?;
    }
    let before = then[OPEN - 1].saturating_add(then[OPEN]);
    let more = arithmetic::sum(differs.0[OPEN - 1], differs.0[OPEN])?;
    next.0[OPEN] = cohort(before, now[OPEN], more, Decimal::ZERO)?;
    Some(next)
}

/// Difference of a cohort five years later, from its persons in the projection then and now.
fn cohort(then: i64, now: i64, differs: Decimal, kept: Decimal) -> Option<Decimal> {
    let loss = Decimal::from(then.saturating_sub(now).max(0));
    let stayed = arithmetic::product(kept, loss)?;
    let (then, now) = (Decimal::from(then), Decimal::from(now));
    if differs.is_zero() {
        return Some(stayed.max(-now));
    }
    // A cohort of nobody has no ratio: those who came to it stay.
    let ratio = match then.is_zero() {
        true => Decimal::ONE,
        false => arithmetic::quotient(arithmetic::sum(now, stayed)?, then)?,
    };
    let more = arithmetic::sum(stayed, arithmetic::product(ratio, differs)?)?;
    // A cohort that loses more than it has is empty.
    Some(more.max(-now))
}

/// Children of 0 to 4, of the women that are there.
fn children(year: &YearPopulation, next: &mut [AgeBands; 2], scenario: &Scenario) -> Option<()> {
    let births = percents(scenario.births.max(-100))?;
    let women = year.women.get(MOTHERS).unwrap_or_default();
    let women = women.iter().copied().fold(0, i64::saturating_add);
    let mut more = Decimal::ZERO;
    for band in MOTHERS {
        more = arithmetic::sum(more, next[1].0[band])?;
    }
    for (sex, people) in [&year.men, &year.women].into_iter().enumerate() {
        let children = Decimal::from(people.first().copied().unwrap_or_default());
        let mut all = arithmetic::product(births, children)?;
        if !more.is_zero() && women > 0 {
            let each = arithmetic::quotient(children, Decimal::from(women))?;
            let changed = arithmetic::product(arithmetic::sum(Decimal::ONE, births)?, each)?;
            all = arithmetic::sum(all, arithmetic::product(changed, more)?)?;
        }
        next[sex].0[0] = all;
    }
    Some(())
}

/// 子育て世帯 that moved in within the five years.
fn families(next: &mut [AgeBands; 2], scenario: &Scenario) -> Option<()> {
    let families = Decimal::from(u64::from(scenario.households) * 5);
    let parents = (scenario.parents as usize / 5).min(OPEN);
    // Of ten families, half of the children each sex.
    let children = |of_ten: u32| -> Option<Decimal> {
        let each = arithmetic::quotient(Decimal::from(of_ten), Decimal::from(20))?;
        arithmetic::product(families, each)
    };
    let come = [
        (0, children(scenario.infants)?),
        (1, children(scenario.pupils)?),
        (parents, families),
    ];
    for bands in next {
        for (band, persons) in come {
            bands.0[band] = arithmetic::sum(bands.0[band], persons)?;
        }
    }
    Some(())
}

/// Persons of each band: those of the projection, and the rounded difference. Of 90 and over it is told at 90 to 94: within
/// thirty years, nobody who is younger than 65 at the beginning becomes older.
fn rounded(people: &[i64], differs: &AgeBands) -> Option<Vec<i64>> {
    let mut all = people.to_vec();
    for (band, differs) in differs.0.iter().enumerate() {
        let whole = differs.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        let whole = i64::try_from(whole).ok()?;
        if let Some(persons) = all.get_mut(band).filter(|_| whole != 0) {
            *persons = persons.checked_add(whole)?;
        }
    }
    Some(all)
}
