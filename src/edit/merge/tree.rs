//! Place of records: their parents, and the order in which a plan is read.

use strategy::record::{Held, Members, Need};
use strategy::{AnyId, Kind, Order, Side, Strategy};

/// Returns the parent of a record; `None`: the plan itself.
pub(super) fn parent(strategy: &Strategy, id: AnyId) -> Option<AnyId> {
    above(strategy, id).into_iter().next()
}

/// Returns the records above a record by its own fields: its parent, and its heading if it has one.
pub(super) fn above(strategy: &Strategy, id: AnyId) -> Vec<AnyId> {
    let record = id.find(strategy);
    record.map_or_else(Vec::new, |record| above_record(record, id))
}

fn above_record(record: &dyn Members, id: AnyId) -> Vec<AnyId> {
    let fields = record.fields().iter().zip(record.values());
    let places = fields.filter(|(field, _)| field.need == Need::Place);
    places
        .filter_map(|(_, value)| match value.held() {
            Held::Record(above) if above != id => Some(above),
            _ => None,
        })
        .collect()
}

/// Returns the rank of a kind among the children of one record: measures without a heading come before the headings.
fn rank(kind: Kind) -> usize {
    match kind {
        Kind::Division => Kind::Measure as usize,
        Kind::Measure => Kind::Division as usize,
        kind => kind as usize,
    }
}

/// One step from the plan down to a record.
type TreeStep = (usize, bool, Order, u64);

/// Returns the place of a record in reading order: the steps down to it, by the first of the strategies that has it.
pub(super) fn place(strategies: [&Strategy; 3], id: AnyId) -> Vec<TreeStep> {
    let mut steps = Vec::new();
    let mut at = Some(id);
    while let Some(here) = at {
        let Some(record) = strategies.into_iter().find_map(|s| here.find(s)) else {
            break;
        };
        steps.push(step(record, here));
        // A measure under a heading is read with it.
        at = above_record(record, here).pop();
    }
    steps.reverse();
    steps
}

fn step(record: &dyn Members, id: AnyId) -> TreeStep {
    let (mut planned, mut order) = (false, Order::default());
    for (field, value) in record.fields().iter().zip(record.values()) {
        match value.held() {
            Held::Word(side, _) if id.kind == Kind::Line && field.need == Need::Place => {
                planned = side == Side::Planned.key();
            }
            Held::Exact(text) if field.name == "order" => {
                order = Order::parse(&text).unwrap_or_default();
            }
            _ => {}
        }
    }
    (rank(id.kind), planned, order, id.number)
}

/// The uppermost of those it stands under on one side that the other side took out; nothing: all are there.
pub(super) fn taken_above(
    id: AnyId,
    stands: &Strategy,
    gone: &Strategy,
    base: &Strategy,
) -> Option<AnyId> {
    let mut uppermost = None;
    let mut at = parent(stands, id);
    while let Some(above) = at {
        if above.is_in(gone) {
            break;
        }
        if above.is_in(base) {
            uppermost = Some(above);
        }
        at = parent(stands, above);
    }
    uppermost
}
