//! The clock of this device, in numbers: the only place that reads the time.

use js_sys::Date;

/// Returns the milliseconds since 1970-01-01 UTC, and how many minutes local time is ahead of UTC.
pub fn now() -> (u64, i32) {
    let date = Date::new_0();
    (date.get_time() as u64, -(date.get_timezone_offset() as i32))
}

/// Returns milliseconds from an arbitrary start, to measure durations.
pub fn ticks() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or_else(Date::now, |performance| performance.now())
}
