//! 総合戦略: a few tables.

use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::record::{Members, Value};
use super::*;
use crate::for_each_kind;

/// A kind of record: described field by field, and kept in a table of its own.
pub trait Record: Row + Clone + PartialEq + Value + Members + Serialize + DeserializeOwned {
    /// Returns the table of a strategy that holds this kind.
    fn table(strategy: &Strategy) -> &Table<Self>;
    /// Returns the same table, to change it.
    fn table_mut(strategy: &mut Strategy) -> &mut Table<Self>;
}

macro_rules! parent_id {
    ($record:expr, root) => {
        About::ID
    };
    ($record:expr, $field:ident) => {
        $record.$field
    };
}

macro_rules! set_parent {
    ($record:expr, root, $parent:ident) => {
        ()
    };
    ($record:expr, $field:ident, $parent:ident) => {
        $record.$field = $parent
    };
}

macro_rules! same_list {
    ($a:expr, $b:expr, Measure) => {
        $a.goal == $b.goal && $a.division == $b.division
    };
    ($a:expr, $b:expr, Line) => {
        $a.sheet == $b.sheet && $a.side == $b.side
    };
    ($a:expr, $b:expr, $type:ident) => {
        $a.parent() == $b.parent()
    };
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        /// 総合戦略, whole.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Strategy {
            /// 表紙: holds exactly one record, [`About::ID`].
            pub about: Table<About>,
            $(
                #[doc = concat!("Table of [`", stringify!($type), "`].")]
                pub $table: Table<$type>,
            )*
        }

        impl Default for Strategy {
            fn default() -> Self {
                Self {
                    about: [About::default()].into_iter().collect(),
                    $($table: Table::default(),)*
                }
            }
        }

        $(
            impl Identified for $type {
                const KIND: Kind = Kind::$type;
            }

            impl Row for $type {
                type Parent = $parent;

                fn id(&self) -> Id<Self> {
                    self.id
                }
                fn parent(&self) -> Id<$parent> {
                    parent_id!(self, $field)
                }
                fn set_parent(&mut self, _parent: Id<$parent>) {
                    set_parent!(self, $field, _parent)
                }
                fn beside(&self, other: &Self) -> bool {
                    same_list!(self, other, $type)
                }
                fn order(&self) -> &Order {
                    &self.order
                }
                fn set_order(&mut self, order: Order) {
                    self.order = order;
                }
            }

            impl Record for $type {
                fn table(strategy: &Strategy) -> &Table<Self> {
                    &strategy.$table
                }
                fn table_mut(strategy: &mut Strategy) -> &mut Table<Self> {
                    &mut strategy.$table
                }
            }
        )*
    };
}

for_each_kind!(define);

impl Identified for About {
    const KIND: Kind = Kind::About;
}

impl Row for About {
    type Parent = About;

    fn id(&self) -> Id<Self> {
        self.id
    }
    fn parent(&self) -> Id<About> {
        About::ID
    }
    fn set_parent(&mut self, _: Id<About>) {}
    fn beside(&self, _: &Self) -> bool {
        true
    }
    fn order(&self) -> &Order {
        Order::alone()
    }
    fn set_order(&mut self, _: Order) {}
}

impl Record for About {
    fn table(strategy: &Strategy) -> &Table<Self> {
        &strategy.about
    }
    fn table_mut(strategy: &mut Strategy) -> &mut Table<Self> {
        &mut strategy.about
    }
}

impl Strategy {
    /// 表紙.
    pub fn about(&self) -> Arc<About> {
        self.about.get(About::ID).cloned().unwrap_or_default()
    }

    /// Returns the number of its records of all kinds.
    pub fn count(&self) -> usize {
        let mut count = self.about.len();
        macro_rules! each {
            ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
                $(count += self.$table.len();)*
            };
        }
        for_each_kind!(each);
        count
    }

    /// Returns the record with this id.
    pub fn get<T: Record>(&self, id: Id<T>) -> Option<&Arc<T>> {
        T::table(self).get(id)
    }

    /// All measures as read: goal by goal.
    pub fn measures_in_order(&self) -> Vec<&Arc<Measure>> {
        let goals = self.goals.sorted().into_iter();
        goals.flat_map(|goal| self.measures_of(goal.id)).collect()
    }

    /// The measures of a goal as read: those under no heading first, then heading by heading.
    pub fn measures_of(&self, goal: Id<Goal>) -> Vec<&Arc<Measure>> {
        let mut all = self.measures.under(goal);
        sort::by_key(&mut all, |m| {
            let heading = m.division.and_then(|id| self.divisions.get(id));
            (heading.map(|d| (&d.order, d.id)), &m.order, m.id)
        });
        all
    }
}
