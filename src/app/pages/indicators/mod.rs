//! 指標: one screen of figures, rating and the picture of the one selected; and each one whole, on its own page.

mod beside;
mod bulk;
mod change;
mod editor;
mod entry;
mod entry_cells;
mod facts;
mod filter;
mod grid;
mod guess;
mod list;
mod open_data;
mod pasted;
mod pasted_columns;
mod pasted_rows;
mod pictures;
mod series;
mod trend;

use leptos::prelude::*;

use crate::command::Command;
use crate::lazy::{Chunk, Chunks};
use crate::panels::Panels;
use crate::parts::{MenuItem, RowMenu};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::window::Window;
use crate::workspace::fresh_id;
use ::words::{bulk as bulk_words, indicators as words};
use browser::focus::focus_added;
use strategy::*;

pub use bulk::Bulk;
use editor::Editor;
use filter::{FilterBar, QueryResult};
pub use grid::{FiguresCover, GridOnDemand};
use list::IndicatorList;
pub use open_data::OpenDataWindow;
pub use pasted::PasteTable;

/// Adds an indicator without a name and opens it, the keyboard in the name.
pub fn add_indicator(store: Store) {
    let (id, series) = (Id::new(fresh_id()), Id::new(fresh_id()));
    if store.edit(|s| edit::add_indicator(s, id, series, "", None)) {
        Route::of_page(Page::Indicators(Some(id))).go();
        focus_added("indicator-name".to_owned());
    }
}

/// State shared by every view and window of the page.
#[derive(Clone, Copy)]
struct Looked {
    found: Memo<Vec<Id<Indicator>>>,
    views: Views,
    /// True while the window for many indicators at once is open.
    bulk: RwSignal<bool>,
    /// True while the window for published data is open.
    open_data: RwSignal<bool>,
}

impl Looked {
    /// That of the page.
    fn here() -> Self {
        expect_context()
    }
}

/// The page.
#[component]
pub fn IndicatorsPage() -> impl IntoView {
    let store = Store::here();
    let query = RwSignal::new(insight::IndicatorQuery::default());
    let result = QueryResult::by(store, query);
    let found = result.ids;
    let wanted = Memo::new(move |_| match Route::here().get() {
        Route::Open {
            page: Page::Indicators(id),
            ..
        } => id.filter(|id| store.get(*id).is_some()),
        _ => None,
    });
    let views = Views::new(wanted);
    provide_context(Looked {
        found,
        views,
        bulk: RwSignal::new(false),
        open_data: RwSignal::new(false),
    });
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::title()}</h1>
            {views.choices()}
            <div class="row page-acts">
                <button type="button" class="btn main" on:click=move |_| add_indicator(store)>
                    {words::add()}
                </button>
                <More />
            </div>
        </div>
        <Show
            when={move || !store.list::<Indicator>(About::ID).is_empty()}
            fallback={move || view! { <NoneYet /> }}
        >
            <FilterBar query found=result />
            {move || match views.tab.get() {
                Tab::Grid => view! { <grid::OneScreen found selected=views.selected /> }.into_any(),
                _ => Chunks::here().show(Chunk::Views, Route::Home),
            }}
        </Show>
    }
}

/// The view that is shown, where that is not the one screen of figures.
#[component]
pub fn OtherView() -> impl IntoView {
    let Looked {
        found,
        views,
        open_data,
        ..
    } = Looked::here();
    match views.tab.get_untracked() {
        Tab::Grid => ().into_any(),
        Tab::List => view! { <ListAndEditor found views /> }.into_any(),
        Tab::Pictures => view! { <pictures::Pictures found /> }.into_any(),
        Tab::Year => view! { <entry::YearEntry found open_data /> }.into_any(),
    }
}

/// The ways of looking at the indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Grid,
    List,
    Pictures,
    Year,
}

/// The view shown, and its indicator.
#[derive(Clone, Copy)]
struct Views {
    tab: RwSignal<Tab>,
    /// The view from which one was opened.
    from: RwSignal<Tab>,
    /// The one selected in any view.
    selected: RwSignal<Option<Id<Indicator>>>,
    wanted: Memo<Option<Id<Indicator>>>,
}

