//! The head of a town's digest: the part that is shown first, without the rest.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::TownPopulation;
use super::digest::{Digest, Ratings};
use strategy::{FiscalYear, Period, Stage};

/// A row of the table of the towns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// 市町村; empty where the plan does not say it.
    pub town: String,
    /// 全国地方公共団体コード.
    pub code: String,
    /// 計画の名称.
    pub title: String,
    /// 計画期間.
    pub period: Period,
    /// The year its indicators are rated in.
    pub year: FiscalYear,
    /// Ratings of its indicators.
    pub ratings: Ratings,
    /// 段階.
    pub stage: Stage,
    /// Population of the town; `None`: no indicator tells it.
    pub population: Option<TownPopulation>,
    /// True if the plan is tied to a framework.
    pub has_frameworks: bool,
    /// True if it has budgets.
    pub has_budgets: bool,
    /// Hash of the digest, to recognise a change.
    fingerprint: u64,
}

impl Head {
    /// That of a digest, and the digest as it travels.
    pub fn of(digest: &Digest) -> (Self, String) {
        // Writing into memory fails only for maps whose keys are no strings: a digest has none.
        let written = serde_json::to_string(digest).unwrap_or_default();
        let mut hasher = DefaultHasher::new();
        written.hash(&mut hasher);
        let head = Self {
            town: digest.town.clone(),
            code: digest.code.clone(),
            title: digest.title.clone(),
            period: digest.period,
            year: digest.year,
            ratings: digest.ratings.clone(),
            stage: digest.stage,
            population: digest.population.clone(),
            has_frameworks: !digest.frameworks.is_empty(),
            has_budgets: !digest.budgets.is_empty(),
            fingerprint: hasher.finish(),
        };
        (head, written)
    }
}
