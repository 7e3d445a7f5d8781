//! 変更の履歴: the steps of a strategy, kept beside its log, in rows of their own that the log does not need.
//!
//! A row is an entry of the log, written in the same transaction. A log becomes part of a snapshot and is dropped; the
//! rows stay, the last [`MOST`] of them. An app that does not know them leaves them alone; where it wrote meanwhile
//! there is a gap, and what was done before the gap can be read, and not taken back.

use serde::{Deserialize, Serialize};

use crate::encoding::entry::Entry;
use crate::encoding::older;
use crate::keeper::Keeper;
use crate::store::db::{Store, every, span};
use crate::store::rows::{StoredRow, position, steps_name};
use crate::{DocId, Moment, Trouble, parsed};
use browser::TimeSlice;
use edit::{Changes, Edit, EditLabel, History, StepRole};
use strategy::migration::VERSION;

/// Number of rows that are kept.
const MOST: usize = 400;
/// Largest number of bytes read, the newest rows first.
const BYTES: usize = 4 << 20;
/// A larger change can be read in the history by its name, and not taken back.
const LARGE: usize = 1 << 20;

/// A step as it is kept.
#[derive(Serialize, Deserialize)]
struct KeptHistory {
    /// The version in which it is written.
    v: u32,
    tab: String,
    first: u64,
    last: u64,
    at: Moment,
    way: StepRole,
    #[serde(rename = "did")]
    label: EditLabel,
    /// None: they are too large to be kept twice.
    changes: Option<Changes>,
}

/// The rows of entries (with their positions) that are steps.
pub(crate) fn rows<'a>(entries: impl Iterator<Item = (u64, &'a Entry, &'a str)>) -> Vec<StoredRow> {
    let row = |(position, entry, text): (u64, &Entry, &str)| {
        let kept = KeptHistory {
            v: VERSION,
            tab: entry.tab.clone(),
            first: entry.first,
            last: entry.last,
            at: entry.at.clone()?,
            way: entry.way?,
            label: entry.edit.label.clone(),
            changes: (text.len() <= LARGE).then(|| entry.edit.changes.clone()),
        };
        Some((position, serde_json::to_string(&kept).ok()?))
    };
    entries.filter_map(row).collect()
}

impl Keeper {
    /// Returns the number of edits that led to an open strategy.
    pub fn seq(&self, doc: DocId) -> Option<u64> {
        self.0.docs.borrow().get(&doc).map(|open| open.seq)
    }

    /// The steps of an open strategy that were kept, up to the edit numbered `upto`.
    pub async fn steps(&self, doc: DocId, upto: u64) -> Result<History, Trouble> {
        // Edits of the journal are rows when they are in the database.
        self.0.saved(doc).await;
        let db = self.0.db().await?;
        let tx = db.reading(&[Store::Edits])?;
        let name = steps_name(doc);
        let keys = tx.keys(Store::Edits, Some(every(&name)?)).await?;
        let position = |key| position(key).unwrap_or_default();
        let positions: Vec<u64> = keys.iter().map(position).collect();
        let from = positions.len().saturating_sub(MOST);
        let Some((first, last)) = positions[from..].first().zip(positions.last()) else {
            return Ok(History::default());
        };
        let texts = tx
            .all(Store::Edits, Some(span(&name, *first, *last)?))
            .await?;
        if from > 0 {
            let tx = db.writing(&[Store::Edits])?;
            tx.delete(Store::Edits, span(&name, 0, positions[from - 1])?)?;
            tx.done().await?;
        }
        let mut rows = Vec::new();
        let mut bytes = 0;
        for (position, text) in positions[from..].iter().zip(&texts).rev() {
            let text = text.as_string().unwrap_or_default();
            bytes += text.len();
            if bytes > BYTES {
                break;
            }
            rows.push((*position, text));
        }
        rows.reverse();
        let mut slice = TimeSlice::new();
        let mut kept = Vec::new();
        for (position, text) in rows {
            let text = older::text(&text, &["changes"]);
            let row = text.and_then(|text| parsed::<KeptHistory>(&text).ok());
            kept.extend(row.map(|row| (position, row)));
            slice.yield_if_due().await;
        }
        Ok(history(kept, upto))
    }
}

/// The history that kept steps make, up to the edit numbered `upto`.
fn history(kept: Vec<(u64, KeptHistory)>, upto: u64) -> History {
    let mut history = History::default();
    let mut before = None;
    let mut kept = kept
        .into_iter()
        .filter(|(position, _)| *position <= upto)
        .peekable();
    while let Some((position, row)) = kept.next() {
        let again = |next: &KeptHistory| {
            next.tab == row.tab && next.first <= row.first && row.last <= next.last
        };
        if kept.peek().is_some_and(|(_, next)| again(next)) {
            // Written once more, with what was typed on.
            continue;
        }
        let follows = before.is_none_or(|before| before + (row.last - row.first + 1) == position);
        if !follows {
            history.part();
        }
        before = Some(position);
        let large = row.changes.is_none();
        let edit = Edit {
            label: row.label,
            changes: row.changes.unwrap_or_default(),
        };
        match large {
            true => history.note(edit, row.at),
            false => {
                history.tell(row.way, edit, row.at);
            }
        }
    }
    if before.is_some_and(|before| before != upto) {
        history.part();
    }
    history
}
