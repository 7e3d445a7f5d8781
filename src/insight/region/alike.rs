//! Indicators of several towns that count the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Digest, Towns, folded};
use crate::unit;
use strategy::{FiscalYear, Pace, at_once, sort};

/// Key by which two indicators are recognised as alike: name and unit, each in the form in which it is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AlikeKey {
    /// The name.
    pub name: String,
    /// The unit.
    pub unit: String,
}

impl AlikeKey {
    pub(super) fn of(name: &str, unit: &str) -> Self {
        Self {
            name: folded(name),
            unit: folded(&unit::plain(unit)),
        }
    }

    /// The name without what stands in brackets.
    fn bare(&self) -> String {
        let mut depth = 0usize;
        let mut bare = String::new();
        for c in self.name.chars() {
            match c {
                '(' | '（' | '[' | '【' | '〔' => depth += 1,
                ')' | '）' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
                _ if depth == 0 => bare.push(c),
                _ => {}
            }
        }
        bare
    }
}

/// Indicators that are alike, one or several of a town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// By what.
    pub key: AlikeKey,
    /// The name as the first town prints it.
    pub name: String,
    /// The unit as the first town prints it.
    pub unit: String,
    /// Plan and indicator, by their places among the digests and in the digest.
    pub members: Vec<(usize, usize)>,
    /// Number of towns that have one.
    pub towns: usize,
}

/// Two groups that may count the same, for a person to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlikeDoubt {
    /// The one with more towns.
    pub one: AlikeKey,
    /// The other.
    pub other: AlikeKey,
}

/// Returns the years of which any plan has an actual, the latest first, with the number of towns that have one.
pub fn actual_years(digests: &[Arc<Digest>]) -> Vec<(FiscalYear, usize)> {
    let mut plans: BTreeMap<FiscalYear, Vec<usize>> = BTreeMap::new();
    for (plan, digest) in digests.iter().enumerate() {
        for year in digest.indicators.iter().flat_map(|one| one.actuals.keys()) {
            let with_it = plans.entry(*year).or_default();
            if with_it.last() != Some(&plan) {
                with_it.push(plan);
            }
        }
    }
    let towns = Towns::of(digests);
    let counted = plans.into_iter().rev();
    counted
        .map(|(year, plans)| (year, towns.among(plans)))
        .collect()
}

/// Groups the indicators of all towns by name and unit (R1), those a person joined by `joined` (R2): the second of each pair
/// goes with the first. Those of most towns come first. With them what may be alike, and is for a person to say.
pub fn alike(
    digests: &[Arc<Digest>],
    joined: &[(AlikeKey, AlikeKey)],
) -> (Vec<Alike>, Vec<AlikeDoubt>) {
    at_once(async |pace| alike_in_steps(digests, joined, &pace).await)
}

/// Does the same in steps (R29).
pub(super) async fn alike_in_steps(
    digests: &[Arc<Digest>],
    joined: &[(AlikeKey, AlikeKey)],
    pace: &Pace,
) -> (Vec<Alike>, Vec<AlikeDoubt>) {
    let joined: BTreeMap<&AlikeKey, &AlikeKey> =
        sort::map(joined.iter().map(|(one, other)| (other, one)));
    let mut groups: BTreeMap<AlikeKey, Alike> = BTreeMap::new();
    for (town, digest) in digests.iter().enumerate() {
        for (at, indicator) in digest.indicators.iter().enumerate() {
            let own = AlikeKey::of(&indicator.name, &indicator.unit);
            if own.name.is_empty() {
                continue;
            }
            let key = joined.get(&own).map_or(own, |one| (*one).clone());
            let group = groups.entry(key.clone()).or_insert_with(|| Alike {
                key,
                name: indicator.name.clone(),
                unit: indicator.unit.clone(),
                members: Vec::new(),
                towns: 0,
            });
            group.members.push((town, at));
        }
        pace.step().await;
    }
    let towns = Towns::of(digests);
    pace.step().await;
    let mut groups: Vec<Alike> = groups.into_values().collect();
    for group in &mut groups {
        group.towns = towns.among(group.members.iter().map(|(plan, _)| *plan));
        pace.step().await;
    }
    // They are in the order of their keys.
    sort::by_key(&mut groups, |group| usize::MAX - group.towns);
    pace.step().await;
    let doubts = doubts(&groups, &towns, pace).await;
    (groups, doubts)
}

/// Groups of different towns with one name but for brackets, and units of one sort.
async fn doubts(groups: &[Alike], all: &Towns, pace: &Pace) -> Vec<AlikeDoubt> {
    let mut by_name: BTreeMap<String, Vec<&Alike>> = BTreeMap::new();
    for group in groups {
        by_name.entry(group.key.bare()).or_default().push(group);
        pace.step().await;
    }
    let mut doubts = Vec::new();
    for named in by_name.values() {
        let Some((first, rest)) = named.split_first() else {
            continue;
        };
        let towns =
            |group: &Alike| sort::set(group.members.iter().map(|(plan, _)| all.town_of(*plan)));
        let of_first = towns(first);
        for other in rest {
            let is_elsewhere = towns(other).iter().any(|town| !of_first.contains(town));
            if is_elsewhere && unit::comparable(&first.unit, &other.unit) {
                doubts.push(AlikeDoubt {
                    one: first.key.clone(),
                    other: other.key.clone(),
                });
            }
            pace.step().await;
        }
    }
    doubts
}
