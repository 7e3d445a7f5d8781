//! 金額: the sheets' money added up, with repeats (計) and each once (純計).
//!
//! A [`Ledger`] is one side of one year: 決算額 of the year judged, or 予算額 of a year planned.
//! Every total, share and comparison is read off a ledger. Amounts are in 千円; a total too large for
//! an `i64` stays at the largest one.

mod compare;
mod listed;
mod printed;
mod shares;
mod standing;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::strategy::*;
use standing::settle;

pub use compare::{Amount, Change, Moved, compare};
pub use listed::{ListedBy, Wanted, total_of};
pub use printed::{PrintedTotal, printed_totals};
pub use shares::Share;
pub use standing::Difference;

/// Which sheets a ledger is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// Of each measure the newest sheet that is not after the year.
    Newest,
    /// The sheets whose 計画初年度 is this year.
    Of(FiscalYear),
}

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

/// Every line of one side and year, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// 実績 or 計画.
    pub side: Side,
    /// The year the money is of.
    pub year: FiscalYear,
    /// The lines.
    pub entries: Vec<Entry>,
}

/// A line in a ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
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
    /// Whether it adds to the 純計.
    pub standing: Standing,
}

/// Whether, and why, a line adds to the 純計.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is no 再掲: counted.
    Own,
    /// It is a 再掲, but the original has no line in this ledger: counted here, once.
    OriginalAbsent,
    /// It is a 再掲 of what this line already counts: left out.
    Repeats(Id<Line>),
}

impl Entry {
    /// Whether it adds to the 純計.
    pub fn counts(&self) -> bool {
        !matches!(self.standing, Standing::Repeats(_))
    }

    /// What it adds to a 計; a dash and a blank add nothing.
    pub fn amount(&self) -> i64 {
        self.money.as_ref().map_or(0, Money::amount)
    }

