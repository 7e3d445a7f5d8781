//! 数値目標 and KPI of a goal or a measure; and what it is aligned to.

use leptos::prelude::*;

use crate::app::desk::fresh_id;
use crate::app::parts::{Icon, Mark};
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::edit;
use crate::locale::outline as words;
use crate::strategy::*;

/// Whose indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsesOf {
    /// 数値目標 of a goal.
    Goal(Id<Goal>),
    /// KPI of a measure.
    Measure(Id<Measure>),
}

impl UsesOf {
    fn ids(self, store: Store) -> Vec<Id<Indicator>> {
        match self {
            UsesOf::Goal(id) => store.get(id).map(|g| g.targets.clone()),
            UsesOf::Measure(id) => store.get(id).map(|m| m.kpis.clone()),
        }
        .unwrap_or_default()
    }

    fn aligned(self, store: Store) -> Vec<Id<FrameworkItem>> {
        match self {
            UsesOf::Goal(id) => store.get(id).map(|g| g.aligned.clone()),
            UsesOf::Measure(id) => store.get(id).map(|m| m.aligned.clone()),
        }
        .unwrap_or_default()
    }

    fn set(self, store: Store, change: impl FnOnce(&mut Vec<Id<Indicator>>)) {
        match self {
            UsesOf::Goal(id) => {
                store.edit(|s| edit::set(s, id, edit::Field::Uses, |g| change(&mut g.targets)))
            }
            UsesOf::Measure(id) => {
                store.edit(|s| edit::set(s, id, edit::Field::Uses, |m| change(&mut m.kpis)))
            }
        };
    }
}

/// The indicators used, and ways to choose one or make one.
#[component]
pub fn Uses(of: UsesOf) -> impl IntoView {
    let store = Store::here();
    let choosing = RwSignal::new(false);
    let is_goal = matches!(of, UsesOf::Goal(_));
    let label = if is_goal { words::TARGETS } else { words::KPIS };
    let make = move |_| {
        let (id, series) = (Id::new(fresh_id()), Id::new(fresh_id()));
        let to = match of {
            UsesOf::Goal(id) => edit::UsedBy::Goal(id),
            UsesOf::Measure(id) => edit::UsedBy::Measure(id),
        };
        if store.edit(|s| edit::add_indicator(s, id, series, words::NEW_INDICATOR, Some(to))) {
            Route::of_page(Page::Indicators(Some(id))).go();
        }
    };
    view! {
        <div class="uses row">
            <Show
                when=move || !of.ids(store).is_empty()
                fallback=move || {
                    view! { <span class="sub">{if is_goal { words::NO_TARGETS } else { words::NO_KPIS }}</span> }
                }
            >
                <span class="sub">{label}</span>
            </Show>
            <For each=move || of.ids(store) key=|id| *id let:id>
                <span class="chip blue use">
                    <a href=move || Route::of_page(Page::Indicators(Some(id))).to_string()>
                        {move || store.get(id).map(|k| k.name.clone())}
                    </a>
                    <button
                        type="button"
                        class="chip-button"
                        aria-label=move || words::unuse(&store.get(id).map(|k| k.name.clone()).unwrap_or_default())
                        on:click=move |_| of.set(store, |ids| ids.retain(|other| *other != id))
                    >
                        <Mark icon=Icon::Close />
                    </button>
                </span>
            </For>
            <Show when=move || choosing.get()>
                <select
                    class="choice"
                    aria-label=words::CHOOSE
                    on:change=move |event| {
                        if let Ok(id) = event_target_value(&event).parse::<Id<Indicator>>() {
                            of.set(store, |ids| if !ids.contains(&id) { ids.push(id) });
                        }
                        choosing.set(false);
                    }
                >
                    <option value="">{words::CHOOSE}</option>
                    {move || {
                        let used = of.ids(store);
                        store
                            .with(|s| {
                                s.indicators
                                    .sorted()
                                    .into_iter()
                                    .filter(|k| !used.contains(&k.id))
                                    .map(|k| (k.id.to_string(), format!("{} {}", k.code, k.name)))
                                    .collect::<Vec<_>>()
                            })
                            .into_iter()
                            .map(|(id, name)| view! { <option value=id>{name}</option> })
                            .collect_view()
                    }}
                </select>
            </Show>
            <button type="button" class="btn plain small" on:click=move |_| choosing.update(|on| *on = !*on)>
                {words::CHOOSE_INDICATOR}
            </button>
            <button type="button" class="btn plain small" on:click=make>
                {words::MAKE_INDICATOR}
            </button>
        </div>
    }
    .into_any()
}

/// The goals of others it answers to, as chips.
#[component]
pub fn Aligned(of: UsesOf) -> impl IntoView {
    let store = Store::here();
    view! {
        <div class="row">
            <For each=move || of.aligned(store) key=|id| *id let:id>
                {move || {
                    let item = store.get(id)?;
                    let framework = store.get(item.framework)?;
                    let words = format!("{} {} {}", framework.title, item.number, item.title);
                    Some(view! { <span class="chip aligned" title=words.clone()>{words.clone()}</span> })
                }}
            </For>
        </div>
    }
    .into_any()
}
