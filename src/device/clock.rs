//! The clock and the calendar of this device.

use strategy::{Date, FiscalYear, Moment};

pub use browser::clock::ticks;

/// Returns the present moment.
pub fn now() -> Moment {
    let (ms, ahead) = browser::clock::now();
    Moment::at(ms, ahead)
}

/// Returns 今日.
pub fn today() -> Date {
    Date(now().day().to_owned())
}

/// Returns the day of a moment of a file, in milliseconds since 1970-01-01 UTC.
pub fn day_of(ms: f64) -> Date {
    let (_, ahead) = browser::clock::now();
    Date(Moment::at(ms as u64, ahead).day().to_owned())
}

/// Returns 今年度.
pub fn this_fiscal_year() -> FiscalYear {
    now().fiscal_year()
}
