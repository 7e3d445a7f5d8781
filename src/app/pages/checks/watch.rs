//! Findings of 点検 in the open strategy: computed once after each edit, for its page and for the number beside its
//! name.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::lazy::Fetch;
use crate::route::{Page, Route};
use crate::session::Session;
use crate::workspace::Workspace;
use browser::TimeSlice;
use insight::checks::{AsOf, Finding, by_rule};
use strategy::{Date, Strategy};

/// After the last edit, so that typing is not held up.
const QUIET: Duration = Duration::from_millis(700);

/// Runs the checks of 点検 in a strategy, judged as of a day.
pub type RunChecks = fn(Strategy, AsOf) -> Pin<Box<dyn Future<Output = Arc<Vec<Finding>>>>>;

/// Runs them again a moment after each edit; at once where their page is open.
pub fn follow(session: Session) {
    let store = session.store;
    let workspace = Workspace::here();
    let today = move || AsOf {
        year: workspace.this_year(),
        day: Some(Date(workspace.today())),
    };
    let route = Route::here();
    let fetch = Fetch::here();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let forget = move || {
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
    };
    Effect::new(move |_| {
        store.revision();
        forget();
        let rerun = move || {
            // The plan may have been closed between its last edit and now.
            if !store.is_open() {
                return;
            }
            let strategy = store.with(Strategy::clone);
            leptos::task::spawn_local(run_now(strategy, session, today(), fetch));
        };
        let quiet = match route.get_untracked().page() {
            Page::Checks => Duration::ZERO,
            _ => QUIET,
        };
        waiting.set_value(set_timeout_with_handle(rerun, quiet).ok());
    });
    on_cleanup(forget);
}

/// Reads nothing of the page: by the time the rules are fetched it may be gone.
async fn run_now(strategy: Strategy, session: Session, today: AsOf, fetch: Fetch<RunChecks>) {
    // Without its rules there is no count; 点検 itself says why it cannot be opened.
    if let Ok(run) = fetch.get().await {
        session.findings.set(Some(run(strategy, today).await));
    }
}

/// Everything found, a rule at a time.
pub async fn run(strategy: Strategy, today: AsOf) -> Arc<Vec<Finding>> {
    let by_rule = TimeSlice::new().collect(by_rule(&strategy, today)).await;
    Arc::new(by_rule.concat())
}
