//! The app's WORDS: Japanese first. A page takes every word it shows from here.

mod ja;

pub use ja::*;
