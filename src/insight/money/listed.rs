//! 事業の一覧: the lines of a ledger that are looked for, in the order wanted.

use std::cmp::Reverse;

use super::total::Tally;
use super::{Ledger, LedgerEntry, Total};
use strategy::*;

/// Filter of lines; the default lets every line through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only 新規.
    pub new: bool,
    /// Only those of a 重点施策.
    pub priority: bool,
    /// Only 再掲.
    pub reprise: bool,
    /// Only those with this 方向性 in one of the years planned.
    pub course: Option<Course>,
}

/// Order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ListedBy {
    /// As the plan is read.
    #[default]
    PlanOrder,
    /// The largest amount first; what has none last.
    Amount,
    /// 方向性 of the next year, the usual words first; what has none last.
    Course,
}

impl Wanted {
    fn takes(&self, strategy: &Strategy, entry: &LedgerEntry) -> bool {
        let line = &entry.line;
        let priority = || strategy.get(entry.measure).is_some_and(|m| m.priority);
        let course = |course: &Course| line.courses.values().any(|c| c == course);
        (!self.new || line.marks.iter().any(Mark::is_new))
            && (!self.priority || priority())
            && (!self.reprise || line.marks.iter().any(Mark::is_reprise))
            && self.course.as_ref().is_none_or(course)
    }
}

impl Ledger {
    /// The lines looked for, in the order wanted (I59).
    pub fn listed(&self, strategy: &Strategy, wanted: &Wanted, by: ListedBy) -> Vec<&LedgerEntry> {
        let takes = |entry: &&LedgerEntry| wanted.takes(strategy, entry);
        let mut all: Vec<&LedgerEntry> = self.entries.iter().filter(takes).collect();
        match by {
            ListedBy::PlanOrder => {}
            ListedBy::Amount => sort::by_key(&mut all, |entry| {
                let amount = match entry.money {
                    Some(Money::Thousand(n)) => Some(n),
                    _ => None,
                };
                Reverse(amount)
            }),
            ListedBy::Course => {
                let next = self.year.next();
                let place = |entry: &LedgerEntry| {
                    let course = entry.line.courses.get(&next);
                    let usual = course.and_then(|c| Course::USUAL.iter().position(|w| *w == c.0));
                    let own = course.map(|c| c.0.clone());
                    (course.is_none(), usual.unwrap_or(usize::MAX), own)
                };
                sort::by_key(&mut all, |entry| place(entry));
            }
        }
        all
    }

    /// Every 方向性 its lines have, the usual words first.
    pub fn courses(&self) -> Vec<Course> {
        let lines = self.entries.iter();
        let mut all: Vec<Course> = lines
            .flat_map(|e| e.line.courses.values().cloned())
            .collect();
        let place = |c: &Course| Course::USUAL.iter().position(|word| *word == c.0);
        sort::by_key(&mut all, |c| (place(c).unwrap_or(usize::MAX), c.0.clone()));
        all.dedup();
        all
    }
}

/// 計・純計 of some lines of a ledger.
pub fn total_of<'a>(entries: impl IntoIterator<Item = &'a LedgerEntry>) -> Total {
    let add = |tally: Tally, entry: &'a LedgerEntry| tally.add(entry, entry.money.as_ref());
    let tally = entries.into_iter().fold(Tally::default(), add);
    tally.total()
}
