//! A town of the region, where its strategy is from, and what is asked about it.

use std::sync::Arc;

use js_sys::JsString;

use insight::region::{Count, Digest, Head, PlanKey};
use keep::DocId;

/// Source of a strategy of the region.
#[derive(Clone)]
pub enum Origin {
    /// Kept on this device.
    Device(DocId),
    /// A file that was chosen or dropped.
    File(web_sys::File),
}

impl Origin {
    /// Time of the last change of a file, in ms; `None`: kept on this device, where it is always the newest.
    pub fn changed(&self) -> Option<f64> {
        match self {
            Origin::Device(_) => None,
            Origin::File(file) => Some(file.last_modified()),
        }
    }

    /// True if this is not older than another origin of the same plan.
    pub fn replaces(&self, other: &Origin) -> bool {
        match (self.changed(), other.changed()) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(other)) => own >= other,
        }
    }
}

/// The digest of a strategy. A worker's is a text until it is wanted: to read it takes longer than to show the town.
#[derive(Clone)]
pub enum TownDigest {
    /// As the worker wrote it.
    Text(JsString),
    /// Read.
    Read(Arc<Digest>),
}

impl TownDigest {
    /// It, read; `None`: it is no digest.
    pub fn read(&self) -> Option<Arc<Digest>> {
        match self {
            TownDigest::Text(text) => {
                let read = serde_json::from_str(&String::from(text)).ok();
                read.map(Arc::new)
            }
            TownDigest::Read(digest) => Some(Arc::clone(digest)),
        }
    }
}

/// A town of the region.
#[derive(Clone)]
pub struct Town {
    /// Its number; no other town of the page has it.
    pub number: usize,
    /// Key by which its plan is recognised in another file.
    pub key: PlanKey,
    /// Its head.
    pub head: Arc<Head>,
    /// Digest of its strategy.
    pub digest: TownDigest,
    /// Its source.
    pub origin: Origin,
}

impl Town {
    /// True if it is the plan of this head and this digest.
    pub fn is(&self, head: &Head, digest: &TownDigest) -> bool {
        *self.head == *head && self.digest.read() == digest.read()
    }
}

/// A count that is asked about.
#[derive(Clone, PartialEq)]
pub struct AskedCount {
    /// The town, by its number.
    pub town: usize,
    /// The count.
    pub count: Count,
    /// Its title, with the count.
    pub title: String,
}
