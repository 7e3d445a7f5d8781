//! What travels with the app: samples, the charts' script. `boot.js` knows where it is in each edition.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = michishirube)]
    fn bytes(name: &str) -> Result<Promise, JsValue>;
}

/// The bytes of an asset by its relative name (`samples/mihon.json`); `None` when it cannot be had.
pub async fn load(name: &str) -> Option<Vec<u8>> {
    let loaded = JsFuture::from(bytes(name).ok()?).await.ok()?;
    Some(loaded.dyn_into::<Uint8Array>().ok()?.to_vec())
}
