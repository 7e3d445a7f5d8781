//! The app's own file: one readable, stable JSON.

mod error;
mod identify;
mod place;
mod reader;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod writer;

pub use error::{Encoding, FileLocation, Problem, ReadError, TextPosition};
pub use reader::{Reader, ReadingProgress, read, read_kinds};
pub use writer::{Writer, write};

/// The `format` of every file of ours.
pub const FORMAT: &str = "michishirube";

pub use strategy::migration::VERSION;

/// Largest file that is read: a strategy of 10,000 indicators takes a tenth of it.
pub const MAX_BYTES: usize = 200 << 20;
