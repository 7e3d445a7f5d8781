//! Data that the page and this device give both apps: the assets, the strategy inside the page, the settings of this
//! device, its calendar, and the page shown when the app itself crashes.
#![cfg(target_arch = "wasm32")]

pub mod asset;
pub mod carried;
pub mod choices;
pub mod clock;
pub mod crash;
