//! 受け取り台帳: the state of a part that was handed out.

use edit::merge::LedgerTally;
use strategy::{Date, HandedPart};

use crate::is_late;

/// State of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartState {
    /// Nothing came back yet.
    Waiting,
    /// Nothing came back, and its day is over.
    Late,
    /// The chosen files change so many values that somebody has to decide.
    Open(usize),
    /// The chosen files can be merged.
    Ready,
    /// The chosen files change nothing.
    Untouched,
    /// Merged.
    Merged,
    /// Merged, or nothing to merge, but so many edits could not be read.
    Unread(usize),
    /// No longer awaited.
    Ended,
}

/// The files of a part that were chosen and are not merged yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ChosenFiles {
    /// Their changes.
    pub tally: LedgerTally,
    /// Number of changes that nobody has decided.
    pub open: usize,
    /// Number of edits that could not be read.
    pub unread: usize,
}

/// Returns the state of a part (I73); `files` are chosen and not merged yet.
pub fn part_state(part: &HandedPart, files: Option<ChosenFiles>, today: &Date) -> PartState {
    if let Some(ChosenFiles {
        tally,
        open,
        unread,
    }) = files
    {
        return match (open, tally == LedgerTally::default(), unread) {
            (1.., ..) => PartState::Open(open),
            (0, false, _) => PartState::Ready,
            (0, true, 0) => PartState::Untouched,
            (0, true, unread) => PartState::Unread(unread),
        };
    }
    match part.returns.last().map(|back| back.unread as usize) {
        Some(unread) if unread > 0 && !part.ended => PartState::Unread(unread),
        Some(_) => PartState::Merged,
        None if part.ended => PartState::Ended,
        None if is_late(part, today) => PartState::Late,
        None => PartState::Waiting,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strategy::PartReturn;

    #[test]
    fn i73_a_part_is_in_the_state_that_its_files_and_its_last_return_give_it() {
        let today = Date("2026-11-24".to_owned());
        let part = |until: &str, ended: bool, unread: Option<u32>| HandedPart {
            until: Some(Date(until.to_owned())),
            ended,
            returns: Vec::from_iter(unread.map(|unread| PartReturn {
                unread,
                ..PartReturn::default()
            })),
            ..HandedPart::default()
        };
        let (over, soon) = ("2026-11-01", "2026-12-01");
        for (part, state) in [
            (part(soon, false, None), PartState::Waiting),
            (part(over, false, None), PartState::Late),
            (part(over, true, None), PartState::Ended),
            (part(over, false, Some(0)), PartState::Merged),
            (part(over, false, Some(3)), PartState::Unread(3)),
            (part(over, true, Some(3)), PartState::Merged),
        ] {
            assert_eq!(part_state(&part, None, &today), state, "{part:?}");
        }
        let files = |changed: usize, open: usize, unread: usize| ChosenFiles {
            tally: LedgerTally {
                changed,
                ..LedgerTally::default()
            },
            open,
            unread,
        };
        for (files, state) in [
            (files(2, 1, 0), PartState::Open(1)),
            (files(2, 0, 5), PartState::Ready),
            (files(0, 0, 0), PartState::Untouched),
            (files(0, 0, 5), PartState::Unread(5)),
        ] {
            // The files that are chosen tell more than the returns before.
            let late = part(over, false, Some(3));
            assert_eq!(part_state(&late, Some(files), &today), state, "{files:?}");
        }
    }
}
