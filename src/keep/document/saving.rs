//! Recording edits, and bringing them into the database.

use std::rc::{Rc, Weak};

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::history;
use super::open_document::Pending;
use crate::clock;
use crate::encoding::entry::{Entry, coalesce};
use crate::keeper::{Inner, Keeper};
use crate::store::db::Db;
use crate::store::header::{Header, append};
use crate::store::local::LocalKey;
use crate::store::rows::StoredRow;
use crate::store::snapshot::Snapshot;
use crate::tabs::message::MessageKind;
use crate::{DocId, News, Role, SaveState, Trouble};
use browser::time::{frame, idle, sleep, yield_now};
use browser::{TimeSlice, Timer};
use edit::{Edit, StepRole};
use strategy::migration::VERSION;

/// Delay before an edit is written to the database, in ms.
const SOON: i32 = 250;
/// Largest entry that is written to the journal, in bytes: localStorage holds five million letters in all.
const TOO_LONG: usize = 4_000_000;
/// Delay before the first retry after a failure, in ms. Each further delay is twice as long, at most [`LAST`].
const AGAIN: i32 = 2_000;
const LAST: i32 = 30_000;

impl Keeper {
    /// Takes over an edit that is no step of the history: see [`Keeper::record_as`].
    pub fn record(&self, doc: DocId, edit: &Edit) -> Result<(), Trouble> {
        self.record_as(doc, edit, None)
    }

    /// Takes over an edit that the app has made, with what it is to the history: into the journal now, into the database
    /// soon. Refused, and not recorded, when this tab does not write the strategy or the edit does not fit.
    pub fn record_as(&self, doc: DocId, edit: &Edit, way: Option<StepRole>) -> Result<(), Trouble> {
        let inner = &self.0;
        let entry = {
            let mut docs = inner.docs.borrow_mut();
            let open = docs.get_mut(&doc).ok_or(Trouble::NotThere)?;
            if open.role != Role::Writer {
                return Err(Trouble::ReadOnly);
            }
            edit.apply(&mut open.strategy)
                .map_err(|_| Trouble::OutOfStep)?;
            open.seq += 1;
            Entry {
                file: VERSION,
                tab: inner.tab.clone(),
                first: open.seq,
                last: open.seq,
                edit: edit.clone(),
                at: way.map(|_| clock::now()),
                way,
            }
        };
        let whole = entry.is_large();
        let mut journaled = false;
        if let Some((text, written)) = inner.journal(doc, &entry) {
            journaled = written;
            // Of a large edit the readers are told when it is saved.
            if !whole {
                inner.send(doc, MessageKind::Edit(entry.last), Some(&text));
            }
        }
        let state = inner.change(doc, |open| {
            open.pending.push(Pending {
                at: open.seq,
                entry,
                journaled,
                whole,
            });
            open.unsaved_state()
        });
        inner.set_state(doc, state.ok_or(Trouble::NotThere)?);
        inner.file_is_behind(doc);
        match (whole, journaled) {
            (true, _) => inner.save_after_paint(doc),
            (false, true) => inner.save_soon(doc, SOON),
            (false, false) => inner.save_soon(doc, 0),
        }
        Ok(())
    }

    /// True if some of an open strategy is only on the screen: in no store that survives the tab.
    pub fn is_at_risk(&self, doc: DocId) -> bool {
        let docs = self.0.docs.borrow();
        let pending = docs.get(&doc).map(|open| &open.pending);
        pending.is_some_and(|pending| pending.iter().any(|one| !one.journaled))
    }

    /// Brings everything recorded into the database; says how it stands then.
    pub async fn flush(&self, doc: DocId) -> Option<SaveState> {
        self.0.saved(doc).await;
        self.state(doc)
    }
}

/// An entry to be written, with its position and text.
struct LogLine {
    position: u64,
    entry: Entry,
    text: String,
}

impl LogLine {
    fn row(&self) -> StoredRow {
        (self.position, self.text.clone())
    }
}

