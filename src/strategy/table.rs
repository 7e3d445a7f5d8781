//! Records of one kind, by id.

use std::fmt;
use std::sync::Arc;

use super::{Groups, Id, Row, in_order};

/// Largest number of records in a leaf; a fuller one is split in two.
const FULL: usize = 128;

/// Adjacent records, by id; never empty.
type Leaf<T> = Arc<Vec<Arc<T>>>;

/// Records of one kind by id. A clone shares everything; a change to a shared table copies one leaf and the list of
/// leaves, never ten thousand records for one.
pub struct Table<T: Row> {
    leaves: Arc<Vec<Leaf<T>>>,
    len: usize,
}

/// Place of a record in a table, or the place where it would be inserted.
struct Slot {
    leaf: usize,
    at: Result<usize, usize>,
}

impl<T: Row> Table<T> {
    fn place(&self, id: Id<T>) -> Slot {
        let ends_before = |leaf: &Leaf<T>| leaf.last().is_some_and(|last| last.id() < id);
        // Records read from a file mostly come in order.
        if let Some((last, others)) = self.leaves.split_last()
            && ends_before(last)
        {
            return Slot {
                leaf: others.len(),
                at: Err(last.len()),
            };
        }
        let leaf = self.leaves.partition_point(ends_before);
        let at = match self.leaves.get(leaf) {
            Some(records) => records.binary_search_by_key(&id, |record| record.id()),
            None => Err(0),
        };
        Slot { leaf, at }
    }

    /// Returns the record with this id.
    pub fn get(&self, id: Id<T>) -> Option<&Arc<T>> {
        reads::note();
        let place = self.place(id);
        self.leaves.get(place.leaf)?.get(place.at.ok()?)
    }

    /// True if there is such a record.
    pub fn contains(&self, id: Id<T>) -> bool {
        self.place(id).at.is_ok()
    }

    /// Inserts a record; returns the one it replaces.
    pub fn insert(&mut self, record: impl Into<Arc<T>>) -> Option<Arc<T>> {
        self.put(record.into())
    }

    fn put(&mut self, record: Arc<T>) -> Option<Arc<T>> {
        let place = self.place(record.id());
        let leaves = Arc::make_mut(&mut self.leaves);
        if leaves.is_empty() {
            leaves.push(Leaf::default());
        }
        let leaf = Arc::make_mut(&mut leaves[place.leaf]);
        match place.at {
            Ok(at) => Some(std::mem::replace(&mut leaf[at], record)),
            Err(at) => {
                leaf.insert(at, record);
                if leaf.len() > FULL {
                    let rest = leaf.split_off(FULL / 2);
                    leaves.insert(place.leaf + 1, Arc::new(rest));
                }
                self.len += 1;
                None
            }
        }
    }

    /// Removes a record and returns it.
    pub fn remove(&mut self, id: Id<T>) -> Option<Arc<T>> {
        let Slot { leaf, at } = self.place(id);
        let at = at.ok()?;
        let leaves = Arc::make_mut(&mut self.leaves);
        let record = Arc::make_mut(&mut leaves[leaf]).remove(at);
        if leaves[leaf].is_empty() {
            leaves.remove(leaf);
        }
        self.len -= 1;
        Some(record)
    }

