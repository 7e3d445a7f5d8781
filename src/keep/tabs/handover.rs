//! Two tabs with one strategy: one writes, the others read along, and any of them can take over.

use std::rc::{Rc, Weak};

use wasm_bindgen_futures::spawn_local;

use super::message::{Message, MessageKind, newer};
use super::writer_lock::{Acquire, WriterLock};
use crate::clock;
use crate::document::reading::ReadDocument;
use crate::encoding::entry::Entry;
use crate::keeper::{Inner, Keeper};
use crate::recovery::set_aside;
use crate::{Damage, DocId, News, Role, SaveState, Trouble};
use browser::time::sleep;
use browser::{Channel, Timer};
use format::json;

/// The version of this app.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Time that the writer is given to answer, in ms.
const PATIENCE: i32 = 4000;

impl Keeper {
    /// このタブで編集する: makes this tab the one that writes. The other is asked to save first; if it does not
    /// answer, the lock is taken from it, and what it left in the journal is replayed here.
    pub async fn take_over(&self, doc: DocId) -> Result<(), Trouble> {
        let inner = &self.0;
        match self.role(doc) {
            None => return Err(Trouble::NotThere),
            Some(Role::Writer) => return Ok(()),
            Some(Role::Reader) => {}
        }
        let mut lock = inner.acquire_lock(doc, Acquire::IfFree).await;
        if lock.is_none() {
            inner.change(doc, |open| open.answer = None);
            inner.send(doc, MessageKind::HandOver, None);
            if inner.answer(doc).await == Some(MessageKind::Refused) {
                return Err(Trouble::NotHandedOver);
            }
            lock = inner.acquire_lock(doc, Acquire::Steal).await;
        }
        let lock = lock.ok_or(Trouble::NotHandedOver)?;
        inner.write_from_now(doc, lock).await
    }
}

impl Inner {
    /// Returns the answer of the writer, if it answers.
    async fn answer(&self, doc: DocId) -> Option<MessageKind> {
        for _ in 0..PATIENCE / 20 {
            let answer = self.change(doc, |open| open.answer.take()).flatten();
            if answer.is_some() {
                return answer;
            }
            sleep(20).await;
        }
        None
    }

    /// This tab has the lock: reads again, with what the one before left in the journal, and writes from now on.
    pub async fn write_from_now(
        self: &Rc<Self>,
        doc: DocId,
        lock: WriterLock,
    ) -> Result<(), Trouble> {
        self.change(doc, |open| open.lock_request = None)
            .ok_or(Trouble::NotThere)?;
        let read = match self.read(doc, true, &|_| {}).await {
            Ok(read) => read,
            Err(unread) => return Err(self.unread(doc, unread, true).await),
        };
        let strategy = read.strategy.clone();
        let channel = self.change(doc, |open| open.channel.take()).flatten();
        let loaded = self.open_with(doc, read, Some(lock), channel).await?;
        self.tell(&News::Reread(doc, strategy));
        self.tell(&News::Role(doc, loaded.role));
        if let Some(state) = self.change(doc, |open| open.state.clone()) {
            self.tell(&News::State(doc, state));
        }
        if let Some(trouble) = loaded.trouble {
            self.warn(doc, trouble);
        }
        self.send_position(doc);
        Ok(())
    }

    /// Tells the other tabs where this one stands.
    pub fn send_position(&self, doc: DocId) {
        if let Some(seq) = self.change(doc, |open| open.seq) {
            self.send(doc, MessageKind::At(seq), None);
        }
    }

    fn message(&self, says: MessageKind, entry: Option<&str>) -> Option<String> {
        let message = Message {
            tab: self.tab.clone(),
            app: VERSION.to_owned(),
            file: json::VERSION,
            says,
        };
        message.text(entry)
    }

    /// Sends a message to the other tabs that have the strategy open.
    pub fn send(&self, doc: DocId, says: MessageKind, entry: Option<&str>) {
        if let Some(text) = self.message(says, entry) {
            self.change(doc, |open| {
                if let Some(channel) = &open.channel {
                    channel.send(&text);
                }
            });
        }
    }

