//! What the page tells, counted.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::computed::computed;
use crate::app::store::Store;
use crate::browser::TimeSlice;
use crate::browser::time::yield_now;
use crate::insight::overview::{Looking, Overview};
use crate::strategy::{FiscalYear, Strategy};

/// The facts of the page; none before they are computed.
#[derive(Clone, Copy)]
pub struct Facts(ReadSignal<Option<Arc<Overview>>>);

impl Facts {
    /// Those of the open strategy as of a year, counted anew after each edit.
    pub fn of(store: Store, year: Memo<FiscalYear>) -> Self {
        Self(computed(move || {
            seen(store.follow(Strategy::clone), year.get())
        }))
    }

    /// Reads them, now and whenever they change.
    pub fn map<R>(self, read: impl FnOnce(&Overview) -> R) -> Option<R> {
        self.0.with(|facts| facts.as_deref().map(read))
    }
}

/// More indicators than this are looked at once the page stands.
const MANY: usize = 1_000;

/// A strategy looked at, a step at a time.
async fn seen(strategy: Strategy, year: FiscalYear) -> Arc<Overview> {
    if strategy.indicators.len() > MANY {
        yield_now().await;
    }
    let mut looking = Looking::new(&strategy, year);
    let mut slice = TimeSlice::new();
    while looking.step() {
        slice.yield_if_due().await;
    }
    Arc::new(looking.finish())
}
