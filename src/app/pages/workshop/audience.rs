//! Screen for the whole room: the question and the time that is left, a number and the tables' guesses, or the
//! result.

use leptos::prelude::*;

use super::learn::Shown;
use super::soon::{count_of_ideas, counted, counted_at, soon};
use super::state::WorkshopState;
use crate::parts::Each;
use crate::store::Store;
use ::words::workshop as words;
use ::words::{Word, votes};
use insight::workshop::SessionPart;
use insight::workshop::{GroupVotes, TallyRow, Theme, VoteTally, themes};
use strategy::VoteKind;

/// Largest number of groups shown.
const GROUPS: usize = 6;
/// Number of ideas that fit a screen in letters large enough for the last row.
const SHOWN: usize = 8;
/// Largest number of them on which all positions agree; each shows its number of votes by position.
const AGREED: usize = 3;

/// Content for everybody, without the content for the presenter alone.
#[component]
pub fn Audience() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let shows_result = move || {
        let is_open = state.record(store).is_some_and(|one| one.opened);
        let of_result = [
            SessionPart::Choose,
            SessionPart::LookBack,
            SessionPart::Answer,
        ];
        is_open && of_result.contains(&state.part.get())
    };
    let asked = Memo::new(move |_| {
        let is_learning = state.part.get() == SessionPart::Learn;
        state.asked.get().filter(|_| is_learning)
    });
    let question = move || {
        let question = state.record(store).map(|one| one.question.clone());
        question.unwrap_or_default()
    };
    let prompt = move || state.activity(store).map(|one| one.prompt);
    let said = count_of_ideas(store, state);
    let groups = soon(
        store,
        move || state.session.get(),
        |s, session| session.map(|id| themes(s, id)).unwrap_or_default(),
    );
    let looks_back = move || state.part.get() == SessionPart::LookBack;
    move || match (asked.get(), shows_result()) {
        (Some(id), _) => view! { <Shown id /> }.into_any(),
        (None, false) if looks_back() && groups.with(|all| !all.is_empty()) => {
            view! { <Groups groups /> }.into_any()
        }
        (None, true) if looks_back() && groups.with(|all| !all.is_empty()) => {
            view! { <Groups groups /> }.into_any()
        }
        (None, true) => view! { <Result /> }.into_any(),
        (None, false) => view! {
            <div class="projector-middle">
                <h2 class="projector-question phrases">{question}</h2>
                <p class="projector-prompt">{prompt}</p>
                <p>{move || words::ideas_so_far(said.get())}</p>
            </div>
        }
        .into_any(),
    }
}

/// The present activity, and the time that is left.
#[component]
pub fn Now() -> impl IntoView {
    let state = WorkshopState::here();
    view! {
        <strong class="grow">{move || state.part.get().activity().word()}</strong>
        <output class="projector-time" aria-live="off" aria-label=words::time_left()>
            {move || words::minutes_seconds(state.countdown.left())}
        </output>
    }
}

/// Groups of ideas that were put together by hand, the largest first; of each its first ideas.
#[component]
fn Groups(groups: Memo<Vec<Theme>>) -> impl IntoView {
    let card = |theme: &Theme| {
        let idea = |text: &String| view! { <li>{text.clone()}</li> };
        view! {
            <li>
                <span class="projector-line"><b class="grow">{theme.name.clone()}</b><b>{words::count(theme.count)}</b></span>
                <ul class="plain-list projector-groups">{theme.first.iter().map(idea).collect_view()}</ul>
            </li>
        }
    };
    let shown = move || groups.with(|all| all.iter().take(GROUPS).map(card).collect_view());
    let rest = move || {
        let rest = groups.with(Vec::len).saturating_sub(GROUPS);
        (rest > 0).then(|| words::and_more(rest))
    };
    view! {
        <h2>{move || words::projected_groups(groups.with(Vec::len))}</h2>
        <ul class="plain-list projector-agreed">{shown}</ul>
        <p>{rest}</p>
    }
}

#[component]
fn Result() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let counted = counted(store, state);
    let count = Memo::new(move |_| counted.with(Vec::len));
    view! {
        <h2>{move || counted.with(|all| words::projected(all))}</h2>
        <p>{move || counted.with(|all| words::how_many_voted(all))}</p>
        <div class="projector-kinds" class:several=move || { count.get() > 1 }>
            <Each of=move || 0..count.get() let:at>
                <KindResult tally=counted_at(counted, at) count />
            </Each>
        </div>
    }
}

