//! みちしるべ: まちの総合戦略を、つくり、動かし、ひらく。
//!
//! The rooms of the house, lower ones first. A room knows those above it in this list, never those below.

/// WHAT a strategy is.
pub mod strategy;

/// HOW it changes.
pub mod edit;

/// WHAT it says.
pub mod insight;

/// HOW it travels.
pub mod format;

/// HOW it lasts. What of it needs no browser is tested without one.
#[cfg(any(target_arch = "wasm32", test))]
pub mod keep;

/// Its words.
pub mod locale;

/// HOW it looks.
#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
pub use app::{charts, mount};
