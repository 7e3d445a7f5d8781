//! The result of voting: what all positions agree on first, then every idea with what it was given.

use leptos::prelude::*;

use super::map::Map;
use super::more::{Limit, More};
use crate::store::Store;
use ::words::workshop as words;
use insight::workshop::{GroupVotes, Tally, TallyRow};
use strategy::*;

/// Number of ideas shown at a time.
const STEP: usize = 40;

/// Ideas that all agree on, and the table of all.
#[component]
pub fn ResultTable(counted: Memo<Tally>) -> impl IntoView {
    let store = Store::here();
    let opinions =
        move || counted.with(|all| all.rows.iter().any(|row| row.unsure + row.disagree > 0));
    let agreed = move || {
        let rows = counted
            .get()
            .rows
            .into_iter()
            .filter(|row| row.is_consensus);
        rows.map(|row| agreed(store, &row)).collect::<Vec<_>>()
    };
    let any_agreed =
        Memo::new(move |_| counted.with(|all| all.rows.iter().any(|row| row.is_consensus)));
    let most = move || {
        counted
            .with(|all| all.rows.iter().map(|row| row.dots).max())
            .unwrap_or_default()
            .max(1)
    };
    let limit = Limit::of(STEP);
    let rows = move || {
        let (opinions, most) = (opinions(), most());
        let rows = limit.first(counted.get().rows).into_iter();
        rows.map(|row| line(store, &row, opinions, most))
            .collect_view()
    };
    view! {
        <Show when=move || any_agreed.get()>
            <h3>{words::all_agree()}</h3>
            <p class="sub">{words::all_agree_note()}</p>
            <ul class="plain-list agreed">{agreed}</ul>
        </Show>
        <div class="table-scroll" tabindex="0" role="group" aria-label=words::result()>
            <table class="table result-table">
                <thead>
                    <tr>
                        <th scope="col">{words::idea_head()}</th>
                        <th scope="col" class="number">{move || if opinions() { words::opinion(0) } else { words::votes_head() }}</th>
                        <Show when=opinions>
                            <th scope="col" class="number">{words::opinion(1)}</th>
                            <th scope="col" class="number">{words::opinion(2)}</th>
                        </Show>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{words::in_all()}</th>
                        <td class="number">{move || counted.with(|all| all.rows.iter().map(|row| row.dots).sum::<u32>())}</td>
                        <Show when=opinions>
                            <td class="number">{move || counted.with(|all| all.rows.iter().map(|row| row.unsure).sum::<u32>())}</td>
                            <td class="number">{move || counted.with(|all| all.rows.iter().map(|row| row.disagree).sum::<u32>())}</td>
                        </Show>
                    </tr>
                </tfoot>
            </table>
        </div>
        <More limit count=Signal::derive(move || counted.with(|all| all.rows.len())) />
        <Map />
    }
    .into_any()
}

fn text_of(store: Store, id: Id<Idea>) -> String {
    store
        .with(|s| s.get(id).map(|one| one.text.clone()))
        .unwrap_or_default()
}

fn agreed(store: Store, row: &TallyRow) -> AnyView {
    let group = |one: &GroupVotes| {
        view! { <li>{words::of_group(&one.name)} " " <b>{one.agree}</b> "/" {one.people}</li> }
    };
    view! {
        <li class="agreed-idea">
            <b>{text_of(store, row.idea)}</b>
            <ul class="row plain-list">{row.groups.iter().map(group).collect_view()}</ul>
        </li>
    }
    .into_any()
}

fn line(store: Store, row: &TallyRow, opinions: bool, most: u32) -> AnyView {
    let note = words::row_note(row);
    let note = (!note.is_empty()).then(|| view! { <span class="sub">{note}</span> });
    let share = format!("--share:{}%", u64::from(row.dots) * 100 / u64::from(most));
    let rest = opinions.then(
        || view! { <td class="number">{row.unsure}</td><td class="number">{row.disagree}</td> },
    );
    view! {
        <tr>
            <th scope="row">
                {text_of(store, row.idea)}
                {note}
                <span class="vote-bar" style=share aria-hidden="true"></span>
            </th>
            <td class="number">{row.dots}</td>
            {rest}
        </tr>
    }
    .into_any()
}
