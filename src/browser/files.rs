//! Files in and out: downloads, chosen files and dropped files.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Event, File, FileList, HtmlAnchorElement, HtmlInputElement,
    Url,
};

use super::timer::set_timeout;

/// Time until the bytes of a download are freed, in ms: by then it has begun.
const BEGINS_WITHIN: i32 = 60_000;

/// A file under construction: its bytes, piece by piece, in the memory of the browser.
#[derive(Debug, Clone, Default)]
pub struct Pieces(Array);

impl Pieces {
    /// Adds a piece.
    pub fn push(&self, bytes: &[u8]) {
        self.0.push(&Uint8Array::from(bytes));
    }

    /// Returns the whole file as a blob.
    pub fn blob(&self, media_type: &str) -> Result<Blob, JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        Blob::new_with_u8_array_sequence_and_options(&self.0, &options)
    }
}

impl From<&[u8]> for Pieces {
    fn from(bytes: &[u8]) -> Self {
        let pieces = Self::default();
        pieces.push(bytes);
        pieces
    }
}

/// Downloads bytes as a file of this media type and name.
pub fn save(pieces: &Pieces, media_type: &str, name: &str) -> Result<(), JsValue> {
    download(&pieces.blob(media_type)?, name)
}

/// Downloads a blob as a file of this name.
pub fn download(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.ok_or(JsValue::NULL)?.create_element("a")?;
    let link: HtmlAnchorElement = link.unchecked_into();
    let url = Url::create_object_url_with_blob(blob)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let taken = Closure::once_into_js(move || {
        // The browser has copied the bytes by now.
        let _ = Url::revoke_object_url(&url);
    });
    set_timeout(taken.unchecked_ref(), BEGINS_WITHIN);
    Ok(())
}

/// Returns the bytes of a file, or of a part of it.
pub async fn bytes(blob: &Blob) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &JsValue) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

/// The text that bytes are in an encoding; `None` where they are none.
pub fn text(bytes: &[u8], encoding: &str) -> Option<String> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"fatal".into(), &JsValue::TRUE).ok()?;
    let text = TextDecoder::new(encoding, &options)
        .ok()?
        .decode(bytes)
        .ok()?;
    (!text.contains('\0')).then_some(text)
}

/// ファイルを開く: lets the user choose files; none if the user cancels. Works only in a click. `accept` as in HTML;
/// iOS greys out everything if it names an extension that it does not know.
pub async fn choose(accept: &str, several: bool) -> Vec<File> {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(input) = document.and_then(|document| document.create_element("input").ok()) else {
        return Vec::new();
    };
    let input: HtmlInputElement = input.unchecked_into();
    input.set_type("file");
    input.set_accept(accept);
    input.set_multiple(several);
    let chosen = Promise::new(&mut |done, _| {
        for event in ["change", "cancel"] {
            // Ignore errors: an event without a listener never arrives.
            let _ = input.add_event_listener_with_callback(event, &done);
        }
    });
    input.click();
    let _ = JsFuture::from(chosen).await;
    input.files().map(all).unwrap_or_default()
}

/// Returns the files chosen in a file field; clears the field, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Vec<File> {
    let input = event.target().and_then(|target| target.dyn_into().ok());
    let Some(input): Option<HtmlInputElement> = input else {
        return Vec::new();
    };
    let Some(files) = input.files() else {
        return Vec::new();
    };
    let files = all(files);
    input.set_value("");
    files
}

/// Returns the dropped files, if any.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    let files = event.data_transfer().and_then(|data| data.files());
    files.map(all).unwrap_or_default()
}

#[wasm_bindgen]
extern "C" {
    type DroppedItem;
    #[wasm_bindgen(method, js_name = webkitGetAsEntry)]
    fn entry(this: &DroppedItem) -> Option<DroppedEntry>;
    type DroppedEntry;
    #[wasm_bindgen(method, getter, js_name = isDirectory)]
    fn is_directory(this: &DroppedEntry) -> bool;
    #[wasm_bindgen(method, js_name = createReader)]
    fn reader(this: &DroppedEntry) -> FolderReader;
    #[wasm_bindgen(method)]
    fn file(this: &DroppedEntry, done: &Function, failed: &Function);
    type FolderReader;
    #[wasm_bindgen(method, js_name = readEntries)]
    fn read(this: &FolderReader, done: &Function, failed: &Function);
}

/// Returns the dropped files, and those in dropped folders at any depth. Call it during the event.
pub fn dropped_within(event: &DragEvent) -> impl Future<Output = Vec<File>> + use<> {
    let data = event.data_transfer();
    let items = data.and_then(|data| js_sys::Reflect::get(&data, &"items".into()).ok());
    let items = items.map(|items| Array::from(&items).to_vec());
    let items = items
        .into_iter()
        .flatten()
        .map(DroppedItem::unchecked_from_js);
    let entries: Vec<DroppedEntry> = items.filter_map(|item| item.entry()).collect();
    let flat = dropped(event);
    async move {
        match entries.iter().any(DroppedEntry::is_directory) {
            true => within(entries).await,
            false => flat,
        }
    }
}

/// Returns the files of entries and of the folders among them; leaves out unreadable ones.
async fn within(entries: Vec<DroppedEntry>) -> Vec<File> {
    let mut files = Vec::new();
    let mut waiting = entries;
    while let Some(entry) = waiting.pop() {
        if entry.is_directory() {
            waiting.extend(entries_of(&entry.reader()).await);
            continue;
        }
        let read = Promise::new(&mut |done, failed| entry.file(&done, &failed));
        let read = JsFuture::from(read).await.ok();
        files.extend(read.and_then(|file| file.dyn_into::<File>().ok()));
    }
    files
}

/// Returns the entries of a folder; the browser gives some at a time, and none at the end.
async fn entries_of(reader: &FolderReader) -> Vec<DroppedEntry> {
    let mut all = Vec::new();
    loop {
        let some = Promise::new(&mut |done, failed| reader.read(&done, &failed));
        let some = JsFuture::from(some)
            .await
            .map(|some| Array::from(&some).to_vec());
        match some {
            Ok(some) if !some.is_empty() => {
                all.extend(some.into_iter().map(DroppedEntry::unchecked_from_js));
            }
            _ => return all,
        }
    }
}

/// Returns the files of a list.
fn all(files: FileList) -> Vec<File> {
    (0..files.length())
        .filter_map(|index| files.get(index))
        .collect()
}
