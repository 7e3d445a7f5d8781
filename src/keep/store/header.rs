//! One strategy in the database: the header of its snapshot, and the log of edits since.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::db::{Db, Store, every, span};
use super::rows;
use super::rows::{StoredRow, header_key, log_name, position, steps_name};
use super::snapshot::{Snapshot, SnapshotUnread};
use crate::{Damage, DocId, Listing, Trouble, parsed};
use format::json;

/// Data of a strategy beside its bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Header {
    /// The version of the file inside.
    pub file: u32,
    /// The tab that writes. Every write asks first whether it still is the one (K10).
    pub writer: String,
    /// The tab that took the snapshot.
    pub by: String,
    /// Number of edits in the snapshot.
    pub seq: u64,
    /// The snapshot.
    pub snapshot: Snapshot,
    /// The line for the list, as it was then.
    pub listing: Listing,
}

/// The header's text; it cannot fail, but if it does it must not look written.
fn text_of(header: &Header) -> Result<String, Trouble> {
    serde_json::to_string(header).map_err(|_| Trouble::NotAsWritten)
}

impl Header {
    /// The header of a snapshot that this tab took and goes on from.
    pub fn new(tab: &str, seq: u64, snapshot: Snapshot, listing: Listing) -> Self {
        Self {
            file: json::VERSION,
            writer: tab.to_owned(),
            by: tab.to_owned(),
            seq,
            snapshot,
            listing,
        }
    }

    /// True if an earlier version of the app wrote the strategy.
    pub fn is_older(&self) -> bool {
        self.file < json::VERSION
    }

    /// Reads the text of a header.
    pub fn parse(text: &str) -> Result<Self, SnapshotUnread> {
        #[derive(Deserialize)]
        struct HeaderVersion {
            file: u32,
        }
        match parsed::<HeaderVersion>(text) {
            Ok(version) if version.file > json::VERSION => Err(SnapshotUnread::Newer),
            _ => parsed(text).map_err(|_| SnapshotUnread::Damaged(Damage::Header)),
        }
    }

    /// Every header there is, as text.
    pub async fn all(db: &Db) -> Result<Vec<String>, Trouble> {
        let tx = db.reading(&[Store::Strategies])?;
        let values = tx.all(Store::Strategies, None).await?;
        Ok(values.iter().filter_map(JsValue::as_string).collect())
    }

    /// The text of the header of one strategy.
    pub async fn text(db: &Db, doc: DocId) -> Result<Option<String>, Trouble> {
        let tx = db.reading(&[Store::Strategies])?;
        tx.text(Store::Strategies, &header_key(doc)).await
    }

    /// Changes the listing in the header of a strategy.
    pub async fn relist(
        db: &Db,
        doc: DocId,
        change: impl FnOnce(&mut Listing),
    ) -> Result<(), Trouble> {
        let tx = db.writing(&[Store::Strategies])?;
        let text = tx.text(Store::Strategies, &header_key(doc)).await?;
        let Some(Ok(mut header)) = text.as_deref().map(Header::parse) else {
            tx.abort();
            return Err(Trouble::NotThere);
        };
        change(&mut header.listing);
        let written = text_of(&header)?;
        tx.put_text(Store::Strategies, &header_key(doc), &written)?;
        tx.done().await?;
        if Header::text(db, doc).await?.as_ref() == Some(&written) {
            Ok(())
        } else {
            Err(Trouble::NotAsWritten)
        }
    }

