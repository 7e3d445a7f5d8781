//! An edit: a named set of record changes, and its algebra.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::EditLabel;
use strategy::for_each_kind;
use strategy::*;

/// Change of one record. Without `from` it was added, without `to` removed.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordChange<T> {
    /// The record before.
    pub from: Option<Arc<T>>,
    /// The record after.
    pub to: Option<Arc<T>>,
}

/// Changes of the records of one kind.
pub type Diff<T> = BTreeMap<Id<T>, RecordChange<T>>;

/// A named change of a strategy, complete: it can be applied, reversed and joined with the next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// Label, for the history that a person reads.
    #[serde(rename = "did")]
    pub label: EditLabel,
    /// The record changes.
    pub changes: Changes,
}

/// Why an edit does not fit the strategy it was to change: something else is there by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The kind of the record that differs.
    pub kind: Kind,
    /// Its id.
    pub id: String,
}

fn check<T: Record>(strategy: &Strategy, diff: &Diff<T>) -> Result<(), Conflict> {
    for (id, step) in diff {
        let there = strategy.get(*id);
        let fits = match (there, &step.from) {
            (None, None) => true,
            (Some(a), Some(b)) => Arc::ptr_eq(a, b) || a == b,
            _ => false,
        };
        if !fits {
            return Err(Conflict {
                kind: T::KIND,
                id: id.to_string(),
            });
        }
    }
    Ok(())
}

fn write<T: Record>(strategy: &mut Strategy, diff: &Diff<T>) {
    if diff.is_empty() {
        return;
    }
    let table = T::table_mut(strategy);
    for (id, step) in diff {
        match &step.to {
            Some(record) => table.insert(record.clone()),
            None => table.remove(*id),
        };
    }
}

fn reverse<T: Clone>(diff: &Diff<T>) -> Diff<T> {
    let mut turned = diff.clone();
    for step in turned.values_mut() {
        std::mem::swap(&mut step.from, &mut step.to);
    }
    turned
}

fn squash<T: Record>(first: &mut Diff<T>, then: Diff<T>) {
    for (id, step) in then {
        let joined = match first.remove(&id) {
            Some(earlier) => RecordChange {
                from: earlier.from,
                to: step.to,
            },
            None => step,
        };
        if joined.from != joined.to {
            first.insert(id, joined);
        }
    }
}

/// Records of one kind that are compared at a time.
const STRETCH: usize = 512;

/// Notes the changes of one stretch of the records of a kind; returns true if there are more.
fn compare<T: Changed>(from: &Strategy, to: &Strategy, at: usize, changes: &mut Changes) -> bool {
    let diff = T::diff_mut(changes);
    for record in T::table(from).iter().skip(at).take(STRETCH) {
        let after = to.get(record.id());
        if !after.is_some_and(|other| Arc::ptr_eq(record, other) || record == other) {
            let step = RecordChange {
                from: Some(record.clone()),
                to: after.cloned(),
            };
            diff.insert(record.id(), step);
        }
    }
    for record in T::table(to).iter().skip(at).take(STRETCH) {
        if from.get(record.id()).is_none() {
            let step = RecordChange {
                from: None,
                to: Some(record.clone()),
            };
            diff.insert(record.id(), step);
        }
    }
    at + STRETCH < T::table(from).len().max(T::table(to).len())
}

fn removes<T>(diff: &Diff<T>) -> bool {
    diff.values().any(|step| step.to.is_none())
}

fn moves<T: Record>(diff: &Diff<T>) -> bool {
    let moved = |step: &RecordChange<T>| match (&step.from, &step.to) {
        (Some(from), Some(to)) => from.parent() != to.parent() || from.order() != to.order(),
        (from, to) => from.is_some() || to.is_some(),
    };
    diff.values().any(moved)
}

fn dangling<T: Mentions>(after: &Strategy, diff: &Diff<T>, flaws: &mut Vec<Flaw>) {
    for record in diff.values().filter_map(|step| step.to.as_deref()) {
        after.dangling_in(record, flaws);
    }
}

/// A kind whose changes an edit can hold.
pub trait Changed: Record {
    /// The changes of this kind.
    fn diff(changes: &Changes) -> &Diff<Self>;
    /// The same, to add to.
    fn diff_mut(changes: &mut Changes) -> &mut Diff<Self>;
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        /// Record changes, kind by kind.
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct Changes {
            /// Changes of [`About`].
            pub about: Diff<About>,
            $(
                #[doc = concat!("Changes of [`", stringify!($type), "`].")]
                pub $table: Diff<$type>,
            )*
        }

        impl Changed for About {
            fn diff(changes: &Changes) -> &Diff<Self> {
                &changes.about
            }
            fn diff_mut(changes: &mut Changes) -> &mut Diff<Self> {
                &mut changes.about
            }
        }
        $(
            impl Changed for $type {
                fn diff(changes: &Changes) -> &Diff<Self> {
                    &changes.$table
                }
                fn diff_mut(changes: &mut Changes) -> &mut Diff<Self> {
                    &mut changes.$table
                }
            }
        )*

        /// Compares a stretch of records, for each kind.
        const KINDS: &[fn(&Strategy, &Strategy, usize, &mut Changes) -> bool] =
            &[compare::<About>, $(compare::<$type>),*];

        impl Changes {
            fn removes(&self) -> bool {
                false $(|| removes(&self.$table))*
            }