/// Returns the pending edits as entries of the log, typing in one field as one (K4). Leaves out entries that are in
/// part in the snapshot that holds the edits up to `cut`.
fn lines(batch: &[Pending], cut: u64) -> Result<Vec<LogLine>, Trouble> {
    let position = |entry: &Entry| {
        let of = |one: &&Pending| entry.covers(&one.entry.tab, one.entry.last);
        batch.iter().rfind(of).map_or(0, |one| one.at)
    };
    let at_cut = batch.partition_point(|one| one.at <= cut);
    let mut lines = Vec::new();
    for part in [&batch[..at_cut], &batch[at_cut..]] {
        for entry in coalesce(part.iter().map(|one| one.entry.clone()).collect()) {
            lines.push(LogLine {
                position: position(&entry),
                text: entry.text().ok_or(Trouble::NotAsWritten)?,
                entry,
            });
        }
    }
    Ok(lines)
}

fn steps_of(lines: &[LogLine]) -> Vec<StoredRow> {
    history::rows(
        lines
            .iter()
            .map(|line| (line.position, &line.entry, line.text.as_str())),
    )
}

impl Inner {
    /// Writes an entry into the journal; its text, and whether the journal took it.
    fn journal(&self, doc: DocId, entry: &Entry) -> Option<(String, bool)> {
        let text = entry.text()?;
        if text.len() > TOO_LONG {
            return Some((text, false));
        }
        let key = LocalKey::Journal(doc, &entry.tab, entry.first);
        let written = self.local.set_text(key, &text);
        // A large entry is not expected to fit; the bar shows it until it is saved.
        let full = written.as_ref().err() == Some(&Trouble::LocalFull) && !entry.is_large();
        if full && !self.told_full.get() {
            self.warn(doc, Trouble::LocalFull);
        }
        self.told_full.set(full);
        Some((text, written.is_ok()))
    }

    /// Takes an entry out of the journal.
    pub fn unjournal(&self, doc: DocId, entry: &Entry) {
        for seq in entry.first..=entry.last {
            self.local.remove(LocalKey::Journal(doc, &entry.tab, seq));
        }
    }

    /// Saves once the browser has painted the edit: to write the whole strategy takes time from the frame that shows it.
    fn save_after_paint(self: &Rc<Self>, doc: DocId) {
        let inner = self.clone();
        spawn_local(async move {
            frame().await;
            yield_now().await;
            inner.save(doc);
        });
    }

    /// Saves after so many ms, or when it is already planned if that is sooner.
    pub fn save_soon(self: &Rc<Self>, doc: DocId, ms: i32) {
        let inner: Weak<Self> = Rc::downgrade(self);
        if let Some(open) = self.docs.borrow_mut().get_mut(&doc) {
            let due = clock::ticks() + f64::from(ms);
            if open.timer.as_ref().is_none_or(|timer| due < timer.due()) {
                open.timer = Some(Timer::after(ms, move || {
                    if let Some(inner) = inner.upgrade() {
                        inner.save(doc);
                    }
                }));
            }
        }
    }

    /// Saves every strategy that has something to save.
    pub fn save_all(self: &Rc<Self>) {
        let docs: Vec<DocId> = self.docs.borrow().keys().copied().collect();
        for doc in docs {
            self.save(doc);
        }
    }

    /// Saves, and waits until that has worked or failed.
    pub async fn saved(self: &Rc<Self>, doc: DocId) {
        if let Some(saving) = self.save(doc) {
            let _ = JsFuture::from(saving).await;
        }
    }

    /// Starts saving, or joins the saving under way; none when there is nothing to save.
    pub fn save(self: &Rc<Self>, doc: DocId) -> Option<Promise> {
        {
            let mut docs = self.docs.borrow_mut();
            let open = docs.get_mut(&doc)?;
            open.timer = None;
            if open.saving.is_some() || open.pending.is_empty() && !open.rewrite {
                return open.saving.clone();
            }
        }
        let inner = self.clone();
        let saving = future_to_promise(async move {
            let result = inner.save_pending(doc).await;
            inner.after_saving(doc, result);
            Ok(JsValue::UNDEFINED)
        });
        if let Some(open) = self.docs.borrow_mut().get_mut(&doc) {
            open.saving = Some(saving.clone());
        }
        Some(saving)
    }

