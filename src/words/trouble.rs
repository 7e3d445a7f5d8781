//! What can go wrong with keeping, and why what is kept cannot be read.

use std::fmt;

use super::text::troubles as text;
use crate::keep::{Damage, Trouble};

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
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
            Trouble::Damaged(why) => text::damaged(why),
            Trouble::Newer => text::newer().to_owned(),
            Trouble::EditsSetAside(count) => text::edits_set_aside(count),
            Trouble::Pieced => text::pieced().to_owned(),
            Trouble::FileChanged => text::file_changed().to_owned(),
            Trouble::FileDenied => text::file_denied().to_owned(),
            Trouble::FileGone => text::file_gone().to_owned(),
            Trouble::FileUnreadable(why) => text::file_unreadable(why),
            Trouble::FileNotRead(name) => text::file_unreadable(name),
            Trouble::FileFailed(_) => text::file_failed().to_owned(),
            Trouble::Unsupported => text::unsupported().to_owned(),
        })
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Damage::Header => text::damage_header(),
            Damage::Rest => text::damage_rest(),
            Damage::RestMisfits => text::damage_rest_misfits(),
            Damage::Bytes => text::damage_bytes(),
            Damage::Text(None) => text::damage_text(),
            Damage::Text(Some(error)) => return fmt::Display::fmt(error, f),
            Damage::Log => text::damage_log(),
            Damage::Edits(count) => return f.write_str(&text::edits_set_aside(count)),
            Damage::Told(sentence) => sentence,
        })
    }
}

impl std::error::Error for Trouble {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_an_exception_is_said_to_everybody() {
        for failed in [
            Trouble::DatabaseFailed("UnknownError".into()),
            Trouble::FileFailed("InvalidStateError".into()),
        ] {
            let said = failed.to_string();
            assert!(!said.contains("Error"), "{said}");
            assert!(said.contains("ディスクの空き"), "{said}");
            assert!(failed.detail().is_some_and(|name| name.ends_with("Error")));
        }
        assert_eq!(Trouble::DatabaseFull.detail(), None);
    }
}
