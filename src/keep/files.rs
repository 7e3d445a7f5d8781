//! Files in and out: downloads, files chosen and dropped.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, File, FileList, HtmlAnchorElement, HtmlInputElement, Url,
};

use super::Trouble;
use super::body::Sum;
use super::db::exception_name;
use super::pace::{Pace, sleep};
use crate::format::json;
use crate::strategy::Strategy;

/// How long a download may take to begin, in ms, before its bytes are let go.
const BEGINS_WITHIN: i32 = 60_000;
/// Bytes read at a time.
const PIECE: f64 = 1_048_576.0;

/// A file in the making: its bytes, in pieces.
pub struct Parcel {
    pieces: Array,
    length: u64,
    sum: Sum,
}

impl Parcel {
    /// A file of these bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let mut parcel = Self {
            pieces: Array::new(),
            length: 0,
            sum: Sum::START,
        };
        parcel.push(bytes);
        parcel
    }

    /// The file of a strategy, written piece by piece.
    pub async fn of(strategy: &Strategy) -> Self {
        let mut parcel = Self::of_bytes(b"");
        let mut pace = Pace::new();
        for chunk in json::Writer::new(strategy) {
            parcel.push(chunk.as_bytes());
            pace.breathe().await;
        }
        parcel
    }

    fn push(&mut self, bytes: &[u8]) {
        self.pieces.push(&Uint8Array::from(bytes));
        self.length += bytes.len() as u64;
        self.sum.add(bytes);
    }

    /// The bytes as the browser handles them; `kind` is their media type.
    pub(super) fn blob(&self, kind: &str) -> Result<Blob, Trouble> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        Blob::new_with_u8_array_sequence_and_options(&self.pieces, &options).map_err(failed)
    }

    /// Whether a file holds these bytes.
    pub(super) async fn is_in(&self, file: &File) -> Result<bool, Trouble> {
        let mut sum = Sum::START;
        let mut pace = Pace::new();
        let mut at = 0.0;
        while at < file.size() {
            let piece = file
                .slice_with_f64_and_f64(at, at + PIECE)
                .map_err(failed)?;
            sum.add(&bytes_of(&piece).await?);
            at += PIECE;
            pace.breathe().await;
        }
        Ok(file.size() == self.length as f64 && sum == self.sum)
    }

    /// ファイルに保存: gives the file to the browser to be saved under a name.
    pub fn download(&self, name: &str, kind: &str) -> Result<(), Trouble> {
        let url = Url::create_object_url_with_blob(&self.blob(kind)?).map_err(failed)?;
        let document = web_sys::window().and_then(|window| window.document());
        let link = document.and_then(|document| document.create_element("a").ok());
        let link: HtmlAnchorElement = link.ok_or(Trouble::Unsupported)?.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        link.click();
        spawn_local(async move {
            sleep(BEGINS_WITHIN).await;
            // The browser has long taken the bytes.
            let _ = Url::revoke_object_url(&url);
        });
        Ok(())
    }
}

/// A trouble with a file, from what the browser threw.
pub(super) fn failed(error: JsValue) -> Trouble {
    match exception_name(&error).as_str() {
        "NotAllowedError" | "SecurityError" => Trouble::FileDenied,
        "NotFoundError" => Trouble::FileGone,
        "" => Trouble::FileFailed("Error".to_owned()),
        name => Trouble::FileFailed(name.to_owned()),
    }
}

async fn bytes_of(blob: &Blob) -> Result<Vec<u8>, Trouble> {
    let buffer = JsFuture::from(blob.array_buffer()).await.map_err(failed)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The bytes of a file that was chosen or dropped.
pub async fn read(file: &File) -> Result<Vec<u8>, Trouble> {
    if file.size() > json::MAX_BYTES as f64 {
        let problem = json::Problem::TooLarge(file.size() as usize);
        return Err(Trouble::FileUnreadable(problem.to_string()));
    }
    bytes_of(file).await
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

fn all(files: FileList) -> Vec<File> {
    (0..files.length())
        .filter_map(|index| files.get(index))
        .collect()
}
