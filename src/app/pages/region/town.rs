//! A town of the region, where its strategy is from, and what is asked about it.

use std::sync::Arc;

use crate::insight::region::{Count, Digest};
use crate::keep::DocId;

/// Where a strategy of the region is from.
#[derive(Clone)]
pub enum Origin {
    /// Kept on this device.
    Device(DocId),
    /// A file that was chosen or dropped.
    File(web_sys::File),
}

/// A town of the region.
#[derive(Clone)]
pub struct Town {
    /// Its number; no other town of the page has it.
    pub number: usize,
    /// What of its strategy is laid beside the others.
    pub digest: Arc<Digest>,
    /// Where that is from.
    pub origin: Origin,
}

/// A count that is asked about.
#[derive(Clone, PartialEq)]
pub struct Asked {
    /// Whose it is, by the number of the town.
    pub town: usize,
    /// Which it is.
    pub count: Count,
    /// What it is called, with the count.
    pub title: String,
}
