//! 純計の決まり: which of the lines that repeat each other is counted.

use std::collections::BTreeMap;

use super::entry::{LedgerEntry, NetRule};
use strategy::*;

/// An initiative, and the measure whose sheet it stands on.
pub(super) type Stand = (Id<Initiative>, Id<Measure>);

pub(super) fn stand_of(entry: &LedgerEntry) -> Option<Stand> {
    Some((entry.line.initiative?, entry.measure))
}

/// Distance of a line from the original: steps of 再掲, whether on another measure's sheet, place in reading.
type Rank = (usize, bool, usize, Stand);

/// Decides which lines the 純計 counts: of all that go back to one initiative, those nearest to it.
pub(super) fn apply_net_rule(strategy: &Strategy, entries: &mut [LedgerEntry]) {
    let mut nearest: BTreeMap<Id<Initiative>, (Rank, Id<Line>)> = BTreeMap::new();
    let mut place = 0;
    let mut measure = None;
    for entry in entries.iter_mut() {
        if measure.replace(entry.measure) != Some(entry.measure) {
            place += 1;
        }
        let Some(stand) = stand_of(entry) else {
            continue;
        };
        let (root, steps) = original_of(strategy, stand.0);
        entry.root = Some(root);
        let this = (
            (steps, is_away(strategy, stand), place, stand),
            entry.line.id,
        );
        let best = nearest.entry(root).or_insert(this);
        if this.0 < best.0 {
            *best = this;
        }
    }
    for entry in entries {
        let stand = stand_of(entry);
        let nearest = entry.root.and_then(|root| nearest.get(&root));
        entry.net_rule = match nearest {
            Some(((.., first), line)) if stand != Some(*first) => NetRule::Repeats(*line),
            _ if is_reprise(strategy, entry) => NetRule::OriginalAbsent,
            _ => NetRule::Own,
        };
    }
}

/// True if the initiative belongs to another measure.
fn is_away(strategy: &Strategy, (initiative, measure): Stand) -> bool {
    strategy
        .get(initiative)
        .is_some_and(|i| i.measure != measure)
}

/// True if a line says that it repeats another: by its mark, its initiative or its place.
fn is_reprise(strategy: &Strategy, entry: &LedgerEntry) -> bool {
    let initiative = entry.line.initiative.and_then(|id| strategy.get(id));
    entry.line.marks.iter().any(Mark::is_reprise)
        || initiative.is_some_and(|i| i.reprise.is_some() || i.measure != entry.measure)
}

/// Follows a chain of 再掲 to its end: the initiative there, and how many steps away it is.
/// A chain that runs in a circle ends at the smallest id of the circle.
fn original_of(strategy: &Strategy, from: Id<Initiative>) -> (Id<Initiative>, usize) {
    let mut chain = vec![from];
    let mut at = from;
    while let Some(Reprise::Of(next)) = strategy.get(at).and_then(|i| i.reprise.as_ref()) {
        if let Some(start) = chain.iter().position(|id| id == next) {
            let circle = &chain[start..];
            let end = circle.iter().min().copied().unwrap_or(from);
            let steps = chain.iter().position(|id| *id == end).unwrap_or(0);
            return (end, steps);
        }
        chain.push(*next);
        at = *next;
    }
    (at, chain.len() - 1)
}
