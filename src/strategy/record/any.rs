//! A record of whatever kind, on its way between a text and its table.

use super::{Field, Members};
use crate::for_each_kind;

use crate::*;

/// An id that stands for two records of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice(pub String);

macro_rules! set_parent {
    ($record:ident, root, $parent:ident) => {
        ()
    };
    ($record:ident, $field:ident, $parent:ident) => {
        $record.$field = Id::new($parent)
    };
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        impl Kind {
            /// The fields of its records.
            pub const fn fields(self) -> &'static [Field] {
                match self {
                    Kind::About => About::FIELDS,
                    $(Kind::$type => $type::FIELDS,)*
                }
            }
        }

        /// A record of any kind.
        #[derive(Debug)]
        pub enum AnyRecord {
            #[doc = "A record of this kind."]
            About(Box<About>),
            $(
                #[doc = "A record of this kind."]
                $type(Box<$type>),
            )*
        }

        impl AnyRecord {
            /// A blank one.
            pub fn blank(kind: Kind) -> Self {
                match kind {
                    Kind::About => Self::About(Box::default()),
                    $(Kind::$type => Self::$type(Box::default()),)*
                }
            }

            /// Its fields.
            pub fn members(&mut self) -> &mut dyn Members {
                match self {
                    Self::About(record) => &mut **record,
                    $(Self::$type(record) => &mut **record,)*
                }
            }

            /// Its number.
            pub fn number(&self) -> u64 {
                match self {
                    Self::About(record) => record.id.number(),
                    $(Self::$type(record) => record.id.number(),)*
                }
            }

            /// Puts it at its place among its siblings.
            pub fn set_order(&mut self, order: Order) {
                match self {
                    Self::About(_) => {}
                    $(Self::$type(record) => record.order = order,)*
                }
            }

            /// Puts it under the record with this number.
            pub fn set_parent(&mut self, parent: u64) {
                match self {
                    Self::About(_) => {}
                    $(Self::$type(_record) => set_parent!(_record, $field, parent),)*
                }
            }

            /// Puts it into its table.
            pub fn put(self, strategy: &mut Strategy) -> Result<(), Twice> {
                match self {
                    Self::About(record) => {
                        strategy.about.insert(*record);
                        Ok(())
                    }
                    $(Self::$type(record) => put(strategy, *record),)*
                }
            }
        }
    };
}

for_each_kind!(define);

fn put<T: Record>(strategy: &mut Strategy, record: T) -> Result<(), Twice> {
    let id = record.id();
    match T::table_mut(strategy).insert(record) {
        None => Ok(()),
        Some(_) => Err(Twice(id.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Need;

    #[test]
    fn every_field_of_every_kind_is_described_once_and_can_be_read_and_written() {
        for kind in Kind::ALL {
            let mut record = AnyRecord::blank(*kind);
            let members = record.members();
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
            let mut record = AnyRecord::blank(*kind);
            let members = record.members();
            for list in members.lists() {
                let named = |field: &crate::record::Field| field.name == list.before;
                assert!(list.before.is_empty() || members.fields().iter().any(named));
                stands.push(list.kind);
            }
        }
        stands.sort();
        // Measures also under a heading; lines on two sides.
        stands.dedup();
        assert_eq!(stands, Kind::ALL[1..]);
    }
}
