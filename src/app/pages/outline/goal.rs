//! One goal, edited where it stands.

use leptos::prelude::*;

use super::super::cited::Cited;
use super::super::heard::Heard;
use super::super::row::{self, title_id};
use super::add::{ADD_GOAL, add_measure};
use super::drag;
use super::indicator_picker::{Aligned, GoalUses};
use super::indicator_use::IndicatorUser;
use super::measure::{AddMeasure, MeasureCard};
use super::numbered::Numbered;
use crate::parts::{
    Each, Icon, IconName, MenuItem, OneOf, RowMenu, TextOf, progressive, text_of, when_left,
};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::{model, outline as words};
use browser::focus::{focus, focus_added};
use strategy::*;

/// Every field of a goal, and its measures. A goal left with nothing in it is gone.
#[component]
pub fn GoalEditor(id: Id<Goal>) -> impl IntoView {
    let store = Store::here();
    let title = text_of(store, id, Goal::title);
    let left = move |here: Option<web_sys::Element>| {
        // A click beside everything is no leaving.
        if here.is_some_and(|here| here.tag_name() != "BODY") {
            store.drop_blank(id);
        }
    };
    view! {
        <article class="goal-editor" on:focusout=move |event| when_left(&event, left)>
            <div class="row">
                <OneOf of=id field=Goal::kind label=words::goal_kind().to_owned() />
                <span class="sub">{move || Numbered::read(|n| n.goal(id))}</span>
                <span class="grow"></span>
                <RowMenu
                    label=Signal::derive(move || words::acts_on(model::named(&title.get())))
                    items=Callback::new(move |()| acts(store, id))
                />
            </div>
            <h2 class="field-heading">
                <TextOf
                    of=id
                    field=Goal::title
                    id=title_id(id)
                    class="title"
                    label=words::goal_title().to_owned()
                    placeholder=words::goal_title()
                    on_enter=Callback::new(move |()| enter(store, id))
                />
            </h2>
            <TextOf of=id field=Goal::subtitle class="quiet" label=words::subtitle().to_owned() placeholder=words::subtitle() />
            <Aligned of=IndicatorUser::Goal(id) />
            <TextOf of=id field=Goal::direction lines=true label=words::direction().to_owned() placeholder=words::direction() />
            <Cited of=id field=Goal::grounds />
            <Heard of=id />
            <GoalUses id />
            <Measures goal=id />
            <p class="hint">{words::keys()}</p>
        </article>
    }
}

/// Returns the entries of the goal's menu.
fn acts(store: Store, id: Id<Goal>) -> Vec<MenuItem> {
    vec![
        MenuItem::act(words::up(), move || row::shift(store, id, -1)),
        MenuItem::act(words::down(), move || row::shift(store, id, 1)),
        MenuItem::act(Page::Logic(None).words(), move || {
            Route::of_page(Page::Logic(Some(id))).go();
        }),
        MenuItem::act(words::remove_goal(), move || {
            let next = store.with(|s| s.goals.neighbour(id));
            if store.edit(|s| edit::remove(s, id)) {
                if let Some(next) = next {
                    Route::of_page(Page::Outline(Some(next))).go();
                }
                focus_added(next.map_or(ADD_GOAL.to_owned(), title_id));
            }
        }),
    ]
}

/// Enter goes down to the first measure; a goal that has none gets one.
fn enter(store: Store, id: Id<Goal>) {
    let (first, headed) = store.with(|s| {
        let first = s.measures_of(id).first().map(|m| m.id);
        (first, s.divisions.under(id).first().map(|d| d.id))
    });
    match first {
        Some(first) => focus(&title_id(first)),
        None => add_measure(store, id, headed),
    }
}

/// The measures of a goal, under their headings.
#[component]
fn Measures(goal: Id<Goal>) -> impl IntoView {
    let store = Store::here();
    let drawn = progressive(move || store.list::<Measure>(goal));
    let groups = Memo::new(move |_| {
        let measures = drawn();
        let headed = |division: Option<Id<Division>>| -> Vec<Id<Measure>> {
            let under = |id: &&Id<Measure>| store.get(**id).is_some_and(|m| m.division == division);
            measures.iter().filter(under).copied().collect()
        };
        let mut groups = vec![(None, headed(None))];
        groups.extend(
            store
                .list::<Division>(goal)
                .into_iter()
                .map(|d| (Some(d), headed(Some(d)))),
        );
        groups
    });
    let group_ids = move || {
        groups.with(|all| {
            all.iter()
                .map(|(division, _)| *division)
                .collect::<Vec<_>>()
        })
    };
    let add_division = move |_| {
        let division = Division {
            id: Id::new(fresh_id()),
            goal,
            label: words::division().to_owned(),
            ..Default::default()
        };
        let id = division.id;
        if store.edit(|s| edit::add(s, division, usize::MAX)) {
            focus_added(title_id(id));
        }
    };
    let headed = move || !store.list::<Division>(goal).is_empty();
    let empty_group = move |division| {
        groups.with(|all| all.iter().any(|(d, ids)| *d == division && ids.is_empty()))
    };
    view! {
        <Each of=group_ids let:division>
            {division.map(|id| view! { <DivisionHead id /> })}
            <ol class="measures">
                <Each
                    of=move || {
                        groups.with(|all| {
                            all.iter().find(|(d, _)| *d == division).map(|(_, ids)| ids.clone()).unwrap_or_default()
                        })
                    }
                    let:id
                >
                    <MeasureCard id />
                </Each>
            </ol>
            // If there are headings, a measure without one is the exception: it has no button.
            <Show when=move || division.is_some() || !headed() || !empty_group(None)>
                <AddMeasure goal division />
            </Show>
        </Each>
        <button type="button" class="btn small plain" on:click=add_division>
            {words::add_division()}
        </button>
    }
}

/// A heading that gathers measures (基本計画 32 …).
#[component]
fn DivisionHead(id: Id<Division>) -> impl IntoView {
    let store = Store::here();
    view! {
        <div class="row division" on:dragend=move |_| drag::end()>
            <span class="chip">
                {move || {
                    let label = store.get(id).map(|d| d.label.clone()).unwrap_or_default();
                    format!("{label} {}", Numbered::read(|n| n.division(id)))
                }}
            </span>
            <span class="grow">
                <TextOf
                    of=id
                    field=Division::title
                    id=title_id(id)
                    class="strong"
                    label=words::division_title().to_owned()
                    placeholder=words::division_title()
                />
            </span>
            <button
                type="button"
                class="btn plain small"
                aria-label=words::remove_division()
                title=words::remove_division()
                on:click=move |_| {
                    let goal = store.with(|s| s.get(id).map(|d| d.goal));
                    row::remove(store, id, goal.map_or(String::new(), title_id));
                }
            >
                <Icon name=IconName::Trash />
            </button>
        </div>
    }
}
