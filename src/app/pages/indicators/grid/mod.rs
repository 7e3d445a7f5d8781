//! 表: figures as in a spreadsheet. Years are columns, 目標 and 実績 rows, each series by itself.

mod card;
mod clipboard;
mod columns;
mod cover;
mod fill_handle;
mod input;
mod menu_items;
mod menu_place;
mod note;
mod on_demand;
mod places;
mod row;
mod selection_box;
mod state;
mod widths;

use leptos::html::Div;
use leptos::prelude::*;

use super::beside::Beside;
use super::change::ChangeTarget;
use crate::parts::{CardRows, RefilledRows, RowMenu, Scroll, Slot};
use crate::sizes::sizes;
use crate::store::Store;
use ::words::grid as words;
use edit::IndicatorText;
use insight::{FigureColumns, FigureRow, RowsShown, figure_rows, figure_years};
use strategy::*;

use columns::ColumnSettings;
pub use cover::FiguresCover;
use fill_handle::FillHandle;
use input::CellInput;
use menu_place::open_by_pointer;
use note::NoteDialog;
pub use on_demand::GridOnDemand;
use on_demand::OnDemand;
use row::{GridRow, HeaderRow, is_on_cell};
use selection_box::SelectionBox;
use state::{GridState, Layout};
use widths::Widths;

/// The table of the indicators found, and beside it the one selected.
#[component]
pub fn OneScreen(
    found: Memo<Vec<Id<Indicator>>>,
    /// The indicator selected, here and in the other views.
    selected: RwSignal<Option<Id<Indicator>>>,
) -> impl IntoView {
    let store = Store::here();
    let shown = RwSignal::new(RowsShown::Both);
    let changing = RwSignal::new(None);
    let rows = Memo::new(move |_| {
        let (found, shown) = (found.get(), shown.get());
        store.follow_shape(|s| figure_rows(s, &found, shown))
    });
    let scroller = NodeRef::<Div>::new();
    let scroll = RwSignal::new(Scroll {
        height: 900.0,
        ..Scroll::default()
    });
    let moved = Memo::new(move |_| scroll.get().left > 0.0);
    let settings = ColumnSettings::remembered();
    let (now, text) = (sizes(), sizes());
    let cards = Memo::new(move |_| CardRows::fit(scroll.get(), text.get().text));
    // Figures typed here go into these years.
    let columns = Memo::new(move |_| {
        store.about();
        let texts = match cards.get() {
            true => vec![IndicatorText::Name],
            false => settings.texts(),
        };
        store.follow_shape(|s| FigureColumns {
            texts,
            years: figure_years(s),
        })
    });
    let widths = Memo::new(move |_| {
        columns.with(|columns| {
            Widths::within(scroll.get(), columns, now.get(), &|column| {
                settings.width(column)
            })
        })
    });
    let layout = Layout {
        rows,
        shown,
        columns,
        widths,
        settings,
        cards,
    };
    let grid = GridState::new(store, layout, changing, (scroller, scroll));
    provide_context(grid);
    if let Some(id) = selected.get_untracked() {
        grid.show(id);
    }
    Effect::new(move |_| selected.set(grid.chosen.get()));
    let row = |row: Slot<FigureRow>| view! { <GridRow row /> }.into_any();
    view! {
        <div class="one-screen">
            <div class="figures-side" class:finds=move || grid.find.is_open()>
                <GridTools grid shown />
                <OnDemand grid />
                <div
                    class="grid-wrap"
                    class:moved=move || moved.get()
                    class:as-cards=move || cards.get()
                    class:pairs=move || shown.get() == RowsShown::Both
                    class:narrow=move || widths.with(Widths::are_narrow)
                    style=move || grid.widths.with(Widths::style)
                    on:dblclick=move |event| {
                        if is_on_cell(&event) {
                            grid.edits().update(|count| *count += 1);
                        }
                    }
                    on:contextmenu=move |event| open_by_pointer(grid, &event)
                >
                    <RefilledRows
                        class="figure-grid"
                        label=words::label().to_owned()
                        rows
                        height=grid.row
                        scroller
                        scroll
                        header=move || view! { <HeaderRow /> }
                        row=row
                    />
                    <SelectionBox grid scroll />
                    <CellInput grid scroll />
                    {move || (!cards.get()).then(|| view! { <FillHandle grid scroll /> })}
                </div>
                <Foot grid />
            </div>
            <Beside id=grid.chosen beat=grid.beat />
        </div>
        <ChangeTarget changing />
        <NoteDialog grid />
    }
}

/// The hint, and the totals of what is selected.
#[component]
fn Foot(grid: GridState) -> impl IntoView {
    let totals = move || {
        grid.beat.track();
        words::totals(grid.totals(grid.marked.get()))
    };
    view! {
        <div class="row grid-foot">
            <p class="hint">{words::hint()}</p>
            <span class="grid-totals" role="status">{totals}</span>
        </div>
    }
}

/// Choice of the rows shown; and the result of the last act on the table.
#[component]
fn GridTools(grid: GridState, shown: RwSignal<RowsShown>) -> impl IntoView {
    let choice = move |which: RowsShown, label: &'static str| {
        view! {
            <button
                type="button"
                class="btn small"
                aria-pressed=move || (shown.get() == which).to_string()
                on:click=move |_| {
                    shown.set(which);
                    grid.go(0, grid.baseline() + 1, false);
                }
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="row grid-tools">
            <div class="segmented" role="group" aria-label=words::rows()>
                {choice(RowsShown::Both, words::both())}
                {choice(RowsShown::Actuals, words::actuals())}
                {choice(RowsShown::Targets, words::targets())}
            </div>
            <button type="button" class="btn small quiet" on:click=move |_| grid.find.open(true)>
                {words::find()}
            </button>
            <RowMenu label=words::columns() items=Callback::new(move |()| grid.settings.items()) />
            <span class="sub" role="status">{move || grid.store.account(grid.announcement().get())}</span>
        </div>
    }
}
