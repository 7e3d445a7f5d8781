//! From year to year: 翌年度の計画をつくる, 前年度の計画との違い.

use super::super::text::plan_years as text;
pub use super::super::text::plan_years::*;
use crate::text::marks;

use crate::number::grouped;
use insight::money::WorkMove;
use insight::sheets::Rolling;
use strategy::*;

/// Says the effects of rolling, in a sentence.
pub fn roll_sentence(from: FiscalYear, all: &[Rolling]) -> String {
    let carried: usize = all.iter().map(|r| r.carried.len()).sum();
    let ended: usize = all.iter().map(|r| r.ended.len()).sum();
    let done: usize = all.iter().map(|r| r.done).sum();
    let next = from.next();
    text::roll_sentence(all.len(), next, from, carried, ended, done)
}

/// Says that no measure has a sheet of a year, and the lines with which new sheets begin.
pub fn sheets_none(year: FiscalYear, side: Side) -> String {
    match side {
        Side::Planned => text::sheets_none_planned(year),
        Side::Done => text::sheets_none_done(year),
    }
}

/// Names the measures that rolling leaves out.
pub fn left_out(from: FiscalYear, names: &[String]) -> String {
    text::roll_left_out(names.len(), from, from.next(), names.join(marks::list()))
}

/// 「3事業（拡充 1・維持 2）」.
pub fn carried(rolling: &Rolling) -> String {
    text::carried(rolling.carried.len())
}

/// Names the lines that end.
pub fn ended(rolling: &Rolling) -> String {
    let names: Vec<_> = rolling.ended.iter().map(|l| l.title.as_str()).collect();
    match names[..] {
        [] => text::ended_other().to_owned(),
        _ => names.join(marks::list()),
    }
}

/// 「＋1,000」「△500」.
pub fn difference(n: i64) -> String {
    if n > 0 {
        text::difference(grouped(n))
    } else {
        grouped(n)
    }
}

/// Counts the changes since last year.
pub fn changes(before: FiscalYear, counts: &[(WorkMove, usize)]) -> String {
    let parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{} {count}", moved(*kind)))
        .collect();
    text::changes(before, parts.join(marks::list()))
}
