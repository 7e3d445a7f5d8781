//! One goal, edited where it stands.

use leptos::prelude::*;

use super::measure::MeasureCard;
use super::uses::{Aligned, Uses, UsesOf};
use super::{Numbered, drag};
use crate::app::desk::fresh_id;
use crate::app::parts::{Choice, Field, Icon, Mark, gradually};
use crate::app::store::Store;
use crate::edit;
use crate::locale::{model, outline as words};
use crate::strategy::*;

/// Every field of a goal, and its measures.
#[component]
pub fn GoalEditor(id: Id<Goal>) -> impl IntoView {
    let store = Store::here();
    let text = move |read: fn(&Goal) -> &String| {
        Signal::derive(move || store.get(id).map(|g| read(&g).clone()).unwrap_or_default())
    };
    let set = move |field: edit::Field, write: fn(&mut Goal, String)| {
        Callback::new(move |text: String| {
            store.edit(|s| edit::set(s, id, field, |g| write(g, text)));
        })
    };
    let kind = Signal::derive(move || store.get(id).map(|g| g.kind).unwrap_or_default());
    let kinds = vec![
        (
            "basic".to_owned(),
            model::goal_kind(GoalKind::Basic).to_owned(),
        ),
        (
            "cross".to_owned(),
            model::goal_kind(GoalKind::CrossCutting).to_owned(),
        ),
    ];
    let remove = move |_| {
        store.edit(|s| edit::remove(s, id));
    };
    view! {
        <article class="goal-editor">
            <div class="row">
                <Choice
                    label=words::GOAL_KIND.to_owned()
                    value=Signal::derive(move || if kind.get() == GoalKind::Basic { "basic" } else { "cross" }.to_owned())
                    options=Signal::stored(kinds)
                    on_change=Callback::new(move |key: String| {
                        let kind = if key == "cross" { GoalKind::CrossCutting } else { GoalKind::Basic };
                        store.edit(|s| edit::set(s, id, edit::Field::Kind, |g| g.kind = kind));
                    })
                />
                <span class="sub">{move || Numbered::read(|n| n.goal(id))}</span>
                <span class="grow"></span>
                <button type="button" class="btn plain small" on:click=remove>
                    <Mark icon=Icon::Trash />
                    {words::REMOVE_GOAL}
                </button>
            </div>
            <h2 class="field-heading">
                <Field
                    id="goal-title"
                    class="title"
                    label=words::GOAL_TITLE.to_owned()
                    placeholder=words::GOAL_TITLE
                    value=text(|g| &g.title)
                    on_input=set(edit::Field::Title, |g, text| g.title = text)
                />
            </h2>
            <Field
                class="quiet"
                label=words::SUBTITLE.to_owned()
                placeholder=words::SUBTITLE
                value=text(|g| &g.subtitle)
                on_input=set(edit::Field::Subtitle, |g, text| g.subtitle = text)
            />
            <Aligned of=UsesOf::Goal(id) />
            <Field
                lines=true
                label=words::DIRECTION.to_owned()
                placeholder=words::DIRECTION
                value=text(|g| &g.direction)
                on_input=set(edit::Field::Direction, |g, text| g.direction = text)
            />
            <Uses of=UsesOf::Goal(id) />
            <Measures goal=id />
            <p class="hint">{words::KEYS}</p>
        </article>
    }
    .into_any()
}

/// The measures of a goal, under their headings.
#[component]
fn Measures(goal: Id<Goal>) -> impl IntoView {
    let store = Store::here();
    let drawn = gradually(move || store.list::<Measure>(goal));
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
            order: Order::default(),
            label: words::DIVISION.to_owned(),
            number: String::new(),
            title: words::NEW_DIVISION.to_owned(),
        };
        store.edit(|s| edit::add(s, division, usize::MAX));
    };
    view! {
        <For each=group_ids key=|id| *id let:division>
            {division.map(|id| view! { <DivisionHead id /> })}
            <ol class="measures">
                <For
                    each=move || {
                        groups.with(|all| {
                            all.iter().find(|(d, _)| *d == division).map(|(_, ids)| ids.clone()).unwrap_or_default()
                        })
                    }
                    key=|id| *id
                    let:id
                >
                    <MeasureCard id />
                </For>
            </ol>
            <button type="button" class="btn small quiet" on:click=move |_| add_measure(store, goal, division, usize::MAX)>
                <Mark icon=Icon::Plus />
                {words::ADD_MEASURE}
            </button>
        </For>
        <button type="button" class="btn small plain" on:click=add_division>
            {words::ADD_DIVISION}
        </button>
    }
    .into_any()
}

/// Adds a measure and puts the keyboard into its name.
pub fn add_measure(store: Store, goal: Id<Goal>, division: Option<Id<Division>>, index: usize) {
    let id = Id::new(fresh_id());
    let measure = Measure {
        id,
        goal,
        division,
        order: Order::default(),
        number: String::new(),
        title: String::new(),
        direction: String::new(),
        priority: false,
        kpis: Vec::new(),
        related: Vec::new(),
        aligned: Vec::new(),
        owner: String::new(),
        note: String::new(),
    };
    if store.edit(|s| edit::add(s, measure, index)) {
        crate::app::focus_added(format!("title-{id}"));
    }
}

/// A heading that gathers measures (基本計画 32 …).
#[component]
fn DivisionHead(id: Id<Division>) -> impl IntoView {
    let store = Store::here();
    let text = move |read: fn(&Division) -> &String| {
        Signal::derive(move || store.get(id).map(|d| read(&d).clone()).unwrap_or_default())
    };
    view! {
        <div class="row division" on:dragend=move |_| drag::end()>
            <span class="chip">
                {move || {
                    let label = store.get(id).map(|d| d.label.clone()).unwrap_or_default();
                    format!("{label} {}", Numbered::read(|n| n.division(id)))
                }}
            </span>
            <span class="grow">
                <Field
                    class="strong"
                    label=words::DIVISION_TITLE.to_owned()
                    value=text(|d| &d.title)
                    on_input=Callback::new(move |text: String| {
                        store.edit(|s| edit::set(s, id, edit::Field::Title, |d| d.title = text));
                    })
                />
            </span>
            <button
                type="button"
                class="btn plain small"
                aria-label=words::REMOVE_DIVISION
                title=words::REMOVE_DIVISION
                on:click=move |_| { store.edit(|s| edit::remove(s, id)); }
            >
                <Mark icon=Icon::Trash />
            </button>
        </div>
    }
    .into_any()
}
