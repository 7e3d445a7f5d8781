//! 合流: what the files change, in the order of the plan, and the button that brings it together.

use leptos::prelude::*;

use super::accept::Accept;
use super::one_line::OneLine;
use super::state::{FileRow, Hands, Line};
use crate::parts::ShowMore;
use ::words::hands as words;
use edit::merge::Act;

/// Number of lines shown at once.
const SHOWN: usize = 60;

/// Filter of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    All,
    Open,
    Conflicts,
    Outside,
    Changed,
    Added,
}

const FILTERS: [Filter; 6] = [
    Filter::All,
    Filter::Open,
    Filter::Conflicts,
    Filter::Outside,
    Filter::Changed,
    Filter::Added,
];

impl Filter {
    fn holds(self, of_file: &FileRow) -> bool {
        let row = &of_file.row;
        match self {
            Filter::All => true,
            Filter::Open => of_file.is_open(),
            Filter::Conflicts => row.clashes,
            Filter::Outside => row.outside,
            Filter::Changed => matches!(row.act, Act::Changed | Act::Moved),
            Filter::Added => !matches!(row.act, Act::Changed | Act::Moved),
        }
    }

    fn words(self, count: usize) -> String {
        match self {
            Filter::All => words::filter_all(count),
            Filter::Open => words::filter_open(count),
            Filter::Conflicts => words::filter_conflicts(count),
            Filter::Outside => words::filter_outside(count),
            Filter::Changed => words::filter_changed(count),
            Filter::Added => words::filter_added(count),
        }
    }
}

/// The list.
#[component]
pub fn Lines() -> impl IntoView {
    let hands = Hands::here();
    let counts = Memo::new(move |_| {
        let outcome = hands.outcome();
        let rows = || outcome.iter().flat_map(|outcome| &outcome.rows);
        FILTERS.map(|filter| rows().filter(|row| filter.holds(row)).count())
    });
    let count = move |filter: Filter| {
        let at = FILTERS.iter().position(|one| *one == filter);
        at.map_or(0, |at| counts.with(|counts| counts[at]))
    };
    let chosen = RwSignal::new(None::<Filter>);
    let any_open = Memo::new(move |_| count(Filter::Open) > 0);
    // Open decisions come first.
    let filter = move || {
        let usual = if any_open.get() {
            Filter::Open
        } else {
            Filter::All
        };
        chosen.get().unwrap_or(usual)
    };
    let shown = RwSignal::new(SHOWN);
    let drawn = move || {
        let (filter, outcome) = (filter(), hands.outcome());
        let rows = outcome.iter().flat_map(|outcome| &outcome.rows);
        let rows = rows.filter(|row| filter.holds(row)).take(shown.get());
        let lines = rows.filter_map(|row| outcome.as_ref()?.line(row));
        lines.collect::<Vec<_>>()
    };
    let button = move |one: Filter| {
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
                {move || one.words(count(one))}
            </button>
        }
    };
    view! {
        <section class="hands-merge" aria-labelledby="hands-merge">
            <h2 id="hands-merge">{words::merge_title()}</h2>
            <Show
                when=move || count(Filter::All) != 0
                fallback=|| view! { <p class="empty">{words::nothing()}</p> }
            >
                <p class="sub">{words::merge_note()}</p>
                <div class="tabs" role="group" aria-label=words::filter()>{FILTERS.map(button).collect_view()}</div>
                <div class="hands-lines">
                    <For
                        each=drawn
                        key=Line::mark
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
    .into_any()
}
