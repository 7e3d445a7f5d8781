//! Several tabs with one strategy: one writes, the others read along.

#[cfg(target_arch = "wasm32")]
pub(crate) mod handover;
pub(crate) mod message;
#[cfg(target_arch = "wasm32")]
pub(crate) mod writer_lock;
