//! The indicator that is selected in the table, beside it: its chart, why it is rated so, and its facts.

use leptos::prelude::*;

use super::editor::Why;
use super::facts::Facts;
use super::list::{Rating, UsedBy};
use super::trend::TrendOf;
use crate::as_of::YearJudged;
use crate::pages::assembly_link::AssemblyLink;
use crate::parts::text_of;
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::indicators as words;
use insight::overview::{Glance, glance_with};
use strategy::*;

/// Returns the summary of an indicator; it is computed again when `beat` changes, and not with every key.
fn glance_at(store: Store, id: Id<Indicator>, beat: Signal<u32>) -> Memo<Option<Glance>> {
    let year = YearJudged::here();
    Memo::new(move |_| {
        beat.track();
        let (year, series) = (year.get(), store.list::<Series>(id));
        store.with(|s| {
            let series: Vec<_> = series.iter().filter_map(|id| s.get(*id)).collect();
            glance_with(s, id, &series, year)
        })
    })
}

/// The pane.
#[component]
pub fn Beside(
    /// The selected indicator.
    #[prop(into)]
    id: Signal<Option<Id<Indicator>>>,
    /// Changes when the figures have stood still for a moment.
    #[prop(into)]
    beat: Signal<u32>,
) -> impl IntoView {
    view! {
        <aside class="beside" aria-label=words::beside()>
            {move || id.get().map(|id| view! { <One id beat /> })}
        </aside>
    }
}

#[component]
fn One(id: Id<Indicator>, beat: Signal<u32>) -> impl IntoView {
    let store = Store::here();
    let glance = glance_at(store, id, beat);
    let name = text_of(store, id, Indicator::name);
    view! {
        <div class="beside-head">
            <div class="row">
                <UsedBy glance />
                <span class="sub">{text_of(store, id, Indicator::code)}</span>
                <span class="grow"></span>
                <Rating glance />
            </div>
            <h2>
                {move || words::named(&name.get())}
                " "
                <span class="sub">{text_of(store, id, Indicator::unit)}</span>
            </h2>
            <div class="row">
                <a class="btn small" href=move || Route::of_page(Page::Indicators(Some(id))).to_string()>
                    {words::open_whole()}
                </a>
                <AssemblyLink id />
            </div>
        </div>
        <div class="beside-body">
            <div class="card"><TrendOf id glance /></div>
            <Why glance />
            <Facts id glance />
        </div>
    }
}
