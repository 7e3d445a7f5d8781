//! A file of ours: written, downloaded, read.

use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, File};

use crate::Trouble;
use crate::store::checksum::Checksum;
use browser::files::{self, Pieces};
use browser::{TimeSlice, exception};
use format::json;
use strategy::Strategy;

/// Bytes read at a time.
const PIECE: f64 = 1_048_576.0;

/// A file in the making: its bytes, in pieces.
pub struct Parcel {
    pieces: Pieces,
    length: u64,
    sum: Checksum,
}

impl Parcel {
    /// A file of these bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let mut parcel = Self {
            pieces: Pieces::default(),
            length: 0,
            sum: Checksum::START,
        };
        parcel.push(bytes);
        parcel
    }

    /// The file of a strategy, written piece by piece.
    pub async fn of(strategy: &Strategy) -> Self {
        let mut parcel = Self::of_bytes(b"");
        let mut slice = TimeSlice::new();
        for chunk in json::Writer::new(strategy) {
            parcel.push(chunk.as_bytes());
            slice.yield_if_due().await;
        }
        parcel
    }

    fn push(&mut self, bytes: &[u8]) {
        self.pieces.push(bytes);
        self.length += bytes.len() as u64;
        self.sum.add(bytes);
    }

    /// The bytes as the browser handles them; `kind` is their media type.
    pub(crate) fn blob(&self, kind: &str) -> Result<Blob, Trouble> {
        self.pieces.blob(kind).map_err(failed)
    }

    /// True if a file holds these bytes.
    pub(crate) async fn is_in(&self, file: &File) -> Result<bool, Trouble> {
        let mut sum = Checksum::START;
        let mut slice = TimeSlice::new();
        let mut at = 0.0;
        while at < file.size() {
            let piece = file
                .slice_with_f64_and_f64(at, at + PIECE)
                .map_err(failed)?;
            sum.add(&files::bytes(&piece).await.map_err(failed)?);
            at += PIECE;
            slice.yield_if_due().await;
        }
        Ok(file.size() == self.length as f64 && sum == self.sum)
    }
}

/// A trouble with a file, from what the browser threw.
pub(crate) fn failed(error: JsValue) -> Trouble {
    match exception::name(&error).as_str() {
        "NotAllowedError" | "SecurityError" => Trouble::FileDenied,
        "NotFoundError" => Trouble::FileGone,
        "" => Trouble::FileFailed("Error".to_owned()),
        name => Trouble::FileFailed(name.to_owned()),
    }
}

/// The bytes of a file that was chosen or dropped.
pub async fn read(file: &File) -> Result<Vec<u8>, Trouble> {
    if file.size() > json::MAX_BYTES as f64 {
        let problem = json::Problem::TooLarge(file.size() as usize);
        return Err(Trouble::FileUnreadable(Arc::new(problem.into())));
    }
    files::bytes(file).await.map_err(failed)
}
