//! 版と自動バックアップ: what a strategy was at a time, kept on purpose (named) or by the clock (automatic).

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::rotation::{self, DeletedAge};
use crate::clock;
use crate::document::open_document::OpenDocument;
use crate::keeper::{Inner, Keeper};
use crate::store::blob::new_key_behind;
use crate::store::db::{Db, Store, every, pair};
use crate::store::snapshot::Snapshot;
use crate::{DocId, ListedCounts, Listing, Moment, Trouble, parsed};
use browser::TimeSlice;
use strategy::{Stage, Strategy};

/// 版.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The strategy it is a version of.
    pub doc: DocId,
    /// Its name in the store; sorts in the order in which the versions of a strategy were kept.
    pub id: String,
    /// 版の名前; empty for an automatic one.
    pub name: String,
    /// 段階.
    pub stage: Stage,
    /// When it was kept.
    pub at: Moment,
    /// On purpose or by the clock.
    pub kind: VersionKind,
    /// Numbers of records.
    pub counts: ListedCounts,
    /// 公表: the `publication.json` of what was published of it; `None`: it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deleted: Option<Moment>,
    snapshot: Snapshot,
}

/// Why a version is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionKind {
    /// 版: on purpose.
    Named,
    /// 自動バックアップ: by the clock; how long they are kept, `versions/rotation.rs` says.
    Auto,
}

impl Version {
    fn key(&self) -> JsValue {
        pair(&self.doc.to_string(), self.id.as_str())
    }
}

impl Keeper {
    /// 版として保存: keeps the strategy as it stands under a name.
    pub async fn save_version(
        &self,
        doc: DocId,
        name: &str,
        stage: Stage,
    ) -> Result<Version, Trouble> {
        let strategy = self.strategy(doc).ok_or(Trouble::NotThere)?;
        let version = (name.to_owned(), stage, VersionKind::Named, None);
        self.0
            .put_version(doc, &strategy, version, TimeSlice::new())
            .await
    }

    /// Keeps a strategy that is published as a version, with the `publication.json` of its folder.
    pub async fn save_publication(
        &self,
        doc: DocId,
        strategy: &Strategy,
        name: &str,
        publication: String,
    ) -> Result<Version, Trouble> {
        let stage = strategy.about().told_stage();
        let version = (
            name.to_owned(),
            stage,
            VersionKind::Named,
            Some(publication),
        );
        self.0
            .put_version(doc, strategy, version, TimeSlice::new())
            .await
    }

    /// 自動バックアップ: keeps an automatic copy if one is due, and drops those no longer needed. Asked again before that is done,
    /// it does nothing.
    pub async fn back_up(&self, doc: DocId) -> Result<Option<Version>, Trouble> {
        let begin = |open: &mut OpenDocument| !std::mem::replace(&mut open.backing_up, true);
        if !self.0.change(doc, begin).ok_or(Trouble::NotThere)? {
            return Ok(None);
        }
        let done = self.back_up_if_due(doc).await;
        self.0.change(doc, |open| open.backing_up = false);
        done
    }

    async fn back_up_if_due(&self, doc: DocId) -> Result<Option<Version>, Trouble> {
        let strategy = self.strategy(doc).ok_or(Trouble::NotThere)?;
        let now = clock::now();
        if !rotation::due(&moments(&self.automatic(doc).await?), &now) {
            return Ok(None);
        }
        let stage = strategy.about().told_stage();
        let version = (String::new(), stage, VersionKind::Auto, None);
        let kept = self
            .0
            .put_version(doc, &strategy, version, TimeSlice::background())
            .await?;
        let automatic = self.automatic(doc).await?;
        for index in rotation::surplus(&moments(&automatic), &now) {
            self.0.remove_version(&automatic[index]).await?;
        }
        Ok(Some(kept))
    }

    async fn automatic(&self, doc: DocId) -> Result<Vec<Version>, Trouble> {
        let mut versions = self.versions(doc).await?;
        versions.retain(|version| version.kind == VersionKind::Auto);
        Ok(versions)
    }

    /// The versions of a strategy, the last first.
    pub async fn versions(&self, doc: DocId) -> Result<Vec<Version>, Trouble> {
        let db = self.0.db().await?;
        let mut versions = all(&db, Some(doc)).await?;
        versions.retain(|version| version.deleted.is_none());
        versions.reverse();
        Ok(versions)
    }

