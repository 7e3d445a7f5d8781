//! Storage of strategies: browser storage, files, tabs.
//!
//! A strategy is kept in IndexedDB as a snapshot (the text of its file, and its order keys) and a log of the
//! [`Edit`](edit::Edit)s since. localStorage holds the settings, the list of what exists, and the journal:
//! the edits that are not known to be in the database.
//!
//! - `store`: what is in the database and in localStorage; `encoding`: how its entries are written.
//! - `document`: a strategy that is open: opened, read, saved, closed.
//! - `tabs`: several tabs with one strategy. `file`: files outside the browser.
//! - `versions`: 版と自動バックアップ. `recovery`: what cannot be read.
//!
//! Rules (the tests carry the numbers):
//! - K1  An edit is in the journal when [`Keeper::record`] returns; a tab that dies then loses nothing.
//!   An edit that is too long for the journal is at risk until it is saved, and is not reported as done before.
//! - K2  What is opened is what was kept: every record, to the last order key.
//! - K3  On start the journal is replayed, each edit once; what does not fit is set aside and told, never lost. An edit
//!   that cannot be read does not take those after it: of one log the later edit is right, whatever is missing before.
//! - K4  Typing in one field is one entry of the log, but every step of it is in the journal.
//! - K5  Nothing is called saved before it is in the database, on the disk, read back and compared.
//! - K6  A long log becomes part of a new snapshot; snapshot and log stay until the new one is read back.
//! - K7  What cannot be read whole is never written over: it is set aside, named, and its bytes can be downloaded. The
//!   strategy stays in the list, and can be had again from what there is: what was kept last, versions, edits.
//! - K8  A store that is full, blocked, switched off or silent is told in words; what can still be kept is kept. What
//!   was deleted while it was open is written anew.
//! - K9  One tab writes a strategy; the others show every edit as it is made, and refuse to write.
//! - K10 A tab that loses the writer lock writes nothing more, is told, and reads along; its edits are not lost. A tab
//!   that hands over takes no more input from that turn on.
//! - K11 A tab with an older app stops writing when it hears of a newer one.
//! - K12 What is thrown away can be fetched back until it is deleted from the trash. Every tab that has it open is told.
//! - K13 A version is what the strategy was when it was saved, whatever happened since; the last is the last made, whatever
//!   the clock says.
//! - K14 Automatic copies: at most one in 15 minutes, three of today, one a day, ten in all.
//! - K15 Opening a large strategy lets the browser paint and take input, and tells how far it is.
//! - K16 A file that someone else has changed is not written over.
//! - K18 What an app before this one kept opens whole, and is kept anew as this one keeps it: each record is brought up to
//!   date wherever it stands (`strategy::migration`), a field that app did not know is blank. What was kept before stays
//!   until the new snapshot is read back.
//! - K19 The steps of a strategy are kept with it: they are read, taken back and done again after it was closed.
//! - K20 What is kept to be shown before a strategy is open is shown only where it is of the very snapshot and log that are
//!   there now, nothing is in the journal, and this app made it this year. Nothing is ever made or restored from it, and
//!   nobody waits for it to be written.
//! - K21 Two copies of the app on one host share nothing; what an earlier app kept is of the copy that is opened first.
//! - K22 The list has the last changed strategy first, whatever the clock says; lines of an earlier app come by their time.
//! - K23 Plans kept under a name with another spelling of the folder are found by the copy of that folder.
//! - K17 The name of a file says town, title, date and time, and every system takes it.

// Test-only code does not count towards size.
#![cfg_attr(test, allow(clippy::disallowed_methods))]
#![cfg_attr(
    not(target_arch = "wasm32"),
    allow(
        dead_code,
        reason = "only what needs no browser is compiled, for its tests"
    )
)]

use serde::de::DeserializeOwned;

mod catalogue;
#[cfg(target_arch = "wasm32")]
mod clock;
mod encoding;
mod file;
mod installation;
mod settings;
mod tabs;
#[cfg(test)]
mod test_moments;
mod trouble;
mod versions;

#[cfg(target_arch = "wasm32")]
mod document;
#[cfg(target_arch = "wasm32")]
mod keeper;
#[cfg(target_arch = "wasm32")]
mod news;
#[cfg(target_arch = "wasm32")]
mod recovery;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
mod store;

pub use catalogue::{DocId, ListedCounts, Listing, NotADoc};
pub use encoding::entry::Entry;
pub use file::name::file_name;
pub use installation::Elsewhere;
pub use settings::{NamedTexts, SettingTable, Settings};
pub use strategy::Moment;
pub use trouble::{Damage, Trouble, WayOut};

/// Reads JSON. All of it is read as bytes, files too, so that the code that reads a kind of record is there once.
fn parsed<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    serde_json::from_slice(text.as_bytes())
}

#[cfg(target_arch = "wasm32")]
mod browser_only {
    pub use super::document::opening::Loaded;
    pub use super::file::parcel::{Parcel, read as read_bytes};
    pub use super::file::place::FilePlace;
    pub use super::keeper::Keeper;
    pub use super::news::{FileState, News, Role, SaveState};
    pub use super::recovery::copies::{Copy, Recovered, Recovery};
    pub use super::recovery::set_aside::{Aside, AsideKind, read_edits};
    pub use super::store::checksum::Checksum;
    pub use super::versions::version::{Version, VersionKind};
}
#[cfg(target_arch = "wasm32")]
pub use browser_only::*;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
