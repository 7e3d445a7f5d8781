//! Several tabs with one strategy: one writes, the others read along.

#[cfg(target_arch = "wasm32")]
pub(in crate::keep) mod handover;
pub(in crate::keep) mod message;
#[cfg(target_arch = "wasm32")]
pub(in crate::keep) mod writer_lock;
