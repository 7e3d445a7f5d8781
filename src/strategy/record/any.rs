//! A record of any kind, between a text and its table.

use std::any::Any;
use std::fmt;

use super::{Children, Field, Members};
use crate::for_each_kind;

use crate::*;

/// Error: an id is used by two records of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice(pub String);

/// A record of any kind.
pub trait AnyRecord: Members + Any {
    /// Its kind.
    fn kind(&self) -> Kind;
    /// Its number.
    fn number(&self) -> u64;
    /// Puts it at its place among its siblings.
    fn set_order(&mut self, order: Order);
    /// Puts it under the record with this number.
    fn set_parent(&mut self, parent: u64);
    /// Puts it into its table.
    fn put(self: Box<Self>, strategy: &mut Strategy) -> Result<(), Twice>;
}

impl<T: Record> AnyRecord for T {
    fn kind(&self) -> Kind {
        T::KIND
    }

    fn number(&self) -> u64 {
        self.id().number()
    }

    fn set_order(&mut self, order: Order) {
        Row::set_order(self, order);
    }

    fn set_parent(&mut self, parent: u64) {
        Row::set_parent(self, Id::new(parent));
    }

    fn put(self: Box<Self>, strategy: &mut Strategy) -> Result<(), Twice> {
        let id = self.id();
        match T::table_mut(strategy).insert(*self) {
            // There is one 表紙 from the start.
            Some(_) if T::KIND != Kind::About => Err(Twice(id.to_string())),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for dyn AnyRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kind().prefix(), self.number())
    }
}

impl dyn AnyRecord {
    /// The record, if it is of this kind.
    pub fn as_kind<T: Record>(&mut self) -> Option<&mut T> {
        let any: &mut dyn Any = self;
        any.downcast_mut()
    }

    /// The same, to keep it.
    pub fn into_kind<T: Record>(self: Box<Self>) -> Option<Box<T>> {
        let any: Box<dyn Any> = self;
        any.downcast().ok()
    }
}

/// Functions that a program needs to read the records of one kind. A program that names a few kinds carries no code of the others.
#[derive(Debug)]
pub struct ReadableKind {
    /// The kind.
    pub kind: Kind,
    /// Makes a blank record.
    pub blank: fn() -> Box<dyn AnyRecord>,
    /// Returns every mention, by records of the kind, of a record that is not there.
    pub dangling: fn(&Strategy) -> Vec<Flaw>,
}

impl ReadableKind {
    /// Returns what the records of `T` need.
    pub const fn of<T: Mentions>() -> Self {
        Self {
            kind: T::KIND,
            blank: || Box::new(T::blank()),
            dangling: Strategy::dangling_of::<T>,
        }
    }
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        impl Kind {
            /// Returns the fields of this kind.
            pub const fn fields(self) -> &'static [Field] {
                match self {
                    Kind::About => About::FIELDS,
                    $(Kind::$type => $type::FIELDS,)*
                }
            }

            /// The lists of records that stand under one of its records in a file.
            pub const fn lists(self) -> &'static [Children] {
                match self {
                    Kind::About => About::LISTS,
                    $(Kind::$type => $type::LISTS,)*
                }
            }

            /// Makes a blank record.
            pub fn blank(self) -> Box<dyn AnyRecord> {
                match self {
                    Kind::About => Box::new(About::default()),
                    $(Kind::$type => Box::new($type::default()),)*
                }
            }
        }

        /// Every kind, to be read.
        pub const EVERY_KIND: &[ReadableKind] =
            &[ReadableKind::of::<About>(), $(ReadableKind::of::<$type>(),)*];
    };
}

for_each_kind!(define);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Need;

    #[test]
    fn every_field_of_every_kind_is_described_once_and_can_be_read_and_written() {
        for kind in Kind::ALL {
            let mut record = kind.blank();
            let members: &mut dyn Members = &mut *record;
            let fields = members.fields();
            assert_eq!(members.values().len(), fields.len(), "{kind:?}");
            let lists = members.lists().iter().map(|list| list.name);
            let mut names: Vec<&str> = fields.iter().map(|f| f.name).chain(lists).collect();
            names.sort_unstable();
            assert!(names.windows(2).all(|two| two[0] != two[1]), "{names:?}");
            for index in 0..fields.len() {
                assert!(members.slot(index).is_some(), "{kind:?}");
            }
            assert!(members.slot(fields.len()).is_none(), "{kind:?}");
            // A record, unlike a value in one, has a place.
            assert!(
                fields.iter().any(|field| field.need == Need::Place),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn every_kind_stands_in_one_list_of_the_file_and_before_a_field_there_is() {
        let mut stands = Vec::new();
        for kind in Kind::ALL {
            for list in kind.lists() {
                let named = |field: &crate::record::Field| field.name == list.before;
                assert!(list.before.is_empty() || kind.fields().iter().any(named));
                stands.push(list.kind);
            }
        }
        stands.sort();
        // Measures are also sorted under a heading, and lines on two sides.
        stands.dedup();
        assert_eq!(stands, Kind::ALL[1..]);
    }
}
