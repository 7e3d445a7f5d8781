//! Initiatives that draw on a support, and those that could: shown, chosen and removed at the support.

use leptos::prelude::*;

use crate::parts::{Icon, IconName, read_only, removable_chip};
use crate::store::Store;
use ::words::{chapters as words, model::named};
use insight::{SupportMatch, initiatives_for};
use strategy::*;

/// The initiatives that draw on it, and, drawn out, the ways to choose others.
#[component]
pub fn Uses(support: Id<Support>, title: Signal<String>) -> impl IntoView {
    let store = Store::here();
    let users = Memo::new(move |_| store.follow(|s| using(s, support)));
    let open = RwSignal::new(false);
    let chips = move || {
        let chip = |(id, name): (Id<Initiative>, String)| {
            let label = words::stop_using(&name);
            removable_chip(name, label, move |()| cite(store, support, id, false))
        };
        users.get().into_iter().map(chip).collect_view()
    };
    view! {
        <Show when=move || !users.with(Vec::is_empty) fallback=|| view! { <p class="hint">{words::used_by_none()}</p> }>
            <div class="row support-users">
                <span class="sub">{words::used_by_label()}</span>
                <ul class="row">{chips}</ul>
            </div>
        </Show>
        <details class="support-choose" on:toggle=move |_| open.set(true)>
            <summary aria-label=move || words::choose_users_of(named(&title.get()))>{words::choose_users()}</summary>
            <Show when=move || open.get()>
                <Likely support />
                <Others support />
            </Show>
        </details>
    }
}

/// The initiatives that draw on a support, in order, by name.
fn using(s: &Strategy, support: Id<Support>) -> Vec<(Id<Initiative>, String)> {
    let all = in_order(s).into_iter().flat_map(|(_, all)| all);
    let all = all.filter(|one| one.supports.contains(&support));
    all.map(|one| (one.id, named(&one.title).to_owned()))
        .collect()
}

/// Every initiative, measure by measure.
fn in_order(s: &Strategy) -> Vec<(String, Vec<std::sync::Arc<Initiative>>)> {
    let measures = s.measures_in_order().into_iter();
    measures
        .map(|measure| {
            let all = s.initiatives.under(measure.id);
            let all = all.into_iter().cloned().collect();
            (named(&measure.title).to_owned(), all)
        })
        .collect()
}

fn cite(store: Store, support: Id<Support>, initiative: Id<Initiative>, on: bool) {
    store.edit(|s| edit::cite_support(s, initiative, support, on));
}

/// Those that could draw on it, by the words both have; each is a question, and nothing is chosen unasked.
#[component]
fn Likely(support: Id<Support>) -> impl IntoView {
    let store = Store::here();
    let likely = Memo::new(move |_| store.follow(|s| initiatives_for(s, support)));
    let rows = move || {
        let row = |one: SupportMatch| {
            let kind = store.get(support).map(|it| it.kind).unwrap_or_default();
            let name = store
                .get(one.initiative)
                .map(|it| named(&it.title).to_owned());
            let initiative = one.initiative;
            view! {
                <li>
                    <button type="button" class="btn small" disabled=read_only() on:click=move |_| cite(store, support, initiative, true)>
                        <Icon name=IconName::Plus />
                        {name}
                    </button>
                    <span class="sub">{words::why_likely(&one, kind)}</span>
                </li>
            }
        };
        likely.get().into_iter().map(row).collect_view()
    };
    view! {
        <Show when=move || !likely.with(Vec::is_empty) fallback=|| view! { <p class="hint">{words::likely_none()}</p> }>
            <p class="sub">{words::likely()}</p>
            <ul class="plain-list likely">{rows}</ul>
        </Show>
    }
}

/// A choice of all that do not draw on it, under their measures.
#[component]
fn Others(support: Id<Support>) -> impl IntoView {
    let store = Store::here();
    let groups = move || {
        let group = |(measure, all): (String, Vec<std::sync::Arc<Initiative>>)| {
            let others = all.iter().filter(|one| !one.supports.contains(&support));
            let options: Vec<_> = others
                .map(|one| view! { <option value=one.id.to_string()>{named(&one.title).to_owned()}</option> })
                .collect();
            (!options.is_empty()).then(|| view! { <optgroup label=measure>{options}</optgroup> })
        };
        store
            .follow(in_order)
            .into_iter()
            .filter_map(group)
            .collect_view()
    };
    view! {
        <select
            class="choice small"
            disabled=read_only()
            aria-label=words::choose_other_label()
            on:change=move |event| {
                if let Ok(id) = event_target_value(&event).parse() {
                    cite(store, support, id, true);
                }
            }
        >
            <option value="">{words::choose_other()}</option>
            {groups}
        </select>
    }
}