    fn is_in(&self, scope: Scope) -> bool {
        match scope {
            Scope::All => true,
            Scope::Goal(id) => self.goal == id,
            Scope::Division(id) => self.division == Some(id),
            Scope::Measure(id) => self.measure == id,
            Scope::Sheet(id) => self.line.sheet == id,
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
    /// How many lines.
    pub lines: usize,
    /// Lines with a number.
    pub known: usize,
    /// Lines with a dash.
    pub dashes: usize,
    /// Lines left out of the 純計.
    pub repeats: usize,
    /// What of the 純計 repeats something that is on no sheet here.
    pub outside: i64,
    /// How many lines that is.
    pub outsiders: usize,
}

impl Total {
    /// How many works: lines without those that repeat another.
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
struct Tally {
    sum: i128,
    net: i128,
    outside: i128,
    count: Total,
}

impl Tally {
    fn add(mut self, entry: &Entry, money: Option<&Money>) -> Self {
        let amount = i128::from(money.map_or(0, Money::amount));
        self.sum += amount;
        self.net += if entry.counts() { amount } else { 0 };
        if entry.standing == Standing::OriginalAbsent {
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

    fn total(self) -> Total {
        Total {
            sum: narrow(self.sum),
            net: narrow(self.net),
            outside: narrow(self.outside),
            ..self.count
        }
    }
}

fn narrow(sum: i128) -> i64 {
    sum.clamp(i64::MIN.into(), i64::MAX.into()) as i64
}

impl Ledger {
    /// 決算額 of a year judged, or 予算額 of a year planned, from each measure's newest sheet.
    pub fn new(strategy: &Strategy, side: Side, year: FiscalYear) -> Self {
        Self::of(strategy, side, year, Edition::Newest)
    }

    /// The same from the sheets of one edition.
    pub fn of(strategy: &Strategy, side: Side, year: FiscalYear, edition: Edition) -> Self {
        let sheets = strategy.sheets.by_parent();
        let lines = strategy.lines.by_parent();
        let mut entries = Vec::new();
        for measure in reading_order(strategy) {
            let sheets = sheets.get(&measure.id).map_or(&[][..], Vec::as_slice);
            let Some(chosen) = choose(sheets, side, year, edition) else {
                continue;
            };
            for sheet in sheets.iter().filter(|s| s.year == chosen) {
                let of_sheet = lines.get(&sheet.id).into_iter().flatten();
                for line in of_sheet.filter(|l| l.side == side) {
                    entries.push(Entry {
                        line: Arc::clone(line),
                        edition: sheet.year,
                        measure: measure.id,
                        division: measure.division,
                        goal: measure.goal,
                        money: money(line, sheet.year, year).cloned(),
                        root: None,
                        standing: Standing::Own,
                    });
                }
            }
        }
        settle(strategy, &mut entries);
        Self {
            side,
            year,
            entries,
        }
    }

    /// The lines of a part of the strategy.
    pub fn within(&self, scope: Scope) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |e| e.is_in(scope))
    }

    /// What the ledger holds of a line.
    pub fn entry(&self, line: Id<Line>) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.line.id == line)
    }

    /// 計・純計 of a part of the strategy.
    pub fn total(&self, scope: Scope) -> Total {
        let add = |tally: Tally, entry: &Entry| tally.add(entry, entry.money.as_ref());
        self.within(scope).fold(Tally::default(), add).total()
    }

    /// 計・純計 of what the same lines say of another year: of the years a plan looks ahead to.
    pub fn total_of(&self, scope: Scope, year: FiscalYear) -> Total {
        let add = |tally: Tally, entry: &Entry| {
            let money = money(&entry.line, entry.edition, year);
            tally.add(entry, money)
        };
        self.within(scope).fold(Tally::default(), add).total()
    }

    /// The lines that repeat what is on no sheet here, and are therefore counted.
    pub fn from_outside(&self, scope: Scope) -> Vec<&Entry> {
        let is_outside = |entry: &&Entry| entry.standing == Standing::OriginalAbsent;
        self.within(scope).filter(is_outside).collect()
    }

    /// 「なぜ？」: the lines the 純計 leaves out, each with the line that counts for it.
    pub fn left_out(&self, scope: Scope) -> Vec<(&Entry, &Entry)> {
        let all = self.entries.iter();
        let by_line: BTreeMap<_, _> = all.map(|entry| (entry.line.id, entry)).collect();
        self.within(scope)
            .filter_map(|entry| match entry.standing {
                Standing::Repeats(id) => Some((entry, *by_line.get(&id)?)),
                _ => None,
            })
            .collect()
    }
}

/// Measures goal by goal and heading by heading, as the plan is read.
fn reading_order(strategy: &Strategy) -> Vec<&Arc<Measure>> {
    let mut all: Vec<_> = strategy
        .measures
        .iter()
        .filter_map(|m| Some((strategy.get(m.goal)?, m)))
        .collect();
    all.sort_by_key(|(goal, m)| {
        let heading = m.division.and_then(|id| strategy.get(id));
        let heading = heading.map(|d| (&d.order, d.id));
        (&goal.order, goal.id, heading, &m.order, m.id)
    });
    all.into_iter().map(|(_, m)| m).collect()
}

/// The edition of a measure's sheets that tells of the year.
fn choose(
    sheets: &[&Arc<Sheet>],
    side: Side,
    year: FiscalYear,
    edition: Edition,
) -> Option<FiscalYear> {
    match (edition, side) {
        (Edition::Of(edition), _) => Some(edition),
        (Edition::Newest, Side::Done) => Some(year.next()),
        (Edition::Newest, Side::Planned) => sheets
            .iter()
            .map(|sheet| sheet.year)
            .filter(|first| *first <= year)
            .max(),
    }
}

/// The money a line of a sheet of `edition` says of `year`.
fn money(line: &Line, edition: FiscalYear, year: FiscalYear) -> Option<&Money> {
    match line.side {
        Side::Done => line.settled.as_ref().filter(|_| edition.previous() == year),
        Side::Planned => line.budgets.get(&year),
    }
}

/// 計・純計 of one sheet for one year.
pub fn sheet_total(strategy: &Strategy, sheet: Id<Sheet>, side: Side, year: FiscalYear) -> Total {
    let edition = strategy
        .get(sheet)
        .map_or(Edition::Newest, |s| Edition::Of(s.year));
    Ledger::of(strategy, side, year, edition).total(Scope::Sheet(sheet))
}

/// 計・純計 of a measure, a division, a goal or the whole for one year.
pub fn total(strategy: &Strategy, scope: Scope, side: Side, year: FiscalYear) -> Total {
    Ledger::new(strategy, side, year).total(scope)
}
