//! 版と自動バックアップ: what a strategy was at a time, and which of the automatic copies stay.

pub(in crate::keep) mod rotation;
#[cfg(target_arch = "wasm32")]
pub(in crate::keep) mod version;
