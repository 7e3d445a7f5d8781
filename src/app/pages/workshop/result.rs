//! The result of voting, each kind of votes apart: what all positions agree on first, then every idea with its votes.

use leptos::prelude::*;

use super::map::Map;
use super::more::{DrawnLimit, More};
use super::soon::counted_at;
use crate::parts::Each;
use crate::store::Store;
use ::words::Word;
use ::words::workshop as words;
use insight::workshop::{GroupVotes, TallyRow, VoteCount, VoteTally};
use strategy::*;

/// Number of ideas shown at a time.
const STEP: usize = 40;

/// The result of each kind of votes, and the map of opinions.
#[component]
pub fn ResultTable(counted: Memo<Vec<VoteTally>>) -> impl IntoView {
    let count = Memo::new(move |_| counted.with(Vec::len));
    let several = Memo::new(move |_| count.get() > 1);
    view! {
        <Each of=move || 0..count.get() let:at>
            <KindTable tally=counted_at(counted, at) several />
        </Each>
        <Map />
    }
}

/// Ideas that all agree on, and the table of all, by one kind of votes; under its name where there are several.
#[component]
fn KindTable(tally: Memo<Option<VoteTally>>, several: Memo<bool>) -> impl IntoView {
    let store = Store::here();
    let kind = Memo::new(move |_| tally.with(|one| one.as_ref().map(|one| one.kind)));
    let opinions = move || kind.get() == Some(VoteKind::Opinions);
    let named = move || {
        let named = tally.with(|one| one.as_ref().map(words::voted_by));
        several.get().then_some(named)
    };
    let agreed = move || {
        with_rows(tally, |rows| {
            let rows = rows.iter().filter(|row| row.is_consensus);
            rows.map(|row| agreed(store, row)).collect::<Vec<_>>()
        })
    };
    let any_agreed =
        Memo::new(move |_| with_rows(tally, |rows| rows.iter().any(|row| row.is_consensus)));
    let limit = DrawnLimit::of(STEP);
    let rows = move || {
        let opinions = opinions();
        let rows = tally.get().map(|one| one.rows).unwrap_or_default();
        let most = rows.iter().map(|row| row.count.votes).max();
        let most = most.unwrap_or_default().max(1);
        let rows = limit.first(rows).into_iter();
        rows.map(|row| line(store, &row, opinions, most))
            .collect_view()
    };
    view! {
        {move || named().map(|named| view! { <h3>{named}</h3> })}
        <Show when=move || any_agreed.get()>
            <h3>{words::all_agree()}</h3>
            <p class="sub">{words::all_agree_note()}</p>
            <ul class="plain-list agreed">{agreed}</ul>
        </Show>
        <div class="table-scroll" tabindex="0" role="group" aria-label=move || kind.get().map(|kind| words::result_of(kind.word()))>
            <table class="table result-table">
                <thead>{move || heads(kind.get())}</thead>
                <tbody>{rows}</tbody>
                <tfoot>{move || with_rows(tally, |rows| in_all(rows, opinions()))}</tfoot>
            </table>
        </div>
        <More limit count=Signal::derive(move || with_rows(tally, |rows| rows.len())) />
    }
}

/// Tracked: reads the rows of a count, without a copy of them.
fn with_rows<T>(tally: Memo<Option<VoteTally>>, read: impl FnOnce(&[TallyRow]) -> T) -> T {
    tally.with(|one| read(one.as_ref().map(|one| &*one.rows).unwrap_or_default()))
}

/// The head of a table: votes are told by their unit.
fn heads(kind: Option<VoteKind>) -> AnyView {
    let heads = match kind {
        Some(VoteKind::Opinions) => vec![words::opinion(0), words::opinion(1), words::opinion(2)],
        kind => kind.map(|kind| kind.word()).into_iter().collect(),
    };
    let heads = heads.into_iter();
    let heads = heads.map(|head| view! { <th scope="col" class="number">{head}</th> });
    view! { <tr><th scope="col">{words::idea_head()}</th>{heads.collect_view()}</tr> }.into_any()
}

/// The sums of a table: of one kind of votes.
fn in_all(rows: &[TallyRow], opinions: bool) -> AnyView {
    let sum = |of: fn(&VoteCount) -> u32| {
        let each = rows.iter().map(|row| of(&row.count));
        each.fold(0, u32::saturating_add)
    };
    let rest = opinions.then(|| {
        let (unsure, disagree) = (sum(|one| one.unsure), sum(|one| one.disagree));
        view! { <td class="number">{unsure}</td><td class="number">{disagree}</td> }
    });
    view! {
        <tr>
            <th scope="row">{words::in_all()}</th>
            <td class="number">{sum(|one| one.votes)}</td>
            {rest}
        </tr>
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
    let note = words::row_note(row).map(|note| view! { <span class="sub">{note}</span> });
    let VoteCount {
        votes,
        unsure,
        disagree,
    } = row.count;
    let share = format!("--share:{}%", u64::from(votes) * 100 / u64::from(most));
    let rest = opinions
        .then(|| view! { <td class="number">{unsure}</td><td class="number">{disagree}</td> });
    view! {
        <tr>
            <th scope="row">
                {text_of(store, row.idea)}
                {note}
                <span class="vote-bar" style=share aria-hidden="true"></span>
            </th>
            <td class="number">{votes}</td>
            {rest}
        </tr>
    }
    .into_any()
}
