//! What 点検 finds in the open strategy: looked for once after each edit, for its page and for the number beside its name.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::super::chunk;
use super::super::desk::Desk;
use super::super::route::{Page, Route};
use super::super::store::Store;
use crate::insight::checks::{Checking, Finding};
use crate::keep::pace::Pace;
use crate::strategy::{FiscalYear, Strategy};

/// After the last edit, so that typing is not held up.
const QUIET: Duration = Duration::from_millis(700);

/// Looks again a moment after each edit; at once where the findings are looked at.
pub fn follow(store: Store) {
    let desk = Desk::here();
    let today = desk.this_year();
    let route = Route::here();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let forget = move || {
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
    };
    Effect::new(move |_| {
        store.revision();
        forget();
        let look = move || {
            let strategy = store.with(Strategy::clone);
            leptos::task::spawn_local(look_now(strategy, desk, today));
        };
        let quiet = match route.get_untracked().page() {
            Page::Checks => Duration::ZERO,
            _ => QUIET,
        };
        waiting.set_value(set_timeout_with_handle(look, quiet).ok());
    });
    on_cleanup(forget);
}

/// Looks at nothing of the page: by the time the rules are fetched it may be gone.
async fn look_now(strategy: Strategy, desk: Desk, today: FiscalYear) {
    // Without its rules there is no count; 点検 itself says why it cannot be opened.
    if let Ok(look) = chunk::looking().await {
        desk.findings().set(Some(look(strategy, today).await));
    }
}

/// Everything found, a rule at a time.
pub async fn found(strategy: Strategy, today: FiscalYear) -> Arc<Vec<Finding>> {
    let mut checking = Checking::new(&strategy, today);
    let mut pace = Pace::new();
    while checking.step() {
        pace.breathe().await;
    }
    Arc::new(checking.finish())
}
