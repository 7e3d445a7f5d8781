//! The support an initiative draws on, and what it could: shown, chosen and taken back beside its line.

use leptos::prelude::*;

use super::citing::Citing;
use crate::parts::{Dialog, Icon, IconName, open_while, read_only, removable_chip};
use crate::store::Store;
use ::words::{Word, chapters, model::named, outline as words};
use insight::{SupportMatch, supports_for};
use strategy::*;

/// The window.
#[component]
pub fn SupportsOf() -> impl IntoView {
    let store = Store::here();
    let Citing(about) = Citing::here();
    let open = open_while(about);
    let title = Signal::derive(move || {
        let initiative = about.get().and_then(|id| store.get(id));
        initiative.map_or_else(String::new, |one| words::supports_of(named(&one.title)))
    });
    view! {
        <Dialog open title class="wide">
            {move || about.get().map(|id| view! { <Form id /> })}
        </Dialog>
    }
}

#[component]
fn Form(id: Id<Initiative>) -> impl IntoView {
    let store = Store::here();
    let cited = Memo::new(move |_| {
        store
            .get(id)
            .map_or_else(Vec::new, |one| one.supports.clone())
    });
    let chips = move || {
        let chip = |support: Id<Support>| {
            let name = named(&store.get(support)?.title).to_owned();
            let label = words::stop_citing(&name);
            Some(removable_chip(name, label, move |()| {
                cite(store, id, support, false)
            }))
        };
        cited.get().into_iter().filter_map(chip).collect_view()
    };
    view! {
        <Show when=move || !cited.with(Vec::is_empty) fallback=|| view! { <p class="hint">{words::cites_none()}</p> }>
            <div class="row">
                <span class="sub">{words::cites()}</span>
                <ul class="row plain-list">{chips}</ul>
            </div>
        </Show>
        <Likely id />
        <Others id cited />
    }
}

fn cite(store: Store, initiative: Id<Initiative>, support: Id<Support>, on: bool) {
    store.edit(|s| edit::cite_support(s, initiative, support, on));
}

/// Supports it could draw on, by the words both have; each is a question, and nothing is chosen without the user.
#[component]
fn Likely(id: Id<Initiative>) -> impl IntoView {
    let store = Store::here();
    let likely = Memo::new(move |_| store.follow(|s| supports_for(s, id)));
    let rows = move || {
        let row = |one: SupportMatch| {
            let support = store.get(one.support)?;
            let (id, of, why) = (
                one.initiative,
                one.support,
                chapters::why_likely(&one, support.kind),
            );
            Some(view! {
                <li class="row">
                    <button type="button" class="btn small" disabled=read_only() on:click=move |_| cite(store, id, of, true)>
                        <Icon name=IconName::Plus />
                        {named(&support.title).to_owned()}
                    </button>
                    <span class="sub">{why}</span>
                </li>
            })
        };
        likely.get().into_iter().filter_map(row).collect_view()
    };
    view! {
        <Show when=move || !likely.with(Vec::is_empty) fallback=|| view! { <p class="hint">{words::could_cite_none()}</p> }>
            <p class="sub">{words::could_cite()}</p>
            <ul class="plain-list likely">{rows}</ul>
        </Show>
    }
}

/// A choice of all it does not draw on, kind by kind.
#[component]
fn Others(id: Id<Initiative>, cited: Memo<Vec<Id<Support>>>) -> impl IntoView {
    let store = Store::here();
    let options = move || {
        let cited = cited.get();
        store.follow(|s| {
            let kinds = [SupportKind::Money, SupportKind::Information, SupportKind::People];
            let group = |kind: SupportKind| {
                let all = s.supports.sorted().into_iter();
                let all = all.filter(|one| one.kind == kind && !cited.contains(&one.id));
                let options: Vec<_> = all
                    .map(|one| view! { <option value=one.id.to_string()>{named(&one.title).to_owned()}</option> })
                    .collect();
                (!options.is_empty()).then(|| view! { <optgroup label=kind.word()>{options}</optgroup> })
            };
            kinds.into_iter().filter_map(group).collect_view()
        })
    };
    view! {
        <select
            class="choice small"
            disabled=read_only()
            aria-label=words::cite_other()
            on:change=move |event| {
                if let Ok(support) = event_target_value(&event).parse() {
                    cite(store, id, support, true);
                    event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
                }
            }
        >
            <option value="">{words::cite_other()}</option>
            {options}
        </select>
    }
}
