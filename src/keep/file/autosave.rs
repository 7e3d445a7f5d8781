//! A strategy and the file that is its place: autosave into it, and what to do when someone else changed it.

use std::rc::{Rc, Weak};

use js_sys::Object;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::linked_file::LinkedFile;
use super::parcel::Parcel;
use super::place::{FilePlace, Seen};
use crate::clock;
use crate::keeper::{Inner, Keeper};
use crate::news::FileState;
use crate::store::db::{Db, Store};
use crate::{DocId, Moment, News, Role, Trouble};
use browser::Timer;
use browser::object::{get, set};

/// The file is written so many ms after the database.
const SOON: i32 = 2_000;

impl Keeper {
    /// この計画の保存先にする: makes a file the place of an open strategy, for this session and the next, and saves
    /// into it.
    pub async fn set_place(&self, doc: DocId, place: FilePlace) -> Result<(), Trouble> {
        let inner = &self.0;
        let placed = LinkedFile {
            place,
            state: FileState::Unsaved,
            seq: None,
            timer: None,
            busy: false,
        };
        inner
            .change(doc, |open| open.placed = Some(placed))
            .ok_or(Trouble::NotThere)?;
        self.save_to_place(doc).await
    }

    /// The file that is the place of an open strategy.
    pub fn place(&self, doc: DocId) -> Option<FilePlace> {
        self.0.placed(doc, |placed| placed.place.clone())
    }

    /// Returns the state of the linked file.
    pub fn file_state(&self, doc: DocId) -> FileState {
        let state = self.0.placed(doc, |placed| placed.state.clone());
        state.unwrap_or(FileState::NoFile)
    }

    /// 保存先をやめる: the file stays as it is.
    pub async fn forget_place(&self, doc: DocId) -> Result<(), Trouble> {
        self.0.change(doc, |open| open.placed = None);
        self.0.tell(&News::File(doc, FileState::NoFile));
        let db = self.0.db().await?;
        let tx = db.writing(&[Store::Places])?;
        tx.delete(Store::Places, key(doc))?;
        tx.done().await
    }

    /// Asks the person to allow the file again, as browsers want once a session, and saves. To be called in a click.
    pub async fn allow_place(&self, doc: DocId) -> Result<(), Trouble> {
        let place = self.place(doc).ok_or(Trouble::NotThere)?;
        if !place.is_allowed(true).await {
            return Err(Trouble::FileDenied);
        }
        self.save_to_place(doc).await
    }

    /// Saves into the file, unless someone else has changed it (K16).
    pub async fn save_to_place(&self, doc: DocId) -> Result<(), Trouble> {
        self.0.save_to_place(doc).await
    }

    /// Reads the file for a merge. A change by another program then counts as seen, so that the result of the merge
    /// can be saved over it.
    pub async fn read_place(&self, doc: DocId) -> Result<Vec<u8>, Trouble> {
        let place = self.place(doc).ok_or(Trouble::NotThere)?;
        place.read().await
    }
}

fn key(doc: DocId) -> JsValue {
    JsValue::from_str(&doc.to_string())
}

impl Inner {
    fn placed<T>(&self, doc: DocId, look: impl FnOnce(&mut LinkedFile) -> T) -> Option<T> {
        self.change(doc, |open| open.placed.as_mut().map(look))
            .flatten()
    }

    fn set_file_state(&self, doc: DocId, state: FileState) {
        let changed = self.placed(doc, |placed| {
            let changed = placed.state != state;
            placed.state = state.clone();
            changed
        });
        if changed == Some(true) {
            self.tell(&News::File(doc, state));
        }
    }

    /// The strategy has changed: the file no longer holds it.
    pub fn file_is_behind(&self, doc: DocId) {
        if let Some(FileState::Saved(_)) = self.placed(doc, |placed| placed.state.clone()) {
            self.set_file_state(doc, FileState::Unsaved);
        }
    }

    /// Saves into the file soon, if that is known to work.
    pub fn place_soon(self: &Rc<Self>, doc: DocId) {
        let inner: Weak<Self> = Rc::downgrade(self);
        self.placed(doc, |placed| {
            if placed.state == FileState::Unsaved && placed.timer.is_none() {
                placed.timer = Some(Timer::after(SOON, move || {
                    if let Some(inner) = inner.upgrade() {
                        // A failure is reported by the state of the file.
                        spawn_local(async move {
                            let _ = inner.save_to_place(doc).await;
                        });
                    }
                }));
            }
        });
    }