            /// True if some record is in another place now: added, removed or moved.
            pub fn moves(&self) -> bool {
                false $(|| moves(&self.$table))*
            }

            fn dangling(&self, after: &Strategy) -> Vec<Flaw> {
                let mut flaws = Vec::new();
                $(dangling(after, &self.$table, &mut flaws);)*
                flaws
            }

            /// The records that change.
            pub fn ids(&self) -> Vec<AnyId> {
                let mut all: Vec<AnyId> = self.about.keys().map(|id| (*id).into()).collect();
                $(all.extend(self.$table.keys().map(|id| AnyId::from(*id)));)*
                all
            }

            /// Returns the number of changed records.
            pub fn len(&self) -> usize {
                self.about.len() $(+ self.$table.len())*
            }

            /// True if nothing changes.
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// Changes the strategy, or, where something else is there (E1), leaves it as it is.
            pub fn apply(&self, strategy: &mut Strategy) -> Result<(), Conflict> {
                check(strategy, &self.about)?;
                $(check(strategy, &self.$table)?;)*
                write(strategy, &self.about);
                $(write(strategy, &self.$table);)*
                Ok(())
            }

            /// Makes of every record what these changes made of it, whatever is there now.
            fn overwrite(&self, strategy: &mut Strategy) {
                write(strategy, &self.about);
                $(write(strategy, &self.$table);)*
            }

            /// Returns the changes that undo these.
            pub fn reverse(&self) -> Self {
                Self {
                    about: reverse(&self.about),
                    $($table: reverse(&self.$table),)*
                }
            }

            /// These changes and then those, as one.
            pub fn squash(mut self, then: Self) -> Self {
                squash(&mut self.about, then.about);
                $(squash(&mut self.$table, then.$table);)*
                self
            }
        }
    };
}

for_each_kind!(define);

/// Finds the changes that make one strategy out of another, a stretch of records at a time.
pub struct Comparison<'a> {
    from: &'a Strategy,
    to: &'a Strategy,
    kind: usize,
    at: usize,
    changes: Changes,
}

impl<'a> Comparison<'a> {
    /// Begins to compare.
    pub fn new(from: &'a Strategy, to: &'a Strategy) -> Self {
        Self {
            from,
            to,
            kind: 0,
            at: 0,
            changes: Changes::default(),
        }
    }

    /// Compares a stretch. Returns false when all records are compared.
    pub fn step(&mut self) -> bool {
        let Some(compare) = KINDS.get(self.kind) else {
            return false;
        };
        if compare(self.from, self.to, self.at, &mut self.changes) {
            self.at += STRETCH;
        } else {
            self.kind += 1;
            self.at = 0;
        }
        true
    }

    /// Returns the changes, of all records that are not compared yet, too.
    pub fn finish(mut self) -> Changes {
        while self.step() {}
        self.changes
    }
}

impl Changes {
    /// Returns the changes that make `to` out of `from`.
    pub fn between(from: &Strategy, to: &Strategy) -> Self {
        Comparison::new(from, to).finish()
    }

    /// Returns the flaws that these changes made in the strategy they led to (E10). Looks at the changed records
    /// only, unless some were removed: then any record may refer to them.
    pub fn flaws(&self, after: &Strategy) -> Vec<Flaw> {
        if self.removes() || !self.divisions.is_empty() {
            return after.integrity();
        }
        let mut flaws = self.dangling(after);
        if !self.about.is_empty() && after.about().period.is_empty() {
            flaws.push(Flaw::PeriodReversed);
        }
        for measure in self.measures.values().filter_map(|step| step.to.as_ref()) {
            flaws.extend(after.misplaced(measure));
        }
        let indicators = self.indicators.iter();
        let mut added = indicators
            .filter(|(_, step)| step.from.is_none())
            .peekable();
        if added.peek().is_some() {
            flaws.extend(after.without_series(added.map(|(id, _)| *id)));
        }
        let initiatives = self.initiatives.values();
        for initiative in initiatives.filter_map(|step| step.to.as_ref()) {
            if after.loops_from(initiative) {
                flaws.push(Flaw::Loop {
                    initiative: initiative.id,
                });
            }
        }
        flaws
    }
}

impl Changes {
    /// Makes of the records what these changes made of them, whatever is there now; or, where that would leave a flaw,
    /// changes nothing (E31). For changes known to come after all that is there, of which some between are missing.
    pub fn prevail(&self, strategy: &mut Strategy) -> bool {
        let mut after = strategy.clone();
        self.overwrite(&mut after);
        let flaws = self.flaws(&after);
        if !flaws.is_empty() {
            let before = strategy.integrity();
            if !flaws.iter().all(|flaw| before.contains(flaw)) {
                return false;
            }
        }
        *strategy = after;
        true
    }
}

impl Edit {
    /// Changes the strategy, or refuses and leaves it as it is.
    pub fn apply(&self, strategy: &mut Strategy) -> Result<(), Conflict> {
        self.changes.apply(strategy)
    }

    /// The edit that takes this one back.
    pub fn reverse(&self) -> Self {
        Self {
            label: self.label.clone(),
            changes: self.changes.reverse(),
        }
    }

    /// This edit and then that one, as one step named as this one.
    pub fn squash(self, then: Self) -> Self {
        Self {
            label: self.label,
            changes: self.changes.squash(then.changes),
        }
    }
}
