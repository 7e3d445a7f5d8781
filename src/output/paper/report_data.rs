//! Data of the reports: the strategy, its numbers, and the money of the edition printed.

use std::sync::Arc;

use ::words::paper as words;
use insight::money::{Ledger, PrintedTotal, printed_totals};
use insight::sheets::present_edition;
use insight::{Numbers, evaluation_year};
use strategy::*;

/// The data of one printing.
pub struct ReportData<'a> {
    /// The strategy.
    pub strategy: &'a Strategy,
    /// The printed numbers of everything.
    pub numbers: Arc<Numbers>,
    /// 計画初年度 of the sheets.
    pub edition: FiscalYear,
    /// 決算額 of the year before the edition, and 予算額 of the edition.
    pub ledgers: [Arc<Ledger>; 2],
    /// The totals as the sources print them.
    pub printed: Vec<PrintedTotal>,
    /// The year the indicators are judged in.
    pub judged: FiscalYear,
    /// Scale of the letters on paper; 1: the usual size.
    pub scale: f64,
}

/// Facts computed once for papers of a strategy that does not change.
pub struct ReportFacts {
    numbers: Arc<Numbers>,
    edition: FiscalYear,
    ledgers: [Arc<Ledger>; 2],
    printed: Vec<PrintedTotal>,
    judged: FiscalYear,
}

impl ReportFacts {
    /// Returns the facts with the default choices: the newest sheets, and the year of the newest actuals.
    pub fn of(strategy: &Strategy, today: FiscalYear) -> Self {
        let edition = present_edition(strategy, today);
        let years = [(Side::Done, edition.previous()), (Side::Planned, edition)];
        Self {
            numbers: Arc::new(Numbers::of(strategy)),
            edition,
            ledgers: years.map(|(side, year)| Arc::new(Ledger::new(strategy, side, year))),
            printed: printed_totals(strategy),
            judged: evaluation_year(strategy, today),
        }
    }

    /// Returns the data of a paper of that strategy.
    pub fn data<'a>(&self, strategy: &'a Strategy) -> ReportData<'a> {
        ReportData {
            strategy,
            numbers: Arc::clone(&self.numbers),
            edition: self.edition,
            ledgers: self.ledgers.clone(),
            printed: self.printed.clone(),
            judged: self.judged,
            scale: 1.0,
        }
    }
}

impl<'a> ReportData<'a> {
    /// Returns the data with the default choices.
    pub fn of(strategy: &'a Strategy, today: FiscalYear) -> Self {
        ReportFacts::of(strategy, today).data(strategy)
    }
}

impl ReportData<'_> {
    /// Returns every measure in reading order, or only the chosen one.
    pub fn measures(&self, chosen: Option<Id<Measure>>) -> Vec<&Arc<Measure>> {
        let all = self.strategy.measures_in_order().into_iter();
        all.filter(|m| chosen.is_none_or(|id| m.id == id)).collect()
    }

    /// Returns every goal in order, or only the chosen one.
    pub fn goals(&self, chosen: Option<Id<Goal>>) -> Vec<&Arc<Goal>> {
        let mut goals = self.strategy.goals.sorted();
        goals.retain(|g| chosen.is_none_or(|id| g.id == id));
        goals
    }

    /// Returns the ledger of one side.
    pub fn ledger(&self, side: Side) -> &Ledger {
        match side {
            Side::Done => &self.ledgers[0],
            Side::Planned => &self.ledgers[1],
        }
    }

    /// Returns a goal with kind and number: 「基本目標 4　市民参加による協働のまちづくり」.
    pub fn goal(&self, id: Id<Goal>) -> String {
        let goal = self.strategy.get(id);
        goal.map(|g| words::goal(g.kind, &self.numbers.goal(id), &g.title))
            .unwrap_or_default()
    }

    /// Returns a measure with its number: 「32-1　町内会等への加入促進」.
    pub fn measure(&self, measure: &Measure) -> String {
        let code = self.numbers.code_of(measure.id);
        ::words::plan::coded(&code, &measure.title)
    }
}