    /// Saves until nothing is pending.
    async fn save_pending(self: &Rc<Self>, doc: DocId) -> Result<(), Trouble> {
        loop {
            let batch = self.pending(doc);
            let rewrite = self.change(doc, |open| open.rewrite).unwrap_or_default();
            if batch.is_empty() && !rewrite {
                return Ok(());
            }
            let db = self.db().await?;
            if rewrite || batch.iter().any(|one| one.whole) {
                self.save_whole(&db, doc, TimeSlice::new()).await?;
            } else if let Some(last) = batch.last().map(|one| one.at) {
                self.save_log(&db, doc, batch).await?;
                self.confirm(doc, last);
            }
        }
    }

    fn pending(&self, doc: DocId) -> Vec<Pending> {
        let docs = self.docs.borrow();
        docs.get(&doc)
            .map(|open| open.pending.clone())
            .unwrap_or_default()
    }

    /// Appends to the log, typing in one field as one entry.
    async fn save_log(&self, db: &Db, doc: DocId, batch: Vec<Pending>) -> Result<(), Trouble> {
        let cut = self.change(doc, |open| open.cut).unwrap_or_default();
        let lines = lines(&batch, cut)?;
        let texts: Vec<StoredRow> = lines.iter().map(LogLine::row).collect();
        append(db, doc, &self.tab, &texts, &steps_of(&lines)).await?;
        if let Some(open) = self.docs.borrow_mut().get_mut(&doc) {
            open.log.0 += texts.len();
            open.log.1 += texts.iter().map(|(_, text)| text.len()).sum::<usize>();
        }
        Ok(())
    }

    /// Writes a snapshot of the strategy as it stands, in the place of the one before and its log (K6).
    async fn save_whole(&self, db: &Db, doc: DocId, slice: TimeSlice) -> Result<(), Trouble> {
        // Two at once would each take the other for another tab.
        while self
            .change(doc, |open| {
                std::mem::replace(&mut open.whole_under_way, true)
            })
            .ok_or(Trouble::NotThere)?
        {
            sleep(10).await;
        }
        let saved = self.save_snapshot(db, doc, slice).await;
        self.change(doc, |open| open.whole_under_way = false);
        if let Some(seq) = saved? {
            self.send(doc, MessageKind::Reread(seq), None);
        }
        Ok(())
    }

    /// The same; from which edit on other tabs have to read it again, if they have to.
    async fn save_snapshot(
        &self,
        db: &Db,
        doc: DocId,
        slice: TimeSlice,
    ) -> Result<Option<u64>, Trouble> {
        let (strategy, seq, old) = self
            .change(doc, |open| {
                open.cut = open.seq;
                (open.strategy.clone(), open.seq, open.header.clone())
            })
            .ok_or(Trouble::NotThere)?;
        let snapshot = Snapshot::write(db, &strategy, slice).await?;
        let listing = self.changed_now(doc, &strategy);
        let header = Header::new(&self.tab, seq, snapshot, listing);
        let mut batch = self.pending(doc);
        batch.retain(|one| one.at <= seq);
        let steps = steps_of(&lines(&batch, seq)?);
        header.replace(db, doc, old.as_ref(), &steps).await?;
        let mut wanted = false;
        if let Some(open) = self.docs.borrow_mut().get_mut(&doc) {
            open.header = Some(header);
            open.log = (0, 0);
            wanted = open.pending.iter().any(|one| one.whole && one.at <= seq) || open.rewrite;
            open.rewrite = false;
        }
        self.confirm(doc, seq);
        Ok(wanted.then_some(seq))
    }

    /// Everything up to a position is in the database.
    fn confirm(&self, doc: DocId, upto: u64) {
        let mut done = Vec::new();
        if let Some(open) = self.docs.borrow_mut().get_mut(&doc) {
            let (in_database, rest) = std::mem::take(&mut open.pending)
                .into_iter()
                .partition(|one| one.at <= upto);
            done = in_database;
            open.pending = rest;
        }
        for one in done {
            self.unjournal(doc, &one.entry);
        }
    }

