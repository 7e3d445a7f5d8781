//! Reading a strategy from the stores: snapshot, log, journal.

use crate::encoding::entry::{Entry, UnreadableEdit, settle};
use crate::keeper::Inner;
use crate::recovery::set_aside;
use crate::store::db::Db;
use crate::store::header::{Header, StoredDocument};
use crate::store::local::LocalKey;
use crate::store::rows::StoredRow;
use crate::store::snapshot::SnapshotUnread;
use crate::{Damage, DocId, Trouble};
use browser::TimeSlice;
use strategy::Strategy;

/// A strategy as read from the stores.
pub(crate) struct ReadDocument {
    pub header: Option<Header>,
    pub strategy: Strategy,
    pub seq: u64,
    pub log: (usize, usize),
    /// Known to the database: their journal entries can go.
    pub known: Vec<Entry>,
    /// Applied now, from the journal, with their positions.
    pub replayed: Vec<(u64, Entry)>,
    /// Edits that did not fit: journal entries (tab, number, text) …
    pub refused: Vec<(String, u64, String)>,
    /// … and entries of the log.
    pub broken: Vec<StoredRow>,
    /// True if entries were applied although one before them cannot be read.
    pub pieced: bool,
}

impl ReadDocument {
    /// Returns the trouble to report to the user.
    pub fn trouble(&self) -> Option<Trouble> {
        match self.refused.len() + self.broken.len() {
            0 => self.pieced.then_some(Trouble::Pieced),
            count => Some(Trouble::EditsSetAside(count)),
        }
    }
}

impl Inner {
    /// Reads a strategy: snapshot, log, journal.
    pub async fn read(
        &self,
        doc: DocId,
        to_write: bool,
        progress: &dyn Fn(f64),
    ) -> Result<ReadDocument, SnapshotUnread> {
        // The journal first: what goes from there into the database meanwhile is then seen twice, not never.
        let journal = self.local.journal(doc);
        let db = self.db().await?;
        let writer = to_write.then_some(self.tab.as_str());
        let mut held = match StoredDocument::read(&db, doc, writer).await {
            Err(SnapshotUnread::Failed(Trouble::NotThere)) => return from_journal(journal),
            held => held?,
        };
        let mut strategy = read_snapshot(&db, doc, writer, &mut held, progress).await?;
        let log = apply_log(held.log, &mut strategy).await;
        let header = held.header;
        // A reader shows what the writer has; what dead tabs left in the journal is the writer's to settle.
        let journal = journal
            .into_iter()
            .filter(|(tab, ..)| to_write || *tab == header.writer)
            .collect();
        let (entries, mut refused) = parse(journal);
        let unread = refused.iter().filter(|(tab, ..)| *tab == held.before);
        let gap = UnreadableEdit {
            first: unread.map(|(_, seq, _)| *seq).min(),
            tab: held.before,
        };
        let settled = settle(
            &mut strategy,
            &header.by,
            header.seq,
            &log.entries,
            entries,
            &gap,
        );
        let mut seq = log.last.unwrap_or(header.seq);
        let replayed = settled
            .replayed
            .into_iter()
            .map(|entry| {
                seq = if to_write { seq + 1 } else { entry.last };
                (seq, entry)
            })
            .collect();
        refused.extend(settled.refused.iter().filter_map(as_text));
        Ok(ReadDocument {
            header: Some(header),
            strategy,
            seq,
            log: log.size,
            known: settled.known,
            replayed,
            refused,
            broken: log.broken,
            pieced: log.pieced || settled.pieced,
        })
    }

    /// Clears from the journal what is in the database, and sets aside what did not fit; whether that worked.
    /// Nothing is taken away before it is safe elsewhere.
    pub async fn settle_rest(&self, doc: DocId, read: &ReadDocument) -> bool {
        for entry in &read.known {
            self.unjournal(doc, entry);
        }
        if read.refused.is_empty() && read.broken.is_empty() {
            return true;
        }
        let set_aside = async {
            let refused = read.refused.iter().map(|(.., text)| text.as_str());
            let broken = read.broken.iter().map(|(_, text)| text.as_str());
            let texts: Vec<&str> = broken.chain(refused).collect();
            let why = Damage::Edits(texts.len());
            let title = read.strategy.about().title.clone();
            let db = self.db().await?;
            set_aside::put_edits(&db, doc, &title, &why, &texts).await
        };
        let safe = set_aside.await.is_ok();
        if safe {
            for (tab, seq, _) in &read.refused {
                self.local.remove(LocalKey::Journal(doc, tab, *seq));
            }
        }
        safe
    }
}

