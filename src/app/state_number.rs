//! 状態番号 of the present plan, computed in the background, because it reads the whole file.

use leptos::prelude::*;

use crate::async_memo::async_memo;
use crate::job::in_slices;
use output::fingerprint_in_steps;
use strategy::{Steps, Strategy};

/// Computes the number of a plan in slices.
pub async fn state_number(plan: Strategy) -> String {
    let steps = Steps::of(|pace| async move { fingerprint_in_steps(&plan, &pace).await });
    in_slices(steps).await.unwrap_or_default()
}

/// Returns the number of the plan that `plan` returns, computed again whenever its signals change; `None` until it is
/// computed.
pub fn state_number_of(plan: impl Fn() -> Strategy + 'static) -> ReadSignal<Option<String>> {
    async_memo(move || state_number(plan()))
}
