//! The tables of a region, made together: what one of them needs of another is made once.

use std::rc::Rc;
use std::sync::Arc;

use super::alike::alike_in_steps;
use super::tables::{frameworks_in_steps, shared_measures_in_steps, supports_in_steps};
use super::{
    Alike, AlikeDoubt, AlikeKey, BudgetRow, Digest, FrameworkRows, Holes, SharedMeasure,
    SupportRow, actual_years, budgets,
};
use strategy::{FiscalYear, Pace};

/// The tables of some plans. A plan is given by its place among them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// The plans.
    pub digests: Vec<Arc<Digest>>,
    /// Indicators of more than one town.
    pub shared: Vec<Alike>,
    /// Indicators that may count the same.
    pub doubts: Vec<AlikeDoubt>,
    /// Years with actuals, and the number of towns that have some.
    pub years: Vec<(FiscalYear, usize)>,
    /// Frameworks.
    pub frameworks: Vec<FrameworkRows>,
    /// Planned money by year.
    pub budgets: Vec<BudgetRow>,
    /// Support.
    pub supports: Vec<SupportRow>,
    /// Measures that several towns share.
    pub measures: Vec<SharedMeasure>,
    /// Holes.
    pub holes: Holes,
}

impl Comparison {
    /// Compares plans in steps (R29): a step is a plan or a row, far shorter than a task of the page may be. `year` is the
    /// fiscal year that has ended last.
    pub async fn in_steps(
        digests: Vec<Arc<Digest>>,
        joined: Vec<(AlikeKey, AlikeKey)>,
        year: FiscalYear,
        pace: Rc<Pace>,
    ) -> Self {
        let supports = supports_in_steps(&digests, &pace).await;
        let frameworks = frameworks_in_steps(&digests, &pace).await;
        let holes = Holes::of(&digests, &supports, &frameworks, year);
        pace.step().await;
        let (mut shared, doubts) = alike_in_steps(&digests, &joined, &pace).await;
        shared.retain(|group| group.towns > 1);
        pace.step().await;
        let measures = shared_measures_in_steps(&digests, &pace).await;
        let years = actual_years(&digests);
        pace.step().await;
        Self {
            shared,
            doubts,
            years,
            frameworks,
            budgets: budgets(&digests),
            supports,
            measures,
            holes,
            digests,
        }
    }
}
