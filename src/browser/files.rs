//! Files in and out: downloads, files chosen and dropped.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DataTransfer, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

use super::timer::set_timeout;

/// How long a download may take to begin, in ms, before its bytes are let go.
const BEGINS_WITHIN: i32 = 60_000;

/// Gives bytes to the browser to be saved as a file under a name.
pub fn download(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.ok_or(JsValue::NULL)?.create_element("a")?;
    let link: HtmlAnchorElement = link.unchecked_into();
    let url = Url::create_object_url_with_blob(blob)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let taken = Closure::once_into_js(move || {
        // The browser has long taken the bytes.
        let _ = Url::revoke_object_url(&url);
    });
    set_timeout(taken.unchecked_ref(), BEGINS_WITHIN);
    Ok(())
}

/// The bytes of a file, or of a part of it.
pub async fn bytes(blob: &Blob) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// ファイルを開く: lets the person choose files; none when they change their mind. To be called in a click.
/// `accept` as in HTML; iOS greys out everything when it names an extension it does not know.
pub async fn choose(accept: &str, several: bool) -> Vec<File> {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(input) = document.and_then(|document| document.create_element("input").ok()) else {
        return Vec::new();
    };
    let input: HtmlInputElement = input.unchecked_into();
    input.set_type("file");
    input.set_accept(accept);
    input.set_multiple(several);
    let chosen = js_sys::Promise::new(&mut |done, _| {
        for event in ["change", "cancel"] {
            // An event that cannot be listened to never comes.
            let _ = input.add_event_listener_with_callback(event, &done);
        }
    });
    input.click();
    let _ = JsFuture::from(chosen).await;
    input.files().map(all).unwrap_or_default()
}

/// The files that were dropped, if any.
pub fn dropped(transfer: &DataTransfer) -> Vec<File> {
    transfer.files().map(all).unwrap_or_default()
}

/// The files of a list.
pub fn all(files: FileList) -> Vec<File> {
    (0..files.length())
        .filter_map(|index| files.get(index))
        .collect()
}
