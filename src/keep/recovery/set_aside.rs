//! 取り置き: data that could not be read. It is never overwritten; it can be downloaded, and then be forgotten.

use serde::{Deserialize, Serialize};
use std::sync::Arc;
use wasm_bindgen::JsValue;

use crate::clock;
use crate::keeper::{Inner, Keeper};
use crate::store::blob::{Blob, BlobWriter, new_key_behind, raw_bytes};
use crate::store::db::{Db, Store, every};
use crate::store::header::{Header, drop_header};
use crate::store::local::LocalKey;
use crate::store::rows::log_name;
use crate::{Damage, DocId, Entry, Moment, News, Trouble, parsed};
use browser::TimeSlice;
use format::json;
use strategy::sort;

/// Something set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// Its name; sorts in the order in which things were set aside.
    pub id: String,
    /// The strategy it belongs to.
    pub doc: DocId,
    /// Title of the strategy.
    pub title: String,
    /// When it was set aside.
    pub at: Moment,
    /// Why.
    pub why: Damage,
    /// Kind of data.
    pub what: AsideKind,
    /// Number of edits.
    #[serde(default)]
    pub edits: usize,
    /// True once the user has acknowledged it.
    #[serde(default)]
    pub answered: bool,
    pub(crate) body: Blob,
    /// Of a strategy: what its text does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<Blob>,
}

/// Kind of data that was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AsideKind {
    /// A strategy: the bytes of its file, as they are.
    Strategy,
    /// Edits that did not fit: one line of JSON each.
    Edits,
}

impl Aside {
    /// Returns its size, in bytes.
    pub fn length(&self) -> u64 {
        self.body.length
    }

    async fn new(
        db: &Db,
        (doc, title): (DocId, &str),
        why: &Damage,
        what: AsideKind,
        body: Blob,
    ) -> Result<Self, Trouble> {
        let last = all(db).await?.pop();
        Ok(Self {
            id: new_key_behind(last.as_ref().map(|last| last.id.as_str())),
            doc,
            title: title.to_owned(),
            at: clock::now(),
            why: why.clone(),
            what,
            edits: 0,
            answered: false,
            body,
            rest: None,
        })
    }

    fn blobs(&self) -> impl Iterator<Item = &Blob> {
        std::iter::once(&self.body).chain(&self.rest)
    }

    /// Returns the extension of its file.
    pub fn extension(&self) -> &'static str {
        match self.what {
            AsideKind::Strategy => "json",
            AsideKind::Edits => "jsonl",
        }
    }
}

impl Keeper {
    /// Everything that was set aside, the last first.
    pub async fn asides(&self) -> Result<Vec<Aside>, Trouble> {
        let db = self.0.db().await?;
        let mut asides = all(&db).await?;
        asides.reverse();
        Ok(asides)
    }

    /// Why something was set aside.
    pub async fn damage(&self, aside: &Aside) -> Result<Damage, Trouble> {
        self.0.damage(aside).await
    }

    /// The bytes of something set aside, as they are.
    pub async fn aside_bytes(&self, aside: &Aside) -> Result<Vec<u8>, Trouble> {
        raw_bytes(&*self.0.db().await?, &aside.body).await
    }

    /// The edits set aside, in their order; of those that cannot be read, the text.
    pub async fn aside_edits(&self, aside: &Aside) -> Result<Vec<Result<Entry, String>>, Trouble> {
        let bytes = self.aside_bytes(aside).await?;
        Ok(read_edits(&String::from_utf8_lossy(&bytes)))
    }

    /// The person knows that it was set aside.
    pub async fn answer_aside(&self, aside: &Aside) -> Result<(), Trouble> {
        let answered = Aside {
            answered: true,
            ..aside.clone()
        };
        put(&*self.0.db().await?, &answered).await
    }

    /// Forgets something set aside, for good.
    pub async fn forget_aside(&self, aside: &Aside) -> Result<(), Trouble> {
        let inner = &self.0;
        let db = inner.db().await?;
        let tx = db.writing(&[Store::Aside, Store::Bytes])?;
        tx.delete(Store::Aside, JsValue::from_str(&aside.id))?;
        for blob in aside.blobs() {
            tx.delete(Store::Bytes, every(&blob.key)?)?;
        }
        tx.done().await?;
        let left = all(&db).await?.iter().any(|one| one.doc == aside.doc);
        let kept = Header::text(&db, aside.doc).await?.is_some();
        if !left && !kept && self.versions(aside.doc).await?.is_empty() {
            inner.unlist(aside.doc);
            inner.tell(&News::Catalogue);
        }
        Ok(())
    }
}

/// Reads edits that were set aside, or taken out as a file: one to a line.
pub fn read_edits(text: &str) -> Vec<Result<Entry, String>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| Entry::read(line).ok_or_else(|| line.to_owned()))
        .collect()
}

pub(crate) async fn all(db: &Db) -> Result<Vec<Aside>, Trouble> {
    let tx = db.reading(&[Store::Aside])?;
    let values = tx.all(Store::Aside, None).await?;
    let read = |value: &JsValue| parsed(&value.as_string()?).ok();
    Ok(values.iter().filter_map(read).collect())
}

