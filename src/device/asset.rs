//! Assets delivered with the app: samples, the script of the charts. `boot.js` knows their place in each edition.

use js_sys::{JsString, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = michishirube)]
    fn bytes(name: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = michishirube)]
    fn styles() -> Promise;

    #[wasm_bindgen(thread_local_v2, js_namespace = michishirube, js_name = edition)]
    static EDITION: JsString;

    #[wasm_bindgen(js_namespace = michishirube, js_name = isForeign)]
    fn is_foreign() -> bool;
}

/// Reason why a part of the app, or an asset beside it, could not be fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfetched {
    /// No answer, or an incomplete one.
    NotReached,
    /// Another file came in its place: a retry helps only after the host is repaired.
    NotOurs,
}

impl Unfetched {
    /// Returns the reason of the last failure.
    pub fn last() -> Self {
        match is_foreign() {
            true => Unfetched::NotOurs,
            false => Unfetched::NotReached,
        }
    }
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Unfetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Unfetched::last()
    }
}

/// True in the folder edition, which has the readers' app beside it.
pub fn is_folder() -> bool {
    EDITION.with(|edition| *edition == "folder")
}

/// Returns the bytes of an asset by its relative name (`samples/mihon.json`).
pub async fn load(name: &str) -> Result<Vec<u8>, Unfetched> {
    let failed = |_| Unfetched::last();
    let loaded = JsFuture::from(bytes(name).map_err(failed)?)
        .await
        .map_err(failed)?;
    let bytes: Uint8Array = loaded.dyn_into().map_err(failed)?;
    Ok(bytes.to_vec())
}

/// Fetches the style sheet of an open strategy; the fetch starts at once.
pub fn load_styles() -> impl Future<Output = Result<(), Unfetched>> {
    let styles = JsFuture::from(styles());
    async { styles.await.map(drop).map_err(|_| Unfetched::last()) }
}
