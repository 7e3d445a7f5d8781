//! 合流: what the files change, in the order of the plan, and the button that brings it together.

use leptos::prelude::*;

use super::accept::Accept;
use super::one_line::OneLine;
use super::state::{ChangeLine, Hands};
use crate::parts::ShowMore;
use ::words::hands as words;
use edit::merge::RowFilter;

/// Number of lines shown at once.
const SHOWN: usize = 60;

fn filter_words(filter: RowFilter, count: usize) -> String {
    match filter {
        RowFilter::All => words::filter_all(count),
        RowFilter::Open => words::filter_open(count),
        RowFilter::Conflicts => words::filter_conflicts(count),
        RowFilter::Outside => words::filter_outside(count),
        RowFilter::Changed => words::filter_changed(count),
        RowFilter::Added => words::filter_added(count),
    }
}

/// The list.
#[component]
pub fn Lines() -> impl IntoView {
    let hands = Hands::here();
    let counts = Memo::new(move |_| {
        let outcome = hands.outcome();
        let rows = || outcome.iter().flat_map(|outcome| &outcome.rows);
        RowFilter::ALL.map(|filter| rows().filter(|row| filter.holds(&row.row)).count())
    });
    let count = move |filter: RowFilter| {
        let at = RowFilter::ALL.iter().position(|one| *one == filter);
        at.map_or(0, |at| counts.with(|counts| counts[at]))
    };
    let chosen = RwSignal::new(None::<RowFilter>);
    let any_open = Memo::new(move |_| count(RowFilter::Open) > 0);
    // Open decisions come first.
    let filter = move || {
        let usual = if any_open.get() {
            RowFilter::Open
        } else {
            RowFilter::All
        };
        chosen.get().unwrap_or(usual)
    };
    let shown = RwSignal::new(SHOWN);
    let drawn = move || {
        let (filter, outcome) = (filter(), hands.outcome());
        let rows = outcome.iter().flat_map(|outcome| &outcome.rows);
        let rows = rows.filter(|row| filter.holds(&row.row)).take(shown.get());
        let lines = rows.filter_map(|row| outcome.as_ref()?.line(row));
        lines.collect::<Vec<_>>()
    };
    let button = move |one: RowFilter| {
        view! {
            <button
                type="button"
                class="btn"
                aria-pressed=move || (filter() == one).to_string()
                on:click=move |_| {
                    shown.set(SHOWN);
                    chosen.set(Some(one));
                }
            >
                {move || filter_words(one, count(one))}
            </button>
        }
    };
    view! {
        <section class="hands-merge" aria-labelledby="hands-merge">
            <h2 id="hands-merge">{words::merge_title()}</h2>
            <Show
                when=move || count(RowFilter::All) != 0
                fallback=|| view! { <p class="empty">{words::nothing()}</p> }
            >
                <p class="sub">{words::merge_note()}</p>
                <div class="tabs" role="group" aria-label=words::filter()>{RowFilter::ALL.map(button).collect_view()}</div>
                <div class="hands-lines">
                    <For
                        each=drawn
                        key=ChangeLine::mark
                        let:line
                    >
                        <OneLine line />
                    </For>
                </div>
                <ShowMore count=Signal::derive(move || count(filter())) shown step=SHOWN />
            </Show>
            <Accept />
        </section>
    }
}
