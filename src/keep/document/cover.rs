//! The cover: what a page shows of a strategy first, kept beside its snapshot, to be read before the strategy itself is.
//!
//! It is no part of what is kept: nothing is ever restored or made from it, and whatever keeps a strategy goes on without
//! it. It is shown only where it is known to be of what the database holds now (K20).

use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};

use crate::keeper::{Inner, Keeper};
use crate::store::db::{Db, Store, every};
use crate::store::header::Header;
use crate::store::rows::{cover_key, header_key, log_name, position};
use crate::{DocId, Role, Trouble, parsed};
use strategy::migration::VERSION;

/// A cover of more bytes than this is none: it is to be read at once.
const MOST: usize = 200_000;

/// Revision of a strategy from which something was made: its snapshot, and the number of edits that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Revision {
    snapshot: String,
    seq: u64,
}

/// A cover as it is kept.
#[derive(Serialize, Deserialize)]
struct KeptCover<T> {
    /// The version in which it is written.
    file: u32,
    of: Revision,
    /// The app that made it, with its settings: its content depends on them.
    made: String,
    shows: T,
}

/// The cover that is kept, and the revision that the database holds: both of one moment.
async fn look(db: &Db, doc: DocId) -> Result<Option<(String, Revision)>, Trouble> {
    let tx = db.reading(&[Store::Strategies, Store::Edits])?;
    let Some(cover) = tx.text(Store::Edits, &cover_key(doc)).await? else {
        return Ok(None);
    };
    let header = tx.text(Store::Strategies, &header_key(doc)).await?;
    let Some(Ok(header)) = header.as_deref().map(Header::parse) else {
        return Ok(None);
    };
    let log = tx.keys(Store::Edits, Some(every(&log_name(doc))?)).await?;
    let last = log.last().and_then(position);
    let of = Revision {
        seq: last.unwrap_or_default().max(header.seq),
        snapshot: header.snapshot.text.key,
    };
    Ok(Some((cover, of)))
}

impl Inner {
    /// Returns the content of a cover of the database as it is now, made by this app.
    async fn cover<T: DeserializeOwned>(&self, doc: DocId, made: &str) -> Option<T> {
        // Edits in the journal may be missing in the database, and so in the cover.
        if self.local.journaled().contains(&doc) {
            return None;
        }
        let db = self.db().await.ok()?;
        let (text, now) = look(&db, doc).await.ok()??;
        let kept: KeptCover<T> = parsed(&text).ok()?;
        let trusted = kept.file == VERSION && kept.of == now && kept.made == made;
        trusted.then_some(kept.shows)
    }

    /// The revision of an open strategy, where this tab writes it and all of it is saved.
    fn settled(&self, doc: DocId) -> Option<Revision> {
        let docs = self.docs.borrow();
        let open = docs.get(&doc)?;
        let at_work = open.saving.is_some() || open.whole_under_way || open.rewrite;
        if open.role != Role::Writer || at_work || !open.pending.is_empty() {
            return None;
        }
        Some(Revision {
            snapshot: open.header.as_ref()?.snapshot.text.key.clone(),
            seq: open.seq,
        })
    }
}

impl Keeper {
    /// Returns the content of the cover kept last of a strategy that is not open yet, if it is of the kept revision
    /// (K20) and was `made` by this app.
    pub async fn cover<T: DeserializeOwned>(&self, doc: DocId, made: &str) -> Option<T> {
        if self.role(doc).is_some() {
            return None;
        }
        self.0.cover(doc, made).await
    }

    /// True if an open strategy needs a new cover: all of it is saved, by this tab, and the cover that is kept is of
    /// another revision.
    pub async fn wants_cover(&self, doc: DocId, made: &str) -> bool {
        self.0.settled(doc).is_some() && self.0.cover::<IgnoredAny>(doc, made).await.is_none()
    }

    /// Keeps what shows an open strategy as it was after `seq` edits; whether it did. What was edited since, or is still
    /// being saved, wants another cover.
    pub async fn keep_cover<T: Serialize>(
        &self,
        doc: DocId,
        made: &str,
        seq: u64,
        shows: &T,
    ) -> bool {
        let Some(of) = self.0.settled(doc).filter(|of| of.seq == seq) else {
            return false;
        };
        let kept = KeptCover {
            file: VERSION,
            of,
            made: made.to_owned(),
            shows,
        };
        match serde_json::to_string(&kept) {
            Ok(text) if text.len() <= MOST => self.0.put_cover(doc, &text).await.is_ok(),
            _ => false,
        }
    }
}

impl Inner {
    async fn put_cover(&self, doc: DocId, text: &str) -> Result<(), Trouble> {
        let db = self.db().await?;
        // Nothing is lost with it: the disk is not waited for.
        let tx = db.noting(&[Store::Edits])?;
        tx.put_text(Store::Edits, &cover_key(doc), text)?;
        tx.done().await
    }
}
