//! What papers are made of: the open strategy, as of the years and in the letters that were chosen.

use leptos::prelude::*;

use crate::as_of::AsOf;
use crate::pages::sheets::FiscalCycle;
use crate::sizes::sizes;
use crate::store::Store;
use insight::money::printed_totals;
use output::paper::ReportData;
use strategy::{FiscalYear, Side};

/// Where papers take from what they say.
#[derive(Clone, Copy)]
pub struct PaperSource {
    /// The open strategy.
    pub store: Store,
    /// How large letters are on paper; 1: as large as usual.
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
            judged: AsOf::here(),
        }
    }

    /// What a paper says, now and after every change.
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
