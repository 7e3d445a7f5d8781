//! 金額: the totals of the sheets (rules I40–I46).

mod listed;
mod net;
mod printed;
mod properties;
mod shares;
mod years;

use ::words::plan as words;
use format::json::read;
use insight::money::*;
use strategy::*;

use fixtures::small_plan::{R6, dash, initiative, known, line, measures, sheet};

const R5: FiscalYear = FiscalYear(2023);
const R7: FiscalYear = FiscalYear(2025);
const R8: FiscalYear = FiscalYear(2026);

fn hokuto() -> Strategy {
    let bytes = include_bytes!("../../../public/samples/hokuto-2024.json");
    read(bytes).unwrap_or_else(|why| panic!("{why:?}"))
}

fn both(total: Total) -> (i64, i64) {
    (total.sum, total.net)
}

fn plan(strategy: &Strategy) -> Ledger {
    Ledger::new(strategy, Side::Planned, R6)
}
