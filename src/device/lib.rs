//! Data that the page and this device give both apps: the assets, the strategy that the page carries, the choices
//! made on this device, its calendar, and the page shown when the app itself breaks.
#![cfg(target_arch = "wasm32")]

pub mod asset;
pub mod carried;
pub mod choices;
pub mod clock;
pub mod crash;
