//! Comparing two strategies in stretches.

use std::sync::Arc;

use browser::TimeSlice;
use strategy::for_each_kind;
use strategy::*;

/// Records compared between two looks at the clock.
const STRETCH: usize = 512;

/// Compares the records of one kind from the `from`-th on: whether they are the same, and whether there are more.
fn compare<T: Record>(a: &Strategy, b: &Strategy, from: usize) -> (bool, bool) {
    let (a, b) = (T::table(a), T::table(b));
    let pairs = a.iter().zip(b.iter()).skip(from).take(STRETCH);
    let same = a.len() == b.len() && pairs.clone().all(|(a, b)| Arc::ptr_eq(a, b) || a == b);
    (same, from + STRETCH < a.len())
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        const KINDS: &[fn(&Strategy, &Strategy, usize) -> (bool, bool)] =
            &[compare::<About>, $(compare::<$type>),*];
    };
}

for_each_kind!(define);

/// True if two strategies are equal, to the last order key.
pub(crate) async fn same(a: &Strategy, b: &Strategy, mut slice: TimeSlice) -> bool {
    for compare in KINDS {
        let mut from = 0;
        loop {
            let (same, more) = compare(a, b, from);
            if !same {
                return false;
            }
            slice.yield_if_due().await;
            if !more {
                break;
            }
            from += STRETCH;
        }
    }
    true
}
