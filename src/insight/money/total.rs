//! 計・純計: lines added up.

use super::entry::{LedgerEntry, NetRule};
use strategy::Money;

/// Amount in a ledger for one initiative or for many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// 千円.
    Known(i64),
    /// Only dashes: no amount of its own.
    Dash,
    /// Nothing written yet.
    Unset,
}

impl Amount {
    /// 千円, a dash as none; `None`: not written yet.
    pub fn value(self) -> Option<i64> {
        match self {
            Amount::Known(n) => Some(n),
            Amount::Dash => Some(0),
            Amount::Unset => None,
        }
    }
}

/// 計・純計 of some lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// 計: every line, as the papers print it.
    pub sum: i64,
    /// 純計: each initiative once.
    pub net: i64,
    /// Number of lines.
    pub lines: usize,
    /// Lines with a number.
    pub known: usize,
    /// Lines with a dash.
    pub dashes: usize,
    /// Lines left out of the 純計.
    pub repeats: usize,
    /// Part of the 純計 that repeats lines which are on no sheet of this plan.
    pub outside: i64,
    /// Number of those lines.
    pub outsiders: usize,
}

impl Total {
    /// Returns the number of works: lines without those that repeat another.
    pub fn works(&self) -> usize {
        self.lines - self.repeats
    }

    /// Lines nothing is written on yet.
    pub fn unset(&self) -> usize {
        self.lines - self.known - self.dashes
    }

    /// 計; `None`: there is no line. Lines nothing is written on come to nothing written, not to zero (I49).
    pub fn amount(&self) -> Option<Amount> {
        self.said(self.sum)
    }

    /// 純計, in the same way.
    pub fn net_amount(&self) -> Option<Amount> {
        self.said(self.net)
    }

    /// Returns the total of two parts that have no line in common.
    pub fn and(self, other: Self) -> Self {
        Self {
            sum: self.sum.saturating_add(other.sum),
            net: self.net.saturating_add(other.net),
            lines: self.lines + other.lines,
            known: self.known + other.known,
            dashes: self.dashes + other.dashes,
            repeats: self.repeats + other.repeats,
            outside: self.outside.saturating_add(other.outside),
            outsiders: self.outsiders + other.outsiders,
        }
    }

    fn said(&self, sum: i64) -> Option<Amount> {
        match (self.lines, self.known) {
            (0, _) => None,
            (_, 0) if self.unset() > 0 => Some(Amount::Unset),
            (_, 0) => Some(Amount::Dash),
            _ => Some(Amount::Known(sum)),
        }
    }
}

/// A [`Total`] being added up, in a width nothing overflows.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TotalAdding {
    sum: i128,
    net: i128,
    outside: i128,
    count: Total,
}

impl TotalAdding {
    pub(super) fn add(mut self, entry: &LedgerEntry, money: Option<&Money>) -> Self {
        let amount = i128::from(money.map_or(0, Money::amount));
        self.sum += amount;
        self.net += if entry.counts() { amount } else { 0 };
        if entry.net_rule == NetRule::OriginalAbsent {
            self.outside += amount;
            self.count.outsiders += 1;
        }
        self.count.lines += 1;
        match money {
            Some(Money::Thousand(_)) => self.count.known += 1,
            Some(Money::Blank(_)) => self.count.dashes += 1,
            None => {}
        }
        self.count.repeats += usize::from(!entry.counts());
        self
    }

    pub(super) fn total(self) -> Total {
        Total {
            sum: narrow(self.sum),
            net: narrow(self.net),
            outside: narrow(self.outside),
            ..self.count
        }
    }
}

/// Limits a sum to the range of an `i64`.
pub(super) fn narrow(sum: i128) -> i64 {
    sum.clamp(i64::MIN.into(), i64::MAX.into()) as i64
}
