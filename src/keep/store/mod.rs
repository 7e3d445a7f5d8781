//! The browser's stores: the database with the snapshot, the log and the blobs of each strategy, and localStorage.

pub(crate) mod blob;
pub(crate) mod checksum;
pub(crate) mod db;
pub(crate) mod header;
pub(crate) mod local;
pub(crate) mod rows;
pub(crate) mod snapshot;
