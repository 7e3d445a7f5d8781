//! A blob: many bytes in the database, in pieces, written and read without one long task.

use std::cell::Cell;
use std::collections::VecDeque;

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::checksum::{Checksum, WordSum};
use super::db::{Answer, Db, Store, every, pair, span};
use crate::Trouble;
use crate::clock;
use crate::encoding::key::{key, made_at, time_behind};
use browser::{TimeSlice, random_id};

/// Bytes of one piece.
const PIECE: usize = 256 * 1024;
/// Pieces written or read in one transaction.
const AT_ONCE: usize = 4;
/// Transactions that read ahead.
const AHEAD: usize = 4;
/// A day, in ms.
const DAY: u64 = 86_400_000;

/// Description of a blob: the place of its pieces, its length, and its checksum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Blob {
    /// The first part of its pieces' keys; never used twice.
    pub key: String,
    /// Number of pieces.
    pub pieces: u32,
    /// Number of bytes.
    pub length: u64,
    /// FNV-1a of all bytes.
    pub sum: u64,
    /// The same by words, by which the bytes are known again; an app before this one did not write it, and knows them by
    /// the other (g39).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<u64>,
}

thread_local! {
    /// Number of keys that this tab has made.
    static MADE: Cell<u32> = const { Cell::new(0) };
}

/// Makes a key that sorts by time, in one tab also within a millisecond, and is never used twice.
pub(crate) fn new_key() -> String {
    new_key_behind(None)
}

/// Makes a key that sorts behind the last of its store, also when the clock was set back since.
pub(crate) fn new_key_behind(last: Option<&str>) -> String {
    let nth = MADE.with(|made| made.replace(made.get().wrapping_add(1)));
    key(time_behind(last, clock::now().ms), nth, random_id())
}

/// Writes a blob: nothing refers to it before [`BlobWriter::finish`] gave it out.
pub(crate) struct BlobWriter<'a> {
    db: &'a Db,
    blob: Blob,
    sum: Checksum,
    words: WordSum,
    rest: Vec<u8>,
    slice: TimeSlice,
}

impl<'a> BlobWriter<'a> {
    pub fn new(db: &'a Db, slice: TimeSlice) -> Self {
        Self {
            db,
            blob: Blob {
                key: new_key(),
                pieces: 0,
                length: 0,
                sum: 0,
                words: None,
            },
            sum: Checksum::START,
            words: WordSum::START,
            rest: Vec::new(),
            slice,
        }
    }

    /// Adds bytes.
    pub async fn push(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        self.sum.add(bytes);
        self.words.add(bytes);
        self.blob.length += bytes.len() as u64;
        self.rest.extend_from_slice(bytes);
        self.slice.yield_if_due().await;
        if self.rest.len() >= PIECE * AT_ONCE {
            let rest = std::mem::take(&mut self.rest);
            self.write(&rest).await?;
        }
        Ok(())
    }

    async fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        for some in bytes.chunks(PIECE * AT_ONCE) {
            let tx = self.db.writing(&[Store::Bytes])?;
            for piece in some.chunks(PIECE) {
                let key = pair(&self.blob.key, self.blob.pieces);
                tx.add(Store::Bytes, &key, &Uint8Array::from(piece))?;
                self.blob.pieces += 1;
            }
            tx.done().await?;
            self.slice.yield_if_due().await;
        }
        Ok(())
    }

    /// Writes what is left, then reads everything back and compares (K5).
    pub async fn finish(mut self) -> Result<Blob, Trouble> {
        let rest = std::mem::take(&mut self.rest);
        self.write(&rest).await?;
        self.blob.sum = self.sum.number();
        self.blob.words = Some(self.words.number());
        let mut reading = BlobReader::new(self.db, &self.blob, self.slice);
        let mut piece = Vec::new();
        while reading.next_into(&mut piece).await? {
            piece.clear();
        }
        if reading.is_whole() {
            Ok(self.blob)
        } else {
            Err(Trouble::NotAsWritten)
        }
    }
}

/// Reads a blob, piece by piece.
pub(crate) struct BlobReader<'a> {
    db: &'a Db,
    blob: &'a Blob,
    next: u32,
    /// Pieces that have come.
    ready: std::vec::IntoIter<JsValue>,
    /// Pieces on their way, in order, and the number of the first that was not asked for yet.
    coming: VecDeque<Answer>,
    asked: u32,
    length: u64,
    sum: BlobSum,
    slice: TimeSlice,
}

