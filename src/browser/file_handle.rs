//! Files that can be written repeatedly (File System Access, where the browser supports it).

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::{exception, object};

#[wasm_bindgen]
extern "C" {
    /// A `FileSystemFileHandle`.
    #[derive(Clone)]
    pub type FileHandle;

    /// Name of the file, without the folder.
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &FileHandle) -> String;

    /// Returns the `File` as it is now.
    #[wasm_bindgen(method, catch, js_name = getFile)]
    pub fn get_file(this: &FileHandle) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    fn create_writable(this: &FileHandle) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &FileHandle, how: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &FileHandle, how: &Object) -> Result<Promise, JsValue>;

    type Writable;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Writable, blob: &Blob) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn close(this: &Writable) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn abort(this: &Writable) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_name = showSaveFilePicker)]
    fn show_save_file_picker(options: &Object) -> Result<Promise, JsValue>;
}

/// Reason why no file was chosen, other than that the user cancelled.
pub enum NotChosen {
    /// This browser does not support it.
    Unsupported,
    /// The exception.
    Thrown(JsValue),
}

/// Files that a picker offers: a media type, and a name ending.
#[derive(Debug, Clone, Copy)]
pub struct Accept {
    /// The media type.
    pub kind: &'static str,
    /// Name ending, with the dot.
    pub extension: &'static str,
}

impl Accept {
    fn options(self) -> Object {
        let extensions = Array::of1(&self.extension.into());
        let accept = object::with(self.kind, &extensions);
        let kind = object::with("accept", &accept);
        object::with("types", &Array::of1(&kind))
    }
}

impl FileHandle {
    /// True if this browser can save into files.
    pub fn is_supported() -> bool {
        web_sys::window().is_some_and(|window| {
            let name = JsValue::from_str("showSaveFilePicker");
            Reflect::has(&window, &name).unwrap_or(false)
        })
    }

    /// Lets the user choose a new file, or one to overwrite; `None` if the user cancels. Works only in a click.
    pub async fn choose_new(name: &str, accept: Accept) -> Result<Option<Self>, NotChosen> {
        let options = accept.options();
        object::set(&options, "suggestedName", &name.into());
        let handle = picked(show_save_file_picker(&options)).await?;
        Ok(handle.map(JsCast::unchecked_into))
    }

    /// True if the app may write the file; with `ask`, the browser asks the user, which works only in a click.
    pub async fn is_allowed(&self, ask: bool) -> bool {
        let how = object::with("mode", &"readwrite".into());
        let answer = match ask {
            true => self.request_permission(&how),
            false => self.query_permission(&how),
        };
        let Ok(answer) = answer else {
            // A browser without permissions never asks.
            return true;
        };
        let answer = JsFuture::from(answer).await.ok();
        answer.and_then(|answer| answer.as_string()).as_deref() == Some("granted")
    }

    /// Overwrites the file: all of it, or nothing.
    pub async fn write(&self, blob: &Blob) -> Result<(), JsValue> {
        let stream = JsFuture::from(self.create_writable()?).await?;
        let stream: Writable = stream.unchecked_into();
        // The file itself is replaced only when the stream is closed.
        let written = match done(stream.write(blob)).await {
            Ok(()) => done(stream.close()).await,
            failed => failed,
        };
        if written.is_err() {
            // Drops the bytes written so far; if that fails too, the browser drops them later.
            let _ = done(stream.abort()).await;
        }
        written
    }
}

async fn done(promise: Result<Promise, JsValue>) -> Result<(), JsValue> {
    JsFuture::from(promise?).await?;
    Ok(())
}

/// Returns the choice in a picker; `None` if it was cancelled.
async fn picked(picker: Result<Promise, JsValue>) -> Result<Option<JsValue>, NotChosen> {
    let picker = picker.map_err(|_| NotChosen::Unsupported)?;
    match JsFuture::from(picker).await {
        Ok(handle) => Ok(Some(handle)),
        Err(thrown) if exception::name(&thrown) == "AbortError" => Ok(None),
        Err(thrown) => Err(NotChosen::Thrown(thrown)),
    }
}