/// Reads the snapshot that is held; where the writer has put another in its place meanwhile, that one.
async fn read_snapshot(
    db: &Db,
    doc: DocId,
    writer: Option<&str>,
    held: &mut StoredDocument,
    progress: &dyn Fn(f64),
) -> Result<Strategy, SnapshotUnread> {
    loop {
        match held.header.snapshot.read(db, progress).await {
            Err(SnapshotUnread::Damaged(why)) => {
                let again = StoredDocument::read(db, doc, writer).await?;
                if again.header.snapshot == held.header.snapshot {
                    return Err(SnapshotUnread::Damaged(why));
                }
                *held = again;
            }
            read => return read,
        }
    }
}

/// Result of reading a log.
#[derive(Default)]
struct ReadLog {
    /// Entries that were applied, in order.
    entries: Vec<Entry>,
    /// Number of its entries, and their length.
    size: (usize, usize),
    /// The position of its last entry.
    last: Option<u64>,
    /// Entries that could not be applied.
    broken: Vec<StoredRow>,
    /// True if one was applied although one before it cannot be read.
    pieced: bool,
}

/// Applies a log to the strategy of its snapshot.
async fn apply_log(rows: Vec<StoredRow>, strategy: &mut Strategy) -> ReadLog {
    let mut slice = TimeSlice::new();
    let mut log = ReadLog::default();
    for (at, text) in rows {
        log.last = Some(at);
        log.size = (log.size.0 + 1, log.size.1 + text.len());
        let entry = Entry::read(&text);
        match entry.map(|entry| (fit(&entry, strategy), entry)) {
            Some((Some(over), entry)) => {
                log.pieced |= over;
                log.entries.push(entry);
            }
            Some((None, _)) | None => log.broken.push((at, text)),
        }
        slice.yield_if_due().await;
    }
    log
}

/// Applies an entry of the log: `Some(true)`: over something else than it was made on. Of one log the later entry is
/// always right, whatever is missing before it.
fn fit(entry: &Entry, strategy: &mut Strategy) -> Option<bool> {
    let changes = &entry.edit.changes;
    if changes.apply(strategy).is_ok() {
        return Some(false);
    }
    changes.prevail(strategy).then_some(true)
}

type Texts = Vec<(String, u64, String)>;

/// Reads the journal's texts; gives back those that are no entries.
fn parse(texts: Texts) -> (Vec<Entry>, Texts) {
    let mut entries = Vec::new();
    let mut unread = Texts::new();
    for (tab, seq, text) in texts {
        match Entry::read(&text) {
            Some(entry) if entry.tab == tab && entry.first == seq => entries.push(entry),
            _ => unread.push((tab, seq, text)),
        }
    }
    (entries, unread)
}

fn as_text(entry: &Entry) -> Option<(String, u64, String)> {
    let text = serde_json::to_string(entry).ok()?;
    Some((entry.tab.clone(), entry.first, text))
}

/// A strategy that never reached the database: made from nothing by the journal alone.
fn from_journal(journal: Texts) -> Result<ReadDocument, SnapshotUnread> {
    let (entries, mut refused) = parse(journal);
    let mut strategy = Strategy::default();
    let settled = settle(
        &mut strategy,
        "",
        0,
        &[],
        entries,
        &UnreadableEdit::default(),
    );
    let begins = settled
        .replayed
        .first()
        .is_some_and(|entry| entry.first == 1);
    if !begins {
        return Err(SnapshotUnread::Failed(Trouble::NotThere));
    }
    refused.extend(settled.refused.iter().filter_map(as_text));
    let replayed: Vec<(u64, Entry)> = (1..).zip(settled.replayed).collect();
    Ok(ReadDocument {
        header: None,
        strategy,
        seq: replayed.len() as u64,
        log: (0, 0),
        known: Vec::new(),
        replayed,
        refused,
        broken: Vec::new(),
        pieced: false,
    })
}
