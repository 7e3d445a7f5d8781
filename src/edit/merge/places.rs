//! Places of a file in the keys of a plan. A file says by its order alone where records stand: read again, all of a list
//! have other keys. Those whose order among each other is the same have the keys they had.

use std::sync::Arc;

use strategy::for_each_kind;
use strategy::*;

/// The same strategy, its records at the places they have in another wherever they stand in its order (E53).
pub fn placed_as(like: &Strategy, strategy: &Strategy) -> Strategy {
    let mut placed = strategy.clone();
    macro_rules! each {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            $(place::<$type>(like, &mut placed);)*
        };
    }
    for_each_kind!(each);
    placed
}

/// The same strategy, its lists that hold the records of another in their order at the places they have there (E105): both
/// sides put them in one order, maybe each by moving others.
pub(super) fn agreed(like: &Strategy, strategy: &Strategy) -> Strategy {
    let mut agreed = strategy.clone();
    macro_rules! each {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            $(agree::<$type>(like, &mut agreed);)*
        };
    }
    for_each_kind!(each);
    agreed
}

fn agree<T: Record>(like: &Strategy, strategy: &mut Strategy) {
    let groups = T::table(strategy).by_parent();
    let likes = T::table(like).by_parent();
    let theirs: Vec<_> = likes.iter().flat_map(|group| lists(group)).collect();
    let ids = |list: &[&Arc<T>]| list.iter().map(|one| one.id()).collect::<Vec<_>>();
    let orders = sort::map(theirs.iter().map(|list| (ids(list), list)));
    let mut moved = Vec::new();
    for group in groups.iter() {
        for list in lists(group) {
            let Some(there) = orders.get(&ids(&list)) else {
                continue;
            };
            for (record, other) in list.iter().zip(*there) {
                if record.beside(other) && record.order() != other.order() {
                    let mut record = T::clone(record);
                    record.set_order(other.order().clone());
                    moved.push(record);
                }
            }
        }
    }
    let table = T::table_mut(strategy);
    for record in moved {
        table.insert(record);
    }
}

fn place<T: Record>(like: &Strategy, strategy: &mut Strategy) {
    let groups = T::table(strategy).by_parent();
    let mut moved = Vec::new();
    for group in groups.iter() {
        for list in lists(group) {
            moved.extend(placed(like, &list));
        }
    }
    let table = T::table_mut(strategy);
    for record in moved {
        table.insert(record);
    }
}

/// The records under one parent, list by list.
pub(super) fn lists<'a, T: Record>(group: &[&'a Arc<T>]) -> Vec<Vec<&'a Arc<T>>> {
    let mut lists: Vec<Vec<&Arc<T>>> = Vec::new();
    for record in group {
        match lists.iter_mut().find(|list| list[0].beside(record)) {
            Some(list) => list.push(record),
            None => lists.push(vec![record]),
        }
    }
    lists
}

/// The records of a list that need another key.
fn placed<T: Record>(like: &Strategy, list: &[&Arc<T>]) -> Vec<T> {
    let there = |record: &Arc<T>| {
        let there = like.get(record.id()).filter(|there| there.beside(record));
        (there.map(|there| there.order()), record.id())
    };
    let keys: Vec<_> = list.iter().map(|record| there(record)).collect();
    keyed(list, &keys)
}

/// The records of a list that need another key than they have, where `keys` are those to be kept, as far as they rise.
pub(super) fn keyed<T: Record>(list: &[&Arc<T>], keys: &[(Option<&Order>, Id<T>)]) -> Vec<T> {
    let known = known(keys);
    let next = next_known(&known);
    let mut moved = Vec::new();
    let mut last: Option<Order> = None;
    for (at, record) in list.iter().enumerate() {
        let order = match known[at] {
            Some(order) => order.clone(),
            None => Order::between(last.as_ref(), next[at], record.id().number()),
        };
        if *record.order() != order {
            let mut record = T::clone(record);
            record.set_order(order.clone());
            moved.push(record);
        }
        last = Some(order);
    }
    moved
}