    fn after_saving(self: &Rc<Self>, doc: DocId, result: Result<(), Trouble>) {
        let failures = {
            let mut docs = self.docs.borrow_mut();
            let Some(open) = docs.get_mut(&doc) else {
                return;
            };
            open.saving = None;
            open.failures = match &result {
                Ok(()) => 0,
                Err(_) => open.failures + 1,
            };
            open.failures
        };
        match result {
            Ok(()) => {
                self.list_open(doc);
                self.set_state(doc, SaveState::Saved(clock::now()));
                self.compact_if_long(doc);
                self.place_soon(doc);
            }
            Err(Trouble::TakenOver) => self.lost(doc),
            Err(trouble) => self.after_failure(doc, trouble, failures),
        }
    }

    /// Saving failed: the journal is to hold everything, the app is told, and it is tried again.
    fn after_failure(self: &Rc<Self>, doc: DocId, trouble: Trouble, failures: u32) {
        if trouble == Trouble::DatabaseCleared {
            self.want_whole(doc);
            self.warn(doc, trouble.clone());
        }
        let unsure: Vec<Entry> = self
            .pending(doc)
            .into_iter()
            .filter(|one| !one.journaled)
            .map(|one| one.entry)
            .collect();
        for entry in unsure {
            let journaled = self
                .journal(doc, &entry)
                .is_some_and(|(_, written)| written);
            self.change(doc, |open| {
                for one in &mut open.pending {
                    one.journaled |= journaled && one.entry.last == entry.last;
                }
            });
        }
        if trouble == Trouble::Outdated {
            return self.outdated();
        }
        let state = self.change(doc, |open| {
            match open.pending.iter().all(|one| one.journaled) {
                true => SaveState::JournalOnly(trouble),
                false => SaveState::Failed(trouble),
            }
        });
        if let Some(state) = state {
            self.set_state(doc, state);
        }
        let wait = AGAIN << failures.saturating_sub(1).min(4);
        self.save_soon(doc, wait.min(LAST));
    }

    /// Nothing of the strategy is in the database any more: the next save writes it whole.
    fn want_whole(&self, doc: DocId) {
        self.change(doc, |open| {
            open.header = None;
            open.rewrite = true;
        });
    }

    /// The browser closed the database, or deleted it. What is open and no longer there is written anew from what this
    /// tab holds.
    pub async fn after_loss(self: &Rc<Self>) {
        let Ok(db) = self.db().await else {
            // The next save tries again, and says what is wrong.
            return;
        };
        let docs: Vec<DocId> = self.docs.borrow().keys().copied().collect();
        for doc in docs {
            let writes = self.change(doc, |open| {
                open.role == Role::Writer && open.header.is_some()
            });
            if writes == Some(true) && Header::text(&db, doc).await == Ok(None) {
                self.want_whole(doc);
                self.change(doc, |open| open.state = SaveState::Saving);
                self.tell(&News::State(doc, SaveState::Saving));
                self.warn(doc, Trouble::DatabaseCleared);
                self.save_soon(doc, 0);
            }
        }
    }

    /// Brings the line of the list up to date.
    pub fn list_open(&self, doc: DocId) {
        let strategy = self
            .docs
            .borrow()
            .get(&doc)
            .map(|open| open.strategy.clone());
        if let Some(strategy) = strategy {
            self.list(self.changed_now(doc, &strategy));
        }
    }

    /// Makes a long log part of a new snapshot, when the browser has nothing better to do (K6).
    fn compact_if_long(self: &Rc<Self>, doc: DocId) {
        let long = {
            let mut docs = self.docs.borrow_mut();
            docs.get_mut(&doc).is_some_and(|open| {
                let start = open.is_log_long() && !open.compacting;
                open.compacting |= start;
                start
            })
        };
        if !long {
            return;
        }
        let inner: Weak<Self> = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            idle().await;
            if let Some(inner) = inner.upgrade() {
                inner.compact(doc).await;
            }
        });
    }

    /// Writes a new snapshot. The log stays until that is read back; if it fails, the log simply stays.
    pub async fn compact(&self, doc: DocId) {
        if let Ok(db) = self.db().await {
            let _ = self.save_whole(&db, doc, TimeSlice::background()).await;
        }
        if let Some(open) = self.docs.borrow_mut().get_mut(&doc) {
            open.compacting = false;
        }
    }
}
