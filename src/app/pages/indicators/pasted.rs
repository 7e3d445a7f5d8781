//! 指標の表を貼り付ける: what was read of each line is shown before anything is added.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::pasted_columns::{Chooser, kept, remembered};
use crate::app::action::Action;
use crate::app::desk::{Desk, fresh_id};
use crate::app::parts::Dialog;
use crate::app::route::Page;
use crate::app::route::Route;
use crate::app::shell::Panels;
use crate::app::store::Store;
use crate::edit::{self, Newcomer};
use crate::format::{PastedIndicator, PastedTable, Said, read_table_as};
use crate::locale::pasted_table as words;

/// The window.
#[component]
pub fn PasteTable() -> impl IntoView {
    let open = Panels::here().paste_table;
    view! {
        <Dialog open title=Action::PasteTable.words().to_owned() class="wide">
            <Form open />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let table = RwSignal::new(PastedTable::default());
    // Which of them are added, by place.
    let chosen = RwSignal::new(BTreeSet::<usize>::new());
    let typed = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let desk = Desk::here();
    let said = RwSignal::new(Said {
        head: None,
        columns: remembered(&desk.columns()),
    });
    let read = move || {
        let read = text.with_untracked(|text| {
            typed.set(!text.trim().is_empty());
            store.with(|s| said.with_untracked(|said| read_table_as(text, s, said)))
        });
        let certain = |(at, one): (usize, &PastedIndicator)| one.chosen().then_some(at);
        chosen.set(
            read.indicators
                .iter()
                .enumerate()
                .filter_map(certain)
                .collect(),
        );
        table.set(read);
    };
    let pasted = move |new: String| {
        text.set(new);
        // The line of heads is of one text; the columns are known by their heads.
        said.update(|said| said.head = None);
        read();
    };
    let choose = move |new: Said| {
        desk.remember_columns(kept(&new.columns));
        said.set(new);
        read();
    };
    let add = move || {
        let newcomers: Vec<Newcomer> = table.with_untracked(|t| {
            let wanted =
                |(at, _): &(usize, &PastedIndicator)| chosen.with_untracked(|c| c.contains(at));
            t.indicators
                .iter()
                .enumerate()
                .filter(wanted)
                .map(|(_, one)| newcomer(one))
                .collect()
        });
        if store.edit(|s| edit::add_indicators(s, &newcomers, fresh_id)) {
            open.set(false);
            store.tell_done(words::added(newcomers.len()));
            Route::of_page(Page::Indicators(None)).go();
        }
    };
    let count = move || chosen.with(BTreeSet::len);
    view! {
        <p class="hint">{words::HOW}</p>
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                add();
            }
        >
            <div class="labelled whole">
                <label for="pasted-table">{words::TEXT}</label>
                <textarea
                    id="pasted-table"
                    class="input pasted-text"
                    rows="5"
                    wrap="off"
                    placeholder=words::EXAMPLE
                    on:input=move |event| pasted(event_target_value(&event))
                ></textarea>
            </div>
            <p class="whole" role="status">
                {move || typed.get().then(|| table.with(words::summary))}
            </p>
            <Show when=move || table.with(|t| !t.columns.is_empty())>
                <Chooser table said=said.into() on_said=Callback::new(choose) />
            </Show>
            <Show when=move || table.with(|t| !t.indicators.is_empty())>
                <div class="whole table-scroll pasted-read" tabindex="0" role="region" aria-label=words::READ>
                    {move || table.with(|t| preview(t, chosen))}
                </div>
            </Show>
            <Show when=move || table.with(|t| !t.left.is_empty())>
                <details class="whole">
                    <summary>{move || table.with(|t| words::left(t.left.len()))}</summary>
                    <ul class="sub">
                        {move || table.with(|t| t.left.iter().map(|(_, text)| view! { <li>{text.clone()}</li> }).collect_view())}
                    </ul>
                </details>
            </Show>
            <div class="whole row pasted-acts">
                <button type="submit" class="btn main" disabled=move || count() == 0>
                    {move || words::add(count())}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn newcomer(one: &PastedIndicator) -> Newcomer {
    Newcomer {
        indicator: one.indicator.clone(),
        series: one.series.clone(),
        goals: one.goals.clone(),
    }
}

fn preview(table: &PastedTable, chosen: RwSignal<BTreeSet<usize>>) -> AnyView {
    let head = words::COLUMNS
        .map(|column| view! { <th scope="col">{column}</th> })
        .collect_view();
    let rows = table
        .indicators
        .iter()
        .enumerate()
        .map(|(at, one)| row(at, one, chosen))
        .collect_view();
    view! {
        <table class="table">
            <caption class="visually-hidden">{words::READ}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(at: usize, one: &PastedIndicator, chosen: RwSignal<BTreeSet<usize>>) -> AnyView {
    let k = &one.indicator;
    let toggle = move |_| {
        chosen.update(|all| {
            if !all.remove(&at) {
                all.insert(at);
            }
        });
    };
    view! {
        <tr>
            <td>
                <input
                    type="checkbox"
                    aria-label=words::choose(&k.name)
                    prop:checked=move || chosen.with(|all| all.contains(&at))
                    on:change=toggle
                />
            </td>
            <th scope="row">
                <span class="sub">{k.code.clone()}</span>
                " "
                <b>{k.name.clone()}</b>
                <span class="sub">" "{words::lines(one)}</span>
                {one.known.then(|| view! { <span class="chip warn">{words::KNOWN}</span> })}
                {one.doubts.iter().map(|doubt| view! { <span class="chip warn">{words::doubt(doubt)}</span> }).collect_view()}
                {(!k.note.is_empty()).then(|| view! { <span class="sub pre">{k.note.clone()}</span> })}
            </th>
            <td>{k.unit.clone()}</td>
            {cell(words::baselines(one))}
            {cell(words::by_year(one, |s| &s.targets))}
            {cell(words::by_year(one, |s| &s.actuals))}
            <td>{words::kind(one)}</td>
        </tr>
    }
    .into_any()
}

/// Figures as printed, a line for each series; 要確認 is marked.
fn cell(lines: Vec<(String, bool)>) -> AnyView {
    let line = |(text, check): (String, bool)| {
        view! {
            <div>
                {text}
                {check.then(|| view! { " "<span class="chip warn">{words::CHECK}</span> })}
            </div>
        }
    };
    view! { <td class="number">{lines.into_iter().map(line).collect_view()}</td> }.into_any()
}
