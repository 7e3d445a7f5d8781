//! Source of papers: the open strategy, as of the years and in the size of letters that were chosen.

use leptos::prelude::*;

use crate::as_of::YearJudged;
use crate::pages::sheets::FiscalCycle;
use crate::sizes::sizes;
use crate::store::Store;
use insight::money::printed_totals;
use output::paper::ReportData;
use strategy::{FiscalYear, Side};

/// Source of the data of papers.
#[derive(Clone, Copy)]
pub struct PaperSource {
    /// The open strategy.
    pub store: Store,
    /// Scale of letters on paper; 1: the usual size.
    pub scale: Memo<f64>,
    cycle: FiscalCycle,
    judged: Memo<FiscalYear>,
}

impl PaperSource {
    /// Of the open strategy.
    pub fn here() -> Self {
        let now = sizes();
        Self {
            store: Store::here(),
            scale: Memo::new(move |_| now.get().paper),
            cycle: FiscalCycle::here(),
            judged: YearJudged::here(),
        }
    }

    /// Tracked: returns a paper made from the present data.
    pub fn follow<T>(self, paper: impl FnOnce(&ReportData) -> T) -> T {
        let (numbers, edition) = (self.cycle.numbers().get(), self.cycle.edition().get());
        let ledgers = [Side::Done, Side::Planned].map(|side| self.cycle.ledger(side).get());
        let (judged, scale) = (self.judged.get(), self.scale.get());
        self.store.follow(|strategy| {
            paper(&ReportData {
                strategy,
                numbers,
                edition,
                ledgers,
                printed: printed_totals(strategy),
                judged,
                scale,
            })
        })
    }
}
