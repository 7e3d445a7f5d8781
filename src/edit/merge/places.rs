//! Places of a file in the keys of a plan. A file says by its order alone where records stand: read again, all of a list
//! have other keys. Those whose order among each other is the same have the keys they had.

use std::sync::Arc;

use crate::for_each_kind;
use crate::strategy::*;

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
fn lists<'a, T: Record>(group: &[&'a Arc<T>]) -> Vec<Vec<&'a Arc<T>>> {
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
        there.map(|there| (there.order(), record.id()))
    };
    let keys: Vec<_> = list.iter().map(|record| there(record)).collect();
    let kept = rising(&keys);
    let mut moved = Vec::new();
    let mut last: Option<Order> = None;
    for (at, record) in list.iter().enumerate() {
        let order = match keys[at].filter(|_| kept[at]) {
            Some((order, _)) => order.clone(),
            None => {
                let next = (at + 1..list.len()).find(|next| kept[*next]);
                let next = next.and_then(|next| keys[next]).map(|(order, _)| order);
                Order::between(last.as_ref(), next, record.id().number())
            }
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

/// Which of these rise from the first to the last: the most there can be.
fn rising<K: Ord>(keys: &[Option<K>]) -> Vec<bool> {
    // Of each length, the place where the lowest such row ends; and of each place, the one before it in its row.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; keys.len()];
    for (at, key) in keys.iter().enumerate() {
        if key.is_some() {
            let length = ends.partition_point(|end| keys[*end] < *key);
            before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
            match ends.get_mut(length) {
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
