//! How many findings 点検 has, for the navigation.

use std::time::Duration;

use leptos::prelude::*;

use super::super::chunk;
use super::super::desk::Desk;
use super::super::store::Store;
use crate::insight::checks::{Checking, Finding, Severity};
use crate::keep::pace::Pace;
use crate::strategy::{FiscalYear, Strategy};

/// After the last edit, so that typing is not held up.
const QUIET: Duration = Duration::from_millis(700);

/// Counts again a moment after each edit.
pub fn follow(store: Store) {
    let desk = Desk::here();
    let today = desk.this_year();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let forget = move || {
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
    };
    Effect::new(move |_| {
        store.revision();
        forget();
        let count = move || {
            let strategy = store.with(Strategy::clone);
            leptos::task::spawn_local(count_now(strategy, desk, today));
        };
        waiting.set_value(set_timeout_with_handle(count, QUIET).ok());
    });
    on_cleanup(forget);
}

/// Looks at nothing of the page: by the time the rules are fetched it may be gone.
async fn count_now(strategy: Strategy, desk: Desk, today: FiscalYear) {
    // Without its rules there is no count; 点検 itself says why it cannot be opened.
    if let Ok(count) = chunk::counting().await {
        desk.findings().set(count(strategy, today).await);
    }
}

/// Counts what is graver than advice.
pub async fn count(strategy: Strategy, today: FiscalYear) -> usize {
    let serious = |f: &Finding| f.severity != Severity::Advice;
    found(strategy, today)
        .await
        .into_iter()
        .filter(serious)
        .count()
}

/// Everything found, a rule at a time.
pub async fn found(strategy: Strategy, today: FiscalYear) -> Vec<Finding> {
    let mut checking = Checking::new(&strategy, today);
    let mut pace = Pace::new();
    while checking.step() {
        pace.breathe().await;
    }
    checking.finish()
}
