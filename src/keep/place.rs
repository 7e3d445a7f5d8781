//! 保存先のファイル: a file on the disk or on the town's file server, written over again and again
//! (File System Access, where the browser has it).

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

use super::Trouble;
use super::db::exception_name;
use super::files::{self, Parcel, failed};

/// The media type of our file.
const KIND: &str = "application/json";

#[wasm_bindgen]
extern "C" {
    /// A `FileSystemFileHandle`.
    #[derive(Clone)]
    pub(super) type Handle;

    #[wasm_bindgen(method, getter)]
    fn name(this: &Handle) -> String;

    #[wasm_bindgen(method, catch, js_name = getFile)]
    fn get_file(this: &Handle) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    fn create_writable(this: &Handle) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &Handle, how: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &Handle, how: &Object) -> Result<Promise, JsValue>;

    type Writable;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Writable, blob: &Blob) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn close(this: &Writable) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn abort(this: &Writable) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_name = showSaveFilePicker)]
    fn show_save_file_picker(options: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_name = showOpenFilePicker)]
    fn show_open_file_picker(options: &Object) -> Result<Promise, JsValue>;
}

/// What a file was when it was last read or written here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Seen {
    /// Last change, in ms.
    pub modified: f64,
    /// Bytes.
    pub size: f64,
}

impl Seen {
    fn of(file: &File) -> Self {
        Self {
            modified: file.last_modified(),
            size: file.size(),
        }
    }
}

/// A file to save into. Cloning gives another hand on the same file.
#[derive(Clone)]
pub struct FilePlace {
    pub(super) handle: Handle,
    /// None: whatever is there may be written over, for the person chose to.
    pub(super) seen: Rc<Cell<Option<Seen>>>,
}

impl FilePlace {
    /// Whether this browser can save into files.
    pub fn is_supported() -> bool {
        web_sys::window().is_some_and(|window| {
            let name = JsValue::from_str("showSaveFilePicker");
            Reflect::has(&window, &name).unwrap_or(false)
        })
    }

    pub(super) fn new(handle: Handle, seen: Option<Seen>) -> Self {
        Self {
            handle,
            seen: Rc::new(Cell::new(seen)),
        }
    }

    /// 保存先を選ぶ: lets the person choose a new file, or one to write over; `None` when they change their mind.
    /// To be called in a click.
    pub async fn choose_new(name: &str) -> Result<Option<Self>, Trouble> {
        let options = picker_options();
        set(&options, "suggestedName", &JsValue::from_str(name));
        let Some(handle) = picked(show_save_file_picker(&options)).await? else {
            return Ok(None);
        };
        Ok(Some(Self::new(handle.unchecked_into(), None)))
    }

    /// ファイルを開いて保存先にする: lets the person choose a file that is there; `None` when they change their mind.
    /// To be called in a click.
    pub async fn choose() -> Result<Option<Self>, Trouble> {
        let Some(handles) = picked(show_open_file_picker(&picker_options())).await? else {
            return Ok(None);
        };
        let handle = Array::from(&handles).get(0);
        let there = handle.is_object();
        Ok(there.then(|| Self::new(handle.unchecked_into(), None)))
    }

    /// Its name, without the folder.
    pub fn name(&self) -> String {
        self.handle.name()
    }

    /// Whether it may be written; with `ask`, the browser asks the person, which only works in a click.
    pub async fn is_allowed(&self, ask: bool) -> bool {
        let how = Object::new();
        set(&how, "mode", &JsValue::from_str("readwrite"));
        let answer = match ask {
            true => self.handle.request_permission(&how),
            false => self.handle.query_permission(&how),
        };
        let Ok(answer) = answer else {
            // A browser without permissions has nothing to ask.
            return true;
        };
        let answer = JsFuture::from(answer).await.ok();
        answer.and_then(|answer| answer.as_string()).as_deref() == Some("granted")
    }

    async fn file(&self) -> Result<File, Trouble> {
        let file = self.handle.get_file().map_err(failed)?;
        let file = JsFuture::from(file).await.map_err(failed)?;
        Ok(file.unchecked_into())
    }

    /// Whether someone else has changed it since it was last read or written here.
    pub async fn is_changed(&self) -> Result<bool, Trouble> {
        let now = Seen::of(&self.file().await?);
        Ok(self.seen.get().is_some_and(|seen| seen != now))
    }

    /// Its bytes; what is there now counts as seen.
    pub async fn read(&self) -> Result<Vec<u8>, Trouble> {
        let file = self.file().await?;
        let bytes = files::read(&file).await?;
        self.seen.set(Some(Seen::of(&file)));
        Ok(bytes)
    }

    /// Writes over it, unless someone else has changed it (K16); reads it back and compares.
    pub async fn write(&self, parcel: &Parcel) -> Result<(), Trouble> {
        if self.is_changed().await? {
            return Err(Trouble::FileChanged);
        }
        let stream = self.handle.create_writable().map_err(failed)?;
        let stream = JsFuture::from(stream).await.map_err(failed)?;
        let stream: Writable = stream.unchecked_into();
        // The file itself is replaced only when the stream is closed.
        let written = match done(stream.write(&parcel.blob(KIND)?)).await {
            Ok(()) => done(stream.close()).await,
            failed => failed,
        };
        if let Err(trouble) = written {
            // What was written so far is dropped; if that fails too, the browser drops it later.
            let _ = done(stream.abort()).await;
            return Err(trouble);
        }
        let file = self.file().await?;
        if !parcel.is_in(&file).await? {
            return Err(Trouble::NotAsWritten);
        }
        self.seen.set(Some(Seen::of(&file)));
        Ok(())
    }
}

async fn done(promise: Result<Promise, JsValue>) -> Result<(), Trouble> {
    JsFuture::from(promise.map_err(failed)?)
        .await
        .map_err(failed)?;
    Ok(())
}

/// What a picker gave; `None` when it was cancelled.
async fn picked(picker: Result<Promise, JsValue>) -> Result<Option<JsValue>, Trouble> {
    let picker = picker.map_err(|_| Trouble::Unsupported)?;
    match JsFuture::from(picker).await {
        Ok(handle) => Ok(Some(handle)),
        Err(error) if exception_name(&error) == "AbortError" => Ok(None),
        Err(error) => Err(failed(error)),
    }
}

fn picker_options() -> Object {
    let accept = Object::new();
    set(&accept, KIND, &Array::of1(&JsValue::from_str(".json")));
    let kind = Object::new();
    set(&kind, "accept", &accept);
    let options = Object::new();
    set(&options, "types", &Array::of1(&kind));
    options
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // A fresh object takes any member.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
