//! 再掲 whose money differs from the original's.

use std::collections::BTreeMap;

use super::entry::{LedgerEntry, NetRule};
use super::ledger::Ledger;
use super::net::{Stand, stand_of};
use super::total::narrow;
use strategy::*;

/// 再掲の金額の違い: a repeat and its original do not print the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RepriseDifference {
    /// The first line of the repeat.
    pub line: Id<Line>,
    /// The measure it is repeated in.
    pub measure: Id<Measure>,
    /// The first line of the original.
    pub original: Id<Line>,
    /// Amount of the repeat.
    pub printed: i64,
    /// Amount of the original, which the 純計 counts.
    pub counted: i64,
}

impl Ledger {
    /// Returns each 再掲 whose amount differs from its original. The 純計 counts the original's.
    pub fn differences(&self) -> Vec<RepriseDifference> {
        let stands = self.stands();
        let sum = |stand| stands.get(&stand).map_or(0, |s| s.1);
        let entries = self.entries.iter();
        let of_line = sort::map(entries.filter_map(|e| Some((e.line.id, stand_of(e)?))));
        stands
            .iter()
            .filter_map(|(stand, (entry, printed))| {
                let NetRule::Repeats(original) = entry.net_rule else {
                    return None;
                };
                let counted = sum(*of_line.get(&original)?);
                (counted != *printed).then(|| RepriseDifference {
                    line: entry.line.id,
                    original,
                    printed: narrow(*printed),
                    counted: narrow(counted),
                    measure: stand.1,
                })
            })
            .collect()
    }

    /// Returns, for each initiative in each measure, its first line there, and the sum.
    fn stands(&self) -> BTreeMap<Stand, (&LedgerEntry, i128)> {
        let mut stands = BTreeMap::new();
        for entry in &self.entries {
            if let Some(stand) = stand_of(entry) {
                stands.entry(stand).or_insert((entry, 0)).1 += i128::from(entry.amount());
            }
        }
        stands
    }
}
