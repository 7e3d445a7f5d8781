//! Compares the files that came back with the plan, a slice at a time, and anew whenever the plan, the files or the choices
//! change. The outcome before stays until the new one is there; the user can cancel.

use std::rc::Rc;

use leptos::prelude::*;

use super::state::{Hands, MadeOf, Outcome, ReturnedPlan};
use crate::job::{Job, JobStatus, start};
use ::words::hands as words;
use browser::TimeSlice;
use edit::merge::gathered;
use output::hands::returned;
use strategy::Strategy;

/// Compares now, and whenever something changes.
pub fn follow(hands: Hands) {
    Effect::new(move |_| {
        let brought = hands.brought.get();
        let made_of = MadeOf {
            revision: hands.store.revision(),
            files: brought
                .iter()
                .map(|one| one.incoming.hash.clone())
                .collect(),
            choices: hands.choices.get(),
        };
        let before = hands.outcome.get_untracked();
        if brought.is_empty() {
            hands.outcome.set(None);
            return hands.comparing.cancel();
        }
        if before.is_some_and(|before| before.made_of == made_of) {
            return hands.comparing.cancel();
        }
        start(async move {
            let plan = hands.store.with(Strategy::clone);
            let comparison = compared(hands.comparing, plan, brought, made_of);
            if let Some(Some(outcome)) = hands.comparing.run(comparison).await {
                hands.outcome.try_set(Some(Rc::new(outcome)));
            }
        });
    });
}

/// Returns the outcome; nothing if the steps of the merge had ended before.
async fn compared(
    job: Job,
    mine: Strategy,
    brought: Vec<ReturnedPlan>,
    made_of: MadeOf,
) -> Option<Outcome> {
    let mut slice = TimeSlice::new();
    let mut back = Vec::new();
    for one in &brought {
        back.push(returned(&mine, &one.incoming, one.version.as_ref()));
        slice.yield_if_due().await;
    }
    let steps = gathered(&mine, &back, &made_of.choices);
    let gathering = job.take(steps, words::comparing).await?;
    Some(Outcome::of(&mine, &brought, gathering, made_of))
}

/// Progress of a comparison, and the button that cancels it.
#[component]
pub fn Comparing() -> impl IntoView {
    let hands = Hands::here();
    let on_cancel = move |()| go_back(hands);
    view! { <JobStatus job=hands.comparing cancel=words::stop_comparing() on_cancel /> }
}

/// Goes back to the files and choices of the outcome that is shown: none where none is.
fn go_back(hands: Hands) {
    let before = hands.outcome.get_untracked();
    let Some(before) = before else {
        return hands.clear();
    };
    let MadeOf { files, choices, .. } = before.made_of.clone();
    hands.said.set(Vec::new());
    hands.brought.update(|all| all.truncate(files.len()));
    hands.choices.set(choices);
}
