//! What the page and this device give the app, whichever face it has: what travels with the app, the strategy that the page
//! carries, the choices made on this device, its calendar, and the page shown when the app itself breaks.
#![cfg(target_arch = "wasm32")]

pub mod asset;
pub mod carried;
pub mod choices;
pub mod clock;
pub mod crash;
