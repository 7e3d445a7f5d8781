//! Integrity of a strategy: no reference to a missing record, no 再掲 of itself, no period that ends before it
//! begins.

use std::collections::BTreeMap;

use super::record::Members;
use super::*;
use crate::for_each_kind;

/// Something that a strategy must not contain. The app does not read a file with one, and refuses an edit that would
/// make one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// A record refers to one that is not there.
    Dangling {
        /// Kind of the record that refers.
        kind: Kind,
        /// Id of the record that refers.
        id: String,
        /// Name of the field that holds the reference.
        field: &'static str,
        /// Id without a record.
        missing: String,
    },
    /// 施策 under a heading of another goal.
    Misplaced {
        /// The measure.
        measure: Id<Measure>,
        /// The heading.
        division: Id<Division>,
    },
    /// 再掲 that leads back to itself.
    Loop {
        /// One initiative of the loop.
        initiative: Id<Initiative>,
    },
    /// 指標 without a 系列: there is no row for a figure.
    NoSeries {
        /// The indicator.
        indicator: Id<Indicator>,
    },
    /// 計画期間 that ends before it begins.
    PeriodReversed,
}

/// References of a record to other records, without its parent.
pub trait Mentions: Record {
    /// Calls `see` with every reference: the field, and the id in it.
    fn mentions(&self, see: &mut dyn FnMut(&'static str, AnyId));
}

fn each<T: Record>(
    field: &'static str,
    ids: impl IntoIterator<Item = Id<T>>,
    see: &mut dyn FnMut(&'static str, AnyId),
) {
    for id in ids {
        see(field, id.into());
    }
}

macro_rules! mentions {
    ($($type:ident($record:ident, $see:ident) $body:block)*) => {
        $(
            impl Mentions for $type {
                fn mentions(&self, $see: &mut dyn FnMut(&'static str, AnyId)) {
                    let $record = self;
                    $body
                }
            }
        )*
    };
}

mentions! {
    Goal(r, see) {
        each("targets", r.targets.iter().copied(), see);
        each("aligned", r.aligned.iter().copied(), see);
        each("grounds", r.grounds.iter().copied(), see);
        let logic = || r.logic.iter();
        let stages = logic().flat_map(|logic| &logic.stages);
        each("logic", stages.map(|one| one.indicator), see);
        for link in logic().flat_map(|logic| &logic.links) {
            each("logic", link.indicators(), see);
            if let LogicSource::Measure(measure) = link.from {
                see("logic", measure.into());
            }
        }
    }
    Measure(r, see) {
        each("division", r.division, see);
        each("kpis", r.kpis.iter().copied(), see);
        each("related", r.related.iter().filter_map(|r| r.measure), see);
        each("aligned", r.aligned.iter().copied(), see);
        each("grounds", r.grounds.iter().copied(), see);
    }
    Initiative(r, see) {
        if let Some(Reprise::Of(original)) = r.reprise {
            see("reprise", original.into());
        }
        each("supports", r.supports.iter().copied(), see);
        each("aligned", r.aligned.iter().copied(), see);
    }
    Line(r, see) {
        each("initiative", r.initiative, see);
    }
    Indicator(r, see) {
        each("grounds", r.grounds.iter().copied(), see);
        each("changes", r.changes.iter().map(|c| c.series), see);
    }
    TimetableItem(r, see) {
        each("body", r.body, see);
    }
    Session(r, see) {
        each("goals", r.goals.iter().copied(), see);
        each("indicators", r.indicators.iter().copied(), see);
    }
    Ballot(r, see) {
        each("choices", r.choices.iter().map(|c| c.idea), see);
    }
    Guess(r, see) {
        each("indicator", r.indicator, see);
    }
    Idea(r, see) {
        each("session", r.session, see);
        each("goal", r.goal, see);
        each("measure", r.measure, see);
        each("indicator", r.indicator, see);
        each("merged", r.merged, see);
        each("changed_goals", r.changed_goals.iter().copied(), see);
        each("changed_measures", r.changed_measures.iter().copied(), see);
        each("changed_indicators", r.changed_indicators.iter().copied(), see);
    }
    GrantProject(r, see) {
        each("initiatives", r.initiatives.iter().copied(), see);
        each("kpis", r.kpis.iter().copied(), see);
    }
    About(_r, _see) {}
    Section(r, see) {
        each("grounds", r.grounds.iter().copied(), see);
    }
    Division(_r, _see) {}
    Sheet(_r, _see) {}
    Series(_r, _see) {}
    Framework(_r, _see) {}
    FrameworkItem(_r, _see) {}
    Support(_r, _see) {}
    Ground(_r, _see) {}
    Body(_r, _see) {}
    Lane(_r, _see) {}
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        impl AnyId {
            /// True if the strategy has this record.
            pub fn is_in(self, strategy: &Strategy) -> bool {
                match self.kind {
                    Kind::About => strategy.about.contains(Id::new(self.number)),
                    $(Kind::$type => strategy.$table.contains(Id::new(self.number)),)*
                }
            }

            /// Returns the record with this id.
            pub fn find(self, strategy: &Strategy) -> Option<&dyn Members> {
                fn any<T: Record>(table: &Table<T>, number: u64) -> Option<&dyn Members> {
                    let record = table.get(Id::new(number))?;
                    Some(&**record)
                }
                match self.kind {
                    Kind::About => any(&strategy.about, self.number),
                    $(Kind::$type => any(&strategy.$table, self.number),)*
                }
            }
        }

        impl Strategy {
            /// Returns a flaw for every reference to a record that is not there. Every record refers to its parent.
            pub fn dangling(&self) -> Vec<Flaw> {
                let mut flaws = Vec::new();
                $(flaws.extend(self.dangling_of::<$type>());)*
                flaws
            }
        }
    };
}

for_each_kind!(define);

impl Strategy {
    /// Returns every flaw of the strategy; empty if it is sound.
    pub fn integrity(&self) -> Vec<Flaw> {
        let mut flaws = self.dangling();
        if self.about().period.is_empty() {
            flaws.push(Flaw::PeriodReversed);
        }
        for measure in self.measures.iter() {
            flaws.extend(self.misplaced(measure));
        }
        flaws.extend(self.loops());
        flaws.extend(self.without_series(self.indicators.ids()));
        flaws
    }

    /// Returns a flaw for each of the indicators that has no series.
    pub fn without_series(&self, of: impl Iterator<Item = Id<Indicator>>) -> Vec<Flaw> {
        let with = sort::set(self.series.iter().map(|s| s.indicator));
        let without = of.filter(|id| !with.contains(id));
        without
            .map(|indicator| Flaw::NoSeries { indicator })
            .collect()
    }

    /// Returns a flaw for every reference to a missing record, by records of one kind.
    pub fn dangling_of<T: Mentions>(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        for record in T::table(self).iter() {
            self.dangling_in(&**record, &mut flaws);
        }
        flaws
    }

    /// Adds the dangling references of one record to `flaws`. Cheap: for the records an edit touches.
    pub fn dangling_in<T: Mentions>(&self, record: &T, flaws: &mut Vec<Flaw>) {
        let mut see = |field, target: AnyId| {
            if !target.is_in(self) {
                flaws.push(Flaw::Dangling {
                    kind: T::KIND,
                    id: record.id().to_string(),
                    field,
                    missing: target.to_string(),
                });
            }
        };
        see("parent", record.parent().into());
        record.mentions(&mut see);
    }

    /// Returns a flaw if a measure is under a heading of another goal.
    pub fn misplaced(&self, measure: &Measure) -> Option<Flaw> {
        let heading = self.divisions.get(measure.division?)?;
        (heading.goal != measure.goal).then_some(Flaw::Misplaced {
            measure: measure.id,
            division: heading.id,
        })
    }

    /// True if the 再掲 of this initiative leads back to it.
    pub fn loops_from(&self, start: &Initiative) -> bool {
        let mut at = self.original(start);
        for _ in 0..self.initiatives.len() {
            match at {
                Some(next) if next.id == start.id => return true,
                Some(next) => at = self.original(next),
                None => return false,
            }
        }
        false
    }

    fn original(&self, initiative: &Initiative) -> Option<&Initiative> {
        match initiative.reprise {
            Some(Reprise::Of(id)) => self.initiatives.get(id).map(|i| &**i),
            _ => None,
        }
    }

    /// Returns one flaw for each loop of 再掲. Visits each initiative once.
    pub fn loops(&self) -> Vec<Flaw> {
        let mut walk_of: BTreeMap<Id<Initiative>, usize> = BTreeMap::new();
        let mut flaws = Vec::new();
        for (walk, start) in self.initiatives.iter().enumerate() {
            let mut at = Some(&**start);
            while let Some(here) = at {
                match walk_of.get(&here.id) {
                    Some(earlier) => {
                        if *earlier == walk {
                            flaws.push(Flaw::Loop {
                                initiative: here.id,
                            });
                        }
                        break;
                    }
                    None => {
                        walk_of.insert(here.id, walk);
                        at = self.original(here);
                    }
                }
            }
        }
        flaws
    }
}
