//! 体系図: the outline as a tree, and on request as rings.

use std::sync::Arc;

use leptos::prelude::*;

use super::outline::Numbered;
use crate::charts::{ChartView, OutlineRings, RingSegment};
use crate::parts::{Each, GoalBadge};
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::{model::named, outline as words};
use insight::Numbers;
use strategy::*;

/// The diagram.
#[component]
pub fn Diagram() -> impl IntoView {
    let store = Store::here();
    let ring = RwSignal::new(false);
    let chart = move || store.follow(rings);
    let sentence = Signal::derive(move || {
        store.follow(|s| words::diagram(s.goals.len(), s.measures.len(), s.initiatives.len()))
    });
    view! {
        <Show when={move || !store.list::<Goal>(About::ID).is_empty()} fallback=|| view! { <p class="empty">{words::no_goals()}</p> }>
            <p class="sub">{sentence}</p>
            <ol class="tree">
                <Each of={move || store.list::<Goal>(About::ID)} let:id>
                    <Branching id />
                </Each>
            </ol>
            <div class="row tree-ring">
                <button
                    type="button"
                    class="btn small quiet"
                    aria-expanded=move || ring.get().to_string()
                    on:click=move |_| ring.update(|on| *on = !*on)
                >
                    {words::ring()}
                </button>
            </div>
            <Show when=move || ring.get()>
                <div class="card">
                    <ChartView title=words::ring_title().to_owned() sentence=Signal::stored(words::ring_note().to_owned()) chart />
                </div>
            </Show>
        </Show>
    }
}

/// As wide as the initiatives held; a measure without any is as wide as one, so that it can be seen.
fn rings(s: &Strategy) -> OutlineRings {
    let numbers = Numbers::of(s);
    let initiative = |i: &Arc<Initiative>| RingSegment {
        number: numbers.initiative(i.id),
        title: i.title.clone(),
        amount: 1.0,
        printed: String::new(),
        parts: Vec::new(),
    };
    let measure = |m: &Arc<Measure>| {
        let parts: Vec<RingSegment> = s
            .initiatives
            .under(m.id)
            .into_iter()
            .map(initiative)
            .collect();
        RingSegment {
            number: numbers.measure(m.id),
            title: m.title.clone(),
            amount: width(&parts),
            printed: parts.len().to_string(),
            parts,
        }
    };
    let goal = |g: &Arc<Goal>| {
        let parts: Vec<RingSegment> = s.measures_of(g.id).into_iter().map(measure).collect();
        let held: usize = parts.iter().map(|m| m.parts.len()).sum();
        RingSegment {
            number: numbers.goal(g.id),
            title: g.title.clone(),
            amount: width(&parts),
            printed: held.to_string(),
            parts,
        }
    };
    OutlineRings {
        what: words::ring_width().to_owned(),
        goals: s.goals.sorted().into_iter().map(goal).collect(),
    }
}

fn width(parts: &[RingSegment]) -> f64 {
    parts
        .iter()
        .fold(0.0, |sum, part| sum + part.amount)
        .max(1.0)
}

#[component]
fn Branching(id: Id<Goal>) -> impl IntoView {
    let store = Store::here();
    let goal = move || store.get(id);
    view! {
        <li class="tree-goal">
            <a class="tree-box goal" href=move || Route::of_page(Page::Outline(Some(id))).to_string()>
                {move || {
                    let number = Numbered::read(|n| n.goal(id));
                    view! { <GoalBadge kind=goal().map(|g| g.kind).unwrap_or_default() number /> }
                }}
                <b>{move || goal().map(|g| named(&g.title).to_owned())}</b>
            </a>
            <ol>
                <Each of={move || store.list::<Measure>(id)} let:measure>
                    <li class="tree-measure">
                        <span class="tree-box">
                            <span class="measure-number">{move || Numbered::read(|n| n.measure(measure))}</span>
                            {move || store.get(measure).map(|m| named(&m.title).to_owned())}
                        </span>
                        <ol>
                            <Each of={move || store.list::<Initiative>(measure)} let:initiative>
                                <li>
                                    <span class="initiative-number">{move || Numbered::read(|n| n.initiative(initiative))}</span>
                                    " "
                                    {move || store.get(initiative).map(|i| named(&i.title).to_owned())}
                                </li>
                            </Each>
                        </ol>
                    </li>
                </Each>
            </ol>
        </li>
    }
}
