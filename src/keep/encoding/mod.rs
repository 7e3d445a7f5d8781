//! How what is kept is written: entries of the log and of the journal, order keys, and what earlier apps wrote.

pub(in crate::keep) mod entry;
pub(in crate::keep) mod older;
pub(in crate::keep) mod order_keys;
