//! 準備: four steps, with a session that is filled in.

use leptos::prelude::*;

use super::prepare_steps::{Basics, Course, Tables};
use super::state::{PREPARE_STEP, WorkshopState};
use super::subjects::Subjects;
use crate::store::Store;
use ::words::workshop as words;
use browser::focus::focus_added;
use insight::workshop::SessionPart;

/// Number of steps.
const STEPS: usize = 4;

/// The steps, one after the other; any can be gone to at any time.
#[component]
pub fn Prepare() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let step = RwSignal::new(0_usize);
    let go = move |to: usize| {
        step.set(to);
        focus_added(PREPARE_STEP.to_owned());
    };
    let marks = move || {
        let mark = |at: usize| {
            let current = move || (step.get() == at).then_some("step");
            view! {
                <li>
                    <button type="button" class="btn plain" aria-current=current on:click=move |_| go(at)>
                        <span class="step-number">{at + 1}</span>
                        {words::step(at)}
                    </button>
                </li>
            }
        };
        (0..STEPS).map(mark).collect_view()
    };
    let body = move || match step.get() {
        0 => view! { <Basics /> }.into_any(),
        1 => view! { <Subjects /> }.into_any(),
        2 => view! { <Course /> }.into_any(),
        _ => view! { <Tables /> }.into_any(),
    };
    let is_last = move || step.get() + 1 == STEPS;
    view! {
        <ol class="step-marks plain-list">{marks}</ol>
        <section class="card" aria-labelledby=PREPARE_STEP>
            <h2 id=PREPARE_STEP tabindex="-1">{move || words::step_of(step.get() + 1, STEPS, words::step(step.get()))}</h2>
            {body}
            <div class="row step-act">
                <button type="button" class="btn quiet" disabled=move || step.get() == 0 on:click=move |_| go(step.get_untracked() - 1)>
                    {words::back()}
                </button>
                <Show when=move || !is_last()>
                    <button type="button" class="btn main" on:click=move |_| go(step.get_untracked() + 1)>{words::next()}</button>
                </Show>
                <Show when=is_last>
                    <button type="button" class="btn main" on:click=move |_| state.go(store, SessionPart::Learn)>{words::to_learn()}</button>
                </Show>
            </div>
        </section>
    }
}
