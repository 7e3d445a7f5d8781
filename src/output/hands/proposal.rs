//! Proposed recipients of parts: the sections that the plan names as responsible.

use std::collections::BTreeMap;

use strategy::*;

/// 担当課, and what it is responsible for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// Its name.
    pub owner: String,
    /// Its measures.
    pub measures: Vec<Id<Measure>>,
    /// Its indicators.
    pub indicators: Vec<Id<Indicator>>,
}

impl Proposal {
    /// Its records.
    pub fn records(&self) -> impl Iterator<Item = AnyId> + '_ {
        let measures = self.measures.iter().map(|id| AnyId::from(*id));
        measures.chain(self.indicators.iter().map(|id| AnyId::from(*id)))
    }
}

/// Every section that the plan names, in the order in which it first does.
pub fn proposals(strategy: &Strategy) -> Vec<Proposal> {
    let mut all: Vec<Proposal> = Vec::new();
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    let mut of = |all: &mut Vec<Proposal>, owner: &str| -> usize {
        *at.entry(owner.to_owned()).or_insert_with(|| {
            all.push(Proposal {
                owner: owner.to_owned(),
                ..Proposal::default()
            });
            all.len() - 1
        })
    };
    for goal in strategy.goals.sorted() {
        for measure in strategy.measures_of(goal.id) {
            for owner in owners(&measure.owner) {
                let place = of(&mut all, owner);
                all[place].measures.push(measure.id);
            }
        }
    }
    for indicator in strategy.indicators.sorted() {
        for owner in owners(&indicator.owner) {
            let place = of(&mut all, owner);
            all[place].indicators.push(indicator.id);
        }
    }
    all
}
