//! How the app is shown on this device: the language in force, and how years and numbers are written.

use js_sys::{JsString, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::asset::Unfetched;
use super::workspace::Workspace;
use crate::words::{self, Language, Minus, Style, Years};

#[wasm_bindgen]
extern "C" {
    /// The words fetched beside the app.
    #[wasm_bindgen(thread_local_v2, js_namespace = michishirube, js_name = words)]
    static FIRST: JsString;

    /// What is remembered on this device under a name; empty where nothing is.
    #[wasm_bindgen(js_namespace = michishirube)]
    fn setting(name: &str) -> String;

    #[wasm_bindgen(js_namespace = michishirube)]
    fn rest() -> JsValue;

    #[wasm_bindgen(catch, js_namespace = michishirube)]
    fn text(name: &str) -> Result<Promise, JsValue>;
}

/// How the app is shown: what `boot.js` found on this device at first. Copy it freely.
#[derive(Clone, Copy)]
pub struct Display {
    language: RwSignal<Language>,
    style: RwSignal<Style>,
}

impl Display {
    /// Puts in force what is remembered on this device. The rest of the words comes with the first part of the app that
    /// is fetched later.
    pub fn set_up() -> Self {
        words::supply(|| rest().as_string());
        words::adopt(FIRST.with(|words| String::from(words)));
        let language = Language::of_tag(&setting("language"));
        let style = Style {
            years: Years::of_tag(&setting("years")).unwrap_or(language.years()),
            minus: Minus::of_tag(&setting("minus")).unwrap_or_default(),
        };
        style.adopt();
        let display = Self {
            language: RwSignal::new(language),
            style: RwSignal::new(style),
        };
        provide_context(display);
        display
    }

    /// That of this app.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// The language in force. Who asks is asked again when it changes.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// How years and numbers are written. Who asks is asked again when it changes.
    pub fn style(self) -> Style {
        self.style.get()
    }

    /// Asks to be asked again whenever what is shown is to be shown anew.
    pub fn track(self) {
        self.language.track();
        self.style.track();
    }

    /// Puts another language in force once its words are there, and remembers it on this device. Where they cannot be had,
    /// the one in force stays, and that is said.
    pub fn speak(self, language: Language) {
        let workspace = Workspace::here();
        spawn_local(async move {
            match whole(language).await {
                Ok(packed) => {
                    words::adopt(packed);
                    if let Some(root) = document().document_element() {
                        // Names and values are fixed and valid.
                        let _ = root.set_attribute("lang", language.of_page());
                        let _ = root.set_attribute("data-language", language.tag());
                    }
                    let style = Style {
                        years: language.years(),
                        ..self.style.get_untracked()
                    };
                    workspace.remember_language(language, style);
                    style.adopt();
                    self.style.set(style);
                    self.language.set(language);
                }
                Err(_) => workspace.say(words::shell::language_not_fetched().to_owned()),
            }
        });
    }

    /// Writes years and numbers in another way, and remembers it on this device.
    pub fn write(self, style: Style) {
        Workspace::here().remember_language(self.language.get_untracked(), style);
        style.adopt();
        self.style.set(style);
    }
}

async fn whole(language: Language) -> Result<String, Unfetched> {
    let [first, rest] = language.files();
    Ok(fetched(&first).await? + &fetched(&rest).await?)
}

async fn fetched(name: &str) -> Result<String, Unfetched> {
    let failed = |_| Unfetched::last();
    let text = JsFuture::from(text(name).map_err(failed)?);
    let text: JsString = text.await.map_err(failed)?.dyn_into().map_err(failed)?;
    Ok(text.into())
}
