//! Shared parts of the page's sections.

use leptos::prelude::*;

use crate::store::Store;
use ::words::{briefing as words, overview};
use strategy::*;

/// The most rows of a table, so that all stays on one page of A4.
pub const ROWS: usize = 12;

/// A heading with how many there are and what they are.
pub fn heading(
    id: &'static str,
    text: impl IntoView + 'static,
    count: Option<usize>,
    note: impl IntoView + 'static,
) -> impl IntoView {
    view! {
        <div class="briefing-section">
            <h3 id=id>
                {text}
                " "
                {count.map(|n| view! { <span class="briefing-count">{n}</span> })}
            </h3>
            <span class="sub">{note}</span>
        </div>
    }
}

/// The name of an indicator, with its series where it has a name.
pub fn name(store: Store, indicator: Id<Indicator>, series: Id<Series>) -> String {
    store.with(|s| {
        let indicator = s.get(indicator).map(|k| k.name.trim()).unwrap_or_default();
        let series = s.get(series).map(|r| r.name.trim()).unwrap_or_default();
        match indicator {
            "" => words::unnamed().to_owned(),
            name => overview::named(name, series),
        }
    })
}

/// Says how many rows a list leaves out.
pub fn more(all: usize) -> Option<impl IntoView> {
    let left = all.saturating_sub(ROWS);
    (left > 0).then(|| view! { <p class="sub">{words::more(left)}</p> })
}
