//! News that the keeper sends to the app.

use super::{DocId, Moment, Trouble};
use edit::Edit;
use strategy::Strategy;

/// Save state, as the bar at the top shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// 保存済み: everything is in the database, read back, since then.
    Saved(Moment),
    /// 保存中: on its way there, and in the journal if that can be written.
    Saving,
    /// 書きとめのみ: the database refuses (why); everything is in the journal.
    JournalOnly(Trouble),
    /// 未保存: some of it is only on the screen (why).
    Failed(Trouble),
}

/// State of the file linked to a strategy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileState {
    /// No file is its place.
    NoFile,
    /// The file holds it, read back, since then.
    Saved(Moment),
    /// It has changed since the file was written.
    Unsaved,
    /// The file could not be written (why).
    Failed(Trouble),
}

/// Role of this tab for a strategy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// 編集中: the only one that writes.
    Writer,
    /// 閲覧のみ: shows what another tab writes, as it writes it.
    Reader,
}

/// Something the app is told.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// The save state of a strategy.
    State(DocId, SaveState),
    /// The state of its file.
    File(DocId, FileState),
    /// Another tab takes over as soon as this is heard: what is typed and not recorded is to be recorded now.
    HandingOver(DocId),
    /// The role of this tab changed.
    Role(DocId, Role),
    /// An open strategy was moved to the trash, or out of it.
    Trashed(DocId, bool),
    /// Another tab made this edit.
    Edit(DocId, Edit),
    /// The strategy to be shown from now on: what was shown could not be kept in step.
    Reread(DocId, Strategy),
    /// The list of what exists has changed.
    Catalogue,
    /// Something to be said, about one strategy or about all.
    Trouble(Option<DocId>, Trouble),
}
