//! One number: asked, drawn, seen.

use leptos::prelude::*;

use super::super::state::WorkshopState;
use super::answer::Answer;
use super::drawn::Drawn;
use super::figures::Figures;
use super::places::{ANSWER, QUESTION};
use super::plot::Plot;
use super::reading::read_aloud;
use crate::parts::read_only;
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::learn as words;
use browser::focus::focus_added;
use device::clock;
use insight::workshop::{GuessDrawing, lesson};
use strategy::*;

/// The question of an indicator.
#[component]
pub fn Question(
    /// The indicator.
    id: Id<Indicator>,
) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let asked = store.with(|s| lesson(s, id));
    let named = store.with(|s| s.get(id).map(|one| words::name(one, asked.as_ref())));
    let named = named.unwrap_or_default();
    let Some(lesson) = asked else {
        return view! {
            <h2 id=QUESTION tabindex="-1">{read_aloud(&words::too_few(&named))}</h2>
            <super::answer::Does id />
        }
        .into_any();
    };
    let question = words::question(&named, &lesson);
    let seen = Signal::derive(move || state.seen.with(|seen| seen.contains(&id)));
    let drawn = Drawn::blank(lesson, seen);
    view! {
        <h2 id=QUESTION class="learn-question" tabindex="-1">{read_aloud(&question)}</h2>
        <Plot drawn name=named />
        <Show when=move || !seen.get() fallback=move || view! { <Answer drawn /> }>
            <Acts drawn />
        </Show>
        <Figures drawn />
    }
    .into_any()
}

/// Puts the line away among those of the session.
fn keep(store: Store, state: WorkshopState, drawn: Drawn) -> bool {
    let Some(session) = state.session.get_untracked() else {
        return false;
    };
    let id = Id::new(fresh_id());
    let guess = drawn.lesson.with_value(|lesson| Guess {
        id,
        session,
        indicator: Some(lesson.indicator),
        table: state.table.get_untracked(),
        values: drawn.line.with_untracked(|line| line.figures(lesson)),
        ..Guess::default()
    });
    let now = clock::now().ms as i64;
    let is_kept = store.edit(|s| edit::add_guess(s, guess, now));
    if is_kept {
        store.seal();
        drawn.own.set(Some(id));
    }
    is_kept
}

#[component]
fn Acts(drawn: Drawn) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let Drawn { line, lesson, .. } = drawn;
    let clear = move || {
        line.set(lesson.with_value(GuessDrawing::blank));
        drawn.at.set(0);
    };
    let is_whole = move || line.with(GuessDrawing::is_whole);
    // Told in place: a notice over the page would lie on the drawing of the next person.
    let is_kept = RwSignal::new(false);
    let told = move || (is_kept.get() && !line.with(GuessDrawing::is_begun)).then(words::kept);
    let see = move |_| {
        if line.with_untracked(GuessDrawing::is_whole) && !keep(store, state, drawn) {
            return;
        }
        let id = lesson.with_value(|one| one.indicator);
        state.seen.update(|seen| seen.push(id));
        focus_added(ANSWER.to_owned());
    };
    let next = move |_| {
        if keep(store, state, drawn) {
            drawn.own.set(None);
            clear();
            is_kept.set(true);
            focus_added(QUESTION.to_owned());
        }
    };
    view! {
        <div class="row learn-acts">
            <button type="button" class="btn large" disabled=move || !line.with(GuessDrawing::is_begun) on:click=move |_| clear()>
                {words::again()}
            </button>
            <button type="button" class="btn large" disabled=move || read_only().get() || !is_whole() on:click=next>
                {words::next_person()}
            </button>
            <span class="grow"></span>
            <button type="button" class="btn large" class:main=is_whole on:click=see>
                {move || if is_whole() { words::reveal() } else { words::only_look() }}
            </button>
        </div>
        <p role="status"><strong>{told}</strong></p>
        <p class="hint">{words::no_names()}</p>
    }
    .into_any()
}