    /// Puts this header in the place of `old`, and drops the snapshot and the log entries that it replaces.
    /// Nothing happens when another tab writes by now, or what is there is not `old`.
    pub async fn replace(
        &self,
        db: &Db,
        doc: DocId,
        old: Option<&Header>,
        steps: &[StoredRow],
    ) -> Result<(), Trouble> {
        let tx = db.writing(&[Store::Strategies, Store::Edits, Store::Bytes])?;
        let there = tx.text(Store::Strategies, &header_key(doc)).await?;
        let there = there.as_deref().map(Header::parse);
        match (&there, old) {
            (None, _) => {}
            (Some(Ok(there)), Some(old))
                if there.writer == self.writer && there.snapshot == old.snapshot => {}
            _ => {
                tx.abort();
                return Err(Trouble::TakenOver);
            }
        }
        let text = text_of(self)?;
        tx.put_text(Store::Strategies, &header_key(doc), &text)?;
        tx.delete(Store::Edits, span(&log_name(doc), 0, self.seq)?)?;
        rows::put(&tx, &steps_name(doc), steps)?;
        if let Some(Ok(there)) = &there {
            for blob in there.snapshot.blobs() {
                tx.delete(Store::Bytes, every(&blob.key)?)?;
            }
        }
        tx.done().await?;
        if Header::text(db, doc).await?.as_ref() == Some(&text) {
            Ok(())
        } else {
            Err(Trouble::NotAsWritten)
        }
    }
}

/// A strategy in the database, at one moment.
pub(crate) struct StoredDocument {
    /// The header.
    pub header: Header,
    /// The log: position and text.
    pub log: Vec<StoredRow>,
    /// The tab that wrote before.
    pub before: String,
}

impl StoredDocument {
    /// Reads header and log. With `writer`, makes that tab the one that writes.
    pub async fn read(db: &Db, doc: DocId, writer: Option<&str>) -> Result<Self, SnapshotUnread> {
        let stores = [Store::Strategies, Store::Edits];
        let tx = match writer {
            Some(_) => db.writing(&stores)?,
            None => db.reading(&stores)?,
        };
        let text = tx.text(Store::Strategies, &header_key(doc)).await?;
        let header = text.as_deref().map(Header::parse);
        let mut header = header.unwrap_or(Err(SnapshotUnread::Failed(Trouble::NotThere)))?;
        let before = header.writer.clone();
        if let Some(writer) = writer {
            header.writer = writer.to_owned();
            tx.put_text(Store::Strategies, &header_key(doc), &text_of(&header)?)?;
        }
        let (keys, texts) = tx.rows(Store::Edits, || every(&log_name(doc))).await?;
        if writer.is_some() {
            tx.done().await?;
        }
        let log = keys
            .iter()
            .zip(&texts)
            .map(|(key, text)| {
                let at = position(key).unwrap_or_default();
                (at, text.as_string().unwrap_or_default())
            })
            // An edit that the snapshot already holds may have been appended while the snapshot was put in place.
            .filter(|(at, _)| *at > header.seq)
            .collect();
        Ok(Self {
            header,
            log,
            before,
        })
    }
}

/// Appends entries (position, text) to the log of a strategy that `writer` writes, reads them back and compares (K5).
pub(crate) async fn append(
    db: &Db,
    doc: DocId,
    writer: &str,
    entries: &[StoredRow],
    steps: &[StoredRow],
) -> Result<(), Trouble> {
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
        return Ok(());
    };
    let name = log_name(doc);
    let tx = db.writing(&[Store::Strategies, Store::Edits])?;
    let text = tx.text(Store::Strategies, &header_key(doc)).await?;
    match text.as_deref().map(Header::parse) {
        Some(Ok(header)) if header.writer == writer => {}
        Some(_) => {
            tx.abort();
            return Err(Trouble::TakenOver);
        }
        None => {
            tx.abort();
            return Err(Trouble::DatabaseCleared);
        }
    }
    rows::put(&tx, &name, entries)?;
    rows::put(&tx, &steps_name(doc), steps)?;
    tx.done().await?;
    let tx = db.reading(&[Store::Edits])?;
    let there = tx
        .all(Store::Edits, Some(span(&name, first.0, last.0)?))
        .await?;
    let there = there.iter().filter_map(JsValue::as_string);
    if there.eq(entries.iter().map(|(_, text)| text.clone())) {
        Ok(())
    } else {
        Err(Trouble::NotAsWritten)
    }
}

/// Takes a strategy out of the database: header and log, but not the blobs they refer to.
pub(crate) async fn drop_header(db: &Db, doc: DocId) -> Result<(), Trouble> {
    let tx = db.writing(&[Store::Strategies, Store::Edits])?;
    rows::delete_all(&tx, doc)?;
    tx.done().await
}
