//! One row of the matrix: a goal or a measure.

use leptos::prelude::*;

use super::state::{MatrixState, cell_id};
use ::words::{alignment as words, model};
use edit::Answering;
use insight::{MatrixCell, MatrixRow};
use strategy::*;

/// The row at this place.
#[component]
pub fn MatrixRowView(at: usize) -> impl IntoView {
    let state = MatrixState::here();
    let row = Memo::new(move |_| state.matrix.with(|matrix| matrix.rows.get(at).cloned()));
    // Only the rows that the keyboard leaves and enters are drawn again.
    let chosen = Memo::new(move |_| {
        let (row, column) = state.cursor();
        (row == at).then_some(column)
    });
    let picked = Memo::new(move |_| state.selected(at));
    let is_goal = move || {
        row.with(|row| {
            matches!(
                row,
                Some(MatrixRow {
                    of: Answering::Goal(_),
                    ..
                })
            )
        })
    };
    let is_untied = move || row.with(|row| row.as_ref().is_some_and(|row| row.is_untied));
    let columns = move || {
        let starts: Vec<usize> = state
            .shown
            .with(|shown| shown.iter().map(|(_, first, _)| *first).collect());
        let (first, end) = state.range();
        let (chosen, picked) = (chosen.get(), picked.get());
        row.with(|row| {
            let cells = row.iter().flat_map(|row| row.cells.iter().enumerate());
            let cells = cells.filter(|(column, _)| (first..end).contains(column));
            let cell = |(column, one): (usize, &MatrixCell)| {
                cell(
                    (at, column),
                    *one,
                    starts.contains(&column),
                    chosen == Some(column),
                    picked.is_some_and(|(first, last)| (first..=last).contains(&column)),
                )
            };
            cells.map(cell).collect_view()
        })
    };
    view! {
        <tr class:goal=is_goal class:untied=is_untied class:chosen=move || chosen.get().is_some()>
            <th scope="row">
                {move || row.get().map(|row| named(state, row.of))}
                <Show when=is_untied>
                    <span class="chip warn">{words::hole()}</span>
                </Show>
            </th>
            {columns}
        </tr>
    }
}

/// Its number and its name.
fn named(state: MatrixState, of: Answering) -> AnyView {
    let (number, title) = match of {
        Answering::Goal(id) => (
            state.numbers.with(|numbers| numbers.goal(id)),
            state.store.get(id).map(|goal| goal.title.clone()),
        ),
        Answering::Measure(id) => (
            state.numbers.with(|numbers| numbers.code_of(id)),
            state.store.get(id).map(|measure| measure.title.clone()),
        ),
        Answering::Initiative(_) => (String::new(), None),
    };
    let title = title.unwrap_or_default();
    let title = model::named(&title).to_owned();
    view! {
        <span class="matrix-name" title=title.clone()>
            <b>{model::short_number(&number)}</b>
            {title.clone()}
        </span>
    }
    .into_any()
}

fn cell(
    (row, column): (usize, usize),
    cell: MatrixCell,
    starts: bool,
    chosen: bool,
    picked: bool,
) -> AnyView {
    let label = words::matrix_cell(cell.own, cell.under);
    let under = (cell.under > 0).then(|| view! { <small>{cell.under}</small> });
    view! {
        <td
            id=cell_id(row, column)
            data-cell=format!("{row} {column}")
            class:starts=starts
            class:selected=chosen
            class:picked=picked
            data-heat=heat(cell)
            aria-selected=(chosen || picked).to_string()
            aria-label=label
        >
            {cell.own.then_some(TIED)}
            {under}
        </td>
    }
    .into_any()
}

/// Mark of a tie.
const TIED: &str = "●";

/// The text that a cell shows.
pub fn shown_text(cell: MatrixCell) -> String {
    let mut text = if cell.own { TIED } else { "" }.to_owned();
    if cell.under > 0 {
        text += &cell.under.to_string();
    }
    text
}

/// Returns the heat of a cell by its number of ties, 1 to 4; `None`: there are none.
fn heat(cell: MatrixCell) -> Option<&'static str> {
    match usize::from(cell.own) + cell.under {
        0 => None,
        1 => Some("1"),
        2 | 3 => Some("2"),
        4..=6 => Some("3"),
        _ => Some("4"),
    }
}

/// The name of what answers to an item, and the page it stands on.
pub fn listed(state: MatrixState, of: Answering) -> Option<(String, Option<Id<Goal>>)> {
    let store = state.store;
    Some(match of {
        Answering::Goal(id) => {
            let number = state.numbers.with(|numbers| numbers.goal(id));
            (
                words::goal(&number, model::named(&store.get(id)?.title)),
                Some(id),
            )
        }
        Answering::Measure(id) => {
            let code = state.numbers.with(|numbers| numbers.code_of(id));
            let measure = store.get(id)?;
            (
                words::measure(&code, model::named(&measure.title)),
                Some(measure.goal),
            )
        }
        Answering::Initiative(id) => {
            let initiative = store.get(id)?;
            let measure = store.get(initiative.measure);
            (
                words::initiative(&initiative.title),
                measure.map(|one| one.goal),
            )
        }
    })
}
