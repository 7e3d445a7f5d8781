//! Messages between the tabs that have one strategy open.

use serde::{Deserialize, Serialize};

use crate::{Entry, parsed};

/// A message: its sender with app and file version, and its content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Message {
    /// The tab that says it.
    pub tab: String,
    /// The version of its app.
    pub app: String,
    /// The file version it writes.
    pub file: u32,
    /// Its content.
    pub says: MessageKind,
}

/// Content of a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MessageKind {
    /// The writer made its edit number `seq`; the entry follows.
    Edit(u64),
    /// The writer stands at `seq` after a change too large to be sent: read again.
    Reread(u64),
    /// A reader asks where the writer stands.
    Where,
    /// The writer stands at `seq`.
    At(u64),
    /// A reader wants to write: save and hand over.
    HandOver,
    /// The writer has saved, and writes no more: its lock may be taken.
    HandedOver,
    /// The writer cannot save, and does not hand over.
    Refused,
    /// The strategy was put into the trash, or fetched back from it.
    Trashed(bool),
}

impl Message {
    /// As one text: the message, a line break, the entry if there is one. JSON holds no bare line break.
    pub fn text(&self, entry: Option<&str>) -> Option<String> {
        let mut text = serde_json::to_string(self).ok()?;
        if let Some(entry) = entry {
            text.push('\n');
            text.push_str(entry);
        }
        Some(text)
    }

    /// Reads what [`Message::text`] wrote. Anything else, a newer tab's words too, is `None`: see [`newer`].
    pub fn read(text: &str) -> Option<(Self, Option<Entry>)> {
        let (message, entry) = match text.split_once('\n') {
            Some((message, entry)) => (message, Entry::read(entry)),
            None => (text, None),
        };
        Some((parsed(message).ok()?, entry))
    }
}

/// True if a message comes from a tab that writes a newer file than `file`; the rest of the message is not read.
pub(crate) fn newer(text: &str, file: u32) -> bool {
    #[derive(Deserialize)]
    struct MessageVersion {
        file: u32,
    }
    let line = text.split('\n').next().unwrap_or_default();
    parsed::<MessageVersion>(line).is_ok_and(|version| version.file > file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k11_a_message_reads_what_it_writes_and_knows_a_newer_tab() {
        let message = Message {
            tab: "a".into(),
            app: "0.1.0".into(),
            file: 1,
            says: MessageKind::Edit(7),
        };
        let text = message.text(None).expect("writes");
        assert_eq!(Message::read(&text), Some((message.clone(), None)));
        let broken = message.text(Some("{")).expect("writes");
        assert_eq!(Message::read(&broken), Some((message, None)));
        assert_eq!(Message::read("?"), None);
        assert!(!newer(&text, 1));
        assert!(newer(r#"{"file":2,"says":{"unheard":"of"}}"#, 1));
        assert!(!newer("?", 1));
    }
}
