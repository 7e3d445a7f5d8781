//! Compares the files that came back with the plan, a slice at a time, and anew whenever the plan, the files or the choices
//! change. The outcome before stays until the new one is there; the user can cancel.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::{Brought, Hands, MadeOf, Outcome};
use ::words::hands as words;
use browser::TimeSlice;
use edit::merge::gathered;
use output::hands::returned;
use strategy::Strategy;

/// Compares now, and whenever something changes.
pub fn follow(hands: Hands) {
    // The number of the comparison that is wanted; those before it end.
    let wanted = StoredValue::new(0_usize);
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
        wanted.update_value(|wanted| *wanted += 1);
        let mine = wanted.get_value();
        let before = hands.outcome.get_untracked();
        if brought.is_empty() {
            hands.outcome.set(None);
            return hands.comparing.set(None);
        }
        if before.is_some_and(|before| before.made_of == made_of) {
            return hands.comparing.set(None);
        }
        hands.comparing.set(Some(0));
        let is_wanted = move || wanted.try_get_value() == Some(mine);
        run(async move {
            let plan = hands.store.with(Strategy::clone);
            let tell = |percent| {
                hands.comparing.try_set(Some(percent));
            };
            let outcome = compared(plan, brought, made_of, is_wanted, tell).await;
            if let Some(outcome) = outcome.filter(|_| is_wanted()) {
                hands.outcome.try_set(Some(Rc::new(outcome)));
                hands.comparing.try_set(None);
            }
        });
    });
}

/// Runs a task. What it does in its first slice is done at once: a small comparison is never seen.
fn run(task: impl Future<Output = ()> + 'static) {
    let mut task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    let begun = task.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    if begun == Poll::Pending {
        spawn_local(task);
    }
}

/// Returns the outcome; `None`: it is not wanted any more.
async fn compared(
    mine: Strategy,
    brought: Vec<Brought>,
    made_of: MadeOf,
    is_wanted: impl Fn() -> bool,
    tell: impl Fn(usize),
) -> Option<Outcome> {
    let mut slice = TimeSlice::new();
    let mut back = Vec::new();
    for one in &brought {
        back.push(returned(&mine, &one.incoming, one.version.as_ref()));
        slice.yield_if_due().await;
    }
    let mut steps = gathered(&mine, &back, &made_of.choices);
    let gathering = loop {
        if let Some(gathering) = steps.next()? {
            break gathering;
        }
        if slice.yield_if_due().await {
            if !is_wanted() {
                return None;
            }
            let (done, all) = steps.progress();
            tell(done * 100 / all.max(1));
        }
    };
    drop(steps);
    Some(Outcome::of(&mine, &brought, gathering, made_of))
}

/// Progress of a comparison, and the button that cancels it.
#[component]
pub fn Comparing() -> impl IntoView {
    let hands = Hands::here();
    view! {
        <Show when=move || hands.comparing.with(Option::is_some)>
            <div class="row text-file-acts">
                <p class="sub" role="status">
                    {move || hands.comparing.get().map(words::comparing)}
                </p>
                <button type="button" class="btn small quiet" on:click=move |_| cancel(hands)>
                    {words::stop_comparing()}
                </button>
            </div>
        </Show>
    }
    .into_any()
}

/// Goes back to the files and choices of the outcome that is shown: none where none is.
fn cancel(hands: Hands) {
    let before = hands.outcome.get_untracked();
    let Some(before) = before else {
        return hands.clear();
    };
    let MadeOf { files, choices, .. } = before.made_of.clone();
    hands.said.set(Vec::new());
    hands.brought.update(|all| all.truncate(files.len()));
    hands.choices.set(choices);
}
