//! The order keys of a strategy: the file tells the order of siblings, not the keys that make it, and an edit made
//! before fits only where the keys are the same (E1).

use std::collections::BTreeMap;

use crate::for_each_kind;
use crate::strategy::*;

/// Order keys, by the id of their record.
pub(in crate::keep) type Orders = BTreeMap<String, String>;

/// A record's id and its order key.
type Key = (String, String);

fn differing<'s, T: Record>(
    from: &'s Strategy,
    to: &'s Strategy,
) -> Box<dyn Iterator<Item = Key> + 's> {
    Box::new(T::table(to).iter().filter_map(|record| {
        let before = from.get(record.id())?;
        let differs = before.order() != record.order();
        differs.then(|| (record.id().to_string(), record.order().as_str().to_owned()))
    }))
}

fn set<T: Record>(strategy: &mut Strategy, id: &str, order: &Order) -> bool {
    let Ok(id) = id.parse::<Id<T>>() else {
        return false;
    };
    if let Some(record) = strategy.get(id) {
        let mut moved = T::clone(record);
        moved.set_order(order.clone());
        T::table_mut(strategy).insert(moved);
    }
    true
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        /// The order keys that the records of one strategy have otherwise in another, found as they are asked for.
        pub(in crate::keep) fn orders<'s>(
            from: &'s Strategy,
            to: &'s Strategy,
        ) -> impl Iterator<Item = (String, String)> + 's {
            let kinds = [$(differing::<$type>(from, to)),*];
            kinds.into_iter().flatten()
        }

        /// Gives a record its order key. One that is not there is passed over.
        pub(in crate::keep) fn set_order(strategy: &mut Strategy, id: &str, key: &str) {
            if let Ok(order) = Order::parse(key) {
                let _ = $(set::<$type>(strategy, id, &order) ||)* false;
            }
        }
    };
}

for_each_kind!(define);

/// Gives records their order keys. Those that are not there are passed over.
#[cfg(test)]
pub(in crate::keep) fn set_orders(strategy: &mut Strategy, orders: &Orders) {
    for (id, key) in orders {
        set_order(strategy, id, key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit;

    #[test]
    fn k2_order_keys_come_back_as_they_were_whatever_else_is_there() {
        let mut strategy = Strategy::default();
        for (number, order) in [(5, 2), (3, 0), (4, 1)] {
            strategy.lanes.insert(Lane {
                id: Id::new(number),
                order: Order::nth(order),
                title: number.to_string(),
                stages: false,
            });
        }
        let plain = strategy.clone();
        let edit = edit::shift(&strategy, Id::<Lane>::new(5), 1).expect("moves");
        edit.apply(&mut strategy).expect("fits");
        let keys: Orders = orders(&plain, &strategy).collect();
        assert_eq!(keys.keys().collect::<Vec<_>>(), ["n5"]);
        let mut again = plain.clone();
        set_orders(&mut again, &keys);
        assert_eq!(again, strategy);
        again.lanes.remove(Id::new(5));
        let before = again.clone();
        set_orders(&mut again, &keys);
        assert_eq!(again, before);
    }
}