    /// Reads a version.
    pub async fn read_version(
        &self,
        version: &Version,
        progress: impl Fn(f64),
    ) -> Result<Strategy, Trouble> {
        let db = self.0.db().await?;
        Ok(version.snapshot.read(&db, progress).await?)
    }

    /// Deletes a version; for a day it can be brought back.
    pub async fn delete_version(&self, version: &Version) -> Result<(), Trouble> {
        self.0.mark(version, Some(clock::now())).await
    }

    /// Brings a deleted version back.
    pub async fn restore_version(&self, version: &Version) -> Result<(), Trouble> {
        self.0.mark(version, None).await
    }
}

fn moments(versions: &[Version]) -> Vec<Moment> {
    versions.iter().map(|version| version.at.clone()).collect()
}

/// The versions of one strategy, or of all, the deleted ones too, the first first.
async fn all(db: &Db, doc: Option<DocId>) -> Result<Vec<Version>, Trouble> {
    let range = doc.map(|doc| every(&doc.to_string())).transpose()?;
    let tx = db.reading(&[Store::Versions])?;
    let values = tx.all(Store::Versions, range).await?;
    let read = |value: &JsValue| parsed(&value.as_string()?).ok();
    Ok(values.iter().filter_map(read).collect())
}

/// The keys of the blobs that versions refer to.
pub(crate) async fn blobs(db: &Db) -> Result<Vec<String>, Trouble> {
    let versions = all(db, None).await?;
    let blobs = versions.iter().flat_map(|version| version.snapshot.blobs());
    Ok(blobs.map(|blob| blob.key.clone()).collect())
}

impl Inner {
    async fn put_version(
        &self,
        doc: DocId,
        strategy: &Strategy,
        (name, stage, kind, publication): (String, Stage, VersionKind, Option<String>),
        slice: TimeSlice,
    ) -> Result<Version, Trouble> {
        let db = self.db().await?;
        let at = clock::now();
        let last = all(&db, Some(doc)).await?.pop();
        let version = Version {
            doc,
            id: new_key_behind(last.as_ref().map(|last| last.id.as_str())),
            name,
            stage,
            counts: Listing::of(doc, strategy, at.clone()).counts,
            at,
            kind,
            publication,
            deleted: None,
            snapshot: Snapshot::write(&db, strategy, slice).await?,
        };
        self.write_version(&version).await?;
        Ok(version)
    }

    async fn write_version(&self, version: &Version) -> Result<(), Trouble> {
        let db = self.db().await?;
        let key = version.key();
        let text = serde_json::to_string(version).map_err(|_| Trouble::NotAsWritten)?;
        let tx = db.writing(&[Store::Versions])?;
        tx.put_text(Store::Versions, &key, &text)?;
        tx.done().await?;
        let tx = db.reading(&[Store::Versions])?;
        if tx.text(Store::Versions, &key).await?.as_ref() == Some(&text) {
            Ok(())
        } else {
            Err(Trouble::NotAsWritten)
        }
    }

    async fn mark(&self, version: &Version, deleted: Option<Moment>) -> Result<(), Trouble> {
        let db = self.db().await?;
        let known = all(&db, Some(version.doc)).await?;
        let mut version = known
            .into_iter()
            .find(|known| known.id == version.id)
            .ok_or(Trouble::NotThere)?;
        version.deleted = deleted;
        self.write_version(&version).await
    }

    /// Takes a version out, for good.
    async fn remove_version(&self, version: &Version) -> Result<(), Trouble> {
        let db = self.db().await?;
        let tx = db.writing(&[Store::Versions, Store::Bytes])?;
        tx.delete(Store::Versions, version.key())?;
        for blob in version.snapshot.blobs() {
            tx.delete(Store::Bytes, every(&blob.key)?)?;
        }
        tx.done().await
    }

    /// Takes out, for good, the versions of a strategy.
    pub async fn remove_versions(&self, doc: DocId) -> Result<(), Trouble> {
        let db = self.db().await?;
        for version in all(&db, Some(doc)).await? {
            self.remove_version(&version).await?;
        }
        Ok(())
    }

    /// Takes out, for good, the versions deleted more than a day ago.
    pub async fn sweep_versions(&self, db: &Db) -> Result<(), Trouble> {
        let now = clock::now();
        for version in all(db, None).await? {
            match rotation::age(&version.at, version.deleted.as_ref(), &now) {
                DeletedAge::Recent => {}
                DeletedAge::Old => self.remove_version(&version).await?,
                DeletedAge::Unknown => self.mark(&version, Some(now.clone())).await?,
            }
        }
        Ok(())
    }
}
