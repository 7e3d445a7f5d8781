//! A page of sheets: the measures at the left, the sheet of the chosen one, and what is shown in place of both.

use leptos::prelude::*;

use super::list::MeasureList;
use super::totals::WhyNet;
use crate::parts::one_of_two;
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::plan as words;
use strategy::*;

/// State of a page of sheets. Copy it freely.
#[derive(Clone, Copy)]
pub struct SheetPage {
    of: fn(Option<Id<Measure>>) -> Page,
    wanted: Memo<Option<Id<Measure>>>,
    chosen: Memo<Option<Id<Measure>>>,
    elsewhere: RwSignal<bool>,
}

impl SheetPage {
    /// Shows what stands in place of the sheets, if that is wanted.
    pub fn show_instead(self, wanted: RwSignal<bool>) -> Self {
        if wanted.get_untracked() {
            wanted.set(false);
            self.elsewhere.set(true);
        }
        self
    }

    /// The page whose addresses are made by `of`, and whose measure an address asks for is read by `wanted`.
    pub fn here(
        of: fn(Option<Id<Measure>>) -> Page,
        wanted: fn(Page) -> Option<Id<Measure>>,
    ) -> Self {
        let wanted = Memo::new(move |_| match Route::here().get() {
            Route::Open { page, .. } => wanted(page),
            _ => None,
        });
        let elsewhere = RwSignal::new(false);
        // Whoever asks for a sheet sees it, and not what stands in place of the sheets.
        Effect::new(move |_| {
            if wanted.get().is_some() {
                elsewhere.set(false);
            }
        });
        Self {
            of,
            wanted,
            chosen: chosen(Store::here(), wanted),
            elsewhere,
        }
    }

    /// The measure whose sheet is shown; none where there is no measure.
    pub fn chosen(self) -> Option<Id<Measure>> {
        self.chosen.get()
    }
}

/// The tabs, in the head of the page: the sheets, and the view in their place; none where there is no measure.
#[component]
pub fn SheetTabs(
    /// State of the page.
    page: SheetPage,
    /// Title of the page.
    title: &'static str,
    /// Titles of the tabs.
    tabs: [&'static str; 2],
) -> impl IntoView {
    let [sheets, other] = tabs;
    view! {
        <Show when=move || page.chosen().is_some()>
            <div class="tabs review-tabs" role="group" aria-label=title>
                {one_of_two(page.elsewhere, false, sheets)}
                {one_of_two(page.elsewhere, true, other)}
            </div>
        </Show>
    }
}

/// The measure asked for, else the first there is.
fn chosen(store: Store, wanted: Memo<Option<Id<Measure>>>) -> Memo<Option<Id<Measure>>> {
    Memo::new(move |_| {
        let there = wanted.get().filter(|id| store.get(*id).is_some());
        there.or_else(|| {
            let goals = store.list::<Goal>(About::ID);
            let first = |goal: &Id<Goal>| {
                store.list::<Measure>(*goal);
                store.with(|s| s.measures_of(*goal).first().map(|m| m.id))
            };
            goals.iter().find_map(first)
        })
    })
}

/// Content under the head of a page of sheets.
#[component]
pub fn Sheets(
    /// State of the page.
    page: SheetPage,
    /// The whole year, on top.
    summary: fn() -> AnyView,
    /// View above the list of measures.
    #[prop(optional)]
    above_list: Option<fn() -> AnyView>,
    /// View in place of the sheets.
    instead: fn() -> AnyView,
    /// View of a measure in the list.
    says: fn(Id<Measure>) -> AnyView,
    /// The sheet of a measure.
    sheet: fn(Id<Measure>) -> AnyView,
) -> impl IntoView {
    let SheetPage {
        of,
        wanted,
        chosen,
        elsewhere,
    } = page;
    view! {
        <Show
            when=move || chosen.get().is_some()
            fallback=|| view! { <NoMeasures /> }
        >
            {summary()}
            <Show when=move || elsewhere.get()>
                {instead()}
            </Show>
            <div
                class="sheets"
                class:detail-open=move || wanted.get().is_some()
                hidden=move || elsewhere.get()
            >
                <MeasureList chosen page=of says above=above_list.map(|above| above()) />
                <div class="detail">
                    <a class="btn quiet small back" href=move || Route::of_page(of(None)).to_string()>
                        {words::back()}
                    </a>
                    {move || chosen.get().map(sheet)}
                </div>
            </div>
        </Show>
        <WhyNet />
    }
}

/// Stands where there is no measure to have a sheet.
#[component]
fn NoMeasures() -> impl IntoView {
    view! {
        <p class="empty">
            <span class="grow">{words::no_measures()}</span>
            <a class="btn small" href=Route::of_page(Page::Outline(None)).to_string()>
                {words::to_outline()}
            </a>
        </p>
    }
}
