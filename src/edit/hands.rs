//! 課へ渡す and 合流: what is written of parts handed out and brought together (E54, E55).

use serde::{Deserialize, Serialize};

use std::collections::BTreeSet;

use super::merge::{ChoicesOf, Gathering, LedgerTally, edit_between};
use super::{Edit, Field, Refusal, set};
use strategy::*;

/// Why a file that can be read is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotIncoming {
    /// It is a plan, and no part that was handed out.
    NoPart,
    /// It is a part of another plan.
    OtherPlan(String),
    /// The same was brought together with the plan before: when.
    Before(String),
    /// The same is among those that were just chosen.
    Twice(String),
}

/// An edit in a workbook that was rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotTaken {
    /// A sheet is gone.
    SheetGone(String),
    /// A column is gone, or has another head.
    ColumnGone {
        /// The sheet.
        sheet: String,
        /// Its head.
        head: String,
    },
    /// A cell cannot be read as what its column holds.
    Cell {
        /// The sheet.
        sheet: String,
        /// The number of its row.
        row: usize,
        /// The head of its column.
        head: String,
        /// The text of the cell.
        text: String,
    },
    /// A row was added where no record can be made of it, or has the number of none.
    Row {
        /// The sheet.
        sheet: String,
        /// Its number.
        row: usize,
    },
    /// A cell holds no value that could be taken.
    Unreadable {
        /// The sheet.
        sheet: String,
        /// The number of its row.
        row: usize,
        /// The head of its column.
        head: String,
        /// Why.
        why: Unreadable,
    },
    /// All cells of a column are empty that were not: nobody empties them one by one.
    ColumnEmpty {
        /// The sheet.
        sheet: String,
        /// Its head.
        head: String,
    },
    /// Rows of records are gone.
    RowsGone {
        /// The sheet.
        sheet: String,
        /// Their number.
        rows: usize,
    },
    /// A cell that is only read holds another text than was given.
    OnlyRead {
        /// The sheet.
        sheet: String,
        /// The number of its row.
        row: usize,
        /// The head of its column.
        head: String,
        /// Its text.
        text: String,
    },
    /// A column was added.
    ColumnMore {
        /// The sheet.
        sheet: String,
        /// Its head; its letters if it has none.
        head: String,
    },
    /// A text was written above the heads.
    Above {
        /// The sheet.
        sheet: String,
        /// The number of its row.
        row: usize,
        /// The text.
        text: String,
    },
    /// A sheet was added.
    SheetMore(String),
    /// A comment was written.
    Comment {
        /// The sheet.
        sheet: String,
        /// The address of its cell.
        cell: String,
        /// The comment.
        text: String,
    },
    /// A record has two rows in which different values stand: neither is taken.
    Twice {
        /// The sheet.
        sheet: String,
        /// The numbers of the rows.
        rows: [usize; 2],
        /// The head of the column.
        head: String,
        /// The text of each cell.
        texts: [String; 2],
    },
}

/// Why a cell holds no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unreadable {
    /// It holds a formula, and the file not its result.
    NoResult,
    /// Its text is struck out.
    Struck,
    /// It was handed out with the beginning of its text alone, and holds another text now.
    Cut,
}

fn field() -> Field {
    Field::of(About::handed_out.field.name, None)
}

/// Returns a part to hand out, without number, time, version and hash. Every kind of work is the same as none named.
pub fn part_to_hand_out(
    to: &str,
    until: &str,
    records: impl IntoIterator<Item = AnyId>,
    years: &BTreeSet<FiscalYear>,
    work: &BTreeSet<Work>,
) -> HandedPart {
    let all_work = Work::ALL.iter().all(|one| work.contains(one));
    HandedPart {
        to: to.trim().to_owned(),
        until: (!until.is_empty()).then(|| Date(until.to_owned())),
        records: records.into_iter().map(|id| id.to_string()).collect(),
        years: years.iter().copied().collect(),
        work: match all_work {
            true => Vec::new(),
            false => work.iter().copied().collect(),
        },
        ..HandedPart::default()
    }
}

/// Makes parts lines of the ledger: each has its number, the time, and its place among all parts handed out.
pub fn lines_of_ledger(
    strategy: &Strategy,
    parts: Vec<HandedPart>,
    at: &str,
    mut fresh: impl FnMut() -> String,
) -> Vec<HandedPart> {
    let before = strategy.about().handed_out.len();
    let line = |(nth, part): (usize, HandedPart)| HandedPart {
        id: fresh(),
        at: at.to_owned(),
        revision: u32::try_from(before + nth + 1).unwrap_or(u32::MAX),
        ..part
    };
    parts.into_iter().enumerate().map(line).collect()
}

/// Writes into the ledger that a part was handed out (E54).
pub fn hand_out(strategy: &Strategy, part: HandedPart) -> Result<Edit, Refusal> {
    hand_out_all(strategy, vec![part])
}

/// Writes into the ledger that parts were handed out together, as one edit (E54).
pub fn hand_out_all(strategy: &Strategy, parts: Vec<HandedPart>) -> Result<Edit, Refusal> {
    set(strategy, About::ID, field(), |about| {
        about.handed_out.extend(parts);
    })
}

/// Says whether a part is awaited, or, of one that came back, whether what was not taken of it is still open.
pub fn await_part(strategy: &Strategy, id: &str, awaited: bool) -> Result<Edit, Refusal> {
    set(strategy, About::ID, field(), |about| {
        let parts = about.handed_out.iter_mut();
        for part in parts.filter(|part| part.id == id) {
            part.ended = !awaited;
        }
    })
}

/// A file that came back, as the ledger knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedFile {
    /// The number of its line.
    pub part: String,
    /// Its hash.
    pub hash: String,
    /// Number of edits in it that could not be read.
    pub unread: usize,
}

/// Returns the entry of the ledger for each file, by the number of its line. The ledger goes by the last file of a part:
/// that file also counts what another of this merge leaves open (E57).
pub fn part_returns(
    gathering: &Gathering,
    files: &[ReturnedFile],
    choices: &ChoicesOf,
    at: &str,
) -> Vec<(String, PartReturn)> {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let open_of = |part: &str| -> usize {
        let files = files.iter().enumerate();
        let of_part = files.filter(|(_, one)| one.part == part);
        of_part
            .map(|(of, one)| one.unread + gathering.left_open(of, choices))
            .sum()
    };
    let back = |(one, tally): (&ReturnedFile, LedgerTally)| {
        let back = PartReturn {
            at: at.to_owned(),
            hash: one.hash.clone(),
            changed: count(tally.changed),
            added: count(tally.added),
            removed: count(tally.removed),
            outside: count(tally.outside),
            conflicts: count(tally.conflicts),
            unread: count(open_of(&one.part)),
        };
        (one.part.clone(), back)
    };
    files.iter().zip(gathering.tallies()).map(back).collect()
}

/// All that came back, as one edit: what it makes of the plan, what was received of which part, and what did not prevail.
pub fn take_in(
    mine: &Strategy,
    gathering: &Gathering,
    returns: &[(String, PartReturn)],
    untaken: Vec<UntakenValue>,
) -> Result<Edit, Refusal> {
    let mut after = gathering.after().clone();
    let mut about = About::clone(&after.about());
    for (id, back) in returns {
        let parts = about.handed_out.iter_mut();
        for part in parts.filter(|part| part.id == *id) {
            part.returns.push(back.clone());
            // The new file may hold what was left open of the one before.
            part.ended = false;
        }
    }
    about.untaken.extend(untaken);
    after.about.insert(about);
    edit_between(mine, &after)
}
