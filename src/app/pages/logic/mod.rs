//! ロジックモデル: how the measures of a goal are to reach its targets, and why.

mod files;
mod holes;
mod links;
mod picture;
mod state;

use leptos::prelude::*;

use crate::parts::{Choice, Field};
use crate::route::{Page, Route};
use ::words::logic as words;
use files::ModelFiles;
use holes::Holes;
use links::Links;
use picture::Picture;
use state::ModelState;
use strategy::{Goal, Id, Logic};

/// The page.
#[component]
pub fn LogicPage() -> impl IntoView {
    let state = ModelState::new();
    provide_context(state);
    let headline = move || match state.is_there() {
        true => words::headline(state.holes.with(Vec::len)),
        false => words::title().to_owned(),
    };
    let value = Signal::derive(move || {
        state
            .goal
            .get()
            .map_or_else(String::new, |id| id.to_string())
    });
    let options = Signal::derive(move || state.store.follow(words::goals));
    let choose = move |key: String| {
        if let Ok(id) = key.parse::<Id<Goal>>() {
            Route::of_page(Page::Logic(Some(id))).go();
        }
    };
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{headline}</h1>
            <Show when=move || state.is_there()>
                <Choice shows=true label=words::goal().to_owned() value options on_change=Callback::new(choose) />
            </Show>
        </div>
        <p class="sub">{words::note()}</p>
        <Show when=move || state.is_there() fallback=|| view! { <p class="empty">{words::none()}</p> }>
            <Picture />
            <Holes />
            <Links />
            <section class="card logic-texts">
                {text(state, words::factors(), words::factors_hint(), |logic| &mut logic.factors)}
                {text(state, words::one_stage(), words::one_stage_hint(), |logic| &mut logic.one_stage)}
            </section>
            <ModelFiles />
        </Show>
    }
}

/// A text of the model, with its label.
fn text(
    state: ModelState,
    label: &'static str,
    hint: &'static str,
    of: fn(&mut Logic) -> &mut String,
) -> AnyView {
    let value = Signal::derive(move || of(&mut state.logic()).clone());
    let write = move |text: String| {
        if let Some(goal) = state.goal.get_untracked() {
            state
                .store
                .edit(|s| edit::change_logic(s, goal, |logic| *of(logic) = text));
        }
    };
    view! {
        <div class="labelled">
            <span class="label">{label}</span>
            <Field label=label.to_owned() class="boxed" lines=true placeholder=hint value on_input=Callback::new(write) />
        </div>
    }
    .into_any()
}
