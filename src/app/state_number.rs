//! 状態番号 of the plan as it is, counted beside the page: the whole file is read for it.

use leptos::prelude::*;

use crate::async_memo::async_memo;
use crate::job::in_slices;
use output::fingerprint_in_steps;
use strategy::{Steps, Strategy};

/// Counts the number of a plan in slices.
pub async fn state_number(plan: Strategy) -> String {
    let steps = Steps::of(|pace| async move { fingerprint_in_steps(&plan, &pace).await });
    in_slices(steps).await.unwrap_or_default()
}

/// The number of the plan that `plan` returns, now and whenever what it reads changes; `None`: not counted yet.
pub fn state_number_of(plan: impl Fn() -> Strategy + 'static) -> ReadSignal<Option<String>> {
    async_memo(move || state_number(plan()))
}
