//! Towns of plans: two plans of a town are one 自治体.

use std::sync::Arc;

use super::{Digest, Head, folded};
use strategy::{half_width, sort};

/// The towns behind the plans of a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Towns {
    /// Of each plan the place of the first plan of its town.
    first: Vec<usize>,
}

/// Key by which the town of a plan is recognised.
pub(super) struct TownKey {
    /// The first five digits of 全国地方公共団体コード: the sixth only checks them.
    pub(super) code: String,
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
        let digits = half_width(code.trim());
        Self {
            code: digits.chars().take(5).collect(),
            name: folded(name),
        }
    }

    /// One name where the codes do not say otherwise; of one code, 北海道北斗市 is 北斗市.
    pub(super) fn is(&self, other: &Self) -> bool {
        if self.name.is_empty() || other.name.is_empty() {
            return false;
        }
        let codes_agree = self.code == other.code;
        let unsaid = self.code.is_empty() || other.code.is_empty();
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

    fn of_keys(keys: &[TownKey]) -> Self {
        let mut first: Vec<usize> = Vec::with_capacity(keys.len());
        for (at, key) in keys.iter().enumerate() {
            let same = keys[..at].iter().position(|other| other.is(key));
            first.push(same.map_or(at, |same| first[same]));
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
