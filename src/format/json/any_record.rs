//! A record of whatever kind, on its way from a file into its table.

use crate::for_each_kind;
use crate::strategy::record::Members;
use crate::strategy::*;

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
        /// A record of any kind.
        #[derive(Debug)]
        pub enum AnyRecord {
            About(Box<About>),
            $($type(Box<$type>),)*
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
