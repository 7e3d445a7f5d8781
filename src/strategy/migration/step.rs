//! What leads from one version to the next, and what it may do.

use super::tree::Object;

/// What leads from one version to the next.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// What changes in a file as a whole, before its records do.
    pub file: Option<fn(&mut Object)>,
    /// What changes in a record, in a file and as it is kept.
    pub record: Option<fn(&mut Older)>,
    /// What changes in a record as it is kept alone, where its place is told by `order` and the id of its parent.
    pub kept: Option<fn(&mut Object)>,
}

impl Step {
    /// Nothing changes.
    pub const NOTHING: Self = Self {
        file: None,
        record: None,
        kept: None,
    };
}

/// A record of an earlier version, without what stands under it.
#[derive(Debug)]
pub struct Older<'a> {
    /// The name of its table.
    pub table: &'a str,
    /// What is said of it.
    pub members: &'a mut Object,
    pub(super) parts: Vec<SplitRecord>,
}

/// What was part of a record, and is one of its own.
#[derive(Debug)]
pub struct SplitRecord {
    /// The name of its table.
    pub table: &'static str,
    /// The list of the file in which it stands, under the record it was part of.
    pub list: &'static str,
    /// The field that says, as it is kept, which record that is.
    pub parent: &'static str,
    /// What is said of it; its `id` first.
    pub members: Object,
}

impl Older<'_> {
    /// Makes a part of it a record of its own.
    pub fn part(&mut self, part: SplitRecord) {
        self.parts.push(part);
    }
}
