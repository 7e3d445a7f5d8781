//! Operations on strategies as a whole: copies, the trash, versions.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Workspace, fresh_id};
use crate::page::Page;
use crate::trouble::trouble_text;
use ::words::home as words;
use edit::{Changes, Edit, EditLabel, Operation};
use keep::{Aside, DocId, Listing, Trouble, Version};

impl Workspace {
    /// Runs something slow with the keeper, says what went wrong, and looks at the list again.
    fn with_keeper<F>(self, act: impl FnOnce(keep::Keeper) -> F + 'static)
    where
        F: Future<Output = Result<(), Trouble>> + 'static,
    {
        if let Some(keeper) = self.keeper() {
            spawn_local(self.after(Box::pin(act(keeper))));
        }
    }

    async fn after(self, done: Pin<Box<dyn Future<Output = Result<(), Trouble>>>>) {
        if let Err(trouble) = done.await {
            self.say(trouble_text(&trouble));
        }
        if let Some(keeper) = self.keeper() {
            self.cards.set(keeper.catalogue());
        }
        self.refresh_storage().await;
    }

    /// 複製.
    pub(super) fn duplicate(self, doc: DocId) {
        let of_doc = |cards: &Vec<Listing>| cards.iter().find(|card| card.doc == doc).cloned();
        let Some(card) = self.cards.with_untracked(of_doc) else {
            return;
        };
        let title = self.own_title(words::copy_of(card.title), &card.town.name);
        self.with_keeper(move |keeper| async move {
            let copy = keeper.duplicate(doc, &title).await?;
            keeper.close_doc(copy).await
        });
    }

    /// 次の期をつくる.
    pub(super) fn next_period(self, doc: DocId) {
        self.with_keeper(move |keeper| async move {
            let old = keeper.look_at(doc).await?;
            let next = edit::next_period(&old, &words::next_of(&old), &words::next(), fresh_id);
            self.create(self.named_apart(next), Page::Overview);
            Ok(())
        });
    }

    /// 削除: to the trash, from where it can be had back.
    pub(super) fn trash(self, doc: DocId) {
        self.with_keeper(move |keeper| async move { keeper.trash(doc).await });
    }

    /// Back from the trash.
    pub(super) fn restore(self, doc: DocId) {
        self.with_keeper(move |keeper| async move { keeper.restore(doc).await });
    }

    /// Gone for good.
    pub(super) fn purge(self, doc: DocId) {
        self.with_keeper(move |keeper| async move { keeper.purge(doc).await });
    }

    /// Gives data that was set aside as a file.
    pub(super) fn download_aside(self, aside: Aside) {
        self.with_keeper(move |keeper| async move {
            let bytes = keeper.aside_bytes(&aside).await?;
            super::files::download_bytes(&format!("{}.{}", aside.title, aside.extension()), &bytes)
        });
    }

    /// Looks again which versions are kept of a strategy.
    pub(crate) async fn count_versions(self, doc: DocId) {
        let Some(keeper) = self.keeper() else { return };
        if let Ok(versions) = keeper.versions(doc).await
            && let Some(saving) = self.saving(doc)
        {
            saving.versions.set(Some(versions));
        }
    }

    /// 版を保存.
    pub fn save_version(self, name: String) {
        let said = words::version_saved(&name);
        let then = move |id: String| {
            if !id.is_empty() {
                self.say(said);
            }
        };
        self.keep_version(name, Box::new(then));
    }

    /// Keeps the open strategy as a version, then calls a function with the id of it. A plan that is not kept in this browser
    /// has no versions: the id is empty.
    pub fn keep_version(self, name: String, then: Box<dyn FnOnce(String)>) {
        let session = untrack(|| self.session());
        let Some((store, saving)) = session.and_then(|s| Some((s.store, s.saving?))) else {
            then(String::new());
            return;
        };
        let doc = saving.doc;
        let stage = store.with(|s| s.about().told_stage());
        self.with_keeper(move |keeper| async move {
            let version = keeper.save_version(doc, &name, stage).await?;
            self.count_versions(doc).await;
            then(version.id);
            Ok(())
        });
    }

    /// 版を消す.
    pub fn delete_version(self, version: Version) {
        self.with_keeper(move |keeper| async move {
            keeper.delete_version(&version).await?;
            self.count_versions(version.doc).await;
            Ok(())
        });
    }

    /// A deleted version is brought back.
    pub fn restore_version(self, version: Version) {
        self.with_keeper(move |keeper| async move {
            keeper.restore_version(&version).await?;
            self.count_versions(version.doc).await;
            Ok(())
        });
    }

    /// 版に戻す: an edit like any other, to be taken back like any other.
    pub fn go_back_to(self, version: Version) {
        let Some(store) = untrack(|| self.open_store()) else {
            return;
        };
        self.with_keeper(move |keeper| async move {
            let old = keeper.read_version(&version, |_| {}).await?;
            let changes = store.with(|now| Changes::between(now, &old));
            if changes.is_empty() {
                self.say(words::same_as_version().to_owned());
            } else {
                store.commit(Edit {
                    label: EditLabel::to_all(Operation::Restore),
                    changes,
                });
            }
            Ok(())
        });
    }

    /// Reads a version, to compare.
    pub fn read_version(self, version: Version, then: impl FnOnce(strategy::Strategy) + 'static) {
        self.with_keeper(move |keeper| async move {
            then(keeper.read_version(&version, |_| {}).await?);
            Ok(())
        });
    }
}
