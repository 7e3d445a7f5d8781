//! Opening a strategy, creating one, closing one.

use std::rc::{Rc, Weak};

use wasm_bindgen_futures::spawn_local;

use super::open_document::{OpenDocument, Pending};
use super::reading::ReadDocument;
use crate::encoding::entry::Entry;
use crate::keeper::{Inner, Keeper};
use crate::store::header::Header;
use crate::store::snapshot::SnapshotUnread;
use crate::tabs::message::MessageKind;
use crate::tabs::writer_lock::{Acquire, LockKey, LockRequest, WriterLock};
use crate::{Damage, DocId, News, Role, SaveState, Trouble};
use browser::time::sleep;
use browser::{Channel, PageLifecycle, random_id};
use edit::{Changes, Edit, EditLabel, Operation};
use format::json;
use strategy::Strategy;

/// An opened strategy.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The strategy.
    pub doc: DocId,
    /// The strategy.
    pub strategy: Strategy,
    /// Number of edits that came from the journal: the last session ended before they were saved.
    pub replayed: usize,
    /// Role of this tab.
    pub role: Role,
    /// A fault that did not stop it from being opened.
    pub trouble: Option<Trouble>,
}

impl Keeper {
    /// Keeps a new strategy, and opens it for writing. Where the database refuses, the journal may still take it:
    /// see its [`SaveState`].
    pub async fn create(&self, strategy: Strategy) -> DocId {
        let doc = DocId::new(random_id());
        self.create_as(doc, strategy).await;
        doc
    }

    /// Keeps a strategy under a number under which the database holds none, and opens it for writing: where it cannot be
    /// read any more, with what could be had again.
    pub async fn create_as(&self, doc: DocId, strategy: Strategy) {
        let inner = &self.0;
        inner.list(inner.changed_now(doc, &strategy));
        let lock = inner.acquire_lock(doc, Acquire::IfFree).await;
        let mut open = OpenDocument::new(Strategy::default(), 0, Role::Writer);
        open.state = SaveState::Saving;
        open.channel = inner.open_channel(doc);
        open.lock = lock;
        let edit = Edit {
            label: EditLabel::to_all(Operation::Add),
            changes: Changes::between(&open.strategy, &strategy),
        };
        open.strategy = strategy;
        open.seq = 1;
        open.pending.push(Pending {
            at: 1,
            entry: Entry {
                file: json::VERSION,
                tab: inner.tab.clone(),
                first: 1,
                last: 1,
                edit,
                at: None,
                way: None,
            },
            journaled: false,
            whole: true,
        });
        inner.put(doc, open);
        inner.saved(doc).await;
        inner.tell(&News::Catalogue);
    }

    /// Opens a strategy, for writing if no other tab does; `progress` is told how far it is, from 0 to 1.
    pub async fn open_doc(&self, doc: DocId, progress: impl Fn(f64)) -> Result<Loaded, Trouble> {
        let inner = &self.0;
        while inner.unreceived.borrow().contains_key(&doc) {
            // It is being read already.
            sleep(20).await;
        }
        if let Some(loaded) = inner.already_open(doc) {
            return Ok(loaded);
        }
        inner.unreceived.borrow_mut().insert(doc, Vec::new());
        let channel = inner.open_channel(doc);
        let lock = inner.acquire_lock(doc, Acquire::IfFree).await;
        let read = inner.read(doc, lock.is_some(), &progress).await;
        let opened = match read {
            Ok(read) => inner.open_with(doc, read, lock, channel).await,
            Err(unread) => Err(inner.unread(doc, unread, lock.is_some()).await),
        };
        let unreceived = inner.unreceived.borrow_mut().remove(&doc);
        let loaded = opened?;
        for text in unreceived.into_iter().flatten() {
            inner.receive(doc, &text);
        }
        match loaded.role {
            Role::Writer => inner.send_position(doc),
            Role::Reader => {
                inner.send(doc, MessageKind::Where, None);
                inner.request_lock(doc);
            }
        }
        Ok(loaded)
    }

    /// Saves what is left to save, and closes a strategy. What is only on the screen stays open, and says why.
    pub async fn close_doc(&self, doc: DocId) -> Result<(), Trouble> {
        if let Some(SaveState::Failed(trouble)) = self.flush(doc).await {
            return Err(trouble);
        }
        self.0.docs.borrow_mut().remove(&doc);
        Ok(())
    }
}

impl Inner {
    /// Takes a strategy among those that are open. From the first on, what is not saved is saved when the page is left.
    fn put(self: &Rc<Self>, doc: DocId, open: OpenDocument) {
        self.on_loss.set(Some(|inner| {
            spawn_local(async move { inner.after_loss().await });
        }));
        self.docs.borrow_mut().insert(doc, open);
        let mut leaving = self.leaving.borrow_mut();
        if leaving.is_none() {
            let inner: Weak<Self> = Rc::downgrade(self);
            *leaving = PageLifecycle::listen(move || {
                if let Some(inner) = inner.upgrade() {
                    inner.save_all();
                    inner.ask_all();
                }
            });
        }
    }

    fn already_open(&self, doc: DocId) -> Option<Loaded> {
        let docs = self.docs.borrow();
        let open = docs.get(&doc)?;
        Some(Loaded {
            doc,
            strategy: open.strategy.clone(),
            replayed: 0,
            role: open.role,
            trouble: None,
        })
    }

