//! A strategy that is open: opening, creating, closing.

use std::rc::{Rc, Weak};

use js_sys::Promise;
use wasm_bindgen_futures::spawn_local;

use super::channel::Channel;
use super::entry::Entry;
use super::header::Header;
use super::keeper::{Inner, Keeper};
use super::leaving::Leaving;
use super::message::Says;
use super::pace::{Timer, sleep};
use super::placing::Placed;
use super::read::Read;
use super::seat::{Place, Seat, Take, Wish};
use super::snapshot::{Snapshot, Unread};
use super::{DocId, Listing, News, Role, State, Trouble, clock, random_id};
use crate::edit::{Act, Changes, Did, Edit};
use crate::format::json;
use crate::strategy::Strategy;

/// A strategy open in this tab.
pub(super) struct Open {
    pub strategy: Strategy,
    /// How many edits led to it.
    pub seq: u64,
    pub role: Role,
    pub state: State,
    /// The header as last read or written; none before the first snapshot.
    pub header: Option<Header>,
    /// How many entries, and how many bytes, the log has since the snapshot.
    pub log: (usize, usize),
    /// Recorded, and not known to be in the database.
    pub pending: Vec<Pending>,
    pub seat: Option<Seat>,
    /// Waits for the seat, while another tab has it.
    pub wish: Option<Wish>,
    pub channel: Option<Channel>,
    /// Saves soon.
    pub timer: Option<Timer>,
    /// Saving now.
    pub saving: Option<Promise>,
    pub compacting: bool,
    /// A snapshot is being written: only one at a time.
    pub whole_under_way: bool,
    /// How many edits the snapshot being written will hold.
    pub cut: u64,
    /// What the database holds is to be written anew, whole.
    pub rewrite: bool,
    /// An automatic copy is being made.
    pub backing_up: bool,
    /// How often saving failed since it last worked.
    pub failures: u32,
    /// The file that is its place.
    pub placed: Option<Placed>,
    /// What the writer answered when it was asked to hand over.
    pub answer: Option<Says>,
}

/// An edit on its way into the database.
#[derive(Clone)]
pub(super) struct Pending {
    /// Its position in the log.
    pub at: u64,
    pub entry: Entry,
    /// Whether the journal holds it.
    pub journaled: bool,
    /// Whether it wants a whole new snapshot instead of an entry of the log.
    pub whole: bool,
}

/// An opened strategy.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// Which strategy.
    pub doc: DocId,
    /// The strategy.
    pub strategy: Strategy,
    /// How many edits came from the journal: the last session ended before they were saved.
    pub replayed: usize,
    /// Whether this tab writes it.
    pub role: Role,
    /// What was wrong, though it could be opened.
    pub trouble: Option<Trouble>,
}

impl Open {
    /// A strategy on the table, with nothing to save.
    fn new(strategy: Strategy, seq: u64, role: Role) -> Self {
        Self {
            strategy,
            seq,
            role,
            state: State::Saved(clock::now()),
            header: None,
            log: (0, 0),
            pending: Vec::new(),
            seat: None,
            wish: None,
            channel: None,
            timer: None,
            saving: None,
            compacting: false,
            whole_under_way: false,
            cut: 0,
            rewrite: false,
            backing_up: false,
            failures: 0,
            placed: None,
            answer: None,
        }
    }
}

impl Keeper {
    /// Keeps a new strategy, and opens it for writing. Where the database refuses, the journal may still take it:
    /// see its [`State`].
    pub async fn create(&self, strategy: Strategy) -> DocId {
        let doc = DocId::new(random_id());
        self.create_as(doc, strategy).await;
        doc
    }

