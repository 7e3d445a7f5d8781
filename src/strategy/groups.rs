//! Records grouped by parent.

use std::ops::Range;
use std::sync::Arc;

use super::{Id, Row, sort};

/// Records of a table by parent, those under one parent in order.
pub struct Groups<'a, T: Row> {
    records: Vec<&'a Arc<T>>,
    /// Number of the parent of each record.
    parents: Vec<u64>,
}

impl<'a, T: Row> Groups<'a, T> {
    /// Groups records.
    pub fn of(records: impl Iterator<Item = &'a Arc<T>>) -> Self {
        let mut records: Vec<_> = records.collect();
        sort::by_key(&mut records, |r| {
            (r.parent().number(), r.order(), r.id().number())
        });
        Self {
            parents: records.iter().map(|r| r.parent().number()).collect(),
            records,
        }
    }

    /// Returns the records under one parent.
    pub fn under(&self, parent: Id<T::Parent>) -> &[&'a Arc<T>] {
        &self.records[stretch(&self.parents, parent.number())]
    }

    /// Returns every group, by parent; no group is empty.
    pub fn iter(&self) -> impl Iterator<Item = &[&'a Arc<T>]> {
        self.records.chunk_by(|a, b| a.parent() == b.parent())
    }

    /// Sorts each group by another key.
    pub fn arranged<K: Ord>(mut self, key: impl Fn(&'a Arc<T>) -> K) -> Self {
        sort::by_key(&mut self.records, |r| (r.parent().number(), key(r)));
        self
    }
}

fn stretch(parents: &[u64], parent: u64) -> Range<usize> {
    let first = parents.partition_point(|one| *one < parent);
    let here = parents[first..].partition_point(|one| *one == parent);
    first..first + here
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Measure, Order, Table};

    proptest! {
        #[test]
        fn a_group_is_what_stands_under_its_parent_in_order(
            places in prop::collection::vec((0u64..8, 0usize..5), 0..60),
        ) {
            let one = |(id, (goal, place)): (u64, (u64, usize))| Measure {
                id: Id::new(id),
                goal: Id::new(goal),
                order: Order::nth(place),
                ..Default::default()
            };
            let table: Table<Measure> = (0..).zip(places).map(one).collect();
            let groups = table.by_parent();
            for goal in 0..9 {
                prop_assert_eq!(groups.under(Id::new(goal)), table.under(Id::new(goal)));
            }
            let goals: Vec<u64> = groups.iter().map(|group| group[0].goal.number()).collect();
            prop_assert!(goals.is_sorted_by(|a, b| a < b));
            prop_assert_eq!(groups.iter().flatten().count(), table.len());

            let turned = groups.arranged(|m| std::cmp::Reverse(m.id));
            for group in turned.iter() {
                prop_assert!(group.is_sorted_by(|a, b| a.goal == b.goal && a.id > b.id));
            }
        }
    }
}
