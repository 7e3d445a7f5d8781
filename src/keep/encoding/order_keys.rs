//! The order keys of a strategy: the file tells the order of siblings, not the keys that make it, and an edit made
//! before fits only where the keys are the same (E1).

use std::collections::BTreeMap;

use strategy::for_each_kind;
use strategy::record::AnyRecord;
use strategy::*;

/// Order keys, by the id of their record.
pub(crate) type Orders = BTreeMap<String, String>;

fn differing<T: Record>(from: &Strategy, to: &Strategy, into: &mut Orders) {
    for record in T::table(to).iter() {
        let before = from.get(record.id());
        if before.is_some_and(|before| before.order() != record.order()) {
            into.insert(record.id().to_string(), record.order().as_str().to_owned());
        }
    }
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        /// For each kind of record, what finds the order keys that those of one strategy have otherwise in another.
        pub(crate) const DIFFERING: &[fn(&Strategy, &Strategy, &mut Orders)] =
            &[$(differing::<$type>),*];

        /// Returns a copy of the record with this id; `None` for 表紙, which has no siblings.
        fn copy(strategy: &Strategy, id: AnyId) -> Option<Box<dyn AnyRecord>> {
            match id.kind {
                Kind::About => None,
                $(Kind::$type => {
                    let record = strategy.$table.get(Id::new(id.number))?;
                    Some(Box::new($type::clone(record)))
                })*
            }
        }
    };
}

for_each_kind!(define);

/// Gives a record its order key. One that is not there is passed over.
pub(crate) fn set_order(strategy: &mut Strategy, id: &str, key: &str) {
    let (Some(id), Ok(order)) = (AnyId::read(id), Order::parse(key)) else {
        return;
    };
    if let Some(mut record) = copy(strategy, id) {
        record.set_order(order);
        // It takes the place of the one with its id.
        let _ = record.put(strategy);
    }
}

/// Gives records their order keys. Those that are not there are passed over.
#[cfg(test)]
pub(crate) fn set_orders(strategy: &mut Strategy, orders: &Orders) {
    for (id, key) in orders {
        set_order(strategy, id, key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let mut keys = Orders::new();
        for differing in DIFFERING {
            differing(&plain, &strategy, &mut keys);
        }
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
