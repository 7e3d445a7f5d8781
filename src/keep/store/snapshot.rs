//! A snapshot: the strategy as the text of its file, and what that text does not tell.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::blob::{Blob, BlobReader, BlobWriter, raw_bytes};
use super::db::Db;
use crate::encoding::older;
use crate::encoding::order_keys::{DIFFERING, Orders, set_order};
use crate::{Damage, Trouble};
use browser::TimeSlice;
use edit::{Changes, Comparison};
use format::json::{MAX_BYTES, Problem, ReadError, Reader, VERSION, Writer};
use strategy::Strategy;

/// Place of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    /// The text of its file: what is downloaded when nothing else helps.
    pub text: Blob,
    /// The difference to the strategy that was kept: a [`SnapshotDelta`].
    pub rest: Blob,
}

/// Difference between the text of a file and the strategy that was kept.
#[derive(Serialize, Deserialize)]
struct SnapshotDelta {
    /// The version in which it is written.
    file: u32,
    /// True to begin with the text; false where it cannot be read (a period typed the wrong way round), to begin with
    /// nothing.
    reads: bool,
    /// The order keys that are not those that come of reading.
    orders: Orders,
    /// The other differences.
    changes: Changes,
}

/// Why a snapshot was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SnapshotUnread {
    /// The database failed.
    Failed(Trouble),
    /// The data is not as it was written (why).
    Damaged(Damage),
    /// It was written by a newer app.
    Newer,
}

impl From<Trouble> for SnapshotUnread {
    fn from(trouble: Trouble) -> Self {
        SnapshotUnread::Failed(trouble)
    }
}

impl From<SnapshotUnread> for Trouble {
    fn from(unread: SnapshotUnread) -> Self {
        match unread {
            SnapshotUnread::Failed(trouble) => trouble,
            SnapshotUnread::Damaged(why) => Trouble::Damaged(why),
            SnapshotUnread::Newer => Trouble::Newer,
        }
    }
}

impl From<ReadError> for SnapshotUnread {
    fn from(error: ReadError) -> Self {
        match error.problem {
            Problem::Newer(_) => SnapshotUnread::Newer,
            _ => SnapshotUnread::Damaged(Damage::Text(Some(Arc::new(error)))),
        }
    }
}

impl Snapshot {
    /// Writes a snapshot, reads it back and compares (K5). Nothing refers to it yet.
    pub async fn write(db: &Db, strategy: &Strategy, slice: TimeSlice) -> Result<Self, Trouble> {
        let mut writing = BlobWriter::new(db, slice);
        for chunk in Writer::new(strategy) {
            writing.push(chunk.as_bytes()).await?;
        }
        let text = writing.finish().await?;
        let back = match read_text(db, &text, |_| {}, slice).await {
            Err(SnapshotUnread::Failed(trouble)) => return Err(trouble),
            back => back.ok(),
        };
        let rest = SnapshotDelta::between(back, strategy, slice).await;
        let rest = serde_json::to_vec(&rest).map_err(|_| Trouble::NotAsWritten)?;
        let mut writing = BlobWriter::new(db, slice);
        writing.push(&rest).await?;
        let rest = writing.finish().await?;
        Ok(Self { text, rest })
    }

    /// Reads a snapshot; `progress` is told how far it is, from 0 to 1.
    pub async fn read(&self, db: &Db, progress: impl Fn(f64)) -> Result<Strategy, SnapshotUnread> {
        let rest = bytes(db, &self.rest, |_| {}, TimeSlice::new()).await?;
        let text = bytes(
            db,
            &self.text,
            |part| progress(part * 0.2),
            TimeSlice::new(),
        )
        .await?;
        let rest =
            SnapshotDelta::read(&rest, &text).ok_or(SnapshotUnread::Damaged(Damage::Rest))?;
        let mut strategy = match rest.reads {
            true => read_bytes(&text, progress, TimeSlice::new()).await?,
            false => Strategy::default(),
        };
        set_orders(&mut strategy, &rest.orders, TimeSlice::new()).await;
        match rest.changes.apply(&mut strategy) {
            Ok(()) => Ok(strategy),
            Err(_) => Err(SnapshotUnread::Damaged(Damage::RestMisfits)),
        }
    }

