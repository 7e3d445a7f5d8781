//! Recovery of a strategy that does not open: the last snapshot, its versions and its automatic copies, each with the
//! edits kept since.

use super::set_aside::{self, Aside, AsideKind, read_edits};
use crate::keeper::Keeper;
use crate::store::blob::{Blob, raw_bytes};
use crate::store::snapshot;
use crate::{DocId, Entry, Moment, Trouble, Version};
use browser::TimeSlice;
use strategy::Strategy;

/// Edits set aside so many ms from a strategy belong to it.
const TOGETHER: u64 = 60_000;

/// A copy of a strategy.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// When it was kept.
    pub at: Moment,
    /// The version or automatic copy; none: what was kept last, in which something is damaged.
    pub version: Option<Version>,
    text: Option<Blob>,
    rest: Option<Blob>,
}

/// Data that is left of a strategy that does not open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recovery {
    /// The copies, the newest first.
    pub copies: Vec<Copy>,
    /// The edits kept since the last snapshot, in their order.
    pub edits: Vec<Entry>,
    /// Number of edits that cannot be read.
    pub unread: usize,
    /// Data of it that was set aside.
    pub asides: Vec<Aside>,
}

/// A strategy had again.
#[derive(Debug, Clone, PartialEq)]
pub struct Recovered {
    /// The strategy, with the edits as far as they go.
    pub strategy: Strategy,
    /// Number of edits that were applied.
    pub applied: usize,
    /// Number of edits that were not.
    pub left: usize,
}

impl Keeper {
    /// Returns the data that is left of a strategy that does not open.
    pub async fn recovery(&self, doc: DocId) -> Result<Recovery, Trouble> {
        let db = self.0.db().await?;
        let mut asides = set_aside::all(&db).await?;
        asides.retain(|aside| aside.doc == doc);
        asides.reverse();
        let mut found = Recovery::default();
        let last = asides.iter().find(|one| one.what == AsideKind::Strategy);
        if let Some(last) = last {
            found.copies.push(Copy {
                at: last.at.clone(),
                version: None,
                text: Some(last.body.clone()),
                rest: last.rest.clone(),
            });
            let together = |one: &&Aside| {
                one.what == AsideKind::Edits
                    && one.why == last.why
                    && one.at.ms.abs_diff(last.at.ms) < TOGETHER
            };
            if let Some(edits) = asides.iter().find(together) {
                let bytes = raw_bytes(&db, &edits.body).await?;
                for edit in read_edits(&String::from_utf8_lossy(&bytes)) {
                    match edit {
                        // The journal may hold what the log holds too.
                        Ok(edit)
                            if found
                                .edits
                                .iter()
                                .any(|one| one.covers(&edit.tab, edit.last)) => {}
                        Ok(edit) => found.edits.push(edit),
                        Err(_) => found.unread += 1,
                    }
                }
            }
        }
        for version in self.versions(doc).await? {
            found.copies.push(Copy {
                at: version.at.clone(),
                version: Some(version),
                text: None,
                rest: None,
            });
        }
        found.asides = asides;
        Ok(found)
    }

    /// Reads a copy, with the edits kept since as far as they go: of one log the later edit is always right.
    pub async fn recover(&self, copy: &Copy, edits: &[Entry]) -> Result<Recovered, Trouble> {
        let mut strategy = match (&copy.version, &copy.text) {
            (Some(version), _) => self.read_version(version, |_| {}).await?,
            (None, Some(text)) => {
                let db = self.0.db().await?;
                snapshot::read_damaged(&db, text, copy.rest.as_ref()).await?
            }
            (None, None) => return Err(Trouble::NotThere),
        };
        let mut slice = TimeSlice::new();
        let mut applied = 0;
        for entry in edits {
            applied += usize::from(entry.edit.changes.prevail(&mut strategy));
            slice.yield_if_due().await;
        }
        Ok(Recovered {
            strategy,
            applied,
            left: edits.len() - applied,
        })
    }
}
