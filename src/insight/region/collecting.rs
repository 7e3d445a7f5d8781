//! Collecting of plans: the municipalities that have handed in, and what is missing of a request.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::alike::AlikeKey;
use super::digest::IndicatorDigest;
use super::{Digest, ExpectedTown, PlanUse, folded};
use strategy::{FiscalYear, RequestedIndicator, SubmissionRequest, sort};

/// A municipality of the list, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// The municipality.
    pub town: ExpectedTown,
    /// Its plan that counts (R9), by its place; `None`: it has handed in none.
    pub plan: Option<usize>,
    /// Number of its plans.
    pub plans: usize,
    /// Data of the request that the plan lacks; `None`: its plan has not been read yet, or there is none.
    pub missing: Option<MissingData>,
}

/// State of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SubmissionState {
    /// No plan has come.
    None,
    /// A plan has come, and something that was asked for is missing.
    Partial,
    /// Everything has come.
    Complete,
}

/// Data of a request that a plan does not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MissingData {
    /// Indicators that the plan does not have.
    pub indicators: Vec<RequestedIndicator>,
    /// Indicators without an actual of a requested year, with those years.
    pub actuals: Vec<(RequestedIndicator, Vec<FiscalYear>)>,
    /// Number of requested indicators with every requested actual.
    pub answered: usize,
}

impl MissingData {
    /// True if nothing is missing.
    pub fn is_empty(&self) -> bool {
        self.indicators.is_empty() && self.actuals.is_empty()
    }
}

impl Submission {
    /// Returns its state.
    pub fn state(&self) -> SubmissionState {
        match (self.plan, &self.missing) {
            (None, _) => SubmissionState::None,
            (Some(_), Some(missing)) if !missing.is_empty() => SubmissionState::Partial,
            _ => SubmissionState::Complete,
        }
    }
}

/// Returns what a plan lacks of a request (R16). An indicator is known by its name and unit as in R1; where the request
/// gives no unit, by its name.
pub fn missing(plan: &Digest, request: &SubmissionRequest) -> MissingData {
    let mut missing = MissingData::default();
    for asked in &request.indicators {
        let found: Vec<&IndicatorDigest> = plan
            .indicators
            .iter()
            .filter(|one| is_asked(one, asked))
            .collect();
        if found.is_empty() {
            missing.indicators.push(asked.clone());
            continue;
        }
        let is_missing =
            |year: &&FiscalYear| !found.iter().any(|one| one.actuals.contains_key(year));
        let years: Vec<FiscalYear> = request.years.iter().filter(is_missing).copied().collect();
        match years.is_empty() {
            true => missing.answered += 1,
            false => missing.actuals.push((asked.clone(), years)),
        }
    }
    missing
}

fn is_asked(one: &IndicatorDigest, asked: &RequestedIndicator) -> bool {
    match asked.unit.trim() {
        "" => folded(&one.name) == folded(&asked.name),
        unit => AlikeKey::of(&one.name, &one.unit) == AlikeKey::of(&asked.name, unit),
    }
}

/// Returns what came of each expected municipality (R15), and the plans of none of them, by their places. The municipality
/// of each plan is given by its code, as R18 finds it. A digest that is not read yet is not there.
pub fn submissions(
    expected: &[ExpectedTown],
    codes: &[String],
    digests: &[Arc<Digest>],
    uses: &[PlanUse],
    request: &SubmissionRequest,
) -> (Vec<Submission>, Vec<usize>) {
    let places = expected.iter().enumerate();
    let places: BTreeMap<&str, usize> = sort::map(places.map(|(at, town)| (&*town.code, at)));
    let mut own: Vec<Vec<usize>> = expected.iter().map(|_| Vec::new()).collect();
    let mut others = Vec::new();
    for (plan, code) in codes.iter().enumerate() {
        match places.get(&**code) {
            Some(at) => own[*at].push(plan),
            None => others.push(plan),
        }
    }
    let counts = |plan: &usize| uses.get(*plan) != Some(&PlanUse::Listed);
    let of = |(town, plans): (&ExpectedTown, Vec<usize>)| {
        let plan = plans.iter().copied().find(counts).or(plans.last().copied());
        Submission {
            town: town.clone(),
            plan,
            plans: plans.len(),
            missing: plan.and_then(|plan| Some(missing(digests.get(plan)?, request))),
        }
    };
    (expected.iter().zip(own).map(of).collect(), others)
}

/// Returns the number of municipalities in each state: none, partial, complete.
pub fn submission_counts(all: &[Submission]) -> [usize; 3] {
    use SubmissionState::{Complete, None, Partial};
    [None, Partial, Complete].map(|state| all.iter().filter(|one| one.state() == state).count())
}

/// Returns the indicators that several of these plans have, as a proposal for a request, in the order of their names.
pub fn shared_indicators(digests: &[Arc<Digest>]) -> Vec<RequestedIndicator> {
    let (groups, _) = super::alike(digests, &[]);
    let shared = groups.into_iter().filter(|group| group.towns > 1);
    let shared = shared.map(|group| RequestedIndicator {
        name: group.name,
        unit: group.unit,
    });
    let mut shared: Vec<RequestedIndicator> = shared.collect();
    sort::ascending(&mut shared);
    shared
}
