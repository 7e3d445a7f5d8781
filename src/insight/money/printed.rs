//! 印刷された計 beside our own.

use super::ledger::money;
use super::total::narrow;
use strategy::*;

/// 印刷された計: a total printed in the source, beside ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintedTotal {
    /// The sheet.
    pub sheet: Id<Sheet>,
    /// Side of the total.
    pub side: Side,
    /// As printed.
    pub printed: i64,
    /// The sum of the lines.
    pub computed: i64,
}

impl PrintedTotal {
    /// True if the printed total is the computed one.
    pub fn agrees(&self) -> bool {
        self.printed == self.computed
    }
}

/// Every printed total of the sheets, by sheet.
pub fn printed_totals(strategy: &Strategy) -> Vec<PrintedTotal> {
    let lines = strategy.lines.by_parent();
    let computed = |sheet: &Sheet, side: Side, year: FiscalYear| {
        let of_sheet = lines.under(sheet.id).iter();
        let amounts = of_sheet
            .filter(|l| l.side == side)
            .filter_map(|l| money(l, sheet.year, year))
            .map(|m| i128::from(m.amount()));
        narrow(amounts.sum())
    };
    let mut totals = Vec::new();
    for sheet in strategy.sheets.iter() {
        for (side, printed, year) in [
            (Side::Done, sheet.printed_settled, sheet.year.previous()),
            (Side::Planned, sheet.printed_budget, sheet.year),
        ] {
            totals.extend(printed.map(|printed| PrintedTotal {
                sheet: sheet.id,
                side,
                printed,
                computed: computed(sheet, side, year),
            }));
        }
    }
    totals
}
