//! How what is kept is written: entries of the log and of the journal, order keys, and what earlier apps wrote.

pub(crate) mod entry;
pub(crate) mod older;
pub(crate) mod order_keys;
