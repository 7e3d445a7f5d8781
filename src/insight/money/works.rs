//! 全事業の表: the planned lines of a year, each beside the line of 実績 of the same initiative.

use super::{Ledger, ListedBy, Wanted};
use strategy::*;

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Work {
    /// The planned line.
    pub planned: Id<Line>,
    /// The line of 実績 of the year before, of the same initiative under the same measure.
    pub done: Option<Id<Line>>,
    /// The measure of both.
    pub measure: Id<Measure>,
    /// 計画初年度 of the sheet of the planned line.
    pub edition: FiscalYear,
}

/// The rows for a year: the planned lines looked for, in the order wanted. A line of 実績 stands beside one planned line at
/// most; a line that names no initiative has none beside it.
pub fn works(strategy: &Strategy, year: FiscalYear, wanted: &Wanted, by: ListedBy) -> Vec<Work> {
    let planned = Ledger::new(strategy, Side::Planned, year);
    let done = Ledger::new(strategy, Side::Done, year.previous());
    let key = |line: &Line, measure: Id<Measure>| Some((measure, line.initiative?));
    let done = done.entries.iter().rev();
    let mut beside =
        sort::map(done.filter_map(|entry| Some((key(&entry.line, entry.measure)?, entry.line.id))));
    let listed = planned.listed(strategy, wanted, by).into_iter();
    let work = |entry: &super::LedgerEntry| Work {
        planned: entry.line.id,
        done: key(&entry.line, entry.measure).and_then(|key| beside.remove(&key)),
        measure: entry.measure,
        edition: entry.edition,
    };
    listed.map(work).collect()
}
