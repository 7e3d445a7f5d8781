//! Storage quota of the browser, and its promise to keep the data.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::object;

/// Storage used and available, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageEstimate {
    /// 使用量.
    pub used: u64,
    /// 上限.
    pub quota: u64,
}

/// Returns the storage manager of the browser; `None` on plain http.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    object::get(&navigator, "storage").dyn_into().ok()
}

/// Returns 使用量と上限; `None` if the browser does not report them.
pub async fn estimate() -> Option<StorageEstimate> {
    let estimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    let number = |name: &str| {
        let bytes = object::get(&estimate, name).as_f64();
        bytes.map(|bytes| bytes as u64)
    };
    Some(StorageEstimate {
        used: number("usage")?,
        quota: number("quota")?,
    })
}

/// Asks the browser to keep the stored data permanently; returns true if it agrees. Call it after the first important
/// edit, never on start.
pub async fn persist() -> bool {
    ask(|manager| manager.persist().ok()).await
}

/// True if the browser promised not to clear the storage.
pub async fn is_persisted() -> bool {
    ask(|manager| manager.persisted().ok()).await
}

async fn ask(question: impl FnOnce(&StorageManager) -> Option<js_sys::Promise>) -> bool {
    let Some(promise) = manager().as_ref().and_then(question) else {
        return false;
    };
    JsFuture::from(promise)
        .await
        .is_ok_and(|answer| answer.is_truthy())
}
