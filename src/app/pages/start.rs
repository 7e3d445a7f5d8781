//! The card a plan just begun opens with: five steps that tick themselves, each with the way to do it.

use leptos::prelude::*;

use super::outline::add_goal;
use crate::command::Command;
use crate::lazy::{Chunk, Chunks};
use crate::panels::Panels;
use crate::parts::{Icon, IconName};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::{home, start as words};
use browser::focus::{focus, focus_added};
use insight::{FirstSteps, is_begun};
use strategy::*;

/// State of the first steps of the open plan in this tab: once shown, the card stays until all is done.
#[derive(Clone, Copy)]
pub struct Beginning {
    steps: Memo<FirstSteps>,
    begun: Memo<bool>,
    printed: RwSignal<bool>,
    dismissed: RwSignal<bool>,
}

impl Beginning {
    /// For the open plan.
    pub fn set_up(store: Store) {
        let beginning = Self {
            steps: Memo::new(move |_| store.follow(FirstSteps::of)),
            begun: Memo::new(move |before: Option<&bool>| {
                before.is_some_and(|begun| *begun) || store.follow(is_begun)
            }),
            printed: RwSignal::new(false),
            dismissed: RwSignal::new(false),
        };
        provide_context(beginning);
        let route = Route::here();
        Effect::new(move |_| {
            if matches!(route.get().page(), Page::Paper(_)) {
                beginning.printed.set(true);
            }
        });
    }

    /// That of the open plan.
    pub fn here() -> Self {
        expect_context()
    }

    /// True if the card is shown.
    pub fn stands(self) -> bool {
        let all = self.steps.get().all() && self.printed.get();
        self.begun.get() && !self.dismissed.get() && !all
    }
}

/// The place of the card, which is fetched with the first plan that is being begun.
#[component]
pub fn StartPlace() -> impl IntoView {
    let beginning = Beginning::here();
    let stands = Memo::new(move |_| beginning.stands());
    move || {
        let show = || Chunks::here().show(Chunk::Start, Route::Home);
        stands.get().then(show)
    }
}

/// The card, while the plan is being begun.
#[component]
pub fn StartCard() -> impl IntoView {
    let store = Store::here();
    let Beginning {
        steps,
        printed,
        dismissed,
        ..
    } = Beginning::here();
    let done = Memo::new(move |_| {
        let steps = steps.get();
        [
            steps.goals,
            steps.outline,
            steps.indicators,
            steps.actuals,
            printed.get(),
        ]
    });
    view! {
        <section class="card start" aria-labelledby="start">
            <div class="row">
                <h2 id="start" class="grow">{words::title()}</h2>
                <button
                    type="button"
                    class="btn plain small"
                    on:click=move |_| {
                        dismissed.set(true);
                        focus("main");
                    }
                >
                    {words::dismiss()}
                </button>
            </div>
            <Show when={move || store.list::<Goal>(About::ID).is_empty()}>
                <Ways />
            </Show>
            <ol class="start-steps">
                {(0..words::steps().len()).map(|at| view! { <Step at done /> }).collect_view()}
            </ol>
        </section>
    }
}

/// One step: its tick, its words, and what does it.
#[component]
fn Step(at: usize, done: Memo<[bool; 5]>) -> impl IntoView {
    let (title, text) = words::steps()[at];
    let ticked = move || done.with(|done| done[at]);
    let next = Memo::new(move |_| done.with(|done| done.iter().position(|done| !done) == Some(at)));
    view! {
        <li class:done=ticked class:next=move || next.get()>
            <span class="start-tick" aria-hidden="true">
                {move || if ticked() { "✓".to_owned() } else { (at + 1).to_string() }}
            </span>
            <span class="grow">
                <b>{title}</b>
                <span class="visually-hidden">{move || ticked().then_some(words::done())}</span>
                <span class="sub">{text}</span>
            </span>
            <span class="row start-acts">{acts(at, next)}</span>
        </li>
    }
}

/// The DOM id of what does the next step.
const NEXT: &str = "next-step";

/// A plan opens with the keyboard on what is to be done next.
fn take_keyboard(next: Memo<bool>) {
    Effect::new(move |before: Option<()>| {
        let here = document().active_element();
        let nowhere = here.is_none_or(|here| matches!(here.tag_name().as_str(), "BODY" | "MAIN"));
        if before.is_none() && next.get_untracked() && nowhere {
            focus_added(NEXT.to_owned());
        }
    });
}

fn acts(at: usize, next: Memo<bool>) -> AnyView {
    let store = Store::here();
    let class = move || {
        if next.get() {
            "btn small main"
        } else {
            "btn small quiet"
        }
    };
    let id = move || next.get().then_some(NEXT);
    let link = move |page: Page, word: &'static str| {
        let href = Route::of_page(page).to_string();
        view! { <a class=class id=id href=href>{word}</a> }.into_any()
    };
    take_keyboard(next);
    match at {
        0 => view! {
            <button
                type="button"
                class=class
                id=id
                on:click=move |_| {
                    let first = store.with(|s| s.goals.sorted().first().map(|g| g.id));
                    match first {
                        Some(first) => Route::of_page(Page::Outline(Some(first))).go(),
                        None => add_goal(store, GoalKind::Basic),
                    }
                }
            >
                {words::write_goal()}
            </button>
        }
        .into_any(),
        1 => link(Page::Outline(None), words::to_outline()),
        2 => view! {
            {link(Page::Outline(None), words::make_indicators())}
            <button type="button" class="btn small quiet" on:click=move |_| Command::PasteTable.run()>
                {Command::PasteTable.words()}
            </button>
        }
        .into_any(),
        3 => view! {
            <button
                type="button"
                class=class
                id=id
                on:click=move |_| {
                    Panels::here().enter_actuals.set(true);
                    Route::of_page(Page::Indicators(None)).go();
                }
            >
                {words::enter_actuals()}
            </button>
        }
        .into_any(),
        _ => link(Page::Paper(None), words::print()),
    }
}

/// Ways to begin other than with a blank sheet.
#[component]
fn Ways() -> impl IntoView {
    let store = Store::here();
    view! {
        <div class="row start-ways">
            <span class="sub">{words::from()}</span>
            <button
                type="button"
                class="btn small"
                title=home::way_paste_note()
                on:click=move |_| Panels::here().paste_outline.set(true)
            >
                <Icon name=IconName::Plus />
                {home::way_paste()}
            </button>
            <button
                type="button"
                class="btn small"
                title=home::way_skeleton_note()
                on:click=move |_| {
                    if store.edit(|s| edit::add_outline(s, &words::skeleton(), fresh_id)) {
                        focus_added(NEXT.to_owned());
                    }
                }
            >
                {words::use_skeleton()}
            </button>
        </div>
    }
}
