//! A step from one version to the next, and the changes it may make.

use super::tree::Object;

/// A step from one version to the next.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Changes a file as a whole, before its records.
    pub file: Option<fn(&mut Object)>,
    /// Changes a record, in a file and in storage.
    pub record: Option<fn(&mut Older)>,
    /// Changes a record in storage, where its place is given by `order` and the id of its parent.
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
    /// Its fields.
    pub members: &'a mut Object,
    pub(super) parts: Vec<SplitRecord>,
}

/// A record made from a part of another.
#[derive(Debug)]
pub struct SplitRecord {
    /// The name of its table.
    pub table: &'static str,
    /// The list of the file in which it stands, under the record it was part of.
    pub list: &'static str,
    /// The field that says, as it is kept, which record that is.
    pub parent: &'static str,
    /// Its fields; its `id` first.
    pub members: Object,
}

impl Older<'_> {
    /// Makes a part of it a record of its own.
    pub fn part(&mut self, part: SplitRecord) {
        self.parts.push(part);
    }
}
