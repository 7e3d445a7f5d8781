//! A town of the region, and where its strategy is from.

use std::sync::Arc;

use crate::insight::region::Digest;
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
