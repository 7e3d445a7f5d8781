//! A strategy that is open: opened, read, saved, closed; and what can be done with it as a whole.

pub(in crate::keep) mod cover;
pub(in crate::keep) mod history;
pub(in crate::keep) mod lifecycle;
pub(in crate::keep) mod open_document;
pub(in crate::keep) mod opening;
pub(in crate::keep) mod reading;
pub(in crate::keep) mod saving;