    /// Returns every record, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<T>> + Clone {
        let all = self.leaves.iter().flat_map(|leaf| leaf.iter());
        all.inspect(|_| reads::note())
    }

    /// Returns every id, in order of number.
    pub fn ids(&self) -> impl Iterator<Item = Id<T>> + Clone {
        self.iter().map(|record| record.id())
    }

    /// Returns the number of records.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True if the table has no records.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns every record, in the order people see among siblings (ties by id).
    pub fn sorted(&self) -> Vec<&Arc<T>> {
        as_read(self.iter().collect())
    }

    /// Returns the records under one parent, in order. Walks the whole table: for many parents, use
    /// [`Table::by_parent`].
    pub fn under(&self, parent: Id<T::Parent>) -> Vec<&Arc<T>> {
        as_read(self.iter().filter(|r| r.parent() == parent).collect())
    }

    /// Returns the other records in the list of this one, in order. It need not be in the table.
    pub fn beside(&self, record: &T) -> Vec<&Arc<T>> {
        let others = self.iter().filter(|r| r.id() != record.id());
        as_read(others.filter(|r| r.beside(record)).collect())
    }

    /// Returns the record directly behind one in its list, else the one directly before it.
    pub fn neighbour(&self, id: Id<T>) -> Option<Id<T>> {
        let record = self.get(id)?;
        let others = self.beside(record);
        let behind = others.partition_point(|r| (r.order(), r.id()) < (record.order(), id));
        let next = others.get(behind).or_else(|| others.last());
        next.map(|r| r.id())
    }

    /// Returns the records grouped by parent, each group in order.
    pub fn by_parent(&self) -> Groups<'_, T> {
        Groups::of(self.iter())
    }
}

fn as_read<T: Row>(records: Vec<&Arc<T>>) -> Vec<&Arc<T>> {
    in_order(records, |r| (Some(r.order()), r.id().number()))
}

impl<T: Row> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self {
            leaves: self.leaves.clone(),
            len: self.len,
        }
    }
}

impl<T: Row> Default for Table<T> {
    fn default() -> Self {
        Self {
            leaves: Arc::default(),
            len: 0,
        }
    }
}

impl<T: Row + PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        let same = |(a, b): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(a, b) || a == b;
        Arc::ptr_eq(&self.leaves, &other.leaves)
            || self.len == other.len && self.iter().zip(other.iter()).all(same)
    }
}

impl<T: Row + fmt::Debug> fmt::Debug for Table<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Row> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        let mut table = Self::default();
        for record in records {
            table.insert(record);
        }
        table
    }
}

/// Number of records read out of tables, for tests: the cost of a keystroke must not grow with the plan.
pub mod reads {
    #[cfg(feature = "fixtures")]
    use std::cell::Cell;

    #[cfg(feature = "fixtures")]
    std::thread_local! {
        static COUNT: Cell<usize> = const { Cell::new(0) };
    }

    /// Counts one read.
    pub(super) fn note() {
        #[cfg(feature = "fixtures")]
        COUNT.with(|count| count.set(count.get() + 1));
    }

    /// Returns the number of records that this thread reads during `act`.
    #[cfg(feature = "fixtures")]
    pub fn during(act: impl FnOnce()) -> usize {
        let before = COUNT.with(Cell::get);
        act();
        COUNT.with(Cell::get) - before
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::Idea;

    fn idea(number: u64, votes: u32) -> Arc<Idea> {
        Arc::new(Idea {
            id: Id::new(number),
            votes,
            ..Default::default()
        })
    }

    proptest! {
        /// A table behaves like a map by id under any inserts and removals; an earlier clone stays as it was.
        #[test]
        fn a_table_is_a_map(steps in prop::collection::vec((0u64..600, any::<bool>()), 0..2000)) {
            let (mut table, mut map) = (Table::<Idea>::default(), BTreeMap::new());
            let (mut copy, mut copied) = (table.clone(), map.clone());
            for (at, (number, puts)) in (0..).zip(steps) {
                let id = Id::<Idea>::new(number);
                if puts {
                    let record = idea(number, at);
                    prop_assert_eq!(table.insert(record.clone()), map.insert(id, record));
                } else {
                    prop_assert_eq!(table.remove(id), map.remove(&id));
                }
                prop_assert_eq!(table.get(id), map.get(&id));
                prop_assert_eq!(table.contains(id), map.contains_key(&id));
                if at % 97 == 0 {
                    prop_assert!(copy.iter().eq(copied.values()));
                    (copy, copied) = (table.clone(), map.clone());
                }
            }
            prop_assert_eq!(table.len(), map.len());
            prop_assert!(table.iter().eq(map.values()));
            prop_assert!(table.ids().eq(map.keys().copied()));
            prop_assert_eq!(map.values().map(|idea| Idea::clone(idea)).collect::<Table<Idea>>(), table);
        }
    }
}
