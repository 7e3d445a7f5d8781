//! The heads of the columns, and how much is tied to each.

use leptos::prelude::*;

use super::state::{CORNER, MatrixState, ShownGroup};
use ::words::{alignment as words, model};
use strategy::*;

/// The frameworks, and under each its items.
#[component]
pub fn Head() -> impl IntoView {
    let state = MatrixState::here();
    let frameworks = move || {
        let shown = state.shown.get().into_iter();
        shown.map(|one| framework(state, &one)).collect_view()
    };
    let items = move || {
        let shown = state.shown.get().into_iter();
        let items = shown.flat_map(|((framework, _), first, items)| {
            let kind = state
                .store
                .get(framework)
                .map(|one| one.kind)
                .unwrap_or_default();
            let items = items.into_iter().enumerate();
            items.map(move |(at, id)| item(state, kind, first + at, at == 0, id))
        });
        items.collect_view()
    };
    view! {
        <thead>
            <tr>
                <th scope="col" rowspan="2" class="matrix-corner" id=CORNER>{words::matrix_rows()}</th>
                {frameworks}
            </tr>
            <tr class="matrix-items">{items}</tr>
        </thead>
    }
}

fn framework(state: MatrixState, ((id, head), _, items): &ShownGroup) -> AnyView {
    let title = match head {
        None => state
            .store
            .get(*id)
            .map(|one| model::named(&one.title).to_owned()),
        Some(head) => state
            .store
            .get(*head)
            .map(|one| words::item_named(&one.number, model::named(&one.title))),
    };
    let title = title.unwrap_or_default();
    view! {
        <th scope="colgroup" colspan=items.len().to_string() class="matrix-framework" title=title.clone()>
            <span>{title.clone()}</span>
        </th>
    }
    .into_any()
}

fn item(
    state: MatrixState,
    kind: FrameworkKind,
    at: usize,
    starts: bool,
    id: Id<FrameworkItem>,
) -> AnyView {
    let item = state.store.get(id).unwrap_or_default();
    let title = model::named(&item.title).to_owned();
    let whole = words::item_named(&item.number, &title);
    let (goal, _) = item.number.split_once('.').unwrap_or((&item.number, ""));
    let goal = goal.trim().parse::<u8>().ok();
    let goal = goal.filter(|goal| kind == FrameworkKind::Sdgs && (1..=17).contains(goal));
    let number = match goal {
        Some(goal) => {
            view! { <b class=format!("sdg sdg-{goal}")>{item.number.trim().to_owned()}</b> }
                .into_any()
        }
        None => view! { <b>{words::item_number(item.kind, &item.number)}</b> }.into_any(),
    };
    view! {
        <th scope="col" title=whole class:starts=starts class:chosen=move || state.cursor().1 == at>
            <span class="matrix-title">{title}</span>
            {number}
        </th>
    }
    .into_any()
}

/// Number of goals, measures and initiatives tied to each item.
#[component]
pub fn Foot() -> impl IntoView {
    let state = MatrixState::here();
    let counts = move || {
        let (first, end) = state.range();
        state.matrix.with(|matrix| {
            let columns = matrix.columns().enumerate();
            let columns = columns.filter(|(at, _)| (first..end).contains(at));
            let count = |column: &insight::ItemColumn| {
                let count = column.answering.len();
                view! { <td class:hole=count == 0>{count}</td> }
            };
            columns.map(|(_, column)| count(column)).collect_view()
        })
    };
    view! {
        <tfoot>
            <tr>
                <th scope="row">{words::matrix_count()}</th>
                {counts}
            </tr>
        </tfoot>
    }
}
