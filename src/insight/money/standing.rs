//! 純計の決まり: which of the lines that repeat each other is counted.

use std::collections::BTreeMap;

use super::{Entry, Ledger, Standing, narrow};
use crate::strategy::*;

/// An initiative, and the measure whose sheet it stands on.
type Stand = (Id<Initiative>, Id<Measure>);

fn stand_of(entry: &Entry) -> Option<Stand> {
    Some((entry.line.initiative?, entry.measure))
}

/// How near a line is to the original: steps of 再掲, whether on another measure's sheet, place in reading.
type Rank = (usize, bool, usize, Stand);

/// Decides which lines the 純計 counts: of all that go back to one initiative, those nearest to it.
pub(super) fn settle(strategy: &Strategy, entries: &mut [Entry]) {
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
        let (root, steps) = trace(strategy, stand.0);
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
        entry.standing = match nearest {
            Some(((.., first), line)) if stand != Some(*first) => Standing::Repeats(*line),
            _ if is_reprise(strategy, entry) => Standing::OriginalAbsent,
            _ => Standing::Own,
        };
    }
}

/// Whether the initiative is another measure's.
fn is_away(strategy: &Strategy, (initiative, measure): Stand) -> bool {
    strategy
        .get(initiative)
        .is_some_and(|i| i.measure != measure)
}

/// Whether a line says that it repeats another: by its mark, its initiative or its place.
fn is_reprise(strategy: &Strategy, entry: &Entry) -> bool {
    let initiative = entry.line.initiative.and_then(|id| strategy.get(id));
    entry.line.marks.iter().any(Mark::is_reprise)
        || initiative.is_some_and(|i| i.reprise.is_some() || i.measure != entry.measure)
}

/// Follows a chain of 再掲 to its end: the initiative there, and how many steps away it is.
/// A chain that runs in a circle ends at the smallest id of the circle.
fn trace(strategy: &Strategy, from: Id<Initiative>) -> (Id<Initiative>, usize) {
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

/// 再掲の金額の違い: a repeat and its original do not print the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The first line of the repeat.
    pub line: Id<Line>,
    /// The measure it is repeated in.
    pub measure: Id<Measure>,
    /// The first line of the original.
    pub original: Id<Line>,
    /// What the repeat says.
    pub printed: i64,
    /// What the original says, and the 純計 counts.
    pub counted: i64,
}

impl Ledger {
    /// Where a 再掲 prints another amount than its original. The 純計 holds the original's.
    pub fn differences(&self) -> Vec<Difference> {
        let stands = self.stands();
        let sum = |stand| stands.get(&stand).map_or(0, |s| s.1);
        let of_line: BTreeMap<Id<Line>, Stand> = self
            .entries
            .iter()
            .filter_map(|e| Some((e.line.id, stand_of(e)?)))
            .collect();
        stands
            .iter()
            .filter_map(|(stand, (entry, printed))| {
                let Standing::Repeats(original) = entry.standing else {
                    return None;
                };
                let counted = sum(*of_line.get(&original)?);
                (counted != *printed).then(|| Difference {
                    line: entry.line.id,
                    original,
                    printed: narrow(*printed),
                    counted: narrow(counted),
                    measure: stand.1,
                })
            })
            .collect()
    }

    /// What each initiative has in each measure: its first line there, and the sum.
    fn stands(&self) -> BTreeMap<Stand, (&Entry, i128)> {
        let mut stands = BTreeMap::new();
        for entry in &self.entries {
            if let Some(stand) = stand_of(entry) {
                stands.entry(stand).or_insert((entry, 0)).1 += i128::from(entry.amount());
            }
        }
        stands
    }
}