/// Of each place, the first key known at it or behind it.
fn next_known<K: Copy>(known: &[Option<K>]) -> Vec<Option<K>> {
    let mut next = None;
    let mut all: Vec<Option<K>> = known.to_vec();
    for key in all.iter_mut().rev() {
        next = key.or(next);
        *key = next;
    }
    all
}

/// The keys of records that are known, of those that they had and of their ids: the most that rise, and the same key for
/// those around whose ids rise. Nothing can be put between two that have one key.
fn known<K: Ord + Copy, I: Ord>(keys: &[(Option<K>, I)]) -> Vec<Option<K>> {
    let own: Vec<Option<K>> = keys.iter().map(|(key, _)| *key).collect();
    let rising = rising(&own);
    let mut known: Vec<Option<K>> = own
        .iter()
        .zip(&rising)
        .map(|(key, rises)| key.filter(|_| *rises))
        .collect();
    for at in (0..keys.len()).filter(|at| rising[*at]) {
        let free = |other: &usize| !rising[*other];
        let behind = (at + 1..keys.len()).take_while(free);
        let behind = behind.take_while(|other| keys[other - 1].1 < keys[*other].1);
        let before = (0..at).rev().take_while(free);
        let before = before.take_while(|other| keys[*other].1 < keys[other + 1].1);
        let same = |other: &usize| own[*other] == own[at];
        let last = behind.filter(same).last().unwrap_or(at);
        let first = before.filter(same).last().unwrap_or(at);
        known[first..=last].fill(own[at]);
    }
    known
}

/// Marks the longest strictly rising subsequence of the keys.
fn rising<K: Ord>(keys: &[Option<K>]) -> Vec<bool> {
    // Of each length, the place where the lowest such row ends; and of each place, the one before it in its row.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; keys.len()];
    for (at, key) in keys.iter().enumerate() {
        if key.is_some() {
            let length = ends.partition_point(|end| keys[*end] < *key);
            before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
            match ends.get_mut(length) {
                // Of two alike, the first: the second gave way when something came between them.
                Some(end) if keys[*end] == *key => {}
                Some(end) => *end = at,
                None => ends.push(at),
            }
        }
    }
    let mut rising = vec![false; keys.len()];
    let mut at = ends.last().copied();
    while let Some(here) = at {
        rising[here] = true;
        at = before[here];
    }
    rising
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e53_nothing_is_put_between_two_that_have_one_key() {
        let known = |keys: &[(i32, u8)]| {
            let keys: Vec<_> = keys
                .iter()
                .map(|(key, id)| ((*key >= 0).then_some(*key), *id))
                .collect();
            let known = known(&keys).into_iter();
            known.map(|key| key.unwrap_or(-1)).collect::<Vec<_>>()
        };
        assert!(known(&[]).is_empty());
        assert_eq!(known(&[(-1, 2), (-1, 1)]), [-1, -1]);
        // As they stood, and the other way round.
        assert_eq!(known(&[(0, 1), (0, 2)]), [0, 0]);
        assert_eq!(known(&[(0, 2), (0, 1)]), [0, -1]);
        // A new one between two, whose id lies between theirs, or does not.
        assert_eq!(known(&[(0, 1), (-1, 2), (0, 3), (1, 4)]), [0, 0, 0, 1]);
        assert_eq!(known(&[(0, 1), (-1, 9), (0, 3), (1, 4)]), [0, -1, -1, 1]);
        // One of two moved to the end, and a new one before it.
        assert_eq!(known(&[(0, 1), (-1, 9), (1, 3), (0, 2)]), [0, -1, 1, -1]);
    }

    #[test]
    fn e53_the_most_that_rise_are_kept() {
        let kept = |keys: &[i32]| {
            let keys: Vec<_> = keys.iter().map(|key| (*key >= 0).then_some(*key)).collect();
            rising(&keys)
                .iter()
                .map(|kept| if *kept { '+' } else { '-' })
                .collect::<String>()
        };
        assert_eq!(kept(&[]), "");
        assert_eq!(kept(&[1, 2, 3]), "+++");
        assert_eq!(kept(&[3, 1, 2]), "-++");
        assert_eq!(kept(&[1, 9, 2, 3]), "+-++");
        assert_eq!(kept(&[-1, 1, -1, 2, -1]), "-+-+-");
    }
}
