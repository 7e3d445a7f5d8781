//! An open strategy, as this tab holds it.

use js_sys::Promise;

use crate::clock;
use crate::encoding::entry::Entry;
use crate::file::linked_file::LinkedFile;
use crate::store::header::Header;
use crate::tabs::message::MessageKind;
use crate::tabs::writer_lock::{LockRequest, WriterLock};
use crate::{Role, SaveState};
use browser::{Channel, Timer};
use strategy::Strategy;

/// A log of so many entries, or so many bytes and half the snapshot, is long.
const LONG: (usize, usize) = (300, 512 * 1024);

/// A strategy open in this tab.
pub(crate) struct OpenDocument {
    pub strategy: Strategy,
    /// Number of edits that led to it.
    pub seq: u64,
    pub role: Role,
    /// True if it is in the trash.
    pub trashed: bool,
    pub state: SaveState,
    /// The header as last read or written; none before the first snapshot.
    pub header: Option<Header>,
    /// Numbers of entries and of bytes in the log since the snapshot.
    pub log: (usize, usize),
    /// Recorded, and not known to be in the database.
    pub pending: Vec<Pending>,
    /// Held while this tab writes.
    pub lock: Option<WriterLock>,
    /// Waits for the lock, while another tab has it.
    pub lock_request: Option<LockRequest>,
    pub channel: Option<Channel>,
    /// Saves soon.
    pub timer: Option<Timer>,
    /// Saving now.
    pub saving: Option<Promise>,
    pub compacting: bool,
    /// A snapshot is being written: only one at a time.
    pub whole_under_way: bool,
    /// Number of edits in the snapshot that is being written.
    pub cut: u64,
    /// The database has to be rewritten, whole.
    pub rewrite: bool,
    /// An automatic copy is being made.
    pub backing_up: bool,
    /// Number of failed saves since the last success.
    pub failures: u32,
    /// The file that is its place.
    pub placed: Option<LinkedFile>,
    /// Answer of the writer to the request to hand over.
    pub answer: Option<MessageKind>,
}

/// An edit on its way into the database.
#[derive(Clone)]
pub(crate) struct Pending {
    /// Its position in the log.
    pub at: u64,
    pub entry: Entry,
    /// True if the journal holds it.
    pub journaled: bool,
    /// True if it needs a whole new snapshot instead of an entry of the log.
    pub whole: bool,
}

impl OpenDocument {
    /// A strategy just opened, with nothing to save.
    pub fn new(strategy: Strategy, seq: u64, role: Role) -> Self {
        Self {
            strategy,
            seq,
            role,
            trashed: false,
            state: SaveState::Saved(clock::now()),
            header: None,
            log: (0, 0),
            pending: Vec::new(),
            lock: None,
            lock_request: None,
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

    /// The state while something is pending.
    pub fn unsaved_state(&self) -> SaveState {
        match &self.state {
            SaveState::JournalOnly(why) | SaveState::Failed(why) => {
                if self.pending.iter().all(|one| one.journaled) {
                    SaveState::JournalOnly(why.clone())
                } else {
                    SaveState::Failed(why.clone())
                }
            }
            SaveState::Saved(_) | SaveState::Saving => SaveState::Saving,
        }
    }

    /// True if the log is due to become part of a new snapshot.
    pub fn is_log_long(&self) -> bool {
        let (entries, bytes) = self.log;
        let text = self.header.as_ref().map_or(0, |h| h.snapshot.text.length);
        entries >= LONG.0 || bytes >= LONG.1 && bytes as u64 >= text / 2
    }
}
