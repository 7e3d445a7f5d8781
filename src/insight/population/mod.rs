//! 人口の見通し: the published projection (成り行き), and 試算 on top of it.
//!
//! A 試算 is computed by cohort change ratios (Hamilton and Perry 1962, "A short method for projecting population by age
//! from one decennial census to another"): P(x+5, t+5) = c(x, t) · P(x, t), and children by the ratio of children of 0 to 4
//! to women of 15 to 49. Both ratios are those of the projection itself, so that nothing else is assumed.

mod ages;
mod aim;
mod assumption;
mod register;
mod report;
mod scenario;

pub use ages::{AgeGroup, Ages, PUPIL_SHARES, YearPopulation, published, share_of};
pub use aim::{at_year, halved_in, total_indicators};
pub use assumption::Assumption;
pub use register::{AREA_GROUPS, AreaPopulation, areas, whole_by_age};
pub use report::{KnownTotals, OutlookReport, PersonTotals};
pub use scenario::{AGE_GROUPS, OutOfRange, outlook};
