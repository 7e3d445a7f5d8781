//! Unreadable data: it is set aside, and the rest can be recovered.

pub(crate) mod copies;
pub(crate) mod set_aside;
