//! 知る: one number at a time as a question. It is drawn first, then seen.

mod answer;
mod drawn;
mod figures;
mod places;
mod plot;
mod question;
mod reading;
mod shown;

use leptos::prelude::*;
pub use shown::Shown;

use self::places::QUESTION;
use super::state::WorkshopState;
use super::table_choice::TableChoice;
use crate::store::Store;
use ::words::learn as words;
use browser::focus::focus_added;
use insight::workshop::SessionPart;

/// The numbers of the session, one after the other.
#[component]
pub fn Learn() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let indicators = Memo::new(move |_| {
        let all = state.record(store).map(|one| one.indicators.clone());
        let all = all.unwrap_or_default().into_iter();
        all.filter(|id| store.get(*id).is_some())
            .collect::<Vec<_>>()
    });
    let count = move || indicators.with(Vec::len);
    let at = RwSignal::new(0_usize);
    let go = move |to: usize| {
        at.set(to);
        focus_added(QUESTION.to_owned());
    };
    let is_last = move || at.get() + 1 >= count();
    let at_table = move || {
        let table = state.record(store).map(|one| one.at_table.clone());
        table.is_some_and(|table| !table.is_empty())
    };
    let none = move || match at_table() {
        true => words::none_at_table(),
        false => words::none(),
    };
    let shown = Memo::new(move |_| indicators.with(|all| all.get(at.get()).copied()));
    Effect::new(move |_| state.asked.set(shown.get()));
    view! {
        <section class="learn" aria-label=words::title()>
            <Show when=move || count() == 0>
                <p class="empty">{none}</p>
            </Show>
            <Show when=move || { count() > 0 }>
                <div class="row learn-head">
                    <strong>{move || words::nth(at.get() + 1, count())}</strong>
                    <span class="grow"></span>
                    <TableChoice />
                </div>
            </Show>
            {move || shown.get().map(|id| view! { <question::Question id /> })}
            <div class="row learn-way">
                <button type="button" class="btn large" disabled=move || at.get() == 0 on:click=move |_| go(at.get_untracked() - 1)>
                    {words::before()}
                </button>
                <span class="grow"></span>
                <Show
                    when=is_last
                    fallback=move || view! { <button type="button" class="btn large" on:click=move |_| go(at.get_untracked() + 1)>{words::next()}</button> }
                >
                    <button type="button" class="btn large" on:click=move |_| state.go(store, SessionPart::Share)>{words::to_share()}</button>
                </Show>
            </div>
        </section>
    }
}
