//! Moments for tests.

use strategy::Moment;

/// Returns the moment at `minute` of a day of November 2026, in Japan.
pub fn at(day: u32, minute: u32) -> Moment {
    let midnight = 1_793_458_800_000_u64 + u64::from(day - 1) * 86_400_000;
    Moment::at(midnight + u64::from(minute) * 60_000, 540)
}
