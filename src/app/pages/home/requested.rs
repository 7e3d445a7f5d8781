//! 提出依頼 opened on はじめに: the user chooses the plan of this device that answers it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::pages::request_answer::{RequestAnswer, plan_told};
use crate::parts::Choice;
use crate::trouble::trouble_text;
use crate::workspace::Workspace;
use ::words::{model, submissions as words};
use keep::Listing;
use strategy::Strategy;

/// The card of the request, with the choice of the plan.
#[component]
pub fn Requested(file: File) -> impl IntoView {
    let workspace = Workspace::here();
    let plans = move || {
        let there = |card: &&Listing| card.trashed.is_none();
        let cards = workspace.cards().get();
        cards.iter().filter(there).cloned().collect::<Vec<_>>()
    };
    let chosen = RwSignal::new(untrack(plans).first().map(|card| card.doc));
    let plan = RwSignal::new_local(None::<Arc<Strategy>>);
    Effect::new(move |_| {
        let doc = chosen.get();
        plan.set(None);
        let (Some(doc), Some(keeper)) = (doc, workspace.keeper()) else {
            return;
        };
        spawn_local(async move {
            match keeper.look_at(doc).await {
                Ok(read) if chosen.try_get_untracked() == Some(Some(doc)) => {
                    plan.try_set(Some(Arc::new(read)));
                }
                Ok(_) => {}
                Err(trouble) => workspace.say(trouble_text(&trouble)),
            }
        });
    });
    let options = Signal::derive(move || {
        let plans = plans().into_iter();
        plans
            .map(|card| (card.doc.to_string(), told(&card)))
            .collect::<Vec<_>>()
    });
    let value = Signal::derive(move || chosen.get().map_or(String::new(), |doc| doc.to_string()));
    let choose = move |key: String| {
        let of = |card: &Listing| card.doc.to_string() == key;
        chosen.set(untrack(plans).into_iter().find(of).map(|card| card.doc));
    };
    let is_any = move || !plans().is_empty();
    view! {
        <RequestAnswer file plan close=Callback::new(move |()| workspace.drop_brought(None))>
            <Show when=is_any fallback=|| view! { <p>{words::answer_none()}</p> }>
                <label class="labelled">
                    <span class="label">{words::answer_plan()}</span>
                    <Choice shows=true label=words::answer_plan().to_owned() value options on_change=Callback::new(choose) />
                </label>
            </Show>
        </RequestAnswer>
    }
}

fn told(card: &Listing) -> String {
    [
        model::named(&card.town.name).to_owned(),
        plan_told(&card.title, card.period, card.stage),
    ]
    .join(" ")
}
