//! The measures at the left, by goal and heading, each with its code and what the page says of it.

use leptos::prelude::*;

use super::FiscalCycle;
use crate::parts::{Each, GoalBadge};
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::plan as words;
use strategy::*;

/// All measures. `says` gives what stands under a measure's name.
#[component]
pub fn MeasureList(
    /// The one shown.
    chosen: Memo<Option<Id<Measure>>>,
    /// The page a measure leads to.
    page: fn(Option<Id<Measure>>) -> Page,
    /// View of a measure.
    says: fn(Id<Measure>) -> AnyView,
    /// View above the measures.
    above: Option<AnyView>,
) -> impl IntoView {
    let store = Store::here();
    let numbers = FiscalCycle::here().numbers();
    let goal = move |id: Id<Goal>| {
        let head = move || {
            store.get(id).map(|goal| {
                let number = numbers.with(|n| n.goal(id));
                view! {
                    <GoalBadge kind=goal.kind number />
                    <span>{goal.title.clone()}</span>
                }
            })
        };
        let groups = move || groups(store, id);
        view! {
            <li>
                <h2 class="list-goal">{head}</h2>
                <For each=groups key=|group| group.clone() let:group>
                    <Group group chosen page says />
                </For>
            </li>
        }
    };
    view! {
        <nav class="measure-list" aria-label=words::measures()>
            {above}
            <ol>
                <Each of={move || store.list::<Goal>(About::ID)} let:id>
                    {goal(id)}
                </Each>
            </ol>
        </nav>
    }
}

/// A heading (or none) and the measures under it.
type Headed = (Option<Id<Division>>, Vec<Id<Measure>>);

fn groups(store: Store, goal: Id<Goal>) -> Vec<Headed> {
    store.list::<Division>(goal);
    for measure in store.list::<Measure>(goal) {
        store.get(measure);
    }
    let mut groups: Vec<Headed> = Vec::new();
    store.with(|s| {
        for measure in s.measures_of(goal) {
            match groups.last_mut() {
                Some((heading, all)) if *heading == measure.division => all.push(measure.id),
                _ => groups.push((measure.division, vec![measure.id])),
            }
        }
    });
    groups
}

#[component]
fn Group(
    group: Headed,
    chosen: Memo<Option<Id<Measure>>>,
    page: fn(Option<Id<Measure>>) -> Page,
    says: fn(Id<Measure>) -> AnyView,
) -> impl IntoView {
    let store = Store::here();
    let numbers = FiscalCycle::here().numbers();
    let (heading, measures) = group;
    let title = move || {
        let id = heading?;
        let division = store.get(id)?;
        let number = numbers.with(|n| n.division(id));
        Some(view! { <h3 class="list-division">{words::coded(&number, &division.title)}</h3> })
    };
    view! {
        {title}
        <ol>
            {measures
                .into_iter()
                .map(|id| {
                    let measure = move || store.get(id);
                    view! {
                        <li class="measure-item">
                            <a
                                href=move || Route::of_page(page(Some(id))).to_string()
                                aria-current=move || (chosen.get() == Some(id)).then_some("true")
                            >
                                <span class="measure-code">{move || FiscalCycle::here().code(id)}</span>
                                <span class="measure-title">
                                    <b>{move || measure().map(|m| m.title.clone())}</b>
                                    <Show when=move || measure().is_some_and(|m| m.priority)>
                                        <span class="chip warn">{words::priority()}</span>
                                    </Show>
                                </span>
                                <span class="measure-says">{says(id)}</span>
                            </a>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}
