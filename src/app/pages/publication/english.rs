//! 英語の名称: what is published in English, by what the town calls it, each with a field beside it.

use leptos::prelude::*;

use super::state::PublicationState;
use crate::parts::{TextOf, progressive};
use ::words::{model, publication as words};
use edit::{Changed, Titled};
use insight::{english_names_written, with_english_names};
use strategy::record::Lens;
use strategy::*;

/// The fields, where English pages are published.
#[component]
pub fn English() -> impl IntoView {
    let state: PublicationState = expect_context();
    let is_chosen = move || state.choices().languages.contains(&OtherLanguage::English);
    view! {
        <Show when=is_chosen>
            <Fields />
        </Show>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let state: PublicationState = expect_context();
    let open = RwSignal::new(false);
    let written = move || {
        let (done, all) = state.store.follow(english_names_written);
        words::english_written(all, done)
    };
    view! {
        <section class="card" aria-labelledby="english">
            <h2 id="english">{words::english()}</h2>
            <p class="sub">{words::english_note()}</p>
            <details on:toggle=move |_| open.set(true)>
                <summary>{words::english_open()} " " <span class="sub">{written}</span></summary>
                <Show when=move || open.get()>
                    <List />
                </Show>
            </details>
        </section>
    }
}

#[component]
fn List() -> impl IntoView {
    let state: PublicationState = expect_context();
    let all = progressive(move || state.store.follow_shape(with_english_names));
    view! {
        <ul class="plain-list english-names">
            <For each=all key=|(id, _)| id.to_string() let((id, name))>
                <li>{fields(id, name)}</li>
            </For>
        </ul>
    }
}

/// The name of a record, and what it is, in English.
fn fields(id: AnyId, name: String) -> AnyView {
    let name = model::named(&name).to_owned();
    let told = model::brief(&name).to_owned();
    let fields = match id.kind {
        Kind::About => [
            said(About::ID, About::english_name, &told),
            described(About::ID, About::english_text, &told),
        ]
        .into_any(),
        Kind::Goal => [
            said(Id::new(id.number), Goal::english_name, &told),
            described(Id::new(id.number), Goal::english_text, &told),
        ]
        .into_any(),
        Kind::Indicator => [
            said(Id::new(id.number), Indicator::english_name, &told),
            described(Id::new(id.number), Indicator::english_text, &told),
        ]
        .into_any(),
        _ => said(Id::new(id.number), Measure::english_name, &told),
    };
    view! {
        <b>{name}</b>
        <div>{fields}</div>
    }
    .into_any()
}

fn said<T: Changed + Titled>(of: Id<T>, field: Lens<T, String>, name: &str) -> AnyView {
    let label = words::english_name_of(name);
    view! { <TextOf of field label class="boxed" placeholder=words::english_name() /> }.into_any()
}

fn described<T: Changed + Titled>(of: Id<T>, field: Lens<T, String>, name: &str) -> AnyView {
    let label = words::english_text_of(name);
    view! { <TextOf of field label class="boxed" placeholder=words::english_text() lines=true /> }
        .into_any()
}
