//! 延長・見直しのことば.

use super::text::marks;
use super::text::revisions as text;
pub use super::text::revisions::*;
use super::time;

use strategy::{FiscalYear, PlanRevision};

/// Date; for an extension, also its years.
pub fn about(one: &PlanRevision) -> String {
    match (&one.decided, &one.extension) {
        (None, _) => text::about_begun(time::day(&one.began)),
        (Some(day), None) => text::about_decided(time::day(day)),
        (Some(day), Some(years)) => text::about_extended(time::day(day), years.from, years.to),
    }
}

/// Describes the revision that is being drafted.
pub fn drafted(one: &PlanRevision) -> String {
    text::drafted(&one.title, time::day(&one.began), &one.reason)
}

/// Names the version after: the plan now, or as it was decided.
pub fn after(is_now: bool) -> &'static str {
    match is_now {
        true => text::now(),
        false => text::decided_plan(),
    }
}

/// Names the chapters that contain a year.
pub fn naming(year: FiscalYear, titles: &[String]) -> String {
    text::naming(year, titles.join(marks::list()))
}
