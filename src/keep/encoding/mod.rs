//! Storage formats: keys, entries of the log and of the journal, order keys, and the formats of earlier apps.

pub(crate) mod entry;
pub(crate) mod key;
pub(crate) mod older;
pub(crate) mod order_keys;