    /// Returns the name of the channel of the tabs that have a strategy open.
    pub fn channel_name(&self, doc: DocId) -> String {
        format!("{}/{doc}", self.app)
    }

    /// Opens the channel to the other tabs that have the strategy open.
    pub fn open_channel(self: &Rc<Self>, doc: DocId) -> Option<Channel> {
        let inner: Weak<Self> = Rc::downgrade(self);
        Channel::open(&self.channel_name(doc), move |text| {
            if let Some(inner) = inner.upgrade() {
                inner.receive(doc, text);
            }
        })
    }

    fn lock_key(&self, doc: DocId) -> LockKey {
        LockKey {
            local: self.local.clone(),
            app: self.app.clone(),
            doc,
            tab: self.tab.clone(),
        }
    }

    /// Takes the writer lock.
    pub async fn acquire_lock(self: &Rc<Self>, doc: DocId, how: Acquire) -> Option<WriterLock> {
        WriterLock::take(&self.lock_key(doc), how, self.when_lost(doc)).await
    }

    fn when_lost(self: &Rc<Self>, doc: DocId) -> impl FnOnce() + 'static {
        let inner: Weak<Self> = Rc::downgrade(self);
        move || {
            if let Some(inner) = inner.upgrade() {
                inner.lost(doc);
            }
        }
    }

    /// Waits, as a reader, for the lock to become free; then writes.
    pub fn request_lock(self: &Rc<Self>, doc: DocId) {
        let inner: Weak<Self> = Rc::downgrade(self);
        let granted = move |lock| {
            let Some(inner) = inner.upgrade() else {
                return;
            };
            spawn_local(async move {
                if let Err(trouble) = inner.write_from_now(doc, lock).await {
                    inner.warn(doc, trouble);
                }
            });
        };
        let request = LockRequest::new(&self.lock_key(doc), granted, self.when_lost(doc));
        self.change(doc, |open| open.lock_request = Some(request));
    }

    /// Opens what was read, as writer or as reader.
    pub async fn open_with(
        self: &Rc<Self>,
        doc: DocId,
        read: ReadDocument,
        mut lock: Option<WriterLock>,
        channel: Option<Channel>,
    ) -> Result<Loaded, Trouble> {
        let mut trouble = None;
        if lock.is_some() {
            let safe = self.settle_rest(doc, &read).await;
            trouble = read.trouble();
            if !safe && !read.broken.is_empty() {
                // Nothing may be written after a log that does not fit and is nowhere else (K7).
                lock = None;
                trouble = Some(Trouble::Damaged(Damage::Log));
            }
        }
        let role = match lock {
            Some(_) => Role::Writer,
            None => Role::Reader,
        };
        let replayed = match role {
            Role::Writer => read.replayed.len(),
            Role::Reader => 0,
        };
        // Data of an earlier app is saved again in the present format (K18).
        let older = read.header.as_ref().is_some_and(Header::is_older);
        let mut open = OpenDocument::new(read.strategy.clone(), read.seq, role);
        open.header = read.header;
        open.log = read.log;
        open.trashed = self.is_trashed(doc);
        open.lock = lock;
        open.channel = channel;
        open.rewrite = role == Role::Writer && (older || read.pieced || !read.broken.is_empty());
        let rewrite = open.rewrite;
        self.put(doc, open);
        if role == Role::Writer {
            self.list_open(doc);
            self.queue(doc, read.replayed);
            if rewrite {
                self.save_soon(doc, 0);
            }
            // A file that cannot be recalled is chosen again.
            let _ = self.recall_place(doc).await;
        }
        Ok(Loaded {
            doc,
            strategy: read.strategy,
            replayed,
            role,
            trouble,
        })
    }

    /// Makes replayed entries pending again, under their own names.
    fn queue(self: &Rc<Self>, doc: DocId, entries: Vec<(u64, Entry)>) {
        if entries.is_empty() {
            return;
        }
        if let Some(open) = self.docs.borrow_mut().get_mut(&doc) {
            open.state = SaveState::Saving;
            let none = open.header.is_none();
            open.pending
                .extend(entries.into_iter().map(|(at, entry)| Pending {
                    at,
                    whole: none || entry.is_large(),
                    entry,
                    journaled: true,
                }));
        }
        self.save_soon(doc, 0);
    }

    /// Returns the trouble to report for a strategy that was not read. Damaged data is set aside, if this tab may
    /// write it (K7).
    pub async fn unread(&self, doc: DocId, unread: SnapshotUnread, to_write: bool) -> Trouble {
        match unread {
            SnapshotUnread::Failed(Trouble::NotThere) => match self.why_aside(doc).await {
                Some(why) => Trouble::Damaged(why),
                None => Trouble::NotThere,
            },
            SnapshotUnread::Failed(trouble) => trouble,
            SnapshotUnread::Newer => Trouble::Newer,
            SnapshotUnread::Damaged(why) if to_write => match self.set_aside(doc, &why).await {
                Ok(()) => {
                    self.tell(&News::Catalogue);
                    Trouble::Damaged(why)
                }
                Err(trouble) => trouble,
            },
            SnapshotUnread::Damaged(why) => Trouble::Damaged(why),
        }
    }
}
