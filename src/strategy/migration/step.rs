//! A step from one version to the next, and the changes it may make.

use super::tree::Object;

/// A step from one version to the next.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Changes a file as a whole, before its records.
    pub file: Option<fn(&mut Object)>,
    /// Changes a record, in a file and in storage.
    pub record: Option<fn(&mut Older)>,
    /// Changes a record in storage, where `order` and the id of its parent give its place.
    pub kept: Option<fn(&mut Object)>,
}

impl Step {
    /// A step that changes nothing.
    pub const NOTHING: Self = Self {
        file: None,
        record: None,
        kept: None,
    };
}

/// A record of an earlier version, without the records under it.
#[derive(Debug)]
pub struct Older<'a> {
    /// Name of its table.
    pub table: &'a str,
    /// Fields of the record.
    pub members: &'a mut Object,
    pub(super) parts: Vec<SplitRecord>,
}

/// A record made from a part of another.
#[derive(Debug)]
pub struct SplitRecord {
    /// Name of its table.
    pub table: &'static str,
    /// List of the file that holds it, under the record it was part of.
    pub list: &'static str,
    /// Field that holds the id of that record in storage.
    pub parent: &'static str,
    /// Fields of the record, `id` first.
    pub members: Object,
}

impl Older<'_> {
    /// Makes a part of the record a record of its own.
    pub fn part(&mut self, part: SplitRecord) {
        self.parts.push(part);
    }
}
