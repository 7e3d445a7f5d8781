//! Sentences about storage faults, and about unreadable data.

use std::cell::Cell;

use format::json::ReadError;
use keep::{Damage, Trouble};
use words::{Say, troubles as text};

thread_local! {
    /// Returns why a file is not a strategy. The sentences about files are not part of the first screen: they come
    /// with the part that opens a strategy; until then, a general message.
    static READ_ERROR: Cell<fn(&ReadError) -> String> = const { Cell::new(|_| text::damage_text().to_owned()) };
}

/// Uses the sentences about files from now on; called in a part that has them.
pub fn know_read_errors() {
    READ_ERROR.set(|error| error.say());
}

fn read_error_text(error: &ReadError) -> String {
    READ_ERROR.get()(error)
}

/// Returns a storage fault as a sentence.
pub fn trouble_text(trouble: &Trouble) -> String {
    match trouble {
        Trouble::LocalOff => text::local_off().to_owned(),
        Trouble::LocalFull => text::local_full().to_owned(),
        Trouble::DatabaseOff => text::database_off().to_owned(),
        Trouble::DatabaseBlocked => text::database_blocked().to_owned(),
        Trouble::DatabaseFull => text::database_full().to_owned(),
        Trouble::DatabaseCleared => text::database_cleared().to_owned(),
        Trouble::DatabaseFailed(_) => text::database_failed().to_owned(),
        Trouble::DatabaseSilent => text::database_silent().to_owned(),
        Trouble::DatabaseNewer => text::database_newer().to_owned(),
        Trouble::NotAsWritten => text::not_as_written().to_owned(),
        Trouble::Outdated => text::outdated().to_owned(),
        Trouble::NotThere => text::not_there().to_owned(),
        Trouble::ReadOnly => text::read_only().to_owned(),
        Trouble::TakenOver => text::taken_over().to_owned(),
        Trouble::NotHandedOver => text::not_handed_over().to_owned(),
        Trouble::OutOfStep => text::out_of_step().to_owned(),
        Trouble::Damaged(why) => text::damaged(damage_text(why)),
        Trouble::Newer => text::newer().to_owned(),
        Trouble::EditsSetAside(count) => text::edits_set_aside(count),
        Trouble::Pieced => text::pieced().to_owned(),
        Trouble::FileChanged => text::file_changed().to_owned(),
        Trouble::FileDenied => text::file_denied().to_owned(),
        Trouble::FileGone => text::file_gone().to_owned(),
        Trouble::FileUnreadable(why) => text::file_unreadable(read_error_text(why)),
        Trouble::FileNotRead(name) => text::file_unreadable(name),
        Trouble::FileFailed(_) => text::file_failed().to_owned(),
        Trouble::Unsupported => text::unsupported().to_owned(),
    }
}

/// Returns why stored data cannot be read.
pub fn damage_text(damage: &Damage) -> String {
    let text = match damage {
        Damage::Header => text::damage_header(),
        Damage::Rest => text::damage_rest(),
        Damage::RestMisfits => text::damage_rest_misfits(),
        Damage::Bytes => text::damage_bytes(),
        Damage::Text(None) => text::damage_text(),
        Damage::Text(Some(error)) => return read_error_text(error),
        Damage::Log => text::damage_log(),
        Damage::Edits(count) => return text::edits_set_aside(count),
        Damage::Told(sentence) => sentence,
    };
    text.to_owned()
}