    async fn save_to_place(self: &Rc<Self>, doc: DocId) -> Result<(), Trouble> {
        let start = self.change(doc, |open| {
            let writes = open.role == Role::Writer;
            let (strategy, seq) = (open.strategy.clone(), open.seq);
            let placed = open.placed.as_mut()?;
            placed.timer = None;
            if placed.busy || !writes {
                return None;
            }
            placed.busy = true;
            Some((placed.place.clone(), strategy, seq))
        });
        let Some((place, strategy, seq)) = start.flatten() else {
            return Err(Trouble::ReadOnly);
        };
        let parcel = Parcel::of(&strategy).await;
        let written = match place.is_allowed(false).await {
            true => place.write(&parcel).await,
            false => Err(Trouble::FileDenied),
        };
        let now = self.change(doc, |open| {
            let current = open.seq == seq;
            let placed = open.placed.as_mut()?;
            placed.busy = false;
            if written.is_ok() {
                placed.seq = Some(seq);
            }
            Some(match &written {
                Ok(()) if current => FileState::Saved(clock::now()),
                Ok(()) => FileState::Unsaved,
                Err(trouble) => FileState::Failed(trouble.clone()),
            })
        });
        self.set_file_state(doc, now.flatten().ok_or(Trouble::NotThere)?);
        written?;
        self.place_soon(doc);
        self.remember_place(doc).await
    }

    /// Keeps the handle of the file for the next session.
    async fn remember_place(&self, doc: DocId) -> Result<(), Trouble> {
        let record = self.placed(doc, |placed| {
            let record = Object::new();
            set(&record, "handle", &placed.place.handle);
            if let (Some(seen), Some(seq)) = (placed.place.seen.get(), placed.seq) {
                set(&record, "modified", &seen.modified.into());
                set(&record, "size", &seen.size.into());
                set(&record, "seq", &(seq as f64).into());
            }
            if let FileState::Saved(at) = &placed.state {
                set(&record, "at", &JsValue::from_str(&at.local));
                set(&record, "ms", &(at.ms as f64).into());
            }
            record
        });
        let Some(record) = record else {
            return Ok(());
        };
        let db = self.db().await?;
        let tx = db.writing(&[Store::Places])?;
        tx.put(Store::Places, &key(doc), &record)?;
        tx.done().await
    }

    /// Fetches the file of an earlier session, for a strategy just opened for writing.
    pub async fn recall_place(self: &Rc<Self>, doc: DocId) -> Result<(), Trouble> {
        let db = self.db().await?;
        let Some(record) = read_record(&db, doc).await? else {
            return Ok(());
        };
        let number = |name| get(&record, name).as_f64();
        let seen = match (number("modified"), number("size")) {
            (Some(modified), Some(size)) => Some(Seen { modified, size }),
            _ => None,
        };
        let place = FilePlace::new(get(&record, "handle").unchecked_into(), seen);
        let allowed = place.is_allowed(false).await;
        let seq = number("seq").map(|seq| seq as u64);
        let at = Moment {
            ms: number("ms").unwrap_or_default() as u64,
            local: get(&record, "at").as_string().unwrap_or_default(),
        };
        let state = self.change(doc, |open| {
            let same = seq == Some(open.seq);
            let state = match (same, allowed) {
                (true, _) => FileState::Saved(at),
                (false, true) => FileState::Unsaved,
                (false, false) => FileState::Failed(Trouble::FileDenied),
            };
            open.placed = Some(LinkedFile {
                place: place.clone(),
                state: state.clone(),
                seq,
                timer: None,
                busy: false,
            });
            state
        });
        if let Some(state) = state {
            self.tell(&News::File(doc, state.clone()));
            self.place_soon(doc);
            if allowed {
                self.look_at_place(doc, place, state);
            }
        }
        Ok(())
    }

    /// Looks whether the file is still as it was kept, while the strategy opens: a file server may take its time.
    fn look_at_place(self: &Rc<Self>, doc: DocId, place: FilePlace, before: FileState) {
        let inner = self.clone();
        spawn_local(async move {
            let Some(trouble) = place.trouble().await else {
                return;
            };
            let untouched = inner.placed(doc, |placed| !placed.busy && placed.state == before);
            if untouched == Some(true) {
                inner.set_file_state(doc, FileState::Failed(trouble));
            }
        });
    }
}

async fn read_record(db: &Db, doc: DocId) -> Result<Option<JsValue>, Trouble> {
    let tx = db.reading(&[Store::Places])?;
    let record = tx.get(Store::Places, &key(doc)).await?;
    Ok(record.filter(|record| get(record, "handle").is_object()))
}
