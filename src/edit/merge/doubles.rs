//! Records that two people added, each by themselves, and that may be one and the same.

use std::collections::BTreeMap;

use super::tree::parent;
use strategy::record::{Held, Members, called};
use strategy::{AnyId, Goal, Indicator, Initiative, Kind, Measure, Record, Strategy, half_width};

/// A record that the others added, and one here that is called the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Double {
    /// The record of this plan.
    pub mine: AnyId,
    /// The record that the others added.
    pub theirs: AnyId,
}

/// Key by which people recognise a record: its parent, its name and its unit.
type DoubleKey = (Option<AnyId>, String, String);

fn key(strategy: &Strategy, id: AnyId) -> Option<DoubleKey> {
    let record = id.find(strategy)?;
    let name = plain(&called(record));
    (!name.is_empty()).then(|| (parent(strategy, id), name, unit(record)))
}

fn plain(text: &str) -> String {
    let half = half_width(text);
    half.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

fn unit(record: &dyn Members) -> String {
    let fields = record.fields().iter().zip(record.values());
    let mut units = fields.filter(|(field, _)| field.name == "unit");
    match units.next().map(|(_, value)| value.held()) {
        Some(Held::Text(unit)) => plain(&unit),
        _ => String::new(),
    }
}

/// The records of a kind that people know by their names.
fn named(strategy: &Strategy, kind: Kind) -> Vec<AnyId> {
    fn ids<T: Record>(strategy: &Strategy) -> Vec<AnyId> {
        T::table(strategy).ids().map(AnyId::from).collect()
    }
    match kind {
        Kind::Indicator => ids::<Indicator>(strategy),
        Kind::Goal => ids::<Goal>(strategy),
        Kind::Measure => ids::<Measure>(strategy),
        Kind::Initiative => ids::<Initiative>(strategy),
        _ => Vec::new(),
    }
}

/// Returns those of the records added by the others that have the same name as a record of this plan (E50).
pub(super) fn of(
    mine: &Strategy,
    theirs: &Strategy,
    added: impl Iterator<Item = AnyId>,
) -> Vec<Double> {
    let mut doubles = Vec::new();
    let mut here = BTreeMap::<Kind, BTreeMap<DoubleKey, AnyId>>::new();
    for added in added {
        let Some(wanted) = key(theirs, added) else {
            continue;
        };
        let named = here
            .entry(added.kind)
            .or_insert_with(|| by_name(mine, added.kind));
        if let Some(mine) = named.get(&wanted).copied() {
            let theirs = added;
            doubles.push(Double { mine, theirs });
        }
    }
    doubles
}

/// The records of a kind by what tells them apart; of several alike, the first.
fn by_name(strategy: &Strategy, kind: Kind) -> BTreeMap<DoubleKey, AnyId> {
    let mut named = BTreeMap::new();
    for id in self::named(strategy, kind) {
        if let Some(key) = key(strategy, id) {
            named.entry(key).or_insert(id);
        }
    }
    named
}
