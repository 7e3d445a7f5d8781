//! 整合 as a matrix: goals and measures down, the items of the frameworks across.

mod beside;
mod copied;
mod flow;
mod head;
mod row;
mod state;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::parts::{Each, when_copied};
use crate::store::Store;
use ::words::{alignment as words, model};
use beside::Beside;
use flow::FlowChart;
use head::{Foot, Head};
use row::MatrixRowView;
use state::{ColumnGroup, MatrixState, cell_id};

/// The matrix, what it comes to in sentences, and beside it what is tied where the keyboard is.
#[component]
pub fn Matrix() -> impl IntoView {
    let store = Store::here();
    let state = MatrixState::new(store);
    provide_context(state);
    let is_there = Memo::new(move |_| {
        let has_rows = state.matrix.with(|matrix| !matrix.rows.is_empty());
        has_rows && state.shown.with(|shown| !shown.is_empty())
    });
    let sentences = move || {
        let all = state
            .matrix
            .with(|matrix| store.follow(|s| words::matrix_sentences(s, matrix)));
        let line = |sentence: String| view! { <li>{sentence}</li> };
        all.into_iter().map(line).collect_view()
    };
    view! {
        <Show when=move || is_there.get() fallback=|| view! { <p class="empty">{words::matrix_none()}</p> }>
            <Which state />
            <div class="alignment-matrix">
                <Table state />
                <Beside />
            </div>
            <p class="hint">{words::matrix_hint()}</p>
            <ul class="matrix-sentences plain-list">{sentences}</ul>
            <FlowChart />
        </Show>
    }
}

/// Choice of the frameworks shown.
#[component]
fn Which(state: MatrixState) -> impl IntoView {
    let groups = move || {
        state.matrix.with(|matrix| {
            let all = matrix.frameworks.iter();
            all.map(|one| (one.framework, one.head)).collect::<Vec<_>>()
        })
    };
    let options = move || {
        let option = |(at, group): (usize, ColumnGroup)| {
            let title = title(state, group);
            view! { <option value=at.to_string() selected=move || state.only.get() == Some(group)>{title}</option> }
        };
        groups().into_iter().enumerate().map(option).collect_view()
    };
    let choose = move |event: leptos::ev::Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        state
            .only
            .set(at.and_then(|at| untrack(groups).get(at).copied()));
    };
    view! {
        <label class="row matrix-which">
            <span class="sub">{words::matrix_which()}</span>
            <select class="choice" on:change=choose>
                <option value="">{words::matrix_every()}</option>
                {options}
            </select>
        </label>
    }
}

/// Returns the title of a group in the choice.
fn title(state: MatrixState, (framework, head): ColumnGroup) -> Option<String> {
    let Some(head) = head else {
        let framework = state.store.get(framework)?;
        return Some(model::brief(model::named(&framework.title)));
    };
    let head = state.store.get(head)?;
    let title = words::item_named(&head.number, model::named(&head.title));
    Some(words::under_only(model::brief(&title)))
}

#[component]
fn Table(state: MatrixState) -> impl IntoView {
    let active = move || {
        let (row, column) = state.cursor();
        cell_id(row, column)
    };
    let click = move |event: leptos::ev::MouseEvent| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let cell = target.and_then(|target| target.closest("[data-cell]").ok().flatten());
        let place = cell.and_then(|cell| cell.get_attribute("data-cell"));
        let place = place.and_then(|place| {
            let (row, column) = place.split_once(' ')?;
            Some((row.parse().ok()?, column.parse().ok()?))
        });
        if let Some((row, column)) = place {
            state.go(row, column);
            state.toggle();
        }
    };
    let table = NodeRef::<leptos::html::Table>::new();
    let is_here = move || {
        let table = table.try_get_untracked().flatten();
        let here = document().active_element();
        table.is_some_and(|table| here.is_some_and(|here| here == **table))
    };
    when_copied(is_here, move || Some(untrack(|| copied::block(state))));
    view! {
        <div class="matrix-side">
            <div class="matrix-scroll" node_ref=state.scroller>
                <table
                    node_ref=table
                    class="matrix"
                    role="grid"
                    tabindex="0"
                    aria-label=words::matrix_label()
                    aria-activedescendant=active
                    on:keydown=move |event| state.press(&event)
                    on:click=click
                >
                    <Head />
                    <tbody>
                        <Each of=move || 0..state.rows() let:at>
                            <MatrixRowView at />
                        </Each>
                    </tbody>
                    <Foot />
                </table>
            </div>
            <Show when=move || { state.more() > 0 }>
                <button type="button" class="btn small quiet" on:click=move |_| state.whole.set(true)>
                    {move || words::matrix_show_all(state.more())}
                </button>
            </Show>
        </div>
    }
}
