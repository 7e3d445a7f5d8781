//! A part of a plan, as a plan of its own.

use std::collections::BTreeSet;

use crate::site::{sha256, without};
use edit::merge::HandedScope;
use format::json;
use insight::Numbers;
use strategy::for_each_kind;
use strategy::record::{Held, Members, Need, Value};
use strategy::*;

/// The records that a line of the ledger names.
fn chosen(part: &HandedPart) -> BTreeSet<AnyId> {
    let ids = part.records.iter();
    ids.filter_map(|id| AnyId::read(id)).collect()
}

/// Returns the scope of a part: the records, years and kinds of content that may be changed in it.
pub fn scope_of(part: &HandedPart) -> HandedScope {
    HandedScope {
        records: chosen(part),
        years: part.years.iter().copied().collect(),
        work: part.work.iter().copied().collect(),
    }
}

/// The SHA-256 of a part as our file, without what it says of itself there.
pub fn hash_of(part: &Strategy) -> String {
    let mut plain = part.clone();
    let mut about = About::clone(&plain.about());
    if let Some(handed) = &mut about.handed {
        handed.hash = String::new();
    }
    plain.about.insert(about);
    sha256(json::write(&plain).as_bytes())
}

/// The part that a line of the ledger tells of (P30, P31).
pub fn part_of(strategy: &Strategy, part: &HandedPart) -> Strategy {
    let numbers = Numbers::of(strategy);
    let kept = KeptRecords::of(strategy, chosen(part));
    let mut own = strategy.clone();
    own.about.insert(About {
        note: String::new(),
        publishing: None,
        handed_out: Vec::new(),
        untaken: Vec::new(),
        handed: Some(HandedPart {
            hash: part.hash.clone(),
            returns: Vec::new(),
            ended: false,
            ..part.clone()
        }),
        ..About::clone(&strategy.about())
    });
    numbered(&mut own, &numbers, &kept.records);
    reprises(&mut own, &kept.records);
    without(&own, kept.gone(strategy))
}

/// Gives the records in a part the numbers they have in the plan.
fn numbered(own: &mut Strategy, numbers: &Numbers, kept: &BTreeSet<AnyId>) {
    let goals: Vec<Goal> = own.goals.iter().map(|one| Goal::clone(one)).collect();
    for mut goal in goals {
        if kept.contains(&goal.id.into()) && goal.number.is_empty() {
            goal.number = numbers.goal(goal.id);
            own.goals.insert(goal);
        }
    }
    let measures: Vec<_> = own.measures.iter().map(|m| Measure::clone(m)).collect();
    for mut measure in measures {
        if kept.contains(&measure.id.into()) && measure.number.is_empty() {
            measure.number = numbers.measure(measure.id);
            own.measures.insert(measure);
        }
    }
}

/// A 再掲 of what is not in the part says by name where it stands.
fn reprises(own: &mut Strategy, kept: &BTreeSet<AnyId>) {
    let all: Vec<_> = own
        .initiatives
        .iter()
        .map(|i| Initiative::clone(i))
        .collect();
    for mut one in all {
        if let Some(Reprise::Of(original)) = one.reprise
            && !kept.contains(&original.into())
        {
            let title = own.get(original).map(|one| one.title.clone());
            one.reprise = Some(Reprise::Elsewhere(title.unwrap_or_default()));
            own.initiatives.insert(one);
        }
    }
}

/// The records of a part.
struct KeptRecords {
    records: BTreeSet<AnyId>,
}

impl KeptRecords {
    fn of(strategy: &Strategy, chosen: BTreeSet<AnyId>) -> Self {
        let mut kept = Self { records: chosen };
        kept.under(strategy);
        kept.mentioned(strategy);
        kept.above(strategy);
        kept
    }

    /// Adds the records under those that are there, parents before their children.
    fn under(&mut self, strategy: &Strategy) {
        macro_rules! each {
            ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
                $(
                    for record in strategy.$table.iter() {
                        if self.records.contains(&record.parent().into()) {
                            self.records.insert(record.id.into());
                        }
                    }
                )*
            };
        }
        for_each_kind!(each);
    }

    /// Adds the records to which those that are there refer, and without which they cannot be read.
    fn mentioned(&mut self, strategy: &Strategy) {
        let mut mentioned = Vec::new();
        for id in &self.records {
            if let Some(record) = id.find(strategy) {
                mentions(record, &mut mentioned);
            }
        }
        let context = [
            Kind::Indicator,
            Kind::Support,
            Kind::Ground,
            Kind::FrameworkItem,
        ];
        let mut indicators = BTreeSet::new();
        for id in mentioned
            .into_iter()
            .filter(|id| context.contains(&id.kind))
        {
            if self.records.insert(id) && id.kind == Kind::Indicator {
                indicators.insert(Id::<Indicator>::new(id.number));
            }
        }
        let series = strategy.series.iter();
        let series = series.filter(|one| indicators.contains(&one.indicator));
        self.records.extend(series.map(|one| AnyId::from(one.id)));
    }

    /// Adds the records above them.
    fn above(&mut self, strategy: &Strategy) {
        let mut open: Vec<AnyId> = self.records.iter().copied().collect();
        while let Some(id) = open.pop() {
            let Some(record) = id.find(strategy) else {
                continue;
            };
            for (field, value) in record.fields().iter().zip(record.values()) {
                if let (Need::Place, Held::Record(above)) = (field.need, value.held())
                    && self.records.insert(above)
                {
                    open.push(above);
                }
            }
        }
        // Headings are counted among each other.
        for heading in strategy.divisions.iter() {
            if self.records.contains(&heading.goal.into()) {
                self.records.insert(heading.id.into());
            }
        }
    }

    /// The records of the plan that are not in the part.
    fn gone(&self, strategy: &Strategy) -> BTreeSet<AnyId> {
        let mut gone = BTreeSet::new();
        macro_rules! each {
            ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
                $(
                    let ids = strategy.$table.ids().map(AnyId::from);
                    gone.extend(ids.filter(|id| !self.records.contains(id)));
                )*
            };
        }
        for_each_kind!(each);
        gone
    }
}

/// The records that fields mention.
fn mentions(members: &dyn Members, all: &mut Vec<AnyId>) {
    for value in members.values() {
        mentions_of(value, all);
    }
}

fn mentions_of(value: &dyn Value, all: &mut Vec<AnyId>) {
    match value.held() {
        Held::Record(id) => all.push(id),
        Held::List(list) => list.all().into_iter().for_each(|one| mentions_of(one, all)),
        Held::Members(members) | Held::ChosenMembers(_, _, members) => mentions(members, all),
        Held::Chosen(_, _, value) => mentions_of(value, all),
        _ => {}
    }
}
