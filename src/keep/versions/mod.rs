//! 版と自動バックアップ: what a strategy was at a time, and which of the automatic copies stay.

pub(crate) mod rotation;
#[cfg(target_arch = "wasm32")]
pub(crate) mod version;