/// The result by one kind of votes, of so many that share the screen; under its name where there are several.
#[component]
fn KindResult(tally: Memo<Option<VoteTally>>, count: Memo<usize>) -> impl IntoView {
    let store = Store::here();
    let room = move || SHOWN / count.get().max(1);
    let named = move || {
        let named = tally.with(|one| one.as_ref().map(words::voted_by));
        let named = named.filter(|_| count.get() > 1);
        named.map(|named| view! { <h3>{named}</h3> })
    };
    let agreed = move || {
        let tally = tally.get()?;
        let all = agreed(&tally.rows, room()).map(|row| card(store, row, tally.kind));
        let all: Vec<_> = all.collect();
        (!all.is_empty()).then(|| {
            view! {
                <h3>{words::all_agree()}</h3>
                <ul class="plain-list projector-agreed">{all}</ul>
            }
        })
    };
    let rows = move || {
        let VoteTally { kind, rows, .. } = tally.get()?;
        let most = rows.iter().map(|row| row.count.votes).max();
        let most = most.unwrap_or_default().max(1);
        let lines = others(&rows, room()).map(|row| line(store, row, kind, most));
        Some(lines.collect_view())
    };
    let more = move || {
        let rows = tally.get().map(|one| one.rows).unwrap_or_default();
        Some(rest(&rows, room())).filter(|rest| *rest > 0)
    };
    view! {
        <section>
            {named}
            {agreed}
            <ol class="plain-list projector-rows">{rows}</ol>
            <p>{move || more().map(words::and_more)}</p>
        </section>
    }
}

/// The first of those that all positions agree on; they come before all others. Each takes the room of two others.
fn agreed(rows: &[TallyRow], room: usize) -> impl Iterator<Item = &TallyRow> {
    let agreed = rows.iter().filter(|row| row.is_consensus);
    agreed.take(AGREED.min(room / 2))
}

/// The first of the others that were chosen, on a screen with room for so many in all.
fn others(rows: &[TallyRow], room: usize) -> impl Iterator<Item = &TallyRow> {
    let agreed = agreed(rows, room).count();
    let others = rows.iter().skip(agreed);
    others
        .filter(|row| row.count.votes > 0)
        .take(room.saturating_sub(agreed * 2))
}

/// Returns the number of ideas that are not on the screen.
fn rest(rows: &[TallyRow], room: usize) -> usize {
    let shown = agreed(rows, room).count() + others(rows, room).count();
    rows.len().saturating_sub(shown)
}

/// Card of an idea that all agree on, with the number of votes of each position.
fn card(store: Store, row: &TallyRow, kind: VoteKind) -> AnyView {
    let text = store.with(|s| s.get(row.idea).map(|one| one.text.clone()));
    let group = |one: &GroupVotes| {
        view! { <li>{words::of_group(&one.name)} " " <b>{one.agree}</b> "/" {one.people}</li> }
    };
    view! {
        <li>
            <span class="projector-line"><b class="grow">{text}</b><b>{with_unit(row, kind)}</b></span>
            <ul class="plain-list projector-groups">{row.groups.iter().map(group).collect_view()}</ul>
        </li>
    }
    .into_any()
}

fn with_unit(row: &TallyRow, kind: VoteKind) -> String {
    let count = row.count;
    votes::with_unit(kind, count.votes, count.unsure, count.disagree)
}

fn line(store: Store, row: &TallyRow, kind: VoteKind, most: u32) -> AnyView {
    let text = store.with(|s| s.get(row.idea).map(|one| one.text.clone()));
    let share = format!(
        "--share:{}%",
        u64::from(row.count.votes) * 100 / u64::from(most)
    );
    let star = row.is_consensus.then(|| view! { <span class="projector-star">"★ " <span class="visually-hidden">{words::all_agree()}</span></span> });
    view! {
        <li>
            <span class="projector-line"><span class="grow">{star}{text}</span><b>{with_unit(row, kind)}</b></span>
            <span class="vote-bar" style=share aria-hidden="true"></span>
        </li>
    }
    .into_any()
}