    /// Keeps a strategy under a number under which the database holds none, and opens it for writing: where it cannot be
    /// read any more, with what could be had again.
    pub async fn create_as(&self, doc: DocId, strategy: Strategy) {
        let inner = &self.0;
        let listing = Listing::of(doc, &strategy, clock::now());
        inner.list(listing);
        let seat = inner.sit(doc, Take::Free).await;
        let mut open = Open::new(Strategy::default(), 0, Role::Writer);
        open.state = State::Saving;
        open.channel = inner.line(doc);
        open.seat = seat;
        let edit = Edit {
            did: Did::to_all(Act::Add),
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
        while inner.unheard.borrow().contains_key(&doc) {
            // It is being read already.
            sleep(20).await;
        }
        if let Some(loaded) = inner.already_open(doc) {
            return Ok(loaded);
        }
        inner.unheard.borrow_mut().insert(doc, Vec::new());
        let channel = inner.line(doc);
        let seat = inner.sit(doc, Take::Free).await;
        let read = inner.read(doc, seat.is_some(), &progress).await;
        let opened = match read {
            Ok(read) => inner.seat_at(doc, read, seat, channel).await,
            Err(unread) => Err(inner.unread(doc, unread, seat.is_some()).await),
        };
        let unheard = inner.unheard.borrow_mut().remove(&doc);
        let loaded = opened?;
        for text in unheard.into_iter().flatten() {
            inner.hear(doc, &text);
        }
        match loaded.role {
            Role::Writer => inner.say_where(doc),
            Role::Reader => {
                inner.say(doc, Says::Where, None);
                inner.wish(doc);
            }
        }
        Ok(loaded)
    }

    /// Saves what is left to save, and closes a strategy. What is only on the screen stays open, and says why.
    pub async fn close_doc(&self, doc: DocId) -> Result<(), Trouble> {
        if let Some(State::Failed(trouble)) = self.flush(doc).await {
            return Err(trouble);
        }
        self.0.docs.borrow_mut().remove(&doc);
        Ok(())
    }
}

impl Inner {
    /// Puts a strategy on the table. From the first on, what is not saved is saved when the page is left.
    fn put(self: &Rc<Self>, doc: DocId, open: Open) {
        self.on_loss.set(Some(|inner| {
            spawn_local(async move { inner.after_loss().await });
        }));
        self.docs.borrow_mut().insert(doc, open);
        let mut leaving = self.leaving.borrow_mut();
        if leaving.is_none() {
            *leaving = Leaving::attend(self);
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

    /// Opens the line to the other tabs that have the strategy open.
    pub fn line(self: &Rc<Self>, doc: DocId) -> Option<Channel> {
        let inner: Weak<Self> = Rc::downgrade(self);
        Channel::open(&format!("{}/{doc}", self.app), move |text| {
            if let Some(inner) = inner.upgrade() {
                inner.hear(doc, text);
            }
        })
    }

    fn place(&self, doc: DocId) -> Place {
        Place {
            local: self.local.clone(),
            app: self.app.clone(),
            doc,
            tab: self.tab.clone(),
        }
    }

    /// Takes the writer's seat.
    pub async fn sit(self: &Rc<Self>, doc: DocId, how: Take) -> Option<Seat> {
        Seat::take(&self.place(doc), how, self.when_lost(doc)).await
    }

    fn when_lost(self: &Rc<Self>, doc: DocId) -> impl FnOnce() + 'static {
        let inner: Weak<Self> = Rc::downgrade(self);
        move || {
            if let Some(inner) = inner.upgrade() {
                inner.lost(doc);
            }
        }
    }

    /// Waits, as a reader, for the seat to become free; then writes.
    pub fn wish(self: &Rc<Self>, doc: DocId) {
        let inner: Weak<Self> = Rc::downgrade(self);
        let granted = move |seat| {
            let Some(inner) = inner.upgrade() else {
                return;
            };
            spawn_local(async move {
                if let Err(trouble) = inner.write_from_now(doc, seat).await {
                    inner.warn(doc, trouble);
                }
            });
        };
        let wish = Wish::new(&self.place(doc), granted, self.when_lost(doc));
        self.change(doc, |open| open.wish = Some(wish));
    }

    /// Puts what was read on the table, as writer or as reader.
    pub async fn seat_at(
        self: &Rc<Self>,
        doc: DocId,
        read: Read,
        mut seat: Option<Seat>,
        channel: Option<Channel>,
    ) -> Result<Loaded, Trouble> {
        let mut trouble = None;
        if seat.is_some() {
            let safe = self.settle_rest(doc, &read).await;
            trouble = read.trouble();
            if !safe && !read.broken.is_empty() {
                // Nothing may be written after a log that does not fit and is nowhere else (K7).
                seat = None;
                trouble = Some(Trouble::Damaged("変更の記録が途切れています".to_owned()));
            }
        }
        let role = match seat {
            Some(_) => Role::Writer,
            None => Role::Reader,
        };
        let replayed = match role {
            Role::Writer => read.replayed.len(),
            Role::Reader => 0,
        };
        // What an earlier app kept is kept anew as this one keeps it (K18).
        let older = read.header.as_ref().is_some_and(Header::is_older);
        let mut open = Open::new(read.strategy.clone(), read.seq, role);
        open.header = read.header;
        open.log = read.log;
        open.seat = seat;
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
            open.state = State::Saving;
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

    /// What to say of a strategy that was not read. What is damaged is set aside, if it is ours to write (K7).
    pub async fn unread(&self, doc: DocId, unread: Unread, to_write: bool) -> Trouble {
        match unread {
            Unread::Failed(Trouble::NotThere) => match self.why_aside(doc).await {
                Some(why) => Trouble::Damaged(why),
                None => Trouble::NotThere,
            },
            Unread::Failed(trouble) => trouble,
            Unread::Newer => Trouble::Newer,
            Unread::Damaged(why) if to_write => match self.set_aside(doc, &why).await {
                Ok(()) => {
                    self.tell(&News::Catalogue);
                    Trouble::Damaged(why)
                }
                Err(trouble) => trouble,
            },
            Unread::Damaged(why) => Trouble::Damaged(why),
        }
    }
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
}
