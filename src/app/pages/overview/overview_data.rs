//! Data of the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::async_memo::async_memo;
use crate::store::Store;
use browser::TimeSlice;
use insight::appraisal::{Appraisal, rated, rules_of};
use insight::overview::{Overview, goals};
use strategy::{FiscalYear, Strategy};

/// The data of the page; none before they are computed.
#[derive(Clone, Copy)]
pub struct OverviewData(ReadSignal<Option<Arc<Overview>>>);

impl OverviewData {
    /// The data of the open strategy as of a year, computed again after each edit.
    pub fn of(store: Store, year: Memo<FiscalYear>) -> Self {
        Self(async_memo(move || {
            seen(store.follow(Strategy::clone), year.get())
        }))
    }

    /// Reads them, now and whenever they change.
    pub fn map<R>(self, read: impl FnOnce(&Overview) -> R) -> Option<R> {
        self.0.with(|data| data.as_deref().map(read))
    }
}

/// Computes the data of the page.
async fn seen(strategy: Strategy, year: FiscalYear) -> Arc<Overview> {
    Arc::new(looked_at(&strategy, year, TimeSlice::new()).await)
}

/// A strategy looked at as of a year, a slice at a time.
pub async fn looked_at(strategy: &Strategy, year: FiscalYear, mut slice: TimeSlice) -> Overview {
    let rules = rules_of(strategy);
    let rated = slice.collect(rated(strategy, year, &rules)).await;
    let appraisal = Appraisal {
        year,
        indicators: rated.into_iter().collect(),
        rules,
    };
    let goals = slice.collect(goals(strategy, &appraisal)).await;
    Overview::of(strategy, appraisal, goals)
}
