//! The plans of the municipalities of an area, and how the ties of its measures stand among them (R33).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{AreaMeasure, Digest, MeasureTie, PlanUse, TownGroup, folded};
use strategy::sort;

/// Standing of a tie among the plans at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieStanding {
    /// A plan that counts has the measure: the places of both.
    Found(usize, usize),
    /// No plan that counts has it; the place of one of the municipality.
    Absent(usize),
    /// There is no plan of the municipality.
    NoPlan,
}

/// The plans that count, by the codes of their municipalities.
#[derive(Debug)]
pub struct AreaPlans<'a>(BTreeMap<&'a str, Vec<(usize, &'a Digest)>>);

impl<'a> AreaPlans<'a> {
    /// Returns those of plans whose codes and uses are given in the order of their digests. A digest that is not read yet
    /// is not there.
    pub fn of(codes: &'a [String], digests: &'a [Arc<Digest>], uses: &[PlanUse]) -> Self {
        let mut by_code: BTreeMap<&str, Vec<(usize, &Digest)>> = BTreeMap::new();
        for (plan, (code, digest)) in codes.iter().zip(digests).enumerate() {
            if !code.is_empty() && uses.get(plan) != Some(&PlanUse::Listed) {
                by_code.entry(code).or_default().push((plan, digest));
            }
        }
        Self(by_code)
    }

    fn of_town(&self, code: &str) -> &[(usize, &'a Digest)] {
        self.0.get(code).map_or(&[], Vec::as_slice)
    }

    /// Returns the standing of a tie.
    pub fn standing(&self, tie: &MeasureTie) -> TieStanding {
        let plans = self.of_town(&tie.code);
        let title = folded(&tie.title);
        let found = plans.iter().find_map(|(plan, digest)| {
            let mut measures = digest.measures.iter();
            let at = measures.position(|one| folded(&one.title) == title)?;
            Some(TieStanding::Found(*plan, at))
        });
        let absent = || plans.first().map(|(plan, _)| TieStanding::Absent(*plan));
        found.or_else(absent).unwrap_or(TieStanding::NoPlan)
    }

    /// Returns the measures of an area's municipalities that a measure of it is not tied to yet, town by town.
    pub fn open(&self, group: &TownGroup, measure: &AreaMeasure) -> Vec<(usize, Vec<MeasureTie>)> {
        let plans = group.codes.iter().flat_map(|code| {
            let of_town = self.of_town(code).iter();
            of_town.map(move |(plan, digest)| (code, *plan, *digest))
        });
        let open = plans.map(|(code, plan, digest)| {
            let mut ties: Vec<MeasureTie> = Vec::new();
            for one in &digest.measures {
                let tie = MeasureTie {
                    code: code.clone(),
                    title: one.title.clone(),
                };
                let is_tied = measure.ties.iter().chain(&ties).any(|other| other.is(&tie));
                if !is_tied && !folded(&tie.title).is_empty() {
                    ties.push(tie);
                }
            }
            (plan, ties)
        });
        open.filter(|(_, ties)| !ties.is_empty()).collect()
    }

    /// Returns the number of municipalities whose plans have a measure that this one is tied to.
    pub fn tied_towns(&self, measure: &AreaMeasure) -> usize {
        let ties = measure.ties.iter();
        let found = ties.filter(|tie| matches!(self.standing(tie), TieStanding::Found(..)));
        sort::set(found.map(|tie| &*tie.code)).len()
    }
}
