//! A strategy that is open: opened, read, saved, closed; and what can be done with it as a whole.

pub(crate) mod cover;
pub(crate) mod history;
pub(crate) mod lifecycle;
pub(crate) mod open_document;
pub(crate) mod opening;
pub(crate) mod reading;
pub(crate) mod saving;
