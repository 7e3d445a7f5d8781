//! 合流: reads the edits of a section from the workbook of its part.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::work::{Answer, WorkerJob};
use edit::NotTaken;
use format::json;
use format::workbook::{NotRead, SheetRead, read_workbook};
use output::hands::{WorkbookMark, hash_of, mark_of, part_of, read_part};
use strategy::{AnyId, Strategy};

/// Request to the job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartQuestion {
    /// Opens a workbook. File: the workbook. Answer: the number of its line of the ledger, none if it is not a part;
    /// or why it is not read.
    Open,
    /// Reads its edits. File: the plan that handed it out, with its line of the ledger; new records are numbered from
    /// here. Answer: [`Untaken`]; none if the part is not found in this plan.
    Read(u64),
    /// Returns the part as it came back. Answer: our file, once.
    Part,
}

/// Edits in a workbook that were rejected.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Untaken {
    /// Rejected edits that are kept one by one.
    pub first: Vec<NotTaken>,
    /// Number of the others.
    pub more: usize,
    /// Ids of the new records to offer.
    pub offered: Vec<String>,
}

/// Number of rejected edits that are kept one by one.
const KEPT: usize = 100;

impl Untaken {
    /// Returns the number of rejected edits.
    pub fn count(&self) -> usize {
        self.first.len() + self.more
    }

    fn of(mut all: Vec<NotTaken>, offered: &BTreeSet<AnyId>) -> Self {
        let more = all.len().saturating_sub(KEPT);
        all.truncate(KEPT);
        Self {
            first: all,
            more,
            offered: offered.iter().map(AnyId::to_string).collect(),
        }
    }
}

/// Holds the last opened workbook, and the part that was read from it.
#[derive(Default)]
pub struct PartBooks {
    sheets: Vec<SheetRead>,
    part: Option<Strategy>,
}

impl PartBooks {
    fn open(&mut self, bytes: &[u8]) -> Result<Option<String>, NotRead> {
        self.sheets = read_workbook(bytes)?;
        Ok(mark_of(&self.sheets).map(|mark| mark.id))
    }

    /// Returns the part as it was handed out (P31).
    fn given(&self, plan: &Strategy) -> Option<Strategy> {
        let WorkbookMark { id, hash } = mark_of(&self.sheets)?;
        let about = plan.about();
        let line = about.handed_out.iter().find(|line| line.id == id)?;
        let given = part_of(plan, line);
        (hash_of(&given) == hash).then_some(given)
    }

    fn read(&mut self, plan: &Strategy, first: u64) -> Option<Untaken> {
        let given = self.given(plan)?;
        let mut numbers = first..;
        let mut fresh = || numbers.next().unwrap_or(first);
        let written = read_part(&given, &self.sheets, &mut fresh);
        self.part = Some(written.part);
        Some(Untaken::of(written.unwritten, &written.offered))
    }
}

impl WorkerJob for PartBooks {
    type Question = PartQuestion;
    const NAME: &'static str = "part_books";

    fn answer(&mut self, question: PartQuestion, files: &[Vec<u8>]) -> Option<Answer> {
        match question {
            PartQuestion::Open => Answer::told(&self.open(files.first()?)),
            PartQuestion::Read(first) => {
                let plan = json::read(files.first()?).ok()?;
                Answer::told(&self.read(&plan, first))
            }
            PartQuestion::Part => Some(Answer::File {
                bytes: json::write(&self.part.take()?).into_bytes(),
                media_type: "application/json",
            }),
        }
    }
}
