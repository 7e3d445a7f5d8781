//! Filter of indicators.

use std::sync::Arc;

use leptos::prelude::*;

use super::settled::settled;
use crate::parts::Choice;
use crate::store::Store;
use ::words::{indicators as words, model};
use insight::Numbers;
use strategy::*;

/// The query. All its conditions must hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// Part of the name, code, unit, owner or source.
    pub text: String,
    /// Used by this goal or one of its measures.
    pub goal: Option<Id<Goal>>,
    /// Data it lacks.
    pub lacks: Option<insight::Gap>,
}

impl Filter {
    /// Returns the number of choices set, beside the words searched for.
    fn choices(&self) -> usize {
        usize::from(self.goal.is_some()) + usize::from(self.lacks.is_some())
    }
}

/// The ids that fit, in order; follows the filter, and edits once they have stood still for a moment.
pub fn found(store: Store, filter: RwSignal<Filter>) -> Memo<Vec<Id<Indicator>>> {
    let beat = settled(move || store.revision());
    Memo::new(move |_| {
        let filter = filter.get();
        let ids = store.list::<Indicator>(About::ID);
        if filter == Filter::default() {
            return ids;
        }
        beat.track();
        store.with(|s| insight::find_indicators(s, &filter.text, filter.goal, filter.lacks))
    })
}

/// The fields of the filter, and how many were found.
#[component]
pub fn FilterBar(filter: RwSignal<Filter>, found: Memo<Vec<Id<Indicator>>>) -> impl IntoView {
    let store = Store::here();
    let goals = Memo::new(move |_| {
        let goals = store.list::<Goal>(About::ID);
        let goals: Vec<_> = goals.into_iter().filter_map(|id| store.get(id)).collect();
        let numbers = store.with(Numbers::of);
        let name = |g: &Arc<Goal>| model::goal_coded(&numbers.goal(g.id), &g.title);
        let mut options = vec![(String::new(), words::all_goals().to_owned())];
        options.extend(goals.iter().map(|g| (g.id.to_string(), name(g))));
        options
    });
    let lacks = |lack: insight::Gap| {
        let on = move || filter.with(|f| f.lacks == Some(lack));
        view! {
            <button
                type="button"
                class="btn small quiet fold"
                aria-pressed=move || on().to_string()
                on:click=move |_| filter.update(|f| f.lacks = if f.lacks == Some(lack) { None } else { Some(lack) })
            >
                {words::lack(lack)}
            </button>
        }
    };
    // On a narrow screen, the choices are folded away.
    let open = RwSignal::new(false);
    view! {
        <div class="row filter" role="search" class:open=move || open.get()>
            <input
                type="search"
                class="input"
                aria-label=words::search()
                placeholder=words::search()
                prop:value=move || filter.with(|f| f.text.clone())
                on:input=move |event| filter.update(|f| f.text = event_target_value(&event))
            />
            <button
                type="button"
                class="btn small quiet narrow-only"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {move || words::narrow_by(filter.with(Filter::choices))}
            </button>
            <Choice
                shows=true
                label=words::goal().to_owned()
                value=Signal::derive(move || filter.with(|f| f.goal.map(|id| id.to_string()).unwrap_or_default()))
                options=goals
                on_change=Callback::new(move |key: String| filter.update(|f| f.goal = key.parse().ok()))
            />
            {insight::Gap::ALL.into_iter().map(lacks).collect_view()}
            <span class="sub" role="status">
                {move || words::found(found.with(Vec::len), store.list::<Indicator>(About::ID).len())}
            </span>
        </div>
    }
    .into_any()
}
