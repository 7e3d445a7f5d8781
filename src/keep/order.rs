//! The order keys of a strategy: the file keeps the order of siblings, not the keys that make it,
//! and an edit made before fits only where the keys are the same (E1).

use std::sync::Arc;

use crate::for_each_kind;
use crate::strategy::*;

fn read<T: Record>(strategy: &Strategy, into: &mut Vec<Order>) {
    into.extend(T::table(strategy).iter().map(|record| record.order()));
}

fn write<T: Record>(strategy: &mut Strategy, orders: &mut impl Iterator<Item = Order>) -> bool {
    let records: Vec<Arc<T>> = T::table(strategy).iter().cloned().collect();
    for record in records {
        let Some(order) = orders.next() else {
            return false;
        };
        if record.order() != order {
            let mut moved = T::clone(&record);
            moved.set_order(order);
            T::table_mut(strategy).insert(moved);
        }
    }
    true
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        /// The order keys of every record, kind by kind, by id.
        pub(super) fn orders(strategy: &Strategy) -> Vec<Order> {
            let mut orders = Vec::new();
            $(read::<$type>(strategy, &mut orders);)*
            orders
        }

        /// Gives every record its order key; `false`, and half done, when they are not as many.
        pub(super) fn set_orders(strategy: &mut Strategy, orders: Vec<Order>) -> bool {
            let mut orders = orders.into_iter();
            $(write::<$type>(strategy, &mut orders) &&)* orders.next().is_none()
        }
    };
}

for_each_kind!(define);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit;

    #[test]
    fn k2_order_keys_come_back_as_they_were() {
        let mut strategy = Strategy::default();
        for (number, order) in [(5, 2), (3, 0), (4, 1)] {
            strategy.lanes.insert(Lane {
                id: Id::new(number),
                order: Order::nth(order),
                title: number.to_string(),
                stages: false,
            });
        }
        let between = Order::between(Some(Order::nth(0)), Some(Order::nth(1))).expect("room");
        let mut moved = strategy
            .lanes
            .get(Id::new(5))
            .map(|l| Lane::clone(l))
            .expect("there");
        moved.order = between;
        strategy.lanes.insert(moved);
        let keys = orders(&strategy);
        let mut plain = strategy.clone();
        for (index, id) in [3, 5, 4].into_iter().enumerate() {
            let mut lane = plain
                .lanes
                .get(Id::new(id))
                .map(|l| Lane::clone(l))
                .expect("there");
            lane.order = Order::nth(index);
            plain.lanes.insert(lane);
        }
        assert!(!edit::Changes::between(&plain, &strategy).is_empty());
        assert!(set_orders(&mut plain, keys.clone()));
        assert_eq!(plain, strategy);
        assert!(!set_orders(&mut plain, keys[1..].to_vec()));
        assert!(!set_orders(&mut plain, [keys.as_slice(), &keys].concat()));
    }
}
