//! 整合 as a matrix: goals and measures down, the items of the frameworks across.

mod beside;
mod copied;
mod flow;
mod head;
mod input;
mod row;
mod state;
mod ties;
mod tools;

use leptos::prelude::*;

use crate::parts::Each;
use crate::settled::settled;
use crate::store::Store;
use ::words::{alignment as words, model};
use beside::Beside;
use flow::FlowChart;
use head::{Foot, Head};
use input::use_clipboard;
use row::MatrixRowView;
use state::{ColumnGroup, MatrixState, TABLE, cell_id};
pub use tools::MatrixOnDemand;
use tools::MatrixTools;

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
    use_clipboard(state);
    let totals = settled(move || state.tied_in_block().map(words::matrix_selected));
    view! {
        <div class="matrix-side">
            <MatrixTools state />
            <div class="matrix-scroll" node_ref=state.scroller>
                <table
                    id=TABLE
                    class="matrix"
                    role="grid"
                    tabindex="0"
                    aria-label=words::matrix_label()
                    aria-multiselectable="true"
                    aria-activedescendant=active
                    on:keydown=move |event| input::press(state, &event)
                    on:mousedown=move |event| input::press_mouse(state, &event)
                    on:mouseover=move |event| input::draw_mouse(state, &event)
                    on:click=move |event| input::click(state, &event)
                    on:contextmenu=move |event| input::open_menu(state, &event)
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
            <div class="row matrix-foot">
                <p class="sub" role="status">{move || state.store.account(state.announcement.get())}</p>
                <p class="grid-totals" aria-live="polite">{move || totals.get()}</p>
            </div>
            <Show when=move || { state.more() > 0 }>
                <button type="button" class="btn small quiet" on:click=move |_| state.whole.set(true)>
                    {move || words::matrix_show_all(state.more())}
                </button>
            </Show>
        </div>
    }
}
