//! What cannot be read: it is set aside, and what there is of it can be had again.

pub(in crate::keep) mod copies;
pub(in crate::keep) mod set_aside;
