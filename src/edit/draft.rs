//! Making an edit: change a draft of the strategy, then take what changed.

use std::sync::Arc;

use super::change::Changed;
use super::plan::refuse_closed;
use super::refusal::Refusal;
use super::{Changes, Edit, EditLabel, Field, Operation, RecordChange};
use strategy::*;

/// A strategy being changed, and the changes so far.
#[derive(Debug, Clone)]
pub struct Draft {
    before: Strategy,
    strategy: Strategy,
    changes: Changes,
}

impl Draft {
    /// Starts from the strategy as it is.
    pub fn new(strategy: &Strategy) -> Self {
        Self {
            before: strategy.clone(),
            strategy: strategy.clone(),
            changes: Changes::default(),
        }
    }

    /// The strategy with the changes so far.
    pub fn strategy(&self) -> &Strategy {
        &self.strategy
    }

    /// The changes so far.
    pub(crate) fn changes(&self) -> &Changes {
        &self.changes
    }

    fn note<T: Changed>(&mut self, id: Id<T>, from: Option<Arc<T>>, to: Option<Arc<T>>) {
        let diff = T::diff_mut(&mut self.changes);
        let from = match diff.remove(&id) {
            Some(earlier) => earlier.from,
            None => from,
        };
        if from != to {
            diff.insert(id, RecordChange { from, to });
        }
    }

    /// Adds a record, or puts it in the place of the one with its id.
    pub fn put<T: Changed>(&mut self, record: T) {
        let id = record.id();
        let record = Arc::new(record);
        let before = T::table_mut(&mut self.strategy).insert(record.clone());
        self.note(id, before, Some(record));
    }

    /// Adds a record whose id must be free.
    pub fn add<T: Changed>(&mut self, record: T) -> Result<(), Refusal> {
        if T::table(&self.strategy).contains(record.id()) {
            return Err(Refusal::Taken);
        }
        self.put(record);
        Ok(())
    }

    /// Takes one record out, and nothing else: see [`super::remove`] for what hangs on it.
    pub fn take<T: Changed>(&mut self, id: Id<T>) {
        if let Some(before) = T::table_mut(&mut self.strategy).remove(id) {
            self.note(id, Some(before), None);
        }
    }

    /// Changes one record in place.
    pub fn update<T: Changed>(
        &mut self,
        id: Id<T>,
        change: impl FnOnce(&mut T),
    ) -> Result<(), Refusal> {
        let before = self.strategy.get(id).ok_or(Refusal::NotThere)?;
        let mut after = T::clone(before);
        change(&mut after);
        if after != **before {
            self.put(after);
        }
        Ok(())
    }

    /// Gives a record, that need not be there yet, the place `index` of the list it stands in.
    /// Touches the others only where several stand at one and the same place, and only those of them behind it (E9).
    pub fn place<T: Changed>(&mut self, record: &mut T, index: usize) {
        let others = T::table(&self.strategy).beside(record);
        let (before, behind) = others.split_at(index.min(others.len()));
        let before = before.last().map(|r| r.order());
        let same = |r: &&&Arc<T>| Some(r.order()) == before;
        let alike: Vec<Id<T>> = behind.iter().take_while(same).map(|r| r.id()).collect();
        let after = behind.get(alike.len()).map(|r| r.order().clone());
        let mut last = Order::between(before, after.as_ref(), record.id().number());
        record.set_order(last.clone());
        for id in alike {
            last = Order::between(Some(&last), after.as_ref(), id.number());
            // The ids were just read from this table.
            let _ = self.update(id, |r| r.set_order(last.clone()));
        }
    }

    /// Gives one of several new records its place behind all others. The list is looked through for the first alone; each
    /// of the others stands behind the one before it, whose place is `last`.
    pub(crate) fn place_last<T: Changed>(&mut self, record: &mut T, last: &mut Option<Order>) {
        match last {
            Some(last) => {
                record.set_order(Order::between(Some(last), None, record.id().number()));
            }
            None => self.place(record, usize::MAX),
        }
        *last = Some(record.order().clone());
    }

    /// The edit that makes these changes. Refused when there are none (E5), when the strategy would no longer
    /// hold together (E10), and when they touch a closed year (E22).
    pub fn finish(self, label: EditLabel) -> Result<Edit, Refusal> {
        if self.changes.is_empty() {
            return Err(Refusal::Nothing);
        }
        let mut flaws = self.changes.flaws(&self.strategy);
        if !flaws.is_empty() {
            let old = self.before.integrity();
            flaws.retain(|flaw| !old.contains(flaw));
        }
        if let Some(flaw) = flaws.into_iter().next() {
            return Err(Refusal::Breaks(flaw));
        }
        refuse_closed(&self.before, &self.changes)?;
        Ok(Edit {
            label,
            changes: self.changes,
        })
    }
}

/// Changes one field of one record.
pub fn set<T: Changed + Titled>(
    strategy: &Strategy,
    id: Id<T>,
    field: Field,
    change: impl FnOnce(&mut T),
) -> Result<Edit, Refusal> {
    let mut change = Some(change);
    set_by(strategy, id, field, &mut |record| {
        if let Some(change) = change.take() {
            change(record);
        }
    })
}

/// There once for every kind, not once for every change.
#[inline(never)]
fn set_by<T: Changed + Titled>(
    strategy: &Strategy,
    id: Id<T>,
    field: Field,
    change: &mut dyn FnMut(&mut T),
) -> Result<Edit, Refusal> {
    let title = strategy.get(id).ok_or(Refusal::NotThere)?.title_text();
    let mut draft = Draft::new(strategy);
    draft.update(id, change)?;
    draft.finish(EditLabel::to::<T>(Operation::Set(field), title))
}

/// A record that is called something.
pub trait Titled: Record {
    /// Returns its title.
    fn title_text(&self) -> String;
}

macro_rules! titled {
    ($($type:ident: $field:ident;)*) => {
        $(
            impl Titled for $type {
                fn title_text(&self) -> String {
                    self.$field.clone()
                }
            }
        )*
    };
}

titled! {
    About: title;
    Section: title;
    Goal: title;
    Division: title;
    Measure: title;
    Initiative: title;
    Line: title;
    Indicator: name;
    Series: name;
    Framework: title;
    FrameworkItem: title;
    Support: title;
    Ground: title;
    GrantProject: title;
    Body: title;
    Lane: title;
    TimetableItem: title;
    Session: title;
    Idea: text;
}

impl Titled for Ballot {
    fn title_text(&self) -> String {
        self.table.clone()
    }
}

impl Titled for Guess {
    fn title_text(&self) -> String {
        self.table.clone()
    }
}

impl Titled for Sheet {
    fn title_text(&self) -> String {
        self.year.in_plan()
    }
}

impl EditLabel {
    /// An act done to a record of kind `T` that is called `title`.
    pub fn to<T: Record>(operation: Operation, title: impl Into<String>) -> Self {
        Self {
            operation,
            kind: T::PREFIX.to_owned(),
            title: title.into().chars().take(60).collect(),
        }
    }

    /// An act done to the strategy as a whole.
    pub fn to_all(operation: Operation) -> Self {
        Self {
            operation,
            kind: String::new(),
            title: String::new(),
        }
    }
}
