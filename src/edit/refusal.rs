//! Why an edit is not made.

use strategy::{FiscalYear, Flaw};

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The record is not there (any more).
    NotThere,
    /// The id to be used is taken.
    Taken,
    /// The change makes no difference.
    Nothing,
    /// It would stand under itself, or under something that cannot hold it.
    WrongPlace,
    /// The year is closed.
    Closed(FiscalYear),
    /// The year is closed already.
    ClosedAlready(FiscalYear),
    /// The year is not closed.
    NotClosed(FiscalYear),
    /// A closed year is opened again for a reason only.
    ReopenedWithoutReason(FiscalYear),
    /// The strategy would no longer hold together.
    Breaks(Flaw),
    /// The measure has a sheet of this year.
    SheetThere(FiscalYear),
    /// No measure has a sheet of this year.
    NoSheet(FiscalYear),
    /// Every measure has a sheet of this year.
    SheetsThere(FiscalYear),
    /// The sheet plans from a year on; the other is before it.
    BeforeSheet {
        /// The year of the sheet.
        sheet: FiscalYear,
        /// The requested year.
        year: FiscalYear,
    },
    /// 予算額 or 方向性 in a line of 実績.
    PlannedInDone,
    /// 決算額 in a line of 計画.
    DoneInPlanned,
    /// The text is no amount of money.
    NotMoney(String),
    /// The amount has a part below 千円.
    BelowThousand(String),
    /// The last 系列 of an indicator stays.
    LastSeries,
    /// More was given than there is to give.
    TooManyVotes {
        /// Number of votes given.
        given: u32,
        /// Largest number allowed.
        most: u32,
    },
    /// The period would not be longer, or longer than 31 years.
    PeriodNotLonger,
    /// An extension or a revision wants name, date, decider and reason.
    RevisionWithoutReason,
    /// A revision is being drafted already.
    RevisionOpen,
    /// No revision is being drafted.
    NoRevisionOpen,
    /// The plan itself is not decided yet.
    NotDecided,
    /// A decided target is changed with date, decider and reason only.
    TargetWithoutReason,
}
