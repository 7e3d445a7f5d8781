//! 増減: one ledger against another, initiative by initiative.
//!
//! The plans of two years tell what is new, ended, more and less; a year's plan against what was
//! settled tells how the budget was used; two editions' plans for one year tell what was revised.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::entry::LedgerEntry;
use super::ledger::Ledger;
use super::total::{Amount, narrow};
use crate::decimal;
use strategy::*;

/// An initiative in two ledgers, each counted once (純計).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkChange {
    /// The initiative, at the end of its chain of 再掲; `None` for a line that names none.
    pub initiative: Option<Id<Initiative>>,
    /// The measure it is counted in.
    pub measure: Id<Measure>,
    /// 事業名 as printed on its (later) line.
    pub title: String,
    /// In the first ledger; `None`: no line there.
    pub before: Option<Amount>,
    /// In the second.
    pub after: Option<Amount>,
}

/// Change of an initiative from one ledger to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WorkMove {
    /// 新規.
    New,
    /// 終了.
    Ended,
    /// 増.
    More,
    /// 減.
    Less,
    /// 増減なし.
    Same,
    /// One of the two is not written yet.
    Unknown,
}

impl WorkChange {
    /// Returns the kind of change.
    pub fn moved(&self) -> WorkMove {
        let (before, after) = match (self.before, self.after) {
            (None, _) => return WorkMove::New,
            (_, None) => return WorkMove::Ended,
            (Some(before), Some(after)) => (before.value(), after.value()),
        };
        match before.zip(after) {
            None => WorkMove::Unknown,
            Some((b, a)) if a > b => WorkMove::More,
            Some((b, a)) if a < b => WorkMove::Less,
            Some(_) => WorkMove::Same,
        }
    }

    /// After less before, in 千円; `None` where one is not written yet.
    pub fn difference(&self) -> Option<i64> {
        let value = |side: Option<Amount>| side.map_or(Some(0), Amount::value);
        Some(value(self.after)?.saturating_sub(value(self.before)?))
    }

    /// After in percent of before (of a plan and its settlement: 執行率); `None` where there is
    /// nothing to divide by.
    pub fn rate(&self) -> Option<Decimal> {
        let before = Decimal::from(self.before?.value()?);
        let after = Decimal::from(self.after?.value()?);
        decimal::percent(after, before)
    }
}

/// Subject that is the same in two ledgers: an initiative, or, if a line names none, its measure and name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Subject<'a> {
    Initiative(Id<Initiative>),
    Named(Id<Measure>, &'a str),
}

struct SeenLines<'a> {
    first: &'a LedgerEntry,
    sum: i128,
    known: bool,
    dash: bool,
}

impl SeenLines<'_> {
    fn amount(&self) -> Amount {
        match (self.known, self.dash) {
            (true, _) => Amount::Known(narrow(self.sum)),
            (false, true) => Amount::Dash,
            (false, false) => Amount::Unset,
        }
    }
}

fn subject(entry: &LedgerEntry) -> Subject<'_> {
    match entry.root {
        Some(root) => Subject::Initiative(root),
        None => Subject::Named(entry.measure, &entry.line.title),
    }
}

fn gather(ledger: &Ledger) -> BTreeMap<Subject<'_>, SeenLines<'_>> {
    let mut all = BTreeMap::new();
    for entry in ledger.entries.iter().filter(|e| e.counts()) {
        let seen = all.entry(subject(entry)).or_insert(SeenLines {
            first: entry,
            sum: 0,
            known: false,
            dash: false,
        });
        seen.sum += i128::from(entry.amount());
        match entry.money {
            Some(Money::Thousand(_)) => seen.known = true,
            Some(Money::Blank(_)) => seen.dash = true,
            None => {}
        }
    }
    all
}

/// Every initiative of two ledgers: those of the second in reading order, then those that ended.
pub fn compare(before: &Ledger, after: &Ledger) -> Vec<WorkChange> {
    let (old, new) = (gather(before), gather(after));
    let change = |entry: &LedgerEntry| {
        let key = subject(entry);
        WorkChange {
            initiative: entry.root,
            measure: entry.measure,
            title: entry.line.title.clone(),
            before: old.get(&key).map(SeenLines::amount),
            after: new.get(&key).map(SeenLines::amount),
        }
    };
    let is_first = |all: &BTreeMap<Subject, SeenLines>, entry: &LedgerEntry| {
        let seen = all.get(&subject(entry));
        seen.is_some_and(|seen| seen.first.line.id == entry.line.id)
    };
    let later = after.entries.iter().filter(|e| is_first(&new, e));
    let ended = before
        .entries
        .iter()
        .filter(|e| is_first(&old, e) && !new.contains_key(&subject(e)));
    later.chain(ended).map(change).collect()
}