impl Views {
    /// Whoever asks for one indicator (a search, a finding, a picture) sees its own page; else all figures are seen.
    fn new(wanted: Memo<Option<Id<Indicator>>>) -> Self {
        let asked = wanted.get_untracked();
        let views = Self {
            tab: RwSignal::new(match asked {
                Some(_) => Tab::List,
                None if Panels::here().enter_actuals.get_untracked() => Tab::Year,
                None => Tab::Grid,
            }),
            from: RwSignal::new(Tab::List),
            selected: RwSignal::new(asked),
            wanted,
        };
        Effect::new(move |_| {
            let Some(id) = wanted.get() else { return };
            views.selected.set(Some(id));
            let tab = views.tab.get_untracked();
            if tab != Tab::List {
                views.from.set(tab);
                views.tab.set(Tab::List);
            }
        });
        views
    }

    /// Goes to another view, away from the page of one indicator.
    fn go(self, tab: Tab) {
        self.from.set(Tab::List);
        self.tab.set(tab);
        if self.wanted.get_untracked().is_some() {
            Route::of_page(Page::Indicators(None)).go();
        }
    }

    fn choices(self) -> AnyView {
        let choice = move |which: Tab, label: &'static str| {
            view! {
                <button
                    type="button"
                    class="btn small"
                    aria-pressed=move || (self.tab.get() == which).to_string()
                    on:click=move |_| self.go(which)
                >
                    {label}
                </button>
            }
        };
        view! {
            <div class="segmented" role="group" aria-label=words::views()>
                {choice(Tab::Grid, words::tab_grid())}
                {choice(Tab::List, words::tab_list())}
                {choice(Tab::Pictures, words::tab_pictures())}
                {choice(Tab::Year, words::tab_year())}
            </div>
        }
        .into_any()
    }

    /// Back to where the indicator was opened from: 体系, or another view.
    fn back(self) -> AnyView {
        let before = Route::before().map(|before| (before, before.page()));
        if let Some((before, Page::Outline(_))) = before {
            return view! { <a class="btn quiet small back always" href=before.to_string()>{words::back_to_outline()}</a> }
                .into_any();
        }
        let word = move || match self.from.get() {
            Tab::Grid => words::back_to_grid(),
            _ => words::back(),
        };
        view! {
            <button
                type="button"
                class="btn quiet small back"
                class:always=move || self.from.get() != Tab::List
                on:click=move |_| self.go(self.from.get_untracked())
            >
                {word}
            </button>
        }
        .into_any()
    }
}

/// ⋯ and the windows it opens.
#[component]
fn More() -> impl IntoView {
    let Looked {
        bulk, open_data, ..
    } = Looked::here();
    let items = Callback::new(move |()| {
        vec![
            MenuItem::act(bulk_words::open(), move || bulk.set(true)),
            MenuItem::act(Command::PasteTable.words(), || Command::PasteTable.run()),
            MenuItem::act(words::from_open_data(), move || open_data.set(true)),
        ]
    });
    view! {
        <RowMenu label=words::others() items />
        <Window chunk=Chunk::Bulk open=bulk />
        <Window chunk=Chunk::OpenData open=open_data />
        <Window chunk=Chunk::PasteTable open=Panels::here().paste_table />
    }
}

/// Before the first one is made.
#[component]
fn NoneYet() -> impl IntoView {
    let store = Store::here();
    view! {
        <div class="card none-yet">
            <p>{words::none_yet()}</p>
            <div class="row">
                <button type="button" class="btn" on:click=move |_| Command::PasteTable.run()>
                    {Command::PasteTable.words()}
                </button>
                <button type="button" class="btn" on:click=move |_| add_indicator(store)>
                    {words::add()}
                </button>
            </div>
        </div>
    }
}

/// The list at the left, one indicator at the right.
#[component]
fn ListAndEditor(found: Memo<Vec<Id<Indicator>>>, views: Views) -> impl IntoView {
    let store = Store::here();
    let chosen = Memo::new(move |_| {
        let there = views.wanted.get().or_else(|| views.selected.get());
        let there = there.filter(|id| store.get(*id).is_some());
        there.or_else(|| found.with(|ids| ids.first().copied()))
    });
    view! {
        <div class="master-detail" class:detail-open=move || views.wanted.get().is_some()>
            <IndicatorList found chosen />
            <div class="detail">
                {views.back()}
                {move || match chosen.get() {
                    Some(id) => view! { <Editor id /> }.into_any(),
                    None => view! { <p class="empty">{words::none()}</p> }.into_any(),
                }}
            </div>
        </div>
    }
}
