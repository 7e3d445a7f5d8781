//! The same links as bands from the goals to the items.

use leptos::prelude::*;

use super::row::listed;
use super::state::MatrixState;
use crate::charts::{ChartView, Flow, FlowBand};
use ::words::{alignment as words, model};
use edit::Answering;
use insight::MatrixRow;

/// The chart, shown on request.
#[component]
pub fn FlowChart() -> impl IntoView {
    let state = MatrixState::here();
    let open = RwSignal::new(false);
    view! {
        <div class="row">
            <button
                type="button"
                class="btn small quiet"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|on| *on = !*on)
            >
                {words::flow()}
            </button>
        </div>
        <Show when=move || open.get()>
            <div class="card">
                <ChartView
                    title=words::flow_title().to_owned()
                    sentence=Signal::stored(words::flow_note().to_owned())
                    chart=move || flow(state)
                />
            </div>
        </Show>
    }
}

/// The goals, the items shown, and how much of each goal is tied to each item.
fn flow(state: MatrixState) -> Flow {
    let (first, end) = state.range();
    state.matrix.with(|matrix| {
        let is_goal = |row: &&MatrixRow| matches!(row.of, Answering::Goal(_));
        let goals: Vec<_> = matrix.rows.iter().filter(is_goal).collect();
        let name = |row: &&MatrixRow| listed(state, row.of).map_or(String::new(), |(name, _)| name);
        let columns = matrix.columns().skip(first).take(end - first);
        let item = |column: &insight::ItemColumn| {
            let item = state.store.get(column.item).unwrap_or_default();
            let number = words::item_number(item.kind, &item.number);
            words::item_named(&number, model::named(&item.title))
        };
        let bands = goals.iter().enumerate().flat_map(|(from, row)| {
            let cells = row.cells[first..end].iter().enumerate();
            let bands = cells.map(move |(to, cell)| FlowBand {
                from,
                to,
                count: usize::from(cell.own) + cell.under,
            });
            bands.filter(|band| band.count > 0)
        });
        Flow {
            head: [words::flow_goal(), words::flow_item(), words::flow_count()].map(str::to_owned),
            left: goals.iter().map(name).collect(),
            right: columns.map(item).collect(),
            bands: bands.collect(),
        }
    })
}
