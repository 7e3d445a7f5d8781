//! Towns of plans: two plans of a town are one 自治体.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Digest, Head, folded};
use crate::town_code::code_meanings;
use strategy::sort;

/// The towns behind the plans of a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Towns {
    /// Of each plan the place of the first plan of its town.
    first: Vec<usize>,
}

/// Key by which the town of a plan is recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TownKey {
    /// Codes of five digits that its code may mean (R30).
    codes: Vec<String>,
    name: String,
}

impl Head {
    /// The key of its town.
    pub(super) fn key(&self) -> TownKey {
        TownKey::of(&self.code, &self.town)
    }
}

impl TownKey {
    pub(super) fn of(code: &str, name: &str) -> Self {
        let mut codes = code_meanings(code);
        // A code that means none is compared as it is printed.
        let printed = folded(code);
        if codes.is_empty() && !printed.is_empty() {
            codes.push(printed);
        }
        Self {
            codes,
            name: folded(name),
        }
    }

    /// One name where the codes do not say otherwise; of one code, 北海道北斗市 is 北斗市.
    pub(super) fn is(&self, other: &Self) -> bool {
        if self.name.is_empty() || other.name.is_empty() {
            return false;
        }
        let codes_agree = self.codes.iter().any(|code| other.codes.contains(code));
        let unsaid = self.codes.is_empty() || other.codes.is_empty();
        let within = self.name.ends_with(&other.name) || other.name.ends_with(&self.name);
        match self.name == other.name {
            true => codes_agree || unsaid,
            false => codes_agree && !unsaid && within,
        }
    }
}

impl Towns {
    /// Groups the heads of plans by town.
    pub fn of_heads(heads: &[Arc<Head>]) -> Self {
        let keys = heads.iter().map(|one| one.key());
        Self::of_keys(&keys.collect::<Vec<_>>())
    }

    /// Compares each plan only with those of its name and those of its code (R28): the time grows with the number of plans,
    /// not with its square.
    fn of_keys(keys: &[TownKey]) -> Self {
        let mut first: Vec<usize> = Vec::with_capacity(keys.len());
        let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_code: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, key) in keys.iter().enumerate() {
            let of_codes = key.codes.iter().filter_map(|code| by_code.get(&**code));
            let like = by_name
                .get(&*key.name)
                .into_iter()
                .chain(of_codes)
                .flatten();
            let same = like.copied().filter(|of| keys[*of].is(key)).min();
            first.push(same.map_or(at, |same| first[same]));
            by_name.entry(&key.name).or_default().push(at);
            for code in &key.codes {
                by_code.entry(code).or_default().push(at);
            }
        }
        Self { first }
    }

    /// Those of the plans.
    pub fn of(digests: &[Arc<Digest>]) -> Self {
        let keys = digests.iter().map(|one| TownKey::of(&one.code, &one.town));
        Self::of_keys(&keys.collect::<Vec<_>>())
    }

    /// Returns the number of towns.
    pub fn count(&self) -> usize {
        self.among(0..self.first.len())
    }

    /// Returns the number of towns of these plans, each plan given by its place.
    pub fn among(&self, plans: impl IntoIterator<Item = usize>) -> usize {
        let towns = plans.into_iter().filter_map(|plan| self.first.get(plan));
        sort::set(towns.copied()).len()
    }

    /// True if a plan is the only one of its town.
    pub fn is_alone(&self, plan: usize) -> bool {
        let town = self.first.get(plan);
        self.first.iter().filter(|one| Some(*one) == town).count() < 2
    }

    /// The town of a plan, as the place of its first plan.
    pub fn town_of(&self, plan: usize) -> usize {
        self.first.get(plan).copied().unwrap_or(plan)
    }
}

/// Returns the number of towns of these plans.
pub fn towns_of_heads(heads: &[Arc<Head>]) -> usize {
    Towns::of_heads(heads).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The plans of each town, found by comparing every two.
    fn by_pairs(keys: &[TownKey]) -> Vec<usize> {
        let mut first: Vec<usize> = Vec::new();
        for (at, key) in keys.iter().enumerate() {
            let same = keys[..at].iter().position(|other| other.is(key));
            first.push(same.map_or(at, |same| first[same]));
        }
        first
    }

    proptest! {
        #[test]
        fn r28_towns_are_those_of_comparing_every_two_plans(
            plans in prop::collection::vec((0..5usize, 0..6usize), 0..24),
        ) {
            let codes = ["", "01236", "12360", "132063", "34208"];
            let names = ["", "北斗市", "北海道北斗市", "府中市", "東京都 府中市", "斗市"];
            let keys = plans.into_iter().map(|(code, name)| TownKey::of(codes[code], names[name]));
            let keys: Vec<TownKey> = keys.collect();
            prop_assert_eq!(Towns::of_keys(&keys).first, by_pairs(&keys));
        }
    }
}
