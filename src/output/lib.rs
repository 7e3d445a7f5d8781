//! Output of a strategy: published sites, plain pages, papers, exports and charts. Pure functions.

// Test-only code does not count towards size.
#![cfg_attr(test, allow(clippy::disallowed_methods))]

pub mod chart;
pub mod export;
mod fingerprint;
pub mod hands;
pub mod manuscript;
mod outlook;
pub mod pages;
pub mod paper;
mod rating;
pub mod site;

pub use ::markup;
pub use fingerprint::{fingerprint, fingerprint_in_steps, read_fingerprint};
pub use rating::{BarShare, Stamp, shares, tone_class};
