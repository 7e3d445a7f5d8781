//! 予算と決算: a row for each line of a sheet, year and 財源, so that sums of rows are those of the plan.
//!
//! - P40 The rows of an edition, a side and a year add up to its 計; those that count, to its 純計.

use std::collections::BTreeSet;

use ::words::{Word, csv as words, paper};
use format::csv::{MARK, line};
use insight::Numbers;
use insight::money::{Edition, Ledger, LedgerEntry};
use insight::sheets::editions;
use strategy::*;

/// Returns the table: every edition, the newest first, each with 決算 of the year before it and then its 予算.
pub fn budget(s: &Strategy) -> String {
    let mut text = String::from(MARK);
    line(&mut text, &words::budget_heads());
    let writer = BudgetWriter {
        s,
        numbers: Numbers::of(s),
    };
    for (edition, _) in editions(s).into_iter().rev() {
        writer.ledger(&mut text, Side::Done, edition.previous(), edition);
        for year in writer.years(edition) {
            writer.ledger(&mut text, Side::Planned, year, edition);
        }
    }
    text
}

struct BudgetWriter<'a> {
    s: &'a Strategy,
    numbers: Numbers,
}

impl BudgetWriter<'_> {
    /// Returns the years for which the sheets of an edition plan money.
    fn years(&self, edition: FiscalYear) -> BTreeSet<FiscalYear> {
        let sheets = self.s.sheets.iter().filter(|sheet| sheet.year == edition);
        let lines = sheets.flat_map(|sheet| self.s.lines.under(sheet.id));
        let planned = lines.filter(|line| line.side == Side::Planned);
        sort::set(planned.flat_map(|line| line.budgets.keys().copied()))
    }

    fn ledger(&self, text: &mut String, side: Side, year: FiscalYear, edition: FiscalYear) {
        let ledger = Ledger::of(self.s, side, year, Edition::Of(edition));
        for entry in &ledger.entries {
            self.entry(text, &ledger, entry);
        }
    }

    /// Writes a row for each 財源, and one for the rest. Writes nothing for a line without an amount.
    fn entry(&self, text: &mut String, ledger: &Ledger, entry: &LedgerEntry) {
        let Some(money) = &entry.money else { return };
        let broken_down = ledger.side == Side::Done || entry.edition == ledger.year;
        let funds = entry.line.funds.iter().filter(|_| broken_down);
        let mut rest = i128::from(money.amount());
        let mut rows: Vec<(&str, String)> = Vec::new();
        for fund in funds {
            rest -= i128::from(fund.amount);
            rows.push((fund.source.word(), fund.amount.to_string()));
        }
        if rest != 0 || rows.is_empty() {
            // A dash is no amount, unless a part of it has a 財源.
            let amount = match (money, rows.is_empty()) {
                (Money::Blank(_), true) => String::new(),
                _ => rest.to_string(),
            };
            rows.push(("", amount));
        }
        for (source, amount) in rows {
            line(text, &self.row(ledger, entry, money, source, amount));
        }
    }

    fn row(
        &self,
        ledger: &Ledger,
        entry: &LedgerEntry,
        money: &Money,
        source: &str,
        amount: String,
    ) -> [String; 14] {
        let goal = self.s.get(entry.goal);
        let measure = self.s.get(entry.measure);
        let marks = entry.line.marks.iter().map(|mark| mark.0.as_str());
        [
            entry.edition.0.to_string(),
            words::side(ledger.side).to_owned(),
            ledger.year.0.to_string(),
            goal.map(|goal| goal.title.clone()).unwrap_or_default(),
            entry.measure.to_string(),
            self.numbers.code_of(entry.measure),
            measure.map(|one| one.title.clone()).unwrap_or_default(),
            entry.line.id.to_string(),
            entry.line.title.clone(),
            marks.collect(),
            paper::funding(entry.line.funding).to_owned(),
            source.to_owned(),
            amount,
            words::counts(entry.counts(), money),
        ]
    }
}