    /// The blobs it is made of.
    pub fn blobs(&self) -> [&Blob; 2] {
        [&self.text, &self.rest]
    }
}

impl SnapshotDelta {
    /// Reads what was written beside the text of a file, by this app or an earlier one.
    fn read(rest: &[u8], text: &[u8]) -> Option<Self> {
        match older::version(std::str::from_utf8(rest).ok()?)? {
            VERSION => serde_json::from_slice(rest).ok(),
            version if version < VERSION => {
                let rest = older::rest(rest, text, version)?;
                serde_json::from_str(&rest).ok()
            }
            _ => None,
        }
    }

    async fn between(back: Option<Strategy>, strategy: &Strategy, mut slice: TimeSlice) -> Self {
        let reads = back.is_some();
        let mut base = back.unwrap_or_default();
        let mut orders = Orders::new();
        for differing in DIFFERING {
            differing(&base, strategy, &mut orders);
            slice.yield_if_due().await;
        }
        set_orders(&mut base, &orders, slice).await;
        let mut comparison = Comparison::new(&base, strategy);
        while comparison.step() {
            slice.yield_if_due().await;
        }
        Self {
            file: VERSION,
            reads,
            orders,
            changes: comparison.finish(),
        }
    }
}

/// Reads what is left of a snapshot that is not what was written: its text, where that can still be read, with as much
/// of the rest as fits.
pub(crate) async fn read_damaged(
    db: &Db,
    text: &Blob,
    rest: Option<&Blob>,
) -> Result<Strategy, SnapshotUnread> {
    let bytes = raw_bytes(db, text).await?;
    let mut strategy = read_bytes(&bytes, |_| {}, TimeSlice::new()).await?;
    let rest = match rest {
        Some(rest) => SnapshotDelta::read(&raw_bytes(db, rest).await?, &bytes),
        None => None,
    };
    if let Some(rest) = rest.filter(|rest| rest.reads) {
        set_orders(&mut strategy, &rest.orders, TimeSlice::new()).await;
        // Changes that do not fit the damaged text are dropped.
        let _ = rest.changes.apply(&mut strategy);
    }
    Ok(strategy)
}

/// Reads the text of a file as a strategy.
async fn read_text(
    db: &Db,
    blob: &Blob,
    progress: impl Fn(f64),
    slice: TimeSlice,
) -> Result<Strategy, SnapshotUnread> {
    // Fetching is a small part of the work; reading is the rest.
    let bytes = bytes(db, blob, |part| progress(part * 0.2), slice).await?;
    read_bytes(&bytes, progress, slice).await
}

/// Gives records their order keys, of thousands of records a stretch at a time.
async fn set_orders(strategy: &mut Strategy, orders: &Orders, mut slice: TimeSlice) {
    for (id, key) in orders {
        set_order(strategy, id, key);
        slice.yield_if_due().await;
    }
}

async fn read_bytes(
    bytes: &[u8],
    progress: impl Fn(f64),
    mut slice: TimeSlice,
) -> Result<Strategy, SnapshotUnread> {
    let mut reader = Reader::new(bytes)?;
    for piece in reader.by_ref() {
        let now = piece?;
        progress(0.2 + 0.8 * (now.read as f64 / now.of.max(1) as f64));
        slice.yield_if_due().await;
    }
    progress(1.0);
    Ok(reader.finish()?)
}

/// The bytes of a blob, whole.
async fn bytes(
    db: &Db,
    blob: &Blob,
    progress: impl Fn(f64),
    slice: TimeSlice,
) -> Result<Vec<u8>, SnapshotUnread> {
    let mut bytes = Vec::with_capacity((blob.length as usize).min(MAX_BYTES));
    let mut reading = BlobReader::new(db, blob, slice);
    while reading.next_into(&mut bytes).await? {
        progress(reading.progress());
    }
    match reading.is_whole() {
        true => Ok(bytes),
        false => Err(SnapshotUnread::Damaged(Damage::Bytes)),
    }
}
