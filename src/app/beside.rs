//! What works beside the page: its code, as it travels with the app.

use js_sys::{Uint8Array, WebAssembly};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::asset;

/// The code of workers, and what binds it to JavaScript.
pub struct Code {
    /// What binds it.
    pub glue: String,
    /// The code.
    pub module: WebAssembly::Module,
}

impl Code {
    /// That of a name; none where it cannot be had.
    pub async fn fetched(name: &str) -> Option<Self> {
        let glue = asset::load(&format!("{name}.js")).await.ok()?;
        let code = asset::load(&format!("{name}_bg.wasm")).await.ok()?;
        let compiled = WebAssembly::compile(&Uint8Array::from(code.as_slice()));
        Some(Self {
            glue: String::from_utf8(glue).ok()?,
            module: JsFuture::from(compiled).await.ok()?.dyn_into().ok()?,
        })
    }
}
