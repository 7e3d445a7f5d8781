//! Tests that only a browser can run: `cargo xtask test browser`.
#![cfg(target_arch = "wasm32")]

mod charts;
mod json;
