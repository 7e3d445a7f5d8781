//! Troubles of keeping: told until they are answered, wherever the person is.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Workspace;
use keep::{Aside, AsideKind, DocId, Trouble};

/// A trouble, of one strategy or of all.
#[derive(Debug, Clone, PartialEq)]
pub struct Notification {
    /// The strategy; `None`: all.
    pub doc: Option<DocId>,
    /// The trouble.
    pub trouble: Trouble,
}

impl Notification {
    /// True if it concerns a strategy.
    pub fn concerns(&self, doc: Option<DocId>) -> bool {
        self.doc.is_none() || self.doc == doc
    }
}

/// True if a trouble is over once everything is saved.
fn ends_with_saving(trouble: &Trouble) -> bool {
    matches!(
        trouble,
        Trouble::DatabaseOff
            | Trouble::DatabaseBlocked
            | Trouble::DatabaseFull
            | Trouble::DatabaseSilent
            | Trouble::DatabaseFailed(_)
            | Trouble::NotAsWritten
    )
}

impl Workspace {
    /// The troubles not answered yet.
    pub fn troubles(self) -> RwSignal<Vec<Notification>> {
        self.troubles
    }

    /// The troubles not answered yet that are shown with a strategy, or on はじめに all of them. A trouble is shown once, of
    /// however many strategies it is.
    pub fn troubles_of(self, doc: Option<DocId>) -> Vec<Notification> {
        let mut shown: Vec<Notification> = Vec::new();
        for one in self.troubles.get() {
            let concerns = doc.is_none() || one.concerns(doc);
            if concerns && shown.iter().all(|other| other.trouble != one.trouble) {
                shown.push(one);
            }
        }
        shown
    }

    /// The strategy that is open, or being opened.
    pub fn open_number(self) -> Option<DocId> {
        self.opened
            .with(|opened| opened.as_ref().map(|(doc, _)| *doc))
    }

    /// Tells of a trouble.
    pub(super) fn tell_trouble(self, doc: Option<DocId>, trouble: Trouble) {
        // The page itself shows these, as long as they last.
        if matches!(trouble, Trouble::TakenOver | Trouble::ReadOnly) {
            return;
        }
        let set_aside = matches!(trouble, Trouble::EditsSetAside(_));
        self.troubles.update(|all| {
            all.retain(|one| {
                !(one.doc == doc
                    && (one.trouble == trouble
                        || set_aside && matches!(one.trouble, Trouble::EditsSetAside(_))))
            });
            all.push(Notification { doc, trouble });
        });
    }

    /// Everything is saved: what stood in the way does no more.
    pub(super) fn saved_again(self) {
        let over = |notification: &Notification| ends_with_saving(&notification.trouble);
        if self.troubles.with_untracked(|all| all.iter().any(over)) {
            self.troubles
                .update(|all| all.retain(|notification| !over(notification)));
        }
    }

    /// The person has read a trouble that is shown with a strategy, or on はじめに. What was set aside stays; it is not told
    /// again.
    pub fn answer(self, trouble: &Trouble, doc: Option<DocId>) {
        let answered =
            |one: &Notification| one.trouble == *trouble && (doc.is_none() || one.concerns(doc));
        let all = self.troubles.get_untracked().into_iter();
        let (gone, rest): (Vec<_>, Vec<_>) = all.partition(answered);
        self.troubles.set(rest);
        let Some(keeper) = self
            .keeper()
            .filter(|_| matches!(trouble, Trouble::EditsSetAside(_)))
        else {
            return;
        };
        spawn_local(async move {
            for doc in gone.into_iter().filter_map(|one| one.doc) {
                for aside in self.unanswered(doc) {
                    // If this cannot be kept, it is reported again on the next start.
                    let _ = keeper.answer_aside(&aside).await;
                }
            }
            self.refresh_storage().await;
        });
    }

    fn unanswered(self, doc: DocId) -> Vec<Aside> {
        let mut asides = self.asides.get_untracked();
        asides.retain(|one| one.doc == doc && one.what == AsideKind::Edits && !one.answered);
        asides
    }

    /// Tells of what was set aside in an earlier sitting and not answered.
    pub(super) async fn tell_unanswered(self, doc: DocId) {
        self.refresh_storage().await;
        let count: usize = self
            .unanswered(doc)
            .iter()
            .map(|one| one.edits.max(1))
            .sum();
        if count > 0 && self.current() == Some(doc) {
            self.tell_trouble(Some(doc), Trouble::EditsSetAside(count));
        }
    }
}
