//! 全事業の表: the planned lines of a year, each beside the line of 実績 of the same initiative.

use super::{Ledger, LedgerEntry, ListedBy, Wanted};
use strategy::*;

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ListedWork {
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
pub fn works(
    strategy: &Strategy,
    year: FiscalYear,
    wanted: &Wanted,
    by: ListedBy,
) -> Vec<ListedWork> {
    let planned = Ledger::new(strategy, Side::Planned, year);
    let done = Ledger::new(strategy, Side::Done, year.previous());
    let key = |line: &Line, measure: Id<Measure>| Some((measure, line.initiative?));
    let done = done.entries.iter().rev();
    let mut beside =
        sort::map(done.filter_map(|entry| Some((key(&entry.line, entry.measure)?, entry.line.id))));
    let mut work = |entry: &LedgerEntry| ListedWork {
        planned: entry.line.id,
        done: key(&entry.line, entry.measure).and_then(|key| beside.remove(&key)),
        measure: entry.measure,
        edition: entry.edition,
    };
    let listed = planned.listed(strategy, wanted).into_iter();
    let mut works: Vec<_> = listed.map(|entry| (entry, work(entry))).collect();
    if let Some(gap) = wanted.lacks {
        works.retain(|(entry, work)| gap.is_in(entry, lines(strategy, work).1));
    }
    let works = works.into_iter().map(|(_, work)| work).collect();
    by.sort(works, |work| lines(strategy, work))
}

/// The planned line of a work, and its line of 実績.
fn lines<'a>(strategy: &'a Strategy, work: &ListedWork) -> (Option<&'a Line>, Option<&'a Line>) {
    let line = |id| strategy.get(id).map(|line| &**line);
    (line(work.planned), work.done.and_then(line))
}
