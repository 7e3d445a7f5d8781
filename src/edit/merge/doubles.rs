//! Records that two people added, each by themselves, and that may be one and the same.

use super::{Act, Merge};
use crate::strategy::record::{Held, Members, called};
use crate::strategy::{AnyId, Kind, Strategy, half_width};

/// A record that the others added, and one here that is called the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Double {
    /// What is here.
    pub mine: AnyId,
    /// What the others added.
    pub theirs: AnyId,
}

/// What tells a record apart for people: its name, its unit, and what it stands under.
type Key = (Option<AnyId>, String, String);

fn key(strategy: &Strategy, id: AnyId) -> Option<Key> {
    let record = id.find(strategy)?;
    let name = plain(&called(record));
    (!name.is_empty()).then(|| (super::tree::parent(strategy, id), name, unit(record)))
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
    fn ids<T: crate::strategy::Record>(strategy: &Strategy) -> Vec<AnyId> {
        T::table(strategy).ids().map(AnyId::from).collect()
    }
    match kind {
        Kind::Indicator => ids::<crate::strategy::Indicator>(strategy),
        Kind::Goal => ids::<crate::strategy::Goal>(strategy),
        Kind::Measure => ids::<crate::strategy::Measure>(strategy),
        Kind::Initiative => ids::<crate::strategy::Initiative>(strategy),
        _ => Vec::new(),
    }
}

/// What the others added that is called as something here is (E50).
pub(super) fn of(merge: &Merge) -> Vec<Double> {
    let added = merge.rows.iter().filter(|row| row.act == Act::Added);
    let mut doubles = Vec::new();
    for row in added {
        let theirs = row.spot.record;
        let Some(wanted) = key(&merge.theirs, theirs) else {
            continue;
        };
        let here = named(&merge.mine, theirs.kind).into_iter();
        let mut alike = here.filter(|id| key(&merge.mine, *id).as_ref() == Some(&wanted));
        if let Some(mine) = alike.next() {
            doubles.push(Double { mine, theirs });
        }
    }
    doubles
}
