//! Sorting, compiled once: std's sort is compiled again for every type it sorts, at 3.5 KB each.
//!
//! Only the comparison knows the type of the items; the sort knows only their indices.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts like `slice::sort`.
pub fn ascending<T: Ord>(items: &mut [T]) {
    let swaps = swaps_of(items);
    arrange(items, swaps);
}

/// Sorts like `slice::sort_by_cached_key`: computes the key of each item once.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    arrange(items, swaps_of(&keys));
}

/// Sorts items by their keys, which are in the same order as the items.
pub fn by_keys<T, K: Ord>(items: &mut [T], keys: &[K]) {
    arrange(items, swaps_of(keys));
}

/// Sorts like `slice::sort_by`.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &|a, b| compare(&items[a], &items[b]));
    arrange(items, swaps);
}

/// Collects into a set, sorted by this module first.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// Collects into a map, sorted by this module first.
pub fn map<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(items);
    map
}

fn swaps_of<K: Ord>(keys: &[K]) -> Vec<usize> {
    swaps(keys.len(), &|a, b| keys[a].cmp(&keys[b]))
}

fn arrange<T>(items: &mut [T], swaps: Vec<usize>) {
    for (place, other) in swaps.into_iter().enumerate() {
        items.swap(place, other);
    }
}

/// Compares the items at two indices.
type Compare<'a> = &'a dyn Fn(usize, usize) -> Ordering;

/// Returns the index to swap with each index, from the first on, that sorts the items.
fn swaps(len: usize, compare: Compare) -> Vec<usize> {
    let mut from = order(len, compare);
    for place in 0..len {
        let mut other = from[place];
        // The item at that index was swapped away before.
        while other < place {
            other = from[other];
        }
        from[place] = other;
    }
    from
}

/// Returns the indices of the items in order, stable: a merge sort.
fn order(len: usize, compare: Compare) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut merged = Vec::with_capacity(len);
    let mut sorted = 1;
    while sorted < len {
        for pair in places.chunks(2 * sorted) {
            let (left, right) = pair.split_at(sorted.min(pair.len()));
            merge(left, right, compare, &mut merged);
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        sorted *= 2;
    }
    places
}

fn merge(mut left: &[usize], mut right: &[usize], compare: Compare, merged: &mut Vec<usize>) {
    let apart = |(left, right): (&usize, &usize)| compare(*left, *right).is_le();
    // A sorted list costs one comparison.
    if !left.last().zip(right.first()).is_some_and(apart) {
        while let ([a, lefts @ ..], [b, rights @ ..]) = (left, right) {
            let next = if compare(*a, *b).is_le() {
                left = lefts;
                a
            } else {
                right = rights;
                b
            };
            merged.push(*next);
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Every item carries its first index, so that equal keys show whether the sort is stable.
        #[test]
        fn sorts_as_std_does(keys in prop::collection::vec(0u8..50, 0..300)) {
            let mut items: Vec<(u8, usize)> = keys.iter().copied().zip(0..).collect();
            let mut expected = items.clone();
            by_key(&mut items, |item| item.0);
            expected.sort_by_key(|item| item.0);
            prop_assert_eq!(&items, &expected);

            by(&mut items, |a, b| b.0.cmp(&a.0));
            expected.sort_by_key(|item| std::cmp::Reverse(item.0));
            prop_assert_eq!(&items, &expected);

            ascending(&mut items);
            expected.sort();
            prop_assert_eq!(items, expected);
        }

        /// No item is lost, whatever the comparison returns.
        #[test]
        fn a_comparison_that_contradicts_itself_loses_nothing(
            len in 0..100usize,
            said in prop::collection::vec(any::<bool>(), 100),
        ) {
            let mut items: Vec<usize> = (0..len).collect();
            let answer = |a: &usize, b: &usize| {
                if said[(a * 31 + b) % 100] { Ordering::Less } else { Ordering::Greater }
            };
            by(&mut items, answer);
            items.sort_unstable();
            prop_assert!(items.into_iter().eq(0..len));
        }
    }

    #[test]
    fn what_is_sorted_already_is_looked_at_once() {
        let looks = std::cell::Cell::new(0);
        let mut items: Vec<usize> = (0..10_000).collect();
        by(&mut items, |a, b| {
            looks.set(looks.get() + 1);
            a.cmp(b)
        });
        assert!(looks.get() < 10_000);
    }
}
