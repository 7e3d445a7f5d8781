//! 選ぶ: each person in turn, what was counted from paper, and the result once it is opened.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::more::{DrawnLimit, Find, More};
use super::paper_count::PaperCount;
use super::result::ResultTable;
use super::soon::{count_of_ideas, counted, soon};
use super::state::{WorkshopState, change};
use super::table_choice::TableChoice;
use crate::parts::{Choice, Each, read_only};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::workshop as words;
use browser::focus::focus;
use insight::search::fold;
use insight::workshop::heads;
use strategy::*;

/// The DOM id of the heading the next person begins at.
const NEXT: &str = "ballot-next";

/// Number of ideas shown at a time.
const STEP: usize = 40;

/// The form for one person, the count from paper, and the result.
#[component]
pub fn Choose() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let find = RwSignal::new(String::new());
    let asked = move || (state.session.get(), fold(&find.get()));
    let ideas = soon(store, asked, |s, (session, wanted)| {
        let heads = session.map(|id| heads(s, id)).unwrap_or_default();
        let is_wanted =
            |one: &&std::sync::Arc<Idea>| wanted.is_empty() || fold(&one.text).contains(&wanted);
        let wanted = heads.into_iter().filter(is_wanted);
        wanted.map(|one| one.id).collect::<Vec<_>>()
    });
    let count = count_of_ideas(store, state);
    let any = move || count.get() > 0;
    let many = move || count.get() > STEP;
    let is_table = move || {
        let record = state.record(store);
        record.is_some_and(|one| !one.at_table.is_empty())
    };
    view! {
        <Show when=move || !any()>
            <p class="empty">
                {move || if is_table() { words::nothing_to_choose_at_table() } else { words::nothing_to_choose() }}
            </p>
        </Show>
        <Show when=any>
            <Show when=many>
                <p class="row"><Find text=find /><span class="sub">{words::too_many_to_choose()}</span></p>
            </Show>
            <OneBallot ideas />
            <PaperCount ideas step=STEP />
            <Opening />
        </Show>
    }
}

/// Votes of one person on each idea: a number, or one of three.
type GivenVotes = RwSignal<BTreeMap<u64, [u32; 3]>>;

#[component]
fn OneBallot(ideas: Memo<Vec<Id<Idea>>>) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let given: GivenVotes = RwSignal::new(BTreeMap::new());
    let is_cast = RwSignal::new(false);
    let group = RwSignal::new(String::new());
    let budget = Memo::new(move |_| state.record(store).and_then(|one| one.budget()));
    let used = move || given.with(|all| all.values().map(|one| one[0]).sum::<u32>());
    let left = move || budget.get().map(|most| most.saturating_sub(used()));
    let groups = Memo::new(move |_| {
        state
            .record(store)
            .map(|one| one.groups.clone())
            .unwrap_or_default()
    });
    let cast = move |_| {
        let Some(session) = state.session.get_untracked() else {
            return;
        };
        let choices = given.with_untracked(choices);
        let ballot = Ballot {
            id: Id::new(fresh_id()),
            session,
            table: state.table.get_untracked(),
            group: group.get_untracked(),
            choices,
            ..Ballot::default()
        };
        if store.edit(|s| edit::cast(s, ballot)) {
            given.set(BTreeMap::new());
            is_cast.set(true);
            focus(NEXT);
        }
    };
    let anew = move |_| {
        given.set(BTreeMap::new());
        focus(NEXT);
    };
    let is_blank = move || given.with(|all| all.values().all(|one| one.iter().sum::<u32>() == 0));
    let group_options = move || {
        let none = (String::new(), words::no_group().to_owned());
        let all = groups.get().into_iter().map(|one| (one.clone(), one));
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    };
    let limit = DrawnLimit::of(STEP);
    let rows = move || limit.first(ideas.get());
    // Told in place: a notice over the page would lie on the ballot of the next person.
    let told = move || match is_cast.get() && is_blank() {
        true => Some(words::ballot_in().to_owned()),
        false => left().map(words::left),
    };
    view! {
        <section class="card" aria-labelledby=NEXT>
            <h2 id=NEXT tabindex="-1">{words::one_ballot()}</h2>
            <p class="sub">{move || words::how_to_vote(state.record(store).as_deref())}</p>
            <div class="row">
                <TableChoice />
                <Show when=move || groups.with(|all| !all.is_empty())>
                    <Choice
                        label=words::group().to_owned()
                        value=Signal::derive(move || group.get())
                        options=Signal::derive(group_options)
                        on_change=Callback::new(move |name| group.set(name))
                        shows=true
                    />
                </Show>
            </div>
            <ul class="plain-list ballot-rows">
                <Each of=rows let:id>{ballot_row(store, id, given, budget)}</Each>
            </ul>
            <More limit count=Signal::derive(move || ideas.with(Vec::len)) />
            <div class="row ballot-act">
                <strong role="status">{told}</strong>
                <button type="button" class="btn main large" disabled=move || read_only().get() || is_blank() on:click=cast>
                    {words::cast()}
                </button>
                <button type="button" class="btn quiet" disabled=is_blank on:click=anew>{words::clear()}</button>
            </div>
        </section>
    }
}

