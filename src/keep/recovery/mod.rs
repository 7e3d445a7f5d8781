//! What cannot be read: it is set aside, and what there is of it can be had again.

pub(crate) mod copies;
pub(crate) mod set_aside;
