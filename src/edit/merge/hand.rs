//! Operations on a record of any kind in a draft.

use super::compose::WrittenFields;
use crate::change::Changed;
use crate::{Draft, Removable};
use strategy::for_each_kind;
use strategy::*;

fn bring<T: Changed>(draft: &mut Draft, number: u64, from: &Strategy) -> bool {
    let record = from.get(Id::<T>::new(number));
    if let Some(record) = record {
        draft.put(T::clone(record));
    }
    record.is_some()
}

fn take<T: Changed>(draft: &mut Draft, number: u64) {
    draft.take(Id::<T>::new(number));
}

fn write<T: Changed>(draft: &mut Draft, written: &WrittenFields) -> bool {
    let mut record = T::blank();
    let all = written.write(&mut record);
    if all {
        draft.put(record);
    }
    all
}

fn remove<T: Removable>(draft: &mut Draft, number: u64) {
    T::remove_from(draft, Id::new(number));
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        impl Draft {
            /// Puts in a record as another strategy has it; `false`: it has none.
            pub(super) fn bring(&mut self, id: AnyId, from: &Strategy) -> bool {
                match id.kind {
                    Kind::About => bring::<About>(self, id.number, from),
                    $(Kind::$type => bring::<$type>(self, id.number, from),)*
                }
            }

            /// Takes out one record, and nothing else.
            pub(super) fn take_any(&mut self, id: AnyId) {
                match id.kind {
                    Kind::About => {}
                    $(Kind::$type => take::<$type>(self, id.number),)*
                }
            }

            /// Puts in a record as it is written; `false`: it cannot be read.
            pub(super) fn write(&mut self, id: AnyId, written: &WrittenFields) -> bool {
                match id.kind {
                    Kind::About => write::<About>(self, written),
                    $(Kind::$type => write::<$type>(self, written),)*
                }
            }

            /// Takes out a record, what stands under it, and every mention of it.
            pub(super) fn remove_any(&mut self, id: AnyId) {
                match id.kind {
                    Kind::About => {}
                    $(Kind::$type => remove::<$type>(self, id.number),)*
                }
            }
        }
    };
}

for_each_kind!(define);
