//! 内訳: the money of a ledger by 財源, by 単独・補助, by 方向性.

use std::collections::BTreeMap;

use super::total::narrow;
use super::{Ledger, LedgerEntry, Scope};
use strategy::*;

/// A part of a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Number of lines with a part in it.
    pub lines: usize,
    /// Number of works: lines without those that repeat another.
    pub works: usize,
    /// 計.
    pub sum: i64,
    /// 純計.
    pub net: i64,
}

/// A [`Share`] being added up, in a width nothing overflows.
#[derive(Default)]
struct ShareAdding {
    lines: usize,
    works: usize,
    sum: i128,
    net: i128,
}

impl ShareAdding {
    fn add(&mut self, entry: &LedgerEntry, amount: i128) {
        self.lines += 1;
        self.works += usize::from(entry.counts());
        self.sum += amount;
        self.net += if entry.counts() { amount } else { 0 };
    }

    fn share(self) -> Share {
        Share {
            lines: self.lines,
            works: self.works,
            sum: narrow(self.sum),
            net: narrow(self.net),
        }
    }
}

impl Ledger {
    /// By 財源, in the order of the budget papers; `None`: not broken down.
    /// The breakdown on a line is of the settled or the first planned year; of other years there is none.
    pub fn by_fund(&self, scope: Scope) -> Vec<(Option<FundSource>, Share)> {
        let mut shares: BTreeMap<Option<FundSource>, ShareAdding> = BTreeMap::new();
        for entry in self.within(scope) {
            let mut rest = i128::from(entry.amount());
            let fits = self.side == Side::Done || entry.edition == self.year;
            for fund in entry.line.funds.iter().filter(|_| fits) {
                let amount = i128::from(fund.amount);
                shares
                    .entry(Some(fund.source))
                    .or_default()
                    .add(entry, amount);
                rest -= amount;
            }
            if rest != 0 {
                shares.entry(None).or_default().add(entry, rest);
            }
        }
        in_order(shares, Option::is_none)
    }

    /// By the 方向性 a line has for `year`: the usual words first, then the town's own; `None`: none given.
    pub fn by_course(&self, scope: Scope, year: FiscalYear) -> Vec<(Option<Course>, Share)> {
        let shares = self.shares(scope, |entry| entry.line.courses.get(&year).cloned());
        in_order(shares, |key| {
            let place = |course: &Course| Course::USUAL.iter().position(|word| *word == course.0);
            (
                key.is_none(),
                key.as_ref().and_then(place).unwrap_or(usize::MAX),
            )
        })
    }

    fn shares<K: Ord>(
        &self,
        scope: Scope,
        key: impl Fn(&LedgerEntry) -> K,
    ) -> BTreeMap<K, ShareAdding> {
        let mut shares: BTreeMap<K, ShareAdding> = BTreeMap::new();
        for entry in self.within(scope) {
            let share = shares.entry(key(entry)).or_default();
            share.add(entry, entry.amount().into());
        }
        shares
    }
}

fn in_order<K: Ord, P: Ord>(
    shares: BTreeMap<K, ShareAdding>,
    place: impl Fn(&K) -> P,
) -> Vec<(K, Share)> {
    let mut all: Vec<_> = shares.into_iter().map(|(k, a)| (k, a.share())).collect();
    sort::by_key(&mut all, |(key, _)| place(key));
    all
}
