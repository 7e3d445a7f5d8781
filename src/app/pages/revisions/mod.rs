//! 延長・見直し: extending the period, a revision from its beginning to its decision, and what each of them changed.

mod comparison;
mod decision;
mod extend;
mod form;
mod midterm;

use leptos::prelude::*;

use crate::store::Store;
use ::words::revisions as words;
use comparison::Comparison;
use extend::Extend;
pub use form::VersionedEdit;
use midterm::Midterm;
use strategy::PlanRevision;

/// The page.
#[component]
pub fn RevisionsPage() -> impl IntoView {
    let store = Store::here();
    let all = Memo::new(move |_| store.about().revisions.clone());
    let chosen = RwSignal::new(None::<usize>);
    // Without a choice the latest one.
    let shown = Memo::new(move |_| {
        all.with(|all| {
            let at = chosen.get().filter(|at| *at < all.len());
            at.or(all.len().checked_sub(1))
        })
    });
    let revision = Memo::new(move |_| all.with(|all| all.get(shown.get()?).cloned()));
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::title()}</h1>
        </div>
        <Midterm />
        <Extend />
        <section class="card" aria-labelledby="revision-list">
            <h2 id="revision-list">{words::list()}</h2>
            <Show when=move || all.with(|all| !all.is_empty()) fallback=|| view! { <p class="empty">{words::none()}</p> }>
                <fieldset class="revision-list">
                    <legend class="visually-hidden">{words::shown()}</legend>
                    {move || {
                        let rows = all.get().into_iter().enumerate();
                        rows.map(|(at, one)| choice(shown, chosen, at, &one)).collect_view()
                    }}
                </fieldset>
            </Show>
        </section>
        {move || revision.get().map(|revision| view! { <Comparison revision /> })}
    }
}

/// One of the revisions, and the choice of it.
fn choice(
    shown: Memo<Option<usize>>,
    chosen: RwSignal<Option<usize>>,
    at: usize,
    one: &PlanRevision,
) -> impl IntoView + use<> {
    let title = one.title.clone();
    let about = words::about(one);
    let reason = one.reason.clone();
    view! {
        <label class="revision">
            <input
                type="radio"
                name="revision"
                prop:checked=move || shown.get() == Some(at)
                on:change=move |_| chosen.set(Some(at))
            />
            <span>
                <b>{title}</b>
                " "
                <span class="sub">{about}</span>
                <span class="revision-reason">{reason}</span>
            </span>
        </label>
    }
}
