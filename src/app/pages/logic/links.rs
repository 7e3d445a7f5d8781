//! The list, from the goal down: what leads to each indicator, why, and how sure that is.

use leptos::prelude::*;

use super::state::ModelState;
use crate::parts::{Choice, Each, Field, Icon, IconName, options, read_only};
use ::words::logic as words;
use strategy::record::WordChoices;
use strategy::*;

/// All indicators of the model, those of the goal first.
#[component]
pub fn Links() -> impl IntoView {
    let state: ModelState = expect_context();
    let indicators = move || {
        state.read(|model| {
            let all = model.indicators.iter();
            let mut all: Vec<_> = all.map(|one| (one.stage, one.indicator)).collect();
            // In reading order within a stage.
            sort::by_key(&mut all, |(stage, _)| std::cmp::Reverse(*stage));
            all.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
        })
    };
    view! {
        <section aria-labelledby="logic-links">
            <h2 id="logic-links">{words::links()}</h2>
            <p class="sub">{words::links_note()}</p>
            <Each of=indicators let:id>
                <IndicatorLinks id />
            </Each>
        </section>
    }
}

/// One indicator: its stage, and what leads to it.
#[component]
fn IndicatorLinks(id: Id<Indicator>) -> impl IntoView {
    let state: ModelState = expect_context();
    let name = move || {
        state
            .store
            .follow(|s| words::source_name(s, LogicSource::Indicator(id)))
    };
    let sources = move || {
        state.read(|model| {
            model
                .links_to(id)
                .map(|one| one.link.from)
                .collect::<Vec<_>>()
        })
    };
    let stage = Signal::derive(move || {
        let stage = state.read(|model| model.indicator(id).map(|one| one.stage));
        stage.map_or_else(String::new, |stage| stage.key().to_owned())
    });
    let set_stage = move |key: String| {
        if let (Some(goal), Some(stage)) = (state.goal.get_untracked(), LogicStage::of(&key)) {
            state.store.edit(|s| edit::set_stage(s, goal, id, stage));
        }
    };
    view! {
        <article class="card logic-end">
            <div class="row">
                <h3 class="grow">{name}</h3>
                <Choice label=Signal::derive(move || words::stage_of(name())) value=stage options=Signal::stored(options::<LogicStage>(None)) on_change=Callback::new(set_stage) />
            </div>
            <Show when=move || sources().is_empty()>
                <p class="hint">{words::nothing_leads()}</p>
            </Show>
            <ul class="plain-list">
                <Each of=sources let:from>
                    <LinkRow from to=id />
                </Each>
            </ul>
            <AddLink to=id />
        </article>
    }
}

/// One link: its source, the reason, and how sure it is.
#[component]
fn LinkRow(from: LogicSource, to: Id<Indicator>) -> impl IntoView {
    let state: ModelState = expect_context();
    let link = move || {
        state.read(|model| {
            let link = model.links_from(from).find(|one| one.link.to == to);
            link.map(|one| one.link.clone())
        })
    };
    let name = move || state.store.follow(|s| words::source_name(s, from));
    let because = Signal::derive(move || link().map(|one| one.because).unwrap_or_default());
    let certainty = Signal::derive(move || {
        let certainty = link().and_then(|one| one.certainty);
        certainty.map_or_else(String::new, |one| one.key().to_owned())
    });
    let change = move |change: &dyn Fn(&mut LogicLink)| {
        state.change_links(from, |links| {
            links.iter_mut().filter(|one| one.to == to).for_each(change);
        });
    };
    // A source whose only link goes has again the links that the plan says.
    let is_one_of_many = move || state.read(|model| model.links_from(from).count()) > 1;
    let remove = move |_| state.change_links(from, |links| links.retain(|one| one.to != to));
    view! {
        <li class="logic-link">
            <span class="logic-from">{name}</span>
            <Field
                label=Signal::derive(move || words::because_of(name()))
                class="boxed"
                placeholder=words::because_hint()
                value=because
                on_input=Callback::new(move |text: String| change(&|one| one.because.clone_from(&text)))
            />
            <Choice
                label=Signal::derive(move || words::certainty_of(name()))
                value=certainty
                options=Signal::stored(options::<Certainty>(Some(words::certainty_unsaid())))
                on_change=Callback::new(move |key: String| change(&|one| one.certainty = Certainty::of(&key)))
            />
            <Show when=is_one_of_many>
                <button type="button" class="chip-button" disabled=read_only() aria-label=move || words::unlink(name()) on:click=remove>
                    <Icon name=IconName::Close />
                </button>
            </Show>
        </li>
    }
}

/// The choice of another source that leads to the indicator.
#[component]
fn AddLink(to: Id<Indicator>) -> impl IntoView {
    let state: ModelState = expect_context();
    let others = move || {
        state.read(|model| {
            let is_linked = |from| model.links_from(from).any(|one| one.link.to == to);
            let sources = model.sources().filter(|from| model.may_link(*from, to));
            sources.filter(|from| !is_linked(*from)).collect::<Vec<_>>()
        })
    };
    let options = move || {
        let others = others();
        state.store.follow(|s| {
            let option = |(at, from): (usize, &LogicSource)| {
                view! { <option value=at.to_string()>{words::source_name(s, *from)}</option> }
            };
            others.iter().enumerate().map(option).collect_view()
        })
    };
    let add = move |event| {
        let chosen = event_target_value(&event).parse::<usize>().ok();
        let from = chosen.and_then(|at| untrack(others).get(at).copied());
        if let Some(from) = from {
            state.change_links(from, |links| links.push(LogicLink::bare(from, to)));
        }
        event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
    };
    let label = move || {
        let name = state
            .store
            .follow(|s| words::source_name(s, LogicSource::Indicator(to)));
        words::add_to(&name)
    };
    view! {
        <Show when=move || !others().is_empty()>
            <select class="choice small" disabled=read_only() aria-label=label on:change=add>
                <option value="">{words::add()}</option>
                {options}
            </select>
        </Show>
    }
}
