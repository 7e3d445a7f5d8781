//! 指標: found, read and edited one by one, or as a table.

mod bulk;
mod change;
mod editor;
mod entry;
mod filter;
mod grid;
mod guess;
mod list;
mod pasted;
mod pictures;
mod series;
mod trend;

use leptos::prelude::*;

use crate::app::desk::fresh_id;
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::edit;
use crate::locale::indicators as words;
use crate::strategy::*;

use editor::Editor;
use filter::{Filter, FilterBar};
use list::IndicatorList;
pub use trend::spark;

/// Adds an indicator and opens it.
pub fn add_indicator(store: Store) {
    let (id, series) = (Id::new(fresh_id()), Id::new(fresh_id()));
    if store.edit(|s| edit::add_indicator(s, id, series, words::NEW, None)) {
        Route::of_page(Page::Indicators(Some(id))).go();
        request_animation_frame(|| crate::app::focus("indicator-name"));
    }
}

/// The page.
#[component]
pub fn IndicatorsPage() -> impl IntoView {
    let store = Store::here();
    let filter = RwSignal::new(Filter::default());
    let found = filter::found(store, filter);
    let wanted = Memo::new(move |_| match Route::here().get() {
        Route::Open {
            page: Page::Indicators(id),
            ..
        } => id,
        _ => None,
    });
    let chosen = Memo::new(move |_| {
        let there = wanted.get().filter(|id| store.get(*id).is_some());
        there.or_else(|| found.with(|ids| ids.first().copied()))
    });
    let tab = RwSignal::new(Tab::List);
    // Whoever asks for one indicator (a search, a finding, a picture) sees it.
    Effect::new(move |before: Option<Option<Id<Indicator>>>| {
        let now = wanted.get();
        let asked = before.is_some_and(|before| before != now) && now.is_some();
        if asked && tab.get_untracked() != Tab::List {
            tab.set(Tab::List);
        }
        now
    });
    let choice = move |which: Tab, label: &'static str| {
        view! {
            <button
                type="button"
                class="btn small"
                aria-pressed=move || (tab.get() == which).to_string()
                on:click=move |_| tab.set(which)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::TITLE}</h1>
            <div class="tabs" role="group" aria-label=words::TITLE>
                {choice(Tab::List, words::TAB_LIST)}
                {choice(Tab::Grid, words::TAB_GRID)}
                {choice(Tab::Year, words::TAB_YEAR)}
                {choice(Tab::Pictures, words::TAB_PICTURES)}
            </div>
            <bulk::Bulk found />
            <pasted::PasteTable />
            <button type="button" class="btn main" on:click=move |_| add_indicator(store)>
                {words::ADD}
            </button>
        </div>
        <FilterBar filter found />
        {move || match tab.get() {
            Tab::List => view! { <ListAndEditor found wanted chosen /> }.into_any(),
            Tab::Pictures => view! { <pictures::Pictures found on_open=move || tab.set(Tab::List) /> }.into_any(),
            Tab::Year => view! { <entry::YearEntry found /> }.into_any(),
            Tab::Grid => view! { <grid::FigureGrid found /> }.into_any(),
        }}
    }
    .into_any()
}

/// The ways of looking at the indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    List,
    Grid,
    Year,
    Pictures,
}

/// The list at the left, one indicator at the right.
#[component]
fn ListAndEditor(
    found: Memo<Vec<Id<Indicator>>>,
    wanted: Memo<Option<Id<Indicator>>>,
    chosen: Memo<Option<Id<Indicator>>>,
) -> impl IntoView {
    view! {
        <div class="master-detail" class:detail-open=move || wanted.get().is_some()>
            <IndicatorList found chosen />
            <div class="detail">
                <a class="btn quiet small back" href=move || Route::of_page(Page::Indicators(None)).to_string()>
                    {words::BACK}
                </a>
                {move || match chosen.get() {
                    Some(id) => view! { <Editor id /> }.into_any(),
                    None => view! { <p class="empty">{words::NONE}</p> }.into_any(),
                }}
            </div>
        </div>
    }
    .into_any()
}
