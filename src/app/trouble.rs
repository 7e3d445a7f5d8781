//! What can go wrong with keeping, and why what is kept cannot be read.

use keep::{Damage, Trouble};
use words::{Say, troubles as text};

/// Returns what went wrong with keeping, in a sentence.
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
        Trouble::FileUnreadable(why) => text::file_unreadable(why.say()),
        Trouble::FileNotRead(name) => text::file_unreadable(name),
        Trouble::FileFailed(_) => text::file_failed().to_owned(),
        Trouble::Unsupported => text::unsupported().to_owned(),
    }
}

/// Returns why what is kept cannot be read.
pub fn damage_text(damage: &Damage) -> String {
    let text = match damage {
        Damage::Header => text::damage_header(),
        Damage::Rest => text::damage_rest(),
        Damage::RestMisfits => text::damage_rest_misfits(),
        Damage::Bytes => text::damage_bytes(),
        Damage::Text(None) => text::damage_text(),
        Damage::Text(Some(error)) => return error.say(),
        Damage::Log => text::damage_log(),
        Damage::Edits(count) => return text::edits_set_aside(count),
        Damage::Told(sentence) => sentence,
    };
    text.to_owned()
}