/// The sum by which a blob is known again.
enum BlobSum {
    Bytes(Checksum),
    Words(WordSum),
}

impl<'a> BlobReader<'a> {
    pub fn new(db: &'a Db, blob: &'a Blob, slice: TimeSlice) -> Self {
        Self {
            db,
            blob,
            next: 0,
            ready: Vec::new().into_iter(),
            coming: VecDeque::new(),
            asked: 0,
            length: 0,
            sum: match blob.words {
                Some(_) => BlobSum::Words(WordSum::START),
                None => BlobSum::Bytes(Checksum::START),
            },
            slice,
        }
    }

    /// Appends the next piece; false at the end, or where no piece is left. A piece that is missing is told by
    /// [`BlobReader::is_whole`].
    pub async fn next_into(&mut self, bytes: &mut Vec<u8>) -> Result<bool, Trouble> {
        if self.next >= self.blob.pieces {
            return Ok(false);
        }
        self.slice.yield_if_due().await;
        if self.ready.len() == 0 {
            self.ask_ahead()?;
            if let Some(answer) = self.coming.pop_front() {
                self.ready = answer.await?.into_iter();
            }
        }
        let piece = self.ready.next().and_then(|piece| piece.dyn_into().ok());
        let Some::<Uint8Array>(piece) = piece else {
            return Ok(false);
        };
        let before = bytes.len();
        bytes.resize(before + piece.length() as usize, 0);
        piece.copy_to(&mut bytes[before..]);
        self.next += 1;
        self.length += u64::from(piece.length());
        match &mut self.sum {
            BlobSum::Bytes(sum) => sum.add(&bytes[before..]),
            BlobSum::Words(sum) => sum.add(&bytes[before..]),
        }
        Ok(true)
    }

    /// Asks for the pieces that come next, so that the database reads while those before are worked on.
    fn ask_ahead(&mut self) -> Result<(), Trouble> {
        while self.coming.len() < AHEAD && self.asked < self.blob.pieces {
            let first = self.asked;
            self.asked += AT_ONCE as u32;
            let some = span(&self.blob.key, first.into(), (self.asked - 1).into())?;
            let tx = self.db.reading(&[Store::Bytes])?;
            self.coming.push_back(tx.ask(Store::Bytes, some)?);
        }
        Ok(())
    }

    /// Returns the share that has been read, from 0 to 1.
    pub fn progress(&self) -> f64 {
        if self.blob.length == 0 {
            1.0
        } else {
            self.length as f64 / self.blob.length as f64
        }
    }

    /// True if every byte was read, and is as it was written.
    pub fn is_whole(&self) -> bool {
        let is_same = match &self.sum {
            BlobSum::Bytes(sum) => sum.number() == self.blob.sum,
            BlobSum::Words(sum) => Some(sum.number()) == self.blob.words,
        };
        self.next == self.blob.pieces && self.length == self.blob.length && is_same
    }
}

/// Every byte of a blob that is still there, whole or not.
pub(crate) async fn raw_bytes(db: &Db, blob: &Blob) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    let tx = db.reading(&[Store::Bytes])?;
    for piece in tx.all(Store::Bytes, Some(every(&blob.key)?)).await? {
        if let Ok(piece) = piece.dyn_into::<Uint8Array>() {
            bytes.extend(piece.to_vec());
        }
    }
    Ok(bytes)
}

/// Takes out the blobs that nobody refers to and that are older than a day: writes that were cut short.
pub(crate) async fn sweep(db: &Db, referred: &[String]) -> Result<(), Trouble> {
    let yesterday = clock::now().ms.saturating_sub(DAY);
    let tx = db.reading(&[Store::Bytes])?;
    let mut orphans: Vec<String> = tx
        .keys(Store::Bytes, None)
        .await?
        .iter()
        .filter_map(|key| js_sys::Array::from(key).get(0).as_string())
        .filter(|key| made_at(key).is_some_and(|ms| ms < yesterday) && !referred.contains(key))
        .collect();
    orphans.dedup();
    if orphans.is_empty() {
        return Ok(());
    }
    let tx = db.writing(&[Store::Bytes])?;
    for key in orphans {
        tx.delete(Store::Bytes, every(&key)?)?;
    }
    tx.done().await
}