    /// Tells every tab that has the strategy open, this one too, whether it is in the trash.
    pub fn tell_trashed(&self, doc: DocId, trashed: bool) {
        let says = MessageKind::Trashed(trashed);
        if self.docs.borrow().contains_key(&doc) {
            self.send(doc, says, None);
        } else if let Some(text) = self.message(says, None)
            && let Some(channel) = Channel::open(&self.channel_name(doc), |_| {})
        {
            channel.send(&text);
        }
        self.note_trashed(doc, trashed);
    }

    /// Tells the app that an open strategy came into the trash or out of it, if that is new.
    fn note_trashed(&self, doc: DocId, trashed: bool) {
        let before = self.change(doc, |open| std::mem::replace(&mut open.trashed, trashed));
        if before.is_some_and(|before| before != trashed) {
            self.tell(&News::Trashed(doc, trashed));
        }
    }

    /// Receives what another tab sent.
    pub fn receive(self: &Rc<Self>, doc: DocId, text: &str) {
        if newer(text, json::VERSION) {
            return self.outdated();
        }
        if let Some(unreceived) = self.unreceived.borrow_mut().get_mut(&doc) {
            return unreceived.push(text.to_owned());
        }
        let Some((message, entry)) = Message::read(text) else {
            return;
        };
        let Some((role, seq)) = self.change(doc, |open| (open.role, open.seq)) else {
            return;
        };
        match (role, message.says) {
            (_, MessageKind::Trashed(trashed)) => {
                self.note_trashed(doc, trashed);
                self.tell(&News::Catalogue);
            }
            (Role::Reader, MessageKind::Edit(at)) => self.follow(doc, at, seq, entry),
            (Role::Reader, MessageKind::Reread(at) | MessageKind::At(at)) if at != seq => {
                self.read_again(doc);
            }
            (Role::Reader, answer @ (MessageKind::HandedOver | MessageKind::Refused)) => {
                self.change(doc, |open| open.answer = Some(answer));
            }
            (Role::Writer, MessageKind::Where) => self.send_position(doc),
            (Role::Writer, MessageKind::HandOver) => {
                let inner = self.clone();
                spawn_local(async move { inner.hand_over(doc).await });
            }
            _ => {}
        }
    }

    /// Makes the edit that the writer made, or, where one was missed, reads again.
    fn follow(self: &Rc<Self>, doc: DocId, at: u64, seq: u64, entry: Option<Entry>) {
        if at <= seq {
            return;
        }
        let made = self.change(doc, |open| {
            let entry = entry.filter(|_| at == seq + 1)?;
            entry.edit.apply(&mut open.strategy).ok()?;
            open.seq = at;
            Some(entry.edit)
        });
        match made.flatten() {
            Some(edit) => self.tell(&News::Edit(doc, edit)),
            None => self.read_again(doc),
        }
    }

    /// Reads the strategy again, as a reader, and hears afterwards what was said meanwhile.
    pub fn read_again(self: &Rc<Self>, doc: DocId) {
        self.unreceived.borrow_mut().entry(doc).or_default();
        let inner = self.clone();
        spawn_local(async move {
            let read = inner.read(doc, false, &|_| {}).await;
            let unreceived = inner.unreceived.borrow_mut().remove(&doc);
            match read {
                Ok(read) => inner.show(doc, read),
                Err(unread) => {
                    let trouble = inner.unread(doc, unread, false).await;
                    inner.warn(doc, trouble);
                }
            }
            for text in unreceived.into_iter().flatten() {
                inner.receive(doc, &text);
            }
        });
    }

    fn show(&self, doc: DocId, read: ReadDocument) {
        let strategy = read.strategy.clone();
        let shown = self.change(doc, |open| {
            if open.role == Role::Reader {
                open.strategy = read.strategy;
                open.seq = read.seq;
                open.header = read.header;
            }
            open.role == Role::Reader
        });
        if shown == Some(true) {
            self.tell(&News::Reread(doc, strategy));
        }
    }

    /// Another tab wants to write: takes what is being typed along, stands up in the same turn, saves, and reads along
    /// from now on.
    async fn hand_over(self: &Rc<Self>, doc: DocId) {
        self.tell(&News::HandingOver(doc));
        self.change(doc, |open| open.role = Role::Reader);
        self.tell(&News::Role(doc, Role::Reader));
        self.saved(doc).await;
        let handed = self.change(doc, |open| {
            let safe = open.pending.iter().all(|one| one.journaled);
            if safe {
                open.timer = None;
                open.pending.clear();
            } else {
                open.role = Role::Writer;
            }
            safe
        });
        match handed {
            Some(true) => {
                // The lock is kept until the other takes it, so that nobody comes between.
                self.send(doc, MessageKind::HandedOver, None);
                self.unless_taken(doc);
            }
            Some(false) => {
                self.send(doc, MessageKind::Refused, None);
                self.tell(&News::Role(doc, Role::Writer));
            }
            None => {}
        }
    }

