//! 提出物と期限 of a project, offered into 日程.

use leptos::prelude::*;

use super::state::read;
use crate::parts::{Icon, IconName, TextOf, read_only};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::{Say, grants as words, model::named};
use browser::focus::focus_added;
use edit::Refusal;
use strategy::{Date, GrantDeadline, GrantProject, Id};

/// The list, and the button that puts it into 日程.
#[component]
pub fn Deadlines(id: Id<GrantProject>) -> impl IntoView {
    let store = Store::here();
    let count = Memo::new(move |_| read(store, id, |_, project| project.deadlines.len()));
    let has_days = move || {
        read(store, id, |_, project| {
            project.deadlines.iter().any(|one| one.due.is_some())
        })
    };
    let add = move |_| {
        let at = count.get_untracked();
        if change(store, id, |all| all.push(GrantDeadline::default())) {
            focus_added(row_id(id, at));
        }
    };
    let offer = move |_| {
        let lane = words::lane();
        match store.with(|s| edit::offer_deadlines(s, id, lane, words::deadline, fresh_id)) {
            Ok(edit) => {
                if store.commit(edit) {
                    store.tell_done(words::offered(lane));
                }
            }
            Err(Refusal::Nothing) => store.tell_done(words::offered_already().to_owned()),
            Err(refusal) => store.tell(refusal.say()),
        }
    };
    view! {
        <section class="card" aria-labelledby="grant-deadlines">
            <h2 id="grant-deadlines">{words::deadlines()}</h2>
            <p class="sub">{words::deadlines_note()}</p>
            <ul class="plain-list">
                {move || (0..count.get()).map(|at| row(store, id, at)).collect_view()}
            </ul>
            <div class="row screen-only">
                <button type="button" id=add_id(id) class="btn" disabled=read_only() on:click=add>
                    <Icon name=IconName::Plus />
                    {words::add_deadline()}
                </button>
                <Show when=has_days fallback=|| view! { <span class="hint">{words::no_due()}</span> }>
                    <button type="button" class="btn" disabled=read_only() on:click=offer>{words::offer()}</button>
                </Show>
            </div>
        </section>
    }
}

fn add_id(id: Id<GrantProject>) -> String {
    format!("add-deadline-{id}")
}

fn row_id(id: Id<GrantProject>, at: usize) -> String {
    format!("deadline-{id}-{at}")
}

fn change(
    store: Store,
    id: Id<GrantProject>,
    change: impl FnOnce(&mut Vec<GrantDeadline>),
) -> bool {
    let field = edit::Field::of(GrantProject::deadlines.field.name, None);
    store.edit(|s| {
        edit::set(s, id, field, |one: &mut GrantProject| {
            change(&mut one.deadlines)
        })
    })
}

fn row(store: Store, id: Id<GrantProject>, at: usize) -> AnyView {
    let of = move || read(store, id, |_, project| project.deadlines.get(at).cloned());
    let name = move || named(&of().unwrap_or_default().title).to_owned();
    let due = move || of().and_then(|one| one.due).unwrap_or_default().0;
    let write = move |day: String| {
        let due = (!day.is_empty()).then_some(Date(day));
        change(store, id, |all| {
            if let Some(one) = all.get_mut(at) {
                one.due = due;
            }
        });
    };
    let remove = move |_| {
        let drop_it = |all: &mut Vec<GrantDeadline>| {
            if at < all.len() {
                all.remove(at);
            }
        };
        if change(store, id, drop_it) {
            focus_added(add_id(id));
        }
    };
    view! {
        <li class="row grant-deadline">
            <span class="grow">
                <TextOf
                    of=id
                    field=GrantProject::deadlines.nth(at, GrantDeadline::title)
                    id=row_id(id, at)
                    class="boxed"
                    label=words::deadline_title().to_owned()
                    placeholder=words::deadline_hint()
                />
            </span>
            <label class="row nowrap">
                <span class="sub">{words::due()}</span>
                <input
                    type="date"
                    class="input small"
                    disabled=read_only()
                    prop:value=due
                    on:change=move |event| write(event_target_value(&event))
                />
            </label>
            <button
                type="button"
                class="btn plain small"
                disabled=read_only()
                aria-label=move || words::remove_deadline(name())
                on:click=remove
            >
                <Icon name=IconName::Trash />
            </button>
        </li>
    }
    .into_any()
}
