//! A year without any sheet: all of them are made at once, or the year is not one of the plan yet.

use leptos::prelude::*;

use super::FiscalCycle;
use crate::parts::read_only;
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::plan as words;
use browser::focus::focus_added;
use insight::sheets::reviews_owed;
use strategy::*;

/// The way to the first sheets of a year, while it has none and there are none of the year before.
#[component]
pub fn FirstSheets(
    /// The side the page is about.
    side: Side,
) -> impl IntoView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let has_none = Memo::new(move |_| {
        let before = cycle.year(Side::Done);
        store.follow(|s| reviews_owed(s, before)) == 0
    });
    let first = move || store.about().period.first;
    let is_before = Memo::new(move |_| side == Side::Done && cycle.year(side) < first());
    let of_first = move |_| cycle.choose(side, untrack(first));
    let make = move |_| {
        let year = cycle.edition().get_untracked();
        if store.edit(|s| edit::add_sheets(s, year, &mut fresh_id)) {
            focus_added(words::YEAR_CHOICE.to_owned());
        }
    };
    view! {
        <Show when=move || has_none.get() && !cycle.closed(side)>
            <div class="sheets-missing">
                {move || match is_before.get() {
                    true => view! {
                        <p>{words::before_plan(first())}</p>
                        <button type="button" class="btn" on:click=of_first>{words::judge_first(first())}</button>
                    }
                    .into_any(),
                    false => view! {
                        <p>{words::sheets_none(cycle.year(side), side)}</p>
                        <button type="button" class="btn main" disabled=read_only() on:click=make>
                            {words::make_sheets()}
                        </button>
                    }
                    .into_any(),
                }}
            </div>
        </Show>
    }
}
