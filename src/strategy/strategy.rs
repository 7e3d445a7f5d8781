//! 総合戦略: a handful of tables.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;

/// A kind of thing that has an identity and a place.
pub trait Record: Clone + PartialEq + Serialize + DeserializeOwned + 'static {
    /// What its ids begin with.
    const PREFIX: &'static str;
    /// Which kind it is.
    const KIND: Kind;
    /// The kind it stands under.
    type Parent: Record;

    /// Its identity.
    fn id(&self) -> Id<Self>;
    /// The record it stands under.
    fn parent(&self) -> Id<Self::Parent>;
    /// Whether another record stands in the same list, so that their orders can be compared:
    /// under the same parent; measures also under the same heading, lines also on the same side.
    fn beside(&self, other: &Self) -> bool;
    /// Its place among its siblings.
    fn order(&self) -> Order;
    /// Puts it elsewhere among its siblings.
    fn set_order(&mut self, order: Order);
    /// The table of a strategy that holds its kind.
    fn table(strategy: &Strategy) -> &Table<Self>;
    /// The same, to change it.
    fn table_mut(strategy: &mut Strategy) -> &mut Table<Self>;
}

/// Records of one kind by id. Cloning shares everything; changing a shared table copies it first.
#[derive(Debug, PartialEq)]
pub struct Table<T: Record>(Arc<BTreeMap<Id<T>, Arc<T>>>);

impl<T: Record> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Record> Default for Table<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Record> Table<T> {
    /// The record with this id.
    pub fn get(&self, id: Id<T>) -> Option<&Arc<T>> {
        self.0.get(&id)
    }

    /// Whether there is such a record.
    pub fn contains(&self, id: Id<T>) -> bool {
        self.0.contains_key(&id)
    }

    /// Puts a record in; gives back the one it replaces.
    pub fn insert(&mut self, record: impl Into<Arc<T>>) -> Option<Arc<T>> {
        let record = record.into();
        Arc::make_mut(&mut self.0).insert(record.id(), record)
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: Id<T>) -> Option<Arc<T>> {
        Arc::make_mut(&mut self.0).remove(&id)
    }

    /// Every record, by id.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Arc<T>> + Clone {
        self.0.values()
    }

    /// Every id, in order of number.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = Id<T>> + Clone {
        self.0.keys().copied()
    }

    /// How many records.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every record, in the order people see among siblings (ties by id).
    pub fn sorted(&self) -> Vec<&Arc<T>> {
        as_read(self.iter().collect())
    }

    /// The records under one parent, in order. Walks the whole table: for many parents, use [`Table::by_parent`].
    pub fn under(&self, parent: Id<T::Parent>) -> Vec<&Arc<T>> {
        as_read(self.iter().filter(|r| r.parent() == parent).collect())
    }

    /// The records that stand in one list with this one, itself left out, in order. It need not be in the table.
    pub fn beside(&self, record: &T) -> Vec<&Arc<T>> {
        let others = self.iter().filter(|r| r.id() != record.id());
        as_read(others.filter(|r| r.beside(record)).collect())
    }

    /// The records grouped by parent, each group in order.
    pub fn by_parent(&self) -> BTreeMap<Id<T::Parent>, Vec<&Arc<T>>> {
        let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for record in self.iter() {
            groups.entry(record.parent()).or_default().push(record);
        }
        for group in groups.values_mut() {
            *group = as_read(std::mem::take(group));
        }
        groups
    }
}

impl<T: Record> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        let mut table = BTreeMap::new();
        for record in records {
            table.insert(record.id(), Arc::new(record));
        }
        Self(Arc::new(table))
    }
}

fn as_read<T: Record>(records: Vec<&Arc<T>>) -> Vec<&Arc<T>> {
    in_order(records, |r| (Some(r.order()), r.id().number()))
}

/// Runs a macro with the list of every kind: `Type, table field, prefix, Parent type, parent field`.
/// Parents come before their children.
#[macro_export]
macro_rules! for_each_kind {
    ($run:ident) => {
        $run! {
            Section, sections, "t", About, root;
            Goal, goals, "g", About, root;
            Division, divisions, "d", Goal, goal;
            Measure, measures, "m", Goal, goal;
            Initiative, initiatives, "i", Measure, measure;
            Sheet, sheets, "y", Measure, measure;
            Line, lines, "l", Sheet, sheet;
            Indicator, indicators, "k", About, root;
            Series, series, "r", Indicator, indicator;
            Framework, frameworks, "f", About, root;
            FrameworkItem, framework_items, "a", Framework, framework;
            Support, supports, "u", About, root;
            Body, bodies, "b", About, root;
            Lane, lanes, "n", About, root;
            TimetableItem, timetable, "j", Lane, lane;
            Idea, ideas, "o", About, root;
        }
    };
}

macro_rules! parent_id {
    ($record:expr, root) => {
        About::ID
    };
    ($record:expr, $field:ident) => {
        $record.$field
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

        /// The kinds of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            /// [`About`].
            About,
            $(
                #[doc = concat!("[`", stringify!($type), "`].")]
                $type,
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
            impl Record for $type {
                const PREFIX: &'static str = $prefix;
                const KIND: Kind = Kind::$type;
                type Parent = $parent;

                fn id(&self) -> Id<Self> {
                    self.id
                }
                fn parent(&self) -> Id<$parent> {
                    parent_id!(self, $field)
                }
                fn beside(&self, other: &Self) -> bool {
                    same_list!(self, other, $type)
                }
                fn order(&self) -> Order {
                    self.order
                }
                fn set_order(&mut self, order: Order) {
                    self.order = order;
                }
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

impl Record for About {
    const PREFIX: &'static str = "s";
    const KIND: Kind = Kind::About;
    type Parent = About;

    fn id(&self) -> Id<Self> {
        self.id
    }
    fn parent(&self) -> Id<About> {
        About::ID
    }
    fn beside(&self, _: &Self) -> bool {
        true
    }
    fn order(&self) -> Order {
        Order::default()
    }
    fn set_order(&mut self, _: Order) {}
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

    /// The record with this id, of whatever kind.
    pub fn get<T: Record>(&self, id: Id<T>) -> Option<&Arc<T>> {
        T::table(self).get(id)
    }

    /// The measures of a goal as read: those under no heading first, then heading by heading.
    pub fn measures_of(&self, goal: Id<Goal>) -> Vec<&Arc<Measure>> {
        let mut all = self.measures.under(goal);
        all.sort_by_key(|m| {
            let heading = m.division.and_then(|id| self.divisions.get(id));
            (heading.map(|d| (d.order, d.id)), m.order, m.id)
        });
        all
    }
}
