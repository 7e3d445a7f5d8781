//! A line in a ledger, and whether it counts.

use std::sync::Arc;

use strategy::*;

/// A part of the strategy to be totalled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// 全体.
    All,
    /// 基本目標.
    Goal(Id<Goal>),
    /// 基本計画・柱.
    Division(Id<Division>),
    /// 施策.
    Measure(Id<Measure>),
    /// シート.
    Sheet(Id<Sheet>),
}

/// A line in a ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerEntry {
    /// The line.
    pub line: Arc<Line>,
    /// 計画初年度 of its sheet.
    pub edition: FiscalYear,
    /// The measure of its sheet.
    pub measure: Id<Measure>,
    /// The heading the measure stands under.
    pub division: Option<Id<Division>>,
    /// The goal the measure serves.
    pub goal: Id<Goal>,
    /// The money of the ledger's year; `None`: nothing written yet.
    pub money: Option<Money>,
    /// The initiative at the end of the chain of 再掲.
    pub root: Option<Id<Initiative>>,
    /// Its place in the 純計: counted, or left out as a repeat.
    pub net_rule: NetRule,
}

/// Rule by which a line adds to the 純計, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetRule {
    /// It is no 再掲: counted.
    Own,
    /// It is a 再掲, but the original has no line in this ledger: counted here, once.
    OriginalAbsent,
    /// It is a 再掲 of what this line already counts: left out.
    Repeats(Id<Line>),
}

impl LedgerEntry {
    /// True if the line adds to the 純計.
    pub fn counts(&self) -> bool {
        !matches!(self.net_rule, NetRule::Repeats(_))
    }

    /// Returns its share of a 計; a dash and a blank add nothing.
    pub fn amount(&self) -> i64 {
        self.money.as_ref().map_or(0, Money::amount)
    }

    /// True if the line belongs to a part of the strategy.
    pub fn is_in(&self, scope: Scope) -> bool {
        match scope {
            Scope::All => true,
            Scope::Goal(id) => self.goal == id,
            Scope::Division(id) => self.division == Some(id),
            Scope::Measure(id) => self.measure == id,
            Scope::Sheet(id) => self.line.sheet == id,
        }
    }
}
