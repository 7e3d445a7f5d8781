//! Order that both sides agree on (E117): where two records of a list stand in the same order on both sides, they stand
//! so in the outcome. Each move takes its own record to its place; two of them may pass each other, though neither side
//! wanted that.

use super::places::{keyed, lists};
use super::{Act, Merge};
use strategy::{Kind, Record, Strategy, for_each_kind};

impl Merge {
    /// Puts the lists in which a record was moved in an order that breaks nothing that both sides agree on.
    pub(super) fn keep_agreed_order(&self, after: &mut Strategy) {
        let sides = [&self.mine, &self.theirs];
        let is_moved = |kind| {
            let mut rows = self.rows.iter();
            rows.any(|row| row.act == Act::Moved && row.spot.record.kind == kind)
        };
        macro_rules! each {
            ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
                $(if is_moved(Kind::$type) {
                    keep_order::<strategy::$type>(sides, after);
                })*
            };
        }
        for_each_kind!(each);
    }
}

fn keep_order<T: Record>(sides: [&Strategy; 2], after: &mut Strategy) {
    let mut moved = Vec::new();
    for group in T::table(after).by_parent().iter() {
        for list in lists(group) {
            let places = list.iter().map(|record| {
                let place = |side: &'_ Strategy| {
                    let there = side.get(record.id()).filter(|there| there.beside(record))?;
                    Some((there.order().clone(), record.id()))
                };
                let [mine, theirs] = sides.map(place);
                Some([mine?, theirs?])
            });
            if let Some(order) = in_agreed_order(&places.collect::<Vec<_>>()) {
                let list: Vec<_> = order.iter().map(|at| list[*at]).collect();
                let keys: Vec<_> = list
                    .iter()
                    .map(|record| (Some(record.order()), record.id()))
                    .collect();
                moved.extend(keyed(&list, &keys));
            }
        }
    }
    let table = T::table_mut(after);
    for record in moved {
        table.insert(record);
    }
}

/// Returns the places of a list in an order in which no two stand otherwise than on both sides; `None`: they stand so
/// already. `places` are those of each on both sides; `None`: it is new on one of them, or stands elsewhere there.
fn in_agreed_order<P: Ord + Clone>(places: &[Option<[P; 2]>]) -> Option<Vec<usize>> {
    let mut order: Vec<usize> = Vec::with_capacity(places.len());
    let mut last: [Option<&P>; 2] = [None, None];
    let mut changed = false;
    for (at, place) in places.iter().enumerate() {
        let mut to = order.len();
        if let Some([mine, theirs]) = place {
            // If it stands behind all others on one side, it passed none that is behind it on both.
            let passed = last[0].is_some_and(|last| last > mine)
                && last[1].is_some_and(|last| last > theirs);
            let is_behind = |other: &usize| match &places[*other] {
                Some([m, t]) => m > mine && t > theirs,
                None => false,
            };
            to = passed
                .then(|| order.iter().position(is_behind))
                .flatten()
                .unwrap_or(to);
            last = [last[0].max(Some(mine)), last[1].max(Some(theirs))];
        }
        changed |= to < order.len();
        order.insert(to, at);
    }
    changed.then_some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e117_what_both_sides_agree_on_stands_so() {
        let of = |places: &[(u8, u8)]| {
            let places: Vec<_> = places
                .iter()
                .map(|(mine, theirs)| (*mine > 0).then_some([*mine, *theirs]))
                .collect();
            in_agreed_order(&places)
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(1, 1), (2, 2), (3, 3)]), None);
        // The sides differ: nothing is agreed on.
        assert_eq!(of(&[(2, 1), (1, 2)]), None);
        assert_eq!(of(&[(2, 2), (1, 1)]), Some(vec![1, 0]));
        // New ones stay behind what they stand behind.
        assert_eq!(of(&[(2, 2), (0, 0), (1, 1)]), Some(vec![2, 0, 1]));
        assert_eq!(of(&[(3, 3), (2, 4), (1, 1)]), Some(vec![2, 0, 1]));
    }
}
