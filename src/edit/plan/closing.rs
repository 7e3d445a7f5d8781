//! 年度の確定: closing a year, and opening it again.

use super::super::{Draft, Edit, EditLabel, Operation, Refusal};
use super::closed::closed;
use strategy::*;

/// Closes a year: its actuals and sheets stay as they are.
pub fn close_year(
    strategy: &Strategy,
    year: FiscalYear,
    date: Date,
    by: &str,
) -> Result<Edit, Refusal> {
    if closed(strategy, year) {
        return Err(Refusal::ClosedAlready(year));
    }
    let closing = Closing {
        year,
        act: ClosingAct::Closed,
        date,
        by: by.trim().to_owned(),
        reason: String::new(),
    };
    write_down(strategy, closing, Operation::Close(year))
}

/// Opens a closed year again, and keeps who did and why.
pub fn reopen_year(
    strategy: &Strategy,
    year: FiscalYear,
    date: Date,
    by: &str,
    reason: &str,
) -> Result<Edit, Refusal> {
    if !closed(strategy, year) {
        return Err(Refusal::NotClosed(year));
    }
    if reason.trim().is_empty() {
        return Err(Refusal::ReopenedWithoutReason(year));
    }
    let closing = Closing {
        year,
        act: ClosingAct::Reopened,
        date,
        by: by.trim().to_owned(),
        reason: reason.trim().to_owned(),
    };
    write_down(strategy, closing, Operation::Reopen(year))
}

fn write_down(strategy: &Strategy, closing: Closing, act: Operation) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    draft.update(About::ID, |about| {
        if closing.act == ClosingAct::Closed {
            about.untaken.retain(|one| one.year > closing.year);
        }
        about.closings.push(closing);
    })?;
    draft.finish(EditLabel::to_all(act))
}
