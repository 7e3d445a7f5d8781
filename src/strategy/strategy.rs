//! 総合戦略: a handful of tables.

use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::record::{Members, Value};
use super::*;

/// A kind of thing that has an identity and a place.
pub trait Record:
    Clone + PartialEq + Value + Members + Serialize + DeserializeOwned + 'static
{
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
    fn order(&self) -> &Order;
    /// Puts it elsewhere among its siblings.
    fn set_order(&mut self, order: Order);
    /// The table of a strategy that holds its kind.
    fn table(strategy: &Strategy) -> &Table<Self>;
    /// The same, to change it.
    fn table_mut(strategy: &mut Strategy) -> &mut Table<Self>;
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

        impl Kind {
            /// What its table is called in what browsers keep.
            pub fn table(self) -> &'static str {
                match self {
                    Kind::About => "about",
                    $(Kind::$type => stringify!($table),)*
                }
            }
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
                fn order(&self) -> &Order {
                    &self.order
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
    fn order(&self) -> &Order {
        Order::alone()
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
            (heading.map(|d| (&d.order, d.id)), &m.order, m.id)
        });
        all
    }
}
