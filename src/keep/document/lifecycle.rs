//! Operations on a strategy as a whole: copy, move to the trash, restore, delete.

use wasm_bindgen::JsValue;

use crate::clock;
use crate::keeper::{Inner, Keeper};
use crate::store::db::{Store, every};
use crate::store::header::{Header, drop_header};
use crate::store::local::LocalKey;
use crate::tabs::writer_lock::Acquire;
use crate::{DocId, Moment, News, Trouble};
use strategy::{About, Strategy};

impl Keeper {
    /// 複製: keeps a copy under a new title, open for writing.
    pub async fn duplicate(&self, doc: DocId, title: &str) -> Result<DocId, Trouble> {
        let mut strategy = self.look_at(doc).await?;
        let mut about = About::clone(&strategy.about());
        about.title = title.to_owned();
        strategy.about.insert(about);
        Ok(self.create(strategy).await)
    }

    /// Reads a strategy without opening it: for a copy, a comparison, a roll-up.
    pub async fn look_at(&self, doc: DocId) -> Result<Strategy, Trouble> {
        if let Some(strategy) = self.strategy(doc) {
            return Ok(strategy);
        }
        Ok(self.0.read(doc, false, &|_| {}).await?.strategy)
    }

    /// ごみ箱へ: everything stays; only the list says so, and the tabs that have it open are told.
    pub async fn trash(&self, doc: DocId) -> Result<(), Trouble> {
        self.0.set_trashed(doc, Some(clock::now())).await
    }

    /// True if the strategy is in the trash.
    pub fn is_trashed(&self, doc: DocId) -> bool {
        self.0.is_trashed(doc)
    }

    /// ごみ箱から戻す.
    pub async fn restore(&self, doc: DocId) -> Result<(), Trouble> {
        self.0.set_trashed(doc, None).await
    }

    /// 完全に削除: deletes what is in the trash, with its versions, for good. Refused while a tab has it open.
    pub async fn purge(&self, doc: DocId) -> Result<(), Trouble> {
        let inner = &self.0;
        if !inner.is_trashed(doc) || inner.docs.borrow().contains_key(&doc) {
            return Err(Trouble::ReadOnly);
        }
        let lock = inner.acquire_lock(doc, Acquire::IfFree).await;
        if lock.is_none() {
            return Err(Trouble::ReadOnly);
        }
        let db = inner.db().await?;
        let header = Header::text(&db, doc).await?;
        inner.remove_versions(doc).await?;
        drop_header(&db, doc).await?;
        let tx = db.writing(&[Store::Bytes, Store::Places])?;
        if let Some(Ok(header)) = header.as_deref().map(Header::parse) {
            for blob in header.snapshot.blobs() {
                tx.delete(Store::Bytes, every(&blob.key)?)?;
            }
        }
        tx.delete(Store::Places, JsValue::from_str(&doc.to_string()))?;
        tx.done().await?;
        for (tab, seq, _) in inner.local.journal(doc) {
            inner.local.remove(LocalKey::Journal(doc, &tab, seq));
        }
        inner.unlist(doc);
        inner.tell(&News::Catalogue);
        Ok(())
    }
}

impl Inner {
    async fn set_trashed(&self, doc: DocId, trashed: Option<Moment>) -> Result<(), Trouble> {
        let mut listing = self.listing(doc).ok_or(Trouble::NotThere)?;
        listing.trashed = trashed.clone();
        self.list(listing);
        self.tell(&News::Catalogue);
        self.tell_trashed(doc, trashed.is_some());
        let db = self.db().await?;
        match Header::relist(&db, doc, |listing| listing.trashed = trashed).await {
            // Not in the database yet: the list alone says so.
            Err(Trouble::NotThere) => Ok(()),
            done => done,
        }
    }
}
