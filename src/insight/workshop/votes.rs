//! Votes of each idea.

use std::collections::BTreeMap;

use strategy::*;

/// Returns all votes for an idea itself, without those for ideas merged into it: the number that is published.
pub fn total_votes(strategy: &Strategy, idea: &Idea) -> u32 {
    let choices = strategy.ballots.iter().flat_map(|one| &one.choices);
    let dots = choices
        .filter(|choice| choice.idea == idea.id)
        .map(|choice| choice.dots);
    dots.fold(idea.votes, u32::saturating_add)
}

/// Votes that ballots gave each idea, to look up many ideas.
#[derive(Debug, Clone, Default)]
pub struct Votes(BTreeMap<Id<Idea>, u32>);

impl Votes {
    /// Those of a strategy.
    pub fn of(strategy: &Strategy) -> Self {
        let mut all = BTreeMap::<Id<Idea>, u32>::new();
        for choice in strategy.ballots.iter().flat_map(|one| &one.choices) {
            let sum = all.entry(choice.idea).or_default();
            *sum = sum.saturating_add(choice.dots);
        }
        Self(all)
    }

    /// The same as [`total_votes`].
    pub fn total(&self, idea: &Idea) -> u32 {
        let dots = self.0.get(&idea.id).copied().unwrap_or_default();
        idea.votes.saturating_add(dots)
    }
}
