//! 数値目標 and KPI of a goal or a measure; and what it is aligned to.

use leptos::prelude::*;

use super::indicator_use::IndicatorUser;
use super::make::MakeIndicator;
use crate::parts::{Each, Icon, IconButton, IconName, read_only};
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::{model::named, outline as words};
use browser::focus::focus_added;
use strategy::*;

/// The indicators of a goal, or an invitation; and the ways to choose one or make one.
#[component]
pub fn GoalUses(id: Id<Goal>) -> impl IntoView {
    let store = Store::here();
    let of = IndicatorUser::Goal(id);
    let none = Memo::new(move |_| of.ids(store).is_empty());
    view! {
        <div class="uses" class:empty=move || none.get()>
            <Show when=move || none.get() fallback=move || view! { <Used of /> }>
                <span>{words::no_targets()}</span>
            </Show>
            <div class="row">
                <UseTools of />
            </div>
        </div>
    }
}

/// The indicators used, each leading to its page.
#[component]
pub fn Used(of: IndicatorUser) -> impl IntoView {
    let store = Store::here();
    let label = match of {
        IndicatorUser::Goal(_) => words::targets(),
        IndicatorUser::Measure(_) => words::KPIS,
    };
    let name = move |id: Id<Indicator>| {
        store
            .get(id)
            .map(|k| named(&k.name).to_owned())
            .unwrap_or_default()
    };
    view! {
        <Show when=move || !of.ids(store).is_empty()>
            <div class="row used">
                <span class="sub">{label}</span>
                <Each of=move || of.ids(store) let:id>
                    <span class="chip blue use">
                        <a href=move || Route::of_page(Page::Indicators(Some(id))).to_string()>{move || name(id)}</a>
                        <span class="use-figures">{move || figures(store, id)}</span>
                        <IconButton
                            icon=IconName::Close
                            class="chip-button"
                            label=Signal::derive(move || words::unuse(name(id)))
                            on_press=move |()| {
                                of.set(store, |ids| ids.retain(|other| *other != id));
                                focus_added(of.make_id());
                            }
                        />
                    </span>
                </Each>
            </div>
        </Show>
    }
}

/// 「12 → 20人」: baseline and last target of an indicator with one series, as typed.
fn figures(store: Store, id: Id<Indicator>) -> Option<String> {
    let unit = store.get(id)?.unit.clone();
    let [series] = store.list::<Series>(id)[..] else {
        return None;
    };
    let series = store.get(series)?;
    let baseline = series.baseline.as_ref().map(|b| b.figure.text().to_owned());
    let target = series
        .targets
        .values()
        .next_back()
        .map(|f| f.text().to_owned());
    words::from_to(baseline.as_deref(), target.as_deref(), &unit)
}

/// The ways to an indicator: made here, or chosen among those there are.
#[component]
pub fn UseTools(of: IndicatorUser) -> impl IntoView {
    let store = Store::here();
    let (making, choosing) = (RwSignal::new(false), RwSignal::new(false));
    let make = match of {
        IndicatorUser::Goal(_) => words::make_target(),
        IndicatorUser::Measure(_) => words::make_kpi(),
    };
    view! {
        <button
            type="button"
            id=of.make_id()
            class="btn small"
            aria-expanded=move || making.get().to_string()
            on:click=move |_| {
                choosing.set(false);
                making.update(|on| *on = !*on);
            }
        >
            <Icon name=IconName::Plus />
            {make}
        </button>
        <Show when={move || !store.list::<Indicator>(About::ID).is_empty()}>
            <button
                type="button"
                id=of.choose_id()
                class="btn small quiet"
                aria-expanded=move || choosing.get().to_string()
                on:click=move |_| {
                    making.set(false);
                    choosing.update(|on| *on = !*on);
                    focus_added(format!("{}-list", of.choose_id()));
                }
            >
                {words::choose_indicator()}
            </button>
        </Show>
        <Show when=move || choosing.get()>
            <Choosing of choosing />
        </Show>
        <Show when=move || making.get()>
            <MakeIndicator of making />
        </Show>
    }
}

/// The indicators there are and that are not used here yet.
#[component]
fn Choosing(of: IndicatorUser, choosing: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let close = move || {
        choosing.set(false);
        focus_added(of.choose_id());
    };
    let others = move || {
        let used = of.ids(store);
        store.with(|s| {
            let all = s.indicators.sorted().into_iter();
            all.filter(|k| !used.contains(&k.id))
                .map(|k| (k.id.to_string(), format!("{} {}", k.code, named(&k.name))))
                .collect::<Vec<_>>()
        })
    };
    view! {
        <select
            id=format!("{}-list", of.choose_id())
            class="choice"
            disabled=read_only()
            aria-label=words::choose()
            on:keydown=move |event| if event.key() == "Escape" { close() }
            on:change=move |event| {
                if let Ok(id) = event_target_value(&event).parse::<Id<Indicator>>() {
                    of.set(store, |ids| if !ids.contains(&id) { ids.push(id) });
                }
                close();
            }
        >
            <option value="">{words::choose()}</option>
            {move || others().into_iter().map(|(id, name)| view! { <option value=id>{name}</option> }).collect_view()}
        </select>
    }
}

/// The goals of others it answers to, as chips.
#[component]
pub fn Aligned(of: IndicatorUser) -> impl IntoView {
    let store = Store::here();
    view! {
        <Show when=move || !of.aligned(store).is_empty()>
            <div class="row">
                <Each of=move || of.aligned(store) let:id>
                    {move || {
                        let item = store.get(id)?;
                        let framework = store.get(item.framework)?;
                        let words = format!("{} {} {}", framework.title, item.number, named(&item.title));
                        Some(view! { <span class="chip aligned" title=words.clone()>{words.clone()}</span> })
                    }}
                </Each>
            </div>
        </Show>
    }
}
