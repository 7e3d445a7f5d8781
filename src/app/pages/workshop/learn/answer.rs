//! The answer: the actual beside the guess, why they may differ, and the measures of the town.

use leptos::prelude::*;

use super::super::state::WorkshopState;
use super::drawn::Drawn;
use super::places::{ANSWER, QUESTION};
use super::reading::read_aloud;
use crate::parts::read_only;
use crate::store::Store;
use ::words::{learn as words, model, workshop};
use browser::focus::focus_added;
use insight::Numbers;
use insight::workshop::{GuessDrawing, beside, guesses, spread};
use strategy::*;

/// The answer, once it is seen.
#[component]
pub fn Answer(
    /// The drawing.
    drawn: Drawn,
) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let lesson = drawn.lesson;
    let id = lesson.with_value(|one| one.indicator);
    let own = move || drawn.own.get().and_then(|id| store.get(id));
    let told = move || {
        let guess = own()?;
        lesson.with_value(|lesson| {
            beside(lesson, &guess).map(|beside| words::beside(&beside, &lesson.unit))
        })
    };
    let one_more = move |_| {
        state.seen.update(|seen| seen.retain(|one| *one != id));
        drawn.own.set(None);
        drawn.line.set(lesson.with_value(GuessDrawing::blank));
        drawn.at.set(0);
        focus_added(QUESTION.to_owned());
    };
    let came = lesson.with_value(words::came);
    let aim = lesson.with_value(words::aim);
    view! {
        <section class="card learn-answer" aria-labelledby=ANSWER>
            <h3 id=ANSWER tabindex="-1">{came}</h3>
            <div role="status">
                <p class="learn-beside">{told}</p>
                <p><Lines drawn /></p>
            </div>
            <p>{aim}</p>
            <ul class="row plain-list learn-legend" aria-hidden="true">
                <li class="came">{words::line_actual()}</li>
                <li class="own">{words::line_guess()}</li>
                <li class="other">{words::line_others()}</li>
            </ul>
            {move || drawn.own.get().map(|id| view! { <Reason id /> })}
            <Said id />
            <div class="row">
                <button type="button" class="btn" disabled=read_only() on:click=one_more>{words::one_more()}</button>
            </div>
        </section>
        <Does id />
    }
}

/// Number of lines, and the distance between them.
#[component]
pub fn Lines(
    /// The drawing.
    drawn: Drawn,
) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    move || {
        let session = state.session.get();
        drawn.lesson.with_value(|lesson| {
            store.follow(|s| {
                let all = session.map(|one| guesses(s, one, lesson.indicator));
                let all = all.unwrap_or_default();
                words::lines(all.len(), lesson, spread(lesson, &all))
            })
        })
    }
}

/// Asks why it went otherwise.
#[component]
fn Reason(id: Id<Guess>) -> impl IntoView {
    let store = Store::here();
    let text = move || {
        let reasons = store.get(id).map(|one| one.reasons.clone());
        reasons
            .unwrap_or_default()
            .into_iter()
            .next()
            .unwrap_or_default()
    };
    let write = move |reason: String| {
        store.edit(|s| edit::give_reason(s, id, &reason));
    };
    view! {
        <label class="learn-why">
            <b>{words::why()}</b>
            <input
                class="input"
                placeholder=words::why_hint()
                disabled=read_only()
                prop:value=text
                on:change=move |event| write(event_target_value(&event))
            />
        </label>
    }
}

/// Why it went otherwise: what was said at every table.
#[component]
fn Said(id: Id<Indicator>) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let said = Memo::new(move |_| {
        let session = state.session.get();
        store.follow(|s| {
            let all = session.map(|one| guesses(s, one, id)).unwrap_or_default();
            let each = all.into_iter().flat_map(|guess| {
                let table = guess.table.clone();
                guess
                    .reasons
                    .iter()
                    .map(move |said| (table.clone(), said.clone()))
            });
            each.collect::<Vec<_>>()
        })
    });
    let line = |(table, said): (String, String)| {
        let table = (!table.is_empty())
            .then(|| view! { <span class="chip">{workshop::table_named(&table)}</span> });
        view! { <li>{said} " " {table}</li> }
    };
    view! {
        <Show when=move || said.with(|all| !all.is_empty())>
            <h4>{words::said()}</h4>
            <ul class="learn-said">{move || said.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}

/// Measures of the town for an indicator.
#[component]
pub fn Does(
    /// The indicator.
    id: Id<Indicator>,
) -> impl IntoView {
    let store = Store::here();
    let measures = store.with(|s| {
        let numbers = Numbers::of(s);
        let measures = s.measures_for(id).into_iter().filter_map(|id| s.get(id));
        let told = measures.map(|one| {
            let goal = s
                .get(one.goal)
                .map(|goal| model::goal_coded(&numbers.goal(goal.id), &goal.title));
            (
                model::named(&one.title).to_owned(),
                goal.map(words::does_goal),
            )
        });
        told.collect::<Vec<_>>()
    });
    let none = measures
        .is_empty()
        .then(|| view! { <p class="sub">{words::does_none()}</p> });
    let measure = |(title, goal): (String, Option<String>)| {
        view! { <li><b>{read_aloud(&title)}</b> <span class="sub">{goal}</span></li> }
    };
    view! {
        <section class="learn-does" aria-labelledby="learn-does">
            <h3 id="learn-does">{words::does()}</h3>
            {none}
            <ul>{measures.into_iter().map(measure).collect_view()}</ul>
        </section>
    }
}
