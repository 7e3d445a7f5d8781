//! The clock and the calendar of this device: the only place that asks for the time.

use js_sys::Date;

use crate::edit::Moment;
use crate::strategy::{self, FiscalYear};

/// Now.
pub fn now() -> Moment {
    let date = Date::new_0();
    let behind = date.get_timezone_offset() as i32;
    let (sign, offset) = if behind <= 0 {
        ('+', -behind)
    } else {
        ('-', behind)
    };
    Moment {
        ms: date.get_time() as u64,
        local: format!(
            "{}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            day(&date),
            date.get_hours(),
            date.get_minutes(),
            date.get_seconds(),
            offset / 60,
            offset % 60
        ),
    }
}

fn day(date: &Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

/// 今日.
pub fn today() -> strategy::Date {
    strategy::Date(day(&Date::new_0()))
}

/// 今年度.
pub fn this_fiscal_year() -> FiscalYear {
    let date = Date::new_0();
    let year = date.get_full_year() as i32;
    FiscalYear(if date.get_month() < 3 { year - 1 } else { year })
}

/// Milliseconds from some beginning, to measure how long something takes.
pub fn ticks() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or_else(Date::now, |performance| performance.now())
}
