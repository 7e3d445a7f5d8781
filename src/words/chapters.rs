//! 本文・支援のことば.

use super::say::Word;
use super::text::chapters as text;
pub use super::text::chapters::*;
use crate::text::marks;
use insight::{Deadline, DeadlineCounts, SupportMatch};
use strategy::{Date, SupportKind};

/// 「使う取組：…」.
pub fn used_by(titles: &[String]) -> String {
    text::used_by(titles.join(marks::list()))
}

/// 「締切まであと12日」; `None` while there is time.
pub fn deadline_stands(stands: Deadline) -> Option<String> {
    match stands {
        Deadline::Past => Some(text::deadline_past().to_owned()),
        Deadline::Soon(0) => Some(text::deadline_today().to_owned()),
        Deadline::Soon(days) => Some(text::deadline_soon(days)),
        Deadline::Later => None,
    }
}

/// 「締切 令和9年1月31日」, on paper.
pub fn until(deadline: &Date) -> String {
    text::until(super::time::day(deadline))
}

/// Warnings about deadlines, in sentences; none if no deadline is near.
pub fn deadlines(counts: &DeadlineCounts) -> Vec<String> {
    let DeadlineCounts {
        soon,
        past,
        past_in_use,
    } = *counts;
    let soon = (soon > 0).then(|| text::deadlines_soon(soon));
    let past = match (past, past_in_use) {
        (0, _) => None,
        (past, 0) => Some(text::deadlines_past(past)),
        (past, used) => Some(text::deadlines_past_used(past, used)),
    };
    soon.into_iter().chain(past).collect()
}

/// 「共通のことば：移住、起業」, and a note if it asks for support of this kind.
pub fn why_likely(one: &SupportMatch, kind: SupportKind) -> String {
    let words = one.words.join(marks::list());
    match one.kind_asked {
        true => text::why_likely_kind(words, kind.word()),
        false => text::why_likely(words),
    }
}
