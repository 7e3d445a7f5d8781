//! The number that is asked about, as the whole room sees it: the question, then what came with everybody's line.

use leptos::prelude::*;

use super::super::state::WorkshopState;
use super::answer::Lines;
use super::drawn::Drawn;
use super::plot::Plot;
use super::reading::read_aloud;
use crate::store::Store;
use ::words::learn as words;
use insight::workshop::lesson;
use strategy::*;

/// The question of an indicator; its figures once they are seen at the presenter's.
#[component]
pub fn Shown(
    /// The indicator.
    id: Id<Indicator>,
) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let asked = store.with(|s| lesson(s, id));
    let named = store.with(|s| s.get(id).map(|one| words::name(one, asked.as_ref())));
    let named = named.unwrap_or_default();
    let Some(lesson) = asked else {
        return view! { <h2>{read_aloud(&words::too_few(&named))}</h2> }.into_any();
    };
    let (question, came) = (words::question(&named, &lesson), words::came(&lesson));
    let seen = Memo::new(move |_| state.seen.with(|seen| seen.contains(&id)));
    let drawn = Drawn::blank(lesson, seen.into());
    let said = move || match seen.get() {
        true => came.clone(),
        false => question.clone(),
    };
    view! {
        <h2>{move || read_aloud(&said())}</h2>
        <Plot drawn name=named only_shown=true />
        <Show when=move || seen.get()>
            <p><Lines drawn /></p>
        </Show>
    }
    .into_any()
}