    /// Goes on writing if, after all, nobody takes the lock.
    fn unless_taken(self: &Rc<Self>, doc: DocId) {
        let inner: Weak<Self> = Rc::downgrade(self);
        let timer = Timer::after(2 * PATIENCE, move || {
            let lock = inner.upgrade().and_then(|inner| {
                let lock = inner.change(doc, |open| open.lock.take()).flatten()?;
                Some((inner, lock))
            });
            if let Some((inner, lock)) = lock {
                // A strategy that cannot be read again stays as it is shown, to be read only.
                spawn_local(async move {
                    let _ = inner.write_from_now(doc, lock).await;
                });
            }
        });
        self.change(doc, |open| open.timer = Some(timer));
    }

    /// Another tab has taken the lock. What is in the journal is the new writer's to replay;
    /// what is only here is set aside (K10).
    pub fn lost(self: &Rc<Self>, doc: DocId) {
        let only_here = self.change(doc, |open| {
            open.role = Role::Reader;
            open.lock = None;
            open.timer = None;
            let pending = std::mem::take(&mut open.pending);
            let only_here = pending.into_iter().filter(|one| !one.journaled);
            only_here.map(|one| one.entry).collect::<Vec<Entry>>()
        });
        let Some(only_here) = only_here else {
            return;
        };
        self.tell(&News::Role(doc, Role::Reader));
        // Nothing of this tab is on its way any more: what there is, is shown as the other tab keeps it.
        self.set_state(doc, SaveState::Saved(clock::now()));
        self.warn(doc, Trouble::TakenOver);
        self.request_lock(doc);
        let inner = self.clone();
        spawn_local(async move {
            if !only_here.is_empty() {
                inner.save_from_loss(doc, &only_here).await;
            }
            inner.read_again(doc);
        });
    }

    async fn save_from_loss(&self, doc: DocId, entries: &[Entry]) {
        let texts: Vec<String> = entries
            .iter()
            .filter_map(|entry| serde_json::to_string(entry).ok())
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let trouble = Trouble::EditsSetAside(texts.len());
        let title = self.listing(doc).map(|listing| listing.title);
        let put = async {
            let db = self.db().await?;
            let title = title.unwrap_or_default();
            set_aside::put_edits(&db, doc, &title, &Damage::Edits(texts.len()), &texts).await
        };
        match put.await {
            Ok(()) => self.warn(doc, trouble),
            Err(trouble) => self.set_state(doc, SaveState::Failed(trouble)),
        }
    }

    /// A tab with a newer app has spoken: this one writes nothing more (K11). What it has not saved
    /// is in the journal, for the newer one to replay.
    pub fn outdated(&self) {
        let docs: Vec<DocId> = self.docs.borrow().keys().copied().collect();
        for doc in docs {
            let state = self.change(doc, |open| {
                open.role = Role::Reader;
                open.lock = None;
                open.lock_request = None;
                open.timer = None;
                match open.pending.iter().all(|one| one.journaled) {
                    true => SaveState::JournalOnly(Trouble::Outdated),
                    false => SaveState::Failed(Trouble::Outdated),
                }
            });
            if let Some(state) = state {
                self.tell(&News::Role(doc, Role::Reader));
                self.set_state(doc, state);
            }
        }
        self.stop();
        self.tell(&News::Trouble(None, Trouble::Outdated));
    }

    /// The page may have slept: asks, for what this tab reads, where the writer stands, and looks what is in the trash.
    pub fn ask_all(&self) {
        let open: Vec<DocId> = self.docs.borrow().keys().copied().collect();
        for doc in open {
            self.note_trashed(doc, self.is_trashed(doc));
        }
        let reading: Vec<DocId> = {
            let docs = self.docs.borrow();
            let readers = docs.iter().filter(|(_, open)| open.role == Role::Reader);
            readers.map(|(doc, _)| *doc).collect()
        };
        for doc in reading {
            self.send(doc, MessageKind::Where, None);
        }
    }
}
