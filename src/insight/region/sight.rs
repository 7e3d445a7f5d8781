//! Plans of a region that are in sight, and the one plan of a town that counts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Head, TownGroup, Towns, folded};
use strategy::{FiscalYear, half_width, sort};

/// Filter over the plans of a region.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegionFilter {
    /// Words; each has to stand in the town's name, its code, or the title of the plan.
    pub words: String,
    /// The first two digits of 全国地方公共団体コード; empty: every prefecture.
    pub prefecture: String,
    /// Area; a plan of no municipality of it is out of sight.
    pub group: Option<TownGroup>,
    /// Population; a plan that does not say it fits only `None`.
    pub size: Option<TownSize>,
}

/// Population of a town.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TownSize {
    /// Less than 5,000 people.
    UnderFiveThousand,
    /// Less than 10,000.
    UnderTenThousand,
    /// Less than 50,000.
    UnderFiftyThousand,
    /// 50,000 and more.
    Larger,
}

impl TownSize {
    /// All, the smallest first.
    pub const ALL: [Self; 4] = [
        Self::UnderFiveThousand,
        Self::UnderTenThousand,
        Self::UnderFiftyThousand,
        Self::Larger,
    ];

    /// Returns that of a number of people.
    pub fn of(people: u64) -> Self {
        match people {
            0..5_000 => Self::UnderFiveThousand,
            5_000..10_000 => Self::UnderTenThousand,
            10_000..50_000 => Self::UnderFiftyThousand,
            _ => Self::Larger,
        }
    }
}

/// Returns the first two digits of a code: the prefecture.
pub fn prefecture(head: &Head) -> String {
    let digits = half_width(head.code.trim());
    digits.chars().take(2).collect()
}

impl RegionFilter {
    /// True if nothing is filtered out.
    pub fn is_off(&self) -> bool {
        self.words.trim().is_empty()
            && self.prefecture.is_empty()
            && self.size.is_none()
            && self.group.is_none()
    }

    /// True if a plan of the municipality of a code fits; an empty code: the municipality is not known.
    pub fn fits(&self, head: &Head, code: &str) -> bool {
        let in_group = self.group.as_ref().is_none_or(|group| group.has(code));
        let in_prefecture = self.prefecture.is_empty() || prefecture(head) == self.prefecture;
        let of_size = self.size.is_none_or(|size| {
            let people = head.population.as_ref().map(|one| one.people);
            people.map(TownSize::of) == Some(size)
        });
        let text = folded(&[&*head.town, &*head.code, &*head.title].join("\n"));
        let mut words = self.words.split_whitespace();
        in_group && in_prefecture && of_size && words.all(|word| text.contains(&folded(word)))
    }
}

/// Use of a plan in the sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanUse {
    /// The only plan of its town.
    Only,
    /// The plan of several that counts.
    Used,
    /// Listed, and in no sum.
    Listed,
}

impl PlanUse {
    /// Every use.
    pub const ALL: [Self; 3] = [Self::Only, Self::Used, Self::Listed];
}

/// Returns the use of each plan (R9): of several plans of a town the one that was chosen counts, else the latest that is
/// in force, else the latest.
pub fn uses(heads: &[Arc<Head>], chosen: &BTreeSet<usize>, today: FiscalYear) -> Vec<PlanUse> {
    let towns = Towns::of_heads(heads);
    let mut plans: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for plan in 0..heads.len() {
        plans.entry(towns.town_of(plan)).or_default().push(plan);
    }
    let key = |plan: &usize| {
        let period = heads[*plan].period;
        let in_force = period.first <= today && today <= period.last;
        (chosen.contains(plan), in_force, period.first, *plan)
    };
    let used = plans.values().filter(|plans| plans.len() > 1);
    let used = sort::set(used.filter_map(|plans| plans.iter().copied().max_by_key(key)));
    let of = |plan: usize| match plans.get(&towns.town_of(plan)).map_or(0, Vec::len) {
        0 | 1 => PlanUse::Only,
        _ if used.contains(&plan) => PlanUse::Used,
        _ => PlanUse::Listed,
    };
    (0..heads.len()).map(of).collect()
}
