//! Reasons why a change is refused, and flaws of a strategy.

use super::say::Say;
use super::text::refusal as text;
use edit::{Conflict, Refusal};
use strategy::Flaw;

impl Say for Refusal {
    fn say(&self) -> String {
        match self {
            Refusal::NotThere => text::not_there().to_owned(),
            Refusal::Taken => text::taken().to_owned(),
            Refusal::Nothing => text::nothing().to_owned(),
            Refusal::WrongPlace => text::wrong_place().to_owned(),
            Refusal::Closed(year) => text::closed(year),
            Refusal::ClosedAlready(year) => text::closed_already(year),
            Refusal::NotClosed(year) => text::not_closed(year),
            Refusal::ReopenedWithoutReason(year) => text::reopened_without_reason(year),
            Refusal::Breaks(flaw) => text::breaks(flaw),
            Refusal::SheetThere(year) => text::sheet_there(year),
            Refusal::NoSheet(year) => text::no_sheet(year),
            Refusal::SheetsThere(year) => text::sheets_there(year),
            Refusal::BeforeSheet { sheet, year } => text::before_sheet(sheet, year),
            Refusal::PlannedInDone => text::planned_in_done().to_owned(),
            Refusal::DoneInPlanned => text::done_in_planned().to_owned(),
            Refusal::NotMoney(typed) => text::not_money(typed),
            Refusal::BelowThousand(typed) => text::below_thousand(typed),
            Refusal::LastSeries => text::last_series().to_owned(),
            Refusal::TooManyVotes { given, most } => text::too_many_votes(given, most),
            Refusal::PeriodNotLonger => text::period_not_longer().to_owned(),
            Refusal::RevisionWithoutReason => text::revision_without_reason().to_owned(),
            Refusal::RevisionOpen => text::revision_open().to_owned(),
            Refusal::NoRevisionOpen => text::no_revision_open().to_owned(),
            Refusal::NotDecided => text::not_decided().to_owned(),
            Refusal::TargetWithoutReason => text::target_without_reason().to_owned(),
        }
    }
}

impl Say for Conflict {
    fn say(&self) -> String {
        text::conflict(&self.id)
    }
}

impl Say for Flaw {
    fn say(&self) -> String {
        match self {
            Flaw::Dangling { id, missing, .. } => text::dangling(id, missing),
            Flaw::Misplaced { measure, division } => text::misplaced(measure, division),
            Flaw::Loop { initiative } => text::circle(initiative),
            Flaw::NoSeries { indicator } => text::no_series(indicator),
            Flaw::PeriodReversed => text::period_reversed().to_owned(),
        }
    }
}
