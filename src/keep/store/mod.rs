//! The browser's stores: the database with the snapshot, the log and the blobs of each strategy, and localStorage.

pub(in crate::keep) mod blob;
pub(in crate::keep) mod checksum;
pub(in crate::keep) mod db;
pub(in crate::keep) mod equal;
pub(in crate::keep) mod header;
pub(in crate::keep) mod local;
pub(in crate::keep) mod rows;
pub(in crate::keep) mod snapshot;
