//! 日程のことば.

use super::text::timetable as text;
pub use super::text::timetable::*;

use super::model::named;
use crate::insight::Ahead;
use crate::strategy::{FiscalYear, Jun};

/// 「R1.8」. Months of a calendar year: 令和元年8月.
pub fn month(jun: Jun) -> String {
    format!("{}.{}", FiscalYear(jun.year).short(), jun.month)
}

/// 「次：R1.8 上旬　骨子案の検討」, or 「R1.11 下旬まで：素案」 of what has begun.
pub fn next(ahead: &Ahead) -> String {
    let title = named(&ahead.title);
    match ahead.begun {
        true => text::next_yes(ahead.to, title),
        false => text::next_no(ahead.from, title),
    }
}
