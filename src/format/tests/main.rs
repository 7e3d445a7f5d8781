//! Tests of the app's own file, of moving QR and of Markdown.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]
#![allow(
    clippy::too_many_lines,
    reason = "a table of cases is as long as its cases"
)]

mod json;
mod markdown;
mod moving_qr;
