//! Data of the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::async_memo::async_memo;
use crate::store::Store;
use browser::TimeSlice;
use insight::overview::{Overview, overview_in_steps};
use strategy::{FiscalYear, Steps, Strategy};

/// The data of the page; none before they are computed.
#[derive(Clone, Copy)]
pub struct OverviewData(ReadSignal<Option<Option<Arc<Overview>>>>);

impl OverviewData {
    /// The data of the open strategy as of a year, computed again after each edit.
    pub fn of(store: Store, year: Memo<FiscalYear>) -> Self {
        Self(async_memo(move || {
            seen(store.follow(Strategy::clone), year.get())
        }))
    }

    /// Reads them, now and whenever they change.
    pub fn map<R>(self, read: impl FnOnce(&Overview) -> R) -> Option<R> {
        self.0.with(|data| data.as_ref()?.as_deref().map(read))
    }
}

/// Computes the data of the page.
async fn seen(strategy: Strategy, year: FiscalYear) -> Option<Arc<Overview>> {
    let seen = looked_at(&strategy, year, TimeSlice::new()).await;
    seen.map(Arc::new)
}

/// A strategy looked at as of a year, a slice at a time. There always is an outcome: the steps end with it.
pub async fn looked_at(
    strategy: &Strategy,
    year: FiscalYear,
    mut slice: TimeSlice,
) -> Option<Overview> {
    for step in Steps::of(|pace| overview_in_steps(strategy, year, pace)) {
        if step.is_some() {
            return step;
        }
        slice.yield_if_due().await;
    }
    None
}
