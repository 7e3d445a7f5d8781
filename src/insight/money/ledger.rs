//! The ledger: every line of one side of one year.

use std::sync::Arc;

use super::entry::{LedgerEntry, NetRule, Scope};
use super::net::apply_net_rule;
use super::total::{Total, TotalAdding};
use strategy::*;

/// Sheets from which a ledger is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// Of each measure the newest sheet that is not after the year.
    Newest,
    /// The sheets whose 計画初年度 is this year.
    Of(FiscalYear),
}

/// Every line of one side and year, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// 実績 or 計画.
    pub side: Side,
    /// The year the money is of.
    pub year: FiscalYear,
    /// The lines.
    pub entries: Vec<LedgerEntry>,
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
            let sheets = sheets.under(measure.id);
            let Some(chosen) = choose(sheets, side, year, edition) else {
                continue;
            };
            for sheet in sheets.iter().filter(|s| s.year == chosen) {
                let of_sheet = lines.under(sheet.id).iter();
                for line in of_sheet.filter(|l| l.side == side) {
                    entries.push(LedgerEntry {
                        line: Arc::clone(line),
                        edition: sheet.year,
                        measure: measure.id,
                        division: measure.division,
                        goal: measure.goal,
                        money: money(line, sheet.year, year).cloned(),
                        root: None,
                        net_rule: NetRule::Own,
                    });
                }
            }
        }
        apply_net_rule(strategy, &mut entries);
        Self {
            side,
            year,
            entries,
        }
    }

    /// The lines of a part of the strategy.
    pub fn within(&self, scope: Scope) -> impl Iterator<Item = &LedgerEntry> {
        self.entries.iter().filter(move |e| e.is_in(scope))
    }

    /// Returns the entry of a line.
    pub fn entry(&self, line: Id<Line>) -> Option<&LedgerEntry> {
        self.entries.iter().find(|entry| entry.line.id == line)
    }

    /// 計・純計 of a part of the strategy.
    pub fn total(&self, scope: Scope) -> Total {
        let add = |tally: TotalAdding, entry: &LedgerEntry| tally.add(entry, entry.money.as_ref());
        self.within(scope).fold(TotalAdding::default(), add).total()
    }

    /// 計・純計 of what the same lines say of another year: of the years a plan looks ahead to.
    pub fn total_of(&self, scope: Scope, year: FiscalYear) -> Total {
        let add = |tally: TotalAdding, entry: &LedgerEntry| {
            let money = money(&entry.line, entry.edition, year);
            tally.add(entry, money)
        };
        self.within(scope).fold(TotalAdding::default(), add).total()
    }

    /// The lines that repeat what is on no sheet here, and are therefore counted.
    pub fn from_outside(&self, scope: Scope) -> Vec<&LedgerEntry> {
        let is_outside = |entry: &&LedgerEntry| entry.net_rule == NetRule::OriginalAbsent;
        self.within(scope).filter(is_outside).collect()
    }

    /// 「なぜ？」: the lines the 純計 leaves out, each with the line that counts for it.
    pub fn left_out(&self, scope: Scope) -> Vec<(&LedgerEntry, &LedgerEntry)> {
        let all = self.entries.iter();
        let by_line = sort::map(all.map(|entry| (entry.line.id, entry)));
        self.within(scope)
            .filter_map(|entry| match entry.net_rule {
                NetRule::Repeats(id) => Some((entry, *by_line.get(&id)?)),
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
    sort::by_key(&mut all, |(goal, m)| {
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
pub(super) fn money(line: &Line, edition: FiscalYear, year: FiscalYear) -> Option<&Money> {
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
