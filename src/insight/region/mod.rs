//! 広域: the strategies of many towns beside each other.
//!
//! Of each strategy a [`Digest`] is taken, with its [`Head`] apart, which is seen first; and the strategy let go; a table lays the digests side by side. Of what a town's
//! plan does not hold, the cell is empty; what it holds none of is a zero.

mod alike;
mod area_history;
mod area_measure;
mod area_plans;
mod behind;
mod collecting;
mod comparison;
mod digest;
mod groups;
mod head;
mod holes;
mod national_table;
mod population;
mod same_plan;
mod sight;
mod table;
mod tables;
mod town;
mod town_group;

pub use alike::{Alike, AlikeDoubt, AlikeKey, actual_years, alike};
pub use area_history::AreaHistory;
pub use area_measure::{AreaMeasure, MeasureTie};
pub use area_plans::{AreaPlans, TieStanding};
pub use behind::{Behind, Count, Said, behind};
pub use collecting::{
    MissingData, Submission, SubmissionState, missing, shared_indicators, submission_counts,
    submissions,
};
pub use comparison::Comparison;
pub use digest::{
    Digest, FrameworkDigest, IndicatorDigest, ItemDigest, MeasureDigest, Ratings, SupportDigest,
};
pub use groups::{
    FoundTown, GroupSum, NamedTowns, TownIndex, TypedTowns, ambiguous, codes, group_sums, name_key,
    plans_of, read_towns,
};
pub use head::Head;
pub use holes::Holes;
pub use national_table::{ExpectedTown, NationalTable, Prefecture};
pub use population::TownPopulation;
pub use same_plan::PlanKey;
pub use sight::{PlanUse, RegionFilter, TownSize, prefecture, uses};
pub use table::{RegionTable, SortValue, Sorting, TableCell, is_all_zero, order};
pub use tables::{
    BudgetRow, FrameworkRows, ItemRow, SharedMeasure, SupportRow, budgets, by_trouble,
    compared_budget, frameworks, largest_budgets, shared_measures, supports,
};

pub use town::{Towns, towns_of_heads};
pub use town_group::{TownGroup, read_groups, write_groups};

use super::search::fold;

/// A title as it is compared between towns: width, case, kana and spaces do not count.
pub(super) fn folded(title: &str) -> String {
    let mut folded = fold(title);
    folded.retain(|c| !c.is_whitespace());
    folded
}