/// The keys of the blobs that were set aside.
pub(crate) async fn blobs(db: &Db) -> Result<Vec<String>, Trouble> {
    let asides = all(db).await?;
    let blobs = asides.iter().flat_map(Aside::blobs);
    Ok(blobs.map(|blob| blob.key.clone()).collect())
}

async fn put(db: &Db, aside: &Aside) -> Result<(), Trouble> {
    let text = serde_json::to_string(aside).map_err(|_| Trouble::NotAsWritten)?;
    let key = JsValue::from_str(&aside.id);
    let tx = db.writing(&[Store::Aside])?;
    tx.put_text(Store::Aside, &key, &text)?;
    tx.done().await?;
    let tx = db.reading(&[Store::Aside])?;
    if tx.text(Store::Aside, &key).await?.as_ref() == Some(&text) {
        Ok(())
    } else {
        Err(Trouble::NotAsWritten)
    }
}

async fn write(db: &Db, bytes: &[u8]) -> Result<Blob, Trouble> {
    let mut writing = BlobWriter::new(db, TimeSlice::new());
    writing.push(bytes).await?;
    writing.finish().await
}

/// True if these edits of the strategy are set aside already.
async fn has_edits(db: &Db, doc: DocId, text: &[u8]) -> Result<bool, Trouble> {
    for aside in all(db).await? {
        let may_be = aside.doc == doc
            && aside.what == AsideKind::Edits
            && aside.length() == text.len() as u64;
        if may_be && raw_bytes(db, &aside.body).await? == text {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Sets edits aside, as text. A page that is closed before the log is rewritten finds the same edits in it again: they are
/// not set aside twice.
pub(crate) async fn put_edits(
    db: &Db,
    doc: DocId,
    title: &str,
    why: &Damage,
    texts: &[&str],
) -> Result<(), Trouble> {
    let text = texts.join("\n");
    if has_edits(db, doc, text.as_bytes()).await? {
        return Ok(());
    }
    let body = write(db, text.as_bytes()).await?;
    let mut aside = Aside::new(db, (doc, title), why, AsideKind::Edits, body).await?;
    aside.edits = texts.len();
    put(db, &aside).await
}

impl Inner {
    /// Sets aside a strategy that cannot be read: its bytes where they are, its log and journal as text.
    pub async fn set_aside(&self, doc: DocId, why: &Damage) -> Result<(), Trouble> {
        let db = self.db().await?;
        let text = Header::text(&db, doc).await?.unwrap_or_default();
        let header = Header::parse(&text).ok();
        let listed = self.listing(doc);
        let title = listed
            .or_else(|| header.as_ref().map(|header| header.listing.clone()))
            .map(|listing| listing.title)
            .unwrap_or_default();
        let log = self.log_texts(&db, doc).await?;
        let mut journal = self.local.journal(doc);
        sort::by(&mut journal, |a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        let texts: Vec<&str> = log
            .iter()
            .chain(journal.iter().map(|(.., text)| text))
            .map(String::as_str)
            .collect();
        if !texts.is_empty() {
            put_edits(&db, doc, &title, why, &texts).await?;
        }
        let (body, rest) = match header {
            Some(header) => (header.snapshot.text, Some(header.snapshot.rest)),
            None => (write(&db, text.as_bytes()).await?, None),
        };
        let mut aside = Aside::new(&db, (doc, &title), why, AsideKind::Strategy, body).await?;
        aside.rest = rest;
        put(&db, &aside).await?;
        drop_header(&db, doc).await?;
        for (tab, seq, _) in &journal {
            self.local.remove(LocalKey::Journal(doc, tab, *seq));
        }
        // It stays in the list: from there it can be had again, as far as that is possible.
        Ok(())
    }

    /// Why a strategy was set aside, if it was.
    pub async fn why_aside(&self, doc: DocId) -> Option<Damage> {
        let db = self.db().await.ok()?;
        let asides = all(&db).await.ok()?;
        let whole = |one: &&Aside| one.doc == doc && one.what == AsideKind::Strategy;
        let aside = asides.iter().rev().find(whole)?;
        self.damage(aside).await.ok()
    }

    /// Why something was set aside. What is wrong with a text is not kept: it is found again by reading it.
    async fn damage(&self, aside: &Aside) -> Result<Damage, Trouble> {
        let unread = |one: &Aside| one.why == Damage::Text(None);
        if !unread(aside) {
            return Ok(aside.why.clone());
        }
        let db = self.db().await?;
        let of_it = |one: &Aside| one.doc == aside.doc && one.what == AsideKind::Strategy;
        let texts = all(&db).await?.into_iter().filter(of_it).filter(unread);
        for text in texts {
            if let Err(error) = json::read(&raw_bytes(&db, &text.body).await?) {
                return Ok(Damage::Text(Some(Arc::new(error))));
            }
        }
        Ok(aside.why.clone())
    }

    async fn log_texts(&self, db: &Db, doc: DocId) -> Result<Vec<String>, Trouble> {
        let tx = db.reading(&[Store::Edits])?;
        let values = tx.all(Store::Edits, Some(every(&log_name(doc))?)).await?;
        Ok(values.iter().filter_map(JsValue::as_string).collect())
    }
}
