//! The four steps of preparing a session.

use leptos::prelude::*;

use super::state::{ADD_SESSION, WorkshopState, change};
use super::tables::TableRows;
use super::voting_choice::VotingChoice;
use crate::parts::{Each, Icon, IconName, TextOf, read_only};
use crate::store::Store;
use ::words::{Word, model, workshop as words};
use browser::focus::focus_added;
use strategy::record::Lens;
use strategy::*;

/// Title, date, place and question of a session.
#[component]
pub fn Basics() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let date = move || {
        state
            .record(store)
            .and_then(|one| one.date.clone())
            .unwrap_or_default()
            .0
    };
    let write = move |day: String| {
        let date = (!day.is_empty()).then_some(Date(day));
        change(store, state, "date", |one| one.date = date);
    };
    move || {
        state.session.get().map(|id| {
            view! {
                <div class="form-grid">
                    <span class="label">{words::name()}</span>
                    <TextOf of=id field=Session::title class="strong" label=words::name().to_owned() />
                    <label class="label" for="session-date">{words::date()}</label>
                    <input id="session-date" type="date" class="input" disabled=read_only() prop:value=date on:change=move |event| write(event_target_value(&event)) />
                    <span class="label">{words::place()}</span>
                    <TextOf of=id field=Session::place label=words::place().to_owned() placeholder=words::place_hint() />
                    <span class="label">{words::question()}</span>
                    <TextOf of=id field=Session::question lines=true label=words::question().to_owned() />
                </div>
                <div class="row">
                    <button type="button" class="btn plain small" disabled=read_only() on:click=move |_| remove(store, id)>
                        <Icon name=IconName::Trash />
                        {words::remove_session()}
                    </button>
                </div>
                <Namesakes id />
            }
        })
    }
}

/// Buttons that join the other sessions of the same name with this one.
#[component]
fn Namesakes(id: Id<Session>) -> impl IntoView {
    let store = Store::here();
    let namesakes = Memo::new(move |_| {
        let own = store.get(id).map(|one| one.title.trim().to_owned());
        let all = store.list::<Session>(About::ID).into_iter();
        all.filter(|other| *other != id && own == title_of(store, *other))
            .collect::<Vec<_>>()
    });
    let button = move |other: Id<Session>| {
        let told = move || {
            let other = store.get(other);
            other.map(|one| words::day_and_place(one.date.as_ref(), &one.place))
        };
        let join = move |_| {
            let told = untrack(told).unwrap_or_default();
            let counts = store.with(|s| {
                let ideas = s.ideas.iter().filter(|one| one.session == Some(other));
                (ideas.count(), s.ballots.under(other).len())
            });
            if store.edit(|s| edit::join_sessions(s, other, id)) {
                store.tell_done(words::joined(counts.0, counts.1, told));
                focus_added(ADD_SESSION.to_owned());
            }
        };
        view! {
            <button type="button" class="btn" disabled=read_only() on:click=join>
                {move || told().map(words::join_session)}
            </button>
        }
    };
    view! { <div class="row">{move || namesakes.get().into_iter().map(button).collect_view()}</div> }.into_any()
}

fn title_of(store: Store, id: Id<Session>) -> Option<String> {
    store.get(id).map(|one| one.title.trim().to_owned())
}

fn remove(store: Store, id: Id<Session>) {
    let title = store.get(id).map(|one| one.title.clone());
    if store.edit(|s| edit::remove(s, id)) {
        let title = title.unwrap_or_default();
        store.tell_done(words::session_removed(model::named(&title)));
        focus_added(ADD_SESSION.to_owned());
    }
}

/// Activities in their order, their durations, and the voting method.
#[component]
pub fn Course() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let count = Memo::new(move |_| state.record(store).map_or(0, |one| one.activities.len()));
    let minutes = move || state.record(store).map_or(0, |one| one.minutes());
    let dots = move || {
        state
            .record(store)
            .and_then(|one| one.budget())
            .unwrap_or_default()
            .to_string()
    };
    let is_dots = move || {
        state
            .record(store)
            .is_some_and(|one| one.voting == Voting::Dots)
    };
    let groups = move || {
        state
            .record(store)
            .map(|one| one.groups.join(words::list_mark()))
            .unwrap_or_default()
    };
    let write_groups = move |text: String| {
        let names = text
            .split(['、', ',', '，', '・'])
            .map(|one| one.trim().to_owned());
        let names = names.filter(|one| !one.is_empty()).collect();
        change(store, state, "groups", |one| one.groups = names);
    };
    move || {
        state.session.get().map(|id| {
            view! {
                <ol class="plain-list course">
                    <Each of=move || 0..count.get() let:at>
                        <ActivityRow id at />
                    </Each>
                </ol>
                <p role="status">{move || words::minutes_in_all(minutes())}</p>
                <div class="form-grid">
                    <span class="label">{words::voting()}</span>
                    <VotingChoice id />
                    <Show when=is_dots>
                        <label class="label" for="session-dots">{words::dots()}</label>
                        <input
                            id="session-dots"
                            type="number"
                            min="1"
                            max=Session::MOST_DOTS
                            class="input short"
                            disabled=read_only()
                            prop:value=dots
                            on:change=move |event| {
                                if let Ok(dots) = event_target_value(&event).parse::<u32>() {
                                    change(store, state, "dots", |one| one.dots = dots.clamp(1, Session::MOST_DOTS));
                                }
                            }
                        />
                    </Show>
                    <label class="label" for="session-groups">{words::groups()}</label>
                    <span>
                        <input
                            id="session-groups"
                            class="input wide"
                            placeholder=words::groups_hint()
                            disabled=read_only()
                            prop:value=groups
                            on:change=move |event| write_groups(event_target_value(&event))
                        />
                        <span class="sub">{words::groups_note()}</span>
                    </span>
                </div>
            }
        })
    }
}

#[component]
fn ActivityRow(id: Id<Session>, at: usize) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let kind = move || {
        store
            .get(id)
            .and_then(|one| one.activities.get(at).map(|one| one.kind))
    };
    let minutes = move || {
        store
            .get(id)
            .and_then(|one| one.activities.get(at).map(|one| one.minutes))
    };
    let name = move || kind().map(|one| one.word()).unwrap_or_default();
    let field: Lens<Activity, String> = Activity::prompt;
    let label = Signal::derive(move || words::prompt_of(name()));
    view! {
        <li class="course-row">
            <b>{name}</b>
            <label class="row nowrap">
                <input
                    type="number"
                    min="0"
                    max="600"
                    class="input short"
                    aria-label=move || words::minutes_of(name())
                    disabled=read_only()
                    prop:value=move || minutes().unwrap_or_default().to_string()
                    on:change=move |event| {
                        if let Ok(minutes) = event_target_value(&event).parse::<u32>() {
                            change(store, state, "activities", |one| {
                                if let Some(part) = one.activities.get_mut(at) {
                                    part.minutes = minutes.min(600);
                                }
                            });
                        }
                    }
                />
                {words::minute()}
            </label>
            <TextOf of=id field=Session::activities.nth(at, field) label />
        </li>
    }
}

/// Tables of the session, with their handouts.
#[component]
pub fn Tables() -> impl IntoView {
    view! { <TableRows /> }
}
