//! The faces of a strategy: each is an app of its own, with its own way to open one.

pub mod editor;
pub mod reader;
