//! みちしるべ: まちの総合戦略を、つくり、動かし、ひらく。
//!
//! The rooms of the house, lower ones first. A room knows those above it in this list, never those below.
//!
//! - [`strategy`]: WHAT a strategy is.
//! - [`edit`]: HOW it changes.
//! - [`insight`]: WHAT it says.
//! - [`format`](mod@format): HOW it travels.
//! - `browser`: what the browser gives.
//! - `keep`: HOW it lasts. What of it needs no browser is tested without one.
//! - [`words`]: its words.
//! - [`publish`]: HOW it is read by all.
//! - `app`: HOW it looks.

// What only a test does weighs nothing.
#![cfg_attr(test, allow(clippy::disallowed_methods))]

pub mod strategy;

pub mod edit;

pub mod insight;

pub mod format;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(any(target_arch = "wasm32", test))]
pub mod keep;

pub mod words;

pub mod publish;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
pub use app::{charts, faces};
