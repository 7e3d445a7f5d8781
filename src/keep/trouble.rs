//! Faults of storage, and the way out of each.

use std::sync::Arc;

use format::json::ReadError;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// 保存の問題, with what to do by [`Trouble::way_out`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// localStorage is switched off.
    LocalOff,
    /// localStorage is full: the journal cannot be written.
    LocalFull,
    /// There is no IndexedDB here (switched off, or a private window).
    DatabaseOff,
    /// The database waits for another tab that holds it open with an older app.
    DatabaseBlocked,
    /// The disk, or the browser's share of it, is full.
    DatabaseFull,
    /// The browser cleared its data while the strategy was open.
    DatabaseCleared,
    /// The database failed otherwise: the name of the exception.
    DatabaseFailed(String),
    /// The database does not answer.
    DatabaseSilent,
    /// The database is that of a newer app, and this one cannot open it.
    DatabaseNewer,
    /// The data that was read back differs from what was written.
    NotAsWritten,
    /// Another tab runs a newer app; this one no longer writes.
    Outdated,
    /// There is no such strategy, version or set-aside data.
    NotThere,
    /// Another tab is writing this strategy.
    ReadOnly,
    /// Another tab took over the writing.
    TakenOver,
    /// The tab that is writing could not save and does not hand over.
    NotHandedOver,
    /// An edit does not fit the strategy as it is kept.
    OutOfStep,
    /// The stored data cannot be read (why): it was set aside.
    Damaged(Damage),
    /// It was written by a newer app than this one.
    Newer,
    /// This many edits of the journal or the log did not fit, and were set aside.
    EditsSetAside(usize),
    /// Some of the log or the journal cannot be read, and what came after made good for it.
    Pieced,
    /// The file was changed by someone else since it was last read or written here.
    FileChanged,
    /// The browser was not allowed to read or write the file.
    FileDenied,
    /// The file is no longer where it was.
    FileGone,
    /// The file cannot be read as a strategy (why).
    FileUnreadable(Arc<ReadError>),
    /// The file of this name cannot be had from the browser.
    FileNotRead(String),
    /// The file failed otherwise: the name of the exception.
    FileFailed(String),
    /// This browser cannot do it (Web Locks, file pickers …).
    Unsupported,
}

/// Remedy for a [`Trouble`]: the button to offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOut {
    /// ファイルに保存.
    WriteFile,
    /// ページを読み込み直す.
    Reload,
    /// このタブで編集する.
    TakeOver,
    /// 元のデータをダウンロードする.
    DownloadRaw,
    /// 保存先のファイルを選び直す.
    ChooseFile,
    /// 読み比べて合流する.
    Merge,
    /// Nothing to press: the list shows what there is.
    List,
}

impl Trouble {
    /// The button to offer.
    pub fn way_out(&self) -> WayOut {
        match self {
            Trouble::LocalOff
            | Trouble::LocalFull
            | Trouble::DatabaseOff
            | Trouble::DatabaseBlocked
            | Trouble::DatabaseFull
            | Trouble::DatabaseCleared
            | Trouble::DatabaseFailed(_)
            | Trouble::DatabaseSilent
            | Trouble::DatabaseNewer
            | Trouble::Pieced
            | Trouble::NotAsWritten
            | Trouble::OutOfStep
            | Trouble::NotHandedOver
            | Trouble::Unsupported => WayOut::WriteFile,
            Trouble::Outdated => WayOut::Reload,
            Trouble::ReadOnly | Trouble::TakenOver => WayOut::TakeOver,
            Trouble::Damaged(_) | Trouble::EditsSetAside(_) => WayOut::DownloadRaw,
            Trouble::FileDenied
            | Trouble::FileGone
            | Trouble::FileUnreadable(_)
            | Trouble::FileNotRead(_)
            | Trouble::FileFailed(_) => WayOut::ChooseFile,
            Trouble::FileChanged => WayOut::Merge,
            Trouble::NotThere | Trouble::Newer => WayOut::List,
        }
    }

    /// The browser's own name of the fault, for an administrator.
    pub fn detail(&self) -> Option<&str> {
        match self {
            Trouble::DatabaseFailed(name) | Trouble::FileFailed(name) => Some(name),
            _ => None,
        }
    }
}

/// Why what is kept cannot be read. It is kept with what was set aside, as a word of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// The header cannot be read.
    Header,
    /// The data beside the text cannot be read.
    Rest,
    /// The data beside the text does not fit it.
    RestMisfits,
    /// The bytes are not those that were written.
    Bytes,
    /// The text is no strategy: why, where it was read just now.
    Text(Option<Arc<ReadError>>),
    /// The log breaks off.
    Log,
    /// This many edits cannot be read, or do not fit.
    Edits(usize),
    /// As an earlier app put it, in a sentence.
    Told(String),
}

/// Before the number of edits.
const EDITS: &str = "edits ";

impl Serialize for Damage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let word = match self {
            Damage::Header => "header",
            Damage::Rest => "rest",
            Damage::RestMisfits => "rest_misfits",
            Damage::Bytes => "bytes",
            Damage::Text(_) => "text",
            Damage::Log => "log",
            Damage::Edits(count) => &format!("{EDITS}{count}"),
            Damage::Told(sentence) => sentence,
        };
        serializer.serialize_str(word)
    }
}

impl<'de> Deserialize<'de> for Damage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Ok(match word.as_str() {
            "header" => Damage::Header,
            "rest" => Damage::Rest,
            "rest_misfits" => Damage::RestMisfits,
            "bytes" => Damage::Bytes,
            "text" => Damage::Text(None),
            "log" => Damage::Log,
            other => match other.strip_prefix(EDITS).map(str::parse) {
                Some(Ok(count)) => Damage::Edits(count),
                _ => Damage::Told(word),
            },
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn why_something_was_set_aside_is_kept_and_what_an_earlier_app_said_stays() {
        for (damage, kept) in [
            (Damage::Header, "\"header\""),
            (Damage::Rest, "\"rest\""),
            (Damage::RestMisfits, "\"rest_misfits\""),
            (Damage::Bytes, "\"bytes\""),
            (Damage::Text(None), "\"text\""),
            (Damage::Log, "\"log\""),
            (Damage::Edits(12), "\"edits 12\""),
            (
                Damage::Told("見出しを読めません".into()),
                "\"見出しを読めません\"",
            ),
        ] {
            assert_eq!(serde_json::to_string(&damage).unwrap(), kept);
            assert_eq!(serde_json::from_str::<Damage>(kept).unwrap(), damage);
        }
    }
}
