//! Settings of this device: the language and the style of years and numbers, as `boot.js` read them.

use js_sys::{JsString, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::asset::Unfetched;
use words::{Language, Minus, NumberStyle, Years};

#[wasm_bindgen]
extern "C" {
    /// Texts that were fetched together with the app.
    #[wasm_bindgen(thread_local_v2, js_namespace = michishirube, js_name = words)]
    static FIRST: JsString;

    /// Returns the setting stored on this device under a name; empty if there is none.
    #[wasm_bindgen(js_namespace = michishirube)]
    fn setting(name: &str) -> String;

    /// Returns the next file of texts that has arrived, each once; otherwise undefined.
    #[wasm_bindgen(js_namespace = michishirube)]
    fn more() -> JsValue;

    #[wasm_bindgen(catch, js_namespace = michishirube)]
    fn text(name: &str) -> Result<Promise, JsValue>;
}

/// Applies the settings stored on this device. More texts come with the parts of the app that are fetched later.
pub fn adopt() -> (Language, NumberStyle) {
    words::supply(|| more().as_string());
    words::adopt(FIRST.with(|words| String::from(words)));
    let language = Language::of_tag(&setting("language"));
    let style = NumberStyle {
        years: Years::of_tag(&setting("years")).unwrap_or(language.years()),
        minus: Minus::of_tag(&setting("minus")).unwrap_or_default(),
    };
    style.adopt();
    (language, style)
}

/// Writes years as the readers of a language do.
pub fn write_years(language: Language) {
    NumberStyle {
        years: language.years(),
        ..NumberStyle::now()
    }
    .adopt();
}

/// Changes the language, once its texts are fetched, and the `lang` of the page.
pub async fn speak(language: Language, files: &[String]) -> Result<(), Unfetched> {
    let mut packed = String::new();
    for name in files {
        packed += &fetched(name).await?;
    }
    words::adopt(packed);
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        // Names and values are fixed and valid.
        let _ = root.set_attribute("lang", language.of_page());
        let _ = root.set_attribute("data-language", language.tag());
    }
    Ok(())
}

/// Fetches a packed file of texts.
pub async fn fetched(name: &str) -> Result<String, Unfetched> {
    let failed = |_| Unfetched::last();
    let text = JsFuture::from(text(name).map_err(failed)?);
    let text: JsString = text.await.map_err(failed)?.dyn_into().map_err(failed)?;
    Ok(text.into())
}

/// Returns all texts of the language of the page.
pub async fn spoken(language: Language) -> Result<String, Unfetched> {
    let mut packed = String::new();
    for name in language.files() {
        packed += &fetched(&name).await?;
    }
    Ok(packed)
}