fn choices(given: &BTreeMap<u64, [u32; 3]>) -> Vec<BallotChoice> {
    let given = given.iter().filter(|(_, one)| one.iter().any(|n| *n > 0));
    given
        .map(|(id, [dots, unsure, disagree])| BallotChoice {
            idea: Id::new(*id),
            dots: *dots,
            unsure: *unsure,
            disagree: *disagree,
        })
        .collect()
}

fn text_of(store: Store, id: Id<Idea>) -> String {
    store
        .get(id)
        .map(|one| one.text.clone())
        .unwrap_or_default()
}

fn ballot_row(store: Store, id: Id<Idea>, given: GivenVotes, budget: Memo<Option<u32>>) -> AnyView {
    let text = Memo::new(move |_| text_of(store, id));
    let act = move || match budget.get() {
        Some(most) => counter(id, text.get(), given, most),
        None => opinion(id, text.get(), given),
    };
    view! {
        <li class="row nowrap">
            <span class="grow">{text}</span>
            {act}
        </li>
    }
    .into_any()
}

/// Less, how many, more. A button that can do no more keeps the keyboard.
fn counter(id: Id<Idea>, text: String, given: GivenVotes, most: u32) -> AnyView {
    let n = id.number();
    let now = move || given.with(|all| all.get(&n).map_or(0, |one| one[0]));
    let used = move || given.with(|all| all.values().map(|one| one[0]).sum::<u32>());
    let step = if most >= 100 { 5 } else { 1 };
    let set = move |to: u32| {
        given.update(|all| {
            all.insert(n, [to, 0, 0]);
        })
    };
    let more = move |_: leptos::ev::MouseEvent| set(now() + step.min(most.saturating_sub(used())));
    let less = move |_: leptos::ev::MouseEvent| set(now().saturating_sub(step));
    view! {
        <span class="row nowrap counter">
            <button type="button" class="btn" aria-label=words::less(&text) aria-disabled=move || (now() == 0).then_some("true") on:click=less>"−"</button>
            <output aria-label=words::given_to(&text)>{now}</output>
            <button type="button" class="btn" aria-label=words::more(&text) aria-disabled={move || (used() >= most).then_some("true")} on:click=more>"+"</button>
        </span>
    }
    .into_any()
}

/// One of three.
fn opinion(id: Id<Idea>, text: String, given: GivenVotes) -> AnyView {
    let n = id.number();
    let button = |at: usize| {
        let is_it = move || given.with(|all| all.get(&n).is_some_and(|one| one[at] > 0));
        let choose = move |_| {
            given.update(|all| {
                let mut one = [0; 3];
                one[at] = u32::from(all.get(&n).is_none_or(|one| one[at] == 0));
                all.insert(n, one);
            })
        };
        view! {
            <button type="button" class="btn" aria-pressed=move || is_it().to_string() on:click=choose>{words::opinion(at)}</button>
        }
    };
    view! {
        <span class="segmented" role="group" aria-label=text>
            {button(0)} {button(1)} {button(2)}
        </span>
    }
    .into_any()
}

/// Number of voters; their votes, once the facilitator opens them.
#[component]
fn Opening() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let counted = counted(store, state);
    let is_open = Memo::new(move |_| state.record(store).is_some_and(|one| one.opened));
    let is_table = move || {
        state
            .record(store)
            .is_some_and(|one| !one.at_table.is_empty())
    };
    let turn = move |_| {
        let to = !is_open.get_untracked();
        change(store, state, "opened", |one| one.opened = to);
    };
    view! {
        <section class="card" aria-labelledby="result">
            <div class="row">
                <h2 id="result" class="grow">{words::result()}</h2>
                <Show when=move || !is_table()>
                    <button type="button" class="btn" disabled=read_only() aria-pressed=move || is_open.get().to_string() on:click=turn>
                        {move || if is_open.get() { words::hide_result() } else { words::open_result() }}
                    </button>
                </Show>
            </div>
            <p role="status">{move || counted.with(|all| words::how_many_voted(all))}</p>
            <Show when=move || is_open.get() fallback=|| view! { <p class="sub">{words::hidden()}</p> }>
                <ResultTable counted />
            </Show>
        </section>
    }
}
